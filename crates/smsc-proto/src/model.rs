//! What a reply holds: the request that it answers, records and their fields, codes, texts and their charsets.

pub(crate) mod api_error;
pub(crate) mod charset;
pub(crate) mod codes;
pub(crate) mod cost;
mod decode;
pub(crate) mod escape;
pub(crate) mod fields;
pub(crate) mod flag;
pub(crate) mod query;
pub(crate) mod record;
pub(crate) mod set;
pub(crate) mod text;
