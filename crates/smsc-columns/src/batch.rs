//! A batch of rows.

use std::sync::Arc;

use arrow_array::{RecordBatch, RecordBatchOptions};
use arrow_schema::{ArrowError, Schema};
use smsc_proto::Record;

use crate::column::{self, Column};
use crate::meaning::Meanings;
use crate::rows::{Origin, Other, Records};
use crate::series::Series;

/// The rows that are collected for a batch.
pub(crate) struct Batch {
    columns: Vec<(Column, Series)>,
    schema: Arc<Schema>,
    /// The meanings of codes, if a column asks for them.
    meanings: Option<Meanings>,
    rows: usize,
}

impl Batch {
    pub(crate) fn new(columns: &[Column], dictionary: bool) -> Self {
        Self {
            columns: columns.iter().map(|column| (*column, Series::new(*column, dictionary))).collect(),
            schema: column::schema(columns, dictionary),
            meanings: columns.iter().any(|column| column.is_outcome()).then(Meanings::default),
            rows: 0,
        }
    }

    /// Returns the schema of the batches.
    pub(crate) fn schema(&self) -> Arc<Schema> {
        Arc::clone(&self.schema)
    }

    pub(crate) const fn rows(&self) -> usize {
        self.rows
    }

    /// Returns the number of bytes of the longest column of texts.
    pub(crate) fn byte_len(&self) -> usize {
        self.columns.iter().map(|(_, series)| series.byte_len()).max().unwrap_or(0)
    }

    /// Adds records, with the offset of each.
    pub(crate) fn push_records(&mut self, records: &[Record<'_>], offsets: &[u64], origin: Origin<'_>) -> Result<(), ArrowError> {
        if records.is_empty() {
            return Ok(());
        }
        let rows = Records::new(records, offsets, origin, self.meanings.as_mut());
        self.columns.iter_mut().try_for_each(|(column, series)| rows.fill(*column, series))?;
        self.rows += records.len();
        Ok(())
    }

    /// Adds the row of what is no record.
    pub(crate) fn push_other(&mut self, other: Other<'_>, origin: Origin<'_>) -> Result<(), ArrowError> {
        self.rows += 1;
        self.columns.iter_mut().try_for_each(|(column, series)| series.push_cell(other.cell(*column, origin)))
    }

    /// Returns the rows, and starts another batch.
    pub(crate) fn finish(&mut self) -> Result<RecordBatch, ArrowError> {
        let arrays = self.columns.iter_mut().map(|(_, series)| series.finish()).collect();
        let options = RecordBatchOptions::new().with_row_count(Some(std::mem::take(&mut self.rows)));
        RecordBatch::try_new_with_options(self.schema(), arrays, &options)
    }
}
