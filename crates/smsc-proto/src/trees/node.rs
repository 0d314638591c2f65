//! A record of JSON or XML: a set of named values, in any order (section 2.2 of docs/protocol.md).

use crate::error::{ErrorKind, Fail};
use crate::model::api_error::ApiError;
use crate::model::codes::ApiErrorCode;
use crate::model::fields::Field;
use crate::model::record::Record;
use crate::model::set;
use crate::model::text::Text;
use crate::scan::number::MAX_31_BITS;
use crate::trees::keys::{Key, NextKey};

/// The values of one object or element, parsed into a record.
pub(crate) struct Node<'s, 'a> {
    record: &'s mut Record<'a>,
    has_status: bool,
    error_code: Option<Text<'a>>,
    error: Option<Text<'a>>,
    /// Whether there was a name `error`, with any value.
    has_error: bool,
    result: Option<Text<'a>>,
    unknown: Unknown<'a>,
    /// The fields whose last value is invalid, as a bitmask of [`Field::bit`].
    invalid: u32,
    /// The field whose value was found invalid last, and why.
    latest: Option<(Field, Fail<'a>)>,
    /// The first failure that is about no field.
    fail: Option<Fail<'a>>,
    /// The names of the fields, in the order of a reply.
    keys: &'static [Key],
    /// The names after the one that was parsed last.
    later: &'static [Key],
    /// Whether every name so far was in this order.
    is_in_order: bool,
}

/// The names of a node that are none of this API (R26a).
#[derive(Clone, Copy)]
enum Unknown<'a> {
    None,
    /// One name, perhaps several times.
    One(Text<'a>),
    Several,
}

/// What a node is.
pub(crate) enum Found<'a> {
    Record,
    Error(ApiError<'a>),
    Deleted,
    /// An object of another service (R26a).
    Foreign(MissingKey),
}

/// A value of a node.
#[derive(Clone, Copy)]
pub(crate) enum Value<'a> {
    /// A text or a number, by its bytes.
    Scalar(&'a [u8]),
    /// A number of JSON without quotes that has a sign, a fraction or an exponent, by its bytes: a
    /// text, but no text id (R3a, R39).
    Number(&'a [u8]),
    /// A number that is in the range of its field.
    Integer(i64),
    /// `null`.
    Absent,
    /// A nested value, or a truth value.
    Other,
}

impl<'s, 'a> Node<'s, 'a> {
    pub(crate) const fn new(record: &'s mut Record<'a>, keys: &'static [Key]) -> Self {
        Self {
            record,
            has_status: false,
            error_code: None,
            error: None,
            has_error: false,
            result: None,
            unknown: Unknown::None,
            invalid: 0,
            latest: None,
            fail: None,
            keys,
            later: keys,
            is_in_order: true,
        }
    }

    /// Sets the value of a name, which is written in this way; `at` is the input from the value on.
    /// Of a repeated name the last value counts.
    pub(crate) fn set(&mut self, name: &[u8], written: Text<'a>, value: Value<'a>, at: &'a [u8]) {
        let Some(field) = self.field(name) else {
            let text = if let Value::Scalar(bytes) | Value::Number(bytes) = value { Some(self.record.raw(bytes)) } else { None };
            match name {
                // A value that is neither a text nor a number is an invalid code, but not an absent
                // one.
                b"error_code" if matches!(value, Value::Other) => self.error_code = Some(self.record.raw(b"")),
                b"error_code" => self.error_code = text,
                b"error" => (self.error, self.has_error) = (text, true),
                b"result" => self.result = text,
                _ => self.set_unknown(written),
            }
            return;
        };
        self.set_field(field, value, at);
    }

    /// Returns bytes of the input as a text of the record.
    pub(crate) const fn text(&self, bytes: &'a [u8]) -> Text<'a> {
        self.record.raw(bytes)
    }

    /// Counts a name that is none of this API.
    pub(crate) fn set_unknown(&mut self, written: Text<'a>) {
        self.unknown = match self.unknown {
            Unknown::None => Unknown::One(written),
            Unknown::One(first) if first == written => Unknown::One(first),
            Unknown::One(_) | Unknown::Several => Unknown::Several,
        };
    }

    /// Returns the key that the input starts with, if it is one of those after the last key, and
    /// the rest of the input. After a key that is out of order the others are not searched for:
    /// such searches fail too often.
    #[inline]
    pub(crate) fn next_key<'i>(&mut self, input: &'i [u8]) -> Option<(NextKey, &'i [u8])> {
        let found = if self.is_in_order { NextKey::find(self.later, input) } else { None };
        self.is_in_order = found.is_some();
        found
    }

    /// Sets the value of a key that [`next_key`](Self::next_key) returned.
    #[inline]
    pub(crate) fn set_next(&mut self, next: NextKey, value: Value<'a>, at: &'a [u8]) {
        self.later = next.later;
        let field = next.key.field;
        // No text is invalid, and no status is a text.
        match value {
            Value::Scalar(text) if next.key.is_text && self.invalid == 0 => self.record.set_text(field, Some(text)),
            _ => self.set_field(field, value, at),
        }
    }

    fn set_field(&mut self, field: Field, value: Value<'a>, at: &'a [u8]) {
        let is_valid = match value {
            Value::Number(_) if field == Field::Id => false,
            Value::Scalar(bytes) | Value::Number(bytes) => self.record.set(field, bytes).is_some(),
            Value::Integer(value) => self.record.set_in_range(field, value).is_some(),
            Value::Absent => {
                self.record.clear(field);
                true
            }
            Value::Other => false,
        };
        if field == Field::Status {
            self.has_status = is_valid && !matches!(value, Value::Absent);
        }
        if self.invalid != 0 {
            self.invalid &= !field.bit();
        }
        if !is_valid {
            self.fail_field(field, Fail::field(field, at));
        }
    }

    /// Returns the field of this name. The names after the last one are compared first, because
    /// fields are nearly always in order.
    #[inline]
    fn field(&mut self, name: &[u8]) -> Option<Field> {
        let find = |keys: &[Key]| keys.iter().position(|key| key.field.name().as_bytes() == name);
        let (earlier, later) = self.keys.split_at_checked(self.keys.len().saturating_sub(self.later.len()))?;
        let (keys, place) = match find(later) {
            Some(place) => (later, place),
            None => (self.keys, find(earlier)?),
        };
        let (key, later) = keys.get(place..)?.split_first()?;
        self.later = later;
        Some(key.field)
    }

    /// Marks the value of a name as invalid. If the name is of no field, the whole node fails.
    pub(crate) fn fail_named(&mut self, name: &[u8], fail: Fail<'a>) {
        match self.field(name) {
            Some(field) => self.fail_field(field, fail),
            None => self.fail(fail),
        }
    }

    /// Marks the value of a field as invalid.
    fn fail_field(&mut self, field: Field, fail: Fail<'a>) {
        self.invalid |= field.bit();
        self.latest = Some((field, fail));
    }

    /// Makes the whole node fail. The first failure counts.
    pub(crate) fn fail(&mut self, fail: Fail<'a>) {
        self.fail.get_or_insert(fail);
    }

    /// Returns the key that an object of another service lacks (R26a). Returns `None` if the node
    /// can be of this API.
    fn missing_key(&self) -> Option<MissingKey> {
        let status = Field::Status.bit();
        let has_status = self.has_status || self.invalid & status != 0;
        let has_strange_key = self.error_code.is_some() || matches!(self.unknown, Unknown::Several);
        if has_status && has_strange_key && self.record.fields().all(|(field, _)| field == Field::Status) {
            return Some(MissingKey::Field);
        }
        let is_error = !has_status && self.error_code.is_some();
        (is_error && !self.has_error && !matches!(self.unknown, Unknown::None)).then_some(MissingKey::Error)
    }

    /// Returns what the node is (R11, R12). `end` is the input after the node: the position of what
    /// is missing.
    pub(crate) fn finish(self, end: &'a [u8]) -> Result<Found<'a>, Fail<'a>> {
        if let Some(fail) = self.fail {
            return Err(fail);
        }
        if let Some(missing) = self.missing_key() {
            return Ok(Found::Foreign(missing));
        }
        if let Some(field) = Field::ALL.iter().find(|field| self.invalid & field.bit() != 0) {
            let latest = self.latest.filter(|(latest, _)| self.invalid & latest.bit() != 0);
            return Err(latest.map_or(Fail::field(*field, end), |(_, fail)| fail));
        }
        if self.has_status {
            return Ok(Found::Record);
        }
        if let Some(code) = self.error_code {
            let code = set::integer(code, 0, MAX_31_BITS).and_then(|code| u32::try_from(code).ok());
            let code = code.ok_or(Fail::new(ErrorKind::ApiError, "an error_code from 0 to 2147483647", end))?;
            return Ok(Found::Error(ApiError { code: ApiErrorCode(code), text: self.error, id: self.record.id() }));
        }
        if self.result.is_some_and(is_ok) { Ok(Found::Deleted) } else { Err(Fail::new(ErrorKind::NoStatus, "a status", end)) }
    }
}

/// The key that an object of another service lacks.
#[derive(Clone, Copy)]
pub(crate) enum MissingKey {
    /// Another field of a record beside the status.
    Field,
    /// The text of an API error beside its number.
    Error,
}

impl MissingKey {
    /// Returns the failure of an element of a list that lacks this key; `end` is the input after it.
    pub(crate) const fn fail(self, end: &[u8]) -> Fail<'_> {
        let expected = match self {
            Self::Field => "the key `last_timestamp`, or another one of a record, beside `status`",
            Self::Error => "the key `error` beside `error_code`",
        };
        Fail::new(ErrorKind::NotARecord, expected, end)
    }
}

/// Returns whether a text is `OK`, with any white space around it.
fn is_ok(text: Text<'_>) -> bool {
    let is_space = |next: &char| next.is_ascii_whitespace();
    let mut chars = text.chars().skip_while(is_space);
    chars.next() == Some('O') && chars.next() == Some('K') && chars.all(|next| is_space(&next))
}

/// What a body starts with.
pub(crate) enum Start<'a> {
    /// One object or element, which is the whole body.
    One(Found<'a>),
    /// A list: the offset of its first element, and whether it is empty.
    List(usize, bool),
    /// Something else.
    Neither,
}

/// The next part of a list.
pub(crate) enum Next<'a> {
    /// An element, and the input after it.
    Element(Result<(), Fail<'a>>, &'a [u8]),
    /// The end of the list, and the input after it.
    End(&'a [u8]),
}
