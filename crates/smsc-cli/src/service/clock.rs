//! The clock of the client, which says what it waits for.

use std::time::Duration;

use smsc_client::{Clock, SystemClock};

use crate::lang::fill;
use crate::message;

/// The time from which on a wait is announced.
const LONG: Duration = Duration::from_secs(3);

/// The clock of the machine.
pub(super) struct TalkingClock(SystemClock);

impl TalkingClock {
    pub(super) fn new() -> Self {
        Self(SystemClock::new())
    }
}

impl Clock for TalkingClock {
    fn now(&self) -> Duration {
        self.0.now()
    }

    fn wait(&self, time: Duration) {
        if time >= LONG {
            let seconds = time.as_millis().div_ceil(1_000);
            message::failure(&fill("waiting {0} s before the next request", &[&seconds]));
        }
        self.0.wait(time);
    }

    fn random(&self) -> u32 {
        self.0.random()
    }
}
