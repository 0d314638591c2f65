//! The clock of the caller, and how far it is off.

use crate::plan::moscow::{next_move, time_of_move};

/// The error of a clock that no server has been compared with, in seconds.
const UNKNOWN_ERROR: u32 = 300;
/// The error of a clock after the comparison with the date of a server, which is in whole seconds.
const KNOWN_ERROR: u32 = 5;

pub(super) struct Clock {
    /// The time, in milliseconds. It never goes back.
    now: u64,
    /// The seconds by which the service's clock is ahead.
    ahead: i64,
    error: u32,
}

impl Clock {
    pub(super) const fn new(now: u64) -> Self {
        Self { now, ahead: 0, error: UNKNOWN_ERROR }
    }

    /// Moves the clock on, and returns the time: that of before if the caller's clock went back.
    pub(super) fn advance(&mut self, now: u64) -> u64 {
        self.now = self.now.max(now);
        self.now
    }

    pub(super) const fn now(&self) -> u64 {
        self.now
    }

    /// Compares the clock with the date of a server, in Unix seconds.
    pub(super) fn compare(&mut self, date: u64) {
        let [date, now] = [date, self.now / 1_000].map(|time| i64::try_from(time).unwrap_or(i64::MAX));
        self.ahead = date.saturating_sub(now);
        self.error = KNOWN_ERROR;
    }

    /// Returns a time of the service's clock by the caller's.
    pub(super) fn local(&self, time: u32) -> u32 {
        u32::try_from(i64::from(time).saturating_sub(self.ahead).max(0)).unwrap_or(u32::MAX)
    }

    /// Returns a time of the caller's clock, in milliseconds, by the service's in seconds.
    pub(super) fn remote(&self, time: u64) -> u32 {
        let time = i64::try_from(time / 1_000).unwrap_or(i64::MAX);
        u32::try_from(time.saturating_add(self.ahead).max(0)).unwrap_or(u32::MAX)
    }

    /// Returns the greatest difference from the service's clock that is not known, in seconds.
    pub(super) const fn error(&self) -> u32 {
        self.error
    }

    /// Returns the number of the day of the next move to the archive.
    pub(super) fn next_move(&self) -> u32 {
        next_move(self.remote(self.now))
    }

    /// Returns the time of the next move, and the earliest one at which it can be, as this clock may be
    /// wrong.
    pub(super) fn times_of_move(&self) -> (u32, u32) {
        let time = self.local(time_of_move(self.next_move()));
        (time, time.saturating_sub(self.error))
    }
}

/// Returns milliseconds as seconds, rounded down.
pub(super) fn seconds(time: u64) -> u32 {
    u32::try_from(time / 1_000).unwrap_or(u32::MAX)
}

/// Returns seconds as milliseconds.
pub(super) fn milliseconds(time: u32) -> u64 {
    u64::from(time).saturating_mul(1_000)
}
