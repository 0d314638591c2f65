//! `smsc merge`: reports of any format, folded into one state for each message.

mod common;

use std::fs;
use std::process::Output;

use serde_json::{Value, json};

use common::smsc;

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

/// Creates a file for one test.
fn file(name: &str, contents: &[u8]) -> String {
    let path = format!("{}/merge-{name}", env!("CARGO_TARGET_TMPDIR"));
    fs::write(&path, contents).unwrap();
    path
}

fn lines(output: &Output) -> Vec<Value> {
    stdout(output).split_terminator('\n').map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Merges files with `--json`, and checks that all reports were merged.
fn merged(args: &[&str]) -> Vec<Value> {
    let output = smsc(&[&["merge", "--json"], args].concat(), b"");
    assert_eq!((stderr(&output), output.status.code()), ("", Some(0)), "{args:?}: {}", stdout(&output));
    lines(&output)
}

/// Every case of testdata/merge, whose reports become lines of JSON first: they are replies to several
/// requests.
#[test]
fn every_case_prints_what_is_expected() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../testdata/merge/merge.json");
    let cases: Vec<Value> = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    assert!(cases.len() >= 28, "cases are missing: {}", cases.len());
    for case in &cases {
        let name = case["name"].as_str().unwrap();
        let reports: Vec<_> = case["reports"].as_array().unwrap().iter().map(decoded).collect();
        let pair = case["message"].as_str().unwrap();
        let (id, phone) = pair.split_once(':').unwrap();
        let mut expected = case["expect"]["record"].clone();
        expected["id"] = id.parse::<u32>().map_or_else(|_| json!(id), |id| json!(id));
        expected["phone"] = json!(phone);
        expected["reports"] = json!(reports.len());
        if case["expect"]["not_found"] == true {
            expected["not_found"] = json!(true);
        }
        let backwards: Vec<_> = reports.iter().rev().cloned().collect();
        for (order, reports) in [("forwards", &reports), ("backwards", &backwards)] {
            let path = file(&format!("case-{name}"), reports.concat().as_bytes());
            let mut found = merged(&[&path, "--ids", pair]);
            assert_eq!(found.len(), 1, "{name}, {order}");
            // Whether ends differ is a finding of the command alone.
            found[0].as_object_mut().unwrap().remove("contradictions");
            assert_eq!(found[0], expected, "{name}, {order}");
        }
    }
}

/// Returns the line of JSON of a report.
fn decoded(report: &Value) -> String {
    let query = &report["query"];
    let (fmt, all) = (query["fmt"].to_string(), query["all"].to_string());
    let mut args = vec!["decode", "--json", "--fmt", &fmt, "--all", &all, "--charset", query["charset"].as_str().unwrap()];
    if query["multi"] == true {
        args.push("--multi");
    }
    let hex = report["body_hex"].as_str().unwrap();
    let body: Vec<_> = (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect();
    let output = smsc(&args, &body);
    assert_eq!(output.status.code(), Some(0), "{report}");
    stdout(&output).to_owned()
}

/// A batch in windows-1251 with texts, one without, a reply of fmt 3 on several lines, and lines of
/// `smsc status` and `smsc listen`.
fn mixed() -> [String; 4] {
    let texts = b"0,1760080205,0,1760080202,79990000001,2.12,GLOBUS,D,\xcf\xf0\xe8\xe2\xe5\xf2,,0,101\n0,1760080205,0,1760080202,79990000002,2.12,GLOBUS,D,a,,0,102\n";
    let pretty = b"[{\n\"status\": 2,\n\"last_timestamp\": 1760080220,\n\"id\": 102,\n\"phone\": \"79990000002\"\n},\n{\"status\": -3, \"id\": 103}]";
    let pushed = r#"{"kind":"status","event":{"status":1,"last_timestamp":1760080210,"err":0,"id":101,"phone":"+7 999 000-00-01"},"verified":null}
{"kind":"incoming","event":{"phone":"79990000001","mes":"a"},"verified":null}
"#;
    let asked = r#"{"status":20,"last_timestamp":1760080215,"err":6,"id":102,"phone":"79990000002","unexpected":true}
{"status":1,"last_timestamp":1760080216,"id":"order-77","phone":"User@example.org","outcome":{"status":5}}
"#;
    [
        file("texts.txt", texts),
        file("pretty.json", pretty),
        file("pushed.jsonl", pushed.as_bytes()),
        file("asked.jsonl", asked.as_bytes()),
    ]
}

#[test]
fn the_order_of_the_files_makes_no_difference() {
    let [texts, pretty, pushed, asked] = mixed();
    let expected = [
        json!({"status": 1, "last_timestamp": 1_760_080_210, "err": 0, "id": 101, "phone": "+7 999 000-00-01",
            "send_timestamp": 1_760_080_202, "cost": "2.12", "sender_id": "GLOBUS", "message": "Привет", "comment": "",
            "type": 0, "reports": 2}),
        json!({"status": 2, "last_timestamp": 1_760_080_220, "id": 102, "phone": "79990000002",
            "send_timestamp": 1_760_080_202, "cost": "2.12", "sender_id": "GLOBUS", "message": "a", "comment": "", "type": 0,
            "reports": 3, "contradictions": {"status": [1, 20]}}),
        json!({"status": -3, "id": 103, "not_found": true, "reports": 1}),
        json!({"status": 1, "last_timestamp": 1_760_080_216, "id": "order-77", "phone": "User@example.org", "reports": 1}),
    ];
    let mut first = None;
    for files in [[&texts, &pretty, &pushed, &asked], [&asked, &pushed, &pretty, &texts], [&pretty, &texts, &asked, &pushed]] {
        let output = smsc(&[&["merge", "--json", "--all", "1", "--multi"], &files.map(String::as_str)[..]].concat(), b"");
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(stderr(&output), format!("smsc: {pushed}: 1 lines that are no report\n"));
        assert_eq!(lines(&output), expected);
        assert_eq!(first.get_or_insert_with(|| stdout(&output).to_owned()), stdout(&output));
    }
}

#[test]
fn what_was_merged_merges_again() {
    let [texts, pretty, _, asked] = mixed();
    let all = smsc(&["merge", "--json", "--all", "1", "--multi", &texts, &pretty, &asked], b"");
    let part = smsc(&["merge", "--json", "--all", "1", "--multi", &texts, &pretty], b"");
    let part = file("part.jsonl", &part.stdout);
    let again = smsc(&["merge", "--json", &part, &asked], b"");
    assert_eq!(stdout(&again), stdout(&all));
    let twice = file("all.jsonl", &all.stdout);
    assert_eq!(merged(&[&twice]), lines(&all));
}

#[test]
fn a_report_without_an_id_is_that_of_the_only_pair() {
    let (first, second) = (file("one.txt", b"0,1760080205,0"), file("two.txt", b"1,1760080210,0"));
    let found = merged(&[&first, &second, "--ids", "101:79990000001"]);
    let expected = json!({"status": 1, "last_timestamp": 1_760_080_210, "err": 0, "phone": "79990000001", "id": 101, "reports": 2});
    assert_eq!(found, [expected]);
    // By its phone, if it has one.
    let reply = b"1,1760080210,0,1760080202,79990000002,2.12,G,D,a,,0";
    let output = smsc(&["merge", "--json", "--all", "1", "--ids", "101:79990000001,102:8 999 000-00-02"], reply);
    assert_eq!((lines(&output)[0]["id"].clone(), output.status.code()), (json!(102), Some(0)));
    assert_eq!(lines(&output)[1], json!({"missing": {"id": 101, "phone": "79990000001"}}));
}

#[test]
fn a_report_of_no_known_message_is_printed_and_counted() {
    for options in [&[][..], &["--ids", "101:79990000001,102:79990000002"]] {
        let output = smsc(&[&["merge", "--json"], options].concat(), b"1,1760080210,0");
        assert_eq!(output.status.code(), Some(1));
        let expected = json!({"status": 1, "last_timestamp": 1_760_080_210, "err": 0, "unattributed": true});
        assert_eq!(lines(&output)[0], expected);
        let hint = "hint: a reply to one message may have no id: pass the id and the phone with --ids\n";
        let hint = if options.is_empty() { hint } else { "" };
        assert_eq!(stderr(&output), format!("smsc: standard input: 1 of no known message\n{hint}"));
    }
    let table = smsc(&["merge"], b"1,1760080210,0");
    assert!(stdout(&table).contains("(of no known message)"), "{}", stdout(&table));
    // An id that messages to several phones share.
    let shared = b"1,1,0,5,79990000001\n1,1,0,5,79990000002\n-3,0,0,5,\n";
    let output = smsc(&["merge", "--json", "--multi"], shared);
    assert_eq!((lines(&output).len(), output.status.code()), (3, Some(1)), "{}", stdout(&output));
    assert_eq!(lines(&output)[0], json!({"status": -3, "err": 0, "phone": "", "id": 5, "unattributed": true}));
    // Of the only one, if there is one.
    let output = smsc(&["merge", "--json", "--multi"], b"1,1,0,5,79990000001\n-3,0,0,5,\n");
    let expected =
        json!({"status": 1, "last_timestamp": 1, "err": 0, "phone": "79990000001", "id": 5, "not_found": true, "reports": 2});
    assert_eq!((lines(&output), output.status.code()), (vec![expected], Some(0)));
}

#[test]
fn what_is_malformed_is_printed_and_the_rest_is_merged() {
    let path = file("malformed.txt", b"1,1760080210,0,101,79990000001\nx\n1,1760080210,0,102,79990000002\n");
    let output = smsc(&["merge", "--json", "--multi", &path], b"");
    assert_eq!((lines(&output).len(), output.status.code()), (3, Some(1)));
    assert!(lines(&output)[0]["malformed"].is_string(), "{}", stdout(&output));
    assert_eq!(stderr(&output), format!("smsc: {path}: 1 malformed\n"));
    // A line of JSON that is cut, and one that another program wrote.
    let cut = b"{\"status\":1,\"id\":101,\"phone\":\"79990000001\"}\n{\"status\":1,\"id\":10\n{\"a\":1}\n";
    let output = smsc(&["merge", "--json"], cut);
    let marks: Vec<_> = lines(&output).iter().map(|line| line.get("malformed").is_some()).collect();
    assert_eq!((marks, output.status.code()), (vec![true, true, false], Some(1)));
    // An API error is a good reading.
    let output = smsc(&["merge", "--json", "--multi"], b"0,-9");
    assert_eq!((lines(&output), output.status.code()), (vec![json!({"error_code": 9})], Some(0)));
}

#[test]
fn an_empty_input_has_no_messages() {
    let empty = file("empty.txt", b"");
    assert_eq!(merged(&[&empty]), [] as [Value; 0]);
    assert_eq!(merged(&["-"]), [] as [Value; 0]);
    let output = smsc(&["merge", &empty], b"");
    assert_eq!((stdout(&output), output.status.code()), ("\nreports: 0, messages: 0\n", Some(0)));
    let output = smsc(&["merge", &empty, "no-such-file"], b"");
    assert!(stderr(&output).starts_with("smsc: cannot read no-such-file: "), "{}", stderr(&output));
    assert_eq!((stdout(&output), output.status.code()), ("", Some(2)));
}

#[test]
fn the_options_are_guessed_for_each_file() {
    let first = file("guess-1.txt", b"1,1760080210,0,101,79990000001\n1,1760080210,0,102,79990000002\n");
    let second = file("guess-2.xml", b"<list><sms><status>2</status><last_timestamp>1760080220</last_timestamp><id>101</id><phone>79990000001</phone></sms></list>");
    let output = smsc(&["merge", "--guess", "--json", &first, &second], b"");
    let statuses: Vec<_> = lines(&output).iter().map(|line| line["status"].clone()).collect();
    assert_eq!((statuses, output.status.code()), (vec![json!(2), json!(1)], Some(0)), "{}", stderr(&output));
    assert_eq!(stderr(&output).matches("read with").count(), 2, "{}", stderr(&output));
}

#[test]
fn the_outcome_is_that_of_the_merged_state() {
    let reports = b"20,1760080230,6,101,79990000001\n1,1760080210,0,101,79990000001\n";
    let output = smsc(&["merge", "--json", "--outcome", "--multi"], reports);
    let line = &lines(&output)[0];
    assert_eq!((&line["outcome"]["state"], &line["contradictions"]), (&json!("failed"), &json!({"status": [1, 20]})));
    let table = smsc(&["merge", "--multi"], reports);
    assert!(stdout(&table).contains("(contradictory)"), "{}", stdout(&table));
    let end = "\nreports: 2, messages: 1, contradictory: 1 (reports of two ends, or of two messages with one id)\n";
    assert!(stdout(&table).ends_with(end), "{}", stdout(&table));
    let csv = smsc(&["merge", "--csv", "--multi"], reports);
    assert!(stdout(&csv).ends_with(",reports: 2; contradictory: status\r\n"), "{}", stdout(&csv));
}

#[test]
fn an_id_that_was_used_twice_is_found() {
    let sent = |second: u32| format!("{{\"status\":1,\"send_timestamp\":{second},\"id\":101,\"phone\":\"79990000001\"}}\n");
    let output = smsc(&["merge", "--json"], [sent(7), sent(5), sent(9)].concat().as_bytes());
    assert_eq!(lines(&output)[0]["contradictions"], json!({"send_timestamp": [5, 9]}));
}

/// The time is linear: a million reports of half as many messages take seconds when optimised.
#[test]
fn many_reports_of_one_message_and_of_many_are_merged() {
    let report = |at: u32, id: u32| format!("{},{},0,{id},7999{id:07}\n", at % 4, 1_760_080_000 + at);
    let one: String = (0..20_000).map(|at| report(at, 1)).collect();
    let output = smsc(&["merge", "--json", "--multi"], one.as_bytes());
    let found = &lines(&output)[0];
    // The last read: 19,998 is the greatest number of the class with the remainder 2.
    assert_eq!((&found["status"], &found["last_timestamp"]), (&json!(2), &json!(1_760_099_998)));
    assert_eq!(found["reports"], 20_000);
    let many: String = (0..20_000).map(|at| report(at, 1 + at / 2)).collect();
    let output = smsc(&["merge", "--json", "--multi"], many.as_bytes());
    assert_eq!(lines(&output).len(), 10_000);
    assert!(lines(&output).iter().all(|line| line["reports"] == 2));
}
