//! Costs as exact decimals (R32).

use core::fmt;

use crate::scan::digits;
use crate::scan::number;

/// The cost of a message: an exact decimal, kept as written in the reply.
///
/// The unit is the account's currency. [`Display`](fmt::Display) writes the digits of the reply,
/// `2.10` and not `2.1`. Two costs are equal if their digits are the same, so `2.1` and `2.10`
/// differ; use [`Cost::ten_thousandths`] to compare or add amounts.
///
/// ```
/// use smsc_proto::Cost;
///
/// let cost = Cost::parse(b"2.10").unwrap();
/// assert_eq!(cost.as_str(), "2.10");
/// assert_eq!((cost.mantissa(), cost.scale()), (Some(210), 2));
/// let sum: Option<u64> = [b"0.385".as_slice(), b"12.3456", b"4"]
///     .iter()
///     .map(|digits| Cost::parse(digits)?.ten_thousandths())
///     .sum();
/// assert_eq!(sum, Some(167_306)); // 16.7306
/// assert_eq!(Cost::parse(b"1,5"), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Cost<'a> {
    /// Digits, optionally with a dot and 1 to 4 digits after it.
    digits: &'a [u8],
}

/// The maximum number of digits after the dot (R32).
pub(crate) const MAX_SCALE: usize = 4;

impl<'a> Cost<'a> {
    /// Parses digits, optionally with a dot and 1 to 4 digits after it. Returns `None` for anything
    /// else.
    #[must_use]
    pub fn parse(bytes: &'a [u8]) -> Option<Self> {
        let (whole, fraction) = number::decimal(bytes)?;
        (!whole.is_empty() && fraction.len() <= MAX_SCALE).then_some(Self { digits: bytes })
    }

    /// Parses `length` bytes of a window from `start` on, like [`parse`](Self::parse). Bytes after
    /// them may be loaded too, which is faster.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a call takes as long as parsing the digits")]
    pub(crate) fn of_window(window: &'a [u8], start: usize, length: usize) -> Option<Self> {
        let text = window.get(start..start.checked_add(length)?)?;
        if digits::is_decimal(window, start, length, MAX_SCALE) { Some(Self { digits: text }) } else { Self::parse(text) }
    }

    /// Returns the cost as written in the reply.
    #[must_use]
    pub const fn as_str(self) -> &'a str {
        match core::str::from_utf8(self.digits) {
            Ok(digits) => digits,
            // Digits and a dot are UTF-8.
            Err(_) => "",
        }
    }

    /// Returns the cost as written in the reply, as ASCII bytes.
    #[must_use]
    pub const fn as_bytes(self) -> &'a [u8] {
        self.digits
    }

    /// Returns the number of digits after the dot: 0 to 4.
    #[must_use]
    pub fn scale(self) -> u8 {
        // The search of `str` contains a path to a panic.
        number::decimal(self.digits).and_then(|(_, fraction)| u8::try_from(fraction.len()).ok()).unwrap_or(0)
    }

    /// Returns the amount as an integer in units of 10<sup>-[`scale`](Self::scale)</sup>. Returns
    /// `None` if the amount does not fit into a `u64`.
    #[must_use]
    pub fn mantissa(self) -> Option<u64> {
        self.digits
            .iter()
            .filter(|byte| byte.is_ascii_digit())
            .try_fold(0_u64, |sum, digit| sum.checked_mul(10)?.checked_add(u64::from(digit.wrapping_sub(b'0'))))
    }

    /// Returns the amount in ten-thousandths, the finest unit of any cost, so that costs of any
    /// scale can be added exactly. Returns `None` if the amount does not fit into a `u64`.
    #[must_use]
    pub fn ten_thousandths(self) -> Option<u64> {
        let missing = 4_u32.checked_sub(u32::from(self.scale()))?;
        self.mantissa()?.checked_mul(10_u64.checked_pow(missing)?)
    }
}

impl fmt::Display for Cost<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Cost<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Cost").field(&self.as_str()).finish()
    }
}
