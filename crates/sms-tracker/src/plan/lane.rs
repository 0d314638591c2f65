//! A lane: requests of one kind, which wait for each other.

use smsc_proto::ApiErrorCode;
use smsc_proto::retry::{Advice, Attempt, Call, Failure, Halt, advise};

/// The longest pause after failures that are no fault of the requests.
const LONGEST_PAUSE_MS: u64 = 5 * 60_000;

#[derive(Clone, Copy)]
pub(super) struct Lane {
    call: Call,
    /// The time from which the next request may go out, in milliseconds.
    pub(super) opens: u64,
    failures: u32,
    was_throttled: bool,
}

/// The effect of a failure.
pub(super) enum Effect {
    /// The lane is closed for a time.
    Pause,
    /// The service blocks the address for this long.
    Block(u32),
    /// The service refuses the credentials.
    Refused,
}

impl Lane {
    pub(super) const fn new(call: Call) -> Self {
        Self { call, opens: 0, failures: 0, was_throttled: false }
    }

    pub(super) fn close_until(&mut self, time: u64) {
        self.opens = self.opens.max(time);
    }

    pub(super) fn succeed(&mut self) {
        (self.failures, self.was_throttled) = (0, false);
    }

    /// Closes the lane for as long as the core advises, or longer with each failure once the tries of a
    /// single call would be used up.
    pub(super) fn fail(&mut self, failure: Failure, since_ms: u64, now: u64, random: u32, was_blocked: bool) -> Effect {
        self.failures = self.failures.saturating_add(1);
        let attempt = Attempt::new(self.failures, since_ms, random).with_throttled(self.was_throttled).with_blocked(was_blocked);
        self.was_throttled = matches!(failure, Failure::Rejected(ApiErrorCode::TOO_MANY_REQUESTS) | Failure::HttpStatus(429));
        let pause = match advise(self.call, failure, attempt) {
            Advice::StopEveryCall(Halt::Credentials) => return Effect::Refused,
            Advice::StopEveryCall(Halt::Blocked { for_ms }) => return Effect::Block(for_ms),
            Advice::Retry { after_ms, .. } => after_ms.into(),
            _ if self.was_throttled => LONGEST_PAUSE_MS,
            _ => 1_000_u64.saturating_mul(1_u64.checked_shl(self.failures).unwrap_or(u64::MAX)).min(LONGEST_PAUSE_MS),
        };
        self.close_until(now.saturating_add(pause));
        Effect::Pause
    }
}
