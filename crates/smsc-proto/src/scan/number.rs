//! Parsing of decimal numbers in a range (R39). Only a status may have a minus sign.

use nom::bytes::complete::take_while1;
use nom::{IResult, Parser};

use crate::scan::swar;

/// The result of a nom parser of which only success or failure matters.
type Tokens<'a, T> = IResult<&'a [u8], T, ()>;

/// The largest number of 31 bits: the largest `err`, `sms_cnt` and API error number (R39).
pub(crate) const MAX_31_BITS: i64 = 0x7fff_ffff;

/// Parses an integer in a range. A minus sign is accepted only if the range has negative numbers.
/// Returns `None` if the bytes are not such an integer, or if more than 15 digits follow the
/// leading zeros.
pub(crate) fn integer(bytes: &[u8], min: i64, max: i64) -> Option<i64> {
    if let Some((value, _)) = leading_integer(bytes, min, max, |_| false) {
        return Some(value);
    }
    // Slow path: any number of leading zeros is accepted.
    let (is_negative, digits) = match bytes.split_first() {
        Some((b'-', digits)) if min < 0 => (true, digits),
        _ => (false, bytes),
    };
    let zeros = digits.iter().take_while(|byte| **byte == b'0').count();
    if zeros == 0 {
        return None;
    }
    let most = if is_negative { min.wrapping_neg() } else { max };
    let least = if is_negative { max.wrapping_neg() } else { min };
    let magnitude = match digits.get(zeros..)? {
        [] => 0,
        rest => leading_integer(rest, 0, most, |_| false)?.0,
    };
    (magnitude >= least).then_some(if is_negative { magnitude.wrapping_neg() } else { magnitude })
}

/// Parses an integer at the start of a line, up to a comma or the end of the line. Returns the
/// value and the number of bytes before the comma. Returns `None` for a malformed integer, and for
/// some valid ones with many leading zeros: [`integer`] decides.
pub(crate) fn integer_to_comma(line: &[u8], min: i64, max: i64) -> Option<(i64, usize)> {
    leading_integer(line, min, max, |byte| byte == b',')
}

/// Parses an integer at the start of a text, up to a byte for which `ends` returns true or the end
/// of the text. Returns the value and its length in bytes. Returns `None` for a malformed integer,
/// for one out of the range, and for more than 15 digits, leading zeros included.
#[inline]
pub(crate) fn leading_integer(text: &[u8], min: i64, max: i64, ends: impl Fn(u8) -> bool) -> Option<(i64, usize)> {
    let is_negative = min < 0 && text.first() == Some(&b'-');
    let sign = usize::from(is_negative);
    let text = text.get(sign..)?;
    let (mut magnitude, mut digits) = swar::parse_8(text).map_or((0, 0), |value| (value, 8));
    for byte in text.get(digits..)? {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            if !ends(*byte) {
                return None;
            }
            break;
        }
        // 15 digits cannot overflow; the caller has a slow path for longer numbers.
        if digits == 15 {
            return None;
        }
        magnitude = magnitude.wrapping_mul(10).wrapping_add(i64::from(digit));
        digits = digits.wrapping_add(1);
    }
    let value = if is_negative { magnitude.wrapping_neg() } else { magnitude };
    (digits != 0 && (min..=max).contains(&value)).then_some((value, digits.wrapping_add(sign)))
}

/// Splits a decimal into the digits before and after its dot: `12` and `50` for `12.50`, `12` and
/// nothing for `12`. Returns `None` if the bytes are not a decimal.
pub(crate) fn decimal(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (whole, rest) = bytes.split_at_checked(bytes.iter().take_while(|byte| byte.is_ascii_digit()).count())?;
    let fraction = match rest {
        [] => rest,
        [b'.', fraction @ ..] if !fraction.is_empty() && fraction.iter().all(u8::is_ascii_digit) => fraction,
        _ => return None,
    };
    (!whole.is_empty()).then_some((whole, fraction))
}

/// Parses one or more digits.
pub(crate) fn digits1(input: &[u8]) -> Tokens<'_, &[u8]> {
    take_while1(|byte: u8| byte.is_ascii_digit()).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    extern crate std;
    use std::format;

    const SOME: [i64; 13] =
        [0, 7, 42, 999, 1_760, 99_999, 123_456, 9_999_999, 12_345_678, 123_456_789, 1_760_080_210, 99_999_999_999, 1 << 40];

    #[test]
    fn numbers_of_any_length() {
        for number in SOME {
            for zeros in ["", "0", "000", "00000000", "0000000000000000000000"] {
                let text = format!("{zeros}{number}");
                assert_eq!(integer(text.as_bytes(), 0, 1 << 40), Some(number), "{text}");
                assert_eq!(integer(text.as_bytes(), 1, 1 << 40), Some(number).filter(|number| *number != 0), "{text}");
                assert_eq!(integer(text.as_bytes(), 0, 1_000_000), Some(number).filter(|number| *number <= 1_000_000), "{text}");
                let negative = format!("-{text}");
                assert_eq!(integer(negative.as_bytes(), 0, 1 << 40), None, "{negative}");
                assert_eq!(integer(negative.as_bytes(), -(1 << 40), 0), Some(number.wrapping_neg()), "{negative}");
                assert_eq!(
                    integer(negative.as_bytes(), -0x8000_0000, 5),
                    Some(-number).filter(|_| number <= 0x8000_0000),
                    "{negative}"
                );
                for at in 0..=text.len() {
                    for other in [" ", "-", "/", ":", ",", ".", "\u{e9}"] {
                        let (before, after) = text.split_at(at);
                        let broken = format!("{before}{other}{after}");
                        let minus = other == "-" && at == 0;
                        assert_eq!(integer(broken.as_bytes(), -(1 << 41), 1 << 40).is_some(), minus, "{broken}");
                    }
                }
            }
        }
        for none in ["", "-", "--1", "1099511627777", "99999999999999999999", "18446744073709551617"] {
            assert_eq!(integer(none.as_bytes(), -(1 << 40), 1 << 40), None, "{none}");
        }
    }

    #[test]
    fn numbers_before_something() {
        for number in SOME {
            for after in ["", ",", ",1", ",79990000001,1,2,3"] {
                let text = format!("{number}{after}");
                let digits = text.len() - after.len();
                assert_eq!(integer_to_comma(text.as_bytes(), 0, 1 << 40), Some((number, digits)), "{text}");
                let text = format!("-{text}");
                let found = integer_to_comma(text.as_bytes(), -(1 << 40), 0);
                assert_eq!(found, Some((-number, digits + 1)), "{text}");
            }
            assert_eq!(integer_to_comma(format!("{number}x,").as_bytes(), 0, 1 << 40), None);
        }
        assert_eq!(integer_to_comma(b",1", 0, 9), None);
    }
}
