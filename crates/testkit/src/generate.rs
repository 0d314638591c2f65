//! Bodies for property tests, fuzzing and benches.
//!
//! [`reply`] writes random records in the layouts of the rules, with texts that look like the
//! structure around them, and mutates some of the bodies. [`random_tokens`] concatenates tokens of
//! the wire, so that collisions are frequent. [`batch`] always returns the same bytes, for
//! measurements.

mod bench;
mod mutate;
mod random_record;
pub mod records;
mod tokens;
mod trees;
mod write;

use std::ops::RangeInclusive;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use smsc_proto::{Charset, MessageKind};

use crate::cases::CaseQuery;
pub use bench::{Lines, Steady, Truth, Value, batch};
use random_record::RandomRecord;
pub use tokens::tokens;
pub use trees::{Tree, json, mutated_tree, tree, xml};

/// A pair in the form of `--ids`.
type Pair = (String, String);

/// Returns the configuration of a property test: `PROPTEST_CASES` of the environment, or `default`,
/// is the number of its cases.
#[must_use]
pub fn cases(default: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig { cases: cases.unwrap_or(default), ..ProptestConfig::default() }
}

/// Returns a strategy for replies of fmt 0 and 1 with their query: every `all`, single and batch,
/// the three charsets, every kind, with and without requested pairs. About half of the bodies are
/// as a server might send them, the others are mutated.
pub fn reply() -> impl Strategy<Value = (CaseQuery, Vec<u8>)> {
    reply_of(0..=1)
}

/// Returns a strategy for replies of these formats, like [`reply`].
pub fn reply_of(fmt: RangeInclusive<u8>) -> impl Strategy<Value = (CaseQuery, Vec<u8>)> {
    query(fmt).prop_flat_map(replies).prop_flat_map(|(query, pairs, body)| {
        let mutated = mutate::mutated(query.fmt, body);
        (requested(pairs), mutated).prop_map(move |(ids, body)| (CaseQuery { ids, ..query.clone() }, body))
    })
}

/// Returns a strategy for bodies that consist of tokens of the wire alone, with their query.
pub fn random_tokens() -> impl Strategy<Value = (CaseQuery, Vec<u8>)> {
    let pairs = vec((select(&["1", "5", "7", "77", "order-77"][..]), select(&["0", "1", "77"][..])), 1..5);
    let pairs = pairs.prop_map(|pairs| pairs.into_iter().map(|(id, phone)| (id.to_owned(), phone.to_owned())).collect());
    (query(0..=1), prop_oneof![2 => Just(Vec::new()), 1 => pairs]).prop_flat_map(|(query, pairs)| {
        let tokens = vec(select(tokens(query.fmt, query.all)), 0..24);
        tokens.prop_map(move |tokens| (CaseQuery { ids: ids(&pairs), ..query.clone() }, tokens.concat().into_bytes()))
    })
}

/// Returns a strategy for queries without requested pairs.
fn query(fmt: RangeInclusive<u8>) -> impl Strategy<Value = CaseQuery> {
    let charset = select(Charset::ALL);
    let kind = prop_oneof![8 => Just(MessageKind::Auto), 1 => Just(MessageKind::Sms), 1 => Just(MessageKind::Hlr), 1 => Just(MessageKind::Email)];
    (fmt, 0..=2_u8, prop::bool::weighted(0.7), charset, kind).prop_map(|(fmt, all, multi, charset, kind)| CaseQuery {
        fmt,
        all,
        multi,
        charset: charset.name().to_owned(),
        kind: kind.name().to_owned(),
        ids: None,
    })
}

/// Returns a strategy for records that reply to a query, with their pairs.
fn replies(query: CaseQuery) -> impl Strategy<Value = (CaseQuery, Vec<Pair>, Vec<u8>)> {
    let most = if query.multi { 6 } else { 1 };
    let line_end = prop_oneof![4 => Just("\n"), 1 => Just("\r\n")];
    let records = vec(random_record::random_record(&query), 1..=most);
    (records, line_end).prop_map(move |(records, line_end)| {
        let pairs = records.iter().filter_map(RandomRecord::pair).collect();
        let lines: Vec<Vec<u8>> = records.iter().map(|record| write::record(&query, record)).collect();
        (query.clone(), pairs, lines.join(line_end.as_bytes()))
    })
}

/// Returns a strategy for the requested pairs: none, those of the records, others instead of them,
/// fewer, or more.
fn requested(pairs: Vec<Pair>) -> impl Strategy<Value = Option<String>> {
    let phones =
        [&random_record::PHONES[..], &["8 (999) 000-00-01", "+7 999 000 00 02", "9260000060", "USER.name+tag@example.org"]]
            .concat();
    let other = (select(&["1", "2", "77", "1020", "2147483647", "order-77"][..]), select(phones));
    let others = vec(other, 1..3);
    let count = pairs.len();
    let (same, shuffled, fewer, more) = (pairs.clone(), pairs.clone(), pairs.clone(), pairs);
    prop_oneof![
        3 => Just(Vec::new()),
        2 => Just(same),
        1 => Just(shuffled).prop_shuffle(),
        1 => subsequence(fewer, 0..=count),
        2 => others.prop_flat_map(move |others| {
            let others = others.into_iter().map(|(id, phone)| (id.to_owned(), phone.to_owned()));
            Just(more.iter().cloned().chain(others).collect::<Vec<Pair>>()).prop_shuffle()
        }),
        1 => Just(vec![("1020".to_owned(), "+79990000001".to_owned())]),
    ]
    .prop_map(|pairs| ids(&pairs))
}

/// Formats pairs for `--ids`. Returns `None` without pairs.
fn ids(pairs: &[Pair]) -> Option<String> {
    let pairs: Vec<String> = pairs.iter().map(|(id, phone)| format!("{id}:{phone}")).collect();
    (!pairs.is_empty()).then(|| pairs.join(","))
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
    use serde_json::Value;

    use super::*;
    use crate::oracle;

    /// Parses some thousand replies of a strategy with the oracle. Returns the number of lines that
    /// pass a test, and the number of all lines but those of missing pairs.
    fn count(replies: impl Strategy<Value = (CaseQuery, Vec<u8>)>, test: fn(&Value) -> bool) -> (usize, usize) {
        let (all, passed) = (Cell::new(0), Cell::new(0));
        let config = Config { cases: 2000, failure_persistence: None, ..Config::default() };
        let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
        runner
            .run(&replies, |(query, body)| {
                for line in oracle::read(&query, &body) {
                    all.set(all.get() + usize::from(line.get("missing").is_none()));
                    passed.set(passed.get() + usize::from(test(&line)));
                }
                Ok(())
            })
            .unwrap();
        (passed.get(), all.get())
    }

    #[test]
    fn most_replies_are_well_formed_and_not_all() {
        let (good, all) = count(reply(), |line| line.get("status").is_some());
        assert!(good * 2 > all && good < all, "{good} records in {all} lines");
    }

    #[test]
    fn random_tokens_contain_records_and_ambiguous_ones() {
        let (good, all) = count(random_tokens(), |line| line.get("status").is_some());
        assert!(good * 20 > all, "{good} records in {all} lines");
        let (ambiguous, all) = count(random_tokens(), |line| line.get("split").is_some());
        assert!(ambiguous * 200 > all, "{ambiguous} ambiguous records in {all} lines");
    }

    #[test]
    fn some_records_are_unexpected_and_some_pairs_missing() {
        let (unexpected, all) = count(reply(), |line| line.get("unexpected").is_some());
        assert!(unexpected * 100 > all, "{unexpected} unexpected records in {all} lines");
        let (missing, all) = count(reply(), |line| line.get("missing").is_some());
        assert!(missing * 100 > all, "{missing} missing pairs in {all} lines");
    }
}
