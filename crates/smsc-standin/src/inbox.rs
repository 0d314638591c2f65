//! Incoming messages that were received.

use std::collections::VecDeque;
use std::fmt;

use crate::time::Time;

/// The number of received messages that are kept.
const CAPACITY: usize = 100_000;

/// The reason for which a message or a call could not be received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReceiveError {
    /// There is no account with this login.
    Account,
    /// The number of the sender or of the recipient is no phone.
    Phone,
}

impl fmt::Display for ReceiveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Account => "no account has this login",
            Self::Phone => "a phone is not 5 to 15 digits",
        })
    }
}

impl std::error::Error for ReceiveError {}

/// A message that was received.
pub(crate) struct Received {
    pub(crate) account: usize,
    pub(crate) id: u32,
    pub(crate) phone: String,
    pub(crate) text: String,
    pub(crate) to: String,
    pub(crate) at: Time,
}

/// The messages that were received, the oldest first, and those to come.
#[derive(Default)]
pub(crate) struct Inbox {
    received: VecDeque<Received>,
    last_id: u32,
    planned: VecDeque<Received>,
}

impl Inbox {
    /// Plans messages; their ids are given when they are received.
    pub(crate) fn plan(&mut self, mut messages: Vec<Received>) {
        messages.sort_by_key(|message| message.at);
        self.planned = messages.into();
    }

    /// Returns the next planned message that is due.
    pub(crate) fn take_due(&mut self, now: Time) -> Option<Received> {
        if self.planned.front()?.at <= now { self.planned.pop_front() } else { None }
    }

    /// Returns the planned messages in the order of their times.
    pub(crate) fn planned(&self) -> impl Iterator<Item = &Received> {
        self.planned.iter()
    }

    /// Receives a message, and returns its id. The oldest one is dropped if there are too many.
    pub(crate) fn receive(&mut self, message: Received) -> u32 {
        if self.received.len() == CAPACITY {
            self.received.pop_front();
        }
        self.last_id += 1;
        self.received.push_back(Received { id: self.last_id, ..message });
        self.last_id
    }

    /// Returns the received message with this id.
    pub(crate) fn get(&self, id: u32) -> Option<&Received> {
        let index = self.received.binary_search_by_key(&id, |message| message.id).ok()?;
        self.received.get(index)
    }

    /// Returns the received messages of an account, the oldest first.
    pub(crate) fn of(&self, account: usize) -> impl Iterator<Item = &Received> {
        self.received.iter().filter(move |message| message.account == account)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_messages_are_dropped() {
        let mut inbox = Inbox::default();
        let message = || Received { account: 0, id: 0, phone: String::new(), text: String::new(), to: String::new(), at: Time(0) };
        for _ in 0..=CAPACITY {
            inbox.receive(message());
        }
        assert_eq!((inbox.get(1).is_none(), inbox.get(2).unwrap().id, inbox.of(0).count()), (true, 2, CAPACITY));
    }
}
