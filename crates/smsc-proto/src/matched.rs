//! Records side by side with the pairs that were asked for (R47).

use crate::choice::known_phone;
use crate::error::Error;
use crate::query::Asked;
use crate::records::Records;
use crate::status::Status;

/// What came of a pair that was asked for, or what came unasked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match<'a> {
    /// The record of a pair that was asked for.
    Asked(Status<'a>),
    /// A record that nobody asked for.
    Unasked(Status<'a>),
    /// A pair whose record did not come.
    Missing(Asked<'a>),
}

/// Keeps track of which of the asked pairs comes next.
///
/// Records are expected in the order of the request. One that is not the next pair is matched to the nearest later one, and the pairs
/// skipped are missing; one that matches none is unasked. Comparing takes no time while the records come in order; a record that nobody asked
/// for is compared with every pair that is left.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Matcher<'a> {
    asked: Option<&'a [Asked<'a>]>,
}

impl<'a> Matcher<'a> {
    pub(crate) const fn new(asked: Option<&'a [Asked<'a>]>) -> Self {
        Self { asked }
    }

    /// How many pairs are missing in front of this record; `None` if nobody asked for it.
    pub(crate) fn skipped_by(&self, status: &Status<'_>) -> Option<usize> {
        let Some(asked) = self.asked else { return Some(0) };
        let phone = known_phone(status);
        asked.iter().position(|pair| pair.is_answered_by(status.id(), phone))
    }

    /// The next pair, which is done with now.
    pub(crate) fn next(&mut self) -> Option<Asked<'a>> {
        let (first, rest) = self.asked?.split_first()?;
        self.asked = Some(rest);
        Some(*first)
    }
}

/// An iterator over the records of a reply and the pairs that are missing among them, from [`Records::matched`].
///
/// ```
/// use smsc_proto::{All, Asked, Format, Match, Query, Reply};
///
/// let asked = [Asked { id: 101, phone: "79990000001" }, Asked { id: 102, phone: "+79990000002" }];
/// let query = Query::new(Format::Values, All::Status).batch().asked(&asked);
/// let Reply::Records(records) = query.read(b"1,1760080210,0,102,79990000002")? else { unreachable!() };
/// let mut matched = records.matched();
/// assert_eq!(matched.next(), Some(Ok(Match::Missing(asked[0]))));
/// assert!(matches!(matched.next(), Some(Ok(Match::Asked(_)))));
/// assert_eq!(matched.next(), None);
/// # Ok::<(), smsc_proto::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Matched<'a> {
    records: Records<'a>,
    matcher: Matcher<'a>,
    /// A record that waits for so many missing pairs to be given first.
    waiting: Option<(usize, Status<'a>)>,
}

impl<'a> Matched<'a> {
    pub(crate) const fn new(records: Records<'a>) -> Self {
        let matcher = Matcher::new(records.query().asked);
        Self { records, matcher, waiting: None }
    }
}

impl<'a> Iterator for Matched<'a> {
    type Item = Result<Match<'a>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let (skipped, status) = match self.waiting.take() {
            Some(waiting) => waiting,
            None => match self.records.next() {
                None => return self.matcher.next().map(|pair| Ok(Match::Missing(pair))),
                Some(Err(error)) => return Some(Err(error)),
                Some(Ok(status)) => match self.matcher.skipped_by(&status) {
                    None => return Some(Ok(Match::Unasked(status))),
                    Some(skipped) => (skipped, status),
                },
            },
        };
        let pair = self.matcher.next();
        Some(Ok(match (skipped.checked_sub(1), pair) {
            (Some(left), Some(pair)) => {
                self.waiting = Some((left, status));
                Match::Missing(pair)
            }
            _ => Match::Asked(status),
        }))
    }
}
