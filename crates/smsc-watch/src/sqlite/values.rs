//! Values of the database.

use rusqlite::Row;
use smsc_client::Id;
use smsc_proto::{Field, MessageId, StatusCode, WriteErrorKind};

use crate::error::ErrorKind;

/// Returns a time as the database has it.
pub(super) fn time(milliseconds: u64) -> i64 {
    i64::try_from(milliseconds).unwrap_or(i64::MAX)
}

/// Returns a time of the database.
pub(super) fn get_time(row: &Row<'_>, column: &str) -> Result<Option<u64>, ErrorKind> {
    let time: Option<i64> = row.get(column)?;
    time.map(|time| u64::try_from(time).map_err(|_| ErrorKind::Damaged)).transpose()
}

/// Returns the status of a row.
pub(super) fn get_status(row: &Row<'_>) -> Result<Option<StatusCode>, ErrorKind> {
    Ok(row.get::<_, Option<i32>>("status")?.map(StatusCode))
}

/// Returns the id of a message as the database has it: a number and its digits are the same id.
pub(super) fn id(id: &Id) -> Result<String, ErrorKind> {
    id.as_message_id().map(|id| id.to_string()).ok_or_else(|| WriteErrorKind::Range.at(Field::Id).into())
}

/// Returns the id of a row.
pub(super) fn get_id(row: &Row<'_>) -> Result<Id, ErrorKind> {
    let text: String = row.get("id")?;
    MessageId::parse(&text).map(Id::from).ok_or(ErrorKind::Damaged)
}
