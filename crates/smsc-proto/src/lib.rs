//! Reads what SMSC.ru answers to `status.php`.

#![no_std]
#![forbid(unsafe_code)]
#![deny(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::string_slice,
    clippy::unreachable
)]

mod batch;
mod charset;
mod choice;
mod codes;
mod cost;
mod error;
mod fields;
mod fill;
mod flag;
mod hlr;
mod matched;
mod number;
mod pairs;
mod query;
mod record;
mod records;
mod reply;
mod status;
mod text;
mod values;

pub use charset::Charset;
pub use codes::{ApiErrorCode, CodeName, ErrCode, ErrScope, Lang, MessageType, StatusCode};
pub use cost::Cost;
pub use error::{Error, ErrorKind, Looks};
pub use fields::{Field, ValueKind, fields_of};
pub use flag::{Flag, Template};
pub use matched::{Match, Matched};
pub use query::{All, Asked, Format, Kind, Query};
pub use records::Records;
pub use reply::{ApiError, Reply};
pub use status::{Split, Status, Value};
pub use text::{Chars, Text};
