//! Line.

use crate::lines::head::HEAD_PATTERN;
use crate::lines::key_value;
use crate::lines::values;
use crate::model::query::{Detail, Format, Query};
use crate::scan::digits;

/// A line at the start of a window.
#[derive(Clone, Copy)]
pub(crate) struct Line<'a> {
    /// It goes on behind the line, so that a value can be loaded with what follows it.
    pub(crate) window: &'a [u8],
    pub(crate) context: Context,
}

/// What a line is part of.
#[derive(Clone, Copy)]
pub(crate) enum Context {
    /// It is all of the reply.
    Reply,
    Batch {
        limit: usize,
        is_last: bool,
    },
}

impl Line<'_> {
    /// Where its record ends if the line ends at this place, and how many bytes it takes with its line end; `None` if that is not sure.
    #[inline]
    pub(crate) fn end(self, query: &Query<'_>, at: usize) -> Option<(usize, usize)> {
        let Context::Batch { limit, is_last } = self.context else {
            return if at == self.window.len() { Some((at, at)) } else { None };
        };
        let (line, rest) = self.window.split_at_checked(at)?;
        let rest = rest.get(1..)?;
        // With a text, its end is sure only where the next one begins, or nothing more comes (R46).
        let is_sure = query.detail == Detail::Status || begins_record(query.format, rest) || is_last && rest.is_empty();
        if !is_sure || line.len() > limit {
            return None;
        }
        Some((line.strip_suffix(b"\r").unwrap_or(line).len(), at.wrapping_add(1)))
    }
}

/// Whether what follows a line end begins a record for certain (R46).
#[inline]
fn begins_record(format: Format, rest: &[u8]) -> bool {
    if format == Format::KeyValue {
        return key_value::is_head_pattern(rest);
    }
    digits::begin_two_numbers(rest) || values::is_head_pattern(rest.get(..HEAD_PATTERN).unwrap_or(rest))
}
