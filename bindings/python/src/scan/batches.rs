//! A table in batches, one after the other.

use std::io;
use std::sync::{Mutex, TryLockError};

use arrow_array::{RecordBatch, RecordBatchIterator};
use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use smsc_columns::{Error, Reader};

use super::interface::{capsule_of_schema, capsule_of_stream};

/// An iterator over batches.
#[pyclass(frozen, module = "smsc_proto._native")]
pub(crate) struct Batches(Mutex<Reader>);

impl Batches {
    pub(super) const fn new(reader: Reader) -> Self {
        Self(Mutex::new(reader))
    }
}

#[pymethods]
impl Batches {
    fn __iter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __next__(&self, py: Python<'_>) -> PyResult<Option<Batch>> {
        match self.0.try_lock() {
            Ok(mut reader) => {
                py.check_signals()?;
                let reader = &mut *reader;
                Ok(py.detach(|| reader.next_batch()).map_err(raised)?.map(Batch))
            }
            Err(TryLockError::WouldBlock) => Err(PyValueError::new_err("scan: the iterator is already in use by another call")),
            Err(TryLockError::Poisoned(_)) => Ok(None),
        }
    }
}

/// Returns the exception for an error: that of the file or of a signal, or an `OSError` with the
/// name of the source.
pub(crate) fn raised(error: Error) -> PyErr {
    match error {
        Error::Read { error, .. } if error.get_ref().is_some_and(<dyn std::error::Error + Send + Sync>::is::<PyErr>) => {
            error.into()
        }
        Error::Read { source, error } => io::Error::new(error.kind(), format!("cannot read {source}: {error}")).into(),
        other => PyRuntimeError::new_err(other.to_string()),
    }
}

/// A batch of rows.
#[pyclass(frozen, module = "smsc_proto._native")]
pub(crate) struct Batch(RecordBatch);

#[pymethods]
impl Batch {
    fn __len__(&self) -> usize {
        self.0.num_rows()
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        capsule_of_schema(py, self.0.schema_ref())
    }

    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // The protocol allows to ignore what is requested.
        let _ = requested_schema;
        capsule_of_stream(py, RecordBatchIterator::new([Ok(self.0.clone())], self.0.schema()))
    }
}
