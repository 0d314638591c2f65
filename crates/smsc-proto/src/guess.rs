//! Guesses at the request that a body answers, for bodies that read badly (R21b).
//!
//! The format follows from the body's first bytes. The other settings are tried: a reply is read
//! with each value of `all`, as a batch and as a single reply, and the readings are compared.

mod reading;

use core::fmt;

use crate::guess::reading::Reading;
use crate::model::charset::Charset;
use crate::model::query::{Detail, Format, Query};

/// The largest number of guesses: each `all`, single and batch, and the query itself.
const MAX: usize = 7;

/// A request that a body may answer, from [`Query::guess`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guess<'q> {
    query: Query<'q>,
    given: Query<'q>,
    records: usize,
    malformed: usize,
}

/// A setting in which a [`Guess`] differs from the query that was given, with the reason for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum GuessReason {
    /// The body is written in this format: the request's `fmt`.
    Format(Format),
    /// The records have the fields of this level of detail: the request's `all`.
    Detail(Detail),
    /// Lines start like records: the request was for a batch.
    Batch,
    /// The reply is that of a request for one message.
    Single,
    /// The texts are in this charset.
    Charset(Charset),
}

/// The requests that a body may answer, the most likely first: from [`Query::guess`].
#[derive(Clone, Debug)]
pub struct Guesses<'q> {
    guesses: [Option<Guess<'q>>; MAX],
    next: usize,
}

impl<'q> Query<'q> {
    /// Returns the requests that the body may answer instead of this one, the most likely first.
    /// There are none if the body reads well with this query, or reads well with no other.
    ///
    /// A body reads badly if it is no reply to the query, if a record is malformed, if a reply may
    /// belong to another request (R21a), or if its texts are in another charset. Of a batch, the
    /// first 64 KiB and 32 records are examined, so that the start of a long body suffices.
    ///
    /// A guess is advice for a person. A program that takes it should say so.
    ///
    /// ```
    /// use smsc_proto::{Detail, Format, Query, GuessReason};
    ///
    /// let body = b"1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,Delivered,hi,,0,101\n\
    ///              1,1760080211,0,1760080203,79990000021,2.12,GLOBUS,Delivered,ho,,0,102\n";
    /// let query = Query::new(Format::Values, Detail::Status);
    /// let guess = query.guess(body).next().expect("a better query");
    /// assert_eq!(guess.query(), query.detail(Detail::Message).batch());
    /// assert!(guess.reasons().eq([GuessReason::Detail(Detail::Message), GuessReason::Batch]));
    /// assert_eq!(guess.to_string(), "pass all=1: the fields fit; pass multi: lines start like records");
    ///
    /// // The body reads well with the right query.
    /// assert_eq!(guess.query().guess(body).count(), 0);
    /// ```
    #[must_use]
    pub fn guess(&self, body: &[u8]) -> Guesses<'q> {
        let own = Reading::new(self, body);
        let mut readings = [None; MAX];
        let mut found = Guesses { guesses: [None; MAX], next: 0 };
        if own.is_good() {
            readings[0] = Some((*self, own));
        } else if let Some(format) = Format::of_body(body) {
            let others = candidates(self.format(format)).filter(|query| query != self);
            let better = others.map(|query| (query, Reading::new(&query, body))).filter(|(_, reading)| reading.is_better(&own));
            for (place, reading) in readings.iter_mut().zip(better.chain([(*self, own)])) {
                *place = Some(reading);
            }
        }
        // Stable and without memory: the best of what is left is moved out, seven times at most.
        for guess in &mut found.guesses {
            let left = readings.iter_mut().filter(|reading| reading.is_some());
            let best = left.min_by_key(|reading| reading.as_ref().map(|(query, reading)| reading.rank(self, query)));
            let Some((query, reading)) = best.and_then(Option::take) else { break };
            let query = query.charset(reading.charset(query.charset));
            let (records, malformed) = (reading.records, reading.malformed);
            *guess = Some(Guess { query, given: *self, records, malformed }).filter(|guess| guess.query != *self);
        }
        found
    }
}

/// Returns every query with this query's format that reads lines in a way of its own. In the other
/// formats a reply shows what it is.
fn candidates(query: Query<'_>) -> impl Iterator<Item = Query<'_>> {
    let is_lines = matches!(query.format, Format::Values | Format::KeyValue);
    let details = [Detail::Status, Detail::Message, Detail::Full];
    let of_lines = details.into_iter().flat_map(move |detail| {
        let query = query.detail(detail);
        [query.with_batch(false), query.with_batch(true)]
    });
    let all = of_lines.filter(move |_| is_lines).map(Some);
    all.chain([(!is_lines).then_some(query)]).flatten()
}

impl<'q> Guess<'q> {
    /// Returns the query to use.
    #[must_use]
    pub const fn query(&self) -> Query<'q> {
        self.query
    }

    /// Returns the number of records that were parsed with this query, of those that were examined.
    #[must_use]
    pub const fn records(&self) -> usize {
        self.records
    }

    /// Returns the number of records that are malformed with this query too, of those that were
    /// examined.
    #[must_use]
    pub const fn malformed(&self) -> usize {
        self.malformed
    }

    /// Returns the settings in which this query differs from the one that was given, with the
    /// reasons: at least one.
    pub fn reasons(&self) -> impl Iterator<Item = GuessReason> {
        let (query, given) = (self.query, self.given);
        let batch = if query.is_batch { GuessReason::Batch } else { GuessReason::Single };
        let reasons = [
            (query.format != given.format).then_some(GuessReason::Format(query.format)),
            (query.detail != given.detail).then_some(GuessReason::Detail(query.detail)),
            (query.is_batch != given.is_batch).then_some(batch),
            (query.charset != given.charset).then_some(GuessReason::Charset(query.charset)),
        ];
        reasons.into_iter().flatten()
    }
}

impl fmt::Display for Guess<'_> {
    /// Writes what to pass, with the reasons: one line for a person.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, reason) in self.reasons().enumerate() {
            let separator = if index == 0 { "" } else { "; " };
            write!(f, "{separator}pass {reason}")?;
        }
        Ok(())
    }
}

impl fmt::Display for GuessReason {
    /// Writes the option of a request, and the reason.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Format(Format::KeyValue) => "fmt=0: the body has pairs `name = value`",
            Self::Format(Format::Values) => "fmt=1: the body has values between commas",
            Self::Format(Format::Xml) => "fmt=2: the body is XML",
            Self::Format(Format::Json) => "fmt=3: the body is JSON",
            Self::Detail(detail) => return write!(f, "{detail}: the fields fit"),
            Self::Batch => "multi: lines start like records",
            Self::Single => "no multi: the reply is one record",
            Self::Charset(Charset::Utf8) => "charset=utf-8: the texts look like UTF-8",
            Self::Charset(charset) => return write!(f, "charset={}: the texts are readable in it", charset.name()),
        })
    }
}

impl<'q> Iterator for Guesses<'q> {
    type Item = Guess<'q>;

    fn next(&mut self) -> Option<Guess<'q>> {
        let guess = self.guesses.get(self.next).copied().flatten()?;
        self.next = self.next.saturating_add(1);
        Some(guess)
    }
}

impl core::iter::FusedIterator for Guesses<'_> {}
