//! Names with commas: R43c, R43d, R45a, R45b.

use serde_json::{Value, json};

use super::{ambiguous, check, malformed, query};
use crate::cases::CaseQuery;

/// Returns a message with all=2, of phone 7 and with the text `m`.
fn message(names: [&str; 3], cost: Option<&str>, sender: &str, status_name: &str) -> Value {
    let [country, operator, region] = names;
    let mut line = json!({"status": 1, "phone": "7", "country": country, "operator": operator, "region": region});
    if let Some(cost) = cost {
        line["cost"] = cost.into();
    }
    for (key, value) in [("sender_id", sender), ("status_name", status_name), ("message", "m")] {
        line[key] = value.into();
    }
    line
}

#[test]
fn names_of_messages_r43c_r43d() {
    let check_names = |names: &str, expect: Value| check(&query(1, 2, false), &format!("1,,,,7,{names},m"), &[expect]);
    check_names("A, b,C,,2.5,S,D", ambiguous(message(["A, b", "C", ""], Some("2.5"), "S", "D")));
    check_names("A, b,C,D,2.5,S,D", ambiguous(message(["A, b", "C", "D"], Some("2.5"), "S", "D")));
    check_names("A,B,C, d, e,2,S,D", ambiguous(message(["A", "B", "C, d, e"], Some("2"), "S", "D")));
    check_names("A, b, c,,D,2,S,D", ambiguous(message(["A, b, c", "", "D"], Some("2"), "S", "D")));
    // The first piece has none before it.
    check_names(" A, b,C,D,2,S,D", ambiguous(message([" A, b", "C", "D"], Some("2"), "S", "D")));
    // A cost in its slot: nothing is joined.
    check_names("A, b,C,2,S,D", message(["A", " b", "C"], Some("2"), "S", "D"));
    // R43c: joining does not help. Only digits with a dot are in doubt then.
    check_names("A,b,C,,2.5,D", ambiguous(message(["A", "b", "C"], None, "2.5", "D")));
    check_names("A,b,C,,2,D", message(["A", "b", "C"], None, "2", "D"));
    check_names("A, b,C,,S,2.5", ambiguous(message(["A", " b", "C"], None, "S", "2.5")));
    check_names("A, b,C,D,x,S,D", malformed());
    // The joined reading lacks a message.
    check(&query(1, 2, false), "1,,,,7,A, b,C,,2.5,S,m", &[ambiguous(message(["A", " b", "C"], None, "2.5", "S"))]);
    // With all=1 there are no names.
    let line = json!({"status": 1, "phone": "7", "sender_id": "2.5", "status_name": "D", "message": "m"});
    check(&query(1, 1, false), "1,,,,7,,2.5,D,m", &[line]);
}

/// Returns an HLR reply without names, whose `cn` to `rnet` are empty.
fn hlr(fields: Value) -> Value {
    let mut line = json!({"status": 1, "imsi": "1", "msc": "", "mcc": "", "mnc": "", "cn": "", "net": "", "rcn": "", "rnet": ""});
    let Value::Object(fields) = fields else { panic!("{fields} is no object") };
    line.as_object_mut().unwrap().extend(fields);
    line
}

#[test]
fn names_of_hlr_replies_r43d() {
    let one = CaseQuery { kind: "hlr".to_owned(), ..query(1, 2, false) };
    let line = |names: [&str; 3], cost: &str, sender: &str| {
        let [country, operator, region] = names;
        hlr(
            json!({"send_timestamp": 123_456_789, "phone": "a", "country": country, "operator": operator, "region": region, "cost": cost, "sender_id": sender, "status_name": "D", "message": "m"}),
        )
    };
    let check_names = |names: &str, expect: Value| check(&one, &format!("1,,,1,,,,,,,,123456789,a,{names},m"), &[expect]);
    check_names("A,B,C,2,HLR,D", line(["A", "B", "C"], "2", "HLR"));
    check_names("A, b,C,,2,HLR,D", ambiguous(line(["A, b", "C", ""], "2", "HLR")));
    check_names("A, b,C,D,2,HLR,D", ambiguous(line(["A, b", "C", "D"], "2", "HLR")));
    check_names("A, b,C,D,2,x,D", ambiguous(line(["A, b", "C", "D"], "2", "x")));
    // Joining does not help, and no position of R45a has values or is empty.
    check_names("A, b,C,D,x,HLR,D", malformed());
    // The leftmost slot of 9 or 10 digits is the time, not one of fewer.
    check(&one, "1,,,1,,,,,,,,12345678,a,A, b,C,D,2,HLR,D,m", &[malformed()]);
    check(
        &one,
        "1,,,1,,,,,,,,5,123456789,a,A, b,C,D,2,HLR,D,m",
        &[ambiguous(hlr(
            json!({"rnet": ",5", "send_timestamp": 123_456_789, "phone": "a", "country": "A, b", "operator": "C", "region": "D", "cost": "2", "sender_id": "HLR", "status_name": "D", "message": "m"}),
        ))],
    );
}

#[test]
fn the_slots_of_type_and_id_are_no_place_for_a_message_r45a() {
    let one = |multi| CaseQuery { kind: "hlr".to_owned(), ..query(1, 1, multi) };
    let line = |more: Value| {
        let mut line =
            hlr(json!({"send_timestamp": 5, "phone": "6", "cost": "7", "sender_id": "8", "status_name": "D", "message": "m"}));
        let Value::Object(more) = more else { panic!("{more} is no object") };
        line.as_object_mut().unwrap().extend(more);
        line
    };
    let body = |end: &str| format!("1,,,1,,,,,,,,5,6,7,8,D,{end}");
    check(&one(false), &body("m,4"), &[line(json!({"type": 4}))]);
    check(&one(false), &body("m,x"), &[ambiguous(line(json!({"message": "m,x"})))]);
    check(&one(true), &body("m,4,77"), &[line(json!({"type": 4, "id": 77}))]);
    check(&one(true), &body("m,77"), &[line(json!({"id": 77}))]);
    check(&one(true), &body("m,4,a-b"), &[line(json!({"type": 4, "id": "a-b"}))]);
    // The head's line ends in no id, so the next position fits as well.
    check(&one(true), &body("m,x\n,4,77"), &[ambiguous(line(json!({"message": "m,x\n", "type": 4, "id": 77})))]);
    // No other position fits.
    check(&one(false), &body("4"), &[line(json!({"message": "4"}))]);
}

#[test]
fn joined_names_r45b() {
    let check_names = |names: &str, expect: [&str; 4]| {
        let [cn, net, rcn, rnet] = expect;
        let line = hlr(json!({"cn": cn, "net": net, "rcn": rcn, "rnet": rnet}));
        check(
            &query(1, 0, false),
            &format!("1,,,1,,,,{names}"),
            &[if names.matches(',').count() > 3 { ambiguous(line) } else { line }],
        );
    };
    check_names("A, b,C,D", ["A", " b", "C", "D"]);
    check_names("A, b,C,D,E", ["A, b", "C", "D", "E"]);
    check_names(" A, b, c,C,D,", [" A, b, c", "C", "D", ""]);
    check_names("A, b, c,C,D", ["A", " b", " c", "C,D"]);
    check_names("A, b,C,D,E,F", ["A", " b", "C", "D,E,F"]);
}
