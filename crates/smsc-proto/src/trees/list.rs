//! List.

use crate::error::{Error, ErrorKind, Fail};
use crate::model::query::{Format, Query};
use crate::model::record::Record;
use crate::step::Step;
use crate::trees::node::{Next, Start};
use crate::trees::syntax::{skip_space, trailing_bytes};
use crate::trees::{json, xml};

/// Reads the start of a body, and all of it where it is not a list.
pub(crate) fn start<'a>(query: &Query<'_>, body: &'a [u8], status: &mut Record<'a>) -> Result<Start<'a>, Fail> {
    match query.format {
        Format::Json => json::start(body, status),
        Format::Xml => xml::start(body, status),
        Format::KeyValue | Format::Values => Ok(Start::Neither),
    }
}

/// Where the reading of a list has come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    First,
    Later,
    /// Behind the end of the list.
    Behind,
    Over,
}

/// A list, read element by element.
#[derive(Clone, Copy, Debug)]
pub(crate) struct List<'q> {
    query: Query<'q>,
    limit: usize,
    pos: usize,
    state: State,
}

impl<'q> List<'q> {
    /// A list whose elements begin at `pos` of the body, or that is over there.
    pub(crate) const fn new(query: Query<'q>, limit: usize, pos: usize, is_empty: bool) -> Self {
        Self { query, limit, pos, state: if is_empty { State::Behind } else { State::First } }
    }

    /// Where the window starts in the body.
    pub(crate) const fn pos(&self) -> usize {
        self.pos
    }

    /// Reads one element from the window's start into `out`. A break of the syntax ends the list (section 2.2): behind it nothing is sure.
    pub(crate) fn step<'a>(&mut self, window: &'a [u8], is_last: bool, out: &mut Record<'a>) -> Step {
        let step = self.decide(window, is_last, out);
        self.pos = self.pos.saturating_add(step.used());
        step
    }

    fn decide<'a>(&mut self, window: &'a [u8], is_last: bool, out: &mut Record<'a>) -> Step {
        let within = window.get(..self.limit).unwrap_or(window);
        let is_whole = is_last && within.len() == window.len();
        let start = self.pos;
        let used = |rest: &[u8]| within.len().saturating_sub(rest.len());
        if self.state == State::Over {
            return Step::Over;
        }
        if self.state != State::Behind {
            let next = match self.query.format {
                Format::Json => json::next(within, self.state == State::First, is_whole, out),
                _ => xml::next(within, out),
            };
            match next {
                Ok(Next::Element(result, rest)) => {
                    let end = used(rest);
                    let first = start.saturating_add(used(self.element(within)));
                    let result = result.map_err(|fail| Error::new(fail, first, start.saturating_add(end)));
                    self.state = State::Later;
                    return Step::Item(end, result);
                }
                Ok(Next::End(rest)) => {
                    self.state = State::Behind;
                    return self.behind(window.get(used(rest)..).unwrap_or_default(), used(rest), is_last);
                }
                // More bytes may mend it.
                Err(_) if !is_last && window.len() <= self.limit => return Step::More(0),
                Err(fail) => {
                    let limit = Fail::new(ErrorKind::TooLong { limit: self.limit }, "an element within the limit", within.len());
                    let fail = if fail.left == 0 && !is_whole { limit } else { fail };
                    let end = start.saturating_add(within.len());
                    let first = start.saturating_add(used(self.element(within)));
                    self.state = State::Over;
                    return Step::Item(window.len(), Err(Error::new(fail, first, end)));
                }
            }
        }
        self.behind(window, 0, is_last)
    }

    /// What stands in the window behind whatever is in front of its first element.
    fn element<'a>(&self, window: &'a [u8]) -> &'a [u8] {
        match self.query.format {
            Format::Json => json::behind_comma(window, self.state == State::First).unwrap_or(window),
            _ => xml::skip_misc(window).unwrap_or(window),
        }
    }

    /// Behind a list only white space may stand, and in XML what is no element.
    fn behind(&mut self, window: &[u8], used: usize, is_last: bool) -> Step {
        let (rest, is_cut) = match self.query.format {
            Format::Xml => xml::skip_behind(window, self.limit),
            _ => (skip_space(window), false),
        };
        if is_cut && !is_last && rest.len() <= self.limit {
            return Step::More(used.saturating_add(window.len()).saturating_sub(rest.len()));
        }
        if rest.is_empty() {
            if is_last {
                self.state = State::Over;
                return Step::Over;
            }
            return Step::More(used.saturating_add(window.len()));
        }
        self.state = State::Over;
        let all = used.saturating_add(window.len());
        let start = self.pos.saturating_add(all.saturating_sub(rest.len()));
        Step::Item(all, Err(Error::new(trailing_bytes(0), start, start)))
    }
}
