//! Outcomes as Python objects.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use pyo3::prelude::*;
use sms_outcome::{Channel, Localized, Outcome, lookup};
use smsc_proto::{ErrCode, MessageType, StatusCode};

use crate::classes::Classes;
use crate::items::RecordData;

/// The values that determine the outcome of a record.
type Key = (StatusCode, Option<ErrCode>, MessageType);

/// A cache of the outcomes of records. The records of a batch share a few outcomes.
#[derive(Default)]
pub(crate) struct Cached(Mutex<HashMap<Key, Entry>>);

/// An `Outcome` and its [`PARTS`].
struct Entry {
    object: Py<PyAny>,
    parts: Vec<Py<PyAny>>,
}

/// The number of outcomes that are cached at most. Without a limit, the cache could grow with each
/// err.
const MAX_CACHED: usize = 512;

/// The parts of an outcome that can be requested by name, each with the path of attributes that
/// leads to it. The names are the keys of JSON, with the language after a text that is not in
/// English.
const PARTS: [(&str, &[&str]); 15] = [
    ("state", &["state"]),
    ("is_final", &["is_final"]),
    ("cause", &["cause"]),
    ("retry", &["retry"]),
    ("retry_after_s", &["retry_after_s"]),
    ("suppress", &["suppress"]),
    ("channel", &["channel"]),
    ("source", &["source"]),
    ("judgement", &["judgement"]),
    ("title", &["_title", "en"]),
    ("title.ru", &["_title", "ru"]),
    ("title.fr", &["_title", "fr"]),
    ("advice", &["_advice", "en"]),
    ("advice.ru", &["_advice", "ru"]),
    ("advice.fr", &["_advice", "fr"]),
];

/// A part of an outcome: its index in [`PARTS`]. A byte, because a column is copied for each value.
#[derive(Clone, Copy)]
pub(crate) struct Part(u8);

impl Part {
    /// Returns the part with this name; `None` if an outcome has no such part.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        (0..).map(Self).zip(PARTS).find(|(_, (known, _))| *known == name).map(|(part, _)| part)
    }
}

/// Returns the outcome of a record.
pub(crate) fn of_record(py: Python<'_>, record: &RecordData) -> PyResult<Py<PyAny>> {
    with_entry(py, record, |entry| entry.object.clone_ref(py))
}

/// Returns a part of a record's outcome.
pub(crate) fn part_of_record(py: Python<'_>, record: &RecordData, Part(part): Part) -> PyResult<Py<PyAny>> {
    with_entry(py, record, |entry| entry.parts[usize::from(part)].clone_ref(py))
}

/// Calls `take` with the outcome of a record, which is created if it is not cached.
fn with_entry(py: Python<'_>, record: &RecordData, take: impl Fn(&Entry) -> Py<PyAny>) -> PyResult<Py<PyAny>> {
    let key = (StatusCode(record.status), record.err.map(ErrCode), record.outcome_type);
    // No Python code runs while the cache is locked.
    let cached = || Classes::get(py).map(|classes| classes.outcomes.0.lock().unwrap_or_else(PoisonError::into_inner));
    if let Some(entry) = cached()?.get(&key) {
        return Ok(take(entry));
    }
    let entry = Entry::new(object(py, &lookup(key.0, key.1, key.2))?.into_bound(py))?;
    let taken = take(&entry);
    let mut cached = cached()?;
    if cached.len() < MAX_CACHED {
        // Another thread may have been faster. What it has stored is dropped after the lock.
        let replaced = cached.insert(key, entry);
        drop(cached);
        drop(replaced);
    }
    Ok(taken)
}

impl Entry {
    fn new(object: Bound<'_, PyAny>) -> PyResult<Self> {
        let part = |path: &[&str]| path.iter().try_fold(object.clone(), |object, name| object.getattr(*name)).map(Bound::unbind);
        let parts = PARTS.iter().map(|(_, path)| part(path)).collect::<PyResult<_>>()?;
        Ok(Self { parts, object: object.unbind() })
    }
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
