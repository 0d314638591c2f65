//! Values as both databases have them.

use smsc_client::Id;
use smsc_proto::{Field, MessageId, WriteErrorKind};

use crate::error::ErrorKind;

/// Returns a time as a database has it.
pub(crate) fn time(milliseconds: u64) -> i64 {
    i64::try_from(milliseconds).unwrap_or(i64::MAX)
}

/// Returns a time of a database.
pub(crate) fn parse_time(time: Option<i64>) -> Result<Option<u64>, ErrorKind> {
    time.map(|time| u64::try_from(time).map_err(|_| ErrorKind::Damaged)).transpose()
}

/// Returns the id of a message as a database has it: a number and its digits are the same id.
pub(crate) fn id(id: &Id) -> Result<String, ErrorKind> {
    id.as_message_id().map(|id| id.to_string()).ok_or_else(|| WriteErrorKind::Range.at(Field::Id).into())
}

/// Returns the id of a message of a database.
pub(crate) fn parse_id(text: &str) -> Result<Id, ErrorKind> {
    MessageId::parse(text).map(Id::from).ok_or(ErrorKind::Damaged)
}

/// Returns a phone, which no database needs to hold if it has a NUL: PostgreSQL cannot.
pub(crate) fn phone(phone: &str) -> Result<&str, ErrorKind> {
    if phone.contains('\0') { Err(WriteErrorKind::Range.at(Field::Phone).into()) } else { Ok(phone) }
}
