//! The errors of a report.

use std::fmt;

use crate::zone::ZoneError;

/// The reason why there is no report.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// A batch lacks a column, or the column has another type.
    Column(&'static str),
    /// A period without a time zone, of messages that are not merged.
    PeriodWithoutZone,
    /// A period that ends before it starts.
    PeriodBackwards,
    /// The name of a time zone is unknown.
    Zone(ZoneError),
    /// The statistics are no reply with statistics; the reason.
    Statistics(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Column(name) => write!(f, "no column {name} of its type: read the columns that a report needs"),
            Self::PeriodWithoutZone => {
                f.write_str("a period of messages that are not merged needs a time zone: pass one, or merge")
            }
            Self::PeriodBackwards => f.write_str("the period ends before it starts"),
            Self::Zone(error) => error.fmt(f),
            Self::Statistics(reason) => write!(f, "not a reply with statistics in fmt 3: {reason}"),
        }
    }
}

impl std::error::Error for Error {}

impl From<ZoneError> for Error {
    fn from(error: ZoneError) -> Self {
        Self::Zone(error)
    }
}
