//! The rows of the table: which columns it has, and what is counted.

use std::ops::AddAssign;
use std::sync::Arc;

use arrow_array::cast::AsArray as _;
use arrow_array::{Array as _, RecordBatch, RecordBatchReader as _};
use arrow_schema::Schema;
use smsc_columns::{Column, Options, Reader};
use smsc_proto::Field;
use visible_text::Visible;

use crate::args::Convert;
use crate::failure::Failure;
use crate::lang::fill;
use sms_explain::similar;

/// The number of rows of a batch, and of a row group of Parquet, at most.
pub(super) const MAX_ROWS: usize = 1 << 17;

/// The columns that are read besides those of the table: two are counted, two decide the day.
const MORE: [Column; 4] =
    [Column::Malformed, Column::Ambiguous, Column::Wire(Field::SendTimestamp), Column::Wire(Field::LastTimestamp)];

/// The view that the table has of the replies.
pub(super) struct View {
    options: Options,
    schema: Arc<Schema>,
    /// The indices of the columns in [`MORE`], as far as they are read.
    more: Vec<usize>,
}

/// The numbers of rows.
#[derive(Clone, Copy, Default)]
pub(super) struct Count {
    pub(super) rows: usize,
    pub(super) malformed: usize,
    pub(super) ambiguous: usize,
}

/// A batch of the table, and the times of its rows, of which the first that is known decides the day.
pub(super) struct Rows {
    pub(super) table: RecordBatch,
    pub(super) times: Vec<arrow_array::ArrayRef>,
    pub(super) count: Count,
}

impl View {
    /// Creates the view that the options are for. Fails if a column is unknown, or named twice.
    pub(super) fn new(options: &Convert) -> Result<Self, Failure> {
        let table = &options.table;
        let mut columns = table.columns.as_deref().map_or_else(|| Ok(Column::all().collect()), columns)?;
        let query = Options::new(options.from()).dictionary(table.dictionary).batch_rows(MAX_ROWS);
        let query = if options.is_format_known() { query } else { query.any_format() };
        let schema = Reader::new(&query.clone().columns(&columns), []).map_err(|error| failed(&error))?.schema();
        let wanted = if table.partition_by.is_some() { &MORE[..] } else { &MORE[..2] };
        let index = |column: &Column| {
            columns.iter().position(|known| known == column).unwrap_or_else(|| {
                columns.push(*column);
                columns.len() - 1
            })
        };
        let more = wanted.iter().map(index).collect();
        Ok(Self { options: query.columns(&columns), schema, more })
    }

    /// Returns the options of a reader.
    pub(super) const fn options(&self) -> &Options {
        &self.options
    }

    /// Returns the schema of the table.
    pub(super) const fn schema(&self) -> &Arc<Schema> {
        &self.schema
    }

    /// Returns the rows of a batch that was read.
    pub(super) fn rows(&self, batch: &RecordBatch) -> Result<Rows, Failure> {
        let column = |index: &usize| Arc::clone(batch.column(*index));
        let more: Vec<_> = self.more.iter().map(column).collect();
        let indices: Vec<_> = (0..self.schema.fields().len()).collect();
        let count = Count {
            rows: batch.num_rows(),
            malformed: batch.num_rows() - more[0].null_count(),
            ambiguous: more[1].as_boolean().true_count(),
        };
        let table = batch.project(&indices).map_err(|error| failed(&error))?;
        Ok(Rows { table, times: more[2..].to_vec(), count })
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, more: Self) {
        self.rows += more.rows;
        self.malformed += more.malformed;
        self.ambiguous += more.ambiguous;
    }
}

/// Returns the columns with these names.
fn columns(names: &[String]) -> Result<Vec<Column>, Failure> {
    let mut columns = Vec::with_capacity(names.len());
    for name in names {
        let column = Column::from_name(name).ok_or_else(|| unknown(name))?;
        if columns.contains(&column) {
            return Err(Failure::Usage(fill("the column {0} is named twice", &[&column])));
        }
        columns.push(column);
    }
    Ok(columns)
}

/// Returns the failure of an unknown column, with the names that are similar, or else with all.
fn unknown(name: &str) -> Failure {
    let all: Vec<_> = Column::all().map(Column::name).collect();
    let near = similar::suggestions(name, &all);
    let name = Visible(name);
    Failure::Usage(if near.is_empty() {
        fill("unknown column “{0}”; the columns are {1}", &[&name, &all.join(", ")])
    } else {
        fill("unknown column “{0}”; similar ones are {1}", &[&name, &near.join(", ")])
    })
}

/// Returns the failure of a library that makes a part of the table.
pub(super) fn failed(error: &dyn std::fmt::Display) -> Failure {
    Failure::Usage(fill("cannot convert: {0}", &[error]))
}
