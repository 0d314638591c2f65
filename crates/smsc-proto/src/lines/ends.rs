//! The search for the line that ends a record of a batch (R46, R46j, R46k).

use memchr::memchr;

use crate::lines::format;
use crate::lines::head::{End, EndRule, Head};
use crate::lines::known_pairs::MAX_LINES;
use crate::lines::window::{NeedMore, RecordEnd, Search, Window};
use crate::model::query::Query;
use crate::model::record_start::{HEAD_PATTERN, looks_like_record_start};

/// The search for the line that ends a record. Offsets count from the start of the body.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Ends {
    /// The offset of the first line that was not examined.
    line: usize,
    /// There is no line end from `line` to this offset.
    searched: usize,
    /// The offset of the last examined line that looks like the start of a record.
    last_head: usize,
    /// The offset of the last line at which the search stopped, because it certainly starts a
    /// record (R46j). That line was not examined as an end.
    full_start: usize,
    found: Option<Found>,
}

/// A line that ends in an id, and is the last one or is followed by the start of a record.
#[derive(Clone, Copy, Debug)]
struct Found {
    /// The offset of the line.
    line: usize,
    /// The offset of its line end.
    end: usize,
    /// The offset of the next line.
    next: usize,
    is: End,
}

/// The result of the search for the end of a record by R46.
pub(crate) enum Ending {
    /// The end was found.
    Found(RecordEnd),
    /// Another record starts before an end, at this offset of the window (R46j).
    Interrupted(usize),
    /// There is no end within the limit.
    Missing,
}

impl Ends {
    /// Searches for the end of the record that starts with the window, at offset `start` of the
    /// body.
    pub(crate) fn find(&mut self, query: &Query<'_>, window: Window<'_>, start: usize) -> Result<Ending, NeedMore> {
        if self.line < start {
            *self = Self { line: start, searched: start, ..*self };
        }
        loop {
            if let Some(found) = self.found.filter(|found| found.line >= start) {
                let end = RecordEnd {
                    len: found.end.saturating_sub(start),
                    used: found.next.saturating_sub(start),
                    line: found.line.saturating_sub(start),
                    is: found.is,
                    is_ambiguous: self.last_head > start,
                    is_known: false,
                };
                return Ok(if end.len <= window.limit { Ending::Found(end) } else { Ending::Missing });
            }
            if self.full_start > start {
                return Ok(Ending::Interrupted(self.full_start.saturating_sub(start)));
            }
            let at = self.line.saturating_sub(start);
            let line = window.line_at(at, self.searched.saturating_sub(start)).inspect_err(|_| {
                self.searched = start.saturating_add(window.bytes.len());
            })?;
            let Some(line) = line else { return Ok(Ending::Missing) };
            let next = at.saturating_add(line.used);
            self.searched = start.saturating_add(next).saturating_sub(1).max(self.searched);
            if at.saturating_add(line.bytes.len()) > window.limit {
                return Ok(Ending::Missing);
            }
            let starts_record = looks_like_record_start(query.format, line.bytes);
            if at != 0 && starts_record && format::full_record_start(query, line.bytes).is_some() {
                self.full_start = self.line;
                continue;
            }
            if let Some((is, _)) = format::end(query, line.bytes, EndRule::ByLines)
                && is_before_record_start(query, window.after(next))?
            {
                let end = self.line.saturating_add(line.bytes.len());
                self.found = Some(Found { line: self.line, end, next: start.saturating_add(next), is });
            }
            if starts_record {
                self.last_head = self.line;
            }
            self.line = start.saturating_add(next);
            self.searched = self.line;
        }
    }
}

/// Returns the end of a record that has none by R46: the first line that ends in a type and an id
/// (R46k). `None` if there is no such line among those that are searched.
pub(crate) fn find_typed(query: &Query<'_>, window: Window<'_>, head: Head) -> Search<RecordEnd> {
    let mut at = 0;
    for _ in 0..MAX_LINES {
        let Some(line) = window.line_at(at, at)? else { return Ok(None) };
        let (len, used) = (at.saturating_add(line.bytes.len()), at.saturating_add(line.used));
        if let Some((is, _)) = format::end(query, line.bytes, EndRule::Typed)
            && len <= window.limit
            && format::is_after_text_start(head, window.up_to(len), at, is)
        {
            let end = RecordEnd { len, used, line: at, is, is_ambiguous: true, is_known: false };
            return Ok(Some(end).filter(|_| format::can_end(head, window.up_to(len), at, is)));
        }
        at = used;
    }
    Ok(None)
}

/// Returns whether the rest of a window is empty but for trailing line ends, or looks like the
/// start of a record.
fn is_before_record_start(query: &Query<'_>, rest: Window<'_>) -> Result<bool, NeedMore> {
    let (_, is_last) = rest.line_ends();
    if is_last? {
        return Ok(true);
    }
    let start = rest.up_to(HEAD_PATTERN);
    let line_end = memchr(b'\n', start);
    if line_end.is_none() && rest.bytes.len() < HEAD_PATTERN && !rest.is_last {
        return Err(NeedMore);
    }
    Ok(looks_like_record_start(query.format, line_end.map_or(rest.bytes, |end| rest.up_to(end))))
}
