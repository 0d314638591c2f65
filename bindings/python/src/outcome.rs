//! Outcomes as Python's objects.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use pyo3::prelude::*;
use sms_outcome::{Localized, Outcome, lookup, type_of};
use smsc_proto::{ErrCode, MessageType, StatusCode};

use crate::classes::Classes;
use crate::items::Record;
use crate::make;
use crate::reply::Reply;

/// What an outcome of a record is looked up by.
type Key = (StatusCode, Option<ErrCode>, MessageType);

/// The outcomes that records had: those of a batch have a few of them, again and again.
#[derive(Default)]
pub(crate) struct Known(Mutex<HashMap<Key, Py<PyAny>>>);

/// How many of them are kept at most. An err can be any number.
const MOST: usize = 512;

/// The outcome of a record.
pub(crate) fn of_record(py: Python<'_>, reply: &Reply, record: &Record) -> PyResult<Py<PyAny>> {
    make::with_core(py, reply, record, |status| {
        let key = (status.status(), status.err(), type_of(status, reply.kind()));
        // No Python runs while it is locked.
        let known = || Classes::get(py).map(|classes| classes.outcomes.0.lock().unwrap_or_else(PoisonError::into_inner));
        if let Some(made) = known()?.get(&key) {
            return Ok(made.clone_ref(py));
        }
        let made = object(py, &outcome(key.0, key.1, key.2))?;
        let mut known = known()?;
        if known.len() < MOST {
            known.insert(key, made.clone_ref(py));
        }
        Ok(made)
    })
}

/// An outcome with its texts in every language.
pub(crate) fn object(py: Python<'_>, outcome: &Outcome) -> PyResult<Py<PyAny>> {
    let texts = (words(py, outcome.title)?, words(py, outcome.explanation)?, words(py, outcome.advice)?);
    let Outcome { state, is_final, cause, retry, suppress, source, .. } = *outcome;
    let (title, explanation, advice) = texts;
    let values =
        (state.name(), is_final, cause.name(), retry.name(), retry.after_s(), suppress, source, title, explanation, advice);
    Classes::get(py)?.outcome.call1(py, values)
}

/// A text in every language.
pub(crate) fn words(py: Python<'_>, words: Localized) -> PyResult<Py<PyAny>> {
    Classes::get(py)?.words.call1(py, (words.en, words.ru, words.fr))
}
