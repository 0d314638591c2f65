//! Changes of messages.

use std::fmt;

use sms_tracker::Change;
use smsc_client::Id;
use smsc_proto::{ErrCode, StatusCode};

use crate::report::Source;

/// A change of a message, as the store keeps it. `Debug` does not show the phone.
#[derive(Clone, PartialEq, Eq)]
pub struct Changed {
    /// The number of the change. Later changes have greater numbers; a number can be left out.
    pub seq: i64,
    /// The idempotency key: the same each time the change is returned, and different for every other
    /// change of every store. The key contains no part of the message.
    pub key: String,
    /// The key of the message in the store.
    pub row: i64,
    /// The id of the message.
    pub id: Id,
    /// The phone of the recipient, as it was typed.
    pub phone: String,
    /// The time when the change was reported, in Unix milliseconds.
    pub at: u64,
    /// The status after the change. `None` if none was ever reported.
    pub status: Option<StatusCode>,
    /// The err of the status.
    pub err: Option<ErrCode>,
    /// The time at which the message reached the status, in Unix seconds.
    pub last_timestamp: Option<u64>,
    /// A mark that the message has a final status.
    pub is_final: bool,
    /// A mark that the service no longer finds the message, and that its final status was never seen.
    pub is_lost: bool,
    /// The source of the report. `None` if the message was declared lost.
    pub source: Option<Source>,
    /// The difference that the report made. A message that was lost has `end`.
    pub change: Change,
}

/// The changes that a sink needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Which {
    /// Every change.
    All,
    /// The changes by which a message came to its end, to another end, or was lost.
    Ends,
}

/// Returns the idempotency key of a change.
pub(crate) fn key(store: &str, seq: i64) -> String {
    format!("{store}-{seq}")
}

/// Returns a change from the marks that the database has: of the state, the end, the fields, and that
/// the message is not found.
pub(crate) fn change(marks: [bool; 4]) -> Change {
    let mut change = Change::default();
    [change.state, change.end, change.fields, change.not_found] = marks;
    change
}

impl fmt::Debug for Changed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Changed");
        debug.field("seq", &self.seq).field("id", &self.id).field("status", &self.status).field("err", &self.err);
        debug.field("is_lost", &self.is_lost).field("change", &self.change).finish_non_exhaustive()
    }
}
