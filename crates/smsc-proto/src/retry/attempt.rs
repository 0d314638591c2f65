//! The caller's knowledge of earlier tries.

/// A try of a call that failed, and what came before it. Time and randomness are passed in, because
/// the core has neither a clock nor a generator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Attempt {
    /// The number of this try of the call: 1 for the first. 0 counts as 1.
    pub number: u32,
    /// The milliseconds since the last like request was sent, which may be the failed one. 0, the
    /// cautious value, if unknown.
    pub since_ms: u64,
    /// Whether there is another host than the one that was tried: a reserve, or the first host again
    /// after a reserve.
    pub has_next_host: bool,
    /// Whether the try before this one also failed because of too many requests: error 9, or HTTP
    /// status 429.
    pub was_throttled: bool,
    /// Whether all calls were stopped for error 4 before, and no call succeeded since.
    pub was_blocked: bool,
    /// A uniformly random number, which spreads the waiting times of several clients.
    pub random: u32,
}

impl Attempt {
    /// Creates an attempt with another host to go to, and with neither error 9 nor error 4 before
    /// it.
    #[must_use]
    pub const fn new(number: u32, since_ms: u64, random: u32) -> Self {
        Self { number, since_ms, has_next_host: true, was_throttled: false, was_blocked: false, random }
    }

    /// Returns the attempt with this [`has_next_host`](Self::has_next_host).
    #[must_use]
    pub const fn with_next_host(self, has_next_host: bool) -> Self {
        Self { has_next_host, ..self }
    }

    /// Returns the attempt with this [`was_throttled`](Self::was_throttled).
    #[must_use]
    pub const fn with_throttled(self, was_throttled: bool) -> Self {
        Self { was_throttled, ..self }
    }

    /// Returns the attempt with this [`was_blocked`](Self::was_blocked).
    #[must_use]
    pub const fn with_blocked(self, was_blocked: bool) -> Self {
        Self { was_blocked, ..self }
    }
}
