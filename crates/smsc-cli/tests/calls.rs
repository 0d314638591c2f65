//! `smsc decode --reply`: every case of testdata/calls, tables, CSV, hints and usage.

mod common;

use std::path::Path;
use std::process::Output;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use common::smsc;

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

/// Runs `smsc decode --reply` with these arguments.
fn decode(args: &str, body: &str) -> Output {
    let args: Vec<_> = ["decode", "--reply"].into_iter().chain(args.split(' ')).collect();
    smsc(&args, body.as_bytes())
}

/// Replaces everything malformed by what stands for it in a case.
fn any_malformed(line: Value) -> Value {
    match line {
        Value::Object(line) if line.contains_key("malformed") => json!({"malformed": true}),
        Value::Object(line) => line.into_iter().map(|(key, value)| (key, any_malformed(value))).collect(),
        Value::Array(items) => items.into_iter().map(any_malformed).collect(),
        other => other,
    }
}

fn has_malformed(line: &Value) -> bool {
    line.to_string().contains("\"malformed\"")
}

#[test]
fn every_case_prints_the_lines_of_the_contract() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata/calls");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let cases = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        for case in serde_json::from_str::<Vec<Value>>(&cases).unwrap() {
            count += 1;
            let query = &case["query"];
            let name = format!("{}: {}", query["call"], case["name"]);
            let hex = case["body_hex"].as_str().unwrap();
            let body: Vec<_> = (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect();
            let mut args = vec!["decode".to_owned(), "--reply".to_owned(), query["call"].as_str().unwrap().to_owned()];
            for option in ["fmt", "cost", "charset"] {
                if let Some(value) = query.get(option) {
                    let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                    args.extend([format!("--{option}"), value]);
                }
            }
            let args: Vec<_> = args.iter().map(String::as_str).collect();
            let output = smsc(&[&args, &["--json"][..]].concat(), &body);
            let lines: Vec<Value> =
                stdout(&output).split_terminator('\n').map(|line| any_malformed(serde_json::from_str(line).unwrap())).collect();
            let expected = case["expect"].as_array().unwrap();
            assert_eq!(&lines, expected, "{name}");
            let code = i32::from(expected.iter().any(has_malformed));
            assert_eq!(output.status.code(), Some(code), "{name}");
            // The table and the CSV are of the same items.
            for more in [&[][..], &["--csv", "--outcome"]] {
                let other = smsc(&[&args, more].concat(), &body);
                assert_eq!(other.status.code(), Some(code), "{name}: {more:?}");
                assert_eq!(stdout(&other).matches("malformed: ").count(), count_malformed(expected), "{name}: {more:?}");
                assert_eq!(stderr(&other), stderr(&output), "{name}");
            }
        }
    }
    assert!(count >= 100, "cases are missing: {count}");
}

fn count_malformed(lines: &[Value]) -> usize {
    lines.iter().map(|line| line.to_string().matches("\"malformed\"").count()).sum()
}

#[test]
fn what_was_sent_is_a_table_and_its_phones_are_another() {
    let body = "{\"id\":5,\"cnt\":2,\"cost\":\"2.8\",\"phones\":[{\"phone\":\"79990000001\",\"mccmnc\":\"25001\",\"cost\":\"1.4\"},\
                7,{\"phone\":\"79990000002\",\"status\":\"22\",\"error\":\"7\"}]}";
    let table = decode("send --cost 2", body);
    assert_eq!(
        stdout(&table),
        "ID  PARTS  COST\n\
         5       2   2.8\n\
         \n\
         PHONE        NETWORK  STATUS  ERROR  COST\n\
         79990000001  25001                    1.4\n\
         malformed: byte 93: not a record: expected an object\n\
         79990000002           22      7\n"
    );
    assert_eq!(table.status.code(), Some(1));
    let csv = decode("send --cost 2 --csv", body);
    assert_eq!(
        stdout(&csv),
        "\u{feff}id,cnt,cost,balance,code,phone,mccmnc,status,error,phone_cost,note\r\n\
         5,2,2.8,,,,,,,,\r\n\
         ,,,,,79990000001,25001,,,1.4,\r\n\
         ,,,,,,,,,,malformed: byte 93: not a record: expected an object\r\n\
         ,,,,,79990000002,,22,7,,\r\n"
    );
    let price = decode("send --cost 1 --fmt 1", "1.40,1");
    assert_eq!(stdout(&price), "PARTS  COST\n    1  1.40\nthis is the price alone: nothing was sent\n");
}

#[test]
fn every_reply_has_a_table() {
    for (args, body, table) in [
        ("send --fmt 1 --cost 3", "order-7,1,1.40,-3", "ID       PARTS  COST  BALANCE\norder-7      1  1.40       -3\n"),
        ("balance --fmt 0", "1871.62 RUR", "BALANCE  CURRENCY\n1871.62  RUR\n"),
        ("operator", "{\"operator\":\"MTS\",\"mnc\":\"01\"}", "OPERATOR  MNC\nMTS       01\n"),
        ("operator", "{\"operator\":\"\"}", "no values in the reply\n"),
        (
            "incoming",
            "[{\"id\":5,\"phone\":\"7999\",\"message\":\"a\",\"to_phone\":\"7916\"},{\"id\":6,\"phone\":\"7\"},1]",
            "ID  PHONE  TO    TEXT\n5   7999   7916  a\n6   7\nmalformed: byte 78: not a record: expected an object\n\n2 read, 1 malformed\n",
        ),
        ("incoming", "[]", ""),
        ("statistics", "{\"login\":\"alex\",\"sms\":12,\"debit\":\"5\"}", "LOGIN  MESSAGES  PAID IN\nalex         12        5\n"),
        ("delete", "OK", "deleted\n"),
        ("delete --multi", "OK", "deleted\n"),
        ("delete --fmt 3", "{\"result\":\"OK\"}", "deleted\n"),
        (
            "history --fmt 0",
            "Status = 1, int_id = 98765, id = 7\n",
            "ID  Key in the history  STATUS     OUTCOME\n7   98765               Delivered  delivered\n",
        ),
    ] {
        assert_eq!(stdout(&decode(args, body)), table, "{args}: {body}");
    }
    let history = decode("history --json", "[{\"status\":1,\"int_id\":98765,\"id\":\"order-77\",\"format\":\"0\"}]");
    assert_eq!(stdout(&history), "{\"status\":1,\"id\":\"order-77\",\"int_id\":98765,\"format\":\"0\"}\n");
    let explicit = decode("status --json", "1,1760080210,0");
    assert_eq!(explicit.stdout, smsc(&["decode", "--json"], b"1,1760080210,0").stdout);
    assert_eq!(
        (stdout(&decode("balance", "")), decode("balance", "").status.code()),
        ("malformed: byte 0: not an fmt=3 reply: the body is empty\n", Some(1))
    );
}

/// R61: the same number means other things at other endpoints.
#[test]
fn an_api_error_is_explained_by_the_endpoint_of_its_call() {
    for (reply, title) in [
        ("send", "error 3: Not enough money on the account; "),
        ("operator", "error 3: Operator not found; "),
        ("incoming", "error 3: Message not found; "),
        ("statistics", "error 3: Message not found; "),
        ("history", "error 3: Message not found; "),
    ] {
        for fmt in ["1", "3"] {
            let body = if fmt == "1" { "0,-3" } else { "{\"error_code\":3,\"error\":\"\"}" };
            let table = decode(&format!("{reply} --fmt {fmt}"), body);
            assert!(stdout(&table).replace(" (the server says: )", "").starts_with(title), "{reply}: {}", stdout(&table));
            let json = decode(&format!("{reply} --fmt {fmt} --json --outcome"), body);
            let line: Value = serde_json::from_str(stdout(&json)).unwrap();
            let expected = title.trim_start_matches("error 3: ").trim_end_matches("; ");
            assert_eq!(line["outcome"]["title"], expected, "{reply}");
            let csv = decode(&format!("{reply} --fmt {fmt} --csv --outcome"), body);
            assert!(stdout(&csv).contains(&format!("error 3: {expected},")), "{reply}: {}", stdout(&csv));
            assert_eq!([table, json, csv].map(|output| output.status.code()), [Some(0); 3]);
        }
    }
    assert!(stdout(&decode("delete", "0,-5")).starts_with("error 5: "));
    assert!(stdout(&decode("send --fmt 1", "12,-8")).contains(", id 12; "));
}

#[test]
fn an_option_of_another_call_is_wrong_usage() {
    for (args, option, owner) in [
        ("balance --all 2", "--all", "status"),
        ("send --multi", "--multi", "status, delete"),
        ("incoming --guess", "--guess", "status"),
        ("statistics --fmt guess", "--guess", "status"),
        ("operator --kind sms", "--kind", "status, history"),
        ("history --ids 5:7", "--ids", "status"),
        ("delete --ids-file x", "--ids-file", "status"),
        ("history --all 2", "--all", "status"),
        ("status --cost 1", "--cost", "send"),
        ("balance --cost 1", "--cost", "send"),
    ] {
        let output = decode(args, "");
        let reply = args.split(' ').next().unwrap();
        let expected = format!("smsc: {option} cannot be used with --reply {reply}: it is for --reply {owner}\n");
        assert_eq!((stdout(&output), stderr(&output), output.status.code()), ("", expected.as_str(), Some(2)), "{args}");
    }
    assert_eq!(decode("nosuch", "").status.code(), Some(2));
    assert_eq!(decode("send --cost 4", "").status.code(), Some(2));
}

#[test]
fn a_hint_says_what_to_request_or_to_try() {
    const SENT: &str = "hint: the message may have been sent all the same: request its status before you send it again\n";
    let looks_like =
        |fmt| format!("hint: this looks like the reply to another request: try --fmt {fmt} (the body is in this format)\n");
    for (args, body, hint) in [
        ("balance", "1871.62", looks_like(1)),
        ("balance --fmt 1", "{\"balance\":\"1\"}", looks_like(3)),
        ("operator", "ERROR = 3 (x)", looks_like(0)),
        ("balance", "", String::new()),
        ("send --fmt 1", "<html>", SENT.to_owned()),
        ("send", "", SENT.to_owned()),
        ("send", "{\"id\":33,\"cnt\":1", SENT.to_owned()),
        (
            "send --fmt 1",
            "1234,1,1.40,-3",
            "hint: this looks like the reply to another request: try --cost 3 (the fields fit)\n".to_owned(),
        ),
        ("send --fmt 1 --cost 3", "1234,1", SENT.to_owned()),
        (
            "delete",
            "1,1760080210,0",
            "hint: statuses are no reply to a deletion: nothing shows that a message was deleted\n".to_owned(),
        ),
        ("delete", "OK", String::new()),
        ("send --cost 1", "{\"id\":33,\"cnt\":1", String::new()),
        (
            "send --fmt 2",
            "<result><id>12</id><cnt>1</cnt></result>",
            "hint: send with fmt=1 or fmt=3; this message may have been sent: request its status before you send it again\n"
                .to_owned(),
        ),
        ("balance --fmt 2", "<balance><a>1</a></balance>", "hint: request the balance with fmt=0, fmt=1 or fmt=3\n".to_owned()),
        (
            "operator --fmt 1",
            "a,b,c",
            "hint: request the operator of one phone, with fmt=3: smsc request operator PHONE\n".to_owned(),
        ),
        ("incoming --fmt 1", "5,7,a", "hint: request the incoming messages with fmt=3: smsc request incoming\n".to_owned()),
        (
            "statistics --fmt 1",
            "a,12,1",
            "hint: request the statistics with fmt=3: smsc request statistics --start DATE\n".to_owned(),
        ),
        (
            "history --fmt 1",
            "1,1,0,7",
            "hint: request the history with fmt=0 or fmt=3: smsc request history --start DATE\n".to_owned(),
        ),
        (
            "incoming",
            "[{\"id\":5,\"phone\":\"7\",\"message\":\"да\"}]",
            "hint: the texts look like UTF-8: if the request had charset=utf-8, add --charset utf-8\n".to_owned(),
        ),
        ("incoming --charset utf-8", "[{\"id\":5,\"phone\":\"7\",\"message\":\"да\"}]", String::new()),
        (
            "history",
            "[{\"status\":1,\"message\":\"да\"}]",
            "hint: the texts look like UTF-8: if the request had charset=utf-8, add --charset utf-8\n".to_owned(),
        ),
    ] {
        let output = decode(args, body);
        assert_eq!(stderr(&output), hint, "{args}: {body}");
        if hint.contains("fmt=") {
            assert!(stdout(&output).contains("unsupported reply: ") || hint.contains("utf-8"), "{args}: {}", stdout(&output));
        }
    }
}

#[test]
fn texts_are_in_the_charset_and_cannot_control_the_terminal() {
    let body = b"[{\"id\":5,\"phone\":\"7\\u202e9\",\"message\":\"\xc4\xe0 \\u001b[2J\\u200b\\n\"}]";
    let table = smsc(&["decode", "--reply", "incoming"], body);
    assert!(stdout(&table).ends_with("5   7\\u{202e}9  Да \\u{1b}[2J\\u{200b}\\n\n"), "{}", stdout(&table));
    let json = smsc(&["decode", "--reply", "incoming", "--json"], body);
    assert_eq!(stdout(&json), "{\"id\":5,\"phone\":\"7\\u202e9\",\"message\":\"Да \\u001b[2J\\u200b\\n\"}\n");
    let error = smsc(&["decode", "--reply", "send", "--fmt", "0"], b"ERROR = 2 (\x1b[31m\xc4)");
    assert!(stdout(&error).contains("\\u{1b}[31mД"), "{}", stdout(&error));
}

#[test]
fn several_replies_are_decoded_in_order() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("calls-balance.json");
    std::fs::write(&file, "{\"balance\":\"1\"}").unwrap();
    let file = file.to_str().unwrap();
    let table = smsc(&["decode", "--reply", "balance", file, "-"], b"{\"balance\":\"2\"}");
    assert_eq!(stdout(&table), format!("==> {file} <==\nBALANCE\n      1\n\n==> standard input <==\nBALANCE\n      2\n"));
    let csv = smsc(&["decode", "--reply", "balance", "--csv=;", file, file], b"");
    assert_eq!(stdout(&csv), "\u{feff}balance;credit;currency;note\r\n1;;;\r\n1;;;\r\n");
    let missing = smsc(&["decode", "--reply", "balance", "no-such-file"], b"");
    assert_eq!((stdout(&missing), missing.status.code()), ("", Some(2)));
}

/// The bound is generous for a busy machine; a quadratic time would be hours.
#[test]
fn a_list_of_100_000_messages_takes_bounded_time() {
    let message = |id: u32| {
        format!(
            "{{\"id\":{id},\"phone\":\"7999{id:07}\",\"message\":\"yes, please \\u0434\\u0430\",\"to_phone\":\"79160000000\",\
             \"sent\":\"28.11.2026 10:00:00\",\"received\":\"28.11.2026 10:00:02\"}}"
        )
    };
    let body = format!("[{}]", (1..=100_000).map(message).collect::<Vec<_>>().join(",\n"));
    for (more, lines) in [(&["--json"][..], 100_000), (&[], 100_001), (&["--csv"], 100_001)] {
        let started = Instant::now();
        let output = smsc(&[&["decode", "--reply", "incoming"], more].concat(), body.as_bytes());
        assert!(started.elapsed() < Duration::from_secs(60), "{more:?}: {:?}", started.elapsed());
        assert_eq!((stdout(&output).lines().count(), output.status.code()), (lines, Some(0)), "{more:?}");
        assert!(stdout(&output).lines().next_back().unwrap().contains("100000"), "{more:?}");
    }
}
