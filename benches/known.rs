//! The time per record of fmt 1 with the requested pairs, beside the same batch without them: in
//! the order of the request, in another order, and with none of the pairs requested.

mod measure;

use std::hint::black_box;

use smsc_proto::Detail;
use testkit::bench::known::{self, Known};

use crate::measure::Group;

fn main() {
    for all in [Detail::Status, Detail::Full] {
        for records in [1_000, 100_000, 1_000_000] {
            one(all, records);
        }
    }
}

/// Checks and times one body.
fn one(all: Detail, records: usize) {
    let corpus = Known::new(all, records);
    let lists = corpus.lists();
    let Known { query, body, .. } = &corpus;
    let name = format!("known pairs, all={} of {records}", all as u8);
    let mut group = Group::new(&name, records);
    assert_eq!(known::count(query, body), [records, 0, 0]);
    group.add("without pairs", || _ = black_box(known::count(black_box(query), body)));
    for (name, pairs) in &lists {
        corpus.check(name, pairs, known::with_index);
        group.add(name, move || _ = black_box(known::with_index(query, pairs, body)));
    }
    group.time();
}
