//! Capsules of Arrow's C data interface. A capsule owns its struct until a consumer moves it out,
//! so that it is released once: by the consumer, or with the capsule.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::ffi::FFI_ArrowSchema;
use arrow_schema::{ArrowError, Schema};
use pyo3::exceptions::{PyKeyboardInterrupt, PyRuntimeError};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use smsc_columns::{Error, Reader};

use super::signals::Watch;

/// Returns a capsule of the schema of a table.
pub(super) fn capsule_of_schema<'py>(py: Python<'py>, schema: &Schema) -> PyResult<Bound<'py, PyCapsule>> {
    let schema = FFI_ArrowSchema::try_from(schema).map_err(|error| PyRuntimeError::new_err(error.to_string()))?;
    PyCapsule::new_with_value(py, schema, c"arrow_schema")
}

/// Returns a capsule of a stream of batches.
pub(super) fn capsule_of_stream(py: Python<'_>, reader: impl RecordBatchReader + Send + 'static) -> PyResult<Bound<'_, PyCapsule>> {
    PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(reader)), c"arrow_array_stream")
}

/// A reader for a consumer, which may hold the interpreter lock as it reads. Other threads of
/// Python can run meanwhile.
pub(super) struct Detached {
    reader: Reader,
    watch: Watch,
}

impl Detached {
    pub(super) const fn new(reader: Reader, watch: Watch) -> Self {
        Self { reader, watch }
    }

    fn read(&mut self) -> Result<Option<RecordBatch>, Error> {
        // A panic must not reach the caller, which is written in C. None is known.
        let caught = catch_unwind(AssertUnwindSafe(|| self.reader.next_batch()));
        caught.unwrap_or_else(|_| Err(ArrowError::ComputeError("smsc_proto has panicked".to_owned()).into()))
    }
}

impl Iterator for Detached {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        let result =
            if self.watch.is_here() { Python::try_attach(|py| py.detach(|| self.read())).unwrap_or(Ok(None)) } else { self.read() };
        result.map_err(error_of).transpose()
    }
}

impl RecordBatchReader for Detached {
    fn schema(&self) -> Arc<Schema> {
        self.reader.schema()
    }
}

/// Returns an error as a text, which is all that a consumer learns of it. A `KeyboardInterrupt` is
/// raised again once the consumer has returned to Python.
fn error_of(error: Error) -> ArrowError {
    let Error::Read { error: reason, .. } = &error else { return error.into() };
    let Some(raised) = reason.get_ref().and_then(|reason| reason.downcast_ref::<PyErr>()) else { return error.into() };
    // The text is made first: Python code that ran later would raise the interrupt at once.
    let text = error.to_string();
    Python::try_attach(|py| {
        if raised.is_instance_of::<PyKeyboardInterrupt>(py) {
            // If that fails, the consumer's own error is raised alone.
            let _ = py.import("_thread").and_then(|module| module.call_method0("interrupt_main"));
        }
    });
    ArrowError::ExternalError(text.into())
}
