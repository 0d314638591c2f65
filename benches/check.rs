//! Nothing over fmt 1 is timed before its answer was found right.

use smsc_proto::Charset;
use testkit::generate::Value;

use crate::contenders;
use crate::corpus::Corpus;
use crate::{naive, ours, walk};

/// Holds each contender against what the body was made of, as far as that contender can know it.
///
/// # Panics
///
/// Where one is wrong.
pub(crate) fn every_contender(corpus: &Corpus) {
    is_fair(corpus);
    copy(corpus);
    walk::check(corpus);
    csv_core(corpus);
    csv(corpus);
    naive::check(corpus);
    regex(corpus);
    corpus.check_core("smsc-proto", |query, body, found| ours::into(query, body, found));
    corpus.check_core("smsc-proto, iterator", |query, body, found| contenders::iterator(query, body, found));
    corpus.check_core("smsc-proto in chunks", |query, body, found| contenders::chunks(query, body, found));
}

/// Who splits at line ends is right here only as long as no text holds one, and the csv readers take a CR for a line end.
fn is_fair(Corpus { name, body, steady, .. }: &Corpus) {
    assert_eq!(count(body, b'\n'), steady.records, "{name}: a line break within a record");
    assert_eq!(count(body, b'\r'), 0, "{name}: a CR");
}

/// How often a byte occurs, counted the slow way.
fn count(body: &[u8], wanted: u8) -> usize {
    body.iter().fold(0, |sum, byte| sum + usize::from(*byte == wanted))
}

fn copy(Corpus { name, body, .. }: &Corpus) {
    let mut into = vec![0; body.len()];
    contenders::copy(body, &mut into);
    assert!(into == *body, "{name}: the copy is another text");
}

fn csv_core(Corpus { name, body, steady, .. }: &Corpus) {
    let (mut records, mut values, mut bytes) = (0, 0, 0);
    contenders::csv_core(&mut contenders::csv_core_reader(), body, |ends| {
        records += 1;
        values += ends.len();
        bytes += ends.last().copied().unwrap_or_default();
    });
    assert_eq!(records, steady.records, "{name}: csv-core's records");
    // It cannot know which comma is part of a text: to it each line has one value more than commas.
    let commas = count(body, b',');
    assert_eq!(values, commas + steady.records, "{name}: csv-core's fields");
    assert_eq!(bytes, body.len() - commas - steady.records, "{name}: the bytes of csv-core's fields");
}

/// Field by field against the lines, split the slow way.
fn csv(Corpus { name, body, .. }: &Corpus) {
    let mut lines = body.split_inclusive(|byte| *byte == b'\n').map(|line| &line[..line.len() - 1]);
    contenders::csv(body, |record| {
        let line = lines.next().expect("a line for each of csv's records");
        assert!(record.iter().eq(line.split(|byte| *byte == b',')), "{name}: csv's fields of {record:?}");
    });
    assert_eq!(lines.next(), None, "{name}: csv's records");
}

/// Its groups are the record's very fields, the message's end among them.
fn regex(corpus: &Corpus) {
    let Corpus { name, body, steady, query } = corpus;
    let mut truth = steady.records();
    contenders::regex(&pattern(corpus), body, |line, places, (status, time, err)| {
        let truth = truth.next().expect("a record for each of the regex's lines");
        let [first, second, third, ..] = &truth.fields[..] else { panic!("{name}: a record of less than three fields") };
        let numbers = [i64::from(status), time.cast_signed(), err.into()].map(Value::Number);
        assert_eq!(numbers, [&first.1, &second.1, &third.1].map(Clone::clone), "{name}: the regex's numbers");
        assert_eq!(places.len(), truth.fields.len() + 1, "{name}: the regex's groups");
        for (group, (field, value)) in truth.fields.iter().enumerate() {
            let (start, end) = places.get(group + 1).expect("a group of each match");
            let found = decoded(query.get_charset(), &line[start..end]);
            assert_eq!(found, value.to_string(), "{name}: the regex's {field}");
        }
    });
    assert!(truth.next().is_none(), "{name}: the regex's records");
}

/// The pattern for a body's lines.
pub(crate) fn pattern(corpus: &Corpus) -> regex::bytes::Regex {
    let record = corpus.steady.records().next().expect("a record");
    contenders::line_pattern(record.fields.iter().map(|(name, _)| *name))
}

fn decoded(charset: Charset, bytes: &[u8]) -> String {
    let encoding = if charset == Charset::Utf8 { encoding_rs::UTF_8 } else { encoding_rs::WINDOWS_1251 };
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}
