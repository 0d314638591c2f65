//! Batches: every format, in one piece and in chunks, and with the requested pairs.

use std::hint::black_box;

use criterion::Criterion;
use smsc_proto::{Charset, Detail, Format};
use testkit::bench::corpus::Corpus;
use testkit::bench::known::{self, Known};
use testkit::bench::ours;
use testkit::generate::Lines;

use crate::clock::ThreadClock;
use crate::throughput;

/// The number of records in each body.
const RECORDS: usize = 10_000;

/// Returns a body of each format with all=0 and all=2, of fmt 1 in both charsets.
fn corpora() -> Vec<Corpus> {
    let formats = [Format::KeyValue, Format::Values, Format::Xml, Format::Json].map(|format| (format, Charset::Utf8));
    let mut corpora = Vec::new();
    for (format, charset) in formats.into_iter().chain([(Format::Values, Charset::Windows1251)]) {
        for all in [Detail::Status, Detail::Full] {
            corpora.push(Corpus::new(format, all, charset, Lines::Sms, RECORDS));
        }
    }
    corpora
}

/// Times `Records::next_into` over a whole body.
pub(crate) fn read(criterion: &mut Criterion<ThreadClock>) {
    let mut group = criterion.benchmark_group("read");
    for corpus in corpora() {
        corpus.check_core("read", |query, body, found| ours::into(query, body, found));
        let Corpus { name, query, body, .. } = &corpus;
        throughput(&mut group, RECORDS, body.len());
        group.bench_function(name, |bencher| bencher.iter(|| ours::into(black_box(query), black_box(body), ours::touch)));
    }
    group.finish();
}

/// Times `ChunkReader` over chunks of 64 KiB.
pub(crate) fn chunks(criterion: &mut Criterion<ThreadClock>) {
    let mut group = criterion.benchmark_group("chunks");
    for corpus in corpora() {
        corpus.check_core("chunks", |query, body, found| ours::chunks(query, body, found));
        let Corpus { name, query, body, .. } = &corpus;
        throughput(&mut group, RECORDS, body.len());
        group.bench_function(name, |bencher| bencher.iter(|| ours::chunks(black_box(query), black_box(body), ours::touch)));
    }
    group.finish();
}

/// Times `Records::matched` with an index, the making of which is timed as well.
pub(crate) fn known_pairs(criterion: &mut Criterion<ThreadClock>) {
    let mut group = criterion.benchmark_group("known pairs");
    for all in [Detail::Status, Detail::Full] {
        let corpus = Known::new(all, RECORDS);
        let Known { query, body, .. } = &corpus;
        throughput(&mut group, RECORDS, body.len());
        for (name, pairs) in corpus.lists() {
            corpus.check(name, &pairs, known::with_index);
            let name = format!("fmt 1 all={} {name}", all as u8);
            group.bench_function(name, |bencher| bencher.iter(|| known::with_index(black_box(query), &pairs, black_box(body))));
        }
    }
    group.finish();
}
