//! The conformance cases of fmt 0 and fmt 1, with the oracle.

use testkit::cases::{self, Case};
use testkit::oracle;

#[test]
fn the_oracle_returns_what_the_cases_expect() {
    let cases: Vec<_> = cases::load().into_iter().filter(|case| case.query.fmt <= 1).collect();
    assert!(!cases.is_empty(), "no cases of fmt 0 or 1 were found");
    let mut failures = Vec::new();
    for case in &cases {
        let got = oracle::read(&case.query, &case.body);
        if !cases::same(&case.expect, &got) {
            let Case { file, name, why, expect, .. } = case;
            failures.push(format!("{file}: {name} ({why})\nexpected {expect:#?}\ngot {got:#?}\n"));
        }
    }
    assert!(failures.is_empty(), "{} of {} cases failed\n{}", failures.len(), cases.len(), failures.join("\n"));
}
