//! Values of a row.

use postgres::Row;
use smsc_client::Id;
use smsc_proto::{ErrCode, StatusCode};

use crate::error::ErrorKind;
use crate::values::{parse_id, parse_time};

/// Returns a time.
pub(super) fn get_time(row: &Row, column: &str) -> Result<Option<u64>, ErrorKind> {
    parse_time(row.try_get(column)?)
}

/// Returns the status.
pub(super) fn get_status(row: &Row) -> Result<Option<StatusCode>, ErrorKind> {
    Ok(row.try_get::<_, Option<i32>>("status")?.map(StatusCode))
}

/// Returns the err of the status.
pub(super) fn get_err(row: &Row) -> Result<Option<ErrCode>, ErrorKind> {
    let err: Option<i64> = row.try_get("err")?;
    err.map(|err| u32::try_from(err).map(ErrCode).map_err(|_| ErrorKind::Damaged)).transpose()
}

/// Returns the id of the message.
pub(super) fn get_id(row: &Row) -> Result<Id, ErrorKind> {
    parse_id(row.try_get("id")?)
}

/// Returns a number of rows for `LIMIT`.
pub(super) fn limit(max: usize) -> i64 {
    i64::try_from(max).unwrap_or(i64::MAX)
}
