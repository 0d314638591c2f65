//! `TrackerError`: the exception for an error of the store.

use pyo3::prelude::*;
use smsc_watch::{Error, ErrorKind};

/// Returns the exception for an error of the store.
pub(super) fn tracker_error(py: Python<'_>, error: &Error) -> PyErr {
    create(py, word(error.kind()), error.to_string())
}

/// Returns the exception for a call after `close`.
pub(super) fn closed(py: Python<'_>) -> PyErr {
    create(py, "closed", "the tracker is closed: make another one".to_owned())
}

fn create(py: Python<'_>, reason: &str, message: String) -> PyErr {
    // The module is imported by then: it has what calls this.
    let class = py.import("smsc_proto.tracker").and_then(|module| module.getattr("TrackerError"));
    let created = class.and_then(|class| class.call1((reason, message)));
    created.map_or_else(|failed| failed, PyErr::from_value)
}

/// Returns the word for a kind of errors.
const fn word(kind: &ErrorKind) -> &'static str {
    match kind {
        ErrorKind::NotADatabase => "not_a_database",
        ErrorKind::OtherProgram => "other_program",
        ErrorKind::Newer { .. } => "newer",
        ErrorKind::Damaged => "damaged",
        ErrorKind::Full => "full",
        ErrorKind::Watched { .. } => "watched",
        ErrorKind::Busy => "busy",
        ErrorKind::Permission => "permission",
        ErrorKind::File(_) => "file",
        ErrorKind::Record(_) => "record",
        _ => "database",
    }
}
