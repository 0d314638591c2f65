//! Reports of messages.

use std::fmt;

use smsc_client::{Id, MessageRecord};

/// A report of a message, from any source. `Debug` shows no field of the record.
#[derive(Clone, PartialEq, Eq)]
pub struct NewReport {
    /// The message that is reported.
    pub message: Of,
    /// The record that was reported.
    pub record: MessageRecord,
    /// The source of the report.
    pub source: Source,
    /// The time when the report was received, in Unix milliseconds.
    pub at: u64,
}

/// The name of a message in the store. `Debug` does not show the phone.
#[derive(Clone, PartialEq, Eq)]
pub enum Of {
    /// The key in the store, [`Open::row`](crate::Open::row).
    Row(i64),
    /// The id and the phone, however the phone is typed.
    Key(Id, String),
}

/// The source of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Source {
    /// A reply to a request for the status.
    Asked,
    /// The account's history.
    History,
    /// A notification that the service sent. It adds the message if the store does not have it.
    Pushed,
    /// A file with records.
    File,
}

impl Source {
    /// Every source.
    pub const ALL: [Self; 4] = [Self::Asked, Self::History, Self::Pushed, Self::File];

    /// Returns the name of the source in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::History => "history",
            Self::Pushed => "pushed",
            Self::File => "file",
        }
    }

    /// Returns the source with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|source| source.name() == name)
    }
}

impl fmt::Debug for NewReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("NewReport");
        debug.field("message", &self.message).field("record", &self.record).field("source", &self.source).finish_non_exhaustive()
    }
}

impl fmt::Debug for Of {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Row(row) => f.debug_tuple("Row").field(row).finish(),
            Self::Key(id, _) => f.debug_tuple("Key").field(id).finish_non_exhaustive(),
        }
    }
}
