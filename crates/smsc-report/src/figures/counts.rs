//! The number of messages by state.

use serde::Serialize;

use crate::float::float;

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
        (self.ended() > 0).then(|| float(self.delivered) / float(self.ended()))
    }

    /// Returns the 95 % Wilson interval of the delivery rate, or `None` if no message is at its end.
    #[must_use]
    pub fn interval(&self) -> Option<(f64, f64)> {
        let (n, p) = (float(self.ended()), self.rate()?);
        let middle = (p + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
        let half = Z / (1.0 + Z * Z / n) * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
        Some(((middle - half).max(0.0), (middle + half).min(1.0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(delivered: u64, failed: u64) -> Counts {
        Counts { delivered, failed, pending: 7, unknown: 8, test: 9 }
    }

    fn interval(delivered: u64, ended: u64) -> String {
        let (low, high) = counts(delivered, ended - delivered).interval().unwrap();
        format!("{low:.4} {high:.4}")
    }

    #[test]
    fn intervals_are_those_of_the_literature() {
        // Newcombe 1998, Statistics in Medicine 17, table I, method 3: the score method of Wilson.
        assert_eq!(interval(81, 263), "0.2553 0.3662");
        assert_eq!(interval(15, 148), "0.0624 0.1605");
        assert_eq!(interval(0, 20), "0.0000 0.1611");
        assert_eq!(interval(1, 29), "0.0061 0.1718");
    }

    #[test]
    fn a_rate_counts_ends_alone() {
        assert_eq!(counts(3, 1).rate(), Some(0.75));
        assert_eq!((counts(3, 1).ended(), counts(3, 1).sent()), (4, 28));
        assert_eq!((counts(0, 0).rate(), counts(0, 0).interval()), (None, None));
        let all = counts(29, 0).interval().unwrap();
        assert!(all.1 <= 1.0 && all.0 > 0.88);
    }
}
