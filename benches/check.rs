//! Checks of every contender over fmt 1, before any of them is timed.

use smsc_proto::Charset;
use testkit::generate::Value;

use crate::contenders;
use crate::{naive, walk};
use testkit::bench::corpus::Corpus;
use testkit::bench::ours;

/// Compares the results of each contender with the values that the body was made of, as far as that
/// contender can know them.
///
/// # Panics
///
/// Panics if a result is wrong.
pub(crate) fn every_contender(corpus: &Corpus) {
    is_fair(corpus);
    copy(corpus);
    walk::check(corpus);
    csv_core(corpus);
    csv(corpus);
    naive::check(corpus);
    regex(corpus);
    corpus.check_core("smsc-proto", |query, body, found| ours::into(query, body, found));
    corpus.check_core("smsc-proto, iterator", |query, body, found| ours::iterator(query, body, found));
    corpus.check_core("smsc-proto in chunks", |query, body, found| ours::chunks(query, body, found));
}

/// Checks that no text contains a line break. Only then is it right to split at line ends, and the
/// csv readers end a line at a CR too.
fn is_fair(Corpus { name, body, steady, .. }: &Corpus) {
    assert_eq!(count(body, b'\n'), steady.records, "{name}: a line break within a record");
    assert_eq!(count(body, b'\r'), 0, "{name}: a CR");
}

/// Counts the occurrences of a byte, one byte at a time.
fn count(body: &[u8], wanted: u8) -> usize {
    body.iter().fold(0, |sum, byte| sum + usize::from(*byte == wanted))
}

fn copy(Corpus { name, body, .. }: &Corpus) {
    let mut into = vec![0; body.len()];
    contenders::copy(body, &mut into);
    assert!(into == *body, "{name}: the copy differs from the body");
}

fn csv_core(Corpus { name, body, steady, .. }: &Corpus) {
    let (mut records, mut values, mut bytes) = (0, 0, 0);
    contenders::csv_core(&mut contenders::csv_core_reader(), body, |ends| {
        records += 1;
        values += ends.len();
        bytes += ends.last().copied().unwrap_or_default();
    });
    assert_eq!(records, steady.records, "{name}: csv-core's records");
    // `csv-core` cannot know which commas are part of a text: it finds one value more than the line
    // has commas.
    let commas = count(body, b',');
    assert_eq!(values, commas + steady.records, "{name}: csv-core's fields");
    assert_eq!(bytes, body.len() - commas - steady.records, "{name}: the bytes of csv-core's fields");
}

/// Compares the fields of the `csv` crate with those of lines that are split byte by byte.
fn csv(Corpus { name, body, .. }: &Corpus) {
    let mut lines = body.split_inclusive(|byte| *byte == b'\n').map(|line| &line[..line.len() - 1]);
    contenders::csv(body, |record| {
        let line = lines.next().expect("a line for each of csv's records");
        assert!(record.iter().eq(line.split(|byte| *byte == b',')), "{name}: csv's fields of {record:?}");
    });
    assert_eq!(lines.next(), None, "{name}: csv's records");
}

/// Compares the pattern's groups with the record's fields, the end of the message included.
pub(crate) fn regex(corpus: &Corpus) {
    let Corpus { name, body, steady, query } = corpus;
    let mut truth = steady.records();
    contenders::regex(&pattern(corpus), body, |line, groups, (status, time, err)| {
        let truth = truth.next().expect("a record for each of the regex's lines");
        let [first, second, third, ..] = &truth.fields[..] else { panic!("{name}: a record with less than three fields") };
        let numbers = [i64::from(status), time.cast_signed(), err.into()].map(Value::Number);
        assert_eq!(numbers, [&first.1, &second.1, &third.1].map(Clone::clone), "{name}: the regex's numbers");
        assert_eq!(groups.len(), truth.fields.len() + 1, "{name}: the regex's groups");
        for (group, (field, value)) in truth.fields.iter().enumerate() {
            let (start, end) = groups.get(group + 1).expect("a group of each match");
            let found = decoded(query.get_charset(), &line[start..end]);
            assert_eq!(found, value.to_string(), "{name}: the regex's {field}");
        }
    });
    assert!(truth.next().is_none(), "{name}: the regex's records");
}

/// Returns the pattern for the lines of a body.
pub(crate) fn pattern(corpus: &Corpus) -> regex::bytes::Regex {
    let record = corpus.steady.records().next().expect("a record");
    contenders::line_pattern(record.fields.iter().map(|(name, _)| *name))
}

fn decoded(charset: Charset, bytes: &[u8]) -> String {
    let encoding = if charset == Charset::Utf8 { encoding_rs::UTF_8 } else { encoding_rs::WINDOWS_1251 };
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}
