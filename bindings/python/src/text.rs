//! Texts that borrow nothing, so that they can be parsed without the interpreter lock.

use pyo3::prelude::*;
use pyo3::types::PyString;
use smsc_proto::{Charset, Escape, Text};

use crate::decode;

/// A text of a body, with its charset and its escapes.
pub(crate) struct OwnedText {
    bytes: Box<[u8]>,
    charset: Charset,
    escape: Escape,
}

impl From<Text<'_>> for OwnedText {
    fn from(text: Text<'_>) -> Self {
        Self { bytes: text.as_bytes().into(), charset: text.charset(), escape: text.escape() }
    }
}

impl OwnedText {
    /// Creates the Python string.
    pub(crate) fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyString>> {
        decode::string(py, Text::new(&self.bytes, self.charset).escaped(self.escape))
    }
}
