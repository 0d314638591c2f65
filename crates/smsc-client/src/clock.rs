//! Time and random numbers, which a test can replace.

use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::thread;
use std::time::{Duration, Instant};

/// A clock that can also wait, and a source of random numbers.
///
/// A test brings its own, which waits by moving its hands.
pub trait Clock: Send + Sync {
    /// Returns the time since some moment before the first call. It never goes back.
    fn now(&self) -> Duration;

    /// Waits.
    fn wait(&self, time: Duration);

    /// Returns a uniformly random number.
    fn random(&self) -> u32;
}

/// The clock of the machine.
#[derive(Debug)]
pub struct SystemClock(Instant);

impl SystemClock {
    /// Creates a clock that starts now.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "the start is no default value")]
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
        // Each state of the standard library has another random key.
        u32::try_from(RandomState::new().build_hasher().finish() >> 32).unwrap_or(0)
    }
}
