//! Every case of testdata/merge: reports of one message, merged in every order.

use serde_json::{Map, Value, json};
use sms_tracker::Merged;
use smsc_proto::{Charset, Detail, Field, Format, Query, Record, Reply, WriteErrorKind};

const CASES: &str = include_str!("../../../testdata/merge/merge.json");

fn query(given: &Value) -> Query<'static> {
    let number = |name: &str| u8::try_from(given[name].as_u64().unwrap()).unwrap();
    let query = Query::new(Format::try_from(number("fmt")).unwrap(), Detail::try_from(number("all")).unwrap());
    let charset = given["charset"].as_str().unwrap();
    let query = query.charset(*Charset::ALL.iter().find(|known| known.name() == charset).unwrap());
    if given["multi"] == true { query.batch() } else { query }
}

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}

fn record<'a>(query: &Query<'a>, body: &'a [u8]) -> Record<'a> {
    let Reply::Records(mut records) = query.read(body).unwrap() else { panic!("no record") };
    let record = records.next().unwrap().unwrap();
    assert!(records.next().is_none(), "one record is expected");
    record
}

/// Returns fields with the names and the types of fmt 3.
fn object<'a, F: Iterator<Item = (Field, smsc_proto::Value<'a>)>>(fields: F) -> Map<String, Value> {
    let value = |value| match value {
        smsc_proto::Value::Number(number) => json!(number),
        smsc_proto::Value::Text(text) => json!(text.to_string()),
        smsc_proto::Value::Cost(cost) => json!(cost.as_str()),
    };
    fields.map(|(field, found)| (field.name().to_owned(), value(found))).collect()
}

/// Calls `check` with the reports in every order; there are few.
fn in_every_order<'a>(reports: &mut Vec<Record<'a>>, rest: &[Record<'a>], check: &mut impl FnMut(&[Record<'a>])) {
    if rest.is_empty() {
        check(reports);
    }
    for at in 0..rest.len() {
        reports.push(rest[at]);
        in_every_order(reports, &[&rest[..at], &rest[at + 1..]].concat(), check);
        reports.pop();
    }
}

#[test]
fn every_case_merges_as_expected() {
    let cases: Vec<Value> = serde_json::from_str(CASES).unwrap();
    assert!(cases.len() >= 28, "cases are missing: {}", cases.len());
    for case in &cases {
        let name = &case["name"];
        let reports = case["reports"].as_array().unwrap();
        let bodies: Vec<_> = reports.iter().map(|report| bytes(report["body_hex"].as_str().unwrap())).collect();
        let queries: Vec<_> = reports.iter().map(|report| query(&report["query"])).collect();
        let records: Vec<_> = queries.iter().zip(&bodies).map(|(query, body)| record(query, body)).collect();
        let expect = &case["expect"];
        let mut expected = expect["record"].as_object().unwrap().clone();
        let is_ambiguous = expected.remove("split").is_some();
        let has_two_encodings = expect["has_two_encodings"] == true;
        in_every_order(&mut Vec::new(), &records, &mut |reports| {
            let mut reports = reports.to_vec();
            let merged = Merged::new(&mut reports);
            let status = Some(merged.status().map_or(-3, |status| status.0));
            assert_eq!(json!(status), expected["status"], "{name}");
            assert_eq!(json!(merged.is_final()), expect["is_final"], "{name}");
            assert_eq!(json!(merged.reports().len()), expect["kept"], "{name}");
            assert_eq!(merged.was_not_found(), expect["not_found"] == true, "{name}");
            assert_eq!(object(merged.fields()), expected, "{name}");
            match merged.record() {
                Ok(record) => {
                    assert_eq!(object(record.fields()), expected, "{name}");
                    assert_eq!(record.is_ambiguous(), is_ambiguous, "{name}");
                    assert!(!has_two_encodings, "{name}");
                }
                Err(error) => assert!(has_two_encodings && error.kind() == WriteErrorKind::Encoding, "{name}: {error}"),
            }
        });
    }
}
