//! How long a record takes: the core beside a copy, a bare search for separators, `csv-core` and a naive reader, over the same bodies.
//!
//! Every answer is compared with what the body is known to hold before the first of them is timed: a fast wrong reader is no peer.
//! `cargo xtask bench` runs this and prints the ratios; docs/performance.md says what they mean.

mod check;
mod contenders;
mod corpus;

use std::hint::black_box;
use std::time::Duration;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, SamplingMode, Throughput};
use smsc_proto::Status;

use crate::corpus::{Corpus, Form};

/// How many records each body holds.
const RECORDS: usize = 10_000;

fn main() {
    let corpora = corpus::all(RECORDS);
    for corpus in &corpora {
        check::every_contender(corpus);
    }
    let mut criterion = Criterion::default()
        .sample_size(50)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(3))
        .configure_from_args();
    for corpus in &corpora {
        time(&mut criterion, corpus);
    }
    criterion.final_summary();
}

/// Times every contender over one body, in the order of the table.
fn time(criterion: &mut Criterion, corpus: &Corpus) {
    let body = corpus.body.as_slice();
    let mut group = criterion.benchmark_group(corpus.name);
    // The records go along with the figures, so that whoever reads those knows what to divide by.
    group.throughput(Throughput::Elements(corpus.truth.len().try_into().expect("a count")));
    // A sample of some milliseconds needs no growing number of rounds.
    group.sampling_mode(SamplingMode::Flat);

    let mut copy = vec![0; body.len()];
    contender(&mut group, "memcpy", || contenders::copy(black_box(body), &mut copy));
    contender(&mut group, "memchr2 walk", || contenders::walk(black_box(body), |at| _ = black_box(at)));
    let mut reader = contenders::csv_reader();
    contender(&mut group, "csv-core", || contenders::csv(&mut reader, black_box(body), |ends| _ = black_box(ends.len())));
    match corpus.form {
        Form::Bytes => contender(&mut group, "naive split", || _ = black_box(contenders::naive_bytes(black_box(body)))),
        Form::Str => {
            let text = std::str::from_utf8(body).expect("a body in UTF-8");
            contender(&mut group, "naive split", || _ = black_box(contenders::naive_str(black_box(text))));
        }
    }
    let query = corpus.query;
    contender(&mut group, "smsc-proto", || contenders::slice(black_box(&query), black_box(body), touch));
    contender(&mut group, "smsc-proto, iterator", || contenders::iterator(black_box(&query), black_box(body), touch));
    contender(&mut group, "smsc-proto in chunks", || contenders::chunks(black_box(&query), black_box(body), touch));
    group.finish();
}

fn contender(group: &mut BenchmarkGroup<'_, WallTime>, name: &str, mut run: impl FnMut()) {
    group.bench_function(name, |bencher| bencher.iter(&mut run));
}

/// What somebody who reads a report looks at: the optimiser may leave out what nobody looks at, and nothing else.
fn touch(status: &Status<'_>) {
    let length = status.message().map(|message| message.as_bytes().len());
    black_box((status.status(), status.err(), status.id(), length));
}
