//! Records side by side with the pairs that were asked for (R47).

use crate::error::Error;
use crate::model::query::Requested;
use crate::model::record::Record;
use crate::records::Records;

/// What came of a pair that was asked for, or what came unasked (R47).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Match<'a> {
    /// The record of a pair that was asked for.
    Requested(Record<'a>),
    /// A record that nobody asked for.
    Unexpected(Record<'a>),
    /// A pair whose record did not come.
    Missing(Requested<'a>),
}

/// Keeps track of which of the asked pairs comes next, for who reads records one by one ([`ChunkReader`](crate::Chunks)) (R47). Over a body that is all at hand
/// [`Records::matched`] is simpler.
///
/// Records are expected in the order of the request. One that is not the next pair is matched to the nearest later one, and the pairs
/// skipped are missing; one that matches none is unasked. Comparing takes no time while the records come in order; a record that nobody asked
/// for is compared with every pair that is left.
///
/// ```
/// use smsc_proto::{Detail, Requested, Format, Matcher, Query, Reply};
///
/// let asked = [Requested { id: 101, phone: "79990000001" }, Requested { id: 102, phone: "79990000002" }, Requested { id: 103, phone: "79990000003" }];
/// let mut matcher = Matcher::new(&asked);
/// let Reply::Records(mut records) = Query::new(Format::Values, Detail::Status).batch().read(b"1,1,0,102,79990000002")? else { unreachable!() };
/// let status = records.next().unwrap()?;
/// assert_eq!(matcher.accept(&status), Some(&asked[..1])); // 101 is missing, and 102 came
/// assert_eq!(matcher.accept(&status), None); // nobody asked for it twice
/// assert_eq!(matcher.remaining(), &asked[2..]);
/// # Ok::<(), smsc_proto::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Matcher<'q> {
    left: &'q [Requested<'q>],
}

impl<'q> Matcher<'q> {
    /// A matcher that has seen no record yet (R47).
    #[must_use]
    pub const fn new(asked: &'q [Requested<'q>]) -> Self {
        Self { left: asked }
    }

    /// The pairs that are missing in front of this record, which is matched and done with (R47); `None` if nobody asked for the record.
    pub fn accept(&mut self, status: &Record<'_>) -> Option<&'q [Requested<'q>]> {
        let phone = status.known_phone();
        let place = self.left.iter().position(|pair| pair.is_answered_by(status.id(), phone))?;
        let (skipped, rest) = self.left.split_at_checked(place)?;
        self.left = rest.get(1..)?;
        Some(skipped)
    }

    /// The pairs for which no record came so far (R47); at the end of the reply they are missing.
    #[must_use]
    pub const fn remaining(&self) -> &'q [Requested<'q>] {
        self.left
    }
}

/// An iterator over the records of a reply and the pairs that are missing among them, from [`Records::matched`] (R47).
///
/// ```
/// use smsc_proto::{Detail, Requested, Format, Match, Query, Reply};
///
/// let asked = [Requested { id: 101, phone: "79990000001" }, Requested { id: 102, phone: "+79990000002" }];
/// let query = Query::new(Format::Values, Detail::Status).batch().requested(&asked);
/// let Reply::Records(records) = query.read(b"1,1760080210,0,102,79990000002")? else { unreachable!() };
/// let mut matched = records.matched();
/// assert_eq!(matched.next(), Some(Ok(Match::Missing(asked[0]))));
/// assert!(matches!(matched.next(), Some(Ok(Match::Requested(_)))));
/// assert_eq!(matched.next(), None);
/// # Ok::<(), smsc_proto::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Matched<'a> {
    records: Records<'a>,
    matcher: Option<Matcher<'a>>,
    /// Missing pairs that have to be given first, and the record that waits for them.
    missing: &'a [Requested<'a>],
    waiting: Option<Record<'a>>,
}

impl<'a> Records<'a> {
    /// The records side by side with the pairs that were asked for: which came back, which did not, and what nobody asked for (R47). Without
    /// known pairs ([`Query::asked`]) every record counts as asked for.
    #[must_use]
    pub fn matched(self) -> Matched<'a> {
        Matched::new(self)
    }
}

impl<'a> Matched<'a> {
    fn new(records: Records<'a>) -> Self {
        let matcher = records.query().requested.map(Matcher::new);
        Self { records, matcher, missing: &[], waiting: None }
    }
}

impl<'a> Iterator for Matched<'a> {
    type Item = Result<Match<'a>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some((pair, rest)) = self.missing.split_first() {
                self.missing = rest;
                return Some(Ok(Match::Missing(*pair)));
            }
            if let Some(status) = self.waiting.take() {
                return Some(Ok(Match::Requested(status)));
            }
            let status = match self.records.next() {
                Some(Ok(status)) => status,
                Some(Err(error)) => return Some(Err(error)),
                None => {
                    self.missing = self.matcher.take()?.remaining();
                    continue;
                }
            };
            let Some(matcher) = &mut self.matcher else { return Some(Ok(Match::Requested(status))) };
            let Some(missing) = matcher.accept(&status) else { return Some(Ok(Match::Unexpected(status))) };
            self.missing = missing;
            self.waiting = Some(status);
        }
    }
}
