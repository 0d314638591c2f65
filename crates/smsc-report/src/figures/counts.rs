//! The number of messages by state.

use serde::Serialize;

/// The number of messages by state. Every message has exactly one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// The number of those delivered.
    pub delivered: u64,
    /// The number of those that will not be delivered.
    pub failed: u64,
    /// The number of those on their way.
    pub pending: u64,
    /// The number of those whose end the service does not know.
    pub unknown: u64,
    /// The number of test messages (the error 200), which no operator got.
    pub test: u64,
}

/// The 97.5 % quantile of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

impl Counts {
    /// Returns the number of all messages.
    #[must_use]
    pub const fn sent(&self) -> u64 {
        self.delivered + self.failed + self.pending + self.unknown + self.test
    }

    /// Returns the number of messages that the delivery rate counts: those delivered and those failed.
    #[must_use]
    pub const fn ended(&self) -> u64 {
        self.delivered + self.failed
    }

    /// Returns the delivery rate, from 0 to 1, or `None` if no message is at its end.
    #[must_use]
    pub fn rate(&self) -> Option<f64> {
        (self.ended() > 0).then(|| self.delivered as f64 / self.ended() as f64)
    }

    /// Returns the 95 % Wilson interval of the delivery rate, or `None` if no message is at its end.
    #[must_use]
    pub fn interval(&self) -> Option<(f64, f64)> {
        let (n, p) = (self.ended() as f64, self.rate()?);
        let middle = (p + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
        let half = Z / (1.0 + Z * Z / n) * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
        Some(((middle - half).max(0.0), (middle + half).min(1.0)))
    }
}
