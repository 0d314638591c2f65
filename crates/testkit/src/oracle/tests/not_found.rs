//! The status -3 with empty slots (R13a), and replies of send.php (R49b).

use serde_json::json;

use super::{check, malformed, query, with_requested};
use crate::cases::CaseQuery;

#[test]
fn single_replies_r13a() {
    for kind in ["auto", "sms", "hlr", "email"] {
        let query = |all| CaseQuery { kind: kind.to_owned(), ..query(1, all, false) };
        let not_found = json!({"status": -3, "err": 0});
        for slots in 1..=8 {
            check(&query(0), &format!("-3,0,0{}", ",".repeat(slots)), std::slice::from_ref(&not_found));
        }
        check(&query(0), "-3,0,0,,,,,,,,,", &[malformed()]);
        check(&query(0), "-3,0,0,0", &[malformed()]);
        for body in ["-3,0,0,", "-3,0,0,0"] {
            check(&query(1), body, std::slice::from_ref(&not_found));
        }
        check(&query(1), "-3,0,0,,,0", &[json!({"status": -3, "err": 0, "phone": "", "cost": "0"})]);
        check(&query(1), "-3,0,0,,", &[json!({"status": -3, "err": 0, "phone": ""})]);
        check(&query(1), "-3,0,0,000,,00,", &[json!({"status": -3, "err": 0, "phone": "", "cost": "00", "sender_id": ""})]);
        // The cost's slot is another with all=2.
        check(&query(2), "-3,0,0,,,0,", &[malformed()]);
        let names = json!({"status": -3, "phone": "", "country": "", "operator": "", "region": "", "cost": "0", "sender_id": ""});
        check(&query(2), "-3,,,,,,,,0,", &[names]);
        // Any other 0 is a value, and the record is parsed as usual.
        for body in ["-3,0,0,,,0.0,", "-3,0,0,,,,,0", "-3,0,x,,", "-3,x,0,,"] {
            check(&query(1), body, &[malformed()]);
        }
    }
}

#[test]
fn lines_of_a_batch_r13a() {
    let not_found =
        json!({"status": -3, "phone": "", "sender_id": "", "status_name": "", "message": "", "comment": "", "id": "a-b"});
    // The line is a record by itself, for any next line.
    check(&query(1, 1, true), "-3,,,,,,,,,,,a-b\nx", &[not_found.clone(), malformed()]);
    // An HLR reply has 18 slots, and the id follows.
    check(&query(1, 1, true), &format!("-3{}a-b\nx", ",".repeat(18)), &[not_found, malformed()]);
    // With more the line is a message, whose end is not certain.
    check(&query(1, 1, true), &format!("-3{}a-b\nx", ",".repeat(19)), &[malformed(), malformed()]);
    check(
        &query(1, 1, true),
        "-3,,,,,77\n-3,,,,\n-3,,,,0\n-3,,,0,77",
        &[json!({"status": -3, "phone": "", "id": 77}), malformed(), malformed(), json!({"status": -3, "id": 77})],
    );
    check(
        &query(1, 0, true),
        "-3,,,,,,,,,,,5,7\n-3,,,,5,7\n-3,,,,x,5,7\n-3,,,,,,,,,,,,5,7",
        &[json!({"status": -3, "id": 5, "phone": "7"}), json!({"status": -3, "id": 5, "phone": "7"}), malformed(), malformed()],
    );
    // R47a: the empty phone is unknown.
    let line = json!({"status": -3, "phone": "", "id": 77});
    check(&with_requested(query(1, 1, true), "77:+7 (999) 000-00-01"), "-3,,,,,77", &[line]);
}

#[test]
fn replies_of_send_r49b() {
    for body in ["282,1", "20,1", "1,999999999,0", "1237,1,2.50,100", "x,1", "-3,1,0", "1,0001,0"] {
        check(&with_requested(query(1, 0, false), "5:7"), body, &[malformed()]);
    }
    let one = query(1, 0, false);
    check(&one, "1,1000000000,0", &[json!({"status": 1, "last_timestamp": 1_000_000_000, "err": 0})]);
    check(&one, "1,0,0", &[json!({"status": 1, "err": 0})]);
    check(&one, "282,-1", &[json!({"error_code": 1, "id": 282})]);
    check(&query(1, 0, true), "1,1,0,5,7", &[json!({"status": 1, "last_timestamp": 1, "err": 0, "id": 5, "phone": "7"})]);
    check(&query(1, 1, true), "-3,1,0,5", &[json!({"status": -3, "last_timestamp": 1, "err": 0, "id": 5})]);
}
