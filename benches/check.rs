//! Nothing is timed before its answer was found right.

use smsc_proto::{Split, Status};

use crate::contenders::{self, Row};
use crate::corpus::{Corpus, Form, Truth, count};

/// Holds each contender against what the body is known to hold, as far as that contender can know it.
///
/// # Panics
///
/// Where one is wrong.
pub(crate) fn every_contender(corpus: &Corpus) {
    copy(corpus);
    walk(corpus);
    csv(corpus);
    naive(corpus);
    core(corpus, "smsc-proto", |found| contenders::slice(&corpus.query, &corpus.body, found));
    core(corpus, "smsc-proto, iterator", |found| contenders::iterator(&corpus.query, &corpus.body, found));
    core(corpus, "smsc-proto in chunks", |found| contenders::chunks(&corpus.query, &corpus.body, found));
}

fn copy(Corpus { name, body, .. }: &Corpus) {
    let mut into = vec![0; body.len()];
    contenders::copy(body, &mut into);
    assert!(into == *body, "{name}: the copy is another text");
}

fn walk(Corpus { name, body, .. }: &Corpus) {
    let mut found = Vec::new();
    contenders::walk(body, |at| found.push(at));
    let slow: Vec<usize> = (0..body.len()).filter(|at| matches!(body[*at], b',' | b'\n')).collect();
    assert!(found == slow, "{name}: the walk found {} separators of {}", found.len(), slow.len());
}

fn csv(Corpus { name, body, truth, .. }: &Corpus) {
    let (mut records, mut values, mut bytes) = (0, 0, 0);
    contenders::csv(&mut contenders::csv_reader(), body, |ends| {
        records += 1;
        values += ends.len();
        bytes += ends.last().copied().unwrap_or_default();
    });
    assert_eq!(records, truth.len(), "{name}: csv-core's records");
    // It cannot know which comma is part of a text: to it each line has one value more than commas.
    let commas = count(body, b',');
    assert_eq!(values, commas + truth.len(), "{name}: csv-core's fields");
    assert_eq!(bytes, body.len() - commas - truth.len(), "{name}: the bytes of csv-core's fields");
}

fn naive(Corpus { name, body, truth, form, .. }: &Corpus) {
    let rows: Vec<Row> = match form {
        Form::Bytes => contenders::naive_bytes(body),
        Form::Str => contenders::naive_str(std::str::from_utf8(body).expect("a body in UTF-8")),
    };
    assert_eq!(rows.len(), truth.len(), "{name}: the naive reader's records");
    for (row, truth) in rows.iter().zip(truth) {
        let found = (i64::from(row.status), row.time, u64::from(row.err));
        assert_eq!(found, (truth.status, truth.time, truth.err), "{name}: the naive reader's numbers");
    }
    let values: usize = rows.iter().map(|row| row.values).sum();
    assert_eq!(values, count(body, b',') + truth.len(), "{name}: the naive reader's values");
}

/// The core has to have all of it right, the message's end and its doubt among it.
fn core(corpus: &Corpus, who: &str, read: impl FnOnce(&mut dyn FnMut(&Status<'_>))) {
    let mut truth = corpus.truth.iter();
    let mut records = 0;
    read(&mut |status| {
        records += 1;
        let truth = truth.next().unwrap_or_else(|| panic!("{}: {who} has more records than there are", corpus.name));
        assert!(is_right(status, truth), "{}: {who} has record {records} wrong", corpus.name);
    });
    assert_eq!(records, corpus.truth.len(), "{}: the records of {who}", corpus.name);
}

fn is_right(status: &Status<'_>, truth: &Truth) -> bool {
    i64::from(status.status().0) == truth.status
        && status.last_timestamp() == Some(truth.time)
        && status.err().is_some_and(|err| u64::from(err.0) == truth.err)
        && status.id().is_some_and(|id| u64::from(id) == truth.id)
        && status.phone().is_some_and(|phone| phone.as_bytes() == truth.phone.as_bytes())
        && match (status.message(), &truth.message) {
            (None, None) => true,
            (Some(found), Some(message)) => found == message.as_str(),
            _ => false,
        }
        && (status.split() == Split::Ambiguous) == truth.is_ambiguous
}
