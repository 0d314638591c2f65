//! Mutated bodies, and bodies in chunks.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;
use testkit::generate;
use testkit::{CaseQuery, adapter, differential};

fn is_good(line: &Value) -> bool {
    line.get("status").is_some()
}

fn assert_spans(body: &[u8], lines: &[Value]) -> Result<(), TestCaseError> {
    differential::spans(body, lines).map_err(TestCaseError::fail)
}

fn assert_chunks(query: &CaseQuery, body: &[u8], lengths: &[usize]) -> Result<(), TestCaseError> {
    differential::chunks(query, body, lengths).map_err(TestCaseError::fail)
}

proptest! {
    #![proptest_config(generate::cases(3000))]

    #[test]
    fn a_mutation_changes_no_record_before_it((tree, body, start) in generate::mutated_tree()) {
        let whole = tree.body();
        let lines = adapter::read(&tree.query, &body);
        assert_spans(&body, &lines)?;
        // The records before the mutation are those of the body that is cut there, without the
        // error of the cut.
        let before = adapter::read(&tree.query, &whole[..start]);
        let before: Vec<_> = before.iter().take_while(|line| is_good(line)).collect();
        if whole.trim_ascii_start().first() == Some(&b'[') || tree.text.contains("<list") {
            let same = lines.iter().take(before.len()).collect::<Vec<_>>() == before;
            prop_assert!(same, "{:?}\n{}\nat {start} {}{}", tree.query, tree.text, body.escape_ascii(), differential::shown(&lines));
        }
    }

    #[test]
    fn well_formed_bodies_in_chunks(tree in generate::tree(), lengths in vec(1..40_usize, 1..6)) {
        let body = tree.body();
        assert_spans(&body, &adapter::read(&tree.query, &body))?;
        assert_chunks(&tree.query, &body, &lengths)?;
    }

    #[test]
    fn mutated_bodies_in_chunks((tree, body, _) in generate::mutated_tree(), lengths in vec(1..20_usize, 1..6)) {
        assert_chunks(&tree.query, &body, &lengths)?;
    }

    #[test]
    fn random_tokens(fmt in 2..=3_u8, tokens in vec(token(), 0..20), lengths in vec(1..9_usize, 1..6)) {
        let body = tokens.concat();
        let query = CaseQuery { fmt, ..crate::query(fmt) };
        assert_spans(body.as_bytes(), &adapter::read(&query, body.as_bytes()))?;
        assert_chunks(&query, body.as_bytes(), &lengths)?;
    }
}

fn token() -> impl Strategy<Value = &'static str> {
    // Bodies of each format contain tokens of the other one too.
    prop_oneof![proptest::sample::select(generate::tokens(2, 2)), proptest::sample::select(generate::tokens(3, 2))]
}

/// Reads bodies in which each byte is a token, at every cut.
#[test]
fn dense_bodies_in_chunks() {
    let bodies: [(u8, &str); 12] = [
        (3, "[1.5,{\"status\":1}]"),
        (3, "[-1e+5,null,true,[],{},\"\",{\"status\":1}] x"),
        (3, "\u{feff}[{\"status\":\"\\u0031\"},12"),
        (3, "{\"status\":1,\"a\":[[1],{\"b\":\"\\ud83d\\ude00\"}]}"),
        (2, "<?xml version='1.0'?><!----><list a='>'><sms><status>&#49;</status></sms><x/><sms/></list >\n"),
        (2, "<list><sms><status>1<![CDATA[]]><!-- --></status><message>&amp;&lt;]]></message></sms><!-- -->"),
        (2, "\u{feff}<list/> \n x"),
        (2, "<list/> \n<!-- a --> <!-- b"),
        (2, "<list></list><!-- a --> <?b?> x"),
        (2, "<list></list><!-- a --> <"),
        (3, "[\"a\"1,{\"status\":1}] \n "),
        (2, "<sms><status>1</status><message>a &b</message></sms>"),
    ];
    for (fmt, body) in bodies {
        for first in 1..body.len() {
            for lengths in [&[first, 1][..], &[first, body.len()], &[1, first]] {
                assert_chunks(&crate::query(fmt), body.as_bytes(), lengths).unwrap();
            }
        }
    }
}
