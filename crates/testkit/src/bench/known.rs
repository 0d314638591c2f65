//! Batches of fmt 1 with the requested pairs: in the order of the records, in another order, and
//! with none of the records' pairs.

use std::collections::HashMap;
use std::hint::black_box;

use smsc_proto::{Charset, Detail, Format, LazyIndex, Match, MessageId, Query, Record, Reply, Requested};

use super::corpus::SEED;
use crate::generate::{Lines, Steady, Truth, Value};

/// An id and a phone that the caller owns, as a program that sent the messages has them.
type Pair = (u32, String);

/// The numbers of requested, missing and unexpected records.
pub type Counts = [usize; 3];

/// A batch with three lists of pairs.
#[derive(Debug)]
pub struct Known {
    /// The query, without pairs.
    pub query: Query<'static>,
    /// The bytes.
    pub body: Vec<u8>,
    /// The pair of each record.
    own: Vec<Pair>,
    lists: [(&'static str, Vec<Pair>); 3],
}

impl Known {
    /// Creates a batch. The same arguments always create the same bytes and the same lists.
    #[must_use]
    pub fn new(all: Detail, records: usize) -> Self {
        let steady = Steady { seed: SEED, records, fmt: 1, all: all as u8, lines: Lines::Sms };
        let own: Vec<_> = steady.records().map(|record| pair(&record)).collect();
        let mut shuffled = own.clone();
        shuffle(&mut shuffled);
        let others = own.iter().map(|(id, _)| (*id, format!("7700{:07}", id % 10_000_000))).collect();
        // A clone has the phones one after the other in memory, as in a request.
        let lists = [("in order", own.clone()), ("shuffled", shuffled.clone()), ("none matches", others)];
        Self { query: Query::new(Format::Values, all).batch(), body: steady.body(Charset::Windows1251.name()), own, lists }
    }

    /// Returns the lists with their names.
    ///
    /// # Panics
    ///
    /// Panics if an id is not valid.
    #[must_use]
    pub fn lists(&self) -> Vec<(&'static str, Vec<Requested<'_>>)> {
        self.lists.iter().map(|(name, pairs)| (*name, requested(pairs))).collect()
    }

    /// Compares the counts of a reader with those of a table of the pairs' places (R47).
    ///
    /// # Panics
    ///
    /// Panics if a count is wrong.
    pub fn check(&self, who: &str, pairs: &[Requested<'_>], count: impl FnOnce(&Query<'_>, &[Requested<'_>], &[u8]) -> Counts) {
        let mut places: HashMap<(u32, &str), Vec<usize>> = HashMap::new();
        for (at, pair) in pairs.iter().enumerate() {
            places.entry((pair.id.number().expect("a number"), pair.phone)).or_default().push(at);
        }
        let (mut expected, mut next) = (Counts::default(), 0);
        for (id, phone) in &self.own {
            let places = places.get(&(*id, phone.as_str()));
            match places.and_then(|places| places.iter().find(|place| **place >= next)) {
                Some(place) => {
                    expected[0] += 1;
                    expected[1] += place - next;
                    next = place + 1;
                }
                None => expected[2] += 1,
            }
        }
        expected[1] += pairs.len() - next;
        assert_eq!(count(&self.query, pairs, &self.body), expected, "{who}: {} pairs", pairs.len());
    }
}

/// Parses a body and counts what became of the pairs, with an index that is built if it is needed.
///
/// # Panics
///
/// Panics if the body is not a list of well-formed records.
#[must_use]
pub fn with_index(query: &Query<'_>, pairs: &[Requested<'_>], body: &[u8]) -> Counts {
    let index = LazyIndex::new(pairs);
    count(&black_box(query.requested(pairs).indexed(&index)), body)
}

/// Parses a body and counts what became of the query's pairs. Without pairs every record is
/// requested.
///
/// # Panics
///
/// Panics if the body is not a list of well-formed records.
#[must_use]
pub fn count(query: &Query<'_>, body: &[u8]) -> Counts {
    let Ok(Reply::Records(records)) = query.read(body) else { panic!("the body is not a list of records") };
    let mut counts = Counts::default();
    let (mut matched, mut record) = (records.matched(), Record::empty());
    while let Some(item) = matched.next_into(&mut record) {
        let at = match item.expect("a well-formed record") {
            Match::Requested(()) => {
                black_box((record.status(), record.err(), record.id()));
                0
            }
            Match::Missing(_) => 1,
            Match::Unexpected(()) => 2,
        };
        counts[at] += 1;
    }
    counts
}

/// Returns the pair of a record.
fn pair(record: &Truth) -> Pair {
    let value = |name: &str| record.fields.iter().find(|(field, _)| *field == name).map(|(_, value)| value);
    let (Some(Value::Number(id)), Some(Value::Text(phone))) = (value("id"), value("phone")) else { panic!("no pair") };
    ((*id).try_into().expect("an id"), phone.to_string())
}

fn requested(pairs: &[Pair]) -> Vec<Requested<'_>> {
    pairs.iter().map(|(id, phone)| Requested { id: MessageId::new(*id).expect("an id"), phone }).collect()
}

/// Puts the pairs in another order, the same in every run.
fn shuffle(pairs: &mut [Pair]) {
    let mut state = SEED;
    for at in (1..pairs.len()).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        pairs.swap(at, usize::try_from(state >> 33).unwrap_or_default() % (at + 1));
    }
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use super::*;

    #[test]
    fn the_counts_are_those_of_the_lists() {
        for all in [Detail::Status, Detail::Full] {
            let known = Known::new(all, 50);
            assert_eq!(count(&known.query, &known.body), [50, 0, 0]);
            let counts: Vec<_> = known.lists().iter().map(|(_, pairs)| with_index(&known.query, pairs, &known.body)).collect();
            let [in_order, shuffled, none_matches] = counts[..] else { panic!("{counts:?}") };
            assert_eq!(in_order, [50, 0, 0]);
            assert!(shuffled[0] > 0 && shuffled[1] == 50 - shuffled[0] && shuffled[2] == shuffled[1], "{shuffled:?}");
            assert_eq!(none_matches, [0, 50, 50]);
        }
    }

    #[test]
    fn a_wrong_count_of_any_kind_is_found() {
        let known = Known::new(Detail::Status, 50);
        for (name, pairs) in known.lists() {
            known.check(name, &pairs, with_index);
            for kind in 0..3 {
                let wrong = |query: &Query<'_>, pairs: &[Requested<'_>], body: &[u8]| {
                    let mut counts = with_index(query, pairs, body);
                    counts[kind] += 1;
                    counts
                };
                let check = AssertUnwindSafe(|| known.check(name, &pairs, wrong));
                assert!(catch_unwind(check).is_err(), "{name}: count {kind}");
            }
        }
    }
}
