//! The numbers that a line begins with: where each ends, and that it is nothing but digits, is found for all of them at once.

use crate::lines::head::HEAD_PATTERN;
use crate::scan::digits;
use crate::scan::simd::{self, LANES, place};

/// How many bytes are looked at: all of the numbers are among them, however long those are that are usual.
const FRONT: usize = 48;

/// How many bytes are needed, so that whatever stands where a number begins can be loaded.
const REACH: usize = 64 + LANES;

/// The numbers of a line, each in front of a comma, and each read when it is asked for.
pub(crate) struct LeadingNumbers<'w> {
    bytes: &'w [u8; REACH],
    /// A bit for each byte that is no digit and was not passed yet; that of the first byte is the lowest. Those behind what was looked at have one as well.
    others: u64,
    /// Where the next number begins.
    start: usize,
}

/// What a line that is too short is copied to.
pub(crate) type Room = Option<[u8; REACH]>;

impl<'w> LeadingNumbers<'w> {
    /// The numbers at the start of a window.
    #[inline]
    pub(crate) fn new(window: &'w [u8], room: &'w mut Room) -> Self {
        let bytes = if let Some(bytes) = window.first_chunk() { bytes } else { room.insert(simd::padded(window)) };
        let (parts, _) = bytes.as_chunks();
        let digits = parts.iter().take(FRONT / LANES).rev().fold(0, |mask, part| mask << LANES | simd::digits(part));
        Self { bytes, others: !digits, start: 0 }
    }

    /// The status and the timestamp that make a head pattern, if they do (R46, R46c).
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a call costs as much as the digits")]
    pub(crate) fn head(&mut self) -> Option<(i64, i64)> {
        let ((status, length), time) = (self.signed()?, self.long()?);
        if length <= 2 && self.start <= HEAD_PATTERN { Some((status, time)) } else { None }
    }

    /// A number of up to four digits, which may have a minus in front, and how many digits it has.
    #[inline]
    pub(crate) fn signed(&mut self) -> Option<(i64, usize)> {
        // By lanes: a byte of its own would be got out of the register by way of the memory.
        let is_negative = self.bytes.first_chunk().is_some_and(|part| simd::equal(part, b'-') & 1 != 0);
        self.others &= !u64::from(is_negative);
        self.start = usize::from(is_negative);
        let (value, length) = self.short()?;
        Some((if is_negative { value.wrapping_neg() } else { value }, length))
    }

    /// A number of up to four digits, and how many it has.
    #[inline]
    pub(crate) fn short(&mut self) -> Option<(i64, usize)> {
        let (start, length) = self.pass()?;
        if matches!(length, 1..=4) { Some((digits::short(*self.load(start)?, length), length)) } else { None }
    }

    /// A number of up to ten digits.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a call costs as much as the digits")]
    pub(crate) fn long(&mut self) -> Option<i64> {
        let (start, length) = self.pass()?;
        digits::long(self.load(start)?, length)
    }

    /// Where the next number would begin, and where the digits end that stand there.
    #[inline]
    pub(crate) fn rest(&self) -> (usize, usize) {
        (self.start, place(self.others.trailing_zeros()))
    }

    /// Passes the digits up to a comma, and gives where they begin and how many there are.
    #[inline]
    fn pass(&mut self) -> Option<(usize, usize)> {
        let (start, end) = self.rest();
        // A number that reaches beyond what was looked at ends there for now, and the byte that stands there says whether it does.
        if self.bytes.get(end & 63) != Some(&b',') {
            return None;
        }
        self.others &= self.others.wrapping_sub(1);
        self.start = (end & 63).wrapping_add(1);
        Some((start, end.wrapping_sub(start)))
    }

    /// So many bytes from where a number begins.
    #[inline]
    fn load<const N: usize>(&self, start: usize) -> Option<&[u8; N]> {
        self.bytes.get(start..)?.first_chunk()
    }
}
