//! What JSON and XML have in common: a record is a set of named values, in any order (section 2.2 of docs/protocol.md), and a batch is a list that
//! is read one element at a time.

use crate::batch::Step;
use crate::codes::ApiErrorCode;
use crate::error::{Error, ErrorKind, Fail};
use crate::fields::Field;
use crate::fill;
use crate::keys::{Key, NextKey};
use crate::number::MAX_31_BITS;
use crate::query::{Format, Query};
use crate::reply::ApiError;
use crate::status::Status;
use crate::text::{Escape, Text};
use crate::{json, xml};

/// How deep values that nobody reads may be nested.
pub(crate) const MAX_DEPTH: usize = 32;

/// The values of one object or element.
pub(crate) struct Node<'s, 'a> {
    status: &'s mut Status<'a>,
    has_status: bool,
    error_code: Option<Text<'a>>,
    error: Option<Text<'a>>,
    result: Option<Text<'a>>,
    /// The fields whose last value cannot be read, one bit each.
    wrong: u32,
    /// The field that was wrong last, and why.
    latest: Option<(Field, Fail)>,
    /// What is wrong with the node but for its fields.
    fail: Option<Fail>,
    /// The fields in the usual order.
    usual: &'static [Key],
    /// Those of them that come after the last one.
    later: &'static [Key],
    /// Whether every name so far was one of those.
    is_in_order: bool,
}

/// What a node was.
pub(crate) enum Found<'a> {
    Record,
    Error(ApiError<'a>),
    Deleted,
}

/// A value, as far as it can be one of a field.
#[derive(Clone, Copy)]
pub(crate) enum Value<'a> {
    /// The bytes of a text or a number.
    Scalar(&'a [u8]),
    /// A number that is in the range of its field.
    Integer(i64),
    /// `null`.
    Absent,
    /// A nested value, or a truth value.
    Other,
}

impl<'s, 'a> Node<'s, 'a> {
    pub(crate) const fn new(status: &'s mut Status<'a>, usual: &'static [Key]) -> Self {
        Self {
            status,
            has_status: false,
            error_code: None,
            error: None,
            result: None,
            wrong: 0,
            latest: None,
            fail: None,
            usual,
            later: usual,
            is_in_order: true,
        }
    }

    /// Takes in a value; `left` counts the bytes from it to the end. The last value of a repeated name stays.
    pub(crate) fn take(&mut self, name: &[u8], value: Value<'a>, left: usize) {
        let Some(field) = self.field(name) else {
            let text = if let Value::Scalar(bytes) = value { Some(self.status.raw(bytes)) } else { None };
            match name {
                // What is there and cannot be read is no number, but it is there.
                b"error_code" if matches!(value, Value::Other) => self.error_code = Some(self.status.raw(b"")),
                b"error_code" => self.error_code = text,
                b"error" => self.error = text,
                b"result" => self.result = text,
                _ => {}
            }
            return;
        };
        self.put(field, value, left);
    }

    /// The key that the input begins with, if it is one of those that come after the last one; and what follows it. Where one was not, further ones are
    /// not looked for: the search would be in vain too often.
    #[inline]
    pub(crate) fn next_key<'i>(&mut self, input: &'i [u8]) -> Option<(NextKey, &'i [u8])> {
        let found = if self.is_in_order { NextKey::find(self.later, input) } else { None };
        self.is_in_order = found.is_some();
        found
    }

    /// Takes in the value of such a key.
    #[inline]
    pub(crate) fn take_next(&mut self, next: NextKey, value: Value<'a>, left: usize) {
        self.later = next.later;
        self.put(next.key.field, value, left);
    }

    fn put(&mut self, field: Field, value: Value<'a>, left: usize) {
        let is_read = match value {
            Value::Scalar(bytes) => self.status.put(field, bytes).is_some(),
            Value::Integer(value) => self.status.put_in_range(field, value).is_some(),
            Value::Absent => {
                self.status.clear(field);
                true
            }
            Value::Other => false,
        };
        if field == Field::Status {
            self.has_status = is_read && !matches!(value, Value::Absent);
        }
        if self.wrong != 0 {
            self.wrong &= !bit(field);
        }
        if !is_read {
            self.fail_field(field, Fail::field(field, left));
        }
    }

    /// The field of this name. Fields come in their order as a rule, so that the one behind the last is looked at first.
    #[inline]
    fn field(&mut self, name: &[u8]) -> Option<Field> {
        let find = |keys: &[Key]| keys.iter().position(|key| key.field.name().as_bytes() == name);
        let (earlier, later) = self.usual.split_at_checked(self.usual.len().saturating_sub(self.later.len()))?;
        let (keys, place) = match find(later) {
            Some(place) => (later, place),
            None => (self.usual, find(earlier)?),
        };
        let (key, later) = keys.get(place..)?.split_first()?;
        self.later = later;
        Some(key.field)
    }

    /// The value that a field has now cannot be read; of what is no field, this cannot be a record.
    pub(crate) fn fail_named(&mut self, name: &[u8], fail: Fail) {
        match self.field(name) {
            Some(field) => self.fail_field(field, fail),
            None => self.fail(fail),
        }
    }

    /// The value that a field has now cannot be read.
    fn fail_field(&mut self, field: Field, fail: Fail) {
        self.wrong |= bit(field);
        self.latest = Some((field, fail));
    }

    /// Keeps the first reason why this cannot be a record, whatever its fields hold.
    pub(crate) fn fail(&mut self, fail: Fail) {
        self.fail.get_or_insert(fail);
    }

    /// What it was, now that all of it has been read (R11, R12).
    pub(crate) fn finish(self) -> Result<Found<'a>, Fail> {
        if let Some(fail) = self.fail {
            return Err(fail);
        }
        if let Some(field) = Field::ALL.iter().find(|field| self.wrong & bit(**field) != 0) {
            let latest = self.latest.filter(|(latest, _)| self.wrong & bit(*latest) != 0);
            return Err(latest.map_or(Fail::field(*field, 0), |(_, fail)| fail));
        }
        if self.has_status {
            return Ok(Found::Record);
        }
        if let Some(code) = self.error_code {
            let code = fill::integer(code, 0, MAX_31_BITS).and_then(|code| u32::try_from(code).ok());
            let code = code.ok_or(Fail::new(ErrorKind::ApiError, "an error_code from 0 to 2147483647", 0))?;
            return Ok(Found::Error(ApiError { code: ApiErrorCode(code), text: self.error, id: self.status.id() }));
        }
        if self.result.is_some_and(is_ok) { Ok(Found::Deleted) } else { Err(Fail::new(ErrorKind::NoStatus, "a status", 0)) }
    }
}

/// The bit of a field among those that are wrong.
fn bit(field: Field) -> u32 {
    let place = Field::ALL.iter().take_while(|other| **other != field).count();
    u32::try_from(place).ok().and_then(|place| 1_u32.checked_shl(place)).unwrap_or_default()
}

/// `OK`, with white space around it.
fn is_ok(text: Text<'_>) -> bool {
    let is_space = |next: &char| next.is_ascii_whitespace();
    let mut chars = text.chars().skip_while(is_space);
    chars.next() == Some('O') && chars.next() == Some('K') && chars.all(|next| is_space(&next))
}

/// How the texts of a format are escaped.
pub(crate) const fn escape(format: Format) -> Escape {
    match format {
        Format::Json => Escape::Json,
        Format::Xml => Escape::Xml,
        Format::Pairs | Format::Values => Escape::None,
    }
}

/// What a body begins with.
pub(crate) enum Start<'a> {
    /// One object or element, which is all of the body.
    One(Found<'a>),
    /// A list, whose elements follow behind so many bytes, if it has any.
    List(usize, bool),
    /// Something else.
    Neither,
}

/// Reads the start of a body, and all of it where it is not a list.
pub(crate) fn start<'a>(query: &Query<'_>, body: &'a [u8], status: &mut Status<'a>) -> Result<Start<'a>, Fail> {
    match query.format {
        Format::Json => json::start(body, status),
        Format::Xml => xml::start(body, status),
        Format::Pairs | Format::Values => Ok(Start::Neither),
    }
}

/// What comes next in a list.
pub(crate) enum Next<'a> {
    /// An element, and what follows it.
    Element(Result<(), Fail>, &'a [u8]),
    /// The end of the list, and what follows it.
    End(&'a [u8]),
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
    pub(crate) fn step<'a>(&mut self, window: &'a [u8], is_last: bool, out: &mut Status<'a>) -> Step {
        let step = self.decide(window, is_last, out);
        self.pos = self.pos.saturating_add(step.used());
        step
    }

    fn decide<'a>(&mut self, window: &'a [u8], is_last: bool, out: &mut Status<'a>) -> Step {
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

/// The white space of JSON and XML.
pub(crate) const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}

/// Without the white space in front.
#[inline]
pub(crate) fn skip_space(input: &[u8]) -> &[u8] {
    // Mostly there is none, or one line end.
    let input = match input {
        [b'\n' | b' ', rest @ ..] => rest,
        _ => input,
    };
    if input.first().is_none_or(|byte| !is_space(*byte)) {
        return input;
    }
    let start = input.iter().position(|byte| !is_space(*byte)).unwrap_or(input.len());
    input.get(start..).unwrap_or_default()
}

/// Something stands behind what was all of the reply.
pub(crate) const fn trailing_bytes(left: usize) -> Fail {
    Fail::new(ErrorKind::TrailingBytes, "nothing but white space", left)
}

/// The syntax is broken where `left` bytes are left.
pub(crate) const fn broken(expected: &'static str, left: usize) -> Fail {
    Fail::new(ErrorKind::Syntax, expected, left)
}
