//! The records of a body that is all at hand.

use core::fmt;

use crate::batch::{Batch, MAX_RECORD, Step};
use crate::error::Error;
use crate::matched::Matched;
use crate::query::Query;
use crate::record;
use crate::reply::without_line_end;
use crate::status::Status;
use crate::tree::{self, List};

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
    Read(Result<Status<'a>, Error>),
    Batch(Batch<'a>),
    List(List<'a>),
    Over,
}

impl<'a> Records<'a> {
    /// The records of a body from this byte on.
    pub(crate) const fn new(query: Query<'a>, body: &'a [u8], start: usize) -> Self {
        let shape = if query.batch { Shape::Batch(Batch::new(query, MAX_RECORD, start)) } else { Shape::Single { start } };
        Self { body, query, shape }
    }

    /// The one record of a body of fmt 2 or 3.
    pub(crate) const fn one(query: Query<'a>, record: &Result<Status<'a>, Error>) -> Self {
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

    /// The records side by side with the pairs that were asked for: which came back, which did not, and what nobody asked for (R47). Without
    /// known pairs ([`Query::asked`]) every record counts as asked for.
    #[must_use]
    pub fn matched(self) -> Matched<'a> {
        Matched::new(self)
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Result<Status<'a>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut status = Status::empty(self.query.charset);
        let result = match &mut self.shape {
            Shape::Over => return None,
            Shape::Single { start } => {
                let start = *start;
                self.shape = Shape::Over;
                let reply = without_line_end(self.body.get(start..).unwrap_or_default());
                record::whole(&self.query, reply, &mut status)
                    .map_err(|fail| Error::new(fail, start, start.saturating_add(reply.len())))
            }
            Shape::Read(record) => {
                let record = *record;
                self.shape = Shape::Over;
                return Some(record);
            }
            Shape::Batch(batch) => {
                let window = self.body.get(batch.pos()..).unwrap_or_default();
                item(batch.step(window, true, &mut status))?
            }
            Shape::List(list) => {
                status = status.escaped(tree::escape(self.query.format));
                let window = self.body.get(list.pos()..).unwrap_or_default();
                item(list.step(window, true, &mut status))?
            }
        };
        Some(result.map(|()| status))
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
