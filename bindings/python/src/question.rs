//! The arguments of `explain`, `story` and `diagnose`.

use pyo3::prelude::*;
use pyo3::types::{PyInt, PyString, PyTuple};
use smsc_proto::{ApiErrorCode, Endpoint, ErrCode, MessageType, StatusCode};

use crate::classes::Classes;
use crate::options::{integer, invalid, one_of, wrong_type};
use crate::record::Record;

/// Defines the type of an argument that is a code.
macro_rules! code_option {
    ($Option:ident $Code:ident $accepted:literal) => {
        pub(crate) struct $Option(pub(crate) $Code);

        impl<'py> FromPyObject<'_, 'py> for $Option {
            type Error = PyErr;

            fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
                // No code exceeds an i32 (R39).
                let number = integer(&value, $accepted)?.and_then(|number| i32::try_from(number).ok());
                let code = number.and_then(|number| number.try_into().ok());
                code.map($Code).map(Self).ok_or_else(|| invalid($accepted, &value))
            }
        }
    };
}

code_option! { StatusOption StatusCode "status: expected an int of 32 bits" }
code_option! { ErrOption ErrCode "err: expected an int from 0 to 2147483647" }
code_option! { ApiErrorOption ApiErrorCode "api_error: expected an int from 0 to 2147483647" }
code_option! { NumberOption ApiErrorCode "number: expected an int from 0 to 2147483647" }
code_option! { RowOption Number "clicksend_row: expected an int from 0 to 2147483647" }
code_option! { ErrorOption Number "clicksend_error: expected an int from 0 to 2147483647" }

/// A number of one of `ClickSend`'s lists.
pub(crate) struct Number(pub(crate) u32);

/// The endpoint of an API error, by its name.
pub(crate) struct EndpointOption(pub(crate) Endpoint);

impl<'py> FromPyObject<'_, 'py> for EndpointOption {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let accepted = || format!("endpoint: expected {}", one_of(Endpoint::ALL.map(Endpoint::name)));
        let name = value.cast::<PyString>().map_err(|_| wrong_type(&accepted(), &value))?;
        let found = name.to_str().ok().and_then(Endpoint::from_name);
        found.map(Self).ok_or_else(|| invalid(&accepted(), &value))
    }
}

/// The type of a message, by its number or its name.
pub(crate) struct TypeOption(pub(crate) MessageType);

impl<'py> FromPyObject<'_, 'py> for TypeOption {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let names: Vec<_> = MessageType::TABLE.iter().map(|row| row.ident.to_lowercase().replace('_', "-")).collect();
        let accepted = format!("type: expected {}, or an int from 0 to 255", names.join(", "));
        let found = match value.cast::<PyString>() {
            Ok(name) => name.to_str().ok().and_then(MessageType::from_name),
            Err(_) => integer(&value, &accepted)?.and_then(|number| number.try_into().ok()).map(MessageType),
        };
        found.map(Self).ok_or_else(|| invalid(&accepted, &value))
    }
}

/// Defines the type of an argument that is a text.
macro_rules! text_option {
    ($Option:ident $accepted:literal) => {
        pub(crate) struct $Option(pub(crate) String);

        impl<'py> FromPyObject<'_, 'py> for $Option {
            type Error = PyErr;

            fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
                let text = value.cast::<PyString>().map_err(|_| wrong_type($accepted, &value))?;
                Ok(Self(text.to_string_lossy().into_owned()))
            }
        }
    };
}

text_option! { TextOption "text: expected str" }
text_option! { GetCourseOption "getcourse: expected str" }

/// The positional argument, whose type decides what is explained.
pub(crate) enum Positional {
    Text(String),
    Status(StatusCode),
    /// A status with its err.
    Pair(StatusCode, Option<ErrCode>),
    Record(StatusCode, Option<ErrCode>, MessageType),
    /// The number of an API error.
    Number(ApiErrorCode),
    ApiError(ApiErrorCode, Endpoint),
}

impl<'py> FromPyObject<'_, 'py> for Positional {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        const ACCEPTED: &str = "explain: expected str, int, (int, int | None), Record or ApiError";
        let py = value.py();
        if let Ok(text) = value.cast::<PyString>() {
            return Ok(Self::Text(text.to_string_lossy().into_owned()));
        }
        if let Ok(record) = value.cast::<Record>() {
            let data = record.get().data();
            return Ok(Self::Record(StatusCode(data.status), data.err.map(ErrCode), data.outcome_type));
        }
        let classes = Classes::get(py)?;
        if value.is_instance(classes.api_error.bind(py))? {
            let known = value.getattr("endpoint")?;
            let endpoint = if !known.is_none() {
                known.extract::<EndpointOption>()?.0
            } else if value.getattr("id")?.is_none() {
                Endpoint::Status
            } else {
                // Only send.php adds the id of the message.
                Endpoint::Send
            };
            return Ok(Self::ApiError(value.getattr("code")?.extract::<ApiErrorOption>()?.0, endpoint));
        }
        if value.is_instance(classes.api_error_code.bind(py))? {
            return Ok(Self::Number(value.extract::<ApiErrorOption>()?.0));
        }
        // An int as well, but no status.
        for code in [&classes.err, &classes.email_err, &classes.r#type] {
            if value.is_instance(code.class(py))? {
                return Err(wrong_type(ACCEPTED, &value));
            }
        }
        if value.is_instance_of::<PyTuple>() {
            return told(&value).map(|(status, err)| Self::Pair(status, err));
        }
        if !value.is_instance_of::<PyInt>() {
            return Err(wrong_type(ACCEPTED, &value));
        }
        Ok(Self::Status(value.extract::<StatusOption>()?.0))
    }
}

/// A number that `ClickSend` shows, or words to search for.
pub(crate) struct ClickSendOption(pub(crate) String);

impl<'py> FromPyObject<'_, 'py> for ClickSendOption {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        match value.cast::<PyString>() {
            Ok(text) => Ok(Self(text.to_string_lossy().into_owned())),
            Err(_) => Ok(Self(integer(&value, "clicksend: expected int or str")?.unwrap_or(i64::MAX).to_string())),
        }
    }
}

/// An argument of `story`.
pub(crate) const STATUSES: &str = "statuses: expected an iterable of int or (int, int | None)";

/// Parses a status, with or without its err.
pub(crate) fn told(given: &Bound<'_, PyAny>) -> PyResult<(StatusCode, Option<ErrCode>)> {
    let Ok(pair) = given.cast::<PyTuple>() else {
        return Ok((given.extract::<StatusOption>()?.0, None));
    };
    let (status, err): (StatusOption, Option<ErrOption>) = pair.extract()?;
    Ok((status.0, err.map(|err| err.0)))
}
