//! Escaping of invisible characters, for the command.

use pyo3::prelude::*;
use pyo3::types::PyString;
use visible_text::{Visible, VisibleJson, may_start_escape};

/// Returns a text with escapes for its invisible characters; the empty string for None.
#[pyfunction]
pub(crate) fn visible<'py>(py: Python<'py>, text: Option<&Bound<'py, PyString>>) -> PyResult<Bound<'py, PyString>> {
    text.map_or_else(|| Ok(PyString::new(py, "")), |text| escaped(text, |text| Visible(text).to_string()))
}

/// Returns a line of JSON with escapes for the invisible characters of its strings.
#[pyfunction]
pub(crate) fn visible_json<'py>(line: &Bound<'py, PyString>) -> PyResult<Bound<'py, PyString>> {
    escaped(line, |line| VisibleJson(line).to_string())
}

/// Returns the text itself if nothing in it can need an escape, and otherwise what `escape`
/// returns. Fails if the text has an unpaired surrogate.
fn escaped<'py>(text: &Bound<'py, PyString>, escape: impl Fn(&str) -> String) -> PyResult<Bound<'py, PyString>> {
    let utf8 = text.to_str()?;
    Ok(if utf8.bytes().any(may_start_escape) { PyString::new(text.py(), &escape(utf8)) } else { text.clone() })
}
