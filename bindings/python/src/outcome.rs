//! Outcomes as Python objects.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use pyo3::prelude::*;
use sms_outcome::{Channel, Localized, Outcome, lookup, type_of};
use smsc_proto::{ErrCode, MessageType, StatusCode};

use crate::classes::Classes;
use crate::construct;
use crate::items::RecordData;
use crate::reply::Reply;

/// The values that determine the outcome of a record.
type Key = (StatusCode, Option<ErrCode>, MessageType);

/// A cache of the outcomes of records. The records of a batch share a few outcomes.
#[derive(Default)]
pub(crate) struct Cached(Mutex<HashMap<Key, Py<PyAny>>>);

/// The number of outcomes that are cached at most. Without a limit, the cache could grow with each
/// err.
const MAX_CACHED: usize = 512;

/// Returns the outcome of a record.
pub(crate) fn of_record(py: Python<'_>, reply: &Reply, record: &RecordData) -> PyResult<Py<PyAny>> {
    construct::with_core(py, reply, record, |core| {
        let key = (core.status(), core.err(), type_of(core, reply.kind()));
        // No Python code runs while the cache is locked.
        let cached = || Classes::get(py).map(|classes| classes.outcomes.0.lock().unwrap_or_else(PoisonError::into_inner));
        if let Some(found) = cached()?.get(&key) {
            return Ok(found.clone_ref(py));
        }
        let created = object(py, &lookup(key.0, key.1, key.2))?;
        let mut cached = cached()?;
        if cached.len() < MAX_CACHED {
            cached.insert(key, created.clone_ref(py));
        }
        Ok(created)
    })
}

/// Creates an `Outcome`, with its texts in every language.
pub(crate) fn object(py: Python<'_>, outcome: &Outcome) -> PyResult<Py<PyAny>> {
    let texts = (localized(py, outcome.title)?, localized(py, outcome.explanation)?, localized(py, outcome.advice)?);
    let Outcome { state, is_final, cause, retry, suppress, source, is_judgement, .. } = *outcome;
    let (title, explanation, advice) = texts;
    let (retry, after_s, channel) = (retry.name(), retry.after_s(), suppress.map(Channel::name));
    let is_suppressed = suppress.is_some();
    let (state, cause) = (state.name(), cause.name());
    let values = (state, is_final, cause, retry, after_s, is_suppressed, channel, source, is_judgement, title, explanation, advice);
    Classes::get(py)?.outcome.call1(py, values)
}

/// Creates a `Localized`.
pub(crate) fn localized(py: Python<'_>, text: Localized) -> PyResult<Py<PyAny>> {
    Classes::get(py)?.localized.call1(py, (text.en, text.ru, text.fr))
}
