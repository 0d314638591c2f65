//! A table as a folder for each day.

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_schema::Schema;
use arrow_select::concat::concat_batches;

use super::days::{Day, folder_of};
use super::document::Document;
use super::encode::Encoder;
use super::view::{MAX_ROWS, failed};
use crate::args::Form;
use crate::failure::Failure;
use crate::target::Target;

/// The number of rows that wait to be written, at most: those of a few row groups.
const MAX_WAITING: usize = 4 * MAX_ROWS;

/// The files of the days.
pub(super) struct Partitions {
    target: Target,
    form: Form,
    schema: Arc<Schema>,
    days: BTreeMap<Day, Partition>,
    /// The number of rows that wait in all of them.
    waiting: usize,
}

struct Partition {
    document: Document,
    encoder: Encoder,
    batches: Vec<RecordBatch>,
    rows: usize,
}

impl Partitions {
    pub(super) fn new(target: Target, form: Form, schema: &Arc<Schema>) -> Self {
        Self { target, form, schema: Arc::clone(schema), days: BTreeMap::new(), waiting: 0 }
    }

    /// Adds the rows of a day. They wait until they are enough for a row group, or until too many rows
    /// wait.
    pub(super) fn add(&mut self, day: Day, rows: RecordBatch) -> Result<(), Failure> {
        if self.days.get(&day).is_some_and(|partition| partition.rows + rows.num_rows() > MAX_ROWS) {
            self.write(day)?;
        }
        if !self.days.contains_key(&day) {
            let (document, encoder) = Document::start(self.form, true, &self.schema)?;
            self.days.insert(day, Partition { document, encoder, batches: Vec::new(), rows: 0 });
        }
        if let Some(partition) = self.days.get_mut(&day) {
            partition.rows += rows.num_rows();
            self.waiting += rows.num_rows();
            partition.batches.push(rows);
        }
        while self.waiting > MAX_WAITING {
            let Some((day, _)) = self.days.iter().max_by_key(|(_, partition)| partition.rows) else { break };
            self.write(*day)?;
        }
        Ok(())
    }

    /// Writes the rows of a day that wait.
    fn write(&mut self, day: Day) -> Result<(), Failure> {
        let Some(partition) = self.days.get_mut(&day) else { return Ok(()) };
        if partition.rows > 0 {
            let rows = concat_batches(&self.schema, &partition.batches).map_err(|error| failed(&error))?;
            self.waiting -= std::mem::take(&mut partition.rows);
            partition.batches.clear();
            partition.document.add(partition.encoder.encode(rows)?)?;
        }
        self.target.append(&folder_of(day), file_of(self.form), &partition.document.take())
    }

    /// Writes the rest, and renames the folder to its final name.
    pub(super) fn finish(mut self) -> Result<(), Failure> {
        let days: Vec<_> = self.days.keys().copied().collect();
        for day in days {
            self.write(day)?;
            if let Some(partition) = self.days.get_mut(&day) {
                partition.document.finish()?;
            }
            self.write(day)?;
        }
        self.target.finish(false)
    }
}

/// Returns the name of the only file of a day.
const fn file_of(form: Form) -> &'static str {
    match form {
        Form::Parquet => "part-0.parquet",
        Form::Arrow => "part-0.arrow",
        Form::Csv => "part-0.csv",
        Form::Ndjson => "part-0.ndjson",
    }
}
