//! Texts, dates and numbers of requests, extracted from Python values.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyString;
use smsc_proto::request::Date;

use crate::id::{Id, VALID};
use crate::interrupt::now_and_then;
use crate::options::{integer, iterate, wrong_type};
use crate::request::error::invalid;

/// Returns a text. Fails if the value is not a str that UTF-8 can represent.
pub(crate) fn text(value: &Bound<'_, PyAny>, parameter: &str) -> PyResult<String> {
    text_of(value, parameter, None, "expected str")
}

fn text_of(value: &Bound<'_, PyAny>, parameter: &str, item: Option<usize>, accepted: &str) -> PyResult<String> {
    let text = value.cast::<PyString>().map_err(|_| wrong_type(&format!("{parameter}: {accepted}"), value))?;
    let text = text.to_str().map_err(|_| invalid(value.py(), parameter, item, "a text without an unpaired surrogate"))?;
    Ok(text.to_owned())
}

/// Returns the texts of a list. A str is one text.
pub(crate) fn texts(value: &Bound<'_, PyAny>, parameter: &str) -> PyResult<Vec<String>> {
    const ACCEPTED: &str = "expected str, or an iterable of str";
    if value.is_instance_of::<PyString>() {
        return text(value, parameter).map(|text| vec![text]);
    }
    let mut texts = Vec::new();
    for item in iterate(value, &format!("{parameter}: {ACCEPTED}"))? {
        now_and_then(value.py())?;
        texts.push(text_of(&item?, parameter, Some(texts.len()), ACCEPTED)?);
    }
    Ok(texts)
}

/// Returns an id.
pub(crate) fn id(value: &Bound<'_, PyAny>, parameter: &str) -> PyResult<Id> {
    id_of(value, parameter, None)
}

/// Returns the id of an item of a list.
pub(crate) fn id_of(value: &Bound<'_, PyAny>, parameter: &str, item: Option<usize>) -> PyResult<Id> {
    let py = value.py();
    Id::from_value(value, parameter, &format!("{parameter}: expected int or str")).map_err(|error| {
        let is_invalid = error.is_instance_of::<PyValueError>(py);
        if is_invalid { invalid(py, parameter, item, VALID) } else { error }
    })
}

/// Returns a date. A datetime is none: its time would be lost, and perhaps its time zone.
pub(crate) fn date(value: &Bound<'_, PyAny>, parameter: &str) -> PyResult<Date> {
    let module = value.py().import("datetime")?;
    let is = |class: &str| -> PyResult<bool> { value.is_instance(&module.getattr(class)?) };
    if !is("date")? || is("datetime")? {
        return Err(wrong_type(&format!("{parameter}: expected datetime.date"), value));
    }
    let part = |name: &str| value.getattr(name);
    let (year, month, day) = (part("year")?.extract()?, part("month")?.extract()?, part("day")?.extract()?);
    Date::new(year, month, day).ok_or_else(|| invalid(value.py(), parameter, None, "a date of the years 2000 to 9999"))
}

/// Returns a number for a parameter whose range the core checks. A number that exceeds a `u16`
/// exceeds that range as well, and becomes 0, which is in no such range.
pub(crate) fn small(value: &Bound<'_, PyAny>, parameter: &str) -> PyResult<u16> {
    let number = integer(value, &format!("{parameter}: expected int"))?;
    Ok(number.and_then(|number| u16::try_from(number).ok()).unwrap_or(0))
}

/// Returns the number of a message in the history.
pub(crate) fn int_id(value: &Bound<'_, PyAny>, parameter: &str) -> PyResult<u64> {
    let number = integer(value, &format!("{parameter}: expected int"))?.and_then(|number| u64::try_from(number).ok());
    number.ok_or_else(|| invalid(value.py(), parameter, None, "the int_id of a record: a number from 0 to 9223372036854775807"))
}
