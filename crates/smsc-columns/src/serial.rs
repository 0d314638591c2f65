//! Reads replies into batches on one thread.

use arrow_array::RecordBatch;

use crate::batch::Batch;
use crate::body::{Body, Step};
use crate::condition::{Condition, keep};
use crate::error::Error;
use crate::options::Options;

/// The number of bytes of a column of texts at which a batch ends, however few rows it has.
const MAX_BYTES: usize = 1 << 26;

/// The batch that is being filled, and the reply that it is filled from.
pub(crate) struct Serial {
    conditions: Vec<Condition>,
    batch: Batch,
    batch_rows: usize,
    /// The number of columns of the result. Those after it are for conditions alone.
    columns: usize,
    body: Option<Body>,
    /// The failure to read that comes after the rows of the batch.
    failure: Option<Error>,
}

impl Serial {
    /// Creates a batch. Fails if a condition does not fit its column.
    pub(crate) fn new(options: &Options) -> Result<Self, Error> {
        let mut columns = options.columns.clone();
        for (column, ..) in &options.conditions {
            if !columns.contains(column) {
                columns.push(*column);
            }
        }
        let compile = |(column, operator, operands): &(_, _, Vec<_>)| Condition::new(*column, *operator, operands);
        Ok(Self {
            conditions: options.conditions.iter().map(compile).collect::<Result<_, _>>()?,
            batch: Batch::new(&columns, options.dictionary),
            batch_rows: options.batch_rows,
            columns: options.columns.len(),
            body: None,
            failure: None,
        })
    }

    /// Returns whether all rows that were read are returned.
    pub(crate) const fn is_idle(&self) -> bool {
        self.body.is_none() && self.batch.rows() == 0 && self.failure.is_none()
    }

    /// Returns the next batch, of at most `most` rows. Returns `None` at the end of the last reply. If a reply
    /// cannot be opened or read, fails after the rows before that.
    pub(crate) fn next(
        &mut self,
        bodies: &mut impl Iterator<Item = Result<Body, Error>>,
        most: usize,
    ) -> Result<Option<RecordBatch>, Error> {
        while self.failure.is_none() {
            let is_at_end = match self.fill(bodies, most) {
                Err(error @ Error::Read { .. }) => {
                    self.failure = Some(error);
                    false
                }
                filled => !filled?,
            };
            if self.batch.rows() == 0 {
                break;
            }
            let batch = keep(self.batch.finish()?, &self.conditions)?;
            let kept = batch.num_rows().min(most);
            if kept > 0 {
                let columns: Vec<_> = (0..self.columns).collect();
                return Ok(Some(batch.slice(0, kept).project(&columns)?));
            }
            if is_at_end {
                return Ok(None);
            }
        }
        self.failure.take().map_or(Ok(None), Err)
    }

    /// Reads rows until the batch is full. Returns `false` at the end of the last reply.
    fn fill(&mut self, bodies: &mut impl Iterator<Item = Result<Body, Error>>, most: usize) -> Result<bool, Error> {
        let wanted = if self.conditions.is_empty() { most.min(self.batch_rows) } else { self.batch_rows };
        while self.batch.rows() < wanted && self.batch.byte_len() < MAX_BYTES {
            let Some(body) = &mut self.body else {
                let Some(body) = bodies.next() else { return Ok(false) };
                self.body = Some(body?);
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
