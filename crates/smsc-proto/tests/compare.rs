//! The core against the slow reader that was written from the rules, on bodies made up, damaged and thrown together.

use proptest::prelude::*;
use testkit::{CaseQuery, adapter, differential, generate, same};

fn checked(verdict: differential::Verdict) -> Result<(), TestCaseError> {
    verdict.map_err(TestCaseError::fail)
}

proptest! {
    #![proptest_config(generate::cases(4000))]

    #[test]
    fn made_up_replies((query, body) in generate::reply()) {
        checked(differential::with_oracle(&query, &body))?;
    }

    #[test]
    fn tokens_thrown_together((query, body) in generate::random_tokens()) {
        checked(differential::with_oracle(&query, &body))?;
    }

    #[test]
    fn no_short_cut_changes_anything((query, body) in prop_oneof![generate::reply(), generate::random_tokens()]) {
        checked(differential::short_cuts(&query, &body))?;
    }

    #[test]
    fn a_record_that_is_used_again((query, body) in prop_oneof![generate::reply(), generate::random_tokens()]) {
        checked(differential::one_after_the_other(&query, &body))?;
        checked(differential::one_alone(&query, &body))?;
    }

    #[test]
    fn raw_bytes(query in generate::random_tokens(), body in prop::collection::vec(any::<u8>(), 0..80)) {
        checked(differential::with_oracle(&query.0, &body))?;
    }
}

/// A head pattern has its place in 64 bytes (R46c), zeros or not.
#[test]
fn a_timestamp_with_many_zeros_begins_no_record() {
    let query = CaseQuery { fmt: 1, all: 1, multi: true, ..CaseQuery::default() };
    for (zeros, is_record) in [(0, true), (51, true), (52, false), (60, false)] {
        let line = |zeros: usize| format!("1,{}1760080210,0,1760080202,79990000001,2.12,G,D,m,,0,101\n", "0".repeat(zeros));
        let body = line(zeros) + &line(0);
        differential::with_oracle(&query, body.as_bytes()).unwrap();
        differential::short_cuts(&query, body.as_bytes()).unwrap();
        let lines = adapter::read(&query, body.as_bytes());
        assert_eq!(lines[0].get("malformed").is_none(), is_record, "{zeros} zeros: {}", differential::shown(&lines));
    }
}

#[test]
fn every_case_of_the_project() {
    let mut count = 0;
    for case in testkit::load() {
        count += 1;
        differential::one_after_the_other(&case.query, &case.body).unwrap();
        differential::one_alone(&case.query, &case.body).unwrap();
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
