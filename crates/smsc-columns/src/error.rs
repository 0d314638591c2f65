//! Failures other than a malformed reply, which is a row.

use std::fmt;
use std::io;

use arrow_schema::ArrowError;

use crate::column::Column;

/// The reason why no further batch can be read.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// A source cannot be opened or read.
    Read {
        /// The name of the source.
        source: String,
        /// The reason.
        error: io::Error,
    },
    /// A condition does not fit its column.
    Condition {
        /// The column.
        column: Column,
        /// The values that the column can be compared with.
        expected: &'static str,
    },
    /// A batch cannot be made.
    Arrow(ArrowError),
}

impl Error {
    pub(crate) fn read(source: &str, error: io::Error) -> Self {
        Self::Read { source: source.to_owned(), error }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read { source, error } => write!(f, "cannot read {source}: {error}"),
            Self::Condition { column, expected } => write!(f, "the column {column} can be compared with {expected} alone"),
            Self::Arrow(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Read { error, .. } => Some(error),
            Self::Arrow(error) => Some(error),
            Self::Condition { .. } => None,
        }
    }
}

impl From<ArrowError> for Error {
    fn from(error: ArrowError) -> Self {
        Self::Arrow(error)
    }
}

impl From<Error> for ArrowError {
    fn from(error: Error) -> Self {
        match error {
            Error::Arrow(error) => error,
            other => Self::ExternalError(Box::new(other)),
        }
    }
}
