//! Reads replies into batches.

use std::sync::Arc;
use std::vec;

use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::{ArrowError, Schema};

use crate::body::Body;
use crate::error::Error;
use crate::options::Options;
use crate::serial::Serial;
use crate::source::Source;
use crate::threads::Threads;

/// A reader of replies, one after the other, into batches of rows. It holds one batch and a window
/// of one reply in memory, for any number of replies of any length, and a few more with
/// [`Options::threads`].
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
    /// The number of rows that may still be returned.
    left: usize,
    rows: Rows,
}

enum Rows {
    Here(Box<Serial>, vec::IntoIter<Source>),
    Threads(Box<Threads>),
    End,
}

impl Reader {
    /// Creates a reader of these replies. Nothing is opened before the first batch.
    ///
    /// # Errors
    ///
    /// If a condition does not fit its column.
    pub fn new(options: &Options, sources: impl IntoIterator<Item = Source>) -> Result<Self, Error> {
        let sources = sources.into_iter().collect::<Vec<_>>().into_iter();
        let serial = Box::new(Serial::new(options)?);
        let rows = match options.limit {
            Some(0) => Rows::End,
            None if options.threads > 1 => Rows::Threads(Box::new(Threads::new(options, sources, *serial))),
            _ => Rows::Here(serial, sources),
        };
        Ok(Self { options: options.clone(), left: options.limit.unwrap_or(usize::MAX), rows })
    }

    /// Returns the next batch. Returns `None` at the end of the last reply.
    ///
    /// # Errors
    ///
    /// If a source cannot be opened or read, after the rows before that. A reply that is malformed is a row,
    /// not an error.
    pub fn next_batch(&mut self) -> Result<Option<RecordBatch>, Error> {
        let options = &self.options;
        let result = match &mut self.rows {
            Rows::Here(serial, sources) => serial.next(&mut sources.map(|source| Body::open(&source, options, None)), self.left),
            Rows::Threads(threads) => threads.next(),
            Rows::End => Ok(None),
        };
        match &result {
            Ok(Some(batch)) if batch.num_rows() < self.left => self.left -= batch.num_rows(),
            // An open source is closed, and threads end.
            _ => self.rows = Rows::End,
        }
        result
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
        crate::column::schema(&self.options.columns, self.options.dictionary)
    }
}

impl std::fmt::Debug for Reader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reader").field("options", &self.options).finish_non_exhaustive()
    }
}
