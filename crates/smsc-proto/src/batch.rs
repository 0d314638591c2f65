//! Where the records of a batch of lines begin and end (R20a, R46), one step at a time.
//!
//! A step looks at a *window*: the bytes that have not been used up yet, as far as they have come. With all of them at hand it never asks for
//! more; with a part of them it decides exactly what it would decide with all. Every byte is searched a bounded number of times: the place where the
//! next end was found, or up to where there is none, is kept from step to step, because it does not depend on the record that it ends.

use memchr::memchr;

use crate::choice;
use crate::error::{Error, ErrorKind, Fail};
use crate::query::{All, Query};
use crate::record::{self, HEAD_PATTERN, Head};
use crate::status::Status;

/// The longest record of a batch, in bytes (R46d).
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

/// What the next step has to know.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Batch<'q> {
    query: Query<'q>,
    /// Where the window starts in the body.
    pos: usize,
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
    id: Option<u32>,
}

/// Where a record of the window ends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RecordEnd {
    /// Its bytes without the line end.
    pub(crate) len: usize,
    /// How many bytes of the window it takes, with its line end.
    pub(crate) used: usize,
    /// The id that it ends in.
    pub(crate) id: Option<u32>,
    /// Whether a head pattern stands inside it.
    pub(crate) is_ambiguous: bool,
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
    pub(crate) const fn new(query: Query<'q>, pos: usize) -> Self {
        let ends = Ends { line: 0, searched: 0, last_head: 0, found: None };
        Self { query, pos, is_skipping: false, not_trailing: 0, is_long_run: false, ends }
    }

    /// Where the window starts in the body.
    pub(crate) const fn pos(&self) -> usize {
        self.pos
    }

    /// Reads one record from the window's start into `out`. `is_last` says that the window holds the rest of the body.
    pub(crate) fn step<'a>(&mut self, window: &'a [u8], is_last: bool, out: &mut Status<'a>) -> Step {
        let step = self.decide(window, is_last, out);
        let (Step::Item(used, _) | Step::More(used)) = step else { return step };
        self.pos = self.pos.saturating_add(used);
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
        let line = match line(window, 0, 0, is_last) {
            Search::Found(line) if line.bytes.len() <= MAX_RECORD => line,
            Search::More => return Step::More(0),
            Search::Found(_) | Search::None => {
                self.is_skipping = true;
                let fail = Fail::new(ErrorKind::TooLong, "a line end within 1 MiB", MAX_RECORD);
                return Step::Item(MAX_RECORD, Err(Error::new(fail, start, start.saturating_add(MAX_RECORD))));
            }
        };
        *out = Status::empty(self.query.charset);
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
            Search::Found(end) => Some(end),
            Search::None => None,
        };
        let end = match choice::by_known_pairs(&self.query, window, is_last, out, end) {
            Search::More => return Step::More(0),
            Search::Found(end) => end,
            Search::None => {
                let expected = "a line that ends in the record's id, before the next record";
                return alone(Fail::new(ErrorKind::NoEnd, expected, 0));
            }
        };
        let bytes = window.get(..end.len).unwrap_or(window);
        let result = record::finish(&self.query, head, bytes, line.bytes.len(), out);
        if end.is_ambiguous {
            out.mark_ambiguous();
        }
        Step::Item(end.used, result.map_err(|fail| failed(fail, end.len)))
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
        let (run, search) = trailing(window, is_last);
        if matches!(search, Search::None) {
            self.not_trailing = start.saturating_add(run);
            self.is_long_run = run > MAX_RECORD;
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
                if len > MAX_RECORD {
                    return Search::None;
                }
                let used = found.next.saturating_sub(start);
                return Search::Found(RecordEnd { len, used, id: found.id, is_ambiguous: self.ends.last_head > start });
            }
            let at = self.ends.line.saturating_sub(start);
            let searched = self.ends.searched.saturating_sub(start);
            let line = match line(window, at, searched, is_last) {
                Search::Found(line) => line,
                Search::More => {
                    self.ends.searched = start.saturating_add(window.len());
                    return Search::More;
                }
                Search::None => return Search::None,
            };
            let next = at.saturating_add(line.used);
            self.ends.searched = start.saturating_add(next).saturating_sub(1).max(self.ends.searched);
            if at.saturating_add(line.bytes.len()) > MAX_RECORD {
                return Search::None;
            }
            if let Some(end) = record::end(&self.query, line.bytes) {
                match self.stands_before_a_record(window.get(next..).unwrap_or_default(), is_last) {
                    Search::More => return Search::More,
                    Search::None => {}
                    Search::Found(()) => {
                        let line_end = self.ends.line.saturating_add(line.bytes.len());
                        let next = start.saturating_add(next);
                        self.ends.found = Some(Found { line: self.ends.line, end: line_end, next, id: end.id });
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
        match trailing(rest, is_last).1 {
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
pub(crate) fn line(window: &[u8], at: usize, searched: usize, is_last: bool) -> Search<Line<'_>> {
    let rest = window.get(at..).unwrap_or_default();
    // The line end itself is outside the limit, and may be of two bytes.
    let limit = MAX_RECORD.saturating_add(2);
    let from = searched.max(at);
    let within = window.get(from..limit.min(window.len())).unwrap_or_default();
    let found = memchr(b'\n', within).map(|end| end.saturating_add(from).saturating_sub(at));
    let (bytes, used) = match found {
        Some(end) => (rest.get(..end).unwrap_or(rest), end.saturating_add(1)),
        None if is_last && !rest.is_empty() && window.len() <= limit => (rest, rest.len()),
        None if is_last || window.len() >= limit => return Search::None,
        None => return Search::More,
    };
    Search::Found(Line { bytes: bytes.strip_suffix(b"\r").unwrap_or(bytes), used })
}

/// How many line ends the window begins with, and whether they are the last of the body (R20a).
fn trailing(window: &[u8], is_last: bool) -> (usize, Search<()>) {
    let most = MAX_RECORD.saturating_add(1);
    let head = window.get(..most).unwrap_or(window);
    let run = head.iter().position(|byte| !matches!(byte, b'\n' | b'\r'));
    match run {
        Some(run) => (run, Search::None),
        None if window.len() >= most => (most, Search::None),
        None if is_last => (window.len(), Search::Found(())),
        None => (window.len(), Search::More),
    }
}
