//! The data of a reply: the query that it belongs to, records and their fields, codes, and texts
//! with their charsets and escapes.

pub(crate) mod amount;
pub(crate) mod api_error;
pub(crate) mod charset;
pub(crate) mod codes;
pub(crate) mod cost;
pub(crate) mod cost_mode;
mod decode;
pub(crate) mod endpoint;
pub(crate) mod escape;
pub(crate) mod fields;
pub(crate) mod flag;
pub(crate) mod message_id;
pub(crate) mod pairs;
pub(crate) mod phone;
pub(crate) mod query;
pub(crate) mod record;
pub(crate) mod record_start;
pub(crate) mod requested;
pub(crate) mod requested_index;
pub(crate) mod set;
mod suspicion;
pub(crate) mod text;
