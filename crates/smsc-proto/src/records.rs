//! The records of a body that is in memory as a whole.

use core::fmt;

use crate::error::Error;
use crate::lines::batch::Batch;
use crate::lines::window::without_line_end;
use crate::lines::{fast, format};
use crate::model::fields::MAX_RECORD;
use crate::model::query::Query;
use crate::model::record::Record;
use crate::step::Step;
use crate::trees::list::List;

/// An iterator over the records of a reply, in its order, each parsed when the iterator reaches it.
///
/// A malformed record is an error in its place, and the iterator goes on with the next one. A
/// single reply has one record.
#[derive(Clone)]
pub struct Records<'a> {
    body: &'a [u8],
    query: Query<'a>,
    shape: Shape<'a>,
}

#[derive(Clone)]
#[expect(clippy::large_enum_variant, reason = "nothing may be allocated, and there is one at a time")]
enum Shape<'a> {
    /// A single reply of fmt 0 or 1.
    Single {
        start: usize,
    },
    /// A single reply that was parsed already, to classify the body.
    Read(Result<Record<'a>, Error>),
    Batch(Batch<'a>),
    List(List<'a>),
    Over,
}

impl<'a> Records<'a> {
    /// Creates an iterator over the records of a body from offset `start` on.
    #[inline]
    pub(crate) fn new(query: Query<'a>, body: &'a [u8], start: usize) -> Self {
        let shape = if query.is_batch { Shape::Batch(Batch::new(query, MAX_RECORD, start)) } else { Shape::Single { start } };
        Self { body, query, shape }
    }

    /// Creates an iterator over the one record of a body of fmt 2 or 3.
    pub(crate) const fn one(query: Query<'a>, record: &Result<Record<'a>, Error>) -> Self {
        Self { body: &[], query, shape: Shape::Read(*record) }
    }

    /// Creates an iterator over the elements of a list from offset `start` on.
    pub(crate) const fn list(query: Query<'a>, body: &'a [u8], start: usize, is_empty: bool) -> Self {
        Self { body, query, shape: Shape::List(List::new(query, MAX_RECORD, start, is_empty)) }
    }

    /// Returns the query that the reply answers.
    pub(crate) const fn query(&self) -> &Query<'a> {
        &self.query
    }

    /// Parses the next record into a record that the caller keeps. Like [`next`](Iterator::next),
    /// but without a copy of the record, for loops in which the copy would count. Returns `None`
    /// after the last record.
    ///
    /// After `None` or an error the contents of `record` are unspecified.
    ///
    /// ```
    /// use smsc_proto::{Detail, Format, Query, Record, Reply};
    ///
    /// let body = b"1,1760080210,0,101,79990000001\n20,1760080211,1,102,79990000002\n";
    /// let query = Query::new(Format::Values, Detail::Status).batch();
    /// let Reply::Records(mut records) = query.read(body)? else { unreachable!() };
    /// let mut record = Record::empty();
    /// let mut ids = Vec::new();
    /// while let Some(result) = records.next_into(&mut record) {
    ///     result?;
    ///     ids.extend(record.id());
    /// }
    /// assert_eq!(ids.len(), 2);
    /// assert_eq!(ids[0].number(), Some(101));
    /// # Ok::<(), smsc_proto::Error>(())
    /// ```
    #[inline]
    pub fn next_into(&mut self, record: &mut Record<'a>) -> Option<Result<(), Error>> {
        if let Shape::Batch(batch) = &mut self.shape {
            let window = self.body.get(batch.pos()..)?;
            if batch.try_fast(window, true, record).is_some() {
                return Some(Ok(()));
            }
        }
        self.next_slow(record)
    }

    /// Returns the index of the requested pair that the next record is expected to match, if the
    /// choice of a record's end depends on it.
    pub(crate) const fn expected_pair(&mut self) -> Option<&mut usize> {
        match &mut self.shape {
            Shape::Batch(batch) => Some(batch.expected_pair()),
            Shape::Over | Shape::Single { .. } | Shape::Read(_) | Shape::List(_) => None,
        }
    }

    fn next_slow(&mut self, record: &mut Record<'a>) -> Option<Result<(), Error>> {
        match &mut self.shape {
            Shape::Over => None,
            Shape::Single { start } => {
                let start = *start;
                self.shape = Shape::Over;
                let reply = without_line_end(self.body.get(start..).unwrap_or_default());
                if fast::single(&self.query, reply, record).is_some() {
                    return Some(Ok(()));
                }
                if fast::single_hlr(&self.query, reply, record).is_none() {
                    *record = Record::new(self.query.charset);
                    if let Err(fail) = format::whole(&self.query, reply, record) {
                        return Some(Err(Error::new(fail, reply, start)));
                    }
                }
                if format::may_be_of_another_request(&self.query, reply, record) {
                    record.mark_ambiguous();
                }
                Some(Ok(()))
            }
            Shape::Read(parsed) => {
                let parsed = *parsed;
                self.shape = Shape::Over;
                Some(parsed.map(|found| *record = found))
            }
            Shape::Batch(batch) => {
                let window = self.body.get(batch.pos()..).unwrap_or_default();
                item(batch.step_slow(window, true, record))
            }
            Shape::List(list) => {
                *record = Record::new(self.query.charset).escaped(self.query.format.escape());
                let window = self.body.get(list.pos()..).unwrap_or_default();
                item(list.step(window, true, record))
            }
        }
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Result<Record<'a>, Error>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        // Parsed into the return slot, to avoid copying the 424-byte record.
        let mut item = Some(Ok(Record::new(self.query.charset)));
        if let Some(Ok(record)) = &mut item {
            match self.next_into(record) {
                Some(Ok(())) => {}
                Some(Err(error)) => item = Some(Err(error)),
                None => item = None,
            }
        }
        item
    }
}

/// Returns the item of a step over the whole body, which never needs more bytes.
fn item(step: Step) -> Option<Result<(), Error>> {
    if let Step::Item(_, result) = step { Some(result) } else { None }
}

impl core::iter::FusedIterator for Records<'_> {}

impl fmt::Debug for Records<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Records").field("query", &self.query).finish_non_exhaustive()
    }
}
