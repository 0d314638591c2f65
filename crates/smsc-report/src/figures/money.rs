//! Sums of money.

use std::fmt;
use std::ops::AddAssign;

use serde::{Serialize, Serializer};

/// A sum of money, exact to 1/10,000. `Display` and serde write all four digits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Money(
    /// Its number of 1/10,000.
    pub i128,
);

impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, rest) = (self.0.unsigned_abs() / 10_000, self.0.unsigned_abs() % 10_000);
        write!(f, "{sign}{whole}.{rest:04}")
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_four_digits_are_written() {
        let texts = [0, 1, -1, 21_200, -10_001, 123_456_789_012_345_678].map(|sum| Money(sum).to_string());
        assert_eq!(texts, ["0.0000", "0.0001", "-0.0001", "2.1200", "-1.0001", "12345678901234.5678"]);
        assert!(Money(i128::MIN).to_string().starts_with("-17014118346046923173168730371588410.5728"));
        assert_eq!(serde_json::to_string(&Money(21_200)).unwrap(), "\"2.1200\"");
    }

    #[test]
    fn a_sum_is_exact() {
        let mut sum = Money::default();
        (0..10_000).for_each(|_| sum += Money(1));
        assert_eq!(sum, Money(10_000));
    }
}
