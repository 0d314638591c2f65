//! Time and random numbers, which the core lacks.

use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::thread;
use std::time::{Duration, Instant};

/// A clock that can also wait, and a source of random numbers.
pub trait Clock {
    /// Returns the time since some moment before the first call.
    fn now(&self) -> Duration;

    /// Waits.
    fn wait(&self, time: Duration);

    /// Returns a random number.
    fn random(&self) -> u32;
}

/// The clock of the machine.
pub struct SystemClock(Instant);

impl SystemClock {
    /// Creates a clock that starts now.
    #[expect(clippy::new_without_default, reason = "the start is no default value")]
    #[must_use]
    pub fn new() -> Self {
        Self(Instant::now())
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Duration {
        self.0.elapsed()
    }

    fn wait(&self, time: Duration) {
        thread::sleep(time);
    }

    fn random(&self) -> u32 {
        // Each state of the standard library has another key.
        u32::try_from(RandomState::new().build_hasher().finish() >> 32).unwrap_or(0)
    }
}
