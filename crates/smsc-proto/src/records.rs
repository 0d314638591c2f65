//! The records of a body that is all at hand.

use core::fmt;

use crate::batch::{Batch, MAX_RECORD, Step};
use crate::error::Error;
use crate::matched::Matched;
use crate::query::Query;
use crate::record;
use crate::reply::without_line_end;
use crate::status::Status;

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
enum Shape<'a> {
    Single { start: usize },
    Batch(Batch<'a>),
    Over,
}

impl<'a> Records<'a> {
    /// The records of a body from this byte on.
    pub(crate) const fn new(query: Query<'a>, body: &'a [u8], start: usize) -> Self {
        let shape = if query.batch { Shape::Batch(Batch::new(query, MAX_RECORD, start)) } else { Shape::Single { start } };
        Self { body, query, shape }
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
            Shape::Batch(batch) => {
                let window = self.body.get(batch.pos()..).unwrap_or_default();
                match batch.step(window, true, &mut status) {
                    Step::Item(_, result) => result,
                    Step::More(_) | Step::Over => {
                        self.shape = Shape::Over;
                        return None;
                    }
                }
            }
        };
        Some(result.map(|()| status))
    }
}

impl core::iter::FusedIterator for Records<'_> {}

impl fmt::Debug for Records<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Records").field("query", &self.query).finish_non_exhaustive()
    }
}
