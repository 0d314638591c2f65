//! Where the records of a batch of lines begin and end (R20a, R46), one step at a time.
//!
//! A step looks at a *window*: the bytes that have not been used up yet, as far as they have come. With all of them at hand it never asks for
//! more; with a part of them it decides exactly what it would decide with all. Every byte is searched a bounded number of times: the place where the
//! next end was found, or up to where there is none, is kept from step to step, because it does not depend on the record that it ends.

use memchr::memchr;

use crate::error::{Error, ErrorKind, Fail};
use crate::lines::fast::{self, FastPath};
use crate::lines::format;
use crate::lines::head::{End, HEAD_PATTERN, Head};
use crate::lines::known_pairs;
use crate::lines::window::{RecordEnd, Search, line, trailing};
use crate::model::query::{Detail, Format, Query};
use crate::model::record::Record;
use crate::step::Step;

/// What the next step has to know.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Batch<'q> {
    query: Query<'q>,
    /// The longest record, and the longest run of line ends at the very end.
    limit: usize,
    /// Where the window starts in the body.
    pos: usize,
    /// How those of its lines are read that are read in one go, if there may be some.
    fast_path: Option<FastPath>,
    /// In the middle of a line that is too long.
    is_skipping: bool,
    /// Up to here, line ends are known not to be those of R20a.
    not_trailing: usize,
    /// In the middle of more line ends than those of R20a.
    is_long_run: bool,
    ends: Ends,
}

/// The search for the line that ends a record. All places are counted from the body's start.
#[derive(Clone, Copy, Debug, Default)]
struct Ends {
    /// Every line before this one was looked at.
    line: usize,
    /// From `line` to here there is no line end.
    searched: usize,
    /// The last line with a head pattern among those that were looked at.
    last_head: usize,
    found: Option<Found>,
}

/// A line that ends in an id, and is the last or stands before a head pattern.
#[derive(Clone, Copy, Debug)]
struct Found {
    line: usize,
    /// Where its bytes end.
    end: usize,
    /// Where the next line starts.
    next: usize,
    is: End,
}

impl<'q> Batch<'q> {
    /// A batch whose records begin at `pos` of the body.
    pub(crate) fn new(query: Query<'q>, limit: usize, pos: usize) -> Self {
        let ends = Ends { line: 0, searched: 0, last_head: 0, found: None };
        Self { query, limit, pos, fast_path: FastPath::of(&query), is_skipping: false, not_trailing: 0, is_long_run: false, ends }
    }

    /// Where the window starts in the body.
    pub(crate) const fn pos(&self) -> usize {
        self.pos
    }

    /// Reads one record from the window's start into `out`, of which nothing is known yet. `is_last` says that the window holds the rest of the body.
    pub(crate) fn step<'a>(&mut self, window: &'a [u8], is_last: bool, out: &mut Record<'a>) -> Step {
        if let Some(used) = self.try_fast(window, is_last, out) {
            return Step::Item(used, Ok(()));
        }
        self.step_slow(window, is_last, out)
    }

    /// The same, if the record is of the kind that is read in one go: gives how many bytes it used up. `None`, with whatever in the record, if it is not.
    #[inline]
    pub(crate) fn try_fast<'a>(&mut self, window: &'a [u8], is_last: bool, out: &mut Record<'a>) -> Option<usize> {
        if self.is_skipping {
            return None;
        }
        let used = fast::batch_record(self.fast_path?, &self.query, window, self.limit, is_last, out)?;
        self.is_long_run = false;
        self.pos = self.pos.saturating_add(used);
        Some(used)
    }

    /// The same for records of any kind, whatever stands in `out`.
    pub(crate) fn step_slow<'a>(&mut self, window: &'a [u8], is_last: bool, out: &mut Record<'a>) -> Step {
        if !self.is_skipping
            && let Some(used) = fast::batch_hlr(&self.query, window, self.limit, is_last, out)
        {
            self.is_long_run = false;
            self.pos = self.pos.saturating_add(used);
            return Step::Item(used, Ok(()));
        }
        self.step_general(window, is_last, out)
    }

    /// The same without a short cut.
    pub(crate) fn step_general<'a>(&mut self, window: &'a [u8], is_last: bool, out: &mut Record<'a>) -> Step {
        *out = Record::new(self.query.charset);
        let step = self.decide(window, is_last, out);
        self.pos = self.pos.saturating_add(step.used());
        step
    }

    fn decide<'a>(&mut self, window: &'a [u8], is_last: bool, out: &mut Record<'a>) -> Step {
        let skipped = if self.is_skipping {
            let Some(end) = memchr(b'\n', window) else { return Step::More(window.len()) };
            self.is_skipping = false;
            end.saturating_add(1)
        } else {
            0
        };
        let window = window.get(skipped..).unwrap_or_default();
        let start = self.pos.saturating_add(skipped);
        let step = self.line(window, start, is_last, out);
        match step {
            Step::Item(used, result) => Step::Item(used.saturating_add(skipped), result),
            Step::More(used) => Step::More(used.saturating_add(skipped)),
            Step::Over => step,
        }
    }

    /// A step from the start of a line.
    fn line<'a>(&mut self, window: &'a [u8], start: usize, is_last: bool, out: &mut Record<'a>) -> Step {
        if window.is_empty() {
            return if is_last { Step::Over } else { Step::More(0) };
        }
        match self.is_over(window, start, is_last) {
            Search::Found(()) => return Step::Over,
            Search::More => return Step::More(0),
            Search::None => {}
        }
        let line = match line(window, 0, 0, self.limit, is_last) {
            Search::Found(line) if line.bytes.len() <= self.limit => line,
            Search::More => return Step::More(0),
            Search::Found(_) | Search::None => {
                self.is_skipping = true;
                let fail = Fail::new(ErrorKind::TooLong { limit: self.limit }, "a line end within the limit", self.limit);
                return Step::Item(self.limit, Err(Error::new(fail, start, start.saturating_add(self.limit))));
            }
        };
        let failed = |fail: Fail, end: usize| Error::new(fail, start, start.saturating_add(end));
        let alone = |fail: Fail| Step::Item(line.used, Err(failed(fail, line.bytes.len())));
        if self.query.detail == Detail::Status {
            let result = format::whole(&self.query, line.bytes, out);
            return Step::Item(line.used, result.map_err(|fail| failed(fail, line.bytes.len())));
        }
        if !format::is_head_pattern(&self.query, line.bytes) {
            let expected = "the start of a record (status, timestamp, comma; or `Status = ` and a number)";
            return alone(Fail::new(ErrorKind::OutsideRecord, expected, line.bytes.len()));
        }
        let head = match format::head(&self.query, line.bytes, out) {
            Ok(Head::Whole) => return Step::Item(line.used, Ok(())),
            Ok(head) => head,
            Err(fail) => return alone(fail),
        };
        let end = match self.find_end(window, start, is_last) {
            Search::More => return Step::More(0),
            Search::Found(end) => {
                Some(end).filter(|end| format::can_end(head, window.get(..end.len).unwrap_or(window), end.line, end.is))
            }
            Search::None => None,
        };
        let end = match known_pairs::by_known_pairs(&self.query, window, self.limit, is_last, (head, out), end) {
            Search::More => return Step::More(0),
            Search::Found(end) => end,
            Search::None => {
                let expected = "a line ending in the record's id before the next record starts";
                return alone(Fail::new(ErrorKind::NoEnd, expected, 0));
            }
        };
        // A record that cannot be read swallows nothing: its first line is malformed, and reading goes on at the next (R46h).
        let more = end.len.saturating_sub(line.bytes.len());
        if more != 0 && !end.is.is_readable {
            return alone(Fail::new(ErrorKind::NoEnd, "a line ending in the record's keys, each with a valid value", 0));
        }
        let bytes = window.get(..end.len).unwrap_or(window);
        if let Err(fail) = format::finish(&self.query, head, bytes, line.bytes.len(), out) {
            return alone(Fail { left: fail.left.saturating_sub(more), ..fail });
        }
        let is_doubtful = match self.has_doubtful_end(window, &end, is_last, out) {
            Search::More => return Step::More(0),
            Search::Found(()) => true,
            Search::None => false,
        };
        if end.is_ambiguous || is_doubtful {
            out.mark_ambiguous();
        }
        Step::Item(end.used, Ok(()))
    }

    /// Whether a record without a type ends before a line that only looks like a head (R46i).
    fn has_doubtful_end(&self, window: &[u8], end: &RecordEnd, is_last: bool, status: &Record<'_>) -> Search<()> {
        if end.is_known || status.message_type().is_some() || self.query.format != Format::Values {
            return Search::None;
        }
        match trailing(window.get(end.used..).unwrap_or_default(), self.limit, is_last).1 {
            Search::Found(()) => return Search::None,
            Search::More => return Search::More,
            Search::None => {}
        }
        match line(window, end.used, end.used, self.limit, is_last) {
            Search::Found(next) if known_pairs::full_head(&self.query, next.bytes).is_some() => Search::None,
            Search::Found(_) | Search::None => Search::Found(()),
            Search::More => Search::More,
        }
    }

    /// Whether nothing but the line ends of R20a is left.
    fn is_over(&mut self, window: &[u8], start: usize, is_last: bool) -> Search<()> {
        if !matches!(window.first(), Some(b'\n' | b'\r')) {
            self.is_long_run = false;
            return Search::None;
        }
        if self.is_long_run || start < self.not_trailing {
            return Search::None;
        }
        let (run, search) = trailing(window, self.limit, is_last);
        if matches!(search, Search::None) {
            self.not_trailing = start.saturating_add(run);
            self.is_long_run = run > self.limit;
        }
        search
    }

    /// The end of the record that begins at the window's start (R46).
    fn find_end(&mut self, window: &[u8], start: usize, is_last: bool) -> Search<RecordEnd> {
        if self.ends.line < start {
            self.ends = Ends { line: start, searched: start, ..self.ends };
        }
        loop {
            if let Some(found) = self.ends.found.filter(|found| found.line >= start) {
                let len = found.end.saturating_sub(start);
                if len > self.limit {
                    return Search::None;
                }
                let used = found.next.saturating_sub(start);
                let line = found.line.saturating_sub(start);
                return Search::Found(RecordEnd {
                    len,
                    used,
                    line,
                    is: found.is,
                    is_ambiguous: self.ends.last_head > start,
                    is_known: false,
                });
            }
            let at = self.ends.line.saturating_sub(start);
            let searched = self.ends.searched.saturating_sub(start);
            let line = match line(window, at, searched, self.limit, is_last) {
                Search::Found(line) => line,
                Search::More => {
                    self.ends.searched = start.saturating_add(window.len());
                    return Search::More;
                }
                Search::None => return Search::None,
            };
            let next = at.saturating_add(line.used);
            self.ends.searched = start.saturating_add(next).saturating_sub(1).max(self.ends.searched);
            if at.saturating_add(line.bytes.len()) > self.limit {
                return Search::None;
            }
            if let Some(end) = format::end(&self.query, line.bytes) {
                match self.stands_before_a_record(window.get(next..).unwrap_or_default(), is_last) {
                    Search::More => return Search::More,
                    Search::None => {}
                    Search::Found(()) => {
                        let line_end = self.ends.line.saturating_add(line.bytes.len());
                        let next = start.saturating_add(next);
                        self.ends.found = Some(Found { line: self.ends.line, end: line_end, next, is: end });
                    }
                }
            }
            if format::is_head_pattern(&self.query, line.bytes) {
                self.ends.last_head = self.ends.line;
            }
            self.ends.line = start.saturating_add(next);
            self.ends.searched = self.ends.line;
        }
    }

    /// Whether the line before `rest` is the last, or the next one has a head pattern.
    fn stands_before_a_record(&self, rest: &[u8], is_last: bool) -> Search<()> {
        match trailing(rest, self.limit, is_last).1 {
            Search::None => {}
            decided => return decided,
        }
        let line_end = memchr(b'\n', rest.get(..HEAD_PATTERN).unwrap_or(rest));
        if line_end.is_none() && rest.len() < HEAD_PATTERN && !is_last {
            return Search::More;
        }
        let next = rest.get(..line_end.unwrap_or(rest.len())).unwrap_or(rest);
        if format::is_head_pattern(&self.query, next) { Search::Found(()) } else { Search::None }
    }
}
