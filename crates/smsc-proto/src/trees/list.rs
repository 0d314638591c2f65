//! A batch of JSON or XML: a list that is read one element at a time.

use crate::error::{Error, ErrorKind, Fail, end_of};
use crate::model::query::{Format, Query};
use crate::model::record::Record;
use crate::step::Step;
use crate::trees::node::{Next, Start};
use crate::trees::syntax::{skip_space, trailing_bytes};
use crate::trees::{json, xml};

/// Parses the start of a body, and all of it if it is not a list.
pub(crate) fn start<'a>(query: &Query<'_>, body: &'a [u8], record: &mut Record<'a>) -> Result<Start<'a>, Fail<'a>> {
    match query.format {
        Format::Json => json::start(body, record),
        Format::Xml => xml::start(body, record),
        Format::KeyValue | Format::Values => Ok(Start::Neither),
    }
}

/// The position in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Before the first element.
    First,
    /// Before any other element.
    Later,
    /// After the end of the list.
    After,
    /// At the end of the body, or after invalid syntax.
    Over,
}

/// The state of a list between two steps.
#[derive(Clone, Copy, Debug)]
pub(crate) struct List<'q> {
    query: Query<'q>,
    /// The length of the longest element, in bytes.
    limit: usize,
    /// The offset of the window in the body.
    pos: usize,
    state: State,
}

impl<'q> List<'q> {
    /// Creates a list whose elements start at `pos` of the body, or that ends there.
    pub(crate) const fn new(query: Query<'q>, limit: usize, pos: usize, is_empty: bool) -> Self {
        Self { query, limit, pos, state: if is_empty { State::After } else { State::First } }
    }

    /// Returns the offset of the window in the body.
    pub(crate) const fn pos(&self) -> usize {
        self.pos
    }

    /// Parses one element from the window's start into `out`. Invalid syntax ends the list (section
    /// 2.2): where the next element starts is unknown then.
    pub(crate) fn step<'a>(&mut self, window: &'a [u8], is_last: bool, out: &mut Record<'a>) -> Step {
        let step = match self.state {
            State::First | State::Later => self.parse(window, is_last, out),
            State::After => self.skip_rest(window, 0, is_last),
            State::Over => Step::Over,
        };
        self.pos = self.pos.saturating_add(step.used());
        step
    }

    fn parse<'a>(&mut self, window: &'a [u8], is_last: bool, out: &mut Record<'a>) -> Step {
        let within = window.get(..self.limit).unwrap_or(window);
        let is_whole = is_last && within.len() == window.len();
        let offset = |rest: &[u8]| within.len().saturating_sub(rest.len());
        let error = |fail, element: &[u8], end: usize| {
            let span = self.pos.saturating_add(offset(element))..self.pos.saturating_add(end);
            Error::in_span(fail, within, self.pos, span)
        };
        let next = match self.query.format {
            Format::Json => json::next(within, self.state == State::First, is_whole, out),
            _ => xml::next(within, out),
        };
        match next {
            Ok(Next::Element(result, rest)) => {
                let end = offset(rest);
                let result = result.map_err(|fail| error(fail, self.skip_to_element(within), end));
                self.state = State::Later;
                Step::Item(end, result)
            }
            Ok(Next::End(rest)) => {
                self.state = State::After;
                let used = offset(rest);
                self.skip_rest(window.get(used..).unwrap_or_default(), used, is_last)
            }
            // With more bytes the syntax may be valid.
            Err(_) if !is_last && window.len() <= self.limit => Step::More(0),
            Err(fail) => {
                let too_long = ErrorKind::TooLong { limit: self.limit };
                let is_cut = fail.at.is_empty() && !is_whole;
                let fail = if is_cut { Fail::new(too_long, "an element within the limit", within) } else { fail };
                let error = error(fail, self.skip_to_element(within), within.len());
                self.state = State::Over;
                Step::Item(window.len(), Err(error))
            }
        }
    }

    /// Skips whatever comes before the next element of a list.
    fn skip_to_element<'a>(&self, window: &'a [u8]) -> &'a [u8] {
        match self.query.format {
            Format::Json => json::after_comma(window, self.state == State::First).unwrap_or(window),
            _ => xml::skip_misc(window).unwrap_or(window),
        }
    }

    /// Skips the end of a body: after a list only white space is valid, and in XML comments and
    /// processing instructions.
    fn skip_rest(&mut self, window: &[u8], used: usize, is_last: bool) -> Step {
        let (rest, is_cut) = match self.query.format {
            Format::Xml => xml::skip_after(window, self.limit),
            _ => (skip_space(window), false),
        };
        if is_cut && !is_last && rest.len() <= self.limit {
            return Step::More(used.saturating_add(window.len()).saturating_sub(rest.len()));
        }
        let all = used.saturating_add(window.len());
        if rest.is_empty() && !is_last {
            return Step::More(all);
        }
        self.state = State::Over;
        if rest.is_empty() {
            return Step::Over;
        }
        let start = self.pos.saturating_add(all.saturating_sub(rest.len()));
        Step::Item(all, Err(Error::new(trailing_bytes(end_of(b"")), b"", start)))
    }
}
