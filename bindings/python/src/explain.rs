//! `explain` and `diagnose`.

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};
use sms_outcome::getcourse::{self, Codes};
use sms_outcome::{Outcome, Symptom, clicksend, lookup, lookup_api_error};
use smsc_proto::{ApiErrorCode, ErrCode, MessageType, StatusCode};

use crate::classes::Classes;
use crate::interrupt::within_steps;
use crate::options::{integer, wrong_type};
use crate::outcome::{localized, object};

/// Defines the type of an argument that is a code.
macro_rules! code_option {
    ($Option:ident $Code:ident $accepted:literal) => {
        pub(crate) struct $Option($Code);

        impl<'py> FromPyObject<'_, 'py> for $Option {
            type Error = PyErr;

            fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
                // No code exceeds an i32 (R39).
                let number = integer(&value, $accepted)?.and_then(|number| i32::try_from(number).ok());
                let code = number.and_then(|number| number.try_into().ok());
                code.map($Code).map(Self).ok_or_else(|| PyValueError::new_err($accepted))
            }
        }
    };
}

code_option! { StatusOption StatusCode "status: expected an int of 32 bits" }
code_option! { ErrOption ErrCode "err: expected an int from 0 to 2147483647" }
code_option! { ApiErrorOption ApiErrorCode "api_error: expected an int from 0 to 2147483647" }
code_option! { NumberOption ApiErrorCode "number: expected an int from 0 to 2147483647" }

/// The type of a message, by its number or its name.
pub(crate) struct TypeOption(MessageType);

impl<'py> FromPyObject<'_, 'py> for TypeOption {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let names: Vec<_> = MessageType::TABLE.iter().map(|row| row.ident.to_lowercase().replace('_', "-")).collect();
        let accepted = format!("type: expected {}, or an int from 0 to 255", names.join(", "));
        let found = match value.cast::<PyString>() {
            Ok(name) => name.to_str().ok().and_then(MessageType::from_name),
            Err(_) => integer(&value, &accepted)?.and_then(|number| number.try_into().ok()).map(MessageType),
        };
        found.map(Self).ok_or_else(|| PyValueError::new_err(accepted))
    }
}

/// A text as `GetCourse` shows it.
pub(crate) struct TextOption(String);

impl<'py> FromPyObject<'_, 'py> for TextOption {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let text = value.cast::<PyString>().map_err(|_| wrong_type("getcourse: expected str", &value))?;
        Ok(Self(text.to_string_lossy().into_owned()))
    }
}

/// The number of a row of `ClickSend`'s list, or words to search for.
pub(crate) struct ClickSendOption(String);

impl<'py> FromPyObject<'_, 'py> for ClickSendOption {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        match value.cast::<PyString>() {
            Ok(text) => Ok(Self(text.to_string_lossy().into_owned())),
            Err(_) => Ok(Self(integer(&value, "clicksend: expected int or str")?.unwrap_or(i64::MAX).to_string())),
        }
    }
}

/// Returns the meanings of a code or a text, the best match first.
#[pyfunction]
#[pyo3(signature = (*, status = None, err = None, r#type = None, api_error = None, getcourse = None, clicksend = None))]
pub(crate) fn explain(
    py: Python<'_>,
    status: Option<StatusOption>,
    err: Option<ErrOption>,
    r#type: Option<TypeOption>,
    api_error: Option<ApiErrorOption>,
    getcourse: Option<TextOption>,
    clicksend: Option<ClickSendOption>,
) -> PyResult<Bound<'_, PyTuple>> {
    const ACCEPTED: &str =
        "explain: expected exactly one of status, api_error, getcourse and clicksend; err and type are for status only";
    let is_detailed = err.is_some() || r#type.is_some();
    let found = match (status, api_error, getcourse, clicksend) {
        (Some(StatusOption(status)), None, None, None) => {
            let (err, kind) = (err.map(|err| err.0), r#type.map_or(MessageType::SMS, |found| found.0));
            let codes = Codes { status: Some(status), err, kind, api: None };
            vec![explanation(py, None, Some(codes), &lookup(status, err, kind), None)?]
        }
        (None, Some(ApiErrorOption(code)), None, None) if !is_detailed => {
            let codes = Codes { status: None, err: None, kind: MessageType::SMS, api: Some(code) };
            vec![explanation(py, None, Some(codes), &lookup_api_error(code), None)?]
        }
        (None, None, Some(TextOption(text)), None) if !is_detailed => {
            let found = searched(py, text, getcourse::recognise)?.into_iter();
            found
                .map(|found| explanation(py, None, Some(found.codes), &found.outcome, Some(found.unsubscribes)))
                .collect::<PyResult<_>>()?
        }
        (None, None, None, Some(ClickSendOption(text))) if !is_detailed => {
            let numbered = text.trim().parse().ok().and_then(clicksend::row);
            let rows = match numbered {
                Some(row) => vec![row],
                None => searched(py, text, |text| clicksend::find(&[text]).collect())?,
            };
            rows.into_iter().map(|row| explanation(py, Some(row.number), None, &row.outcome, None)).collect::<PyResult<_>>()?
        }
        _ => return Err(PyTypeError::new_err(ACCEPTED)),
    };
    PyTuple::new(py, found)
}

/// The length from which on Ctrl-C ends a search, at the cost of a thread. A shorter text takes
/// less than 0.1 s.
const LONG: usize = 1 << 12;

/// Returns what `search` finds for a text.
fn searched<T: Send + 'static>(py: Python<'_>, text: String, search: fn(&str) -> T) -> PyResult<T> {
    if text.len() < LONG { Ok(search(&text)) } else { within_steps(py, move |_| search(&text)) }
}

/// Creates an `Explanation`.
fn explanation(
    py: Python<'_>,
    row: Option<u8>,
    codes: Option<Codes>,
    outcome: &Outcome,
    unsubscribes: Option<bool>,
) -> PyResult<Py<PyAny>> {
    let classes = Classes::get(py)?;
    let message = codes.and_then(|codes| Some((codes.status?, codes.err, codes.kind)));
    let status = message.map(|(status, ..)| classes.status.get(py, status.0)).transpose()?;
    let err = message.and_then(|(_, err, kind)| Some((err?, kind)));
    let err_class = |kind| if kind == MessageType::EMAIL { &classes.email_err } else { &classes.err };
    let err = err.map(|(err, kind)| err_class(kind).get(py, err.0)).transpose()?;
    let r#type = message.map(|(_, _, kind)| classes.r#type.get(py, kind.0)).transpose()?;
    let error_code = codes.and_then(|codes| codes.api).map(|code| classes.api_error_code.call1(py, (code.0,))).transpose()?;
    classes.explanation.call1(py, (object(py, outcome)?, status, err, r#type, error_code, row, unsubscribes))
}

/// Returns the possible causes of a symptom, in the order in which to check them.
#[pyfunction]
#[pyo3(signature = (symptom, number = None))]
pub(crate) fn diagnose<'py>(symptom: &Bound<'py, PyAny>, number: Option<NumberOption>) -> PyResult<Bound<'py, PyTuple>> {
    let py = symptom.py();
    let names = || Symptom::ALL.map(Symptom::name).join(", ");
    let name = symptom.cast::<PyString>().map_err(|_| wrong_type("symptom: expected str", symptom))?;
    let found = Symptom::ALL.into_iter().find(|known| name.to_str().is_ok_and(|name| name == known.name()));
    let found = found.ok_or_else(|| PyValueError::new_err(format!("symptom: expected one of {}", names())))?;
    let symptom = match (found, number) {
        (Symptom::ApiError(_), Some(NumberOption(code))) => Symptom::ApiError(code),
        (Symptom::ApiError(_), None) => {
            return Err(PyTypeError::new_err("number: the symptom api-error requires the number of the error"));
        }
        (_, Some(_)) => return Err(PyTypeError::new_err("number: only the symptom api-error accepts a number")),
        (found, None) => found,
    };
    let step = |step: sms_outcome::Step| {
        let texts = (localized(py, step.cause)?, localized(py, step.check)?);
        Classes::get(py)?.step.call1(py, (step.source, texts.0, texts.1))
    };
    PyTuple::new(py, sms_outcome::diagnose(symptom).map(step).collect::<PyResult<Vec<_>>>()?)
}
