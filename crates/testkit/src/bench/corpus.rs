//! Batches, and the check that the core parses them right.

use smsc_proto::{Charset, Detail, Field, Format, Query, Record, Value};

use crate::generate::{self, Lines, Steady, Truth};

/// The seed of every body, so that every run has the same bytes.
pub(super) const SEED: u64 = 20_251_010;

/// A body with its query and the records that it was made of.
#[derive(Debug)]
pub struct Corpus {
    /// The name in the table of results.
    pub name: String,
    /// The query that the body replies to.
    pub query: Query<'static>,
    /// The records.
    pub steady: Steady,
    /// The bytes.
    pub body: Vec<u8>,
}

impl Corpus {
    /// Creates a body. The same arguments always create the same bytes.
    #[must_use]
    pub fn new(format: Format, all: Detail, charset: Charset, lines: Lines, records: usize) -> Self {
        let (fmt, all_number) = (format as u8, all as u8);
        let steady = Steady { seed: SEED, records, fmt, all: all_number, lines };
        let kind = match lines {
            Lines::Sms => "",
            Lines::SmsWithoutCommas => " no commas",
            Lines::Hlr => " HLR",
        };
        let name = format!("fmt {fmt} all={all_number} {}{kind}", charset.name());
        Self { name, query: Query::new(format, all).batch().charset(charset), steady, body: steady.body(charset.name()) }
    }

    /// Compares every record with the values that the body was made of: each field, the absence of
    /// other fields, and whether the record is ambiguous.
    ///
    /// # Panics
    ///
    /// Panics if one is wrong.
    pub fn check_core(&self, who: &str, read: impl FnOnce(&Query<'_>, &[u8], &mut dyn FnMut(&Record<'_>))) {
        let mut truth = self.steady.records();
        let mut records = 0;
        read(&self.query, &self.body, &mut |record| {
            records += 1;
            let truth = truth.next().unwrap_or_else(|| panic!("{}: {who} returns too many records", self.name));
            assert!(
                is_right(record, &truth),
                "{}: {who} returns a wrong record {records}: {record:?} instead of {truth:?}",
                self.name
            );
        });
        assert_eq!(records, self.steady.records, "{}: the records of {who}", self.name);
    }
}

fn is_right(record: &Record<'_>, truth: &Truth) -> bool {
    let value = |name: &str| Field::ALL.iter().find(|field| field.name() == name).and_then(|field| record.get(*field));
    let has = |(name, truth): &(&str, generate::Value)| match (value(name), truth) {
        (Some(Value::Number(found)), generate::Value::Number(truth)) => found == *truth,
        (Some(Value::Text(found)), generate::Value::Text(truth)) => found == **truth,
        (Some(Value::Cost(found)), generate::Value::Text(truth)) => found.as_str() == *truth,
        _ => false,
    };
    truth.fields.iter().all(has)
        && Field::ALL.iter().filter(|field| record.get(**field).is_some()).count() == truth.fields.len()
        && record.is_ambiguous() == truth.is_ambiguous
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use super::*;
    use crate::bench::ours;

    fn corpora() -> impl Iterator<Item = Corpus> {
        let formats = [Format::KeyValue, Format::Values, Format::Xml, Format::Json];
        formats
            .into_iter()
            .flat_map(|format| [Detail::Status, Detail::Full].map(|all| Corpus::new(format, all, Charset::Utf8, Lines::Sms, 20)))
    }

    /// Returns whether the check accepts what a reader makes of a body.
    fn passes(corpus: &Corpus, read: impl FnOnce(&Query<'_>, &[u8], &mut dyn FnMut(&Record<'_>))) -> bool {
        catch_unwind(AssertUnwindSafe(|| corpus.check_core("a reader", read))).is_ok()
    }

    #[test]
    fn the_right_records_pass() {
        for corpus in corpora() {
            assert!(passes(&corpus, |query, body, found| ours::into(query, body, found)), "{}", corpus.name);
            assert!(passes(&corpus, |query, body, found| ours::iterator(query, body, found)), "{}", corpus.name);
            assert!(passes(&corpus, |query, body, found| ours::chunks(query, body, found)), "{}", corpus.name);
        }
    }

    #[test]
    fn a_missing_record_and_one_too_many_are_found() {
        for corpus in corpora() {
            let name = &corpus.name;
            let mut count = 0;
            let without_last = |query: &Query<'_>, body: &[u8], found: &mut dyn FnMut(&Record<'_>)| {
                ours::into(query, body, |record| {
                    count += 1;
                    if count < 20 {
                        found(record);
                    }
                });
            };
            assert!(!passes(&corpus, without_last), "{name}: a record is missing");
            let twice = |query: &Query<'_>, body: &[u8], found: &mut dyn FnMut(&Record<'_>)| {
                ours::into(query, body, &mut *found);
                ours::into(query, body, found);
            };
            assert!(!passes(&corpus, twice), "{name}: every record twice");
            assert!(!passes(&corpus, |_, _, _| ()), "{name}: no record");
        }
    }

    /// Every digit of a body is part of a value, except those of an XML header.
    #[test]
    fn a_wrong_digit_anywhere_is_found() {
        for mut corpus in corpora() {
            let header = corpus.body.windows(2).position(|pair| pair == b"?>").unwrap_or_default();
            let digits: Vec<_> = (header..corpus.body.len()).filter(|at| corpus.body[*at].is_ascii_digit()).collect();
            assert!(digits.len() > 400, "{}", corpus.name);
            for at in digits.into_iter().step_by(7) {
                let right = corpus.body[at];
                // 8 and 9 are swapped, and so on: the length stays, and no leading zero appears.
                corpus.body[at] = if right == b'1' { b'2' } else { right ^ 1 };
                assert!(!passes(&corpus, |query, body, found| ours::into(query, body, found)), "{}: byte {at}", corpus.name);
                corpus.body[at] = right;
            }
        }
    }

    #[test]
    fn the_ambiguity_and_a_field_too_many_are_compared() {
        let corpus = Corpus::new(Format::Values, Detail::Full, Charset::Utf8, Lines::Sms, 20);
        let other = Corpus::new(Format::Values, Detail::Full, Charset::Utf8, Lines::SmsWithoutCommas, 20);
        let mut records = corpus.steady.records();
        ours::into(&corpus.query, &corpus.body, |record| {
            let truth = records.next().unwrap();
            assert!(is_right(record, &truth));
            assert!(!is_right(record, &Truth { is_ambiguous: !truth.is_ambiguous, ..truth.clone() }));
            assert!(!is_right(record, &Truth { fields: truth.fields[1..].to_vec(), ..truth }));
        });
        let of_other = |query: &Query<'_>, _: &[u8], found: &mut dyn FnMut(&Record<'_>)| ours::into(query, &other.body, found);
        assert!(!passes(&corpus, of_other), "other texts");
    }
}
