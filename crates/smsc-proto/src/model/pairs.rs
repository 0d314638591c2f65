//! The search for the requested pair of a record (R47).

use core::fmt;
use core::hash::{Hash, Hasher};

use crate::model::message_id::MessageId;
use crate::model::requested::Requested;
use crate::model::requested_index::{self, RequestedIndex};
use crate::model::text::Text;

/// The requested pairs of a query, with an index if the caller has lent room for one.
#[derive(Clone, Copy)]
pub(crate) struct Pairs<'q> {
    all: &'q [Requested<'q>],
    index: Option<&'q dyn RequestedIndex>,
    /// The index of the pair that is looked at first.
    expected: usize,
}

/// The number of pairs that are compared one by one before the index is used. A reply that lacks a
/// few records needs no index.
const NEAR: usize = 4;

impl<'q> Pairs<'q> {
    pub(crate) const fn new(all: &'q [Requested<'q>]) -> Self {
        Self { all, index: None, expected: 0 }
    }

    pub(crate) const fn indexed(self, index: &'q dyn RequestedIndex) -> Self {
        Self { index: Some(index), ..self }
    }

    /// Returns the pairs with the index of the one that [`contains`](Self::contains) looks at first.
    pub(crate) const fn expecting(self, expected: usize) -> Self {
        Self { expected, ..self }
    }

    /// Returns the pairs, in the order of the request.
    pub(crate) const fn all(self) -> &'q [Requested<'q>] {
        self.all
    }

    /// Returns whether a record with this id and phone matches any pair.
    pub(crate) fn contains(self, id: Option<MessageId<'_>>, phone: Option<Text<'_>>) -> bool {
        let expected = self.all.get(self.expected);
        expected.is_some_and(|pair| pair.is_answered_by(id, phone)) || self.find(0, id, phone).is_some()
    }

    /// Returns the index of the first pair, from index `from` on, that a record with this id and
    /// phone matches.
    pub(crate) fn find(self, from: usize, id: Option<MessageId<'_>>, phone: Option<Text<'_>>) -> Option<usize> {
        let number = id.and_then(MessageId::number);
        let has_number = |pair: &Requested<'_>| number.is_none() || pair.id.number() == number;
        let search = |from: usize, to: usize| {
            let part = self.all.get(from..to.min(self.all.len()))?;
            part.iter().position(|pair| has_number(pair) && pair.is_answered_by(id, phone))?.checked_add(from)
        };
        let near = from.saturating_add(NEAR);
        if let Some(found) = search(from, near) {
            return Some(found);
        }
        if near >= self.all.len() {
            return None;
        }
        match requested_index::table(self.index, id.is_some(), phone.is_some()) {
            Some(table) => requested_index::find(table, self.all, near, id, phone),
            None => search(near, usize::MAX),
        }
    }
}

/// An index changes nothing but the time, so it does not count.
impl PartialEq for Pairs<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.all == other.all
    }
}

impl Eq for Pairs<'_> {}

impl Hash for Pairs<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.all.hash(state);
    }
}

impl fmt::Debug for Pairs<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.all).finish()
    }
}
