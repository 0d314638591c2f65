//! The window of a batch: the bytes that were received and are not consumed yet, and the lines in
//! them.

use memchr::memchr;

use crate::lines::head::End;

/// The decision depends on bytes that were not received yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NeedMore;

/// The result of a search in a window: what was found, `None` if it is not there, or that more
/// bytes are needed.
pub(crate) type Search<T> = Result<Option<T>, NeedMore>;

/// The bytes that were received and are not consumed yet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Window<'a> {
    /// The bytes themselves.
    pub(crate) bytes: &'a [u8],
    /// The length of the longest record, and of the longest run of line ends at the end of a body.
    pub(crate) limit: usize,
    /// Whether the body ends where the window ends.
    pub(crate) is_last: bool,
}

/// A line of a window.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line<'a> {
    /// Its bytes without the line end.
    pub(crate) bytes: &'a [u8],
    /// The number of bytes of the window that the line takes, with its line end.
    pub(crate) used: usize,
}

/// Where a record of the window ends. The record starts with the window.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RecordEnd {
    /// The length of the record without its line end.
    pub(crate) len: usize,
    /// The number of bytes of the window that the record takes, with its line end.
    pub(crate) used: usize,
    /// The offset of its last line.
    pub(crate) line: usize,
    /// What its last line ends in.
    pub(crate) is: End,
    /// Whether a line inside the record looks like the start of another record.
    pub(crate) is_ambiguous: bool,
    /// Whether the end was chosen because its pair was requested.
    pub(crate) is_known: bool,
}

impl<'a> Window<'a> {
    /// Returns the window without its first `count` bytes.
    pub(crate) fn after(self, count: usize) -> Self {
        Self { bytes: self.bytes.get(count..).unwrap_or_default(), ..self }
    }

    /// Returns the first `count` bytes, or all of them if there are fewer.
    pub(crate) fn up_to(self, count: usize) -> &'a [u8] {
        self.bytes.get(..count).unwrap_or(self.bytes)
    }

    /// Returns the first `count` bytes as a window after which nothing follows.
    pub(crate) fn first(self, count: usize) -> Self {
        Self { bytes: self.up_to(count), is_last: true, ..self }
    }

    /// Returns the line that starts at `start`. Its end is searched for from `searched` on, if that
    /// is later.
    ///
    /// Returns `None` if the window is at its end, or if the line ends so late that a record from
    /// the window's start to the line's end would exceed the limit.
    pub(crate) fn line_at(self, start: usize, searched: usize) -> Search<Line<'a>> {
        let Self { bytes: window, is_last, .. } = self;
        let rest = window.get(start..).unwrap_or_default();
        // The line end itself does not count, and may be of two bytes.
        let limit = self.limit.saturating_add(2);
        let from = searched.max(start);
        let within = window.get(from..limit.min(window.len())).unwrap_or_default();
        match memchr(b'\n', within).map(|end| end.saturating_add(from).saturating_sub(start)) {
            Some(end) => {
                let bytes = rest.get(..end).unwrap_or(rest);
                Ok(Some(Line { bytes: bytes.strip_suffix(b"\r").unwrap_or(bytes), used: end.saturating_add(1) }))
            }
            None if is_last && !rest.is_empty() && window.len() < limit => Ok(Some(Line { bytes: rest, used: rest.len() })),
            None if is_last || window.len() >= limit => Ok(None),
            None => Err(NeedMore),
        }
    }

    /// Returns the number of bytes of line ends at the window's start, and whether nothing follows
    /// them: line ends at the end of a body belong to no record (R20a). More of them than the limit
    /// are lines of their own.
    pub(crate) fn line_ends(self) -> (usize, Result<bool, NeedMore>) {
        let Self { bytes: window, is_last, .. } = self;
        let most = self.limit.saturating_add(1);
        let mut is_after_cr = false;
        let run = self.up_to(most).iter().position(|byte| match byte {
            b'\n' => {
                is_after_cr = false;
                false
            }
            b'\r' => core::mem::replace(&mut is_after_cr, true),
            _ => true,
        });
        match run {
            Some(run) => (run, Ok(false)),
            None if window.len() >= most => (most, Ok(false)),
            None if is_last => (window.len(), Ok(!is_after_cr)),
            None => (window.len(), Err(NeedMore)),
        }
    }
}

/// Returns a reply without the one line end that may be at its very end (R46).
#[inline]
pub(crate) fn without_line_end(body: &[u8]) -> &[u8] {
    if let [line @ .., b'\r', b'\n'] | [line @ .., b'\n'] = body { line } else { body }
}
