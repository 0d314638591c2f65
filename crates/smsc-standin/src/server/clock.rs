//! The clock of a server: it runs as the real one, faster, or only when it is told to.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::time::Time;

/// A clock that never goes back.
#[derive(Debug)]
pub(super) struct Clock {
    start: Time,
    started: Instant,
    /// Virtual seconds in a real one; 0 for a frozen clock.
    speed: u32,
    /// The milliseconds that the clock was advanced by.
    advanced: AtomicU64,
}

impl Clock {
    pub(super) fn new(start: Option<Time>, speed: u32) -> Self {
        let start = start.unwrap_or_else(real_now);
        Self { start, started: Instant::now(), speed, advanced: AtomicU64::new(0) }
    }

    pub(super) fn now(&self) -> Time {
        let run = self.started.elapsed().saturating_mul(self.speed);
        self.start + run + Duration::from_millis(self.advanced.load(Ordering::SeqCst))
    }

    /// Moves the clock forward.
    pub(super) fn advance(&self, by: Duration) {
        let by = u64::try_from(by.as_millis()).unwrap_or(u64::MAX);
        let add = |advanced: u64| Some(advanced.saturating_add(by));
        // The update always succeeds.
        let _ = self.advanced.fetch_update(Ordering::SeqCst, Ordering::SeqCst, add);
    }
}

/// Returns the time of the machine.
fn real_now() -> Time {
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Time(u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frozen_clock_moves_when_it_is_advanced() {
        let clock = Clock::new(Some(Time::from_seconds(1_000)), 0);
        assert_eq!(clock.now(), Time::from_seconds(1_000));
        clock.advance(Duration::from_secs(9 * 3600));
        assert_eq!(clock.now(), Time::from_seconds(1_000 + 9 * 3600));
        clock.advance(Duration::MAX);
        assert!(clock.now() > Time::from_seconds(1_000));
    }

    #[test]
    fn a_fast_clock_is_ahead_of_the_real_one() {
        let clock = Clock::new(Some(Time::from_seconds(1_000)), 1_000_000);
        std::thread::sleep(Duration::from_millis(5));
        assert!(clock.now() >= Time::from_seconds(1_000 + 5_000));
    }
}
