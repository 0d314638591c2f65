//! Decimal digits of numbers. The formatting of `core` is not used because it contains a path to a
//! panic on 32-bit targets.

use crate::scan::simd::index;
use crate::scan::swar::ZEROS;

/// The decimal digits of a number: an `i64` has at most 20 characters.
pub(crate) struct Digits {
    bytes: [u8; 20],
    start: usize,
}

impl Digits {
    /// Writes the digits of a number, with a minus sign if it is negative.
    pub(crate) fn of(number: i64) -> Self {
        let mut digits = Self { bytes: [b'-'; 20], start: 20 };
        let mut rest = number.unsigned_abs();
        for byte in digits.bytes.iter_mut().rev() {
            *byte = u8::try_from(rest % 10).map_or(b'0', |digit| digit.wrapping_add(b'0'));
            digits.start = digits.start.saturating_sub(1);
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        digits.start = digits.start.saturating_sub(usize::from(number < 0));
        digits
    }

    /// Returns the digits as ASCII bytes.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(self.start..).unwrap_or_default()
    }
}

impl IntoIterator for Digits {
    type Item = char;
    type IntoIter = core::iter::Map<core::iter::Skip<core::array::IntoIter<u8, 20>>, fn(u8) -> char>;

    fn into_iter(self) -> Self::IntoIter {
        self.bytes.into_iter().skip(self.start).map(char::from)
    }
}

/// Returns the digits of a number without leading zeros, the first digit in the lowest byte and
/// zero bytes after the last one, and how many digits there are. Fast path of [`Digits`] for numbers
/// of at most 10 digits.
#[inline]
pub(crate) fn up_to_10(number: u32) -> (u128, usize) {
    let (upper, lower) = (number / 100_000_000, eight(number % 100_000_000));
    let ascii = |digit: u32| u128::from(digit) | u128::from(b'0');
    match upper {
        0 => {
            // The number 0 keeps its last digit.
            let zeros = ((lower ^ ZEROS).trailing_zeros() >> 3).min(7);
            (u128::from(lower >> zeros.wrapping_mul(8)), index(8_u32.saturating_sub(zeros)))
        }
        1..=9 => (u128::from(lower) << 8 | ascii(upper), 9),
        _ => (u128::from(lower) << 16 | ascii(upper % 10) << 8 | ascii(upper / 10), 10),
    }
}

/// Returns the eight digits of a number below 100,000,000 as a word of ASCII bytes, the first digit
/// in the lowest byte. Divisions by 100 and 10 are multiplications of all parts at once.
#[inline]
fn eight(number: u32) -> u64 {
    let fours = u64::from(number / 10_000) | u64::from(number % 10_000) << 32;
    let upper = fours.wrapping_mul(10_486) >> 20 & 0x0000_007f_0000_007f;
    let pairs = upper | fours.wrapping_sub(upper.wrapping_mul(100)) << 16;
    let tens = pairs.wrapping_mul(103) >> 10 & 0x000f_000f_000f_000f;
    (tens | pairs.wrapping_sub(tens.wrapping_mul(10)) << 8).wrapping_add(ZEROS)
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::string::{String, ToString as _};

    use proptest::prelude::*;

    use super::*;

    /// Returns the digits of the fast path, after which all bytes have to be zero.
    fn fast(number: u32) -> String {
        let (word, len) = up_to_10(number);
        let bytes = word.to_le_bytes();
        let (digits, rest) = bytes.split_at(len);
        assert!(rest.iter().all(|byte| *byte == 0));
        digits.iter().copied().map(char::from).collect()
    }

    #[test]
    fn digits_are_those_of_the_standard_library_for_every_length() {
        let powers = (0..19).map(|exponent| 10_i64.pow(exponent));
        for number in powers.flat_map(|power| [power, power - 1, power + 1]).chain([i64::MAX, i64::MIN]) {
            for number in [number, number.wrapping_neg()] {
                assert_eq!(Digits::of(number).as_bytes(), number.to_string().as_bytes());
                assert_eq!(Digits::of(number).into_iter().collect::<String>(), number.to_string());
            }
        }
    }

    #[test]
    fn fast_digits_are_those_of_the_standard_library_around_each_power_of_ten() {
        let powers = (0..10).map(|power| 10_u32.pow(power));
        let near = powers.flat_map(|power| [power - 1, power, power + 1, power.saturating_mul(4)]);
        for number in near.chain(0..20_000).chain([u32::MAX]) {
            assert_eq!(fast(number), number.to_string());
        }
    }

    proptest! {
        #[test]
        fn fast_digits_are_those_of_the_standard_library(number: u32) {
            prop_assert_eq!(fast(number), number.to_string());
        }
    }
}
