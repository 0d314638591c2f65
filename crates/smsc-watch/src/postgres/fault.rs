//! Errors of PostgreSQL as errors of the store.

use postgres::Error;
use postgres::error::SqlState;

use crate::error::ErrorKind;

impl From<Error> for ErrorKind {
    fn from(error: Error) -> Self {
        match error.code() {
            Some(code) => of_code(code),
            None if is_of_value(&error) => Self::Damaged,
            None => Self::ConnectionLost,
        }
    }
}

/// Returns what is wrong if no connection was made.
pub(super) fn of_connect(error: &Error) -> ErrorKind {
    let text = error.to_string();
    match error.code() {
        Some(code) => match of_code(code) {
            ErrorKind::ConnectionLost => ErrorKind::Unreachable,
            kind => kind,
        },
        // The library has no other way to tell.
        None if text.starts_with("error performing TLS handshake") => ErrorKind::Tls,
        None if text.starts_with("authentication error") || text.starts_with("invalid configuration") => ErrorKind::Authentication,
        None => ErrorKind::Unreachable,
    }
}

/// Returns whether a column has a value, or is of a type, that it cannot have.
fn is_of_value(error: &Error) -> bool {
    let text = error.to_string();
    text.starts_with("error deserializing column") || text.starts_with("invalid column")
}

fn of_code(code: &SqlState) -> ErrorKind {
    match *code {
        SqlState::INVALID_PASSWORD | SqlState::INVALID_AUTHORIZATION_SPECIFICATION => ErrorKind::Authentication,
        SqlState::INVALID_CATALOG_NAME => ErrorKind::NoDatabase,
        SqlState::INSUFFICIENT_PRIVILEGE | SqlState::READ_ONLY_SQL_TRANSACTION => ErrorKind::Permission,
        SqlState::DISK_FULL => ErrorKind::Full,
        SqlState::LOCK_NOT_AVAILABLE
        | SqlState::T_R_DEADLOCK_DETECTED
        | SqlState::T_R_SERIALIZATION_FAILURE
        | SqlState::TOO_MANY_CONNECTIONS => ErrorKind::Busy,
        SqlState::ADMIN_SHUTDOWN | SqlState::CRASH_SHUTDOWN | SqlState::CANNOT_CONNECT_NOW => ErrorKind::ConnectionLost,
        SqlState::DATA_CORRUPTED
        | SqlState::INDEX_CORRUPTED
        | SqlState::UNDEFINED_TABLE
        | SqlState::UNDEFINED_COLUMN
        | SqlState::INVALID_SCHEMA_NAME => ErrorKind::Damaged,
        _ => ErrorKind::Database(format!("{} of PostgreSQL", code.code())),
    }
}
