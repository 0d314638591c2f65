//! A request to make.

use std::sync::{Arc, Mutex};

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use smsc_proto::{Charset, Text, same_phone};
use smsc_watch::{AskKind, Followed};

use crate::record::Record;
use crate::watcher::lock::locked;
use crate::watcher::values::{message_record, pair};

/// The requests whose objects were dropped before their end, such as by a cancelled task.
pub(super) type Unended = Arc<Mutex<Vec<smsc_watch::Job>>>;

/// A request to make. One that is dropped before its end may have been sent.
#[pyclass(frozen, module = "smsc_proto._native")]
pub(crate) struct Job {
    /// `None` after the end.
    job: Mutex<Option<smsc_watch::Job>>,
    unended: Unended,
}

impl Job {
    pub(super) fn new(job: smsc_watch::Job, unended: Unended) -> Self {
        Self { job: Mutex::new(Some(job)), unended }
    }

    /// Returns the request, whose object is at its end then.
    pub(super) fn end(&self) -> PyResult<smsc_watch::Job> {
        locked(&self.job).take().ok_or_else(ended)
    }

    fn with<T>(&self, read: impl FnOnce(&smsc_watch::Job) -> T) -> PyResult<T> {
        locked(&self.job).as_ref().map(read).ok_or_else(ended)
    }
}

#[pymethods]
impl Job {
    /// Returns the ids and phones of the messages.
    #[getter]
    fn messages<'py>(&self, py: Python<'py>) -> PyResult<Vec<(Bound<'py, PyAny>, String)>> {
        // Copied, so that no Python object is created while the request is locked.
        let messages = self.with(|job| job.messages().to_vec())?;
        messages.iter().map(|message| pair(py, message)).collect()
    }

    /// Returns the times at which the first and the last message were sent, in Unix seconds, if the
    /// request is one to the history.
    #[getter]
    fn history(&self) -> PyResult<Option<(u32, u32)>> {
        self.with(|job| match job.kind() {
            AskKind::History { first_sent, last_sent } => Some((first_sent, last_sent)),
            AskKind::Single | AskKind::Batch => None,
        })
    }

    /// Returns the index of the message that a record is about; `None` if it is about none.
    fn index_of(&self, py: Python<'_>, record: &Record) -> PyResult<Option<usize>> {
        let record = message_record(py, record)?;
        let (Some(id), Some(phone)) = (record.id().map(smsc_watch::Id::from), record.phone()) else { return Ok(None) };
        let is_of = |message: &Followed| message.id == id && is_same(&message.phone, phone);
        self.with(|job| job.messages().iter().position(is_of))
    }
}

impl Drop for Job {
    fn drop(&mut self) {
        if let Some(job) = locked(&self.job).take() {
            locked(&self.unended).push(job);
        }
    }
}

fn is_same(one: &str, other: &str) -> bool {
    let text = |phone| Text::new(str::as_bytes(phone), Charset::Utf8);
    same_phone(text(one), text(other))
}

fn ended() -> PyErr {
    PyValueError::new_err("the request has ended already")
}
