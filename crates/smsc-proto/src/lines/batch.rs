//! Where the records of a batch of lines start and end (R20a, R46), one step at a time.
//!
//! A step reads a [`Window`]. If the window holds the rest of the body, a step never needs more
//! bytes; if it holds a part, a step decides exactly what it would decide with all of the body.
//! Every byte is searched a bounded number of times: the end that was found last, and how far the
//! search went, are kept from step to step, because both are independent of the record that is
//! read.

use memchr::memchr;

use crate::error::{Error, ErrorKind, Fail, end_of};
use crate::lines::ends::{self, Ending, Ends};
use crate::lines::fast::{self, FastPath};
use crate::lines::head::Head;
use crate::lines::window::{Line, NeedMore, RecordEnd, Window};
use crate::lines::{format, known_pairs};
use crate::model::pairs::Pairs;
use crate::model::query::{Detail, Format, Query};
use crate::model::record::Record;
use crate::model::record_start::looks_like_record_start;
use crate::step::Step;

/// The state of a batch between two steps.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Batch<'q> {
    query: Query<'q>,
    /// The length of the longest record, and of the longest run of line ends at the end of the
    /// body.
    limit: usize,
    /// The offset of the window in the body.
    pos: usize,
    /// The fast path for records of this query, if there is one: that of the last record.
    fast_path: Option<FastPath>,
    /// Whether the requested pairs may choose the end of a record.
    may_choose_end: bool,
    /// Whether the window starts inside a line that is too long.
    is_skipping: bool,
    /// Line ends before this offset are known to be inside the batch, not trailing (R20a).
    not_trailing: usize,
    /// Whether the window starts inside a run of line ends that is longer than the limit.
    is_long_run: bool,
    /// The index of the requested pair that the next record is expected to match.
    next_pair: usize,
    /// The offset of the record that interrupted the one before it, and so is ambiguous (R46j).
    interrupting: Option<usize>,
    ends: Ends,
}

impl<'q> Batch<'q> {
    /// Creates a batch whose records start at `pos` of the body.
    pub(crate) fn new(query: Query<'q>, limit: usize, pos: usize) -> Self {
        let fast_path = FastPath::of(&query);
        Self {
            query,
            limit,
            pos,
            fast_path,
            may_choose_end: query.requested.is_some() && query.detail != Detail::Status,
            is_skipping: false,
            not_trailing: 0,
            is_long_run: false,
            next_pair: 0,
            interrupting: None,
            ends: Ends::default(),
        }
    }

    /// Returns the offset of the window in the body.
    pub(crate) const fn pos(&self) -> usize {
        self.pos
    }

    /// Returns the index of the requested pair that the next record is expected to match. A record
    /// that was found to match it has moved it on by one.
    pub(crate) const fn expected_pair(&mut self) -> &mut usize {
        &mut self.next_pair
    }

    /// Goes back to the start of a record that [`try_fast`](Self::try_fast) has parsed: nothing else
    /// that counts at the start of a record has changed.
    pub(crate) const fn go_back(&mut self, used: usize) {
        self.pos = self.pos.saturating_sub(used);
    }

    /// Parses one record from the window's start by the fast path of the query, and returns the
    /// number of bytes consumed. `is_last` tells that the window holds the rest of the body.
    /// Returns `None` for any other record; the contents of `out` are unspecified then.
    #[inline]
    pub(crate) fn try_fast<'a>(&mut self, window: &'a [u8], is_last: bool, out: &mut Record<'a>) -> Option<usize> {
        if self.is_skipping || self.interrupting.is_some() {
            return None;
        }
        let used = fast::batch_record(self.fast_path?, &self.query, self.window(window, is_last), out)?;
        self.accept(used, window, out)
    }

    /// Accepts a record of a fast path. Returns `None` if the requested pairs may choose another
    /// end for it.
    #[inline]
    fn accept(&mut self, used: usize, window: &[u8], record: &Record<'_>) -> Option<usize> {
        if self.may_choose_end && !self.stays(window.get(used..)?, record) {
            return None;
        }
        self.is_long_run = false;
        self.pos = self.pos.saturating_add(used);
        Some(used)
    }

    /// Returns whether a record of one line by R46 is certain to stay as it is (R47b): it is that
    /// of a requested pair, or there is no other line at which it could end, because the body ends
    /// here or a whole head follows.
    #[inline(never)]
    fn stays(&mut self, rest: &[u8], record: &Record<'_>) -> bool {
        if self.is_of_expected_pair(record) {
            return true;
        }
        rest.is_empty() || fast::starts_message(&self.query, rest)
    }

    /// Returns whether a record is that of the expected pair, and expects the one after it then.
    #[inline]
    fn is_of_expected_pair(&mut self, record: &Record<'_>) -> bool {
        let pair = self.query.requested.and_then(|pairs| pairs.all().get(self.next_pair));
        let is_of = pair.is_some_and(|pair| record.is_of(pair));
        self.next_pair = self.next_pair.saturating_add(is_of.into());
        is_of
    }

    /// Parses one record that [`try_fast`](Self::try_fast) did not accept.
    pub(crate) fn step_slow<'a>(&mut self, window: &'a [u8], is_last: bool, out: &mut Record<'a>) -> Step {
        if !self.is_skipping
            && self.interrupting.is_none()
            && let Some(path) = self.fast_path.and_then(|path| path.other(&self.query))
            && let Some(used) = fast::batch_record(path, &self.query, self.window(window, is_last), out)
            && let Some(used) = self.accept(used, window, out)
        {
            self.fast_path = Some(path);
            return Step::Item(used, Ok(()));
        }
        self.step_general(window, is_last, out)
    }

    /// Parses one record without any fast path.
    pub(crate) fn step_general<'a>(&mut self, window: &'a [u8], is_last: bool, out: &mut Record<'a>) -> Step {
        *out = Record::new(self.query.charset);
        let step = self.skip_and_parse(self.window(window, is_last), out);
        self.pos = self.pos.saturating_add(step.used());
        step
    }

    const fn window<'a>(&self, bytes: &'a [u8], is_last: bool) -> Window<'a> {
        Window { bytes, limit: self.limit, is_last }
    }

    /// Skips the rest of a line that is too long, and parses the record after it.
    fn skip_and_parse<'a>(&mut self, window: Window<'a>, out: &mut Record<'a>) -> Step {
        let skipped = if self.is_skipping {
            let Some(end) = memchr(b'\n', window.bytes) else { return Step::More(window.bytes.len()) };
            self.is_skipping = false;
            end.saturating_add(1)
        } else {
            0
        };
        let start = self.pos.saturating_add(skipped);
        match self.parse_line(window.after(skipped), start, out) {
            Ok(Step::Item(used, result)) => Step::Item(used.saturating_add(skipped), result),
            Ok(step) => step,
            Err(NeedMore) => Step::More(skipped),
        }
    }

    /// Parses the record that starts with the window, at offset `start` of the body. A malformed
    /// record consumes its first line alone, so that the next step starts at the line after it
    /// (R46h).
    fn parse_line<'a>(&mut self, window: Window<'a>, start: usize, out: &mut Record<'a>) -> Result<Step, NeedMore> {
        if window.bytes.is_empty() {
            return if window.is_last { Ok(Step::Over) } else { Err(NeedMore) };
        }
        if self.is_over(window, start)? {
            return Ok(Step::Over);
        }
        let Some(line) = window.line_at(0, 0)?.filter(|line| line.bytes.len() <= self.limit) else {
            self.is_skipping = true;
            let cut = window.up_to(self.limit);
            let fail = Fail::new(ErrorKind::TooLong { limit: self.limit }, "a line end within the limit", cut);
            return Ok(Step::Item(self.limit, Err(Error::new(fail, cut, start))));
        };
        Ok(match self.parse_record(line, window, start, out)? {
            Ok(used) => Step::Item(used, Ok(())),
            Err(fail) => Step::Item(line.used, Err(Error::new(fail, line.bytes, start))),
        })
    }

    /// Parses the record whose first line this is, and returns the number of bytes consumed. The
    /// outer error needs more bytes, the inner one is a malformed record.
    fn parse_record<'a>(
        &mut self,
        line: Line<'a>,
        window: Window<'a>,
        start: usize,
        out: &mut Record<'a>,
    ) -> Result<Result<usize, Fail<'a>>, NeedMore> {
        if self.query.detail == Detail::Status {
            return Ok(format::whole(&self.query, line.bytes, out).map(|()| line.used));
        }
        if !looks_like_record_start(self.query.format, line.bytes) {
            let expected = "the start of a record (status, timestamp, comma; or `Status = ` and a number)";
            return Ok(Err(Fail::new(ErrorKind::OutsideRecord, expected, line.bytes)));
        }
        let head = match format::head(&self.query, line.bytes, out) {
            Ok(Head::Whole) => {
                if self.take_interrupting(start) && !self.is_requested(out) {
                    out.mark_ambiguous();
                }
                return Ok(Ok(line.used));
            }
            Ok(head) => head,
            Err(fail) => return Ok(Err(fail)),
        };
        let ending = self.ends.find(&self.query, window, start)?;
        let by_lines = match ending {
            Ending::Found(end) => Some(end).filter(|end| format::can_end(head, window.up_to(end.len), end.line, end.is)),
            Ending::Interrupted(next) => ends::find_typed(&self.query, window.first(next), head)?,
            Ending::Missing => ends::find_typed(&self.query, window, head)?,
        };
        let is_interrupting = self.interrupting == Some(start);
        let by_lines = by_lines.map(|end| RecordEnd { is_ambiguous: end.is_ambiguous || is_interrupting, ..end });
        let end = known_pairs::choose_end(&self.query, self.requested(), window, head, out, by_lines)?;
        let expected = "a line ending in the record's id before the next record starts";
        let no_end = || Ok(Err(Fail::new(ErrorKind::NoEnd, expected, end_of(line.bytes))));
        let parsed = end.map_or_else(no_end, |end| self.parse_to_end(line, window, head, end, out))?;
        if parsed.is_ok() {
            self.is_of_expected_pair(out);
        }
        self.take_interrupting(start);
        if let Ending::Interrupted(next) = ending
            && end.is_none_or(|end| end.used <= next)
        {
            self.interrupting = Some(start.saturating_add(next));
        }
        Ok(parsed)
    }

    /// Parses the rest of a record whose end is known, and returns the number of bytes consumed.
    fn parse_to_end<'a>(
        &self,
        line: Line<'a>,
        window: Window<'a>,
        head: Head,
        end: RecordEnd,
        out: &mut Record<'a>,
    ) -> Result<Result<usize, Fail<'a>>, NeedMore> {
        if end.len > line.bytes.len() && !end.is.is_readable {
            let expected = "a line ending in the record's keys, each with a valid value";
            return Ok(Err(Fail::new(ErrorKind::NoEnd, expected, end_of(line.bytes))));
        }
        if let Err(fail) = format::finish(&self.query, head, window.up_to(end.len), line.bytes.len(), out) {
            return Ok(Err(fail));
        }
        if end.is_ambiguous || self.has_doubtful_end(window, &end, out)? {
            out.mark_ambiguous();
        }
        Ok(Ok(end.used))
    }

    /// Returns whether the record at `start` interrupted the one before it (R46j), which counts
    /// once.
    fn take_interrupting(&mut self, start: usize) -> bool {
        self.interrupting.take_if(|at| *at <= start) == Some(start)
    }

    /// Returns the requested pairs, of which the expected one is looked at first.
    fn requested(&self) -> Option<Pairs<'q>> {
        self.query.requested.map(|pairs| pairs.expecting(self.next_pair))
    }

    /// Returns whether a record that is one line was requested.
    fn is_requested(&self, record: &Record<'_>) -> bool {
        let pair = self.requested().zip(record.id());
        pair.is_some_and(|(requested, id)| known_pairs::is_requested(requested, id, record))
    }

    /// Returns whether a record without a type ends before a line that only looks like the start of
    /// a record (R46i).
    fn has_doubtful_end(&self, window: Window<'_>, end: &RecordEnd, record: &Record<'_>) -> Result<bool, NeedMore> {
        if end.is_known || record.message_type().is_some() || self.query.format != Format::Values {
            return Ok(false);
        }
        let (_, is_last) = window.after(end.used).line_ends();
        if is_last? {
            return Ok(false);
        }
        let next = window.line_at(end.used, end.used)?;
        Ok(next.is_none_or(|next| format::full_head(&self.query, next.bytes).is_none()))
    }

    /// Returns whether nothing but trailing line ends is left (R20a).
    fn is_over(&mut self, window: Window<'_>, start: usize) -> Result<bool, NeedMore> {
        if !matches!(window.bytes.first(), Some(b'\n' | b'\r')) {
            self.is_long_run = false;
            return Ok(false);
        }
        if self.is_long_run || start < self.not_trailing {
            return Ok(false);
        }
        let (run, is_over) = window.line_ends();
        if is_over == Ok(false) {
            self.not_trailing = start.saturating_add(run);
            self.is_long_run = run > self.limit;
        }
        is_over
    }
}
