//! Amounts of money in ten-thousandths, which is as fine as a cost on the wire can be (R32).

use std::fmt;
use std::ops::{AddAssign, Mul, SubAssign};

use serde::{Deserialize, Deserializer};
use smsc_proto::calls::Amount;

/// An amount of money, exact, and perhaps negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(pub i64);

impl Money {
    /// Parses a decimal number with at most four digits after its dot.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Amount::parse(text.as_bytes())?.ten_thousandths().map(Self)
    }
}

impl fmt::Display for Money {
    /// Writes at least two digits after the dot, as the service does.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, fraction) = (self.0.unsigned_abs() / 10_000, self.0.unsigned_abs() % 10_000);
        if fraction % 100 == 0 {
            write!(f, "{sign}{whole}.{:02}", fraction / 100)
        } else {
            write!(f, "{sign}{whole}.{fraction:04}")
        }
    }
}

impl Mul<u32> for Money {
    type Output = Self;

    fn mul(self, count: u32) -> Self {
        Self(self.0.saturating_mul(count.into()))
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        self.0 = self.0.saturating_add(other.0);
    }
}

impl SubAssign for Money {
    fn sub_assign(&mut self, other: Self) {
        self.0 = self.0.saturating_sub(other.0);
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text)
            .ok_or_else(|| serde::de::Error::custom("expected a decimal number with at most 4 fraction digits, in quotes"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_exact() {
        for (text, written) in [("2.12", "2.12"), ("100", "100.00"), ("-0.5", "-0.50"), ("1.0001", "1.0001"), ("0", "0.00")] {
            assert_eq!(Money::parse(text).unwrap().to_string(), written);
        }
        assert_eq!([Money::parse("1,5"), Money::parse("1.00001"), Money::parse("")], [None, None, None]);
        assert_eq!(Money::parse("2.12").unwrap() * 3, Money::parse("6.36").unwrap());
    }
}
