//! fmt 0 and 1: a record is a line, of which the text may hold line ends.

pub(crate) mod api_error;
pub(crate) mod batch;
mod border;
mod cursor;
mod ends;
pub(crate) mod fast;
pub(crate) mod format;
pub(crate) mod head;
mod hlr;
pub(crate) mod key_value;
mod known_pairs;
mod not_found;
mod slots;
mod spaced_names;
mod values;
pub(crate) mod window;
