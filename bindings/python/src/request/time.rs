//! The time of sending, and how long delivery is tried.

use pyo3::prelude::*;
use pyo3::types::{PyInt, PyString};
use smsc_proto::request::{SendTime, Validity};

use crate::options::{integer, wrong_type};
use crate::request::error::invalid;
use crate::request::values::text;

const TIME: &str =
    "DDMMYYhhmm, DD.MM.YY hh:mm, h1-h2, 0 and Unix seconds, + and minutes, an aware datetime, or a timedelta of whole minutes";
const VALID: &str = "1 to 24 hours, hh:mm up to 24:00, or a timedelta of whole minutes up to a day";

/// The time of sending, which borrows nothing.
pub(crate) enum Time {
    Text(String),
    Unix(u32),
    Minutes(u32),
}

impl Time {
    /// Returns the time of a Python value.
    pub(crate) fn from_value(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        let found = if value.is_instance_of::<PyString>() {
            Some(text(value, "time")?).filter(|text| SendTime::parse(text).is_some()).map(Self::Text)
        } else if is(value, "datetime")? {
            unix(value)?.map(Self::Unix)
        } else if is(value, "timedelta")? {
            minutes(value)?.map(Self::Minutes)
        } else {
            return Err(wrong_type("time: expected str, datetime or timedelta", value));
        };
        found.ok_or_else(|| invalid(value.py(), "time", None, TIME))
    }

    /// Returns the time in the core's form.
    pub(crate) fn to_core(&self) -> SendTime<'_> {
        match self {
            Self::Text(text) => SendTime::parse(text).expect("a Time is only created from a valid text"),
            Self::Unix(seconds) => SendTime::unix(*seconds),
            Self::Minutes(minutes) => SendTime::in_minutes(*minutes),
        }
    }
}

/// Returns the validity of a Python value.
pub(crate) fn validity(value: &Bound<'_, PyAny>) -> PyResult<Validity> {
    let found = if value.is_instance_of::<PyString>() {
        Validity::parse(&text(value, "valid")?)
    } else if value.is_instance_of::<PyInt>() {
        integer(value, "")?.and_then(|hours| u8::try_from(hours).ok()).and_then(Validity::hours)
    } else if is(value, "timedelta")? {
        minutes(value)?.and_then(|minutes| u16::try_from(minutes).ok()).and_then(Validity::minutes)
    } else {
        return Err(wrong_type("valid: expected str, int or timedelta", value));
    };
    found.ok_or_else(|| invalid(value.py(), "valid", None, VALID))
}

/// Returns whether a value is of a class of the module `datetime`.
fn is(value: &Bound<'_, PyAny>, class: &str) -> PyResult<bool> {
    value.is_instance(&value.py().import("datetime")?.getattr(class)?)
}

/// Returns the Unix seconds of an aware datetime, without its fraction of a second. Returns `None`
/// for a naive one, whose time zone is not known, and for one that is out of range.
fn unix(moment: &Bound<'_, PyAny>) -> PyResult<Option<u32>> {
    if moment.call_method0("utcoffset")?.is_none() {
        return Ok(None);
    }
    let whole = moment.py().import("math")?.call_method1("floor", (moment.call_method0("timestamp")?,))?;
    Ok(whole.extract().ok())
}

/// Returns the minutes of a timedelta. Returns `None` for one with a part of a minute, and for one
/// that is out of range.
fn minutes(delta: &Bound<'_, PyAny>) -> PyResult<Option<u32>> {
    let part = |name: &str| -> PyResult<i64> { delta.getattr(name)?.extract() };
    let (days, seconds, microseconds) = (part("days")?, part("seconds")?, part("microseconds")?);
    let seconds = days * 86_400 + seconds;
    let is_whole = seconds % 60 == 0 && microseconds == 0;
    Ok(u32::try_from(seconds / 60).ok().filter(|_| is_whole))
}
