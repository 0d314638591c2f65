//! The bodies of the benchmarks, and the check that the core parses them right.

use smsc_proto::{Charset, Detail, Field, Format, Query, Record, Value};
use testkit::generate::{self, Lines, Steady, Truth};

/// A body with its query and the records that it was made of.
pub(crate) struct Corpus {
    /// The name in the table of results.
    pub(crate) name: String,
    pub(crate) query: Query<'static>,
    pub(crate) steady: Steady,
    pub(crate) body: Vec<u8>,
}

impl Corpus {
    /// Creates a body. The same arguments always create the same bytes.
    pub(crate) fn new(format: Format, all: Detail, charset: Charset, lines: Lines, records: usize) -> Self {
        let (fmt, all_number) = (format as u8, all as u8);
        let steady = Steady { seed: 20_251_010, records, fmt, all: all_number, lines };
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
    pub(crate) fn check_core(&self, who: &str, read: impl FnOnce(&Query<'_>, &[u8], &mut dyn FnMut(&Record<'_>))) {
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
