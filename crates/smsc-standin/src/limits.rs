//! The limits of the service: sliding windows, requests at once, and blocked addresses.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;
use std::time::Duration;

use md5::{Digest as _, Md5};
use serde::Deserialize;

use crate::time::Time;

/// The numbers of the limits. The defaults are those of the provider's pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Status requests for one message within a minute.
    pub status: usize,
    /// Status requests in the shape of a batch within a minute.
    pub batch: usize,
    /// Messages in one status request or deletion. The number that the service accepts is not known:
    /// this is the most that `smsc-proto` asks for (R68c).
    pub batch_ids: usize,
    /// Status requests under one login at once.
    pub status_at_once: usize,
    /// Like messages within a minute.
    pub like_sends: usize,
    /// Like requests for a price within a minute.
    pub like_prices: usize,
    /// Requests to send and for the balance under one login at once.
    pub at_once: usize,
    /// Requests for the balance within a minute.
    pub balance: usize,
    /// Like requests for an operator within a minute, and of other lists of get.php.
    pub like_lookups: usize,
    /// Requests for operators within a minute.
    pub lookups: usize,
    /// Refused logins within half an hour that block an address for half an hour.
    pub refused_logins: usize,
    /// Faulty requests to send in a row, within ten minutes, that block an address for ten minutes.
    pub faulty_sends: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            status: 5,
            batch: 1,
            batch_ids: 4_096,
            status_at_once: 4,
            like_sends: 1,
            like_prices: 5,
            at_once: 14,
            balance: 10,
            like_lookups: 3,
            lookups: 100,
            refused_logins: 5,
            faulty_sends: 100,
        }
    }
}

/// The window of every limit but those that block.
pub(crate) const MINUTE: Duration = Duration::from_secs(60);
/// The window and the length of a block after refused logins.
pub(crate) const HALF_AN_HOUR: Duration = Duration::from_secs(30 * 60);
/// The window and the length of a block after faulty requests to send.
pub(crate) const TEN_MINUTES: Duration = Duration::from_secs(10 * 60);

/// The parts that make requests alike, as a digest: of the same size for a request of any length.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Likeness([u8; 16]);

impl Likeness {
    /// Returns the likeness of requests that have all these values, in this order.
    pub(crate) fn of<V: AsRef<[u8]>>(values: impl IntoIterator<Item = V>) -> Self {
        let mut digest = Md5::new();
        for value in values {
            let value = value.as_ref();
            // With their lengths, values cannot run into each other.
            digest.update(value.len().to_be_bytes());
            digest.update(value);
        }
        Self(digest.finalize().into())
    }
}

impl AsRef<[u8]> for Likeness {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// Events by key, within a sliding window. Keys without an event in the window are dropped now and
/// then, so that the memory depends on the traffic within the window; and there are never more than
/// [`MAX_KEYS`] keys.
pub(crate) struct Windows<K> {
    window: Duration,
    events: HashMap<K, VecDeque<Time>>,
    /// The number of keys at which old ones are dropped next.
    sweep_at: usize,
    /// The last time at which old ones were dropped.
    swept: Time,
}

const FIRST_SWEEP: usize = 1024;

/// The maximum number of keys.
const MAX_KEYS: usize = 1 << 20;

/// The pause between searches for old keys when there is no room for new ones.
const PAUSE: Duration = Duration::from_secs(1);

impl<K: Eq + Hash> Windows<K> {
    pub(crate) fn new(window: Duration) -> Self {
        Self { window, events: HashMap::new(), sweep_at: FIRST_SWEEP, swept: Time::default() }
    }

    /// Counts the events of a key within the window before `now`.
    pub(crate) fn count(&mut self, key: &K, now: Time) -> usize {
        let window = self.window;
        self.events.get_mut(key).map_or(0, |events| {
            drop_old(events, window, now);
            events.len()
        })
    }

    /// Returns the number of events within the window before `now` of the keys that are chosen, and
    /// the greatest number of one key.
    pub(crate) fn counts(&self, now: Time, is_chosen: impl Fn(&K) -> bool) -> (usize, usize) {
        let count = |events: &VecDeque<Time>| events.iter().filter(|event| **event + self.window > now).count();
        let counts = self.events.iter().filter(|(key, _)| is_chosen(key)).map(|(_, events)| count(events));
        counts.fold((0, 0), |(all, fullest), count| (all + count, fullest.max(count)))
    }

    /// Adds an event, if there is room for it.
    pub(crate) fn add(&mut self, key: K, now: Time) {
        if self.is_full(now) {
            return;
        }
        self.events.entry(key).or_default().push_back(now);
        if self.events.len() >= self.sweep_at {
            self.sweep(now);
        }
    }

    /// Returns whether there is no room for another key.
    pub(crate) fn is_full(&mut self, now: Time) -> bool {
        if self.events.len() >= MAX_KEYS && now >= self.swept + PAUSE {
            self.sweep(now);
        }
        self.events.len() >= MAX_KEYS
    }

    /// Drops the keys without an event in the window.
    fn sweep(&mut self, now: Time) {
        let window = self.window;
        self.events.retain(|_, events| {
            drop_old(events, window, now);
            !events.is_empty()
        });
        self.sweep_at = (self.events.len() * 2).max(FIRST_SWEEP);
        self.swept = now;
    }

    /// Adds an event unless there are `limit` of them already, or no room. Returns whether it was
    /// added.
    pub(crate) fn try_add(&mut self, key: K, limit: usize, now: Time) -> bool {
        let is_free = self.count(&key, now) < limit && !self.is_full(now);
        if is_free {
            self.add(key, now);
        }
        is_free
    }

    /// Forgets the events of a key.
    pub(crate) fn clear(&mut self, key: &K) {
        self.events.remove(key);
    }
}

fn drop_old(events: &mut VecDeque<Time>, window: Duration, now: Time) {
    while events.front().is_some_and(|event| *event + window <= now) {
        events.pop_front();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_slides() {
        let mut windows = Windows::new(MINUTE);
        let at = |seconds: u64| Time::from_seconds(1_000 + seconds);
        assert!(windows.try_add("a", 2, at(0)) && windows.try_add("a", 2, at(30)));
        assert!(!windows.try_add("a", 2, at(59)) && windows.try_add("b", 2, at(59)));
        assert!(windows.try_add("a", 2, at(60)) && !windows.try_add("a", 2, at(89)));
    }

    #[test]
    fn there_is_room_for_a_million_keys() {
        let mut windows = Windows::new(MINUTE);
        let at = |seconds: u64| Time::from_seconds(1_000 + seconds);
        let added = (0..MAX_KEYS + 10).filter(|key| windows.try_add(*key, 5, at(0))).count();
        assert_eq!((added, windows.events.len()), (MAX_KEYS, MAX_KEYS));
        assert!(!windows.try_add(MAX_KEYS, 5, at(59)) && windows.try_add(MAX_KEYS, 5, at(60)));
        assert_eq!(windows.events.len(), 1);
    }

    #[test]
    fn values_do_not_run_into_each_other() {
        assert_eq!(Likeness::of(["a", "b"]), Likeness::of([&b"a"[..], b"b"]));
        assert_ne!(Likeness::of(["a", "b"]), Likeness::of(["ab", ""]));
    }

    #[test]
    fn old_keys_are_dropped() {
        let mut windows = Windows::new(MINUTE);
        for key in 0..100_000_u64 {
            windows.add(key, Time::from_seconds(key));
        }
        assert!(windows.events.len() <= 2 * FIRST_SWEEP, "{}", windows.events.len());
    }
}
