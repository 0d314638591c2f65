//! The time per record of fmt 1 with the requested pairs, beside the same batch without them: in
//! the order of the request, in another order, and with none of the pairs requested.

mod measure;

use std::collections::HashMap;
use std::hint::black_box;

use smsc_proto::{Detail, Format, LazyIndex, Match, MessageId, Query, Reply, Requested};
use testkit::generate::{Lines, Steady, Truth, Value};

use crate::measure::Group;

fn main() {
    for all in [Detail::Status, Detail::Full] {
        for records in [1_000, 100_000, 1_000_000] {
            one(all, records);
        }
    }
}

/// An id and a phone that the caller owns, as a program that sent the messages has them.
type Pair = (u32, String);

/// Checks and times one body.
fn one(all: Detail, records: usize) {
    let steady = Steady { seed: 20_251_010, records, fmt: 1, all: all as u8, lines: Lines::Sms };
    let in_order: Vec<_> = steady.records().map(|record| pair(&record)).collect();
    let mut shuffled = in_order.clone();
    shuffle(&mut shuffled);
    // Copied once more, so that the phones are one after the other in memory, as in a request.
    let shuffled = shuffled.clone();
    let others: Vec<_> = in_order.iter().map(|(id, _)| (*id, format!("7700{:07}", id % 10_000_000))).collect();
    let lists = [("in order", in_order), ("shuffled", shuffled), ("none matches", others)];
    let lists: Vec<_> = lists.iter().map(|(name, pairs)| (*name, requested(pairs))).collect();

    let (query, body) = (Query::new(Format::Values, all).batch(), steady.body("windows-1251"));
    let name = format!("known pairs, all={} of {records}", all as u8);
    let mut group = Group::new(&name, records);
    assert_eq!(count(&query, &body), [records, 0, 0]);
    group.add("without pairs", || _ = black_box(count(black_box(&query), &body)));
    for (name, pairs) in &lists {
        let (query, body) = (&query, &body);
        check(query, pairs, body);
        group.add(name, move || {
            let index = LazyIndex::new(pairs);
            black_box(count(black_box(&query.requested(pairs).indexed(&index)), body));
        });
    }
    group.time();
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
    let mut state = 20_251_010_u64;
    for at in (1..pairs.len()).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        pairs.swap(at, usize::try_from(state >> 33).unwrap_or_default() % (at + 1));
    }
}

/// The numbers of requested, missing and unexpected records.
type Counts = [usize; 3];

/// Parses a body and counts what became of the pairs.
fn count(query: &Query<'_>, body: &[u8]) -> Counts {
    let Ok(Reply::Records(records)) = query.read(body) else { panic!("the body is not a list of records") };
    let mut counts = Counts::default();
    for item in records.matched() {
        let at = match item.expect("a well-formed record") {
            Match::Requested(record) => {
                black_box((record.status(), record.err(), record.id()));
                0
            }
            Match::Missing(_) => 1,
            Match::Unexpected(_) => 2,
        };
        counts[at] += 1;
    }
    counts
}

/// Compares the counts with those of a table of the pairs' places (R47).
fn check(query: &Query<'_>, pairs: &[Requested<'_>], body: &[u8]) {
    let mut places: HashMap<(u32, &str), Vec<usize>> = HashMap::new();
    for (at, pair) in pairs.iter().enumerate() {
        places.entry((pair.id.number().expect("a number"), pair.phone)).or_default().push(at);
    }
    let Ok(Reply::Records(records)) = query.read(body) else { panic!("the body is not a list of records") };
    let (mut expected, mut next) = (Counts::default(), 0);
    for record in records {
        let record = record.expect("a well-formed record");
        let key = (record.id().and_then(MessageId::number).expect("an id"), record.phone().and_then(smsc_proto::Text::as_str));
        let of_pair = key.1.and_then(|phone| places.get(&(key.0, phone)));
        match of_pair.and_then(|places| places.iter().find(|place| **place >= next)) {
            Some(place) => {
                expected[0] += 1;
                expected[1] += place - next;
                next = place + 1;
            }
            None => expected[2] += 1,
        }
    }
    expected[1] += pairs.len() - next;
    let index = LazyIndex::new(pairs);
    assert_eq!(count(&query.requested(pairs).indexed(&index), body), expected, "{} pairs", pairs.len());
}
