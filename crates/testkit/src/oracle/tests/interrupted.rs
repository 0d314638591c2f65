//! Records that are interrupted or have no end by R46: R46j, R46k, R46l.

use serde_json::{Value, json};

use super::super::read;
use super::{ambiguous, check, malformed, query};

/// A time of 9 digits, which makes a head a full record start.
const TIME: u32 = 100_000_000;

/// Returns the start of a line with all=1, whose head has this `last_timestamp`.
fn head(time: &str) -> String {
    format!("1,{time},,5,7,,,,")
}

/// Returns the message of such a line.
fn sms(time: Option<u32>, message: &str, comment: Option<&str>, kind: Option<u8>, id: impl Into<Value>) -> Value {
    let mut line = json!({"status": 1, "send_timestamp": 5, "phone": "7", "sender_id": "", "status_name": "", "message": message, "id": id.into()});
    if let Some(time) = time {
        line["last_timestamp"] = time.into();
    }
    if let Some(comment) = comment {
        line["comment"] = comment.into();
    }
    if let Some(kind) = kind {
        line["type"] = kind.into();
    }
    line
}

#[track_caller]
fn check_batch(body: &str, expect: &[Value]) {
    check(&query(1, 1, true), body, expect);
}

#[test]
fn full_record_starts_r46j() {
    let (small, full) = (head(""), head(&TIME.to_string()));
    let b = |message: &str| sms(Some(TIME), message, None, Some(0), 6);
    check_batch(&format!("{small}a\n{full}b,0,6"), &[malformed(), ambiguous(b("b"))]);
    // An end before it interrupts nothing.
    check_batch(&format!("{small}a,5\n{full}b,0,6"), &[sms(None, "a", None, None, 5), b("b")]);
    // The lines between are tried as usual: the second head is interrupted too.
    check_batch(&format!("{small}a\n{small}x\n{full}b,0,6"), &[malformed(), malformed(), ambiguous(b("b"))]);
    // A head between that has an end interrupts nothing, and the record after it is ambiguous: the
    // first head was interrupted.
    let between = format!("{small}a\nx\n{small}c,0,5\ny\n{full}b,0,6");
    let first = format!("a\nx\n{small}c");
    check_batch(
        &between,
        &[ambiguous(sms(None, &first[..first.rfind(',').unwrap()], Some("c"), Some(0), 5)), malformed(), ambiguous(b("b"))],
    );
    // Leading zeros do not count, and 8 digits are too few.
    for time in ["00000000099999999", "99999999", "100000000000"] {
        let got = read(&query(1, 1, true), format!("{small}a\n{}b,0,6", head(time)).as_bytes());
        assert_eq!(got.len(), 1, "{time}");
    }
    for time in ["0000000100000000", "99999999999"] {
        let got = read(&query(1, 1, true), format!("{small}a\n{}b,0,6", head(time)).as_bytes());
        assert_eq!(got.len(), 2, "{time}");
    }
    // R46h: an end that is malformed ends the search, so nothing is interrupted.
    check_batch(&format!("1,,,5,7,,,5,6\n{full}b,0,6"), &[malformed(), b("b")]);
}

#[test]
fn ends_by_type_and_id_r46k() {
    let small = head("");
    let a = |message: &str| ambiguous(sms(None, message, None, Some(0), 5));
    check_batch(&format!("{small}a,0,5\nx"), &[a("a"), malformed()]);
    check_batch(&format!("{small}a, 0,5\nx"), &[a("a"), malformed()]);
    check_batch(&format!("{small}a\nb,0,5\nc,0,6\nx"), &[a("a\nb"), malformed(), malformed()]);
    // The type has a comma before it.
    check_batch(&format!("{small}a\n0,5\nx"), &[malformed(), malformed(), malformed()]);
    // On the head's line it is after the text's start.
    check_batch(&format!("{small}0,5\nx"), &[malformed(), malformed()]);
    check_batch(&format!("{small},0,5\nx"), &[a(""), malformed()]);
    for end in ["a,5", "a,16,5", "a,  0,5", "a,0,0", "a,0,-5", "a,0,b c"] {
        check_batch(&format!("{small}{end}\nx"), &[malformed(), malformed()]);
    }
    // Line 64 counts, and line 65 does not.
    let body = |between: usize| format!("{small}a{}\nb,0,5\ny", "\nx".repeat(between));
    check_batch(&body(62), &[a(&format!("a{}\nb", "\nx".repeat(62))), malformed()]);
    check_batch(&body(63), &vec![malformed(); 66]);
    // R46d: an end further away than 1 MiB is none.
    let long = |length: usize| format!("{small}{}\n,0,5\ny", "x".repeat(length - small.len() - 5));
    assert_eq!(read(&query(1, 1, true), long(1 << 20).as_bytes()).len(), 2);
    check_batch(&long((1 << 20) + 1), &[malformed(), malformed(), malformed()]);
}

#[test]
fn text_ids_need_a_type_r46l() {
    let small = head("");
    let a = |message: &str, id: &str| sms(None, message, None, Some(0), id);
    check_batch(&format!("{small}a,0,b-c"), &[a("a", "b-c")]);
    check_batch(&format!("{small}a,b-c"), &[malformed()]);
    check_batch(&format!("{small}a\n0,b-c"), &[malformed(), malformed()]);
    check_batch(
        &format!("{small}a,word\n1,2,x\n,0,b-c"),
        &[ambiguous(sms(None, "a,word\n1,2,x\n", None, Some(0), "b-c"))].map(|mut line| {
            // R43: the last comma is the comment's separator.
            line["message"] = "a,word\n1,2".into();
            line["comment"] = "x\n".into();
            line
        }),
    );
    // The type would be before the text's start: it is the message (R43b) or status_name.
    check_batch(&format!("{small}0,b-c"), &[malformed()]);
    check_batch("1,,,5,7,,,0,b-c", &[malformed()]);
    check_batch(&format!("{small},0,b-c"), &[a("", "b-c")]);
}
