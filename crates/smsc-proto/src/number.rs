//! Digits and their ranges (R39). Numbers of the wire are plain decimal digits; only a status may have a minus in front.

use nom::bytes::complete::{tag, take_while, take_while1};
use nom::combinator::{all_consuming, opt};
use nom::sequence::preceded;
use nom::{IResult, Parser};

/// nom's own error, where only success or failure matters.
type Tokens<'a, T> = IResult<&'a [u8], T, ()>;

/// The largest timestamp, err and id (R39).
pub(crate) const MAX_TIMESTAMP: u64 = 1 << 40;
pub(crate) const MAX_31_BITS: u64 = 0x7fff_ffff;

/// Digits and nothing else, at most `max`.
pub(crate) fn unsigned(digits: &[u8], max: u64) -> Option<u64> {
    if digits.is_empty() {
        return None;
    }
    digits.iter().try_fold(0_u64, |sum, byte| {
        let digit = byte.wrapping_sub(b'0');
        // `max` is at most 2^40, so that nothing can wrap before the comparison.
        let next = sum.wrapping_mul(10).wrapping_add(u64::from(digit));
        (digit <= 9 && next <= max).then_some(next)
    })
}

/// Digits with an optional minus, in the range of a status.
pub(crate) fn signed(bytes: &[u8]) -> Option<i32> {
    let (negative, digits) = match bytes.split_first() {
        Some((b'-', digits)) => (true, digits),
        _ => (false, bytes),
    };
    let magnitude = i64::try_from(unsigned(digits, 1 << 31)?).ok()?;
    i32::try_from(if negative { magnitude.checked_neg()? } else { magnitude }).ok()
}

/// The digits in front of the dot and behind it: `12` and `50` of `12.50`, `12` and nothing of `12`.
pub(crate) fn decimal(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    fn grammar(input: &[u8]) -> Tokens<'_, (&[u8], Option<&[u8]>)> {
        all_consuming((digits1, opt(preceded(tag(".".as_bytes()), digits1)))).parse(input)
    }
    grammar(bytes).ok().map(|(_, (whole, fraction))| (whole, fraction.unwrap_or_default()))
}

/// Any digits, possibly none.
pub(crate) fn digits0(input: &[u8]) -> Tokens<'_, &[u8]> {
    take_while(|byte: u8| byte.is_ascii_digit()).parse(input)
}

/// At least one digit.
pub(crate) fn digits1(input: &[u8]) -> Tokens<'_, &[u8]> {
    take_while1(|byte: u8| byte.is_ascii_digit()).parse(input)
}
