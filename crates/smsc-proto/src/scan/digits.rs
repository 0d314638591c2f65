//! Branch-free parsing of ASCII digits whose position and length are known. Loads may include bytes
//! after the digits; those are shifted out.

use crate::scan::number;
use crate::scan::simd::{self, LANES, index};
use crate::scan::swar::{of_eight, of_four, over_nine, parse_8};

/// The maximum number of digits that [`parse_up_to_10`] accepts.
pub(crate) const MAX_DIGITS: usize = 10;

/// Parses the first `length` of these bytes, 1 to 4 digits. The bytes must be known to be digits.
#[inline]
pub(crate) fn parse_up_to_4(bytes: [u8; 4], length: usize) -> i64 {
    of_four(u32::from_le_bytes(bytes).wrapping_shl(shift_to_end(length)))
}

/// Parses the last `length` of these bytes, 1 to 4 digits. Returns `None` if `length` is another
/// number or if one of the bytes is not a digit.
#[inline]
pub(crate) fn parse_suffix(bytes: [u8; 4], length: usize) -> Option<i64> {
    if !matches!(length, 1..=4) {
        return None;
    }
    let digits = (u32::from_le_bytes(bytes) ^ 0x3030_3030) & u32::MAX.wrapping_shl(shift_to_end(length));
    if over_nine(digits.into()) == 0 { Some(of_four(digits)) } else { None }
}

/// Parses one or two digits. Returns `None` if there are none or more, or if one of the bytes is
/// not a digit.
#[inline(always)]
#[expect(clippy::inline_always, reason = "a call costs as much as the digits")]
pub(crate) fn parse_1_or_2(bytes: &[u8]) -> Option<i64> {
    let digit = |byte: u8| Some(i64::from(byte ^ b'0')).filter(|digit| *digit <= 9);
    match *bytes {
        [ones] => digit(ones),
        [tens, ones] => Some(digit(tens)?.wrapping_mul(10).wrapping_add(digit(ones)?)),
        _ => None,
    }
}

/// Parses ten digits. Returns `None` if one of the bytes is not a digit.
#[inline]
pub(crate) fn parse_10(bytes: &[u8; 10]) -> Option<i64> {
    let (front, back) = bytes.split_first_chunk::<2>()?;
    Some(parse_1_or_2(front)?.wrapping_mul(100_000_000).wrapping_add(parse_8(back)?))
}

/// Parses the first `length` of these bytes, 1 to 10 digits. The bytes must be known to be digits.
/// Returns `None` if `length` is another number.
#[inline(always)]
#[expect(clippy::inline_always, reason = "a call takes as long as parsing the digits")]
pub(crate) fn parse_up_to_10(bytes: &[u8; LANES], length: usize) -> Option<i64> {
    let digit = |at| i64::from(bytes.get(at).map_or(0, |byte| byte & 0xf));
    let with_front = |front: i64, at| Some(front.wrapping_mul(100_000_000).wrapping_add(of_eight(load_8(bytes, at))));
    match length {
        10 => with_front(digit(0).wrapping_mul(10).wrapping_add(digit(1)), 2),
        9 => with_front(digit(0), 1),
        1..=8 => Some(of_eight(load_8(bytes, 0).wrapping_shl(shift_to_end(length)))),
        _ => None,
    }
}

/// Returns eight of these bytes, from `start` on, as a word. Bytes past the end are 0.
#[inline(always)]
#[expect(clippy::inline_always, reason = "one instruction if `start` is a constant")]
fn load_8(bytes: &[u8; LANES], start: usize) -> u64 {
    bytes.get(start..).and_then(<[u8]>::first_chunk).copied().map_or(0, u64::from_le_bytes)
}

/// Returns the left shift that moves `length` digits to the most significant end of a 4- or 8-byte
/// word (shifts wrap at the word size).
#[inline]
fn shift_to_end(length: usize) -> u32 {
    u32::try_from(length).unwrap_or_default().wrapping_mul(8).wrapping_neg()
}

/// Returns 16 bytes of a text from `start` on, and the bitmask of those that are not digits.
/// Returns `None` if the text has fewer bytes.
#[inline]
fn find_non_digits(text: &[u8], start: usize) -> Option<(&[u8; LANES], u64)> {
    let bytes = text.get(start..)?.first_chunk()?;
    Some((bytes, !simd::digits(bytes)))
}

/// Parses `length` bytes of a text from `start` on. Returns `None` if the text ends before that, if
/// one of the bytes is not a digit, or if more than 15 digits follow the leading zeros.
#[inline(always)]
#[expect(clippy::inline_always, reason = "a call takes as long as parsing the digits")]
pub(crate) fn parse_at(text: &[u8], start: usize, length: usize) -> Option<i64> {
    if let Some((bytes, non_digits)) = find_non_digits(text, start)
        && length <= MAX_DIGITS
    {
        return if index(non_digits.trailing_zeros()) >= length { parse_up_to_10(bytes, length) } else { None };
    }
    // Slow path: close to the end of the text, or with leading zeros.
    number::integer(text.get(start..start.checked_add(length)?)?, 0, i64::MAX)
}

/// Returns `true` if a text starts with one or two digits, a comma, any digits and a comma,
/// optionally after a minus. Returns `false` if it does not, or if this is not visible in its first
/// 16 bytes.
#[inline]
pub(crate) fn starts_with_two_numbers(text: &[u8]) -> bool {
    let Some((bytes, non_digits)) = find_non_digits(text, 0) else { return false };
    let sign = u64::from(bytes.first() == Some(&b'-'));
    let non_digits = non_digits & !sign;
    let (first, second) = (non_digits.trailing_zeros(), (non_digits & non_digits.wrapping_sub(1)).trailing_zeros());
    let is_comma = |at: u32| bytes.get(index(at)) == Some(&b',');
    // One or two digits after the sign.
    (0b110 << sign) >> first & 1 != 0 && is_comma(first) && is_comma(second)
}

/// Returns `true` if `length` bytes of a text, from `start` on, are digits, a dot and 1 to `most`
/// digits. Returns `false` if they are not, and where 16 bytes are not enough to decide: if
/// `length` is greater than 16, or if the text has fewer than 16 bytes from `start` on.
#[inline(always)]
#[expect(clippy::inline_always, reason = "a call takes as long as parsing the digits")]
pub(crate) fn is_decimal(text: &[u8], start: usize, length: usize, most: usize) -> bool {
    let Some((bytes, non_digits)) = find_non_digits(text, start) else { return false };
    let (dot, end) = (index(non_digits.trailing_zeros()), index((non_digits & non_digits.wrapping_sub(1)).trailing_zeros()));
    let after = length.wrapping_sub(dot).wrapping_sub(1);
    bytes.get(dot) == Some(&b'.') && dot != 0 && (1..=most).contains(&after) && end >= length
}

#[cfg(test)]
#[expect(clippy::string_slice, clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    extern crate std;
    use std::format;
    use std::string::String;

    /// Parses a text between other bytes.
    fn between(text: &str, after: &str) -> Option<i64> {
        parse_at(format!("-,{text}{after}").as_bytes(), 2, text.len())
    }

    #[test]
    fn of_every_length() {
        let digits = "9876543210123456789";
        for length in 1..=15 {
            for start in 0..digits.len() - length {
                let text = &digits[start..start + length];
                let value = Some(text.parse().unwrap());
                for after in ["", ",", ",0", ",7777777777777777", "99999999999999999"] {
                    assert_eq!(between(text, after), value, "{text} before {after}");
                    for at in 0..length {
                        for other in ["/", ":", ",", "-", "\0", "\u{7f}"] {
                            let broken = format!("{}{other}{}", &text[..at], &text[at + 1..]);
                            assert_eq!(between(&broken, after), None, "{broken} before {after}");
                        }
                    }
                }
            }
        }
        assert_eq!(between("", ",1234567890123456"), None);
        assert_eq!(between(&"9".repeat(20), ",1"), None);
        assert_eq!(between("00000000000000000042", ",1"), Some(42));
        for length in [usize::MAX, usize::MAX - 1] {
            assert_eq!(parse_at(b"1,1760080210,0,1,79990000001", 2, length), None, "{length} bytes are past the end");
        }
    }

    #[test]
    fn known_digits() {
        for text in ["9876543210123456", "0000000000000000", "0102030405060708", "9999999999999999"] {
            let bytes: &[u8; LANES] = text.as_bytes().first_chunk().unwrap();
            for length in 1..=MAX_DIGITS {
                assert_eq!(parse_up_to_10(bytes, length), text[..length].parse().ok(), "{length} of {text}");
            }
            for length in [0, 11, 16, 17, (1 << 29) + 4, usize::MAX] {
                assert_eq!(parse_up_to_10(bytes, length), None, "{length} of {text}");
            }
            for length in 1..=4 {
                assert_eq!(Ok(parse_up_to_4(*bytes.first_chunk().unwrap(), length)), text[..length].parse(), "{length} of {text}");
            }
        }
    }

    #[test]
    fn with_a_dot() {
        for (text, is) in [
            ("2.12", true),
            ("0.3", true),
            ("12.3456", true),
            ("123.4567", true),
            (".5", false),
            ("5.", false),
            ("1.23456", false),
            ("1.2.3", false),
            ("1,23", false),
            ("1.2a", false),
            ("a.25", false),
            (".", false),
            ("", false),
            // These are costs too, but the fast path does not accept them.
            ("4", false),
            ("12345678901.2345", true),
            ("123456789012.3456", false),
        ] {
            for after in [",GLOBUS,7999000", ".12345678901234", "000000000000000"] {
                assert_eq!(is_decimal(format!("1,{text}{after}").as_bytes(), 2, text.len(), 4), is, "{text} before {after}");
            }
            assert!(!is_decimal(format!("1,{text}").as_bytes(), 2, text.len(), 4) || text.len() == LANES, "{text} at the end");
        }
    }

    #[test]
    fn at_the_start_of_a_record() {
        let starts = |text: &str| starts_with_two_numbers(text.as_bytes());
        for text in [
            "1,1760080210,0,",
            "20,1760080210,0",
            "20,176008021,0,1",
            "1,17600802101,0,",
            "-1,1760080210,0,",
            "-20,1760080210,",
            "1,,",
            "1,176,0080210",
        ] {
            assert!(starts(&format!("{text}79990000001234")), "{text}");
        }
        for text in [
            "200,1760080210,0",
            "-200,1760080210,",
            "--1,1760080210,0",
            "1,-1760080210,0,",
            ",1760080210,0,1",
            "-,1760080210,0,1",
            "1,176008021a,0,1",
            "1;1760080210,0,1",
            "1,1760080210;0,1",
            "a1,1760080210,0,",
        ] {
            assert!(!starts(&format!("{text}79990000001234")), "{text}");
        }
        assert!(!starts("1,1760080210,0,"), "fewer than 16 bytes");
        let (digits, comma) = (String::from("1234567890123456"), ",");
        for first in 0..16 {
            for second in first + 1..16 {
                let mut text = digits.clone();
                text.replace_range(first..=first, comma);
                text.replace_range(second..=second, comma);
                assert_eq!(starts(&text), matches!(first, 1 | 2), "{text}");
            }
        }
    }
}
