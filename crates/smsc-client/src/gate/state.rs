//! The state of a gate: requests in work, those of the last minute, and why all are stopped.

use std::collections::{HashMap, VecDeque};
use std::time::Duration;

use super::limits::{GateLimits, Key, Rule};

/// The window of every limit: a minute, and a second for clocks that count whole ones.
const WINDOW: Duration = Duration::from_secs(61);

/// The number of keys at which old ones are dropped first.
const FIRST_SWEEP: usize = 1_024;

pub(super) struct State {
    limits: GateLimits,
    windows: HashMap<Key, Window>,
    sweep_at: usize,
    /// The requests at once: to status.php, and others.
    at_once: [Window; 2],
    /// A mark that the service has accepted the credentials.
    is_proven: bool,
    is_refused: bool,
    /// The number of the credentials: requests in work may have older ones.
    generation: u64,
    blocked_until: Option<Duration>,
    was_blocked: bool,
}

/// The requests under one limit.
#[derive(Default)]
struct Window {
    in_work: usize,
    /// The ends of the others, in order.
    ended: VecDeque<Duration>,
}

/// A request that was let in.
pub(super) struct Entry {
    rule: Rule,
    keys: [Option<Key>; 2],
}

pub(super) enum Look {
    Free(Entry),
    Until(Duration),
    Busy,
    Refused,
}

impl State {
    pub(super) fn new(limits: GateLimits) -> Self {
        Self {
            limits,
            windows: HashMap::new(),
            sweep_at: FIRST_SWEEP,
            at_once: Default::default(),
            is_proven: false,
            is_refused: false,
            generation: 0,
            blocked_until: None,
            was_blocked: false,
        }
    }

    /// Lets a request in, or returns what has to happen first.
    pub(super) fn look(&mut self, rule: Rule, likeness: u64, now: Duration) -> Look {
        if self.is_refused {
            return Look::Refused;
        }
        if let Some(until) = self.blocked_until.filter(|until| now < *until) {
            return Look::Until(until);
        }
        if !self.is_proven && self.at_once.iter().any(|window| window.in_work > 0) {
            return Look::Busy;
        }
        let (limit, rest) = (self.limits.at_once(rule).max(1), self.limits.rest);
        if let Some(closed) = self.at_once[lane(rule)].look(limit, rest, now) {
            return closed;
        }
        let limits = self.limits.of(rule, likeness);
        for (key, limit) in limits.into_iter().flatten() {
            if let Some(closed) = self.windows.get_mut(&key).and_then(|window| window.look(limit.max(1), WINDOW, now)) {
                return closed;
            }
        }
        let keys = limits.map(|limit| limit.map(|(key, _)| key));
        for key in keys.into_iter().flatten() {
            self.windows.entry(key).or_default().in_work += 1;
        }
        self.at_once[lane(rule)].in_work += 1;
        self.sweep(now);
        Look::Free(Entry { rule, keys })
    }

    /// Ends a request, which counts from now on unless it was not sent.
    pub(super) fn end(&mut self, entry: &Entry, now: Option<Duration>) {
        self.at_once[lane(entry.rule)].end(now);
        for key in entry.keys.into_iter().flatten() {
            self.windows.entry(key).or_default().end(now);
        }
    }

    pub(super) const fn generation(&self) -> u64 {
        self.generation
    }

    pub(super) const fn is_refused(&self) -> bool {
        self.is_refused
    }

    pub(super) const fn was_blocked(&self) -> bool {
        self.was_blocked
    }

    pub(super) const fn accept(&mut self, generation: u64) {
        if generation == self.generation {
            self.is_proven = true;
            self.was_blocked = false;
        }
    }

    pub(super) const fn refuse(&mut self, generation: u64) {
        if generation == self.generation {
            self.is_refused = true;
        }
    }

    pub(super) fn block(&mut self, until: Duration) {
        self.blocked_until = self.blocked_until.max(Some(until));
        self.was_blocked = true;
    }

    pub(super) const fn renew(&mut self) {
        self.is_refused = false;
        self.is_proven = false;
        self.generation += 1;
    }

    /// Returns the number of keys.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.windows.len()
    }

    /// Drops old keys now and then, so that the memory depends on the traffic of a minute.
    fn sweep(&mut self, now: Duration) {
        if self.windows.len() < self.sweep_at {
            return;
        }
        self.windows.retain(|_, window| {
            window.drop_old(WINDOW, now);
            window.in_work > 0 || !window.ended.is_empty()
        });
        self.sweep_at = (self.windows.len() * 2).max(FIRST_SWEEP);
    }
}

/// Returns the index of the count that a request belongs to.
const fn lane(rule: Rule) -> usize {
    if rule.is_status() { 0 } else { 1 }
}

impl Window {
    /// Returns why there is no room for a request, or `None` if there is.
    fn look(&mut self, limit: usize, length: Duration, now: Duration) -> Option<Look> {
        self.drop_old(length, now);
        if self.in_work + self.ended.len() < limit {
            return None;
        }
        // The oldest one makes room. Without any, one in work has to end.
        Some(self.ended.front().map_or(Look::Busy, |oldest| Look::Until(oldest.saturating_add(length))))
    }

    fn end(&mut self, now: Option<Duration>) {
        self.in_work = self.in_work.saturating_sub(1);
        self.ended.extend(now);
    }

    fn drop_old(&mut self, length: Duration, now: Duration) {
        while self.ended.front().is_some_and(|ended| ended.saturating_add(length) <= now) {
            self.ended.pop_front();
        }
    }
}
