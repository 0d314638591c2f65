//! Searches for a byte or two that mostly end after a few bytes: eight at a time, without the setting out that a vector search takes.

use memchr::{memchr_iter, memchr2, memrchr, memrchr_iter};

use crate::scan::swar::{byte_index, equal, equal_exactly};

/// How many words are looked at before the vector search takes over.
const WORDS: usize = 4;

/// Where the first comma is.
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
            return before.checked_add(byte_index(found));
        }
        before = before.wrapping_add(8);
    }
    memchr2(one, other, input.get(before..)?).and_then(|at| before.checked_add(at))
}

/// Where it first stands. The time is linear, as the strings of the wire are short.
pub(crate) fn first_str(needle: &[u8], text: &[u8]) -> Option<usize> {
    memchr_iter(*needle.first()?, text).find(|at| begins(needle, text, *at))
}

/// Where it last stands.
pub(crate) fn last_str(needle: &[u8], text: &[u8]) -> Option<usize> {
    memrchr_iter(*needle.first()?, text).find(|at| begins(needle, text, *at))
}

fn begins(needle: &[u8], text: &[u8], at: usize) -> bool {
    text.get(at..).is_some_and(|rest| rest.starts_with(needle))
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

    #[test]
    fn every_place_of_a_string() {
        for (text, places) in [
            (&b"-->"[..], Some((0, 0))),
            (b"--->-->", Some((1, 4))),
            (b"x-->-->-", Some((1, 4))),
            (b"--", None),
            (b"---", None),
            (b"->-->", Some((2, 2))),
            (b"", None),
        ] {
            assert_eq!(first_str(b"-->", text).zip(last_str(b"-->", text)), places, "{}", text.escape_ascii());
        }
    }
}
