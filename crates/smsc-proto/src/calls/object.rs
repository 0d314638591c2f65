//! An object of JSON or an element of XML with a set of names that is known (R26). The values are
//! interpreted after all of it was parsed, because of a repeated name the last value counts.

use crate::error::{ErrorKind, Fail, ValueName, end_of};
use crate::model::amount::Amount;
use crate::model::api_error::ApiError;
use crate::model::charset::Charset;
use crate::model::codes::ApiErrorCode;
use crate::model::cost::Cost;
use crate::model::escape::Escape;
use crate::model::message_id::{MAX_ID, MessageId, is_text_id};
use crate::model::set;
use crate::model::text::Text;
use crate::scan::number::MAX_31_BITS;
use crate::trees::node::Value;

/// A value as it is written.
#[derive(Clone, Copy)]
struct Raw<'a> {
    value: Value<'a>,
    /// The bytes of the value, which show where in the body it is.
    at: &'a [u8],
}

/// The values of an object, by their names.
pub(super) struct Object<'a, const N: usize> {
    names: &'static [&'static str; N],
    values: [Option<Raw<'a>>; N],
    error_code: Option<Raw<'a>>,
    error: Option<Raw<'a>>,
    /// The value of `status`, if this is none of the known names.
    status: Option<Raw<'a>>,
    has_unknown: bool,
    charset: Charset,
    escape: Escape,
    /// The empty input after the last value: the position of what is missing.
    end: &'a [u8],
}

impl<'a, const N: usize> Object<'a, N> {
    /// Creates an object without values, whose input starts here.
    pub(super) const fn new(names: &'static [&'static str; N], charset: Charset, escape: Escape, start: &'a [u8]) -> Self {
        Self {
            names,
            values: [None; N],
            error_code: None,
            error: None,
            status: None,
            has_unknown: false,
            charset,
            escape,
            end: start,
        }
    }

    /// Sets the value of a name. Of a repeated name the last value counts; other names are skipped.
    pub(super) fn set(&mut self, name: Text<'_>, value: Value<'a>, at: &'a [u8]) {
        self.end = end_of(at);
        let raw = Some(Raw { value, at });
        if let Some((_, place)) = self.names.iter().zip(&mut self.values).find(|(known, _)| name == **known) {
            *place = raw;
        } else if name == "error_code" {
            self.error_code = raw;
        } else if name == "error" {
            self.error = raw;
        } else {
            self.has_unknown = true;
            if name == "status" {
                self.status = raw;
            }
        }
    }

    /// Returns whether the object is an API error.
    pub(super) fn is_api_error(&self) -> bool {
        self.error_code.is_some_and(|raw| self.is_present(raw))
    }

    /// Returns whether the object is an error of another service (R26a).
    pub(super) fn is_foreign(&self) -> bool {
        let is_present = |raw: &Option<Raw<'a>>| raw.is_some_and(|raw| self.is_present(raw));
        let is_record = is_present(&self.status) && !self.values.iter().any(is_present);
        self.is_api_error() && (is_record || self.error.is_none() && self.has_unknown)
    }

    /// Returns the API error that the object is, without an id.
    pub(super) fn api_error(&self) -> Result<ApiError<'a>, Fail<'a>> {
        let code =
            self.error_code.and_then(|raw| scalar(raw.value)).and_then(|bytes| set::integer(self.raw_text(bytes), 0, MAX_31_BITS));
        let Some(code) = code.and_then(|code| u32::try_from(code).ok()) else {
            let at = self.error_code.map_or(self.end, |raw| raw.at);
            return Err(Fail::new(ErrorKind::ApiError, "an error_code from 0 to 2147483647", at));
        };
        let text = self.error.filter(|raw| self.is_present(*raw)).and_then(|raw| scalar(raw.value));
        let text = text.map(|bytes| self.raw_text(bytes));
        Ok(ApiError { code: ApiErrorCode(code), text, id: None })
    }

    /// Returns whether one of the names occurs, with any value.
    pub(super) fn has_any_name(&self) -> bool {
        self.values.iter().any(Option::is_some)
    }

    /// Returns whether the object has a value of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Returns a text, `None` if it is absent.
    pub(super) fn text(&self, name: &'static &'static str) -> Result<Option<Text<'a>>, Fail<'a>> {
        self.parse(name, "a text or a number", |raw| scalar(raw.value).map(|bytes| self.raw_text(bytes)))
    }

    /// Returns a number of messages or parts, `None` if it is absent.
    pub(super) fn count(&self, name: &'static &'static str) -> Result<Option<u32>, Fail<'a>> {
        self.parse(name, "an integer from 0 to 2147483647", |raw| {
            let count = set::integer(self.raw_text(scalar(raw.value)?), 0, MAX_31_BITS)?;
            u32::try_from(count).ok()
        })
    }

    /// Returns a cost, `None` if it is absent.
    pub(super) fn cost(&self, name: &'static &'static str) -> Result<Option<Cost<'a>>, Fail<'a>> {
        let expected = "a decimal number with at most 4 fraction digits";
        self.parse(name, expected, |raw| Cost::parse(self.plain(scalar(raw.value)?)))
    }

    /// Returns an amount, `None` if it is absent.
    pub(super) fn amount(&self, name: &'static &'static str) -> Result<Option<Amount<'a>>, Fail<'a>> {
        self.parse(name, "a decimal number", |raw| Amount::parse(self.plain(scalar(raw.value)?)))
    }

    /// Returns the id of a message, `None` if it is absent (R3a).
    pub(super) fn id(&self, name: &'static &'static str) -> Result<Option<MessageId<'a>>, Fail<'a>> {
        let expected = "a number from 1 to 2147483647, or a text of at most 40 letters, digits, dots, `-` and `_`";
        self.parse(name, expected, |raw| {
            let Value::Scalar(bytes) = raw.value else { return None };
            match set::integer(self.raw_text(bytes), 1, MAX_ID) {
                Some(number) => u32::try_from(number).ok().and_then(MessageId::new),
                None => Some(self.plain(bytes)).filter(|bytes| is_text_id(bytes)).and_then(MessageId::from_bytes),
            }
        })
    }

    /// Returns the bytes of a value with everything nested in it, `None` if it is absent.
    pub(super) fn bytes(&self, name: &str) -> Option<&'a [u8]> {
        self.get(name).map(|raw| raw.at)
    }

    /// Returns the failure of a value of this name that is invalid.
    pub(super) fn invalid(&self, name: &'static &'static str, expected: &'static str) -> Fail<'a> {
        Fail::new(ErrorKind::Value(ValueName(name)), expected, self.bytes(name).unwrap_or(self.end))
    }

    /// Returns the failure of an object without this name.
    pub(super) const fn missing(&self, name: &'static &'static str, expected: &'static str) -> Fail<'a> {
        Fail::new(ErrorKind::MissingKey(ValueName(name)), expected, self.end)
    }

    fn parse<T>(
        &self,
        name: &'static &'static str,
        expected: &'static str,
        parse: impl FnOnce(Raw<'a>) -> Option<T>,
    ) -> Result<Option<T>, Fail<'a>> {
        self.get(name).map(|raw| parse(raw).ok_or_else(|| self.invalid(name, expected))).transpose()
    }

    /// Returns the value of a name, `None` if it is absent.
    fn get(&self, name: &str) -> Option<Raw<'a>> {
        let (_, raw) = self.names.iter().zip(self.values).find(|(known, _)| **known == name)?;
        raw.filter(|raw| self.is_present(*raw))
    }

    /// Returns whether a value is there: an empty text and `null` are absent (R65b).
    fn is_present(&self, raw: Raw<'a>) -> bool {
        match raw.value {
            Value::Scalar(bytes) => !self.raw_text(bytes).is_empty(),
            Value::Absent => false,
            Value::Number(_) | Value::Integer(_) | Value::Other => true,
        }
    }

    const fn raw_text(&self, bytes: &'a [u8]) -> Text<'a> {
        Text::new(bytes, self.charset).escaped(self.escape)
    }

    /// Returns the contents of the CDATA section that a value of XML consists of, and any other
    /// value unchanged (R28).
    fn plain(&self, bytes: &'a [u8]) -> &'a [u8] {
        plain(bytes, self.escape)
    }
}

/// Returns the contents of the CDATA section that a value of XML consists of, and any other value
/// unchanged (R28).
pub(super) fn plain(bytes: &[u8], escape: Escape) -> &[u8] {
    let inner = || bytes.strip_prefix(b"<![CDATA[")?.strip_suffix(b"]]>");
    if escape == Escape::Xml { inner().unwrap_or(bytes) } else { bytes }
}

/// Returns the bytes of a text or a number.
const fn scalar(value: Value<'_>) -> Option<&[u8]> {
    match value {
        Value::Scalar(bytes) | Value::Number(bytes) => Some(bytes),
        Value::Integer(_) | Value::Absent | Value::Other => None,
    }
}
