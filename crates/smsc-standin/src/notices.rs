//! The notifications that are due at some time, in the order of their times.
//!
//! Of each message the next status alone is queued, so that the queue has one short entry a message.

use std::collections::BTreeMap;

use crate::time::Time;

/// The subject of a notification.
pub(crate) enum Event {
    /// A message reaches a status.
    Status {
        /// The key of the message.
        key: u64,
        /// 0 when the message is handed to the operator, and then the steps of its life from 1.
        step: usize,
    },
    /// A message with this id was received.
    Incoming(u32),
    /// A call to an account was received from this phone.
    Call(Box<(usize, String)>),
}

/// A queue of events. Events of one moment are in the order in which they were added.
#[derive(Default)]
pub(crate) struct Notices {
    due: BTreeMap<(Time, u64), Event>,
    count: u64,
}

impl Notices {
    pub(crate) fn add(&mut self, at: Time, event: Event) {
        self.count += 1;
        self.due.insert((at, self.count), event);
    }

    /// Returns the time of the first event.
    pub(crate) fn next(&self) -> Option<Time> {
        self.due.first_key_value().map(|((at, _), _)| *at)
    }

    pub(crate) fn len(&self) -> usize {
        self.due.len()
    }

    /// Removes the first event that is due.
    pub(crate) fn pop(&mut self, now: Time) -> Option<(Time, Event)> {
        let entry = self.due.first_entry().filter(|entry| entry.key().0 <= now)?;
        let ((at, _), event) = entry.remove_entry();
        Some((at, event))
    }

    /// Removes events from the start of the queue while their messages are gone.
    pub(crate) fn drop_stale(&mut self, is_there: impl Fn(u64) -> bool) {
        while let Some(entry) = self.due.first_entry() {
            match entry.get() {
                Event::Status { key, .. } if !is_there(*key) => drop(entry.remove()),
                _ => return,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_are_in_the_order_of_their_times() {
        let mut notices = Notices::default();
        for (at, key) in [(2, 0), (1, 1), (2, 2), (1, 3)] {
            notices.add(Time(at), Event::Status { key, step: 1 });
        }
        assert_eq!((notices.next(), notices.pop(Time(0)).is_none()), (Some(Time(1)), true));
        let mut order = Vec::new();
        while let Some((_, Event::Status { key, .. })) = notices.pop(Time(2)) {
            order.push(key);
        }
        assert_eq!((order, notices.next()), (vec![1, 3, 0, 2], None));
    }

    #[test]
    fn the_first_event_is_not_stale() {
        let mut notices = Notices::default();
        for key in 1..=3 {
            notices.add(Time(key), Event::Status { key, step: 1 });
        }
        notices.drop_stale(|key| key > 2);
        assert_eq!(notices.next(), Some(Time(3)));
    }
}
