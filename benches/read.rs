//! The time per record of fmt 1: the core beside a copy, a bare search for separators, `csv-core`,
//! `csv`, a naive reader and a regular expression, over the same bodies.
//!
//! Every result is compared with the values that the body was made of before anything is timed: a
//! fast reader with wrong results is no peer. `cargo xtask bench core` runs this benchmark and the
//! others of this folder and prints the ratios; docs/performance.md explains them.

mod check;
mod contenders;
mod measure;
mod naive;
mod walk;

use std::hint::black_box;

use smsc_proto::{Charset, Detail, Format};
use testkit::generate::Lines;

use crate::measure::Group;
use testkit::bench::corpus::Corpus;
use testkit::bench::ours;

/// The number of records in each body.
const RECORDS: usize = 10_000;

fn main() {
    let corpora = [
        (Detail::Status, Charset::Windows1251, Lines::Sms),
        (Detail::Status, Charset::Utf8, Lines::Sms),
        (Detail::Full, Charset::Windows1251, Lines::Sms),
        (Detail::Full, Charset::Utf8, Lines::Sms),
        (Detail::Full, Charset::Windows1251, Lines::SmsWithoutCommas),
        (Detail::Full, Charset::Windows1251, Lines::Hlr),
    ];
    let corpora = corpora.map(|(all, charset, lines)| Corpus::new(Format::Values, all, charset, lines, RECORDS));
    corpora.iter().for_each(check::every_contender);
    corpora.iter().for_each(time);
}

/// Times every contender over one body, in the order of the table.
fn time(corpus: &Corpus) {
    let Corpus { name, query, body, .. } = corpus;
    let mut group = Group::new(name, RECORDS);
    let mut copy = vec![0; body.len()];
    group.add("memcpy", move || contenders::copy(black_box(body), &mut copy));
    group.add("memchr2 walk", || walk::walk(black_box(body), |at| _ = black_box(at)));
    let mut reader = contenders::csv_core_reader();
    group.add("csv-core", move || contenders::csv_core(&mut reader, black_box(body), |ends| _ = black_box(ends.len())));
    group.add("csv", || contenders::csv(black_box(body), |record| _ = black_box(record.len())));
    let naive = naive::Body::of(corpus);
    group.add("naive split", move || _ = black_box(naive::split(black_box(naive))));
    let pattern = check::pattern(corpus);
    group.add("regex", move || {
        contenders::regex(&pattern, black_box(body), |_, groups, numbers| _ = black_box((groups.len(), numbers)));
    });
    group.add("smsc-proto", || ours::into(black_box(query), black_box(body), ours::touch));
    group.add("smsc-proto, iterator", || ours::iterator(black_box(query), black_box(body), ours::touch));
    group.add("smsc-proto in chunks", || ours::chunks(black_box(query), black_box(body), ours::touch));
    group.time();
}
