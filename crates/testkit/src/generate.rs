//! Bodies for property tests, fuzzing and benches.
//!
//! [`reply`] writes made-up records in the layouts of the rules, with texts that look like the structure around them, and then damages a
//! part of them. [`soup`] throws the tokens of the wire together, so that collisions are frequent. [`batch`] is steady and always the
//! same, for measuring.

mod bench;
mod made;
mod mutate;
pub mod records;
mod tokens;
mod trees;
mod write;

use std::ops::RangeInclusive;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::cases::CaseQuery;
pub use bench::{Lines, Steady, Truth, Value, batch};
use made::Made;
pub use tokens::tokens;
pub use trees::{Tree, damaged_tree, json, tree, xml};

/// A pair as `--ids` takes it.
type Pair = (String, String);

/// How many cases a property test runs: `PROPTEST_CASES` of the environment, or so many.
#[must_use]
pub fn cases(default: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig { cases: cases.unwrap_or(default), ..ProptestConfig::default() }
}

/// Replies of fmt 0 and 1 with the query they answer: every `all`, single and batch, the three charsets, every kind, with and without the
/// pairs asked for. About half of them are as a server might send them, the others are damaged.
pub fn reply() -> impl Strategy<Value = (CaseQuery, Vec<u8>)> {
    reply_of(0..=1)
}

/// The same for some of the formats.
pub fn reply_of(fmt: RangeInclusive<u8>) -> impl Strategy<Value = (CaseQuery, Vec<u8>)> {
    query(fmt).prop_flat_map(answered).prop_flat_map(|(query, pairs, body)| {
        let damaged = mutate::damaged(query.fmt, body);
        (asked(pairs), damaged).prop_map(move |(ids, body)| (CaseQuery { ids, ..query.clone() }, body))
    })
}

/// Bodies that are nothing but tokens of the wire, with the query they answer.
pub fn random_tokens() -> impl Strategy<Value = (CaseQuery, Vec<u8>)> {
    let pairs = vec((select(&["1", "5", "7", "77"][..]), select(&["0", "1", "77"][..])), 1..5);
    let pairs = pairs.prop_map(|pairs| pairs.into_iter().map(|(id, phone)| (id.to_owned(), phone.to_owned())).collect());
    (query(0..=1), prop_oneof![2 => Just(Vec::new()), 1 => pairs]).prop_flat_map(|(query, pairs)| {
        let tokens = vec(select(tokens(query.fmt, query.all)), 0..24);
        tokens.prop_map(move |tokens| (CaseQuery { ids: ids(&pairs), ..query.clone() }, tokens.concat().into_bytes()))
    })
}

/// Queries without pairs.
fn query(fmt: RangeInclusive<u8>) -> impl Strategy<Value = CaseQuery> {
    let charset = select(&["windows-1251", "koi8-r", "utf-8"][..]);
    let kind = prop_oneof![8 => Just("auto"), 1 => Just("sms"), 1 => Just("hlr"), 1 => Just("email")];
    (fmt, 0..=2_u8, prop::bool::weighted(0.7), charset, kind).prop_map(|(fmt, all, multi, charset, kind)| CaseQuery {
        fmt,
        all,
        multi,
        charset: charset.to_owned(),
        kind: kind.to_owned(),
        ids: None,
    })
}

/// Some records as an answer to a query, with the pairs that they make.
fn answered(query: CaseQuery) -> impl Strategy<Value = (CaseQuery, Vec<Pair>, Vec<u8>)> {
    let most = if query.multi { 6 } else { 1 };
    let line_end = prop_oneof![4 => Just("\n"), 1 => Just("\r\n")];
    let records = vec(made::made(&query), 1..=most);
    (records, line_end).prop_map(move |(records, line_end)| {
        let pairs = records.iter().filter_map(Made::pair).collect();
        let lines: Vec<Vec<u8>> = records.iter().map(|record| write::record(&query, record)).collect();
        (query.clone(), pairs, lines.join(line_end.as_bytes()))
    })
}

/// The pairs asked for: none, the right ones, others in their place, fewer, or more.
fn asked(pairs: Vec<Pair>) -> impl Strategy<Value = Option<String>> {
    let stranger = (select(&["1", "2", "77", "1020", "2147483647"][..]), select(&made::PHONES[..]));
    let strangers = vec(stranger, 1..3);
    let count = pairs.len();
    let (right, shuffled, fewer, more) = (pairs.clone(), pairs.clone(), pairs.clone(), pairs);
    prop_oneof![
        3 => Just(Vec::new()),
        2 => Just(right),
        1 => Just(shuffled).prop_shuffle(),
        1 => subsequence(fewer, 0..=count),
        2 => strangers.prop_flat_map(move |strangers| {
            let strangers = strangers.into_iter().map(|(id, phone)| (id.to_owned(), phone.to_owned()));
            Just(more.iter().cloned().chain(strangers).collect::<Vec<Pair>>()).prop_shuffle()
        }),
        1 => Just(vec![("1020".to_owned(), "+79990000001".to_owned())]),
    ]
    .prop_map(|pairs| ids(&pairs))
}

/// Pairs as `--ids` takes them; no pairs are no `--ids`.
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

    /// How many lines of the oracle pass a test, over some thousand replies of a strategy, and how many lines there are without those for
    /// missing pairs.
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
    fn most_replies_can_be_read_and_not_all() {
        let (good, all) = count(reply(), |line| line.get("status").is_some());
        assert!(good * 2 > all && good < all, "{good} records in {all} lines");
    }

    #[test]
    fn the_soup_holds_records_and_choices() {
        let (good, all) = count(random_tokens(), |line| line.get("status").is_some());
        assert!(good * 20 > all, "{good} records in {all} lines");
        let (split, all) = count(random_tokens(), |line| line.get("split").is_some());
        assert!(split * 200 > all, "{split} ambiguous records in {all} lines");
    }

    #[test]
    fn pairs_come_back_and_go_missing() {
        let (unasked, all) = count(reply(), |line| line.get("unexpected").is_some());
        assert!(unasked * 100 > all, "{unasked} unasked records in {all} lines");
        let (missing, all) = count(reply(), |line| line.get("missing").is_some());
        assert!(missing * 100 > all, "{missing} missing pairs in {all} lines");
    }
}
