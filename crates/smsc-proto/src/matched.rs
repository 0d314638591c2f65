//! Matching of records to the requested (id, phone) pairs (R47).

use crate::error::Error;
use crate::model::pairs::Pairs;
use crate::model::query::Query;
use crate::model::record::Record;
use crate::model::requested::Requested;
use crate::records::Records;

/// A requested pair with its record or without one, or a record that was not requested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Match<'a, R = Record<'a>> {
    /// The record of a requested pair.
    Requested(R),
    /// A record that was not requested.
    Unexpected(R),
    /// A requested pair without a record.
    Missing(Requested<'a>),
}

impl<'a, R> Match<'a, R> {
    /// Returns the match with another value in place of its record.
    #[inline]
    pub(crate) fn map<T>(self, value: impl FnOnce(R) -> T) -> Match<'a, T> {
        match self {
            Self::Requested(record) => Match::Requested(value(record)),
            Self::Unexpected(record) => Match::Unexpected(value(record)),
            Self::Missing(pair) => Match::Missing(pair),
        }
    }
}

/// A matcher of records, one by one, to the requested pairs. [`Records::matched`] and
/// [`ChunkReader::matched`](crate::ChunkReader::matched) are simpler.
///
/// Records are expected in the order of the request. A record that is not of the next pair is
/// matched to the nearest later one, and the pairs in between are missing; a record that matches no
/// pair is unexpected. Matching takes constant time while the records are in order, and with an
/// [index](crate::RequestedIndex) in any order; without one, a record that is not among the next
/// few pairs is compared with every remaining pair.
///
/// ```
/// use smsc_proto::{Detail, Format, Matcher, MessageId, Query, Reply, Requested};
///
/// let pair = |id, phone| Requested { id: MessageId::new(id).unwrap(), phone };
/// let pairs = [pair(101, "79990000001"), pair(102, "79990000002"), pair(103, "79990000003")];
/// let mut matcher = Matcher::new(&pairs);
/// let query = Query::new(Format::Values, Detail::Status).batch();
/// let Reply::Records(mut records) = query.read(b"1,1,0,102,79990000002")? else { unreachable!() };
/// let record = records.next().unwrap()?;
/// assert_eq!(matcher.accept(&record), Some(&pairs[..1])); // 101 is missing
/// assert_eq!(matcher.accept(&record), None); // requested once only
/// assert_eq!(matcher.remaining(), &pairs[2..]);
/// assert_eq!(Matcher::new(&pairs).starting_at(2).remaining(), &pairs[2..]);
/// # Ok::<(), smsc_proto::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Matcher<'q> {
    pairs: Pairs<'q>,
    /// The index of the first pair after the last one matched.
    next: usize,
}

impl<'q> Matcher<'q> {
    /// Creates a matcher for these pairs, without an index.
    #[must_use]
    pub const fn new(pairs: &'q [Requested<'q>]) -> Self {
        Self::of(Pairs::new(pairs))
    }

    /// Creates a matcher for the requested pairs of a query, with its index. Returns `None` if they
    /// are not known.
    #[must_use]
    pub const fn of_query(query: &Query<'q>) -> Option<Self> {
        match query.requested {
            Some(pairs) => Some(Self::of(pairs)),
            None => None,
        }
    }

    pub(crate) const fn of(pairs: Pairs<'q>) -> Self {
        Self { pairs, next: 0 }
    }

    /// Returns the matcher, continuing at the pair with index `next`: the pairs before it count as
    /// matched. For callers that keep the position themselves.
    #[must_use]
    pub const fn starting_at(self, next: usize) -> Self {
        Self { next, ..self }
    }

    /// Matches a record to the requested pairs, and returns the pairs skipped before it, whose
    /// records are missing. Returns `None` if the record was not requested.
    #[inline]
    pub fn accept(&mut self, record: &Record<'_>) -> Option<&'q [Requested<'q>]> {
        if self.pairs.all().get(self.next).is_some_and(|pair| record.is_of(pair)) {
            self.next = self.next.checked_add(1)?;
            return Some(&[]);
        }
        self.accept_later(record)
    }

    /// Matches a record that does not match the next pair.
    fn accept_later(&mut self, record: &Record<'_>) -> Option<&'q [Requested<'q>]> {
        let found = self.pairs.find(self.next.checked_add(1)?, record.id(), record.known_phone())?;
        let skipped = self.pairs.all().get(self.next..found);
        self.next = found.checked_add(1)?;
        skipped
    }

    /// Tells a reader, before it parses the next record, which pair is expected.
    #[inline]
    pub(crate) const fn prepare(&self, expected: Option<&mut usize>) {
        if let Some(expected) = expected {
            *expected = self.next;
        }
    }

    /// Matches a record like [`accept`](Self::accept), unless its reader has found, while it parsed
    /// the record, that it is of the expected pair, and so expects the one after that.
    #[inline]
    pub(crate) fn accept_read(&mut self, record: &Record<'_>, expected: Option<&mut usize>) -> Option<&'q [Requested<'q>]> {
        let after = self.next.checked_add(1)?;
        if expected.is_some_and(|expected| *expected == after) {
            self.next = after;
            return Some(&[]);
        }
        self.accept(record)
    }

    /// Returns the pairs after the last one matched. At the end of the reply they are missing.
    #[must_use]
    pub fn remaining(&self) -> &'q [Requested<'q>] {
        self.pairs.all().get(self.next..).unwrap_or_default()
    }
}

/// An iterator over the records of a reply and the missing pairs among them, from
/// [`Records::matched`].
///
/// ```
/// use smsc_proto::{Detail, Format, Match, MessageId, Query, Reply, Requested};
///
/// let pair = |id, phone| Requested { id: MessageId::new(id).unwrap(), phone };
/// let pairs = [pair(101, "79990000001"), pair(102, "+79990000002")];
/// let query = Query::new(Format::Values, Detail::Status).batch().requested(&pairs);
/// let body = b"1,1760080210,0,102,79990000002";
/// let Reply::Records(records) = query.read(body)? else { unreachable!() };
/// let mut matched = records.matched();
/// assert_eq!(matched.next(), Some(Ok(Match::Missing(pairs[0]))));
/// assert!(matches!(matched.next(), Some(Ok(Match::Requested(_)))));
/// assert_eq!(matched.next(), None);
/// # Ok::<(), smsc_proto::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Matched<'a> {
    records: Records<'a>,
    matcher: Option<Matcher<'a>>,
    /// The missing pairs before the next record, and that record.
    missing: &'a [Requested<'a>],
    waiting: Option<Record<'a>>,
}

impl<'a> Records<'a> {
    /// Returns an iterator that matches the records to the [requested](crate::Query::requested)
    /// pairs. Without known pairs every record counts as requested.
    #[must_use]
    pub fn matched(self) -> Matched<'a> {
        Matched::new(self)
    }
}

impl<'a> Matched<'a> {
    fn new(records: Records<'a>) -> Self {
        let matcher = Matcher::of_query(records.query());
        Self { records, matcher, missing: &[], waiting: None }
    }
}

impl<'a> Matched<'a> {
    /// Matches the next record, parsed into a record that the caller keeps. Like
    /// [`next`](Iterator::next), but without a copy of the record, for loops in which the copy would
    /// count. Returns `None` after the last record and the pairs that are missing after it.
    ///
    /// The contents of `record` are those of the record after [`Match::Requested`] and
    /// [`Match::Unexpected`], and unspecified after anything else.
    ///
    /// ```
    /// use smsc_proto::{Detail, Format, Match, MessageId, Query, Record, Reply, Requested};
    ///
    /// let pair = |id, phone| Requested { id: MessageId::new(id).unwrap(), phone };
    /// let pairs = [pair(101, "79990000001"), pair(102, "79990000002")];
    /// let query = Query::new(Format::Values, Detail::Status).batch().requested(&pairs);
    /// let Reply::Records(records) = query.read(b"1,1760080210,0,102,79990000002")? else { unreachable!() };
    /// let mut matched = records.matched();
    /// let mut record = Record::empty();
    /// assert_eq!(matched.next_into(&mut record), Some(Ok(Match::Missing(pairs[0]))));
    /// assert_eq!(matched.next_into(&mut record), Some(Ok(Match::Requested(()))));
    /// assert_eq!(record.id(), MessageId::new(102));
    /// assert_eq!(matched.next_into(&mut record), None);
    /// # Ok::<(), smsc_proto::Error>(())
    /// ```
    #[inline]
    pub fn next_into(&mut self, record: &mut Record<'a>) -> Option<Result<Match<'a, ()>, Error>> {
        if !self.missing.is_empty() || self.waiting.is_some() {
            return self.next_waiting(record);
        }
        if let Some(matcher) = &self.matcher {
            matcher.prepare(self.records.expected_pair());
        }
        match self.records.next_into(record) {
            Some(Ok(())) => {}
            Some(Err(error)) => return Some(Err(error)),
            None => {
                self.missing = self.matcher.take()?.remaining();
                return self.next_waiting(record);
            }
        }
        let Some(matcher) = &mut self.matcher else { return Some(Ok(Match::Requested(()))) };
        match matcher.accept_read(record, self.records.expected_pair()) {
            Some([]) => Some(Ok(Match::Requested(()))),
            Some(missing) => {
                (self.missing, self.waiting) = (missing, Some(*record));
                self.next_waiting(record)
            }
            None => Some(Ok(Match::Unexpected(()))),
        }
    }

    /// Returns the next missing pair, or the record after them.
    fn next_waiting(&mut self, record: &mut Record<'a>) -> Option<Result<Match<'a, ()>, Error>> {
        if let Some((pair, rest)) = self.missing.split_first() {
            self.missing = rest;
            return Some(Ok(Match::Missing(*pair)));
        }
        *record = self.waiting.take()?;
        Some(Ok(Match::Requested(())))
    }
}

impl<'a> Iterator for Matched<'a> {
    type Item = Result<Match<'a>, Error>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let mut record = Record::empty();
        let item = self.next_into(&mut record)?;
        Some(item.map(|found| found.map(|()| record)))
    }
}
