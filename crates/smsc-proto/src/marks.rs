//! Where the commas and the end of a line are: found for 64 bytes at a time, and without a branch that depends on where they are.

/// How many bytes are looked at in one go.
const BLOCK: usize = 64;

/// How many commas of a block are noted before it is asked whether there are more.
const STEP: usize = 8;

/// How many commas of a line there is room for.
const MOST: usize = 40;

/// The separators of a block: a bit for each, that of the first byte being the lowest.
pub(crate) struct Block {
    /// The commas in front of the first line end; all of them where there is none.
    pub(crate) commas: u64,
    ends: u64,
}

impl Block {
    /// The first bytes of a text, and what follows them.
    #[inline]
    pub(crate) fn of(text: &[u8]) -> (Self, &[u8]) {
        if let Some((block, behind)) = text.split_first_chunk() { (Self::new(block), behind) } else { (Self::padded(text), &[]) }
    }

    fn padded(text: &[u8]) -> Self {
        let mut block = [0; BLOCK];
        if let Some(start) = block.get_mut(..text.len()) {
            start.copy_from_slice(text);
        }
        Self::new(&block)
    }

    #[inline]
    fn new(block: &[u8; BLOCK]) -> Self {
        let ends = mask(block, b'\n');
        Self { commas: mask(block, b',') & !ends & ends.wrapping_sub(1), ends }
    }

    /// Where the first line end is.
    #[inline]
    pub(crate) const fn end(&self) -> Option<u32> {
        if self.ends == 0 { None } else { Some(self.ends.trailing_zeros()) }
    }

    /// Where the next comma is; 64 if there is none.
    #[inline]
    pub(crate) const fn next_comma(&mut self) -> u32 {
        let place = self.commas.trailing_zeros();
        self.commas &= self.commas.wrapping_sub(1);
        place
    }
}

/// A line, and where its commas are.
pub(crate) struct Marks {
    commas: [u32; MOST],
    count: usize,
    end: usize,
}

impl Marks {
    /// None yet.
    pub(crate) const fn new() -> Self {
        Self { commas: [0; MOST], count: 0, end: 0 }
    }

    /// Finds those of the line at the start of a window, which may be all of it. `None` if there are unusually many.
    #[inline]
    pub(crate) fn find(&mut self, window: &[u8]) -> Option<()> {
        let (mut at, mut rest) = (0_u32, window);
        loop {
            let (mut block, behind) = Block::of(rest);
            self.note(&mut block, at)?;
            if let Some(end) = block.end() {
                self.end = usize::try_from(at.wrapping_add(end)).ok()?;
                return Some(());
            }
            if behind.is_empty() {
                self.end = window.len();
                return Some(());
            }
            rest = behind;
            at = at.checked_add(64)?;
        }
    }

    /// Takes in the commas of a block that begins at this place.
    #[inline]
    fn note(&mut self, block: &mut Block, at: u32) -> Option<()> {
        let mut left = usize::try_from(block.commas.count_ones()).ok()?;
        let mut count = self.count;
        self.count = count.wrapping_add(left);
        loop {
            for slot in self.commas.get_mut(count..)?.first_chunk_mut::<STEP>()? {
                // Behind the last comma these are places of no meaning, for the next block to write over.
                *slot = at.wrapping_add(block.next_comma());
            }
            if left <= STEP {
                return Some(());
            }
            left = left.wrapping_sub(STEP);
            count = count.wrapping_add(STEP);
        }
    }

    /// Where the commas are, in their order.
    #[inline]
    pub(crate) fn commas(&self) -> &[u32] {
        self.commas.get(..self.count).unwrap_or_default()
    }

    /// Where the line ends.
    #[inline]
    pub(crate) const fn end(&self) -> usize {
        self.end
    }
}

/// A mark as an index; one that is none is behind every end.
pub(crate) fn place(mark: u32) -> usize {
    usize::try_from(mark).unwrap_or(usize::MAX)
}

/// A bit for each byte of a block that equals this one; that of the first byte is the lowest.
#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
#[inline]
fn mask(block: &[u8; BLOCK], byte: u8) -> u64 {
    use wide::u8x16;
    let (parts, _) = block.as_chunks::<16>();
    let equal = |part: &[u8; 16]| u64::from(u8x16::new(*part).simd_eq(u8x16::splat(byte)).to_bitmask());
    parts.iter().rev().fold(0, |mask, part| mask << 16 | equal(part))
}

/// A bit for each byte of a block that equals this one; that of the first byte is the lowest.
#[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
#[inline]
fn mask(block: &[u8; BLOCK], byte: u8) -> u64 {
    crate::find::mask(block, byte)
}

#[cfg(test)]
#[expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    extern crate std;
    use std::vec::Vec;

    #[test]
    fn every_way_to_a_mask_is_the_same() {
        for filler in [0, b'+', b'-', b',' ^ 0x80, 0xff] {
            for at in 0..BLOCK {
                for other in 0..BLOCK {
                    let mut block = [filler; BLOCK];
                    (block[at], block[other]) = (b',', b',');
                    let expected = 1 << at | 1 << other;
                    assert_eq!((mask(&block, b','), crate::find::mask(&block, b',')), (expected, expected));
                }
            }
        }
    }

    #[test]
    fn lines_of_every_length() {
        for length in 0..300_usize {
            for every in [1, 7, 11, 64] {
                let mut text: Vec<u8> = (0..length).map(|at| if at % every == 0 { b',' } else { b'x' }).collect();
                let commas: Vec<_> = (0..length).filter(|at| at % every == 0).map(|at| u32::try_from(at).unwrap()).collect();
                let mut whole = Marks::new();
                let is_found = whole.find(&text).is_some();
                text.extend(b"\n,,,\n,");
                let mut marks = Marks::new();
                let found = marks.find(&text);
                // There is room for as many as are left when the last step begins.
                assert!(is_found && found.is_some() || commas.len() > MOST - STEP, "{length} bytes, a comma every {every}");
                for (marks, is_found) in [(whole, is_found), (marks, found.is_some())] {
                    assert!(
                        !is_found || (marks.commas(), marks.end()) == (commas.as_slice(), length),
                        "{length} bytes, a comma every {every}"
                    );
                }
            }
        }
    }
}
