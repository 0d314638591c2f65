//! Messages that are followed.

use std::fmt;

use smsc_client::Id;
use smsc_proto::StatusCode;

use crate::merge::State;

/// A message to follow. `Debug` does not show the phone.
#[derive(Clone, PartialEq, Eq)]
pub struct NewMessage {
    /// The id of the message.
    pub id: Id,
    /// The phone of the recipient, as it was typed.
    pub phone: String,
    /// The time when the message was sent, in Unix milliseconds.
    pub sent: Option<u64>,
}

/// The result of adding messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// The number of messages that are new.
    pub added: usize,
    /// The number of messages that the store has already, by id and phone.
    pub known: usize,
}

/// A message without an end, which a watcher follows. `Debug` does not show the phone.
#[derive(Clone, PartialEq, Eq)]
pub struct Open {
    /// The key of the message in the store.
    pub row: i64,
    /// The id of the message.
    pub id: Id,
    /// The phone of the recipient, as it was typed.
    pub phone: String,
    /// The time when the message was sent, in Unix milliseconds.
    pub sent: Option<u64>,
    /// The time of the last request for the status, in Unix milliseconds.
    pub asked: Option<u64>,
    /// The time since which the service does not find the message (-3), in Unix milliseconds.
    pub not_found_since: Option<u64>,
    /// The status, if one was reported.
    pub status: Option<StatusCode>,
}

/// The times of the last requests of the account, in Unix milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lanes {
    /// The time of the last batch.
    pub last_batch: Option<u64>,
    /// The time of the last request of any kind.
    pub last_request: Option<u64>,
}

/// The numbers of messages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// The number of messages without an end.
    pub open: u64,
    /// The number of messages that ended, by status.
    pub ended: Vec<(StatusCode, u64)>,
    /// The number of messages that the service no longer finds and whose end was never seen.
    pub lost: u64,
    /// The number of the last change; 0 if there was none.
    pub last_change: i64,
}

impl Counts {
    /// Adds a number of messages of this state and status.
    pub(crate) fn add(&mut self, state: State, status: Option<StatusCode>, count: i64) {
        let count = u64::try_from(count).unwrap_or(0);
        match (state, status) {
            (State::Open, _) => self.open += count,
            (State::Lost, _) => self.lost += count,
            (State::Final, status) => self.ended.extend(status.map(|status| (status, count))),
        }
    }
}

impl fmt::Debug for NewMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewMessage").field("id", &self.id).field("sent", &self.sent).finish_non_exhaustive()
    }
}

impl fmt::Debug for Open {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Open");
        debug.field("row", &self.row).field("id", &self.id).field("status", &self.status).finish_non_exhaustive()
    }
}
