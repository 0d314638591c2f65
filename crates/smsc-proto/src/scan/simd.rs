//! Comparisons of 16 bytes at a time: with SIMD where every processor of the target has it, else
//! with SWAR.

#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
pub(crate) use vectors::{any_equal, digits, equal};
#[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
pub(crate) use words::{any_equal, digits, equal};

/// The number of bytes that are compared at a time.
pub(crate) const LANES: usize = 16;

/// Converts an offset to an index.
pub(crate) fn index(at: impl Into<u32>) -> usize {
    usize::try_from(at.into()).unwrap_or(usize::MAX)
}

/// Copies a short text into an array and fills the rest with zeros. The text must not be longer
/// than the array.
#[cold]
pub(crate) fn padded<const N: usize>(text: &[u8]) -> [u8; N] {
    let mut bytes = [0; N];
    if let Some(start) = bytes.get_mut(..text.len()) {
        start.copy_from_slice(text);
    }
    bytes
}

#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
mod vectors {
    use wide::{i8x16, u8x16};

    use super::LANES;

    /// Returns the bitmask of the bytes that equal `byte`; bit 0 is the first byte.
    #[inline]
    pub(crate) fn equal(bytes: &[u8; LANES], byte: u8) -> u64 {
        u8x16::new(*bytes).simd_eq(u8x16::splat(byte)).to_bitmask().into()
    }

    /// Returns whether any of these bytes equals `byte`.
    #[inline]
    pub(crate) fn any_equal(parts: &[[u8; LANES]], byte: u8) -> bool {
        let equal = |part: &[u8; LANES]| u8x16::new(*part).simd_eq(u8x16::splat(byte));
        parts.iter().fold(u8x16::splat(0), |all, part| all | equal(part)).to_bitmask() != 0
    }

    /// Returns the bitmask of the bytes that are digits; bit 0 is the first byte.
    #[inline]
    pub(crate) fn digits(bytes: &[u8; LANES]) -> u64 {
        // As signed numbers, the digits become the largest values, so one comparison finds them.
        #[expect(clippy::arithmetic_side_effects, reason = "lanes wrap, as they have to")]
        let moved = i8x16::new(bytes.map(u8::cast_signed)) + i8x16::splat((0x7f - b'9').cast_signed());
        moved.simd_gt(i8x16::splat(0x7f - 10)).to_bitmask().into()
    }
}

#[cfg(any(test, not(any(target_arch = "x86_64", target_arch = "aarch64"))))]
mod words {
    //! Not inlined: the functions take longer than a call, and targets without SIMD often have
    //! little memory for code.

    use super::LANES;
    use crate::scan::swar::{ONES, TOPS, equal_exactly, over_nine};

    /// Returns the bitmask of the bytes that equal `byte`; bit 0 is the first byte.
    #[inline(never)]
    pub(crate) fn equal(bytes: &[u8; LANES], byte: u8) -> u64 {
        gather(bytes, |word| equal_exactly(word, byte))
    }

    /// Returns whether any of these bytes equals `byte`.
    #[inline(never)]
    pub(crate) fn any_equal(parts: &[[u8; LANES]], byte: u8) -> bool {
        parts.as_flattened().contains(&byte)
    }

    /// Returns the bitmask of the bytes that are digits; bit 0 is the first byte.
    #[inline(never)]
    pub(crate) fn digits(bytes: &[u8; LANES]) -> u64 {
        gather(bytes, |word| over_nine(word ^ ONES.wrapping_mul(b'0'.into())) ^ TOPS)
    }

    /// Returns the bitmask of the bytes whose top bit is set in the result of `tops` for their
    /// word.
    fn gather(bytes: &[u8; LANES], tops: impl Fn(u64) -> u64) -> u64 {
        let (words, _) = bytes.as_chunks::<8>();
        words.iter().rev().fold(0, |mask, word| {
            // The multiplication moves the bit of each byte to its position in the highest byte.
            mask << 8 | (tops(u64::from_le_bytes(*word)) >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
        })
    }
}

#[cfg(test)]
#[expect(clippy::indexing_slicing, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn every_byte_in_every_lane() {
        for filler in [0, b'0', b'9', b',', b',' ^ 0x80, 0xff] {
            for byte in 0..=0xff_u8 {
                for at in 0..LANES {
                    let mut bytes = [filler; LANES];
                    bytes[at] = byte;
                    let lanes = |is: &dyn Fn(u8) -> bool| (0..LANES).map(|lane| u64::from(is(bytes[lane])) << lane).sum::<u64>();
                    let (commas, numerals) = (lanes(&|byte| byte == b','), lanes(&|byte| byte.is_ascii_digit()));
                    assert_eq!((equal(&bytes, b','), digits(&bytes)), (commas, numerals), "{byte} among {filler}");
                    assert_eq!((words::equal(&bytes, b','), words::digits(&bytes)), (commas, numerals), "{byte} among {filler}");
                    for parts in [[[b'x'; LANES], bytes], [bytes, [b'x'; LANES]]] {
                        let any = (any_equal(&parts, b','), words::any_equal(&parts, b','));
                        assert_eq!(any, (commas != 0, commas != 0), "{byte} among {filler}");
                    }
                }
            }
        }
    }
}
