//! The id of a message: an int, or a str for a text that the client chose (R3).

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyString;
use smsc_proto::MessageId;

use crate::options::integer;

/// The ids that are valid, in the words of the exceptions.
pub(crate) const VALID: &str =
    "a number from 1 to 2147483647, or a text of 1 to 40 characters out of Latin letters, digits, '.', '-' and '_'";

/// The id of a message, which borrows nothing.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Id {
    Number(u32),
    Text(Box<str>),
}

impl Id {
    /// Returns the id of a Python value. Fails with `TypeError`, which says that `accepted` was
    /// expected, for a value that is neither an int nor a str; with `ValueError` for an invalid id.
    /// `name` is the argument's name, for the message.
    pub(crate) fn from_value(value: &Bound<'_, PyAny>, name: &str, accepted: &str) -> PyResult<Self> {
        let id = if let Ok(text) = value.cast::<PyString>() {
            // A str with an unpaired surrogate is no id either.
            text.to_str().ok().and_then(MessageId::parse).map(Self::from)
        } else {
            integer(value, accepted)?.and_then(|number| u32::try_from(number).ok()).and_then(MessageId::new).map(Self::from)
        };
        id.ok_or_else(|| PyValueError::new_err(format!("{name} must be {VALID}")))
    }

    /// Returns the id in the core's form.
    pub(crate) fn to_core(&self) -> MessageId<'_> {
        let id = match self {
            Self::Number(number) => MessageId::new(*number),
            Self::Text(text) => MessageId::parse(text),
        };
        id.expect("an Id is only created from a valid id")
    }
}

impl From<MessageId<'_>> for Id {
    fn from(id: MessageId<'_>) -> Self {
        match (id.number(), id.text()) {
            (Some(number), _) => Self::Number(number),
            (None, text) => Self::Text(text.unwrap_or_default().into()),
        }
    }
}

impl<'py> IntoPyObject<'py> for &Id {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(match self {
            Id::Number(number) => number.into_pyobject(py)?.into_any(),
            Id::Text(text) => PyString::new(py, text).into_any(),
        })
    }
}

/// Parses the text of an id. Returns an int for a number, the str for a text; `None` if the id is
/// invalid.
#[pyfunction]
pub(crate) fn message_id<'py>(id: &Bound<'py, PyString>) -> PyResult<Option<Bound<'py, PyAny>>> {
    let found = id.to_str().ok().and_then(MessageId::parse).map(Id::from);
    found.map(|found| (&found).into_pyobject(id.py())).transpose()
}
