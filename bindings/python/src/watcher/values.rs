//! Messages, records and changes, from Python and to Python.

use pyo3::prelude::*;
use smsc_proto::Requested;
use smsc_proto::request::{Credentials, Request as _, StatusRequest};
use smsc_watch::{Changed, Followed, MessageRecord, NewMessage, Source};

use crate::construct;
use crate::id::Id;
use crate::pairs::RequestedPairs;
use crate::record::Record;
use crate::request::request_error_of_item;

/// A change: its number and key; the id and the phone; when it was reported; the status, the err and
/// the time of the status; whether it is final or the message is lost; the source of the report.
pub(super) type Row<'py> =
    (i64, String, Bound<'py, PyAny>, String, u64, Option<i32>, Option<u32>, Option<u64>, bool, bool, Option<&'static str>);

/// Returns a change as a tuple.
pub(super) fn row(py: Python<'_>, changed: Changed) -> PyResult<Row<'_>> {
    Ok((
        changed.seq,
        changed.key,
        id(py, &changed.id)?,
        changed.phone,
        changed.at,
        changed.status.map(|status| status.0),
        changed.err.map(|err| err.0),
        changed.last_timestamp,
        changed.is_final,
        changed.is_lost,
        changed.source.map(Source::name),
    ))
}

/// Returns the id and the phone of a message.
pub(super) fn pair<'py>(py: Python<'py>, message: &Followed) -> PyResult<(Bound<'py, PyAny>, String)> {
    Ok((id(py, &message.id)?, message.phone.to_string()))
}

fn id<'py>(py: Python<'py>, id: &smsc_watch::Id) -> PyResult<Bound<'py, PyAny>> {
    // An id in the database that is out of range was changed by hand.
    id.as_message_id().map_or_else(|| Ok(py.None().into_bound(py)), |id| (&Id::from(id)).into_pyobject(py))
}

/// Returns messages to add. Fails if one of them cannot be asked for, which would spoil its batch.
pub(super) fn new_messages(py: Python<'_>, pairs: &RequestedPairs, sent: u64) -> PyResult<Vec<NewMessage>> {
    let message = |(index, pair): (usize, &Requested<'_>)| {
        checked(py, *pair, index)?;
        Ok(NewMessage { id: pair.id.into(), phone: pair.phone.to_owned(), sent: Some(sent) })
    };
    pairs.list().iter().enumerate().map(message).collect()
}

/// Fails if a message cannot be asked for. `item` is its index, for the exception.
pub(super) fn checked(py: Python<'_>, message: Requested<'_>, item: usize) -> PyResult<()> {
    // The check needs credentials; these are nobody's.
    let checked = StatusRequest::one(message).body_len(&Credentials::api_key("-"));
    checked.map(drop).map_err(|error| request_error_of_item(py, &error, item))
}

/// Returns a copy of a record, as the store keeps it.
pub(super) fn message_record(py: Python<'_>, record: &Record) -> PyResult<MessageRecord> {
    construct::with_core(py, record.reply(), record.data(), |core| {
        let copy = MessageRecord::new(core);
        if !record.data().is_ambiguous {
            return Ok(copy);
        }
        let fields: Vec<_> = copy.fields().map(|(field, value)| (field, value.clone())).collect();
        MessageRecord::from_fields(copy.status(), fields, true).map_err(|error| construct::value_error(&error))
    })
}
