//! Where the records of a batch of lines begin and end (R20a, R46), one step at a time.
//!
//! A step looks at a *window*: the bytes that have not been used up yet, as far as they have come. With all of them at hand it never asks for
//! more; with a part of them it decides exactly what it would decide with all. Every byte is searched a bounded number of times: the place where the
//! next end was found, or up to where there is none, is kept from step to step, because it does not depend on the record that it ends.

use memchr::memchr;

use crate::choice;
use crate::error::{Error, ErrorKind, Fail};
use crate::query::{All, Format, Query};
use crate::record::{self, End, HEAD_PATTERN, Head};
use crate::status::Status;
use crate::usual;

/// The longest record of a batch, in bytes, unless the caller of a chunk reader sets another limit (R46d).
pub(crate) const MAX_RECORD: usize = 1 << 20;

/// What a step made of the window's start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// A record, read or not, and how many bytes it used up.
    Item(usize, Result<(), Error>),
    /// So many bytes are done with; more are needed to go on.
    More(usize),
    /// The batch is over.
    Over,
}

impl Step {
    /// How many bytes of the window's start are done with.
    pub(crate) const fn used(self) -> usize {
        match self {
            Self::Item(used, _) | Self::More(used) => used,
            Self::Over => 0,
        }
    }
}

/// What the next step has to know.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Batch<'q> {
    query: Query<'q>,
    /// The longest record, and the longest run of line ends at the very end.
    limit: usize,
    /// Where the window starts in the body.
    pos: usize,
    /// How those of its lines are read that are read in one go, if there may be some.
    usual: Option<usual::Way>,
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

/// Where a record of the window ends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RecordEnd {
    /// Its bytes without the line end.
    pub(crate) len: usize,
    /// How many bytes of the window it takes, with its line end.
    pub(crate) used: usize,
    /// Where its last line starts.
    pub(crate) line: usize,
    /// What its last line ends in.
    pub(crate) is: End,
    /// Whether a head pattern stands inside it.
    pub(crate) is_ambiguous: bool,
    /// Whether it was chosen because its pair was asked for.
    pub(crate) is_known: bool,
}

/// A line of the window.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line<'a> {
    /// Its bytes without the line end.
    pub(crate) bytes: &'a [u8],
    /// How many bytes of the window it takes, with its line end.
    pub(crate) used: usize,
}

/// What a search in the window came to.
pub(crate) enum Search<T> {
    Found(T),
    None,
    /// It depends on bytes that have not come yet.
    More,
}

impl<'q> Batch<'q> {
    /// A batch whose records begin at `pos` of the body.
    pub(crate) fn new(query: Query<'q>, limit: usize, pos: usize) -> Self {
        let ends = Ends { line: 0, searched: 0, last_head: 0, found: None };
        Self { query, limit, pos, usual: usual::Way::of(&query), is_skipping: false, not_trailing: 0, is_long_run: false, ends }
    }

    /// Where the window starts in the body.
    pub(crate) const fn pos(&self) -> usize {
        self.pos
    }

    /// Reads one record from the window's start into `out`, of which nothing is known yet. `is_last` says that the window holds the rest of the body.
    pub(crate) fn step<'a>(&mut self, window: &'a [u8], is_last: bool, out: &mut Status<'a>) -> Step {
        if let Some(used) = self.usual(window, is_last, out) {
            return Step::Item(used, Ok(()));
        }
        self.general(window, is_last, out)
    }

    /// The same, if the record is of the kind that is read in one go: gives how many bytes it used up. `None`, with whatever in the record, if it is not.
    #[inline]
    pub(crate) fn usual<'a>(&mut self, window: &'a [u8], is_last: bool, out: &mut Status<'a>) -> Option<usize> {
        if self.is_skipping {
            return None;
        }
        let used = usual::record(self.usual?, &self.query, window, self.limit, is_last, out)?;
        self.is_long_run = false;
        self.pos = self.pos.saturating_add(used);
        Some(used)
    }

    /// The same for records of any kind, whatever stands in `out`.
    pub(crate) fn general<'a>(&mut self, window: &'a [u8], is_last: bool, out: &mut Status<'a>) -> Step {
        if !self.is_skipping
            && let Some(used) = usual::rarer(&self.query, window, self.limit, is_last, out)
        {
            self.is_long_run = false;
            self.pos = self.pos.saturating_add(used);
            return Step::Item(used, Ok(()));
        }
        self.only_general(window, is_last, out)
    }

    /// The same without a short cut.
    pub(crate) fn only_general<'a>(&mut self, window: &'a [u8], is_last: bool, out: &mut Status<'a>) -> Step {
        *out = Status::empty(self.query.charset);
        let step = self.decide(window, is_last, out);
        self.pos = self.pos.saturating_add(step.used());
        step
    }

    fn decide<'a>(&mut self, window: &'a [u8], is_last: bool, out: &mut Status<'a>) -> Step {
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
    fn line<'a>(&mut self, window: &'a [u8], start: usize, is_last: bool, out: &mut Status<'a>) -> Step {
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
        if self.query.all == All::Status {
            let result = record::whole(&self.query, line.bytes, out);
            return Step::Item(line.used, result.map_err(|fail| failed(fail, line.bytes.len())));
        }
        if !record::is_head_pattern(&self.query, line.bytes) {
            let expected = "a line that begins a record: a status, a timestamp and a comma, or `Status = ` and a number";
            return alone(Fail::new(ErrorKind::OutsideRecord, expected, line.bytes.len()));
        }
        let head = match record::head(&self.query, line.bytes, out) {
            Ok(Head::Whole) => return Step::Item(line.used, Ok(())),
            Ok(head) => head,
            Err(fail) => return alone(fail),
        };
        let end = match self.find_end(window, start, is_last) {
            Search::More => return Step::More(0),
            Search::Found(end) => {
                Some(end).filter(|end| record::can_end(head, window.get(..end.len).unwrap_or(window), end.line, end.is))
            }
            Search::None => None,
        };
        let end = match choice::by_known_pairs(&self.query, window, self.limit, is_last, (head, out), end) {
            Search::More => return Step::More(0),
            Search::Found(end) => end,
            Search::None => {
                let expected = "a line that ends in the record's id, before the next record";
                return alone(Fail::new(ErrorKind::NoEnd, expected, 0));
            }
        };
        // A record that cannot be read swallows nothing: its first line is malformed, and reading goes on at the next (R46h).
        let more = end.len.saturating_sub(line.bytes.len());
        if more != 0 && !end.is.is_readable {
            return alone(Fail::new(ErrorKind::NoEnd, "a line that ends in the record's labels, each of them readable", 0));
        }
        let bytes = window.get(..end.len).unwrap_or(window);
        if let Err(fail) = record::finish(&self.query, head, bytes, line.bytes.len(), out) {
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
    fn has_doubtful_end(&self, window: &[u8], end: &RecordEnd, is_last: bool, status: &Status<'_>) -> Search<()> {
        if end.is_known || status.r#type().is_some() || self.query.format != Format::Values {
            return Search::None;
        }
        match trailing(window.get(end.used..).unwrap_or_default(), self.limit, is_last).1 {
            Search::Found(()) => return Search::None,
            Search::More => return Search::More,
            Search::None => {}
        }
        match line(window, end.used, end.used, self.limit, is_last) {
            Search::Found(next) if choice::full_head(&self.query, next.bytes).is_some() => Search::None,
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
            if let Some(end) = record::end(&self.query, line.bytes) {
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
            if record::is_head_pattern(&self.query, line.bytes) {
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
        if record::is_head_pattern(&self.query, next) { Search::Found(()) } else { Search::None }
    }
}

/// The line that starts at this byte of the window. Its end is looked for from `searched` on, and only so far that a record from the
/// window's start up to it can be within the limit; `None` beyond that, or where the window is over.
pub(crate) fn line(window: &[u8], at: usize, searched: usize, limit: usize, is_last: bool) -> Search<Line<'_>> {
    let rest = window.get(at..).unwrap_or_default();
    // The line end itself is outside the limit, and may be of two bytes.
    let limit = limit.saturating_add(2);
    let from = searched.max(at);
    let within = window.get(from..limit.min(window.len())).unwrap_or_default();
    let found = memchr(b'\n', within).map(|end| end.saturating_add(from).saturating_sub(at));
    match found {
        Some(end) => {
            let bytes = rest.get(..end).unwrap_or(rest);
            Search::Found(Line { bytes: bytes.strip_suffix(b"\r").unwrap_or(bytes), used: end.saturating_add(1) })
        }
        None if is_last && !rest.is_empty() && window.len() < limit => Search::Found(Line { bytes: rest, used: rest.len() }),
        None if is_last || window.len() >= limit => Search::None,
        None => Search::More,
    }
}

/// How many bytes of line ends the window begins with, and whether they are the last of the body (R20a).
fn trailing(window: &[u8], limit: usize, is_last: bool) -> (usize, Search<()>) {
    let most = limit.saturating_add(1);
    let head = window.get(..most).unwrap_or(window);
    let mut is_behind_cr = false;
    let run = head.iter().position(|byte| match byte {
        b'\n' => {
            is_behind_cr = false;
            false
        }
        b'\r' => core::mem::replace(&mut is_behind_cr, true),
        _ => true,
    });
    match run {
        Some(run) => (run, Search::None),
        None if window.len() >= most => (most, Search::None),
        None if is_last && is_behind_cr => (window.len(), Search::None),
        None if is_last => (window.len(), Search::Found(())),
        None => (window.len(), Search::More),
    }
}
