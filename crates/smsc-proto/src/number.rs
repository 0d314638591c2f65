//! Digits and their ranges (R39). Numbers of the wire are plain decimal digits; only a status may have a minus in front.

use nom::bytes::complete::{tag, take_while, take_while1};
use nom::combinator::{all_consuming, opt};
use nom::sequence::preceded;
use nom::{IResult, Parser};

/// nom's own error, where only success or failure matters.
type Tokens<'a, T> = IResult<&'a [u8], T, ()>;

/// The largest error number (R39).
pub(crate) const MAX_31_BITS: i64 = 0x7fff_ffff;

/// Digits, with a minus in front only where the range has negative numbers, whose value is in the range.
pub(crate) fn integer(bytes: &[u8], min: i64, max: i64) -> Option<i64> {
    let (is_negative, digits) = match bytes.split_first() {
        Some((b'-', digits)) if min < 0 => (true, digits),
        _ => (false, bytes),
    };
    if digits.is_empty() {
        return None;
    }
    let most = if is_negative { min.wrapping_neg() } else { max };
    let magnitude = digits.iter().try_fold(0_i64, |sum, byte| {
        let digit = byte.wrapping_sub(b'0');
        // No range goes beyond 2^40, so that nothing can wrap before the comparison.
        let next = sum.wrapping_mul(10).wrapping_add(i64::from(digit));
        (digit <= 9 && next <= most).then_some(next)
    })?;
    let value = if is_negative { magnitude.wrapping_neg() } else { magnitude };
    (value >= min).then_some(value)
}

/// An integer at the start of a line, up to its comma or the line's end, and how many bytes it takes. `None` also where there is none: what
/// is wrong is for [`integer`] to find.
pub(crate) fn integer_to_comma(line: &[u8], min: i64, max: i64) -> Option<(i64, usize)> {
    leading_integer(line, min, max, |byte| byte == b',')
}

/// An integer at the start of a text, up to a byte that may end it or the text's end, and how many bytes it takes.
#[inline]
pub(crate) fn leading_integer(text: &[u8], min: i64, max: i64, ends: impl Fn(u8) -> bool) -> Option<(i64, usize)> {
    let is_negative = min < 0 && text.first() == Some(&b'-');
    let sign = usize::from(is_negative);
    let mut magnitude = 0_i64;
    let mut digits = 0_usize;
    for byte in text.get(sign..)? {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            if !ends(*byte) {
                return None;
            }
            break;
        }
        // As many digits as cannot wrap; what has more is for the caller to read otherwise.
        if digits == 15 {
            return None;
        }
        magnitude = magnitude.wrapping_mul(10).wrapping_add(i64::from(digit));
        digits = digits.wrapping_add(1);
    }
    let value = if is_negative { magnitude.wrapping_neg() } else { magnitude };
    (digits != 0 && (min..=max).contains(&value)).then_some((value, digits.wrapping_add(sign)))
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
