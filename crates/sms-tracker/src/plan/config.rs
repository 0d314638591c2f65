//! The limits and habits of a plan.

/// The limits that a plan keeps, and how often it asks. The defaults are the limits of the provider's
/// pages, with head room for other programs of the same login.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PlanConfig {
    /// Status requests at once: 1 to [`MAX_AT_ONCE`]. The service allows 4 under one login.
    pub at_once: u8,
    /// Messages in one batch: at least 2. The number that the service accepts is not known.
    pub batch_size: u16,
    /// Milliseconds from the answer to a batch to the next batch. The service allows one a minute; two
    /// programs that share a login need twice this.
    pub batch_gap_ms: u32,
    /// Seconds from the sending of a message to the first request for its status, and the least between
    /// two: 15 at least, since the service allows 5 a minute.
    pub first_gap_s: u32,
    /// Seconds between two requests for the status of an old message. In between, the gap grows with
    /// the age of the message: it is asked for after 30 s, 1, 2, 4, 8 minutes, and so on.
    pub last_gap_s: u32,
    /// The account keeps a history (get.php), in which messages that moved to the archive are looked
    /// for.
    pub has_history: bool,
    /// Messages in one request to the history, which is for their phones and days.
    pub history_size: u16,
    /// Milliseconds between two requests to the history. The service allows 3 alike a minute.
    pub history_gap_ms: u32,
    /// Seconds after its sending in which a message that is not found (-3) is not there yet, and later
    /// no more.
    pub not_yet_s: u32,
}

/// The greatest number of status requests at once.
pub const MAX_AT_ONCE: u8 = 15;

/// The least number of seconds between two requests for one message, so that at most 4 are within a
/// minute.
pub(super) const MIN_GAP: u32 = 15;

impl Default for PlanConfig {
    fn default() -> Self {
        Self {
            at_once: 3,
            batch_size: 1_000,
            batch_gap_ms: 61_000,
            first_gap_s: 30,
            last_gap_s: 3_600,
            has_history: true,
            history_size: 100,
            history_gap_ms: 30_000,
            not_yet_s: 600,
        }
    }
}

impl PlanConfig {
    /// Returns the configuration for an account whose push notifications arrive in the same program:
    /// statuses are asked for once an hour, and before each move to the archive.
    #[must_use]
    pub fn with_push() -> Self {
        Self { first_gap_s: 3_600, ..Self::default() }
    }

    /// Returns the seconds after which a message is asked for again that has this age in seconds.
    /// `clamp` has a path to a panic, for limits that are not in order.
    pub(super) fn gap(&self, age: u32) -> u32 {
        age.max(self.first_gap_s).min(self.last_gap_s)
    }

    /// Returns the configuration with every value in its range.
    pub(super) fn clamped(self) -> Self {
        let first_gap_s = self.first_gap_s.clamp(MIN_GAP, 86_400);
        Self {
            at_once: self.at_once.clamp(1, MAX_AT_ONCE),
            batch_size: self.batch_size.max(2),
            first_gap_s,
            last_gap_s: self.last_gap_s.clamp(first_gap_s, 86_400),
            history_size: self.history_size.max(1),
            ..self
        }
    }
}
