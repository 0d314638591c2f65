//! Messages, into the state.

use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;

use smsc_client::Id;
use smsc_watch::NewMessage;

use super::event::{Event, now_ms};
use crate::ids::Pairs;

/// Returns pairs as messages that were sent at this time, or now.
pub(super) fn messages(pairs: &Pairs, sent: Option<u64>) -> Vec<NewMessage> {
    let sent = Some(sent.unwrap_or_else(now_ms));
    let message = |of: smsc_proto::Requested<'_>| NewMessage { id: Id::from(of.id), phone: of.phone.to_owned(), sent };
    pairs.requested().into_iter().map(message).collect()
}

/// Stores messages, again and again until that succeeds. Returns whether the command goes on.
pub(super) fn store(messages: &[NewMessage], events: &Sender<Event>) -> bool {
    loop {
        let (done, stored) = channel();
        if events.send(Event::Added(messages.to_vec(), done)).is_err() {
            return false;
        }
        match stored.recv() {
            Ok(true) => return true,
            Ok(false) => thread::sleep(Duration::from_secs(1)),
            Err(_) => return false,
        }
    }
}
