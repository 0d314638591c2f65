//! A truncated body never yields the lines of a whole shorter one.

use std::cell::Cell;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::Value;
use testkit::generate::{self, Tree};
use testkit::{adapter, differential};

fn is_malformed(line: &Value) -> bool {
    line.get("malformed").is_some()
}

/// Checks that a body that is cut before the end of its last bracket or tag ends in a malformed
/// item, and that the lines before it are those of the whole body (R27).
fn assert_ends_malformed(tree: &Tree) -> Result<(), TestCaseError> {
    let body = tree.body();
    let whole = adapter::read(&tree.query, &body);
    for end in 0..body.len() - tree.tail {
        let cut = &body[..end];
        let lines = adapter::read(&tree.query, cut);
        let (last, before) = lines.split_last().ok_or_else(|| TestCaseError::fail("no lines"))?;
        let message = || format!("{:?}\nbody {}\ncut {}{}", tree.query, tree.text, cut.escape_ascii(), differential::shown(&lines));
        prop_assert!(is_malformed(last), "{}", message());
        prop_assert!(before.len() <= whole.len(), "{}", message());
        for (line, original) in before.iter().zip(&whole) {
            // The error of a malformed element may differ when it is cut: `1.` of `1.5`.
            prop_assert!(line == original || is_malformed(line) && is_malformed(original), "{}", message());
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(generate::cases(120))]

    #[test]
    fn cut_json(tree in generate::json()) {
        assert_ends_malformed(&tree)?;
    }

    #[test]
    fn cut_xml(tree in generate::xml()) {
        assert_ends_malformed(&tree)?;
    }
}

/// Truncates the valid bodies of the cases, which have every field.
#[test]
fn cut_cases() {
    let mut count = 0;
    for case in testkit::load().into_iter().filter(|case| case.query.fmt >= 2 && case.query.ids.is_none()) {
        if case.expect.iter().any(is_malformed) || case.body == b"OK" {
            continue;
        }
        count += 1;
        let text = case.query.encoding().decode_without_bom_handling(&case.body).0.into_owned();
        let tail = text.len() - text.trim_end().trim_end_matches("<!-- x -->").trim_end().len();
        assert_ends_malformed(&Tree { query: case.query, text, tail }).unwrap();
    }
    assert!(count >= 50, "cases are missing: {count}");
    // The half of a bare OK is not a reply (R49).
    assert!(is_malformed(&adapter::read(&crate::query(3), b"O")[0]));
}

/// Checks that a generator creates records, API errors and malformed lines, none of them rarely.
pub(crate) fn assert_mixed(trees: impl Strategy<Value = Tree>, expected: fn(&Tree) -> Vec<Value>) {
    let (good, bad, others) = (Cell::new(0), Cell::new(0), Cell::new(0));
    let config = Config { cases: 600, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    runner
        .run(&trees, |tree| {
            for line in expected(&tree) {
                let count = if is_malformed(&line) {
                    &bad
                } else if line.get("status").is_some() {
                    &good
                } else {
                    &others
                };
                count.set(count.get() + 1);
            }
            Ok(())
        })
        .unwrap();
    let (good, bad, others) = (good.get(), bad.get(), others.get());
    assert!(good > 200 && bad > 200 && others > 20, "{good} records, {bad} malformed lines, {others} others");
}
