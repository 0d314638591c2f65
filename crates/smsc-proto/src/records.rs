//! The records of a body that is all at hand.

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

/// The records of a reply, in its order, each read when it is asked for.
///
/// A record that cannot be read is an error in its place; the iterator goes on with the next one (R48). A single reply has one record.
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
    /// A single reply that has been read already, to know what it is.
    Read(Result<Record<'a>, Error>),
    Batch(Batch<'a>),
    List(List<'a>),
    Over,
}

impl<'a> Records<'a> {
    /// The records of a body from this byte on.
    #[inline]
    pub(crate) fn new(query: Query<'a>, body: &'a [u8], start: usize) -> Self {
        let shape = if query.is_batch { Shape::Batch(Batch::new(query, MAX_RECORD, start)) } else { Shape::Single { start } };
        Self { body, query, shape }
    }

    /// The one record of a body of fmt 2 or 3.
    pub(crate) const fn one(query: Query<'a>, record: &Result<Record<'a>, Error>) -> Self {
        Self { body: &[], query, shape: Shape::Read(*record) }
    }

    /// The elements of a list from this byte on.
    pub(crate) const fn list(query: Query<'a>, body: &'a [u8], start: usize, is_empty: bool) -> Self {
        Self { body, query, shape: Shape::List(List::new(query, MAX_RECORD, start, is_empty)) }
    }

    /// The query that they answer.
    pub(crate) const fn query(&self) -> &Query<'a> {
        &self.query
    }

    /// The next record, like [`next`](Iterator::next), but into a record that the caller keeps: for loops in which copying it would count.
    ///
    /// Where there is none, or it cannot be read (R48), `status` holds nothing of use.
    ///
    /// ```
    /// use smsc_proto::{Detail, Format, Query, Reply, RecordBuilder, StatusCode};
    ///
    /// let body = b"1,1760080210,0,101,79990000001\n20,1760080211,1,102,79990000002\n";
    /// let Reply::Records(mut records) = Query::new(Format::Values, Detail::Status).batch().read(body)? else { unreachable!() };
    /// let mut status = RecordBuilder::new(StatusCode::NOT_FOUND).build();
    /// let mut ids = Vec::new();
    /// while let Some(result) = records.next_into(&mut status) {
    ///     result?;
    ///     ids.extend(status.id());
    /// }
    /// assert_eq!(ids, [101, 102]);
    /// # Ok::<(), smsc_proto::Error>(())
    /// ```
    #[inline]
    pub fn next_into(&mut self, status: &mut Record<'a>) -> Option<Result<(), Error>> {
        if let Shape::Batch(batch) = &mut self.shape {
            let window = self.body.get(batch.pos()..)?;
            if batch.try_fast(window, true, status).is_some() {
                return Some(Ok(()));
            }
        }
        self.read_any(status)
    }

    /// The same for a record of any kind.
    fn read_any(&mut self, status: &mut Record<'a>) -> Option<Result<(), Error>> {
        match &mut self.shape {
            Shape::Over => None,
            Shape::Single { start } => {
                let start = *start;
                self.shape = Shape::Over;
                let reply = without_line_end(self.body.get(start..).unwrap_or_default());
                if fast::single(&self.query, reply, status).or_else(|| fast::single_hlr(&self.query, reply, status)).is_some() {
                    return Some(Ok(()));
                }
                *status = Record::new(self.query.charset);
                let result = format::whole(&self.query, reply, status);
                Some(result.map_err(|fail| Error::new(fail, start, start.saturating_add(reply.len()))))
            }
            Shape::Read(record) => {
                let record = *record;
                self.shape = Shape::Over;
                Some(record.map(|found| *status = found))
            }
            Shape::Batch(batch) => {
                let window = self.body.get(batch.pos()..).unwrap_or_default();
                item(batch.step_slow(window, true, status))
            }
            Shape::List(list) => {
                *status = Record::new(self.query.charset).escaped(self.query.format.escape());
                let window = self.body.get(list.pos()..).unwrap_or_default();
                item(list.step(window, true, status))
            }
        }
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Result<Record<'a>, Error>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        // Read where it is returned from: a record is worth not copying.
        let mut item = Some(Ok(Record::new(self.query.charset)));
        if let Some(Ok(status)) = &mut item {
            match self.next_into(status) {
                Some(Ok(())) => {}
                Some(Err(error)) => item = Some(Err(error)),
                None => item = None,
            }
        }
        item
    }
}

/// What a step gave; all of the body is at hand, so that it never asks for more.
fn item(step: Step) -> Option<Result<(), Error>> {
    if let Step::Item(_, result) = step { Some(result) } else { None }
}

impl core::iter::FusedIterator for Records<'_> {}

impl fmt::Debug for Records<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Records").field("query", &self.query).finish_non_exhaustive()
    }
}
