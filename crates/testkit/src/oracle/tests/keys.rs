//! The keys of fmt 0 (R44).

use serde_json::{Value, json};

use super::{ambiguous, check, malformed, query};

#[test]
fn keys_r44() {
    let one = query(0, 1, false);
    let check_text = |text: &str, expect: Value| check(&one, &format!("Status = 1, phone = 7, message = {text}"), &[expect]);
    let line = |message: &str| json!({"status": 1, "phone": "7", "message": message});
    let with = |mut line: Value, key: &str, value: Value| {
        line[key] = value;
        line
    };
    check_text("a, b", line("a, b"));
    check_text("a, type = 1", with(line("a"), "type", 1.into()));
    check_text("a, type = x, type = 1, x = 5", with(line("a, type = x"), "type", 1.into()));
    check_text("a, type = 0, type = 1", ambiguous(with(line("a, type = 0"), "type", 1.into())));
    check_text(
        "a, comment = b, comment = c, type = 1",
        ambiguous(with(with(line("a, comment = b"), "comment", "c".into()), "type", 1.into())),
    );
    // R44c, R44d, R44e
    check_text("a, type = 1, comment = b", ambiguous(with(with(line("a"), "comment", "b".into()), "type", 1.into())));
    check_text("a, comment = b", with(line("a"), "comment", "b".into()));
    check_text("a, comment =", with(line("a"), "comment", "".into()));
    check_text("a, comment =, type = 1", with(line("a, comment ="), "type", 1.into()));
    check_text("a, type = 1, ID = 5, sms_cnt =", with(with(line("a"), "type", 1.into()), "id", 5.into()));
    // Values of the pairs contain no line break, and an id is not repeated.
    check_text("a, type = 1, x = b\nc", line("a, type = 1, x = b\nc"));
    check_text("a, type = 1, id = 5, ID = 5", malformed());
    check_text("a, type = 1, id = 0", malformed());
    check_text("a, type = 256", malformed());
}

#[test]
fn the_last_keys_are_in_any_order_r44f() {
    let one = query(0, 2, false);
    let line = json!({"status": 1, "sms_cnt": 2, "id": "a-b", "int_id": 999_999_999_999_999_u64, "format": "0", "crc": "x y"});
    let keys = ["sms_cnt = 2", "ID = a-b", "int_id = 999999999999999", "format = 0", "crc = x y"];
    for first in 0..keys.len() {
        let mut keys = keys;
        keys.rotate_left(first);
        check(&one, &format!("Status = 1, {}", keys.join(", ")), std::slice::from_ref(&line));
        keys.reverse();
        let mut with_text = line.clone();
        with_text["message"] = "m".into();
        with_text["type"] = 0.into();
        check(&one, &format!("Status = 1, message = m, type = 0, {}", keys.join(", ")), &[with_text]);
    }
    for text in ["crc = , crc = ", "id = 5, crc = , ID = 5", "crc = , cost = 1", "int_id = -1", "int_id = 1000000000000000"] {
        check(&one, &format!("Status = 1, {text}"), &[malformed()]);
    }
    // Free text ends at one of these keys; other values end at a comma.
    check(
        &one,
        "Status = 1, region = a, b, crc = 1, x = y, format =",
        &[json!({"status": 1, "region": "a, b", "format": "", "crc": "1"})],
    );
    // The early position of the id.
    check(&one, "Status = 1, id = 5, phone = 7, int_id = ", &[json!({"status": 1, "id": 5, "phone": "7"})]);
}

#[test]
fn keys_before_the_message_r44a_r44b() {
    let one = query(0, 2, false);
    let line = json!({"status": 1, "phone": "7", "country": "A, B, x = y", "cost": "1"});
    check(&one, "Status = 1, phone = 7, x = y, country = A, B, x = y, cost = 1, z =", &[line]);
    check(&one, "Status = 1, phone = 7, err = 0", &[malformed()]);
    check(&one, "Status = 1, phone = 7, phone = 8", &[malformed()]);
    check(&one, "Status = 1, phone = 7 x", &[json!({"status": 1, "phone": "7 x"})]);
    check(&one, "Status = 1, phone = 7, x", &[malformed()]);
    check(&one, "Status = , phone = 7", &[malformed()]);
    check(&query(0, 0, true), "Status = 1, id = 5\nerr = 0, id = 6", &[json!({"status": 1, "id": 5}), malformed()]);
    // A key out of order in free text is text.
    check(&one, "Status = 1, sender_id = a, cost = 1", &[json!({"status": 1, "sender_id": "a, cost = 1"})]);
    check(&one, "Status = 1, operator_orig= a, rnet = b", &[json!({"status": 1, "operator_orig": "a, rnet = b"})]);
    check(&one, "Status = 1, id = 5, id = 5", &[malformed()]);
    check(&one, "Status = 1, ID = 5, phone = 7", &[json!({"status": 1, "id": 5, "phone": "7"})]);
    check(&one, "Status = 1, id = , phone = 7", &[json!({"status": 1, "phone": "7"})]);
    // R44: HLR replies have no comment.
    let line = json!({"status": 1, "imsi": "", "message": "a, comment = b", "type": 4});
    check(&one, "Status = 1, imsi = , message = a, comment = b, type = 4", &[line]);
}
