//! Searches for a byte or two that mostly end after a few bytes: eight at a time, without the setting out that a vector search takes.

use memchr::{memchr2, memrchr};

/// A one in each byte of a word, and the top bit of each.
pub(crate) const ONES: u64 = u64::from_le_bytes([1; 8]);
pub(crate) const TOPS: u64 = u64::from_le_bytes([0x80; 8]);

/// How many words are looked at before the vector search takes over.
const WORDS: usize = 4;

/// A bit in each byte of a word that equals one byte; the lowest of them is right for certain.
const fn equal(word: u64, byte: u8) -> u64 {
    let differs = word ^ u64::from_le_bytes([byte; 8]);
    differs.wrapping_sub(ONES) & !differs & TOPS
}

/// The top bit of exactly those bytes of a word that equal one byte.
pub(crate) const fn equal_exactly(word: u64, byte: u8) -> u64 {
    let differs = word ^ u64::from_le_bytes([byte; 8]);
    !((differs & !TOPS).wrapping_add(!TOPS) | differs | !TOPS)
}

/// The top bit of exactly those bytes of a word that are over 9.
pub(crate) const fn over_nine(word: u64) -> u64 {
    ((word & !TOPS).wrapping_add(ONES.wrapping_mul(0x7f - 9)) | word) & TOPS
}

/// Which byte of a word the lowest bit belongs to.
fn place(found: u64) -> usize {
    usize::try_from(found.trailing_zeros() >> 3).unwrap_or_default()
}

/// Where the first comma is.
pub(crate) fn comma(line: &[u8]) -> Option<usize> {
    let (words, rest) = line.as_chunks::<8>();
    let mut before = 0_usize;
    for word in words {
        let found = equal(u64::from_le_bytes(*word), b',');
        if found != 0 {
            return before.checked_add(place(found));
        }
        before = before.wrapping_add(8);
    }
    rest.iter().position(|byte| *byte == b',').and_then(|at| before.checked_add(at))
}

/// Where the last comma is.
pub(crate) fn last_comma(line: &[u8]) -> Option<usize> {
    let (rest, words) = line.as_rchunks::<8>();
    let mut end = line.len();
    for word in words.iter().rev().take(WORDS) {
        // The highest of them is wanted.
        let found = equal_exactly(u64::from_le_bytes(*word), b',');
        if found != 0 {
            let behind = usize::try_from(found.leading_zeros() >> 3).unwrap_or_default();
            return end.checked_sub(behind.wrapping_add(1));
        }
        end = end.wrapping_sub(8);
    }
    if words.len() > WORDS { memrchr(b',', line.get(..end)?) } else { rest.iter().rposition(|byte| *byte == b',') }
}

/// Where the first of two bytes is.
#[inline]
pub(crate) fn either(one: u8, other: u8, input: &[u8]) -> Option<usize> {
    let (words, _) = input.as_chunks::<8>();
    let mut before = 0_usize;
    for word in words.iter().take(WORDS) {
        let word = u64::from_le_bytes(*word);
        let found = equal(word, one) | equal(word, other);
        if found != 0 {
            return before.checked_add(place(found));
        }
        before = before.wrapping_add(8);
    }
    memchr2(one, other, input.get(before..)?).and_then(|at| before.checked_add(at))
}

#[cfg(test)]
#[expect(clippy::indexing_slicing, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn every_place_of_every_byte() {
        for length in 0..80 {
            for filler in [0, 1, b'+', b'-', 0x2c ^ 0x80, 0xff] {
                let mut input = [filler; 80];
                assert_eq!((comma(&input[..length]), either(b',', b'"', &input[..length])), (None, None));
                for at in 0..length {
                    input[at] = b',';
                    assert_eq!(comma(&input[..length]), Some(at));
                    assert_eq!(last_comma(&input[..length]), Some(at));
                    assert_eq!(either(b',', b'"', &input[..length]), Some(at));
                    assert_eq!(either(b'"', b',', &input[..length]), Some(at));
                    // A neighbour that differs by a borrow must not be taken for one.
                    if at + 1 < length {
                        input[at + 1] = b',' + 1;
                        assert_eq!(comma(&input[..length]), Some(at));
                        input[at + 1] = filler;
                        // The last of two.
                        input[length - 1] = b',';
                        assert_eq!((comma(&input[..length]), last_comma(&input[..length])), (Some(at), Some(length - 1)));
                        input[length - 1] = filler;
                    }
                    input[at] = filler;
                }
            }
        }
    }
}
