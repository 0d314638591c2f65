//! Errors of SQLite as errors of the store.

use rusqlite::ffi::{self, ErrorCode};

use crate::error::ErrorKind;

impl From<rusqlite::Error> for ErrorKind {
    fn from(error: rusqlite::Error) -> Self {
        match error {
            // A table or column is missing: the statements themselves are tested.
            rusqlite::Error::SqlInputError { error, .. } if error.code == ErrorCode::Unknown => Self::Damaged,
            rusqlite::Error::SqliteFailure(error, _) | rusqlite::Error::SqlInputError { error, .. } => of_code(error),
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::QueryReturnedNoRows
            | rusqlite::Error::Utf8Error(..) => Self::Damaged,
            _ => Self::Database("of SQLite's interface".to_owned()),
        }
    }
}

fn of_code(error: ffi::Error) -> ErrorKind {
    match error.code {
        ErrorCode::NotADatabase => ErrorKind::NotADatabase,
        ErrorCode::DatabaseCorrupt => ErrorKind::Damaged,
        ErrorCode::DiskFull => ErrorKind::Full,
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => ErrorKind::Busy,
        // The files beside the database are made in its folder.
        ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen => ErrorKind::Permission,
        // The index of the log is a file that is mapped: without room it cannot grow.
        ErrorCode::SystemIoFailure if error.extended_code == ffi::SQLITE_IOERR_SHMSIZE => ErrorKind::Full,
        _ => ErrorKind::Database(format!("{} of SQLite", error.extended_code)),
    }
}
