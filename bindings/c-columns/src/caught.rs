//! A reader that does not panic: what arrow calls from C must not.

use std::panic::{AssertUnwindSafe, catch_unwind};

use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::{ArrowError, SchemaRef};
use smsc_columns::Reader;

use crate::context::Context;

/// A reader whose panics are errors, after which it is at its end.
pub(crate) struct Caught {
    /// `None` after an error.
    reader: Option<Reader>,
    schema: SchemaRef,
    /// Kept until the stream is released, also after an error.
    _context: Option<Context>,
}

impl Caught {
    pub(crate) fn new(reader: Reader, context: Option<Context>) -> Self {
        Self { schema: reader.schema(), reader: Some(reader), _context: context }
    }
}

impl Iterator for Caught {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        let reader = self.reader.as_mut()?;
        // After a panic the reader is not used again.
        let item = catch_unwind(AssertUnwindSafe(|| reader.next()))
            .unwrap_or_else(|_| Some(Err(ArrowError::ComputeError("a flaw of the library: a panic".to_owned()))));
        if !matches!(item, Some(Ok(_))) {
            self.reader = None;
        }
        item
    }
}

impl RecordBatchReader for Caught {
    fn schema(&self) -> SchemaRef {
        SchemaRef::clone(&self.schema)
    }
}
