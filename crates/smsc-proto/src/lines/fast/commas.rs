//! The comma positions of a line: found for 64 bytes at a time, without a branch that depends on
//! them.

use crate::scan::simd::{self, LANES, index};

/// The number of bytes that are scanned at once.
const BLOCK: usize = 64;

/// The number of commas that are stored before the loop checks whether the block has more.
const STEP: usize = 4;

/// The capacity of the index.
const MOST: usize = 40;

/// An index of the commas of a line, by their offsets.
pub(crate) struct CommaIndex {
    commas: [u16; MOST],
    count: usize,
    end: usize,
}

impl CommaIndex {
    /// Creates an empty index.
    pub(crate) const fn new() -> Self {
        Self { commas: [0; MOST], count: 0, end: 0 }
    }

    /// Finds the commas of the line at the start of a window, from offset `from` on, which is less
    /// than 64. The line ends at a line feed or with the window. Returns `None` if there are more
    /// commas than the capacity, or one of them is at an offset of 65,536 or more.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a call saves and restores as much as it takes to scan a block")]
    pub(crate) fn find(&mut self, window: &[u8], from: usize) -> Option<()> {
        let (mut at, mut rest) = (0_u16, window);
        let mut wanted = u64::MAX.checked_shl(u32::try_from(from).ok()?)?;
        while let Some((block, after)) = rest.split_first_chunk()
            && !has(block, b'\n')
        {
            self.store(mask(block, b',') & wanted, at)?;
            (rest, wanted) = (after, u64::MAX);
            at = at.checked_add(64)?;
        }
        // The block with the line's end: commas after the end do not count. At the end of a window,
        // the last block of 64 bytes starts before the rest.
        let padded;
        let (block, before) = if let Some(block) = rest.first_chunk() {
            (block, 0)
        } else if let Some(block) = window.last_chunk() {
            (block, BLOCK.wrapping_sub(rest.len()))
        } else {
            padded = simd::padded(rest);
            (&padded, 0)
        };
        let before = u32::try_from(before).ok()?;
        let ends = mask(block, b'\n').checked_shr(before).unwrap_or(0);
        let commas = mask(block, b',').checked_shr(before).unwrap_or(0);
        self.store(commas & wanted & !ends & ends.wrapping_sub(1), at)?;
        self.end = if ends == 0 { window.len() } else { index(at).wrapping_add(index(ends.trailing_zeros())) };
        Some(())
    }

    /// Stores the commas of a block, given as a bitmask; the block starts at offset `at`.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "as for `find`: a line has several blocks")]
    fn store(&mut self, mut commas: u64, at: u16) -> Option<()> {
        let mut left = index(commas.count_ones());
        let mut count = self.count;
        self.count = count.wrapping_add(left);
        loop {
            for slot in self.commas.get_mut(count..)?.first_chunk_mut::<STEP>()? {
                // After the last comma these values have no meaning; the next block overwrites
                // them.
                *slot = at.wrapping_add(u16::try_from(commas.trailing_zeros()).ok()?);
                commas &= commas.wrapping_sub(1);
            }
            if left <= STEP {
                return Some(());
            }
            left = left.wrapping_sub(STEP);
            count = count.wrapping_add(STEP);
        }
    }

    /// Returns the offsets of the commas, in ascending order.
    #[inline]
    pub(crate) fn commas(&self) -> &[u16] {
        self.commas.get(..self.count).unwrap_or_default()
    }

    /// Returns the offsets of the first `N` commas, and those of the others. Returns `None` if
    /// there are fewer.
    #[inline]
    pub(crate) fn split<const N: usize>(&self) -> Option<([u16; N], &[u16])> {
        Some((*self.commas.first_chunk()?, self.commas.get(N..self.count)?))
    }

    /// Returns the offset of the line end.
    #[inline]
    pub(crate) const fn end(&self) -> usize {
        self.end
    }
}

/// Returns a bitmask of the bytes of a block that equal `byte`; bit 0 is the first byte.
#[inline(always)]
#[expect(clippy::inline_always, reason = "as for `find`: a line has several blocks")]
fn mask(block: &[u8; BLOCK], byte: u8) -> u64 {
    let (parts, _) = block.as_chunks();
    parts.iter().rev().fold(0, |mask, part| mask << LANES | simd::equal(part, byte))
}

/// Returns whether a block contains `byte`.
#[inline]
fn has(block: &[u8; BLOCK], byte: u8) -> bool {
    let (parts, _) = block.as_chunks();
    simd::any_equal(parts, byte)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    extern crate std;
    use std::vec::Vec;

    #[test]
    fn lines_of_every_length() {
        for length in 0..300_usize {
            for every in [1, 7, 11, 64] {
                for from in [0, 1, 22, 63] {
                    let mut text: Vec<u8> = (0..length).map(|at| if at.is_multiple_of(every) { b',' } else { b'x' }).collect();
                    let is_comma = |at: &usize| at.is_multiple_of(every) && *at >= from;
                    let commas: Vec<_> = (0..length).filter(is_comma).map(|at| u16::try_from(at).unwrap()).collect();
                    let mut whole = CommaIndex::new();
                    let is_found = whole.find(&text, from).is_some();
                    text.extend(b"\n,,,\n,");
                    let mut separators = CommaIndex::new();
                    let found = separators.find(&text, from);
                    // A line may have as many commas as fit before the last step.
                    assert!(is_found && found.is_some() || commas.len() > MOST - STEP, "{length} bytes, a comma every {every}");
                    for (separators, is_found) in [(whole, is_found), (separators, found.is_some())] {
                        if is_found {
                            assert_eq!(
                                (separators.commas(), separators.end()),
                                (commas.as_slice(), length),
                                "a comma every {every} from {from} on"
                            );
                            assert_eq!(
                                separators.split::<3>().map(|(first, rest)| [&first, rest].concat()),
                                Some(commas.clone()).filter(|commas| commas.len() >= 3)
                            );
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn lines_that_are_too_long() {
        for (length, is_found) in [(65_535, true), (65_536, false), (70_000, false)] {
            let mut line = std::vec![b'x'; length];
            line.push(b'\n');
            assert_eq!(CommaIndex::new().find(&line, 0).is_some(), is_found, "{length} bytes");
        }
        assert!(CommaIndex::new().find(b",,,,,", 64).is_none(), "only the first 64 bytes can be left out");
    }
}
