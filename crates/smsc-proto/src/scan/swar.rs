//! SWAR (SIMD within a register): operations on the eight bytes of a `u64` word.

/// A word with the value 1 in each byte.
pub(super) const ONES: u64 = u64::from_le_bytes([1; 8]);

/// A word with the top bit set in each byte.
pub(super) const TOPS: u64 = u64::from_le_bytes([0x80; 8]);

/// Returns the top bits of the bytes that equal `byte`. The lowest bit is exact; higher ones may be
/// false matches.
pub(super) const fn equal(word: u64, byte: u8) -> u64 {
    let differs = word ^ u64::from_le_bytes([byte; 8]);
    differs.wrapping_sub(ONES) & !differs & TOPS
}

/// Returns the top bits of exactly the bytes that equal `byte`.
pub(super) const fn equal_exactly(word: u64, byte: u8) -> u64 {
    let differs = word ^ u64::from_le_bytes([byte; 8]);
    !((differs & !TOPS).wrapping_add(!TOPS) | differs | !TOPS)
}

/// Returns the top bits of exactly the bytes that are over 9.
pub(super) const fn over_nine(word: u64) -> u64 {
    ((word & !TOPS).wrapping_add(ONES.wrapping_mul(0x7f - 9)) | word) & TOPS
}

/// Returns the index of the byte that contains the lowest set bit.
pub(super) fn byte_index(found: u64) -> usize {
    usize::try_from(found.trailing_zeros() >> 3).unwrap_or_default()
}

/// Returns the value of eight digits. Each of three multiplications joins neighbours: digits to
/// pairs, pairs to fours, fours to the value. A part is multiplied by 10, 100 or 10,000 and added
/// to the part after it.
pub(super) const fn of_eight(digits: u64) -> i64 {
    let pairs = (digits & VALUE).wrapping_mul(10 << 8 | 1) >> 8 & 0x00ff_00ff_00ff_00ff;
    let fours = pairs.wrapping_mul(100 << 16 | 1) >> 16 & 0x0000_ffff_0000_ffff;
    (fours.wrapping_mul(10_000 << 32 | 1) >> 32).cast_signed()
}

/// Returns the value of four digits, like [`of_eight`].
pub(super) fn of_four(digits: u32) -> i64 {
    let pairs = (digits & 0x0f0f_0f0f).wrapping_mul(10 << 8 | 1) >> 8 & 0x00ff_00ff;
    i64::from(pairs.wrapping_mul(100 << 16 | 1) >> 16)
}

/// Parses the first eight bytes of a text. Returns `None` if the text is shorter, or if one of the
/// bytes is not a digit.
#[inline]
pub(super) fn parse_8(text: &[u8]) -> Option<i64> {
    let digits = u64::from_le_bytes(*text.first_chunk()?);
    if is_eight_digits(digits) { Some(of_eight(digits)) } else { None }
}

/// Returns whether each byte of a word is an ASCII digit.
#[inline]
pub(crate) const fn is_eight_digits(word: u64) -> bool {
    over_nine(word ^ ZEROS) == 0
}

/// The ASCII digit 0 in each byte of a word.
pub(super) const ZEROS: u64 = ONES.wrapping_mul(0x30);

/// The bits of an ASCII digit that are its value, in each byte of a word.
const VALUE: u64 = ONES.wrapping_mul(0xf);
