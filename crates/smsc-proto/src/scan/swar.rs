//! SWAR.

/// A one in each byte of a word, and the top bit of each.
pub(super) const ONES: u64 = u64::from_le_bytes([1; 8]);

pub(super) const TOPS: u64 = u64::from_le_bytes([0x80; 8]);

/// A bit in each byte of a word that equals one byte; the lowest of them is right for certain.
pub(super) const fn equal(word: u64, byte: u8) -> u64 {
    let differs = word ^ u64::from_le_bytes([byte; 8]);
    differs.wrapping_sub(ONES) & !differs & TOPS
}

/// The top bit of exactly those bytes of a word that equal one byte.
pub(super) const fn equal_exactly(word: u64, byte: u8) -> u64 {
    let differs = word ^ u64::from_le_bytes([byte; 8]);
    !((differs & !TOPS).wrapping_add(!TOPS) | differs | !TOPS)
}

/// The top bit of exactly those bytes of a word that are over 9.
pub(super) const fn over_nine(word: u64) -> u64 {
    ((word & !TOPS).wrapping_add(ONES.wrapping_mul(0x7f - 9)) | word) & TOPS
}

/// Which byte of a word the lowest bit belongs to.
pub(super) fn byte_index(found: u64) -> usize {
    usize::try_from(found.trailing_zeros() >> 3).unwrap_or_default()
}

/// The value of a word of eight digits: they are put together in pairs, the pairs in fours, and the fours into the whole. Each product adds to a part ten times the
/// part in front of it, or what the ten is by then.
pub(super) const fn of_eight(digits: u64) -> i64 {
    let pairs = (digits & VALUE).wrapping_mul(10 << 8 | 1) >> 8 & 0x00ff_00ff_00ff_00ff;
    let fours = pairs.wrapping_mul(100 << 16 | 1) >> 16 & 0x0000_ffff_0000_ffff;
    (fours.wrapping_mul(10_000 << 32 | 1) >> 32).cast_signed()
}

/// The same for half a word.
pub(super) fn of_four(digits: u32) -> i64 {
    let pairs = (digits & 0x0f0f_0f0f).wrapping_mul(10 << 8 | 1) >> 8 & 0x00ff_00ff;
    i64::from(pairs.wrapping_mul(100 << 16 | 1) >> 16)
}

/// The value of the first eight bytes of a text, if they are digits.
#[inline]
pub(super) fn eight(text: &[u8]) -> Option<i64> {
    let digits = u64::from_le_bytes(*text.first_chunk()?);
    if over_nine(digits ^ ZEROS) == 0 { Some(of_eight(digits)) } else { None }
}

pub(super) const ZEROS: u64 = ONES.wrapping_mul(0x30);

/// What is left of a digit when the digit 0 is taken from it.
const VALUE: u64 = ONES.wrapping_mul(0xf);
