//! The options of a request, from Python's values.

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyByteArray, PyBytes, PyInt, PyMemoryView, PyString};
use smsc_proto::{Charset, Detail, Field, Format, MessageKind, Query, Requested, ValueKind};

/// What was asked, and how an API error is given.
#[derive(Clone)]
pub(crate) struct Options {
    pub(crate) format: Format,
    pub(crate) all: Detail,
    pub(crate) is_batch: bool,
    pub(crate) charset: Charset,
    pub(crate) kind: MessageKind,
    pub(crate) pairs: Option<Pairs>,
}

impl Options {
    /// The query, with the pairs as the core has them.
    pub(crate) fn query<'q>(&self, asked: Option<&'q [Requested<'q>]>) -> Query<'q> {
        let mut query = Query::new(self.format, self.all).charset(self.charset).kind(self.kind);
        query.batch = self.is_batch;
        query.asked = asked;
        query
    }
}

/// An option that is a number, with all that it can be.
macro_rules! numbered {
    ($Option:ident $Value:ident $name:literal $accepted:literal) => {
        #[derive(Clone, Copy)]
        pub(crate) struct $Option(pub(crate) $Value);

        impl<'py> FromPyObject<'_, 'py> for $Option {
            type Error = PyErr;

            fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
                let number = integer(&value, concat!($name, ": ", $accepted))?;
                let known = number.and_then(|number| u8::try_from(number).ok()).and_then(|number| $Value::try_from(number).ok());
                known.map(Self).ok_or_else(|| PyValueError::new_err(concat!($name, ": ", $accepted)))
            }
        }
    };
}

numbered! { FormatOption Format "fmt" "0, 1, 2 or 3" }
numbered! { AllOption Detail "all" "0, 1 or 2" }

/// An option that is on or off.
macro_rules! switched {
    ($Option:ident $name:literal) => {
        #[derive(Clone, Copy)]
        pub(crate) struct $Option(pub(crate) bool);

        impl<'py> FromPyObject<'_, 'py> for $Option {
            type Error = PyErr;

            fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
                let flag = value.cast::<PyBool>().map_err(|_| wrong_type(concat!($name, ": True or False"), &value))?;
                Ok(Self(flag.is_true()))
            }
        }
    };
}

switched! { BatchOption "multi" }
switched! { ReplaceOption "replace" }

/// An option that is a word.
macro_rules! worded {
    ($Option:ident $Value:ty, $name:literal $accepted:literal, $find:expr) => {
        #[derive(Clone, Copy)]
        pub(crate) struct $Option(pub(crate) $Value);

        impl<'py> FromPyObject<'_, 'py> for $Option {
            type Error = PyErr;

            fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
                let word = value.cast::<PyString>().map_err(|_| wrong_type(concat!($name, ": ", $accepted), &value))?;
                // A text with half a surrogate pair is none of the words either.
                let found = word.to_str().ok().and_then($find);
                found.map(Self).ok_or_else(|| PyValueError::new_err(concat!($name, ": ", $accepted)))
            }
        }
    };
}

worded! { CharsetOption Charset, "charset" "'windows-1251', 'koi8-r' or 'utf-8'", charset }
worded! { KindOption MessageKind, "kind" "None, 'sms', 'hlr' or 'email'", kind }
worded! { RaisesOption bool, "api_error" "'raise' or 'return'", |word: &str| match word {
    "raise" => Some(true),
    "return" => Some(false),
    _ => None,
} }

/// The charset of a name, or of one that Python has for it.
fn charset(word: &str) -> Option<Charset> {
    let others = [("cp1251", Charset::Windows1251), ("utf8", Charset::Utf8)];
    let mut named = Charset::ALL.iter().map(|charset| (charset.name(), *charset)).chain(others);
    named.find(|(name, _)| word.eq_ignore_ascii_case(name)).map(|(_, charset)| charset)
}

fn kind(word: &str) -> Option<MessageKind> {
    Some(match word {
        "auto" => MessageKind::Auto,
        "sms" => MessageKind::Sms,
        "hlr" => MessageKind::Hlr,
        "email" => MessageKind::Email,
        _ => return None,
    })
}

impl KindOption {
    /// The word for a kind, as the option takes it.
    pub(crate) const fn word(kind: MessageKind) -> Option<&'static str> {
        match kind {
            MessageKind::Auto => None,
            MessageKind::Sms => Some("sms"),
            MessageKind::Hlr => Some("hlr"),
            MessageKind::Email => Some("email"),
        }
    }
}

/// The pairs that were asked for (R47).
#[derive(Clone)]
pub(crate) struct Pairs(pub(crate) Vec<(u32, String)>);

impl Pairs {
    /// The pairs as the core takes them.
    pub(crate) fn asked(&self) -> Vec<Requested<'_>> {
        self.0.iter().map(|(id, phone)| Requested { id: *id, phone }).collect()
    }
}

impl<'py> FromPyObject<'_, 'py> for Pairs {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        const ACCEPTED: &str = "ids: an iterable of (id, phone) pairs, int and str";
        // Iterating a text gives texts, which would be refused one by one with a message about pairs.
        let pairs = value.try_iter().map_err(|_| wrong_type(ACCEPTED, &value))?;
        let pair = |pair: Bound<'py, PyAny>| {
            let (id, phone) = pair.extract::<(Bound<'_, PyAny>, Bound<'_, PyAny>)>().map_err(|_| wrong_type(ACCEPTED, &pair))?;
            let id = integer(&id, "ids: the id of a pair must be int")?.and_then(known_id);
            let phone = phone.cast::<PyString>().map_err(|_| wrong_type("ids: the phone of a pair must be str", &phone))?;
            let id = id.ok_or_else(|| PyValueError::new_err("ids: an id is a number from 1 to 2147483647"))?;
            let phone = phone.to_str().map_err(|_| PyValueError::new_err("ids: a phone that is no text"))?;
            if phone.is_empty() {
                return Err(PyValueError::new_err("ids: a phone is empty"));
            }
            Ok((id, phone.to_owned()))
        };
        pairs.map(|item| pair(item?)).collect::<PyResult<_>>().map(Self)
    }
}

/// A number that an id can be.
fn known_id(number: i64) -> Option<u32> {
    let ValueKind::Number { min, max } = Field::Id.kind() else { return None };
    if (min..=max).contains(&number) { u32::try_from(number).ok() } else { None }
}

/// An integer; `None` for one that is longer than any option can be.
pub(crate) fn integer(value: &Bound<'_, PyAny>, accepted: &str) -> PyResult<Option<i64>> {
    let number = value.cast::<PyInt>().map_err(|_| wrong_type(accepted, value))?;
    Ok(number.extract().ok())
}

/// The error for a value of a wrong type, which names the types that are accepted and the one that came, and shows no value.
pub(crate) fn wrong_type(accepted: &str, value: &Bound<'_, PyAny>) -> PyErr {
    let name = value.get_type().name().map_or_else(|_| "this".to_owned(), |name| name.to_string());
    PyTypeError::new_err(format!("{accepted}; not {name}"))
}

/// A body, and its charset if it is known from its type: a `str` is read as UTF-8.
pub(crate) fn body<'py>(value: &Bound<'py, PyAny>, name: &str) -> PyResult<(Bound<'py, PyBytes>, Option<Charset>)> {
    // The two that nearly everybody has come first.
    if let Ok(bytes) = value.cast::<PyBytes>() {
        Ok((bytes.clone(), None))
    } else if let Ok(text) = value.cast::<PyString>() {
        let refuse = |_| PyValueError::new_err(format!("{name}: a str with half a surrogate pair, which no reply can hold"));
        Ok((text.encode_utf8().map_err(refuse)?, Some(Charset::Utf8)))
    } else if let Some(bytes) = bytes(value)? {
        Ok((bytes, None))
    } else {
        Err(wrong_type(&format!("{name}: bytes, bytearray, memoryview or str"), value))
    }
}

/// The bytes of what has bytes; `None` for anything else.
pub(crate) fn bytes<'py>(value: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyBytes>>> {
    if let Ok(bytes) = value.cast::<PyBytes>() {
        return Ok(Some(bytes.clone()));
    }
    if value.is_instance_of::<PyByteArray>() || value.is_instance_of::<PyMemoryView>() {
        let copy = value.py().get_type::<PyBytes>().call1((value,))?;
        return Ok(Some(copy.cast_into()?));
    }
    Ok(None)
}
