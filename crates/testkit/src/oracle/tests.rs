//! Bodies and lines written by hand from the rules.

mod batch;
mod interrupted;
mod keys;
mod names;
mod not_found;
mod requested;

use serde_json::{Value, json};

use super::read;
use crate::cases::CaseQuery;

/// Returns a query in UTF-8.
fn query(fmt: u8, all: u8, multi: bool) -> CaseQuery {
    CaseQuery { fmt, all, multi, charset: "utf-8".to_owned(), ..CaseQuery::default() }
}

/// Returns the query with these requested pairs.
fn with_requested(query: CaseQuery, ids: &str) -> CaseQuery {
    CaseQuery { ids: Some(ids.to_owned()), ..query }
}

/// Checks the lines that the oracle returns for a body.
#[track_caller]
fn check(query: &CaseQuery, body: &str, expect: &[Value]) {
    let got = read(query, body.as_bytes());
    assert!(got == expect, "{body:?}\nexpected {expect:#?}\ngot {got:#?}");
}

/// Returns any malformed line.
fn malformed() -> Value {
    json!({"malformed": true})
}

/// Returns the line of an ambiguous record.
fn ambiguous(mut line: Value) -> Value {
    line["split"] = "ambiguous".into();
    line
}

/// Returns the line of a missing pair.
fn missing(id: impl Into<Value>, phone: &str) -> Value {
    let id = id.into();
    json!({"missing": {"id": id, "phone": phone}})
}

#[test]
fn errors_and_deletion_r11_r12_r15() {
    for multi in [false, true] {
        check(&query(1, 0, multi), "OK\n", &[json!({"result": "OK"})]);
        check(&query(1, 1, multi), "0,-9", &[json!({"error_code": 9})]);
        check(&query(1, 1, multi), "639,-8\r\n", &[json!({"error_code": 8, "id": 639})]);
        let text = "a (b), c";
        check(&query(0, 1, multi), "ERROR = 9 (a (b), c), ID - 5", &[json!({"error_code": 9, "error": text, "id": 5})]);
        // R11a
        check(&query(0, 0, multi), "ERROR = 9", &[json!({"error_code": 9})]);
        check(&query(0, 0, multi), "ERROR = 9 (x", &[malformed()]);
        check(&with_requested(query(1, 0, multi), "5:7"), "0,-2147483648", &[malformed()]);
    }
    // R3a: an id may be a text.
    check(&query(1, 0, false), "a.b_c-1,-8", &[json!({"error_code": 8, "id": "a.b_c-1"})]);
    check(&query(1, 0, false), "00,-8", &[json!({"error_code": 8})]);
    check(&query(1, 0, false), "order-77,-2147483648", &[malformed()]);
    check(&query(1, 0, false), "order 77,-8", &[malformed()]);
    check(&query(0, 0, false), "ERROR = 9 (x), ID - order-77", &[json!({"error_code": 9, "error": "x", "id": "order-77"})]);
    check(&query(0, 0, false), "ERROR = 9 (x), ID - 0", &[malformed()]);
    // R40a: -3 is not an id, so this is a record, and its time is malformed.
    check(&query(1, 0, false), "-3,-1", &[malformed()]);
    // R15a: the first line is malformed, and the lines after it are parsed.
    check(&query(1, 0, true), "0,-9\n1,,,5,7\n", &[malformed(), json!({"status": 1, "id": 5, "phone": "7"})]);
    check(&query(0, 0, true), "OK\nStatus = 1, id = 5", &[malformed(), json!({"status": 1, "id": 5})]);
}

#[test]
fn a_body_that_is_no_reply_is_one_line_r49() {
    for body in ["", "\n\n", " \t\r\n ", "<b>\n1,,,5,7", "{\"status\": 1}", "[1]", "no reply", "-", ",,,"] {
        check(&with_requested(query(1, 0, true), "5:7"), body, &[malformed()]);
    }
    // The second line starts like a record.
    check(&with_requested(query(1, 0, true), "5:7"), "x\n1x", &[malformed(), malformed(), missing(5, "7")]);
    // A single reply is one record, so it must start at the first byte.
    check(&with_requested(query(1, 0, false), "5:7"), "x\n1", &[malformed()]);
    check(&with_requested(query(1, 0, false), "5:7"), "1", &[malformed(), missing(5, "7")]);
}

#[test]
fn more_than_a_mebibyte_of_line_ends_are_lines_r20a() {
    let body = |count| format!("1,,,5,7{}", "\n".repeat(count));
    assert_eq!(read(&query(1, 0, true), body(1 << 20).as_bytes()).len(), 1);
    // The first line end ends the record's line.
    assert_eq!(read(&query(1, 0, true), body((1 << 20) + 1).as_bytes()).len(), 1 + (1 << 20));
}

#[test]
fn values_r30_to_r39() {
    let one = query(1, 0, false);
    check(&one, "\u{feff}01,0,007\r\n", &[json!({"status": 1, "err": 7})]);
    check(
        &one,
        "-2147483648,1099511627776,2147483647",
        &[json!({"status": -2_147_483_648_i64, "last_timestamp": 1_099_511_627_776_u64, "err": i32::MAX})],
    );
    for body in [
        "2147483648,0,0",
        "1,1099511627777,0",
        "1,0,2147483648",
        "1,+1,0",
        "1,0,1.0",
        "1,0,1 ",
        "1,0,-1",
        "+1,0,0",
        "1 ,0,0",
        ",0,0",
    ] {
        check(&one, body, &[malformed()]);
    }
    for (cost, is_valid) in
        [("0", true), ("1.2345", true), ("1.23456", false), (".5", false), ("5.", false), ("-1", false), ("1e3", false)]
    {
        let got = read(&query(1, 1, false), format!("1,0,,,7,{cost},,,m").as_bytes());
        assert_eq!(got[0].get("cost").and_then(Value::as_str), is_valid.then_some(cost));
    }
    for (id, is_valid) in [("0", false), ("2147483647", true), ("2147483648", false), ("-1", false), (" 1", false)] {
        let got = read(&query(1, 0, true), format!("1,,,{id},7").as_bytes());
        assert_eq!(got[0].get("malformed").is_none(), is_valid, "{id}");
    }
    check(&query(1, 0, true), "1,,,,7", &[json!({"status": 1, "phone": "7"})]);
}

#[test]
fn ids_r3_r3a() {
    let longest = "q".repeat(40);
    for (id, expect) in [("1", json!(1)), ("0007", json!(7)), ("a", json!("a")), ("-", json!("-")), ("5-", json!("5-"))]
        .into_iter()
        .chain([("A.b_C-1", json!("A.b_C-1")), ("--5", json!("--5")), (longest.as_str(), json!(longest.clone()))])
    {
        check(&query(1, 0, true), &format!("1,,,{id},7"), &[json!({"status": 1, "id": expect, "phone": "7"})]);
        check(&query(0, 0, true), &format!("Status = 1, id = {id}"), &[json!({"status": 1, "id": expect})]);
    }
    let too_long = "q".repeat(41);
    for id in ["0", "-0", "-5", "2147483648", "a b", " a", "a/b", "\u{444}", too_long.as_str()] {
        check(&query(1, 0, true), &format!("1,,,{id},7"), &[malformed()]);
        check(&query(0, 0, true), &format!("Status = 1, id = {id}"), &[malformed()]);
    }
}

#[test]
fn not_found_r13() {
    for kind in ["auto", "sms", "hlr", "email"] {
        let query = |all, multi| CaseQuery { kind: kind.to_owned(), ..query(1, all, multi) };
        check(&query(0, false), "-3,0,0", &[json!({"status": -3, "err": 0})]);
        check(&query(2, false), "-3,0,0", &[json!({"status": -3, "err": 0})]);
        check(&query(0, true), "-3,0,0,5,7", &[json!({"status": -3, "err": 0, "id": 5, "phone": "7"})]);
        check(&query(2, true), "-3,0,0,5", &[json!({"status": -3, "err": 0, "id": 5})]);
        check(&query(0, false), "-3,,,,,,,,,,", &[json!({"status": -3})]);
    }
    // R46g: a record by itself, for any next line.
    check(&query(1, 1, true), "-3,,,5\nx", &[json!({"status": -3, "id": 5}), malformed()]);
    // By its type slot the line would be an HLR reply, but a record with this status is not.
    let line = json!({"status": -3, "phone": "7", "sender_id": "", "status_name": "", "message": "m", "type": 4});
    check(&query(1, 1, false), "-3,,,,7,,,,m,4", &[line]);
}

#[test]
fn sms_or_hlr_r41() {
    // An empty fourth field and a type of 4, but too few fields for an HLR reply.
    check(&query(1, 1, false), "1,,,,7,,,,m,4", &[malformed()]);
    // 1 to 10 digits are the time of an SMS, for any type.
    let line =
        json!({"status": 1, "send_timestamp": 5, "phone": "7", "sender_id": "HLR", "status_name": "", "message": "m", "type": 4});
    check(&query(1, 1, false), "1,,,5,7,,HLR,,m,4", &[line]);
    let got = read(&query(1, 1, false), b"1,,,1234567890,,,,a,b,c,d,5,7,1,HLR,,m,4");
    assert_eq!(got[0].get("imsi"), None);
    let got = read(&query(1, 1, false), b"1,,,12345678901,,,,a,b,c,d,5,7,1,HLR,,m,4");
    assert_eq!(got[0]["imsi"], "12345678901");
    // R41a: the sender slot after names with commas; and at its fixed index, where it decides even
    // if the rest is malformed then.
    let got = read(&query(1, 1, false), b"1,,,,,,,a,b,c,d,e,5,7,1,HLR,,m,0");
    assert_eq!(got[0]["rnet"], "d,e");
    check(&query(1, 1, false), "1,,,,7,1,,,a,b,c,x,d,e,HLR,f,0", &[malformed()]);
    // The kind in the query decides: an HLR reply although the imsi is short.
    let hlr = CaseQuery { kind: "hlr".to_owned(), ..query(1, 0, true) };
    let line = json!({"status": 1, "imsi": "5", "msc": "", "mcc": "", "mnc": "", "cn": "a", "net": "b", "rcn": "c", "rnet": "d,e", "id": 5, "phone": "7", "split": "ambiguous"});
    check(&hlr, "1,,,5,,,,a,b,c,d,e,5,7", &[line]);
    check(&hlr, "1,,,5,7", &[malformed()]);
    check(&query(1, 0, false), "1,,,", &[malformed()]);
}

#[test]
fn hlr_names_with_commas_r45() {
    let line = |rnet: &str, time: u32| json!({"status": 1, "imsi": "", "msc": "", "mcc": "", "mnc": "", "cn": "a", "net": "b", "rcn": "c", "rnet": rnet, "send_timestamp": time, "phone": "7", "cost": "1", "sender_id": "HLR", "status_name": "", "message": "m, n", "type": 4});
    check(&query(1, 1, false), "1,,,,,,,a,b,c,d, 5,7,1,HLR,,m, n, 4", &[line("d", 5)]);
    check(&query(1, 1, false), "1,,,,,,,a,b,c,d,e,f,5,7,1,HLR,,m, n,4", &[ambiguous(line("d,e,f", 5))]);
    // R45a: an index with both values takes precedence over one further left where they are empty.
    check(&query(1, 1, false), "1,,,,,,,a,b,c,d,,,,5,7,1,HLR,,m, n,4", &[ambiguous(line("d,,,", 5))]);
    // R45a: if no index has both values, the leftmost one where they are valid or empty.
    check(&query(1, 1, false), "1,,,,,,,a,b,c,d,12345678901,7,1,HLR,,m,4", &[malformed()]);
    let line = json!({"status": 1, "imsi": "", "msc": "", "mcc": "", "mnc": "", "cn": "a", "net": "b", "rcn": "c", "rnet": "d,e", "phone": "7", "sender_id": "HLR", "status_name": "", "message": "m", "type": 4, "split": "ambiguous"});
    check(&query(1, 1, false), "1,,,,,,,a,b,c,d,e,,7,,HLR,,m,4", &[line]);
}

#[test]
fn the_tail_of_a_message_r43() {
    let check_tail = |tail: &str, message: &str, comment: Option<&str>, kind: Option<u32>, split: bool| {
        let mut line =
            json!({"status": 1, "send_timestamp": 5, "phone": "7", "sender_id": "", "status_name": "", "message": message});
        if let Some(comment) = comment {
            line["comment"] = comment.into();
        }
        if let Some(kind) = kind {
            line["type"] = kind.into();
        }
        check(&query(1, 1, false), &format!("1,,,5,7,,,,{tail}"), &[if split { ambiguous(line) } else { line }]);
    };
    check_tail("a,b,0", "a", Some("b"), Some(0), false);
    check_tail("a, b, 0", "a", Some("b"), Some(0), false);
    check_tail("a,  b, 0", "a", Some(" b"), Some(0), false);
    check_tail("a, b,c, 0", "a", Some("b,c"), Some(0), true);
    check_tail("a,b, c,0", "a", Some("b, c"), Some(0), true);
    check_tail("a, b,0", "a", Some(" b"), Some(0), true);
    check_tail("a,b, 0", "a", Some("b"), Some(0), true);
    check_tail("a,0", "a", None, Some(0), false);
    check_tail("a,b,16", "a,b,16", None, None, false);
    check_tail("a,b,  0", "a,b,  0", None, None, false);
    // R43b
    check_tail("0", "0", None, None, false);
    check_tail("", "", None, None, false);
    check_tail("a\nb\n", "a\nb", None, None, false);
}

#[test]
fn a_single_reply_of_another_request_r21a() {
    let line = |message: &str| json!({"status": 1, "phone": "7", "sender_id": "", "status_name": "", "message": message});
    for (text, is_ambiguous) in [
        ("a\n1,123456789,", true),
        ("a\n-1,12345678901,", true),
        ("a\r\n100,123456789,0,", true),
        ("a\n1,12345678,", false),
        ("a\n1,123456789012,", false),
        ("a\n100,123456789,", false),
        ("a 1,123456789,", false),
    ] {
        let line = line(text);
        check(&query(1, 1, false), &format!("1,,,,7,,,,{text}"), &[if is_ambiguous { ambiguous(line) } else { line }]);
    }
    let line = |message: &str| json!({"status": 1, "message": message});
    check(&query(0, 1, false), "Status = 1, message = a\nStatus = -5", &[ambiguous(line("a\nStatus = -5"))]);
    check(&query(0, 1, false), "Status = 1, message = a\nStatus = a", &[line("a\nStatus = a")]);
    // fmt 0 has no rule for the mcc.
    check(&query(0, 0, false), "Status = 1, mcc = 5", &[json!({"status": 1, "mcc": "5"})]);
}
