//! The core against the oracle, the slow reader that was written from the rules: on random, mutated
//! and arbitrary bodies.

use proptest::prelude::*;
use testkit::{CaseQuery, adapter, differential, generate, same};

fn checked(verdict: differential::Verdict) -> Result<(), TestCaseError> {
    verdict.map_err(TestCaseError::fail)
}

proptest! {
    #![proptest_config(generate::cases(4000))]

    #[test]
    fn random_replies((query, body) in generate::reply()) {
        checked(differential::with_oracle(&query, &body))?;
    }

    #[test]
    fn random_tokens((query, body) in generate::random_tokens()) {
        checked(differential::with_oracle(&query, &body))?;
    }

    #[test]
    fn the_fast_paths_change_nothing((query, body) in prop_oneof![generate::reply(), generate::random_tokens()]) {
        checked(differential::fast_paths(&query, &body))?;
    }

    #[test]
    fn a_reused_record((query, body) in prop_oneof![generate::reply(), generate::random_tokens()]) {
        checked(differential::reused_record(&query, &body))?;
        checked(differential::single_reply(&query, &body))?;
    }

    #[test]
    fn raw_bytes(query in generate::random_tokens(), body in prop::collection::vec(any::<u8>(), 0..80)) {
        checked(differential::with_oracle(&query.0, &body))?;
    }
}

/// Checks that a head pattern must end within 64 bytes (R46c), even if its digits are zeros.
#[test]
fn a_timestamp_with_many_zeros_starts_no_record() {
    let query = CaseQuery { fmt: 1, all: 1, multi: true, ..CaseQuery::default() };
    for (zeros, is_record) in [(0, true), (51, true), (52, false), (60, false)] {
        let line = |zeros: usize| format!("1,{}1760080210,0,1760080202,79990000001,2.12,G,D,m,,0,101\n", "0".repeat(zeros));
        let body = line(zeros) + &line(0);
        differential::with_oracle(&query, body.as_bytes()).unwrap();
        differential::fast_paths(&query, body.as_bytes()).unwrap();
        let lines = adapter::read(&query, body.as_bytes());
        assert_eq!(lines[0].get("malformed").is_none(), is_record, "{zeros} zeros: {}", differential::shown(&lines));
    }
}

#[test]
fn every_conformance_case() {
    let mut count = 0;
    for case in testkit::load() {
        count += 1;
        differential::reused_record(&case.query, &case.body).unwrap();
        differential::single_reply(&case.query, &case.body).unwrap();
        let got = adapter::read(&case.query, &case.body);
        assert!(
            same(&case.expect, &got),
            "{} {}\nexpected {}\ngot      {}",
            case.file,
            case.name,
            differential::shown(&case.expect),
            differential::shown(&got)
        );
    }
    assert!(count >= 312, "cases are missing: {count}");
}
