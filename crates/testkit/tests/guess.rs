//! Guesses at the request of the conformance cases (R21b).

use smsc_proto::{Charset, Detail, Format, Query};
use testkit::adapter::with_query;
use testkit::cases::{self, Case};

/// Returns whether a case has records only, all of which are certain, in the charset of its query.
fn is_plain(case: &Case) -> bool {
    if case.name == "fmt1/cp1251-bytes-utf8-asked" {
        return false;
    }
    let is_faulty =
        |line: &serde_json::Value| ["malformed", "missing", "unexpected", "split"].iter().any(|key| line.get(key).is_some());
    !case.expect.is_empty() && !case.expect.iter().any(is_faulty)
}

#[test]
fn no_guess_is_made_where_the_query_is_the_right_one() {
    let cases: Vec<_> = cases::load().into_iter().filter(is_plain).collect();
    assert!(cases.len() > 250, "{} cases", cases.len());
    let mut alarms = Vec::new();
    for case in &cases {
        with_query(&case.query, |query| {
            alarms.extend(query.guess(&case.body).map(|guess| format!("{}: {}: {guess}", case.file, case.name)));
        });
    }
    assert!(alarms.is_empty(), "{}", alarms.join("\n"));
}

/// Returns the settings of a query that decide how a reply of its format is read.
fn settings(query: &Query<'_>) -> (Format, Option<(Detail, bool)>) {
    let is_lines = matches!(query.get_format(), Format::Values);
    (query.get_format(), is_lines.then(|| (query.get_detail(), query.is_batch())))
}

#[test]
fn the_request_of_a_case_is_found_from_any_other_that_reads_badly() {
    let mut tried = 0;
    let mut found = 0;
    let mut wrong = Vec::new();
    for case in cases::load().into_iter().filter(|case| is_plain(case) && case.query.kind == "auto" && case.file == "grid.json") {
        with_query(&case.query, |right| {
            for format in [Format::KeyValue, Format::Values, Format::Xml, Format::Json] {
                for detail in [Detail::Status, Detail::Message, Detail::Full] {
                    for is_batch in [false, true] {
                        let query = Query::new(format, detail).charset(right.get_charset());
                        let query = if is_batch { query.batch() } else { query };
                        let guesses: Vec<_> = query.guess(&case.body).collect();
                        tried += 1;
                        if let Some(first) = guesses.first() {
                            found += 1;
                            if settings(&first.query()) != settings(&right) {
                                wrong.push(format!("{}: {query:?}: {first}", case.name));
                            }
                        }
                    }
                }
            }
        });
    }
    assert!(tried > 1000 && found * 4 > tried * 3, "{found} of {tried}");
    assert!(wrong.is_empty(), "{} of {tried}\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_charset_is_found() {
    let body = |charset: &'static encoding_rs::Encoding| {
        charset.encode("1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,Доставлено,Привет,,0").0.into_owned()
    };
    let charsets = [
        (Charset::Windows1251, encoding_rs::WINDOWS_1251),
        (Charset::Koi8R, encoding_rs::KOI8_R),
        (Charset::Utf8, encoding_rs::UTF_8),
    ];
    let query = Query::new(Format::Values, Detail::Message);
    for (right, encoding) in charsets {
        for (given, _) in charsets {
            let guesses: Vec<_> = query.charset(given).guess(&body(encoding)).map(|guess| guess.query()).collect();
            let expected = if given == right { vec![] } else { vec![query.charset(right)] };
            assert_eq!(guesses, expected, "{right:?} read as {given:?}");
        }
    }
}
