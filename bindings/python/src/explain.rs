//! `explain`, `story` and `diagnose`.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};
use sms_outcome::{Explanation, Question, Symptom, explain as explanations};
use smsc_proto::{Endpoint, ErrCode, MessageType, StatusCode};

use crate::classes::Classes;
use crate::interrupt::within_steps;
use crate::options::{invalid, one_of, wrong_type};
use crate::outcome::{localized, object};
use crate::question::{
    ApiErrorOption, ClickSendOption, EndpointOption, ErrOption, ErrorOption, GetCourseOption, NumberOption, Positional, RowOption,
    STATUSES, StatusOption, TextOption, TypeOption, told,
};
use crate::receipt::ReceiptOption;

/// Returns the meanings of a code, a text or a receipt, the best match first.
#[pyfunction]
#[pyo3(signature = (
    question = None, /, *, status = None, err = None, r#type = None, api_error = None, endpoint = None, text = None,
    getcourse = None, clicksend = None, clicksend_row = None, clicksend_error = None, clicksend_receipt = None
))]
#[expect(clippy::too_many_arguments, reason = "each is an argument of the Python function")]
pub(crate) fn explain(
    py: Python<'_>,
    question: Option<Positional>,
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
    const ACCEPTED: &str = "explain: expected exactly one of a positional argument, status, api_error, text, getcourse, \
                            clicksend, clicksend_row, clicksend_error and clicksend_receipt; err and type are for a status \
                            only, endpoint for an api_error only, and none of the three is for an argument that contains it";
    let wrong = || PyTypeError::new_err(ACCEPTED);
    let (has_err, has_type, has_endpoint) = (err.is_some(), r#type.is_some(), endpoint.is_some());
    let (err, kind) = (err.map(|err| err.0), r#type.map_or(MessageType::SMS, |found| found.0));
    let endpoint = endpoint.map(|endpoint| endpoint.0);
    // Whether err, type and endpoint may be passed as well, and the question.
    let positional = question.map(|question| match question {
        Positional::Status(status) => ([true, true, false], Asked::Codes(Question::Status(status, err, kind))),
        Positional::Pair(status, err) => ([false, true, false], Asked::Codes(Question::Status(status, err, kind))),
        Positional::Record(status, err, kind) => ([false; 3], Asked::Codes(Question::Status(status, err, kind))),
        Positional::Number(code) => ([false, false, true], Asked::Codes(Question::ApiError(code, endpoint))),
        Positional::ApiError(code, endpoint) => ([false; 3], Asked::Codes(Question::ApiError(code, Some(endpoint)))),
        Positional::Text(text) => ([false; 3], text_from_anyone(text)),
    });
    let alone = |asked| ([false; 3], asked);
    let asked = [
        positional,
        status.map(|status| ([true, true, false], Asked::Codes(Question::Status(status.0, err, kind)))),
        api_error.map(|code| ([false, false, true], Asked::Codes(Question::ApiError(code.0, endpoint)))),
        text.map(|text| alone(text_from_anyone(text.0))),
        getcourse.map(|text| alone(Asked::Text(text.0, |text| explanations(Question::GetCourse(text)).collect()))),
        clicksend.map(|text| alone(Asked::Text(text.0, |text| explanations(Question::ClickSend(text)).collect()))),
        clicksend_row.map(|row| alone(Asked::Codes(Question::ClickSendRow(row.0.0)))),
        clicksend_error.map(|error| alone(Asked::Codes(Question::ClickSendError(error.0.0)))),
        clicksend_receipt.map(|receipt| alone(Asked::Receipt(receipt))),
    ];
    let mut asked = asked.into_iter().flatten();
    let (Some(([takes_err, takes_type, takes_endpoint], question)), None) = (asked.next(), asked.next()) else {
        return Err(wrong());
    };
    if (has_err && !takes_err) || (has_type && !takes_type) || (has_endpoint && !takes_endpoint) {
        return Err(wrong());
    }
    let found = match question {
        Asked::Codes(question) => explanations(question).collect(),
        Asked::Text(text, search) => searched(py, text, search)?,
        Asked::Receipt(receipt) => receipt.explanations(),
    };
    PyTuple::new(py, found.iter().map(|found| explanation(py, found)).collect::<PyResult<Vec<_>>>()?)
}

fn text_from_anyone(text: String) -> Asked {
    Asked::Text(text, |text| explanations(Question::Text(text)).collect())
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

/// Returns the possible causes of a symptom, in the order in which to check them.
#[pyfunction]
#[pyo3(signature = (symptom, number = None))]
pub(crate) fn diagnose<'py>(symptom: &Bound<'py, PyAny>, number: Option<NumberOption>) -> PyResult<Bound<'py, PyTuple>> {
    let py = symptom.py();
    let accepted = || format!("symptom: expected {}", one_of(Symptom::ALL.map(Symptom::name)));
    let name = symptom.cast::<PyString>().map_err(|_| wrong_type(&accepted(), symptom))?;
    let found = Symptom::ALL.into_iter().find(|known| name.to_str().is_ok_and(|name| name == known.name()));
    let found = found.ok_or_else(|| invalid(&accepted(), symptom))?;
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
