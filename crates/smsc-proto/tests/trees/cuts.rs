//! A cut body never looks like a shorter one that is whole.

use std::cell::Cell;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::Value;
use testkit::generate::{self, Tree};
use testkit::{adapter, differential};

fn is_malformed(line: &Value) -> bool {
    line.get("malformed").is_some()
}

/// R27: cut anywhere in front of the end of its last bracket or tag, a body ends in a malformed item, and what stands before it is what stood
/// there.
fn assert_ends_malformed(tree: &Tree) -> Result<(), TestCaseError> {
    let body = tree.body();
    let whole = adapter::read(&tree.query, &body);
    for end in 0..body.len() - tree.tail {
        let cut = &body[..end];
        let lines = adapter::read(&tree.query, cut);
        let (last, before) = lines.split_last().ok_or_else(|| TestCaseError::fail("an empty list"))?;
        let message = || format!("{:?}\nbody {}\ncut {}{}", tree.query, tree.text, cut.escape_ascii(), differential::shown(&lines));
        prop_assert!(is_malformed(last), "{}", message());
        prop_assert!(before.len() <= whole.len(), "{}", message());
        for (line, original) in before.iter().zip(&whole) {
            // A bad element may say something else when it is cut: `1.` of `1.5`.
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

/// The good bodies of the cases have every field.
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
    // A bare OK cannot be told from its half, which is no reply (R49).
    assert!(is_malformed(&adapter::read(&crate::query(3), b"O")[0]));
}

/// Holds a generator to its task: records, errors and malformed lines, none of them rare.
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
