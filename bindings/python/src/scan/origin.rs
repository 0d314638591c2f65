//! The origins of the replies of a scanner.

use std::fs::File;
use std::io::{self, Cursor, Read};
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use smsc_columns::Source;

use super::signals::{Watch, Watched};
use crate::options;

/// A reply, or a part of one.
pub(super) enum Origin {
    File(PathBuf),
    Part(PathBuf, Range<u64>),
    Bytes(String, Arc<PyBackedBytes>),
    /// A function that opens a file of Python's.
    Opener(String, Arc<Py<PyAny>>),
}

impl<'py> FromPyObject<'_, 'py> for Origin {
    type Error = PyErr;

    /// Returns the origin of a path, `(path, start, end)`, `(name, bytes)` or `(name, opener)`.
    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok((path, start, end)) = value.extract::<(PathBuf, u64, u64)>() {
            return Ok(Self::Part(path, start..end.max(start)));
        }
        if let Ok((name, content)) = value.extract::<(String, Bound<'py, PyAny>)>() {
            return Ok(match content.extract::<PyBackedBytes>() {
                Ok(bytes) => Self::Bytes(name, Arc::new(bytes)),
                Err(_) => Self::Opener(name, Arc::new(content.unbind())),
            });
        }
        Ok(Self::File(value.extract()?))
    }
}

impl Origin {
    /// Returns the source that is read by one reader.
    pub(super) fn source(&self, watch: Watch) -> Source {
        match self {
            Self::Part(path, range) => Source::part(path, range.clone()),
            Self::File(path) => {
                let path = path.clone();
                let name = path.to_string_lossy().into_owned();
                Source::stream(&name, move || Ok(Box::new(Watched::new(File::open(&path)?, watch))))
            }
            Self::Bytes(name, bytes) => {
                let bytes = Arc::clone(bytes);
                Source::stream(name, move || Ok(Box::new(Watched::new(Cursor::new(Shared(Arc::clone(&bytes))), watch))))
            }
            Self::Opener(name, opener) => {
                let opener = Arc::clone(opener);
                Source::stream(name, move || Ok(Box::new(Watched::new(PythonFile::open(&opener)?, watch))))
            }
        }
    }

    /// Returns the function that opens a file of Python's.
    pub(super) fn opener(&self) -> Option<&Py<PyAny>> {
        match self {
            Self::Opener(_, opener) => Some(opener),
            Self::File(_) | Self::Part(..) | Self::Bytes(..) => None,
        }
    }
}

/// The bytes of a Python object.
struct Shared(Arc<PyBackedBytes>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// A file of Python's, which is closed when it is dropped.
struct PythonFile(Py<PyAny>);

impl PythonFile {
    fn open(opener: &Py<PyAny>) -> io::Result<Self> {
        Ok(Self(attached(|py| opener.call0(py))?))
    }
}

impl Read for PythonFile {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        attached(|py| {
            let chunk = self.0.bind(py).call_method1("read", (buffer.len(),))?;
            let accepted = "a file to scan: expected one that is opened in binary mode and returns bytes";
            let bytes = options::bytes(&chunk)?.ok_or_else(|| options::wrong_type(accepted, &chunk))?;
            let bytes = bytes.as_bytes();
            let target = buffer.get_mut(..bytes.len()).ok_or_else(|| too_many(accepted))?;
            target.copy_from_slice(bytes);
            Ok(bytes.len())
        })
    }
}

impl Drop for PythonFile {
    fn drop(&mut self) {
        // What was read is complete, even if closing the file fails.
        let _ = attached(|py| self.0.call_method0(py, "close"));
    }
}

fn too_many(accepted: &str) -> PyErr {
    pyo3::exceptions::PyValueError::new_err(format!("{accepted}, at most as many as are asked for"))
}

/// Calls a function with the interpreter lock.
fn attached<T>(work: impl FnOnce(Python<'_>) -> PyResult<T>) -> io::Result<T> {
    match Python::try_attach(work) {
        Some(result) => Ok(result?),
        None => Err(io::Error::other("the interpreter has ended")),
    }
}
