//! What JSON and XML have in common: a record is a set of named values, in any order (section 2.2 of docs/protocol.md), and a batch is a list that
//! is read one element at a time.

use crate::error::{ErrorKind, Fail};
use crate::model::api_error::ApiError;
use crate::model::codes::ApiErrorCode;
use crate::model::fields::Field;
use crate::model::record::Record;
use crate::model::set;
use crate::model::text::Text;
use crate::scan::number::MAX_31_BITS;
use crate::trees::keys::{Key, NextKey};

/// The values of one object or element.
pub(crate) struct Node<'s, 'a> {
    status: &'s mut Record<'a>,
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
    pub(crate) const fn new(status: &'s mut Record<'a>, usual: &'static [Key]) -> Self {
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
            let code = set::integer(code, 0, MAX_31_BITS).and_then(|code| u32::try_from(code).ok());
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

/// What a body begins with.
pub(crate) enum Start<'a> {
    /// One object or element, which is all of the body.
    One(Found<'a>),
    /// A list, whose elements follow behind so many bytes, if it has any.
    List(usize, bool),
    /// Something else.
    Neither,
}

/// What comes next in a list.
pub(crate) enum Next<'a> {
    /// An element, and what follows it.
    Element(Result<(), Fail>, &'a [u8]),
    /// The end of the list, and what follows it.
    End(&'a [u8]),
}
