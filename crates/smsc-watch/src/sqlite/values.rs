//! Values of a row.

use rusqlite::Row;
use smsc_client::Id;
use smsc_proto::StatusCode;

use crate::error::ErrorKind;
use crate::values::{parse_id, parse_time};

/// Returns a time.
pub(super) fn get_time(row: &Row<'_>, column: &str) -> Result<Option<u64>, ErrorKind> {
    parse_time(row.get(column)?)
}

/// Returns the status.
pub(super) fn get_status(row: &Row<'_>) -> Result<Option<StatusCode>, ErrorKind> {
    Ok(row.get::<_, Option<i32>>("status")?.map(StatusCode))
}

/// Returns the id of the message.
pub(super) fn get_id(row: &Row<'_>) -> Result<Id, ErrorKind> {
    parse_id(&row.get::<_, String>("id")?)
}
