//! The leading numeric fields of a line: the end of each field, and whether it holds digits alone,
//! are found in one pass.

use crate::model::record_start::HEAD_PATTERN;
use crate::scan::digits;
use crate::scan::simd::{self, LANES, index};

/// The number of bytes that are scanned: enough for all leading fields of the lengths that the fast
/// path accepts.
const SCANNED: usize = 48;

/// The number of bytes that are needed to load 16 bytes from the start of any field.
const REACH: usize = 64 + LANES;

/// A parser for the leading numeric fields of a line, each of which ends at a comma.
pub(crate) struct LeadingNumbers<'w> {
    bytes: &'w [u8; REACH],
    /// Bitmask of non-digit bytes that have not been consumed; bit 0 is the first byte. Bits past
    /// the scanned 48 bytes are set.
    others: u64,
    /// The offset of the next field.
    start: usize,
}

/// The buffer into which a line that is too short is copied.
pub(crate) type Room = Option<[u8; REACH]>;

impl<'w> LeadingNumbers<'w> {
    /// Scans the start of a window.
    #[inline]
    pub(crate) fn new(window: &'w [u8], room: &'w mut Room) -> Self {
        let bytes = if let Some(bytes) = window.first_chunk() { bytes } else { room.insert(simd::padded(window)) };
        let (parts, _) = bytes.as_chunks();
        let digits = parts.iter().take(SCANNED / LANES).rev().fold(0, |mask, part| mask << LANES | simd::digits(part));
        Self { bytes, others: !digits, start: 0 }
    }

    /// Parses a status and a timestamp. Returns `None` if they do not look like the start of a
    /// record (R46, R46c).
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a call costs as much as the digits")]
    pub(crate) fn head(&mut self) -> Option<(i64, i64)> {
        let ((status, length), time) = (self.signed()?, self.long()?);
        if length <= 2 && self.start <= HEAD_PATTERN { Some((status, time)) } else { None }
    }

    /// Parses a number of up to four digits after an optional minus, and returns it with the number
    /// of its digits.
    #[inline]
    pub(crate) fn signed(&mut self) -> Option<(i64, usize)> {
        // A SIMD comparison: to read the byte alone would move the register to memory first.
        let is_negative = self.bytes.first_chunk().is_some_and(|part| simd::equal(part, b'-') & 1 != 0);
        self.others &= !u64::from(is_negative);
        self.start = usize::from(is_negative);
        let (value, length) = self.short()?;
        Some((if is_negative { value.wrapping_neg() } else { value }, length))
    }

    /// Parses a number of up to four digits, and returns it with the number of its digits.
    #[inline]
    pub(crate) fn short(&mut self) -> Option<(i64, usize)> {
        let (start, length) = self.digits()?;
        if matches!(length, 1..=4) { Some((digits::parse_up_to_4(*self.load(start)?, length), length)) } else { None }
    }

    /// Parses a number of up to ten digits.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a call costs as much as the digits")]
    pub(crate) fn long(&mut self) -> Option<i64> {
        let (start, length) = self.digits()?;
        digits::parse_up_to_10(self.load(start)?, length)
    }

    /// Returns the offset of the next field, and the offset after the digits that it starts with.
    #[inline]
    pub(crate) fn rest(&self) -> (usize, usize) {
        (self.start, index(self.others.trailing_zeros()))
    }

    /// Consumes the digits up to a comma, and returns their offset and their number.
    #[inline]
    fn digits(&mut self) -> Option<(usize, usize)> {
        let (start, end) = self.rest();
        // A field that is longer than the scanned bytes seems to end there; the byte at this offset
        // decides.
        if self.bytes.get(end & 63) != Some(&b',') {
            return None;
        }
        self.others &= self.others.wrapping_sub(1);
        self.start = (end & 63).wrapping_add(1);
        Some((start, end.wrapping_sub(start)))
    }

    /// Loads `N` bytes from the start of a field.
    #[inline]
    fn load<const N: usize>(&self, start: usize) -> Option<&[u8; N]> {
        self.bytes.get(start..)?.first_chunk()
    }
}
