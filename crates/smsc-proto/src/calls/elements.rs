//! A list of objects of JSON, parsed one object at a time (R27).

use super::body::Body;
use super::object::Object;
use crate::error::{Error, ErrorKind, Fail, ValueName};
use crate::model::api_error::ApiError;
use crate::trees::json;
use crate::trees::syntax::{skip_space, trailing_bytes};

/// The objects of a list that are not parsed yet.
#[derive(Clone)]
pub(super) struct Elements<'a> {
    body: Body<'a>,
    rest: &'a [u8],
    state: State,
    /// Whether the list is the whole body, and not the value of a name.
    is_whole: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Before the first element.
    First,
    /// Before any other element.
    Later,
    /// Before an object that is in no list.
    One,
    /// Before the value of this name, which is not a list.
    NotAList(&'static &'static str),
    /// At the end, or after invalid syntax.
    Over,
}

/// The start of a body of objects.
pub(super) enum Opening<'a> {
    Error(ApiError<'a>),
    Elements(Elements<'a>),
}

impl<'a> Elements<'a> {
    /// Returns a list without elements.
    pub(super) const fn empty(body: Body<'a>) -> Self {
        Self { body, rest: &[], state: State::Over, is_whole: false }
    }

    /// Returns the elements of the value of a name, which starts here.
    pub(super) fn nested(body: Body<'a>, name: &'static &'static str, value: &'a [u8]) -> Self {
        match value.strip_prefix(b"[") {
            Some(rest) => Self { body, rest, state: State::First, is_whole: false },
            None => Self { body, rest: value, state: State::NotAList(name), is_whole: false },
        }
    }

    /// Classifies a body that is a list, one object of the list, or an API error (R25).
    pub(super) fn open<const N: usize>(body: Body<'a>, names: &'static [&'static str; N]) -> Result<Opening<'a>, Error> {
        let input = skip_space(body.bytes);
        if let Some(rest) = input.strip_prefix(b"[") {
            return Ok(Opening::Elements(Self { body, rest, state: State::First, is_whole: true }));
        }
        let object = body.json(names)?;
        Ok(match body.api_error(&object)? {
            Some(error) => Opening::Error(error),
            None => Opening::Elements(Self { body, rest: input, state: State::One, is_whole: true }),
        })
    }

    /// Parses the next object, and makes an item of it. Invalid syntax is the last item, because
    /// where the next object starts is unknown then.
    pub(super) fn next<T, const N: usize>(
        &mut self,
        names: &'static [&'static str; N],
        parse: fn(&Object<'a, N>) -> Result<T, Fail<'a>>,
    ) -> Option<Result<T, Error>> {
        match self.element(names) {
            Ok(Some((object, element))) => {
                Some(object.and_then(|object| parse(&object)).map_err(|fail| self.body.error_in(fail, element)))
            }
            Ok(None) => {
                self.state = State::Over;
                None
            }
            Err(fail) => {
                self.state = State::Over;
                Some(Err(self.body.error(fail)))
            }
        }
    }

    /// Parses the next element, and returns it with its bytes. Returns `None` at the end.
    fn element<const N: usize>(&mut self, names: &'static [&'static str; N]) -> Result<Option<Element<'a, N>>, Fail<'a>> {
        match self.state {
            State::Over => return Ok(None),
            State::NotAList(name) => return Err(Fail::new(ErrorKind::Value(ValueName(name)), "a list of objects", self.rest)),
            State::First | State::Later | State::One => {}
        }
        if let Some(rest) = skip_space(self.rest).strip_prefix(b"]") {
            let rest = skip_space(rest);
            return if rest.is_empty() || !self.is_whole { Ok(None) } else { Err(trailing_bytes(rest)) };
        }
        let input = json::after_comma(self.rest, self.state != State::Later)?;
        let (object, rest) = match input.strip_prefix(b"{") {
            Some(start) => {
                let mut object = self.body.object(names, start);
                let rest = json::members(start, &mut |name, value, at| object.set(name, value, at))?;
                (Ok(object), rest)
            }
            None => (Err(Fail::new(ErrorKind::NotARecord, "an object", input)), json::skip_value(input)?),
        };
        self.state = if self.state == State::One { State::Over } else { State::Later };
        self.rest = rest;
        let element = input.get(..input.len().saturating_sub(rest.len())).unwrap_or_default();
        Ok(Some((object, element)))
    }
}

/// An object, or the failure of an element that is none, and the bytes of the element.
type Element<'a, const N: usize> = (Result<Object<'a, N>, Fail<'a>>, &'a [u8]);
