//! Batches with texts (R46) and with requested pairs (R47).

use serde_json::{Value, json};

use super::super::read;
use super::{ambiguous, check, malformed, missing, query, with_requested};
use crate::cases::CaseQuery;

/// Checks the lines of an fmt 1 batch with all=1, with requested pairs or without.
#[track_caller]
fn check_batch(ids: Option<&str>, body: &str, expect: &[Value]) {
    check(&CaseQuery { ids: ids.map(str::to_owned), ..query(1, 1, true) }, body, expect);
}

/// Returns an SMS of phone 7 with all=1, sent at 5, whose other values are empty.
fn sms(message: &str, id: u32) -> Value {
    json!({"status": 1, "send_timestamp": 5, "phone": "7", "sender_id": "", "status_name": "", "message": message, "id": id})
}

/// Returns the line of an unexpected record.
fn unexpected(mut line: Value) -> Value {
    line["unexpected"] = true.into();
    line
}

#[test]
fn heads_and_ends_r46() {
    check_batch(None, "1,,,5,7,,,,a,5\n1,,,5,7,,,,b\nc,6", &[sms("a", 5), sms("b\nc", 6)]);
    // A head pattern in the text.
    check_batch(None, "1,,,5,7,,,,a\n1,2,3\nb,5", &[ambiguous(sms("a\n1,2,3\nb", 5))]);
    // The first end before a head pattern, not the first end.
    check_batch(None, "1,,,5,7,,,,a\nb,5\nc,6\n1,,,5,7,,,,d,8", &[sms("a\nb,5\nc", 6), sms("d", 8)]);
    // There is no end, so the line alone is malformed.
    check_batch(None, "1,,,5,7,,,,a\n1,,,5,7,,,,b,0\nc", &[malformed(), malformed(), malformed()]);
    // R46a: a line with an invalid cost starts no record.
    check_batch(None, "1,,,5,7,x,,,a\n1,,,5,7,,,,b,5", &[malformed(), sms("b", 5)]);
    // R46h: no other line belongs to an end without a message. If no head pattern follows, the text
    // goes on.
    check_batch(None, "1,,,5,7,,,,5\n1,,,5,7,,,,b,6", &[malformed(), sms("b", 6)]);
    check_batch(None, "1,,,5,7,,,,5", &[malformed()]);
    check_batch(None, "1,,,5,7,,,,5\na,6", &[sms("5\na", 6)]);
    // Line breaks stay as they are.
    check_batch(None, "1,,,5,7,,,,a\r\n\r\nb,5\r\n\r\n", &[sms("a\r\n\r\nb", 5)]);
    // R46b
    check_batch(
        None,
        "1,,,5,7,,,,a,5\n100,1760080210,0,5,7,,,,b,6",
        &[
            sms("a", 5),
            json!({"status": 100, "last_timestamp": 1_760_080_210, "err": 0, "send_timestamp": 5, "phone": "7", "sender_id": "", "status_name": "", "message": "b", "id": 6}),
        ],
    );
    check_batch(None, "1,,,5,7,,,,a,5\n100,1,0,,7,,,,b,6", &[sms("a,5\n100,1,0,,7,,,,b", 6)]);
    check_batch(None, "1,,,5,7,,,,a,5\n100,1760080210,b,6", &[sms("a,5\n100,1760080210,b", 6)]);
}

#[test]
fn a_head_pattern_is_short_and_a_record_below_a_mebibyte_r46c_r46d() {
    // R46c: the second comma is byte 65.
    let long = format!("1,{},,,7,,,,b,6", "0".repeat(62));
    check_batch(None, &format!("1,,,5,7,,,,a,5\n{long}"), &[sms(&format!("a,5\n{}", &long[..long.len() - 2]), 6)]);
    let head = "1,,,5,7,,,,";
    let record = |length: usize| format!("{head}{},5", "x".repeat(length - head.len() - 2));
    assert!(read(&query(1, 1, true), record(1 << 20).as_bytes())[0].get("id").is_some());
    check_batch(None, &record((1 << 20) + 1), &[malformed()]);
    check_batch(None, &format!("{head}\n{},5", "x".repeat(1 << 20)), &[malformed(), malformed()]);
}

#[test]
fn batches_of_key_value_pairs_r46f() {
    let batch = query(0, 1, true);
    let line = |message: &str, id: u32| json!({"status": 1, "phone": "7", "message": message, "type": 0, "id": id});
    let head = "Status = 1, phone = 7, message = ";
    check(&batch, &format!("{head}a\nb, type = 0, id = 5\n{head}c, type = 0, ID = 6, x = y"), &[line("a\nb", 5), line("c", 6)]);
    check(&batch, &format!("{head}a\nStatus = 2\nb, type = 0, id = 5"), &[ambiguous(line("a\nStatus = 2\nb", 5))]);
    // A line without a text is a record by itself.
    check(
        &batch,
        "Status = -3\nStatus = 1, phone = 7, type = 0, id = 5\nStatus = 1, phone = 7",
        &[json!({"status": -3}), json!({"status": 1, "phone": "7", "type": 0, "id": 5}), malformed()],
    );
    // The last keys contain no id.
    check(
        &batch,
        &format!("{head}a, type = 0\n{head}b, type = 0, id = 5"),
        &[ambiguous(line(&format!("a, type = 0\n{head}b"), 5))],
    );
    // An empty id does not make an end either.
    let got = read(&batch, format!("{head}a, type = 0, id = \n{head}b, type = 0, id = 5").as_bytes());
    assert_eq!(got, [ambiguous(line(&format!("a, type = 0, id = \n{head}b"), 5))]);
    // With all=0 each line is a record.
    check(
        &query(0, 0, true),
        "Status = 1, id = 5, phone = 7\n\nStatus = 1",
        &[json!({"status": 1, "id": 5, "phone": "7"}), malformed(), json!({"status": 1})],
    );
}

#[test]
fn requested_pairs_in_order_r47() {
    let batch = query(1, 0, true);
    let line = |id: u32, phone: &str| json!({"status": 1, "id": id, "phone": phone});
    check(
        &with_requested(batch.clone(), "5:+7,6:8,6:9"),
        "1,,,5,7\nx\n1,,,6,9\n1,,,6,8",
        &[line(5, "7"), malformed(), missing(6, "8"), line(6, "9"), unexpected(line(6, "8"))],
    );
    check(&with_requested(batch, "5:7,6:+8"), "0,-9\n", &[json!({"error_code": 9})]);
    // R47a: an absent value matches.
    check(&with_requested(query(1, 0, false), "5:7,6:8"), "1,,", &[json!({"status": 1}), missing(6, "8")]);
    check(&with_requested(query(1, 2, true), "5:7,6:8"), "-3,,,6", &[missing(5, "7"), json!({"status": -3, "id": 6})]);
    let empty = json!({"status": -3, "phone": "", "sender_id": "", "status_name": "", "message": "m", "id": 5});
    check_batch(Some("5:7"), "-3,,,,,,,,m,5", &[empty]);
    let mut empty = sms("m", 5);
    empty["phone"] = "".into();
    check_batch(Some("5:7"), "1,,,5,,,,,m,5", &[unexpected(empty), missing(5, "7")]);
    check(&with_requested(query(0, 0, false), "5:7"), "ERROR = x", &[malformed()]);
}

#[test]
fn the_requested_pair_decides_r47b() {
    let two = "1,,,5,7,,,,a\n1,,,5,7,,,,b,5\n1,,,5,7,,,,c,6";
    // Without requested pairs the next record becomes part of the truncated one.
    check_batch(None, two, &[ambiguous(sms("a\n1,,,5,7,,,,b", 5)), sms("c", 6)]);
    // (a) The pair of the record by R46 was requested, and no other end yields one: not ambiguous.
    // The region ends there, as a full head follows.
    check_batch(Some("5:7,6:7"), two, &[sms("a\n1,,,5,7,,,,b", 5), sms("c", 6)]);
    // (b) By R46 the record would end at the last line, whose id was not requested.
    check_batch(Some("5:7"), "1,,,5,7,,,,a,5\nb,6", &[sms("a", 5), malformed()]);
    // Two ends yield requested pairs: the record by R46 ends at the last line, and is ambiguous
    // only if there is a head pattern in it.
    check_batch(Some("5:7,6:7"), "1,,,5,7,,,,a,5\nb,6", &[missing(5, "7"), sms("a,5\nb", 6)]);
    check_batch(Some("5:7,6:7"), "1,,,5,7,,,,a,5\n10,20,30,8\nb,6", &[sms("a", 5), malformed(), malformed(), missing(6, "7")]);
    // (c) A truncated record before one with another phone.
    let truncated = "1,,,5,8,,,,a\n1,,,5,7,,,,b,5";
    check_batch(Some("9:8,5:7"), truncated, &[malformed(), missing(9, "8"), sms("b", 5)]);
    // (d) Nothing matches: R46 decides.
    check_batch(
        Some("9:9"),
        truncated,
        &[
            unexpected(ambiguous(
                json!({"status": 1, "send_timestamp": 5, "phone": "8", "sender_id": "", "status_name": "", "message": "a\n1,,,5,7,,,,b", "id": 5}),
            )),
            missing(9, "9"),
        ],
    );
}

#[test]
fn the_region_of_r47b_is_64_lines() {
    let body = |between: usize| format!("1,,,5,7,,,,a{}\nb,5\nc,6", "\nx".repeat(between));
    // The end with id 5 is line 64, counted from the head.
    let text = format!("a{}\nb", "\nx".repeat(62));
    check_batch(Some("5:7"), &body(62), &[sms(&text, 5), malformed()]);
    let text = format!("a{}\nb,5\nc", "\nx".repeat(63));
    check_batch(Some("5:7"), &body(63), &[unexpected(sms(&text, 6)), missing(5, "7")]);
}

#[test]
fn r46_decides_if_the_layout_depends_on_the_end_r47c() {
    // The empty fourth field may be an imsi, but this line is too short for an HLR reply: it is an
    // SMS, and the requested pair decides.
    let mut line = sms("a", 5);
    line.as_object_mut().unwrap().shift_remove("send_timestamp");
    check_batch(Some("5:7"), "1,,,,7,,,,a,5\nb,6", &[line, malformed()]);
    // This line is long enough, so only its type slot decides.
    let line = "1,,,,9,,,a,b,c,d,5,7,1,x,,m,4,5\ny";
    let got = read(&CaseQuery { ids: Some("5:7".to_owned()), ..query(1, 1, true) }, line.as_bytes());
    // R46k: the record ends with its line, and stays ambiguous, because R46 decides alone.
    let expect = json!({"status": 1, "imsi": "", "msc": "9", "mcc": "", "mnc": "", "cn": "a", "net": "b", "rcn": "c", "rnet": "d", "send_timestamp": 5, "phone": "7", "cost": "1", "sender_id": "x", "status_name": "", "message": "m", "type": 4, "id": 5});
    assert_eq!(got, [ambiguous(expect), malformed()]);
    // Further down, such a line has the phone of an HLR reply: not 9, which it would have as an
    // SMS.
    let truncated = "1,,,5,8,,,,a\n1,,,,9,,,a,b,c,d,5,7,1,x,,m,4,5";
    let lines = |ids| read(&CaseQuery { ids: Some(ids), ..query(1, 1, true) }, truncated.as_bytes());
    assert_eq!(lines("5:7".to_owned())[0], malformed());
    assert_eq!(lines("5:9".to_owned())[0]["unexpected"], true);
}
