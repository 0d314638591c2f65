//! Reads replies into batches.

use std::sync::Arc;
use std::vec;

use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::{ArrowError, Schema};

use crate::batch::Batch;
use crate::body::{Body, Step};
use crate::condition::{Condition, keep};
use crate::error::Error;
use crate::options::Options;
use crate::source::Source;

/// The number of bytes of a column of texts at which a batch ends, however few rows it has.
const MAX_BYTES: usize = 1 << 26;

/// A reader of replies, one after the other, into batches of rows. It holds one batch and a window
/// of one reply in memory, for any number of replies of any length.
///
/// A reader is an iterator and a [`RecordBatchReader`]; after an error it ends.
///
/// ```
/// use arrow_array::cast::AsArray as _;
/// use arrow_array::types::Int32Type;
/// use smsc_columns::{Column, Options, Reader, Source};
/// use smsc_proto::{Detail, Field, Format, Query};
///
/// let body = b"1,1760080210,0,101,79990000001\n20,1760080211,1,102,79990000002\n";
/// let query = Query::new(Format::Values, Detail::Status).batch();
/// let options = Options::new(query).columns(&[Column::Wire(Field::Status), Column::State]);
/// let reader = Reader::new(&options, [Source::bytes("reply", *body)])?;
/// for batch in reader {
///     let batch = batch?;
///     assert_eq!(batch.column(0).as_primitive::<Int32Type>().values(), &[1, 20]);
///     assert_eq!(batch.column(1).as_string::<i32>().value(1), "failed");
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Reader {
    options: Options,
    /// The columns of the result, without those that only conditions need.
    schema: Arc<Schema>,
    conditions: Vec<Condition>,
    batch: Batch,
    sources: vec::IntoIter<Source>,
    body: Option<Body>,
    /// The number of rows that may still be returned.
    left: usize,
}

impl Reader {
    /// Creates a reader of these replies. Nothing is opened before the first batch.
    ///
    /// # Errors
    ///
    /// If a condition does not fit its column.
    pub fn new(options: &Options, sources: impl IntoIterator<Item = Source>) -> Result<Self, Error> {
        let mut columns = options.columns.clone();
        for (column, ..) in &options.conditions {
            if !columns.contains(column) {
                columns.push(*column);
            }
        }
        let compile = |(column, operator, operands): &(_, _, Vec<_>)| Condition::new(*column, *operator, operands);
        Ok(Self {
            schema: crate::column::schema(&options.columns, options.dictionary),
            conditions: options.conditions.iter().map(compile).collect::<Result<_, _>>()?,
            batch: Batch::new(&columns, options.dictionary),
            sources: sources.into_iter().collect::<Vec<_>>().into_iter(),
            body: None,
            left: options.limit.unwrap_or(usize::MAX),
            options: options.clone(),
        })
    }

    /// Returns the next batch. Returns `None` at the end of the last reply.
    ///
    /// # Errors
    ///
    /// If a source cannot be opened or read. A reply that is malformed is a row, not an error.
    pub fn next_batch(&mut self) -> Result<Option<RecordBatch>, Error> {
        let result = self.try_next();
        if !matches!(result, Ok(Some(_))) {
            (self.left, self.body) = (0, None);
        }
        result
    }

    fn try_next(&mut self) -> Result<Option<RecordBatch>, Error> {
        while self.left > 0 {
            let is_at_end = !self.fill()?;
            if self.batch.rows() == 0 {
                return Ok(None);
            }
            let batch = keep(self.batch.finish()?, &self.conditions)?;
            let kept = batch.num_rows().min(self.left);
            if kept > 0 {
                self.left -= kept;
                let columns: Vec<_> = (0..self.options.columns.len()).collect();
                return Ok(Some(batch.slice(0, kept).project(&columns)?));
            }
            if is_at_end {
                break;
            }
        }
        Ok(None)
    }

    /// Reads rows until the batch is full. Returns `false` at the end of the last reply.
    fn fill(&mut self) -> Result<bool, Error> {
        let wanted = if self.conditions.is_empty() { self.left.min(self.options.batch_rows) } else { self.options.batch_rows };
        while self.batch.rows() < wanted && self.batch.byte_len() < MAX_BYTES {
            let Some(body) = &mut self.body else {
                let Some(source) = self.sources.next() else { return Ok(false) };
                self.body = Some(Body::open(&source, &self.options).map_err(|error| Error::read(&source, error))?);
                continue;
            };
            match body.step(&mut self.batch, wanted)? {
                Step::More => {}
                Step::End => self.body = None,
            }
        }
        Ok(true)
    }
}

impl Iterator for Reader {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_batch().map_err(ArrowError::from).transpose()
    }
}

impl RecordBatchReader for Reader {
    fn schema(&self) -> Arc<Schema> {
        Arc::clone(&self.schema)
    }
}

impl std::fmt::Debug for Reader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reader").field("options", &self.options).finish_non_exhaustive()
    }
}
