//! `explain`, `story` and `diagnose`.

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};
use sms_outcome::{Explanation, Question, Symptom, explain as explanations};
use smsc_proto::{ApiErrorCode, Endpoint, ErrCode, MessageType, StatusCode};

use crate::classes::Classes;
use crate::interrupt::within_steps;
use crate::options::{integer, wrong_type};
use crate::outcome::{localized, object};
use crate::receipt::ReceiptOption;

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
code_option! { RowOption Number "clicksend_row: expected an int from 0 to 2147483647" }
code_option! { ErrorOption Number "clicksend_error: expected an int from 0 to 2147483647" }

/// A number of one of `ClickSend`'s lists.
struct Number(u32);

/// The endpoint of an API error, by its name.
pub(crate) struct EndpointOption(Endpoint);

impl<'py> FromPyObject<'_, 'py> for EndpointOption {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let accepted = || format!("endpoint: expected {}", Endpoint::ALL.map(Endpoint::name).join(", "));
        let name = value.cast::<PyString>().map_err(|_| wrong_type(&accepted(), &value))?;
        let found = name.to_str().ok().and_then(Endpoint::from_name);
        found.map(Self).ok_or_else(|| PyValueError::new_err(accepted()))
    }
}

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

/// Defines the type of an argument that is a text.
macro_rules! text_option {
    ($Option:ident $accepted:literal) => {
        pub(crate) struct $Option(String);

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

/// A number that `ClickSend` shows, or words to search for.
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

/// Returns the meanings of a code, a text or a receipt, the best match first.
#[pyfunction]
#[pyo3(signature = (
    *, status = None, err = None, r#type = None, api_error = None, endpoint = None, text = None, getcourse = None,
    clicksend = None, clicksend_row = None, clicksend_error = None, clicksend_receipt = None
))]
#[expect(clippy::too_many_arguments, reason = "each is a keyword of the Python function")]
pub(crate) fn explain(
    py: Python<'_>,
    status: Option<StatusOption>,
    err: Option<ErrOption>,
    r#type: Option<TypeOption>,
    api_error: Option<ApiErrorOption>,
    endpoint: Option<EndpointOption>,
    text: Option<TextOption>,
    getcourse: Option<GetCourseOption>,
    clicksend: Option<ClickSendOption>,
    clicksend_row: Option<RowOption>,
    clicksend_error: Option<ErrorOption>,
    clicksend_receipt: Option<ReceiptOption>,
) -> PyResult<Bound<'_, PyTuple>> {
    const ACCEPTED: &str = "explain: expected exactly one of status, api_error, text, getcourse, clicksend, clicksend_row, \
                            clicksend_error and clicksend_receipt; err and type are for status only, endpoint for api_error only";
    let wrong = || PyTypeError::new_err(ACCEPTED);
    let is_of_status = status.is_some() || (err.is_none() && r#type.is_none());
    let is_of_api_error = api_error.is_some() || endpoint.is_none();
    let (err, kind) = (err.map(|err| err.0), r#type.map_or(MessageType::SMS, |found| found.0));
    let asked = [
        status.map(|status| Asked::Codes(Question::Status(status.0, err, kind))),
        api_error.map(|code| Asked::Codes(Question::ApiError(code.0, endpoint.map(|endpoint| endpoint.0)))),
        text.map(|text| Asked::Text(text.0, |text| explanations(Question::Text(text)).collect())),
        getcourse.map(|text| Asked::Text(text.0, |text| explanations(Question::GetCourse(text)).collect())),
        clicksend.map(|text| Asked::Text(text.0, |text| explanations(Question::ClickSend(text)).collect())),
        clicksend_row.map(|row| Asked::Codes(Question::ClickSendRow(row.0.0))),
        clicksend_error.map(|error| Asked::Codes(Question::ClickSendError(error.0.0))),
        clicksend_receipt.map(Asked::Receipt),
    ];
    let mut asked = asked.into_iter().flatten();
    let (Some(question), None, true, true) = (asked.next(), asked.next(), is_of_status, is_of_api_error) else {
        return Err(wrong());
    };
    let found = match question {
        Asked::Codes(question) => explanations(question).collect(),
        Asked::Text(text, search) => searched(py, text, search)?,
        Asked::Receipt(receipt) => receipt.explanations(),
    };
    PyTuple::new(py, found.iter().map(|found| explanation(py, found)).collect::<PyResult<Vec<_>>>()?)
}

/// A question of the arguments.
enum Asked {
    Codes(Question<'static>),
    Text(String, fn(&str) -> Vec<Explanation>),
    Receipt(ReceiptOption),
}

/// The length from which on Ctrl-C ends a search, at the cost of a thread. A shorter text takes
/// less than 0.1 s.
const LONG: usize = 1 << 12;

/// Returns what `search` finds for a text.
fn searched<T: Send + 'static>(py: Python<'_>, text: String, search: fn(&str) -> T) -> PyResult<T> {
    if text.len() < LONG { Ok(search(&text)) } else { within_steps(py, move |_| search(&text)) }
}

/// Creates an `Explanation`.
fn explanation(py: Python<'_>, found: &Explanation) -> PyResult<Py<PyAny>> {
    let classes = Classes::get(py)?;
    let message = found.codes.and_then(|codes| Some(Message { status: codes.status?, err: codes.err, kind: codes.kind }));
    let (status, err, r#type) = message.map(|message| message.objects(py)).transpose()?.unwrap_or_default();
    let error_code = found.codes.and_then(|codes| codes.api).map(|code| classes.api_error_code.call1(py, (code.0,))).transpose()?;
    let endpoint = found.codes.and_then(|codes| codes.endpoint).map(Endpoint::name);
    let (row, receipt_error) = (found.row.map(|row| row.number), found.row.and_then(|row| row.error));
    let outcome = object(py, &found.outcome)?;
    let provider = found.provider.name();
    let values = (outcome, provider, status, err, r#type, error_code, endpoint, row, receipt_error, found.unsubscribes, found.text);
    classes.explanation.call1(py, values)
}

/// The codes of a message.
struct Message {
    status: StatusCode,
    err: Option<ErrCode>,
    kind: MessageType,
}

/// A Python object, or `None`.
type Object = Option<Py<PyAny>>;

impl Message {
    /// Creates the objects of the status, the err and the type.
    fn objects(&self, py: Python<'_>) -> PyResult<(Object, Object, Object)> {
        let classes = Classes::get(py)?;
        let err_class = if self.kind == MessageType::EMAIL { &classes.email_err } else { &classes.err };
        let err = self.err.map(|err| err_class.get(py, err.0)).transpose()?;
        Ok((Some(classes.status.get(py, self.status.0)?), err, Some(classes.r#type.get(py, self.kind.0)?)))
    }
}

/// Returns what each status of one message tells, for statuses in the order of time.
#[pyfunction]
#[pyo3(signature = (statuses, *, r#type = None))]
pub(crate) fn story<'py>(statuses: &Bound<'py, PyAny>, r#type: Option<TypeOption>) -> PyResult<Bound<'py, PyTuple>> {
    let py = statuses.py();
    let kind = r#type.map_or(MessageType::SMS, |found| found.0);
    if statuses.is_instance_of::<PyString>() {
        return Err(wrong_type(STATUSES, statuses));
    }
    let statuses: Vec<_> = statuses
        .try_iter()
        .map_err(|_| wrong_type(STATUSES, statuses))?
        .map(|given| given.and_then(|given| told(&given)))
        .collect::<PyResult<_>>()?;
    let chapter = |chapter: sms_outcome::Chapter| {
        let message = Message { status: chapter.status, err: chapter.err, kind };
        let (status, err, r#type) = message.objects(py)?;
        let values = (object(py, &chapter.outcome)?, status, err, r#type, chapter.decides, localized(py, chapter.remark)?);
        Classes::get(py)?.chapter.call1(py, values)
    };
    PyTuple::new(py, sms_outcome::story(statuses, kind).map(chapter).collect::<PyResult<Vec<_>>>()?)
}

const STATUSES: &str = "statuses: expected an iterable of int or (int, int | None)";

/// Parses a status, with or without its err.
fn told(given: &Bound<'_, PyAny>) -> PyResult<(StatusCode, Option<ErrCode>)> {
    let Ok(pair) = given.cast::<PyTuple>() else {
        return Ok((given.extract::<StatusOption>()?.0, None));
    };
    let (status, err): (StatusOption, Option<ErrOption>) = pair.extract()?;
    Ok((status.0, err.map(|err| err.0)))
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
        Classes::get(py)?.step.call1(py, (step.source, step.is_judgement, texts.0, texts.1))
    };
    PyTuple::new(py, sms_outcome::diagnose(symptom).map(step).collect::<PyResult<Vec<_>>>()?)
}
