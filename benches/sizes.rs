//! The time per record of fmt 1 in bodies of 1 to 1,000,000 records, which should not depend on the
//! size. With `BENCH_HUGE=1` also of 10,000,000 records, which take 2 GB of memory.

mod measure;
mod naive;
mod walk;

use std::hint::black_box;

use smsc_proto::{Charset, Detail, Format};
use testkit::generate::Lines;

use crate::measure::Group;
use testkit::bench::corpus::Corpus;
use testkit::bench::ours;

fn main() {
    let is_huge = std::env::var_os("BENCH_HUGE").is_some_and(|value| value == "1");
    let sizes: &[usize] = if is_huge { &[1, 100, 10_000, 1_000_000, 10_000_000] } else { &[1, 100, 10_000, 1_000_000] };
    for all in [Detail::Status, Detail::Full] {
        for records in sizes {
            one(all, *records);
        }
    }
}

/// Checks and times one body. Only one body at a time is in memory, so it is timed before the next
/// one is checked.
fn one(all: Detail, records: usize) {
    let corpus = Corpus::new(Format::Values, all, Charset::Windows1251, Lines::Sms, records);
    walk::check(&corpus);
    naive::check(&corpus);
    corpus.check_core("smsc-proto", |query, body, found| ours::into(query, body, found));

    let name = format!("all={} of {records}", all as u8);
    let body = &corpus.body;
    let mut group = Group::new(&name, records);
    group.add("memchr2 walk", || walk::walk(black_box(body), |at| _ = black_box(at)));
    let naive = naive::Body::of(&corpus);
    group.add("naive split", move || _ = black_box(naive::split(black_box(naive))));
    group.add("smsc-proto", || ours::into(black_box(&corpus.query), black_box(body), ours::touch));
    group.time();
}
