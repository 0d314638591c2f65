//! `RequestError`: the exception for a request that cannot be sent.

use pyo3::prelude::*;
use smsc_proto::request::{RequestError, RequestErrorKind};

use crate::classes::Classes;

/// Returns the exception for an error of the core.
pub(crate) fn request_error(py: Python<'_>, error: &RequestError) -> PyErr {
    create(py, error.parameter(), word(error.kind()), error.item(), error.to_string())
}

/// Returns the exception for an item of a list whose items are checked one by one, each as item 1.
pub(crate) fn request_error_of_item(py: Python<'_>, error: &RequestError, item: usize) -> PyErr {
    let message = error.to_string().replacen("item 1:", &format!("item {}:", item + 1), 1);
    create(py, error.parameter(), word(error.kind()), Some(item), message)
}

/// Returns the exception for a value that has no form in the core, in the words of the core.
pub(crate) fn invalid(py: Python<'_>, parameter: &str, item: Option<usize>, expected: &str) -> PyErr {
    let number = item.map_or_else(String::new, |item| format!(", item {}", item + 1));
    create(py, parameter, word(RequestErrorKind::Invalid), item, format!("`{parameter}`{number}: invalid: expected {expected}"))
}

/// Returns the exception for a list without items that the core would take for no list at all.
pub(crate) fn missing(py: Python<'_>, parameter: &str, expected: &str) -> PyErr {
    create(py, parameter, word(RequestErrorKind::Missing), None, format!("`{parameter}`: missing: expected {expected}"))
}

fn create(py: Python<'_>, parameter: &str, kind: &str, item: Option<usize>, message: String) -> PyErr {
    let created = Classes::get(py).and_then(|classes| classes.request_error.bind(py).call1((parameter, kind, item, message)));
    created.map_or_else(|error| error, PyErr::from_value)
}

/// Returns the word for a kind of errors.
const fn word(kind: RequestErrorKind) -> &'static str {
    match kind {
        RequestErrorKind::Missing => "missing",
        RequestErrorKind::TooLong { .. } => "too_long",
        RequestErrorKind::TooMany { .. } => "too_many",
        RequestErrorKind::Repeated { .. } => "repeated",
        RequestErrorKind::Charset { .. } => "charset",
        RequestErrorKind::Unsupported => "unsupported",
        RequestErrorKind::UrlTooLong { .. } => "url_too_long",
        // A String rejects nothing, so that `Output` cannot occur.
        _ => "invalid",
    }
}
