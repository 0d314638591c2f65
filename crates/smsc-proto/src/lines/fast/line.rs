//! The line that a fast path parses, and whether its end is certain.

use crate::lines::window::Window;
use crate::model::query::{Detail, Format, Query};
use crate::model::record_start::looks_like_record_start;
use crate::scan::digits;

/// A line at the start of a window.
#[derive(Clone, Copy)]
pub(crate) struct Line<'a> {
    /// The bytes from the start of the line on. They go on after the line, so that a load of a
    /// value may include bytes after it.
    pub(crate) window: &'a [u8],
    context: Context,
}

/// What a line is part of.
#[derive(Clone, Copy)]
enum Context {
    /// The line is the whole reply.
    Reply,
    /// The line is in a batch, whose window this is.
    Batch { limit: usize, is_last: bool },
}

impl<'a> Line<'a> {
    /// Returns the line that is a whole reply.
    #[inline]
    pub(crate) const fn of_reply(reply: &'a [u8]) -> Self {
        Self { window: reply, context: Context::Reply }
    }

    /// Returns the first line of a window of a batch.
    #[inline]
    pub(crate) const fn of_batch(window: Window<'a>) -> Self {
        let Window { bytes, limit, is_last } = window;
        Self { window: bytes, context: Context::Batch { limit, is_last } }
    }

    /// Returns the length of the record and the number of bytes consumed with its line end, if the
    /// line ends at offset `at`. Returns `None` if it is uncertain that the record ends with the
    /// line.
    #[inline]
    pub(crate) fn end(self, query: &Query<'_>, at: usize) -> Option<(usize, usize)> {
        let Context::Batch { limit, is_last } = self.context else {
            return if at == self.window.len() { Some((at, at)) } else { None };
        };
        let (line, rest) = self.window.split_at_checked(at)?;
        let rest = rest.get(1..)?;
        // A record with a text ends for certain only before the next record, or at the end of the
        // body (R46).
        let is_certain = query.detail == Detail::Status || starts_record(query.format, rest) || is_last && rest.is_empty();
        if !is_certain || line.len() > limit {
            return None;
        }
        Some((line.strip_suffix(b"\r").unwrap_or(line).len(), at.wrapping_add(1)))
    }
}

/// Returns whether the bytes after a line end are certainly the start of a record (R46).
#[inline]
fn starts_record(format: Format, rest: &[u8]) -> bool {
    (format == Format::Values && digits::starts_with_two_numbers(rest)) || looks_like_record_start(format, rest)
}
