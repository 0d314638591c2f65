//! Requested pairs: R47b with full record starts and text ids, R47d.

use serde_json::{Value, json};

use super::{ambiguous, check, malformed, missing, query, with_requested};

/// Returns a message with all=1, sent at 5, whose head is a full record start.
fn sms(phone: &str, message: &str, id: impl Into<Value>) -> Value {
    json!({"status": 1, "last_timestamp": 100_000_000, "send_timestamp": 5, "phone": phone, "sender_id": "", "status_name": "", "message": message, "id": id.into()})
}

/// Returns the start of the line of such a message.
fn head(phone: &str) -> String {
    format!("1,100000000,,5,{phone},,,,")
}

#[track_caller]
fn check_batch(ids: &str, body: &str, expect: &[Value]) {
    check(&with_requested(query(1, 1, true), ids), body, expect);
}

#[test]
fn full_record_starts_in_a_record_r47b() {
    let (a, b) = (head("7"), head("8"));
    // The known pair decides for a record that contains a full record start.
    let text = format!("a\n{b}b");
    check_batch("5:7", &format!("{a}a\n{b}b,5"), &[sms("7", &text, 5)]);
    // But not if that one makes a pair with the same id.
    check_batch("5:7,5:8", &format!("{a}a\n{b}b,5"), &[malformed(), missing(5, "7"), sms("8", "b", 5)]);
    // The first line that makes a pair decides, even if a later one makes one too.
    check_batch(
        "5:7,5:8,6:7",
        &format!("{a}a\n{b}b,5\nx,6"),
        &[malformed(), missing(5, "7"), sms("8", "b", 5), malformed(), missing(6, "7")],
    );
    // Two lines make a pair, so the first one is not certain.
    check_batch(
        "5:7,6:7",
        &format!("{a}a\n{b}b,5\nx,6\ny"),
        &[ambiguous(sms("7", &text, 5)), malformed(), malformed(), missing(6, "7")],
    );
    // The pair of the record by R46k is known.
    let mut typed = sms("7", "a", 5);
    typed["type"] = 0.into();
    let mut unknown = ambiguous(sms("8", "b", 6));
    unknown["unexpected"] = true.into();
    check_batch("5:7", &format!("{a}a,0,5\nx\n{b}b,6"), &[typed, malformed(), unknown]);
}

#[test]
fn text_ids_of_known_pairs_r46l() {
    check_batch("a-b:7", &format!("{}a,a-b\nx", head("7")), &[sms("7", "a", "a-b"), malformed()]);
    check_batch("a-b:8", &format!("{}a,a-b\nx", head("7")), &[malformed(), malformed(), missing("a-b", "8")]);
    check_batch("007:7", "-3,,,7", &[json!({"status": -3, "id": 7})]);
}

#[test]
fn phones_are_compared_as_numbers_r47d() {
    let same = |requested: &str, phone: &str| {
        let line = json!({"status": 1, "id": 1, "phone": phone});
        check(&with_requested(query(1, 0, true), &format!("1:{requested}")), &format!("1,,,1,{phone}"), &[line]);
    };
    for (requested, phone) in [
        ("8 (999) 000-00-01", "79990000001"),
        ("9990000001", "79990000001"),
        ("79990000001", "89990000001"),
        ("89990000001", "9990000001"),
        ("+7 999 000 00 01", "79990000001"),
        ("+84901234567", "84901234567"),
        ("84901234567", "74901234567"),
        ("User@Example.com", "uSER@eXAMPLE.COM"),
        ("\u{43f}\u{43e}@\u{440}\u{444}", "\u{41f}\u{41e}@\u{420}\u{424}"),
        ("Name", "nAME"),
        ("a:b", "A:B"),
        ("tel. 7", "7"),
    ] {
        same(requested, phone);
    }
    let differs = |requested: &str, phone: &str| {
        let line = json!({"status": 1, "id": 1, "phone": phone, "unexpected": true});
        let query = with_requested(query(1, 0, true), &format!("1:{requested}"));
        check(&query, &format!("1,,,1,{phone}"), &[line, missing(1, requested)]);
    };
    for (requested, phone) in [
        ("+89990000001", "79990000001"),
        ("89990000001", "+79990000001"),
        ("+84901234567", "74901234567"),
        ("+9990000001", "79990000001"),
        ("8999000001", "7999000001"),
        ("999000001", "7999000001"),
        ("1@b.c", "1"),
        ("a1@b.c", "a2@b.c"),
        ("a", ""),
        ("a", "7"),
    ] {
        differs(requested, phone);
    }
}
