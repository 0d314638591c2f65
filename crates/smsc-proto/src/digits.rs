//! Digits whose places are known already, read a word at a time and without a branch for each: what lies behind them may be loaded, and is shifted out.

use crate::find::{ONES, TOPS};
use crate::number;

const ZEROS: u64 = ONES.wrapping_mul(0x30);

/// What is left of a comma and of a dot when the digit 0 is taken from each byte.
const COMMA: u64 = 0x2c ^ 0x30;
const DOT: u64 = 0x2e ^ 0x30;

/// The top bit of each byte of a word that is over 9.
const fn over_nine(digits: u64) -> u64 {
    ((digits & !TOPS).wrapping_add(ONES.wrapping_mul(0x76)) | digits) & TOPS
}

/// The value of the eight bytes of a word, each a digit: they are put together in pairs, the pairs in fours, and the fours into the whole.
const fn value(digits: u64) -> u64 {
    let pairs = digits.wrapping_mul(10).wrapping_add(digits >> 8) & 0x00ff_00ff_00ff_00ff;
    let fours = pairs.wrapping_mul(100).wrapping_add(pairs >> 16) & 0x0000_ffff_0000_ffff;
    fours.wrapping_mul(10_000).wrapping_add(fours >> 32) & 0xffff_ffff
}

/// Up to eight bytes of a text, each less the digit 0, at the end of a word with zeros in front. `None` for no byte, or too close to the text's end.
#[inline]
fn word(text: &[u8], start: usize, length: usize) -> Option<u64> {
    let word = u64::from_le_bytes(*text.get(start..)?.first_chunk()?);
    let spare = 8_u32.checked_sub(u32::try_from(length).ok()?)?.wrapping_mul(8);
    (word ^ ZEROS).checked_shl(spare)
}

/// The value of the first eight bytes of a text, if they are digits.
#[inline]
pub(crate) fn eight(text: &[u8]) -> Option<i64> {
    let digits = word(text, 0, 8)?;
    if over_nine(digits) == 0 { i64::try_from(value(digits)).ok() } else { None }
}

/// The value of so many digits of a text, which are mostly nine or ten; `None` if they are no digits, or too many.
#[inline(always)]
#[expect(clippy::inline_always, reason = "a call costs as much as the digits")]
pub(crate) fn long(text: &[u8], start: usize, length: usize) -> Option<i64> {
    if length > 8 { many(text.get(start..start.checked_add(length)?)?) } else { few(text, start, length) }
}

/// The same where there are mostly no more than four.
#[inline(always)]
#[expect(clippy::inline_always, reason = "a call costs as much as the digits")]
pub(crate) fn short(text: &[u8], start: usize, length: usize) -> Option<i64> {
    let (Some(four), 1..=4) = (text.get(start..).and_then(<[u8]>::first_chunk), length) else {
        return slow(text.get(start..start.checked_add(length)?)?);
    };
    let spare = 4_u32.wrapping_sub(u32::try_from(length).ok()?).wrapping_mul(8);
    let digits = (u32::from_le_bytes(*four) ^ 0x3030_3030).checked_shl(spare)?;
    if ((digits & 0x7f7f_7f7f).wrapping_add(0x7676_7676) | digits) & 0x8080_8080 != 0 {
        return None;
    }
    let pairs = digits.wrapping_mul(10).wrapping_add(digits >> 8) & 0x00ff_00ff;
    Some(i64::from(pairs.wrapping_mul(100).wrapping_add(pairs >> 16) & 0xffff))
}

/// The same for up to eight.
#[inline(always)]
#[expect(clippy::inline_always, reason = "a call costs as much as the digits")]
fn few(text: &[u8], start: usize, length: usize) -> Option<i64> {
    let Some(digits) = word(text, start, length) else {
        // Close to the end of the text.
        return slow(text.get(start..start.checked_add(length)?)?);
    };
    if over_nine(digits) == 0 { i64::try_from(value(digits)).ok() } else { None }
}

/// The same for more than eight, which are nearly always nine or ten.
#[inline(always)]
#[expect(clippy::inline_always, reason = "a call costs as much as the digits")]
fn many(digits: &[u8]) -> Option<i64> {
    if !matches!(digits.len(), 9 | 10) {
        return slow(digits);
    }
    let front = u32::from(u16::from_le_bytes(*digits.first_chunk()?) ^ 0x3030);
    let back = u64::from_le_bytes(*digits.last_chunk()?) ^ ZEROS;
    // Of nine digits only the first is in front of eight.
    let front = if digits.len() == 9 { front << 8 } else { front };
    let (tens, ones) = (u64::from(front & 0xff), u64::from(front >> 8 & 0xff));
    if over_nine(back) != 0 || tens > 9 || ones > 9 {
        return None;
    }
    let front = tens.wrapping_mul(10).wrapping_add(ones);
    i64::try_from(front.wrapping_mul(100_000_000).wrapping_add(value(back))).ok()
}

#[cold]
fn slow(digits: &[u8]) -> Option<i64> {
    number::integer(digits, 0, i64::MAX)
}

/// Whether a text certainly begins with one or two digits, a comma, more digits and a comma. Looks at two words only, so that `false` says nothing.
#[inline]
pub(crate) fn begin_two_numbers(text: &[u8]) -> bool {
    let (Some(first), Some(second)) = (word(text, 0, 8), word(text, 8, 8)) else { return false };
    // Where the first byte is that is no digit, and what it is.
    let is_comma = |word: u64, tops: u64| word.checked_shr(tops.trailing_zeros() & 0x38).is_some_and(|byte| byte & 0xff == COMMA);
    let (one, other) = (over_nine(first), over_nine(second));
    let is_second_or_third = one & 0x0080_8000 != 0 && one & one.wrapping_sub(1) == 0;
    is_second_or_third && is_comma(first, one) && is_comma(second, other)
}

/// Whether so many bytes of a text, up to eight, are digits with a dot between them and some digits behind it, at most `most`.
#[inline(always)]
#[expect(clippy::inline_always, reason = "a call costs as much as the digits")]
pub(crate) fn are_decimal(text: &[u8], start: usize, length: usize, most: usize) -> bool {
    let Some(digits) = word(text, start, length) else { return false };
    let other = over_nine(digits);
    let at = other.trailing_zeros() >> 3;
    let is_dot =
        digits.checked_shr(at.wrapping_mul(8)).is_some_and(|byte| byte & 0xff == DOT) && other & other.wrapping_sub(1) == 0;
    let behind = usize::try_from(7_u32.wrapping_sub(at)).unwrap_or_default();
    is_dot && (1..=most).contains(&behind) && length > behind.wrapping_add(1)
}

#[cfg(test)]
#[expect(clippy::string_slice, clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    extern crate std;
    use std::format;
    use std::string::String;

    /// What each of these makes of a text that stands between others.
    fn both(text: &str, behind: &str) -> (Option<i64>, Option<i64>) {
        let window = format!("-,{text}{behind}");
        (long(window.as_bytes(), 2, text.len()), short(window.as_bytes(), 2, text.len()))
    }

    #[test]
    fn of_every_length() {
        let digits = "9876543210123456789";
        for length in 1..=15 {
            for start in 0..digits.len() - length {
                let text = &digits[start..start + length];
                let value = Some(text.parse().unwrap());
                for behind in ["", ",", ",0", ",7777777777777777", "99999999999999999"] {
                    assert_eq!(both(text, behind), (value, value), "{text} in front of {behind}");
                    for at in 0..length {
                        for other in ["/", ":", ",", "-", "\0", "\u{7f}"] {
                            let broken = format!("{}{other}{}", &text[..at], &text[at + 1..]);
                            assert_eq!(both(&broken, behind), (None, None), "{broken} in front of {behind}");
                        }
                    }
                }
            }
        }
        for length in [0, 9, (1 << 29) + 4, usize::MAX] {
            assert_eq!(word(b"1,2.12,GLOBUS,", 2, length), None, "{length} bytes are no word");
        }
        assert_eq!(both("", ",1234567890123456"), (None, None));
        assert_eq!(both(&"9".repeat(20), ",1"), (None, None));
        assert_eq!(both("00000000000000000042", ",1"), (Some(42), Some(42)));
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
            ("12345.678", false),
        ] {
            for behind in [",GLOBUS,", ".12345678", "00000000"] {
                assert_eq!(
                    are_decimal(format!("1,{text}{behind}").as_bytes(), 2, text.len(), 4),
                    is,
                    "{text} in front of {behind}"
                );
            }
            assert!(!are_decimal(format!("1,{text}").as_bytes(), 2, text.len(), 4) || text.len() == 8, "{text} at the end");
        }
    }

    #[test]
    fn at_the_start_of_a_record() {
        let begins = |text: &str| begin_two_numbers(text.as_bytes());
        for text in ["1,1760080210,0,", "20,1760080210,0", "20,176008021,0,1", "1,17600802101,0,"] {
            assert!(begins(&format!("{text}79990000001")), "{text}");
        }
        for text in [
            "-1,1760080210,0,",
            "200,1760080210,0",
            "1,176008021a,0,1",
            "1;1760080210,0,1",
            "1,1760080210;0,1",
            "a1,1760080210,0,",
            "1,176,0080210,0,",
        ] {
            assert!(!begins(&format!("{text}79990000001")), "{text}");
        }
        assert!(!begins("1,1760080210,0"), "that is less than two words");
        let (digits, comma) = (String::from("1234567890123456"), ",");
        for first in 0..16 {
            for second in first + 1..16 {
                let mut text = digits.clone();
                text.replace_range(first..=first, comma);
                text.replace_range(second..=second, comma);
                // The timestamp reaches into the second word, or has nothing behind it there.
                assert_eq!(begins(&text), matches!(first, 1 | 2) && second > 7, "{text}");
            }
        }
    }
}
