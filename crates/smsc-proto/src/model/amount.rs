//! Amounts of money as exact decimals: balances, which may be negative (R63a).

use core::fmt;

use crate::scan::number;

/// An amount of money: an exact decimal, kept as written in the reply, and perhaps negative.
///
/// The unit is the account's currency. Unlike a [`Cost`](crate::Cost) an amount may have a minus
/// sign, and any number of digits after its dot. Two amounts are equal if their characters are the
/// same, so `2.1` and `2.10` differ; use [`Amount::ten_thousandths`] to compare or add amounts.
///
/// ```
/// use smsc_proto::calls::Amount;
///
/// let amount = Amount::parse(b"-12.50").unwrap();
/// assert_eq!(amount.as_str(), "-12.50");
/// assert!(amount.is_negative());
/// assert_eq!(amount.ten_thousandths(), Some(-125_000));
/// assert_eq!(Amount::parse(b"1.000001").unwrap().ten_thousandths(), None);
/// assert_eq!(Amount::parse(b"1,5"), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Amount<'a> {
    /// Digits, optionally with a minus sign before them, and a dot and digits after them.
    text: &'a [u8],
}

impl<'a> Amount<'a> {
    /// Parses digits, optionally with a minus sign before them, and with a dot and digits after
    /// them. Returns `None` for anything else.
    #[must_use]
    pub fn parse(bytes: &'a [u8]) -> Option<Self> {
        let (whole, _) = number::decimal(bytes.strip_prefix(b"-").unwrap_or(bytes))?;
        (!whole.is_empty()).then_some(Self { text: bytes })
    }

    /// Returns the amount as written in the reply.
    #[must_use]
    pub const fn as_str(self) -> &'a str {
        match core::str::from_utf8(self.text) {
            Ok(text) => text,
            // A sign, digits and a dot are UTF-8.
            Err(_) => "",
        }
    }

    /// Returns the amount as written in the reply, as ASCII bytes.
    #[must_use]
    pub const fn as_bytes(self) -> &'a [u8] {
        self.text
    }

    /// Returns whether the amount is below zero.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.text.first() == Some(&b'-') && self.text.iter().any(|byte| matches!(byte, b'1'..=b'9'))
    }

    /// Returns the amount in ten-thousandths, as [`Cost::ten_thousandths`] does. Returns `None` if
    /// the amount does not fit into an `i64`, or is no whole number of ten-thousandths.
    ///
    /// [`Cost::ten_thousandths`]: crate::Cost::ten_thousandths
    #[must_use]
    pub fn ten_thousandths(self) -> Option<i64> {
        let (is_negative, digits) = match self.text.strip_prefix(b"-") {
            Some(digits) => (true, digits),
            None => (false, self.text),
        };
        let (whole, fraction) = number::decimal(digits)?;
        let (fraction, finer) = fraction.split_at_checked(4).unwrap_or((fraction, &[]));
        if finer.iter().any(|digit| *digit != b'0') {
            return None;
        }
        let missing = 4_usize.checked_sub(fraction.len())?;
        let digits = whole.iter().chain(fraction).copied().chain(core::iter::repeat_n(b'0', missing));
        // Counted down, because there is one negative number more than positive ones.
        let negative = digits
            .map(|digit| i64::from(digit.wrapping_sub(b'0')))
            .try_fold(0_i64, |sum, digit| sum.checked_mul(10)?.checked_sub(digit))?;
        if is_negative { Some(negative) } else { negative.checked_neg() }
    }
}

impl fmt::Display for Amount<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Amount<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Amount").field(&self.as_str()).finish()
    }
}
