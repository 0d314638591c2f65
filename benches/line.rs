//! The time of one message: a single reply of fmt 1, which is one line. Most programs never read
//! more at a time.

mod measure;

use std::hint::black_box;

use testkit::bench::line::{self, Line};
use testkit::bench::ours;

use crate::measure::Group;

fn main() {
    for line in line::lines() {
        line.check("smsc-proto", |query, body, found| line::one(query, body, found));
        line.check("smsc-proto, list", |query, body, found| ours::into(query, body, found));
        line.check("smsc-proto, iterator", |query, body, found| ours::iterator(query, body, found));
        let Line { name, query, text, .. } = &line;
        assert_eq!(naive(text), (1, 1_760_080_210, 0, text.split(',').count()), "the naive reader's numbers");
        let mut group = Group::new(name, 1);
        group.add("naive split", || _ = black_box(naive(black_box(text))));
        group.add("smsc-proto", || line::one(black_box(query), black_box(text).as_bytes(), ours::touch));
        group.add("smsc-proto, list", || ours::into(black_box(query), black_box(text).as_bytes(), ours::touch));
        group.add("smsc-proto, iterator", || ours::iterator(black_box(query), black_box(text).as_bytes(), ours::touch));
        group.time();
    }
}

/// Parses the first three values as numbers and counts the values, as a program that needs a later
/// value would have to.
fn naive(line: &str) -> (i32, u64, u32, usize) {
    let mut values = line.split(',');
    let mut next = || values.next().expect("a value");
    let status = next().parse().expect("a status");
    let time = next().parse().expect("a timestamp");
    let err = next().parse().expect("an err");
    (status, time, err, 3 + values.count())
}
