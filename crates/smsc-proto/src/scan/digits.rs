//! Digits whose places are known already, made a number without a branch for each: what lies behind them may be loaded, and is shifted out.

use crate::scan::number;
use crate::scan::simd::{self, LANES, place};
use crate::scan::swar::{eight, of_eight, of_four, over_nine};

/// The most digits that are read here.
pub(crate) const MOST: usize = 10;

/// The value of the first one to four of these bytes, which are digits.
#[inline]
pub(crate) fn short(bytes: [u8; 4], length: usize) -> i64 {
    of_four(u32::from_le_bytes(bytes).wrapping_shl(spare(length)))
}

/// The value of the last one to four of these bytes; `None` if they are no digits.
#[inline]
pub(crate) fn last(bytes: [u8; 4], length: usize) -> Option<i64> {
    if !matches!(length, 1..=4) {
        return None;
    }
    let digits = (u32::from_le_bytes(bytes) ^ 0x3030_3030) & u32::MAX.wrapping_shl(spare(length));
    if over_nine(digits.into()) == 0 { Some(of_four(digits)) } else { None }
}

/// The value of one or two bytes; `None` if they are no digits.
#[inline]
pub(crate) fn pair(bytes: &[u8]) -> Option<i64> {
    let digit = |byte: u8| Some(i64::from(byte ^ b'0')).filter(|digit| *digit <= 9);
    match *bytes {
        [ones] => digit(ones),
        [tens, ones] => Some(digit(tens)?.wrapping_mul(10).wrapping_add(digit(ones)?)),
        _ => None,
    }
}

/// The value of ten bytes; `None` if they are no digits.
#[inline]
pub(crate) fn ten(bytes: &[u8; 10]) -> Option<i64> {
    let (front, back) = bytes.split_first_chunk::<2>()?;
    Some(pair(front)?.wrapping_mul(100_000_000).wrapping_add(eight(back)?))
}

/// The value of the first so many of these bytes, which are digits; `None` if they are none, or too many.
#[inline(always)]
#[expect(clippy::inline_always, reason = "a call costs as much as the digits")]
pub(crate) fn long(bytes: &[u8; LANES], length: usize) -> Option<i64> {
    let digit = |at| i64::from(bytes.get(at).map_or(0, |byte| byte & 0xf));
    let with_front = |front: i64, at| Some(front.wrapping_mul(100_000_000).wrapping_add(of_eight(word(bytes, at))));
    match length {
        10 => with_front(digit(0).wrapping_mul(10).wrapping_add(digit(1)), 2),
        9 => with_front(digit(0), 1),
        1..=8 => Some(of_eight(word(bytes, 0).wrapping_shl(spare(length)))),
        _ => None,
    }
}

/// Eight of these bytes.
#[inline(always)]
#[expect(clippy::inline_always, reason = "it is one instruction where the place is known")]
fn word(bytes: &[u8; LANES], at: usize) -> u64 {
    bytes.get(at..).and_then(<[u8]>::first_chunk).copied().map_or(0, u64::from_le_bytes)
}

/// By how many bits so many digits are moved to stand at the end of a word of four or of eight, whose number of bits they are taken from.
#[inline]
fn spare(length: usize) -> u32 {
    u32::try_from(length).unwrap_or_default().wrapping_mul(8).wrapping_neg()
}

/// The bytes of a text from a place on, and a bit for each that is no digit.
#[inline]
fn others(text: &[u8], start: usize) -> Option<(&[u8; LANES], u64)> {
    let bytes = text.get(start..)?.first_chunk()?;
    Some((bytes, !simd::digits(bytes)))
}

/// The value of so many bytes of a text; `None` if they are no digits.
#[inline(always)]
#[expect(clippy::inline_always, reason = "a call costs as much as the digits")]
pub(crate) fn at(text: &[u8], start: usize, length: usize) -> Option<i64> {
    if let Some((bytes, others)) = others(text, start)
        && length <= MOST
    {
        return if place(others.trailing_zeros()) >= length { long(bytes, length) } else { None };
    }
    // Close to the end of the text, or with zeros in front.
    number::integer(text.get(start..start.checked_add(length)?)?, 0, i64::MAX)
}

/// Whether a text certainly begins with one or two digits, a comma, digits and a comma, with a minus in front or none; `false` says nothing.
#[inline]
pub(crate) fn begin_two_numbers(text: &[u8]) -> bool {
    let Some((bytes, others)) = others(text, 0) else { return false };
    let sign = u64::from(bytes.first() == Some(&b'-'));
    let others = others & !sign;
    let (first, second) = (others.trailing_zeros(), (others & others.wrapping_sub(1)).trailing_zeros());
    let is_comma = |at: u32| bytes.get(place(at)) == Some(&b',');
    // One or two digits behind the sign.
    (0b110 << sign) >> first & 1 != 0 && is_comma(first) && is_comma(second)
}

/// Whether so many bytes of a text are certainly digits with a dot between them and some digits behind it, at most `most`; `false` says nothing.
#[inline(always)]
#[expect(clippy::inline_always, reason = "a call costs as much as the digits")]
pub(crate) fn are_decimal(text: &[u8], start: usize, length: usize, most: usize) -> bool {
    let Some((bytes, others)) = others(text, start) else { return false };
    let (dot, end) = (place(others.trailing_zeros()), place((others & others.wrapping_sub(1)).trailing_zeros()));
    let behind = length.wrapping_sub(dot).wrapping_sub(1);
    bytes.get(dot) == Some(&b'.') && dot != 0 && (1..=most).contains(&behind) && end >= length
}

#[cfg(test)]
#[expect(clippy::string_slice, clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    extern crate std;
    use std::format;
    use std::string::String;

    /// The value of a text that stands between others.
    fn between(text: &str, behind: &str) -> Option<i64> {
        at(format!("-,{text}{behind}").as_bytes(), 2, text.len())
    }

    #[test]
    fn of_every_length() {
        let digits = "9876543210123456789";
        for length in 1..=15 {
            for start in 0..digits.len() - length {
                let text = &digits[start..start + length];
                let value = Some(text.parse().unwrap());
                for behind in ["", ",", ",0", ",7777777777777777", "99999999999999999"] {
                    assert_eq!(between(text, behind), value, "{text} in front of {behind}");
                    for at in 0..length {
                        for other in ["/", ":", ",", "-", "\0", "\u{7f}"] {
                            let broken = format!("{}{other}{}", &text[..at], &text[at + 1..]);
                            assert_eq!(between(&broken, behind), None, "{broken} in front of {behind}");
                        }
                    }
                }
            }
        }
        assert_eq!(between("", ",1234567890123456"), None);
        assert_eq!(between(&"9".repeat(20), ",1"), None);
        assert_eq!(between("00000000000000000042", ",1"), Some(42));
        for length in [usize::MAX, usize::MAX - 1] {
            assert_eq!(at(b"1,1760080210,0,1,79990000001", 2, length), None, "{length} bytes are not there");
        }
    }

    #[test]
    fn digits_that_are_known_to_be_some() {
        for text in ["9876543210123456", "0000000000000000", "0102030405060708", "9999999999999999"] {
            let bytes: &[u8; LANES] = text.as_bytes().first_chunk().unwrap();
            for length in 1..=MOST {
                assert_eq!(long(bytes, length), text[..length].parse().ok(), "{length} of {text}");
            }
            for length in [0, 11, 16, 17, (1 << 29) + 4, usize::MAX] {
                assert_eq!(long(bytes, length), None, "{length} of {text}");
            }
            for length in 1..=4 {
                assert_eq!(Ok(short(*bytes.first_chunk().unwrap(), length)), text[..length].parse(), "{length} of {text}");
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
            // These are costs as well, but not for certain.
            ("4", false),
            ("12345678901.2345", true),
            ("123456789012.3456", false),
        ] {
            for behind in [",GLOBUS,7999000", ".12345678901234", "000000000000000"] {
                assert_eq!(
                    are_decimal(format!("1,{text}{behind}").as_bytes(), 2, text.len(), 4),
                    is,
                    "{text} in front of {behind}"
                );
            }
            assert!(!are_decimal(format!("1,{text}").as_bytes(), 2, text.len(), 4) || text.len() == LANES, "{text} at the end");
        }
    }

    #[test]
    fn at_the_start_of_a_record() {
        let begins = |text: &str| begin_two_numbers(text.as_bytes());
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
            assert!(begins(&format!("{text}79990000001234")), "{text}");
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
            assert!(!begins(&format!("{text}79990000001234")), "{text}");
        }
        assert!(!begins("1,1760080210,0,"), "that is less than is looked at");
        let (digits, comma) = (String::from("1234567890123456"), ",");
        for first in 0..16 {
            for second in first + 1..16 {
                let mut text = digits.clone();
                text.replace_range(first..=first, comma);
                text.replace_range(second..=second, comma);
                assert_eq!(begins(&text), matches!(first, 1 | 2), "{text}");
            }
        }
    }
}
