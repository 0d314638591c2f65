//! The attributes of a record as Python objects.

use pyo3::prelude::*;
use pyo3::types::{PyDateTime, PyTzInfo};
use smsc_proto::{ErrScope, Field, Text};

use crate::classes::Classes;
use crate::column::Column;
use crate::decode;
use crate::items::RecordData;
use crate::outcome;
use crate::reply::Reply;

type Object = Py<PyAny>;

/// Returns the value of an attribute of a record; Python's `None` if the record lacks it (R10).
pub(crate) fn value(py: Python<'_>, reply: &Reply, record: &RecordData, column: Column) -> PyResult<Object> {
    match column {
        Column::Field(field) => of_field(py, reply, record, field),
        Column::ChangedAt => instant(py, record.last_timestamp),
        Column::SentAt => instant(py, record.send_timestamp),
        Column::Flags => match record.flag {
            Some(flag) => Classes::get(py)?.flags.call1(py, (flag,)),
            None => Ok(py.None()),
        },
        Column::IsAmbiguous => object(py, record.is_ambiguous),
        Column::IsHlr => object(py, record.is_hlr),
        Column::LooksLikeUtf8 => object(py, reply.looks_like_utf8(py, record)),
        Column::Unexpected => object(py, record.is_unexpected),
        Column::Outcome => outcome::of_record(py, record),
        Column::OutcomePart(part) => outcome::part_of_record(py, record, part),
    }
}

fn of_field(py: Python<'_>, reply: &Reply, record: &RecordData, field: Field) -> PyResult<Object> {
    match field {
        Field::Status => Classes::get(py)?.status.get(py, record.status),
        Field::Err => match (record.err, record.scope()) {
            (Some(err), ErrScope::Phone) => Classes::get(py)?.err.get(py, err),
            (Some(err), ErrScope::Email) => Classes::get(py)?.email_err.get(py, err),
            (None, _) => Ok(py.None()),
        },
        Field::Type => match record.r#type {
            Some(known) => Classes::get(py)?.r#type.get(py, known),
            None => Ok(py.None()),
        },
        Field::LastTimestamp => object(py, record.last_timestamp),
        Field::SendTimestamp => object(py, record.send_timestamp),
        Field::Id if record.id.is_some() => object(py, record.id),
        Field::Flag => object(py, record.flag),
        Field::SmsCnt => object(py, record.sms_cnt),
        Field::IntId => object(py, record.int_id),
        _ => {
            let Some(text) = reply.text(py, record, field) else { return Ok(py.None()) };
            match field {
                Field::Cost => reply.cached(py, field, text, || Classes::get(py)?.decimal.call1(py, (decode::string(py, text)?,))),
                Field::LastDate | Field::SendDate => local(py, text),
                // Not cached: these differ from record to record.
                Field::Id | Field::Phone | Field::Message | Field::Imsi | Field::Crc => {
                    Ok(decode::string(py, text)?.into_any().unbind())
                }
                _ => reply.cached(py, field, text, || Ok(decode::string(py, text)?.into_any().unbind())),
            }
        }
    }
}

fn object<'py>(py: Python<'py>, value: impl IntoPyObject<'py, Error: Into<PyErr>>) -> PyResult<Object> {
    use pyo3::BoundObject as _;
    Ok(value.into_pyobject(py).map_err(Into::into)?.into_any().unbind())
}

/// Returns the aware datetime in UTC for Unix seconds (R30); Python's `None` if no datetime can
/// represent them.
fn instant(py: Python<'_>, seconds: Option<u64>) -> PyResult<Object> {
    /// The last second of the year 9999.
    const MAX: u64 = 253_402_300_799;
    let Some(seconds) = seconds.filter(|seconds| *seconds <= MAX) else { return Ok(py.None()) };
    #[expect(clippy::cast_precision_loss, reason = "the seconds have at most 38 bits, and a float holds 53")]
    let seconds = seconds as f64;
    let utc = PyTzInfo::utc(py)?;
    Ok(PyDateTime::from_timestamp(py, seconds, Some(&*utc))?.into_any().unbind())
}

/// Returns the naive datetime for `DD.MM.YYYY hh:mm:ss` in the account's own time zone (R31);
/// Python's `None` for a text of another form.
fn local(py: Python<'_>, text: Text<'_>) -> PyResult<Object> {
    let Some((year, [month, day, hour, minute, second])) = text.as_str().and_then(parts) else { return Ok(py.None()) };
    match PyDateTime::new(py, year, month, day, hour, minute, second, 0, None) {
        Ok(date) => Ok(date.into_any().unbind()),
        // A date that does not exist, such as the 30th of February.
        Err(error) if error.is_instance_of::<pyo3::exceptions::PyValueError>(py) => Ok(py.None()),
        Err(error) => Err(error),
    }
}

/// Splits a date into the year, and month, day, hour, minute and second; `None` for a text of
/// another form.
fn parts(date: &str) -> Option<(i32, [u8; 5])> {
    let (date, time) = date.split_once(' ')?;
    let mut date = date.split('.');
    let mut time = time.split(':');
    let two = |part: Option<&str>| part.filter(|part| is_digits(part, 2))?.parse().ok();
    let (day, month) = (two(date.next())?, two(date.next())?);
    let year = date.next().filter(|part| is_digits(part, 4))?.parse().ok()?;
    let time = [two(time.next())?, two(time.next())?, two(time.next())?];
    let [hour, minute, second] = time;
    Some((year, [month, day, hour, minute, second]))
}

fn is_digits(part: &str, len: usize) -> bool {
    part.len() == len && part.bytes().all(|byte| byte.is_ascii_digit())
}
