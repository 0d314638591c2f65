//! Advice about failed requests (docs/asking.md). The core decides; here are Python's values for its
//! arguments.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDelta, PyInt, PyString};
use smsc_proto::StatusCode;
use smsc_proto::retry::{self, Advice, Attempt, Call, Failure, Halt, SendAdvice, Sending, StatusAnswer, StopReason};

use crate::classes::Classes;
use crate::options::{
    BlockedOption, HistoryKeptOption, NextHostOption, SentAgainOption, ThrottledOption, integer, invalid, one_of, wrong_type,
};
use crate::question::{ApiErrorOption, StatusOption};

/// Returns what to do after a request failed.
#[pyfunction]
#[pyo3(
    signature = (
        call, failure, attempt = AttemptOption(1), *, since = None, next_host = NextHostOption(true),
        throttled = ThrottledOption(false), blocked = BlockedOption(false), random = None
    ),
    text_signature = "(call, failure, attempt=1, *, since=None, next_host=True, throttled=False, blocked=False, random=None)"
)]
#[expect(clippy::too_many_arguments, reason = "what the caller knows of the attempt")]
pub(crate) fn advise(
    py: Python<'_>,
    call: CallOption,
    failure: FailureOption,
    attempt: AttemptOption,
    since: Option<SinceOption>,
    next_host: NextHostOption,
    throttled: ThrottledOption,
    blocked: BlockedOption,
    random: Option<RandomOption>,
) -> PyResult<Bound<'_, PyAny>> {
    let attempt = Attempt::new(attempt.0, since.map_or(0, |since| since.0), drawn(py, random)?)
        .with_next_host(next_host.0)
        .with_throttled(throttled.0)
        .with_blocked(blocked.0);
    let advice = retry::advise(call.0, failure.0, attempt);
    let classes = Classes::get(py)?;
    let (wait, host, reason) = match advice {
        Advice::Retry { after_ms, host } => (Some(after_ms), Some(host.name()), None),
        Advice::AskStatus { after_ms } => (Some(after_ms), None, None),
        Advice::Stop(reason) => (None, None, Some(reason.name())),
        Advice::StopEveryCall(halt @ Halt::Blocked { for_ms }) => (Some(for_ms), None, Some(halt.name())),
        Advice::StopEveryCall(halt @ Halt::Credentials) => (None, None, Some(halt.name())),
    };
    let code = match advice {
        Advice::Stop(StopReason::HttpStatus(status)) => Some(status.into_pyobject(py)?.into_any().unbind()),
        Advice::Stop(StopReason::Rejected(code)) => Some(classes.api_error_code.call1(py, (code.0,))?),
        _ => None,
    };
    let wait = wait.map(|wait| duration(py, wait)).transpose()?;
    classes.advice.bind(py).call1((advice.name(), wait, host, reason, code))
}

/// Returns what to do about a message whose sending was not answered, after its status was asked
/// for.
#[pyfunction]
#[pyo3(
    signature = (
        answer, *, since = None, history_kept = HistoryKeptOption(false), sent_again = SentAgainOption(false), random = None
    ),
    text_signature = "(answer, *, since=None, history_kept=False, sent_again=False, random=None)"
)]
pub(crate) fn advise_after_status(
    py: Python<'_>,
    answer: AnswerOption,
    since: Option<SinceOption>,
    history_kept: HistoryKeptOption,
    sent_again: SentAgainOption,
    random: Option<RandomOption>,
) -> PyResult<Bound<'_, PyAny>> {
    let sending = Sending::new(since.map_or(0, |since| since.0), drawn(py, random)?)
        .with_history_kept(history_kept.0)
        .with_sent_again(sent_again.0);
    let advice = retry::after_status(answer.0, sending);
    let wait = if let SendAdvice::AskAgain { after_ms } = advice { Some(duration(py, after_ms)?) } else { None };
    Classes::get(py)?.send_advice.bind(py).call1((advice.name(), wait))
}

/// Returns a timedelta of some milliseconds.
fn duration(py: Python<'_>, milliseconds: u32) -> PyResult<Bound<'_, PyDelta>> {
    let (seconds, rest) = (milliseconds / 1_000, milliseconds % 1_000);
    // Both fit: a u32 of milliseconds has less than 2^23 seconds.
    let part = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
    PyDelta::new(py, 0, part(seconds), part(rest * 1_000), true)
}

/// Returns the random number that was passed, or draws one.
fn drawn(py: Python<'_>, random: Option<RandomOption>) -> PyResult<u32> {
    match random {
        Some(random) => Ok(random.0),
        // Imported here, because the import takes longer than that of the whole package.
        None => py.import("random")?.call_method1("randrange", (1_u64 << 32,))?.extract(),
    }
}

/// A call, by its name.
#[derive(Clone, Copy)]
pub(crate) struct CallOption(Call);

impl<'py> FromPyObject<'_, 'py> for CallOption {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let accepted = || format!("call: expected {}", one_of(Call::ALL.map(Call::name)));
        let word = value.cast::<PyString>().map_err(|_| wrong_type(&accepted(), &value))?;
        let found = word.to_str().ok().and_then(Call::from_name);
        found.map(Self).ok_or_else(|| invalid(&accepted(), &value))
    }
}

/// A failure: a word, a word with its number, or an exception of the package.
#[derive(Clone, Copy)]
pub(crate) struct FailureOption(pub(crate) Failure);

const FAILURES: &str = "failure: expected 'unreachable', 'tls', 'invalid', 'unanswered', 'not_a_reply', ('http_status', int), \
                        ('rejected', int), an ApiError, a MalformedReply or a RequestError";

impl<'py> FromPyObject<'_, 'py> for FailureOption {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let (py, classes) = (value.py(), Classes::get(value.py())?);
        let named = |word: &Bound<'_, PyString>, number: Option<u32>| {
            let found = word.to_str().ok().and_then(|word| Failure::from_name(word, number));
            found.map(Self).ok_or_else(|| invalid(FAILURES, word))
        };
        if let Ok(word) = value.cast::<PyString>() {
            return named(&word, None);
        }
        if let Ok((word, number)) = value.extract::<(Bound<'py, PyString>, Bound<'py, PyAny>)>() {
            let number = integer(&number, FAILURES)?.and_then(|number| u32::try_from(number).ok());
            // A number that no failure can have is unknown as well.
            return number.map_or_else(|| Err(PyValueError::new_err(FAILURES)), |number| named(&word, Some(number)));
        }
        if value.is_instance(classes.api_error.bind(py))? {
            let code = value.getattr("code")?.extract::<ApiErrorOption>()?.0;
            return Ok(Self(Failure::Rejected(code)));
        }
        if value.is_instance(classes.malformed.bind(py))? {
            return Ok(Self(Failure::NotAReply));
        }
        if value.is_instance(classes.request_error.bind(py))? {
            return Ok(Self(Failure::Invalid));
        }
        Err(wrong_type(FAILURES, &value))
    }
}

/// The number of a try of a call. The core takes 0 for 1.
#[derive(Clone, Copy)]
pub(crate) struct AttemptOption(u32);

impl<'py> FromPyObject<'_, 'py> for AttemptOption {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        const ACCEPTED: &str = "attempt: expected the number of the try, an int that is not negative";
        let number = integer(&value, ACCEPTED)?.filter(|number| *number >= 0);
        // Every number beyond the greatest number of tries means the same.
        number.map(|number| Self(u32::try_from(number).unwrap_or(u32::MAX))).ok_or_else(|| invalid(ACCEPTED, &value))
    }
}

/// The time since a request was sent, in milliseconds.
#[derive(Clone, Copy)]
pub(crate) struct SinceOption(u64);

impl<'py> FromPyObject<'_, 'py> for SinceOption {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        const ACCEPTED: &str = "since: expected a timedelta that is not negative, or None";
        let delta = value.cast::<PyDelta>().map_err(|_| wrong_type(ACCEPTED, &value))?;
        let part = |name: &str| -> PyResult<i64> { delta.getattr(name)?.extract() };
        let (days, seconds, microseconds) = (part("days")?, part("seconds")?, part("microseconds")?);
        let milliseconds = (days * 86_400 + seconds) * 1_000 + microseconds / 1_000;
        u64::try_from(milliseconds).map(Self).map_err(|_| PyValueError::new_err(ACCEPTED))
    }
}

/// A random number of 32 bits.
#[derive(Clone, Copy)]
pub(crate) struct RandomOption(u32);

impl<'py> FromPyObject<'_, 'py> for RandomOption {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        const ACCEPTED: &str = "random: expected an int from 0 to 4294967295, or None";
        let number = integer(&value, ACCEPTED)?.and_then(|number| u32::try_from(number).ok());
        number.map(Self).ok_or_else(|| invalid(ACCEPTED, &value))
    }
}

/// The answer to a request for a status: the status, or a word.
#[derive(Clone, Copy)]
pub(crate) struct AnswerOption(StatusAnswer);

impl<'py> FromPyObject<'_, 'py> for AnswerOption {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        const ANSWERS: [StatusAnswer; 3] = [StatusAnswer::Found, StatusAnswer::NotFound, StatusAnswer::Failed];
        let accepted = || format!("answer: expected a status, {}", one_of(ANSWERS.map(StatusAnswer::name)));
        if let Ok(word) = value.cast::<PyString>() {
            let found = ANSWERS.into_iter().find(|answer| word.to_str().is_ok_and(|word| word == answer.name()));
            return found.map(Self).ok_or_else(|| invalid(&accepted(), &value));
        }
        if !value.is_instance_of::<PyInt>() {
            return Err(wrong_type(&accepted(), &value));
        }
        let StatusCode(status) = value.extract::<StatusOption>()?.0;
        Ok(Self(StatusAnswer::of(StatusCode(status))))
    }
}
