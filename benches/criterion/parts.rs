//! A reply of one line, and what programs do with a record: decode its texts, take its flag apart,
//! look up its outcome.

use std::hint::black_box;

use criterion::{Criterion, Throughput};
use testkit::bench::line::{self, Line};
use testkit::bench::texts::{self, ROOM, Texts};
use testkit::bench::{codes, ours};

use crate::clock::ThreadClock;
use crate::throughput;

/// The number of texts that are decoded.
const TEXTS: usize = 10_000;

/// Times `Query::read_into` on one line.
pub(crate) fn one_line(criterion: &mut Criterion<ThreadClock>) {
    let mut group = criterion.benchmark_group("one line");
    for line in line::lines() {
        line.check("read_into", |query, body, found| line::one(query, body, found));
        let Line { name, query, text, .. } = &line;
        throughput(&mut group, 1, text.len());
        let name = name.trim_start_matches("one line, ");
        group.bench_function(name, |bencher| {
            bencher.iter(|| line::one(black_box(query), black_box(text).as_bytes(), ours::touch));
        });
    }
    group.finish();
}

/// Times `Text::decode_into` on messages in windows-1251.
pub(crate) fn texts(criterion: &mut Criterion<ThreadClock>) {
    let corpus = Texts::new(TEXTS);
    corpus.check("decode_into", texts::decode);
    let messages = corpus.messages();
    let mut buffer = [0; ROOM];
    let mut group = criterion.benchmark_group("texts");
    throughput(&mut group, TEXTS, messages.iter().map(|text| text.as_bytes().len()).sum());
    group.bench_function("windows-1251", |bencher| {
        bencher.iter(|| messages.iter().for_each(|text| _ = black_box(texts::decode(black_box(*text), &mut buffer))));
    });
    group.finish();
}

/// Times the four functions of `Flag` on every flag.
pub(crate) fn flags(criterion: &mut Criterion<ThreadClock>) {
    codes::check_flags("Flag", codes::parts);
    let mut group = criterion.benchmark_group("flag");
    let count = codes::flags().count();
    throughput(&mut group, count, count * size_of::<u16>());
    group.bench_function("parts", |bencher| {
        bencher.iter(|| codes::flags().for_each(|flag| _ = black_box(codes::parts(black_box(flag)))));
    });
    group.finish();
}

/// Times lookups of the outcomes of a status, an err and a type. They have no bytes.
pub(crate) fn outcomes(criterion: &mut Criterion<ThreadClock>) {
    let lookups = codes::lookups();
    codes::check_lookups("lookup", &lookups, codes::look_up);
    let mut group = criterion.benchmark_group("outcome");
    group.throughput(Throughput::Elements(lookups.len().try_into().expect("a number of 64 bits")));
    group.bench_function("lookup", |bencher| {
        bencher.iter(|| lookups.iter().for_each(|lookup| _ = black_box(codes::look_up(black_box(lookup)))));
    });
    group.finish();
}
