//! The options of a request, extracted from Python values.

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyByteArray, PyBytes, PyInt, PyIterator, PyMemoryView, PyString};
use smsc_proto::callback::CallbackFormat;
use smsc_proto::request::SendKind;
use smsc_proto::{Charset, CostMode, Detail, Endpoint, Format, MessageKind, Query};

use crate::pairs::RequestedPairs;

/// The options of the request that a reply belongs to.
#[derive(Clone)]
pub(crate) struct Options {
    pub(crate) format: Format,
    pub(crate) all: Detail,
    pub(crate) is_batch: bool,
    pub(crate) charset: Charset,
    pub(crate) kind: MessageKind,
    pub(crate) requested: Option<RequestedPairs>,
    /// The endpoint, if the request itself is known, which decides what an API error means (R61).
    pub(crate) endpoint: Option<Endpoint>,
}

impl Options {
    /// Returns the options of a query to an endpoint, with the requested pairs.
    pub(crate) const fn of(query: &Query<'_>, endpoint: Endpoint, requested: Option<RequestedPairs>) -> Self {
        let (format, all, is_batch) = (query.get_format(), query.get_detail(), query.is_batch());
        Self { format, all, is_batch, charset: query.get_charset(), kind: query.get_kind(), requested, endpoint: Some(endpoint) }
    }

    /// Returns the query, which borrows the requested pairs.
    pub(crate) fn query(&self) -> Query<'_> {
        let query = self.query_without_pairs();
        self.requested.as_ref().map_or(query, |pairs| pairs.add_to(query))
    }

    /// Returns the query, without the requested pairs.
    pub(crate) fn query_without_pairs(&self) -> Query<'static> {
        let query = Query::new(self.format, self.all).charset(self.charset).kind(self.kind);
        if self.is_batch { query.batch() } else { query }
    }
}

/// Defines the type of an option that is a number.
macro_rules! number_option {
    ($Option:ident $Value:ident $accepted:literal) => {
        #[derive(Clone, Copy)]
        pub(crate) struct $Option(pub(crate) $Value);

        impl<'py> FromPyObject<'_, 'py> for $Option {
            type Error = PyErr;

            fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
                let number = integer(&value, $accepted)?;
                let found = number.and_then(|number| u8::try_from(number).ok()).and_then(|number| $Value::try_from(number).ok());
                found.map(Self).ok_or_else(|| invalid($accepted, &value))
            }
        }
    };
}

number_option! { FormatOption Format "fmt: expected 0, 1, 2 or 3" }
number_option! { AllOption Detail "all: expected 0, 1 or 2" }
number_option! { CostOption CostMode "cost: expected 0, 1, 2 or 3" }

/// Defines the type of an option that is true or false.
macro_rules! bool_option {
    ($Option:ident $accepted:literal) => {
        #[derive(Clone, Copy)]
        pub(crate) struct $Option(pub(crate) bool);

        impl<'py> FromPyObject<'_, 'py> for $Option {
            type Error = PyErr;

            fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
                let flag = value.cast::<PyBool>().map_err(|_| wrong_type($accepted, &value))?;
                Ok(Self(flag.is_true()))
            }
        }
    };
}

bool_option! { BatchOption "multi: expected True or False" }
bool_option! { ReplaceOption "replace: expected True or False" }
bool_option! { DictionaryOption "dictionary: expected True or False" }
bool_option! { CurrencyOption "currency: expected True or False" }
bool_option! { ErrorsOption "err: expected True or False" }
bool_option! { OperatorsOption "op: expected True or False" }
bool_option! { NextHostOption "next_host: expected True or False" }
bool_option! { ThrottledOption "throttled: expected True or False" }
bool_option! { BlockedOption "blocked: expected True or False" }
bool_option! { HistoryKeptOption "history_kept: expected True or False" }
bool_option! { SentAgainOption "sent_again: expected True or False" }

/// Defines the type of an option that is one of several words.
macro_rules! word_option {
    ($Option:ident $Value:ty, $accepted:expr, $find:expr) => {
        #[derive(Clone, Copy)]
        pub(crate) struct $Option(pub(crate) $Value);

        impl<'py> FromPyObject<'_, 'py> for $Option {
            type Error = PyErr;

            fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
                let word = value.cast::<PyString>().map_err(|_| wrong_type(&$accepted, &value))?;
                // A str with an unpaired surrogate is none of the words either.
                let found = word.to_str().ok().and_then($find);
                found.map(Self).ok_or_else(|| invalid(&$accepted, &value))
            }
        }
    };
}

word_option! { CharsetOption Charset, format!("charset: expected {}", one_of(Charset::ALL.iter().map(|known| known.name()))), charset }
word_option! { KindOption MessageKind, format!("kind: expected None, {}", one_of(kinds())), MessageKind::from_name }
word_option! { SendKindOption SendKind, format!("kind: expected {}", one_of(SendKind::ALL.iter().map(|known| known.name()))), SendKind::from_name }
word_option! { CallbackFormatOption CallbackFormat, "fmt: expected 'form', 'xml' or 'json'", |word: &str| match word {
    "form" => Some(CallbackFormat::Form),
    "xml" => Some(CallbackFormat::Xml),
    "json" => Some(CallbackFormat::Json),
    _ => None,
} }
word_option! { RaisesOption bool, "api_error: expected 'raise' or 'return'", |word: &str| match word {
    "raise" => Some(true),
    "return" => Some(false),
    _ => None,
} }

/// Returns the words of the kinds that are not [`MessageKind::Auto`], for which Python has `None`.
fn kinds() -> impl Iterator<Item = &'static str> {
    MessageKind::ALL.iter().copied().filter_map(KindOption::word)
}

/// Returns the charset with this name, in any case, or with one of Python's names for it.
fn charset(word: &str) -> Option<Charset> {
    let aliases = [("cp1251", Charset::Windows1251), ("utf8", Charset::Utf8)];
    let mut named = Charset::ALL.iter().map(|charset| (charset.name(), *charset)).chain(aliases);
    named.find(|(name, _)| word.eq_ignore_ascii_case(name)).map(|(_, charset)| charset)
}

impl KindOption {
    /// Returns the value of the option `kind` for a kind of messages.
    pub(crate) const fn word(kind: MessageKind) -> Option<&'static str> {
        match kind {
            MessageKind::Auto => None,
            MessageKind::Sms | MessageKind::Hlr | MessageKind::Email => Some(kind.name()),
        }
    }
}

/// Returns an iterator over a Python object. Fails with the exception of the object, or, if it is
/// not iterable, with that for a wrong type.
///
/// Loop over the iterator: `collect` asks it for its length, and ignores what that raises.
pub(crate) fn iterate<'py>(value: &Bound<'py, PyAny>, accepted: &str) -> PyResult<Bound<'py, PyIterator>> {
    let is_type_error = |error: &PyErr| error.is_instance_of::<PyTypeError>(value.py());
    value.try_iter().map_err(|error| if is_type_error(&error) { wrong_type(accepted, value) } else { error })
}

/// Returns an integer; `None` if it exceeds an `i64`, and so the range of every option. Fails if
/// the value is not an int.
pub(crate) fn integer(value: &Bound<'_, PyAny>, accepted: &str) -> PyResult<Option<i64>> {
    let number = value.cast::<PyInt>().map_err(|_| wrong_type(accepted, value))?;
    Ok(number.extract().ok())
}

/// Returns the error for a value of a wrong type. The message names the accepted types and the type
/// of the value, and never shows the value.
pub(crate) fn wrong_type(accepted: &str, value: &Bound<'_, PyAny>) -> PyErr {
    let name = value.get_type().name().map_or_else(|_| "this type".to_owned(), |name| name.to_string());
    PyTypeError::new_err(format!("{accepted}, not {name}"))
}

/// Returns the error for a value of the right type that is none of the valid ones. The message names
/// the valid ones, and the value if it cannot be private.
pub(crate) fn invalid(accepted: &str, value: &Bound<'_, PyAny>) -> PyErr {
    PyValueError::new_err(shown(value).map_or_else(|| accepted.to_owned(), |shown| format!("{accepted}, not {shown}")))
}

/// Returns a value for a message: a number of at most four digits, or a word of at most 16 Latin
/// letters, digits, hyphens and underscores that starts with a letter. Anything else could be a
/// phone or a text.
fn shown(value: &Bound<'_, PyAny>) -> Option<String> {
    if let Ok(number) = value.cast::<PyInt>() {
        let number: i64 = number.extract().ok()?;
        return (-9_999..=9_999).contains(&number).then(|| number.to_string());
    }
    let word = value.cast::<PyString>().ok()?.to_str().ok()?;
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    let is_shown = word.len() <= 16 && word.starts_with(|first: char| first.is_ascii_alphabetic()) && word.bytes().all(is_word);
    is_shown.then(|| format!("'{word}'"))
}

/// Returns words for a message, in quotes: `'a', 'b' or 'c'`.
pub(crate) fn one_of(words: impl IntoIterator<Item = &'static str>) -> String {
    let mut quoted: Vec<_> = words.into_iter().map(|word| format!("'{word}'")).collect();
    match quoted.pop() {
        Some(last) if !quoted.is_empty() => format!("{} or {last}", quoted.join(", ")),
        last => last.unwrap_or_default(),
    }
}

/// Returns the bytes of a body, and its charset if the type determines it: UTF-8 for a `str`. Fails
/// if the value has another type.
pub(crate) fn body<'py>(value: &Bound<'py, PyAny>, name: &str) -> PyResult<(Bound<'py, PyBytes>, Option<Charset>)> {
    // bytes and str are tested first because nearly every body is one of them.
    if let Ok(bytes) = value.cast_exact::<PyBytes>() {
        Ok((bytes.clone(), None))
    } else if let Ok(text) = value.cast::<PyString>() {
        let invalid = |_| PyValueError::new_err(format!("{name}: the str has an unpaired surrogate, which no reply can contain"));
        Ok((text.encode_utf8().map_err(invalid)?, Some(Charset::Utf8)))
    } else if let Some(bytes) = bytes(value)? {
        Ok((bytes, None))
    } else {
        Err(wrong_type(&format!("{name}: expected bytes, bytearray, memoryview or str"), value))
    }
}

/// Returns the contents of bytes, a bytearray or a memoryview; `None` for a value of another type.
pub(crate) fn bytes<'py>(value: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyBytes>>> {
    if let Ok(bytes) = value.cast_exact::<PyBytes>() {
        return Ok(Some(bytes.clone()));
    }
    // An object of a subclass may refer to what keeps the bytes, in a cycle that the garbage
    // collector could not see.
    if let Ok(bytes) = value.cast::<PyBytes>() {
        return copied(value.py(), bytes.as_bytes()).map(Some);
    }
    if value.is_instance_of::<PyByteArray>() || value.is_instance_of::<PyMemoryView>() {
        let copy = value.py().get_type::<PyBytes>().call1((value,))?;
        return Ok(Some(copy.cast_into()?));
    }
    Ok(None)
}

/// Returns a copy of bytes as a Python object. Fails if there is not enough memory, where
/// `PyBytes::new` panics.
pub(crate) fn copied<'py>(py: Python<'py>, bytes: &[u8]) -> PyResult<Bound<'py, PyBytes>> {
    PyBytes::new_with(py, bytes.len(), |target| {
        target.copy_from_slice(bytes);
        Ok(())
    })
}
