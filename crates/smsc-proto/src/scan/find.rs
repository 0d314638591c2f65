//! Byte searches for matches that are usually near: they scan eight bytes at a time and fall back
//! to memchr, whose setup costs more than a short scan.

use memchr::{memchr_iter, memchr2, memrchr, memrchr_iter};

use crate::scan::simd::{self, LANES};
use crate::scan::swar::{byte_index, equal, equal_exactly};

/// The number of words that are scanned before memchr takes over.
const WORDS: usize = 4;

/// The number of vectors that are scanned before memchr takes over.
const PARTS: usize = 4;

/// Returns the offset of the first comma.
pub(crate) fn comma(line: &[u8]) -> Option<usize> {
    let (words, rest) = line.as_chunks::<8>();
    let mut before = 0_usize;
    for word in words {
        let found = equal(u64::from_le_bytes(*word), b',');
        if found != 0 {
            return before.checked_add(byte_index(found));
        }
        before = before.wrapping_add(8);
    }
    rest.iter().position(|byte| *byte == b',').and_then(|at| before.checked_add(at))
}

/// Returns the offset of the last comma.
pub(crate) fn last_comma(line: &[u8]) -> Option<usize> {
    let (rest, words) = line.as_rchunks::<8>();
    let mut end = line.len();
    for word in words.iter().rev().take(WORDS) {
        // The last comma is in the highest byte, so all bits must be exact.
        let found = equal_exactly(u64::from_le_bytes(*word), b',');
        if found != 0 {
            let after = usize::try_from(found.leading_zeros() >> 3).unwrap_or_default();
            return end.checked_sub(after.wrapping_add(1));
        }
        end = end.wrapping_sub(8);
    }
    if words.len() > WORDS { memrchr(b',', line.get(..end)?) } else { rest.iter().rposition(|byte| *byte == b',') }
}

/// Returns the offset of the first byte that is one of two.
#[inline]
pub(crate) fn either(one: u8, other: u8, input: &[u8]) -> Option<usize> {
    let (parts, _) = input.as_chunks::<LANES>();
    let mut before = 0_usize;
    for part in parts.iter().take(PARTS) {
        let found = simd::equal(part, one) | simd::equal(part, other);
        if found != 0 {
            return before.checked_add(simd::index(found.trailing_zeros()));
        }
        before = before.wrapping_add(LANES);
    }
    memchr2(one, other, input.get(before..)?).and_then(|at| before.checked_add(at))
}

/// Returns the offset of the first occurrence of a string. The time is linear in the text because
/// the strings that are searched for are short.
pub(crate) fn substring(needle: &[u8], text: &[u8]) -> Option<usize> {
    memchr_iter(*needle.first()?, text).find(|at| starts_at(needle, text, *at))
}

/// Returns the offset of the last occurrence of a string, in linear time like [`substring`].
pub(crate) fn last_substring(needle: &[u8], text: &[u8]) -> Option<usize> {
    memrchr_iter(*needle.first()?, text).find(|at| starts_at(needle, text, *at))
}

/// Returns whether a string is at this offset of a text.
fn starts_at(needle: &[u8], text: &[u8], at: usize) -> bool {
    text.get(at..).is_some_and(|rest| rest.starts_with(needle))
}

#[cfg(test)]
#[expect(clippy::indexing_slicing, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn every_offset_of_every_byte() {
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
                    // A neighbour that differs by a borrow must not match.
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

    #[test]
    fn every_offset_of_a_string() {
        for (text, offsets) in [
            (&b"-->"[..], Some((0, 0))),
            (b"--->-->", Some((1, 4))),
            (b"x-->-->-", Some((1, 4))),
            (b"--", None),
            (b"---", None),
            (b"->-->", Some((2, 2))),
            (b"", None),
        ] {
            assert_eq!(substring(b"-->", text).zip(last_substring(b"-->", text)), offsets, "{}", text.escape_ascii());
        }
    }
}
