//! `explain` and `diagnose`.

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};
use sms_outcome::getcourse::{self, Codes};
use sms_outcome::{Outcome, Symptom, clicksend, lookup, lookup_api_error};
use smsc_proto::{ApiErrorCode, ErrCode, MessageType, StatusCode};

use crate::classes::Classes;
use crate::options::{integer, wrong_type};
use crate::outcome::{object, words};

/// An argument that is a code.
macro_rules! coded {
    ($Option:ident $Code:ident $accepted:literal) => {
        pub(crate) struct $Option($Code);

        impl<'py> FromPyObject<'_, 'py> for $Option {
            type Error = PyErr;

            fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
                // All of them end where an i32 does (R39).
                let number = integer(&value, $accepted)?.and_then(|number| i32::try_from(number).ok());
                let code = number.and_then(|number| number.try_into().ok());
                code.map($Code).map(Self).ok_or_else(|| PyValueError::new_err($accepted))
            }
        }
    };
}

coded! { StatusOption StatusCode "status: an int of 32 bits" }
coded! { ErrOption ErrCode "err: an int from 0 to 2147483647" }
coded! { ApiErrorOption ApiErrorCode "api_error: an int from 0 to 2147483647" }
coded! { NumberOption ApiErrorCode "number: an int from 0 to 2147483647" }

/// What was sent, by its number or by a word.
pub(crate) struct TypeOption(MessageType);

impl<'py> FromPyObject<'_, 'py> for TypeOption {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let words: Vec<_> = MessageType::TABLE.iter().map(|row| row.ident.to_lowercase().replace('_', "-")).collect();
        let accepted = format!("type: {}, or an int from 0 to 255", words.join(", "));
        let known = match value.cast::<PyString>() {
            Ok(word) => word.to_str().ok().and_then(MessageType::from_name),
            Err(_) => integer(&value, &accepted)?.and_then(|number| number.try_into().ok()).map(MessageType),
        };
        known.map(Self).ok_or_else(|| PyValueError::new_err(accepted))
    }
}

/// A text as somebody's screen showed it.
pub(crate) struct TextOption(String);

impl<'py> FromPyObject<'_, 'py> for TextOption {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let text = value.cast::<PyString>().map_err(|_| wrong_type("getcourse: str", &value))?;
        Ok(Self(text.to_string_lossy().into_owned()))
    }
}

/// A row of `ClickSend`'s list, or words of it.
pub(crate) struct ClickSendOption(String);

impl<'py> FromPyObject<'_, 'py> for ClickSendOption {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        match value.cast::<PyString>() {
            Ok(text) => Ok(Self(text.to_string_lossy().into_owned())),
            Err(_) => Ok(Self(integer(&value, "clicksend: int or str")?.unwrap_or(i64::MAX).to_string())),
        }
    }
}

/// Says what codes or texts mean.
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
    const ACCEPTED: &str = "explain: one of status, api_error, getcourse and clicksend; err and type go with status alone";
    let is_detailed = err.is_some() || r#type.is_some();
    let found = match (status, api_error, getcourse, clicksend) {
        (Some(StatusOption(status)), None, None, None) => {
            let (err, kind) = (err.map(|err| err.0), r#type.map_or(MessageType::SMS, |known| known.0));
            let codes = Codes { status: Some(status), err, kind, api: None };
            vec![explanation(py, None, Some(codes), &outcome(status, err, kind), None)?]
        }
        (None, Some(ApiErrorOption(code)), None, None) if !is_detailed => {
            let codes = Codes { status: None, err: None, kind: MessageType::SMS, api: Some(code) };
            vec![explanation(py, None, Some(codes), &self::api_error(code), None)?]
        }
        (None, None, Some(TextOption(text)), None) if !is_detailed => {
            let found = getcourse::recognise(&text).into_iter();
            found
                .map(|found| explanation(py, None, Some(found.codes), &found.outcome, Some(found.unsubscribes)))
                .collect::<PyResult<_>>()?
        }
        (None, None, None, Some(ClickSendOption(text))) if !is_detailed => {
            let numbered = text.trim().parse().ok().and_then(clicksend::row);
            let rows = numbered.map_or_else(|| clicksend::find(&[&text]).collect(), |row| vec![row]);
            rows.into_iter().map(|row| explanation(py, Some(row.number), None, &row.outcome, None)).collect::<PyResult<_>>()?
        }
        _ => return Err(PyTypeError::new_err(ACCEPTED)),
    };
    PyTuple::new(py, found)
}

/// One thing that a question may mean.
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
    let errs = |kind| if kind == MessageType::EMAIL { &classes.email_err } else { &classes.err };
    let err = err.map(|(err, kind)| errs(kind).get(py, err.0)).transpose()?;
    let r#type = message.map(|(_, _, kind)| classes.r#type.get(py, kind.0)).transpose()?;
    let refusal = codes.and_then(|codes| codes.api).map(|code| classes.api_error_code.call1(py, (code.0,))).transpose()?;
    classes.explanation.call1(py, (object(py, outcome)?, status, err, r#type, refusal, row, unsubscribes))
}

/// Names the causes of a symptom in the order in which to check them.
#[pyfunction]
#[pyo3(signature = (symptom, number = None))]
pub(crate) fn diagnose<'py>(symptom: &Bound<'py, PyAny>, number: Option<NumberOption>) -> PyResult<Bound<'py, PyTuple>> {
    let py = symptom.py();
    let names = || Symptom::ALL.map(Symptom::name).join(", ");
    let word = symptom.cast::<PyString>().map_err(|_| wrong_type("symptom: str", symptom))?;
    let known = Symptom::ALL.into_iter().find(|known| word.to_str().is_ok_and(|word| word == known.name()));
    let known = known.ok_or_else(|| PyValueError::new_err(format!("symptom: one of {}", names())))?;
    let symptom = match (known, number) {
        (Symptom::ApiError(_), Some(NumberOption(code))) => Symptom::ApiError(code),
        (Symptom::ApiError(_), None) => return Err(PyTypeError::new_err("diagnose: api-error needs the number of the error")),
        (_, Some(_)) => return Err(PyTypeError::new_err("diagnose: only api-error takes a number")),
        (known, None) => known,
    };
    let step = |step: sms_outcome::Step| {
        let texts = (words(py, step.cause)?, words(py, step.check)?);
        Classes::get(py)?.step.call1(py, (step.source, texts.0, texts.1))
    };
    PyTuple::new(py, sms_outcome::diagnose(symptom).map(step).collect::<PyResult<Vec<_>>>()?)
}
