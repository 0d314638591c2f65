//! The cases of the other scripts, with the oracle, and the check that finds what is shown.

use testkit::calls::{self, Call, Script};

#[test]
fn the_oracle_returns_what_the_cases_expect() {
    let cases = calls::load();
    assert!(cases.len() >= 120, "{} cases", cases.len());
    for case in cases {
        let found = calls::oracle(&case.call, &case.body);
        // quick-xml rejects what is no XML.
        let is_undecided = found.is_none() && case.call.fmt == 2 && case.expect == [testkit::parsers::malformed()];
        assert!(is_undecided || found.as_ref() == Some(&case.expect), "{}: {found:?}, not {:?}", case.name, case.expect);
    }
}

/// Returns what a query shows of a body that says `secret1` in one place.
fn leak(script: Script, body: &str) -> Option<String> {
    let call = Call { script, fmt: 3, cost: 0, charset: "utf-8".to_owned() };
    calls::leak(&call, body.as_bytes())
}

#[test]
fn ids_alone_may_be_shown() {
    assert_eq!(leak(Script::Send, r#"{"id":"secret1","cnt":1}"#), None);
    assert_eq!(leak(Script::Send, r#"{"id":"a","cnt":1,"code":"secret1"}"#), None);
    assert!(calls::load().iter().any(|case| case.call.shown(&case.body).contains("order-77")));
}
