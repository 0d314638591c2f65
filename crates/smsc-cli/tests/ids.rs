//! The requested pairs: `--ids` and `--ids-file` (R3, R3a, R47d).

mod common;

use std::path::PathBuf;
use std::process::Output;

use common::smsc;

const INVALID_ID: &str = "invalid id: expected a number from 1 to 2147483647, or 1 to 40 letters, digits, dots, `-` and `_`";

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

/// Creates a file of pairs for one test.
fn file(name: &str, contents: &[u8]) -> PathBuf {
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("ids-{name}"));
    std::fs::write(&file, contents).unwrap();
    file
}

fn with_file(name: &str, contents: &[u8]) -> Output {
    let file = file(name, contents);
    smsc(&["decode", "--json", "--fmt", "3", "--multi", "--ids-file", file.to_str().unwrap()], b"[]")
}

/// Returns the lines for an empty list: each requested pair is missing.
fn missing(pairs: &[(&str, &str)]) -> String {
    let line = |(id, phone): &(&str, &str)| format!("{{\"missing\":{{\"id\":{id},\"phone\":\"{phone}\"}}}}\n");
    pairs.iter().map(line).collect::<Vec<_>>().concat()
}

/// Checks that a file has these pairs.
fn assert_pairs(name: &str, contents: &[u8], pairs: &[(&str, &str)]) {
    let output = with_file(name, contents);
    let text = contents.escape_ascii();
    assert_eq!(stdout(&output), missing(pairs), "{text}: {}", stderr(&output));
    assert_eq!((stderr(&output), output.status.code()), ("", Some(0)), "{text}");
}

/// Checks that a file is rejected with a message about the file or a line, and that the message
/// contains no phone.
fn assert_rejected(name: &str, contents: &[u8], message: &str) {
    let output = with_file(name, contents);
    let text = contents.escape_ascii();
    let path = file(name, contents);
    assert_eq!(stderr(&output), format!("smsc: {}: {message}\n", path.display()), "{text}");
    assert_eq!((stdout(&output), output.status.code()), ("", Some(2)), "{text}");
}

#[test]
fn an_option_has_numbers_and_texts_as_ids() {
    let ids = |ids: &str| smsc(&["decode", "--json", "--fmt", "3", "--multi", "--ids", ids], b"[]");
    let output = ids("order-77:79130000300,63:+7 (913) 000-03-01, a.b_C : x@example.org ,-:7,");
    let pairs = [("\"order-77\"", "79130000300"), ("63", "+7 (913) 000-03-01"), ("\"a.b_C\"", "x@example.org"), ("\"-\"", "7")];
    assert_eq!(stdout(&output), missing(&pairs), "{}", stderr(&output));
    assert_eq!(stdout(&ids("-a:7")), missing(&[("\"-a\"", "7")]));
    for other_separator in ["77:7;78:8", "77:7 78:8", "77:7:8"] {
        let output = ids(other_separator);
        let message = "error: invalid value for '--ids <ID:PHONE,…>': expected pairs of the form ID:PHONE, separated by commas\n";
        assert!(stderr(&output).starts_with(message), "{}", stderr(&output));
        assert_eq!((stdout(&output), output.status.code()), ("", Some(2)));
    }
    assert_eq!(stdout(&ids(&format!("{}:7", "x".repeat(40)))), missing(&[(&format!("\"{}\"", "x".repeat(40)), "7")]));
}

#[test]
fn an_option_with_an_invalid_id_is_wrong_usage() {
    let long = "x".repeat(41);
    for id in ["", "0", "-5", "2147483648", "order 77", "order/77", "заказ", &long] {
        let output = smsc(&["decode", "--ids", &format!("{id}:79130000300")], b"");
        assert_eq!(output.status.code(), Some(2), "{id}");
        let message = stderr(&output);
        assert!(message.contains(INVALID_ID) && !message.contains("7913"), "{message}");
    }
}

#[test]
fn records_match_the_phones_as_typed() {
    let body = b"1,1760080210,0,order-77,79130000300\n1,1760080210,0,63,79130000301\n1,1760080210,0,64,X@example.org\n";
    let pairs = file("phones", b"order-77:8 (913) 000-03-00\n63: +7-913-000-03-01\n64:x@EXAMPLE.org\n");
    let ids = "order-77:8 (913) 000-03-00,63:+7-913-000-03-01,64:x@EXAMPLE.org";
    for option in [["--ids", ids], ["--ids-file", pairs.to_str().unwrap()]] {
        let output = smsc(&[&["decode", "--json", "--multi"][..], &option].concat(), body);
        let expected = "{\"status\":1,\"last_timestamp\":1760080210,\"err\":0,\"id\":\"order-77\",\"phone\":\"79130000300\"}\n\
            {\"status\":1,\"last_timestamp\":1760080210,\"err\":0,\"id\":63,\"phone\":\"79130000301\"}\n\
            {\"status\":1,\"last_timestamp\":1760080210,\"err\":0,\"id\":64,\"phone\":\"X@example.org\"}\n";
        assert_eq!(stdout(&output), expected, "{option:?}: {}", stderr(&output));
    }
}

#[test]
fn a_file_has_one_pair_a_line() {
    let pairs = [("\"order-77\"", "79130000300"), ("63", "+7 913 000-03-01")];
    for (at, contents) in [
        "order-77:79130000300\n63:+7 913 000-03-01\n",
        "order-77:79130000300\r\n63:+7 913 000-03-01",
        "\u{feff}order-77:79130000300\n63:+7 913 000-03-01\n",
        "\n \r\n\t order-77 : 79130000300 \n\n\n63:+7 913 000-03-01\n  \n\n",
    ]
    .into_iter()
    .enumerate()
    {
        assert_pairs(&format!("lines-{at}"), contents.as_bytes(), &pairs);
    }
    assert_pairs("words", b"id:phone", &[("\"id\"", "phone")]);
    // No phone contains a separator, but several pairs on a line do.
    let one = "expected one ID:PHONE, without a comma, a semicolon or a carriage return in the phone";
    for (name, contents) in [("comma", "63:7\n64:7,65:8"), ("semicolon", "63:7\n64:7;65:8"), ("old", "63:7\n64:7\r65:8")] {
        assert_rejected(name, contents.as_bytes(), &format!("line 2: {one}"));
    }
    assert_rejected("old-csv", b"id,phone\n5,6\r7,8\n", "line 2: expected CSV with lines that end in LF or CRLF");
}

#[test]
fn a_file_may_be_csv_with_a_header() {
    let pairs = [("\"order-77\"", "79130000300"), ("63", "+7 913 000-03-01")];
    for (at, contents) in [
        "id,phone\norder-77,79130000300\n63,+7 913 000-03-01\n",
        "phone;name;id\r\n79130000300;Анна;order-77\r\n+7 913 000-03-01;;63\r\n",
        "\u{feff}\"ID\";\"Phone\"\n\"order-77\";\"79130000300\"\n\"63\";\"+7 913 000-03-01\"",
        "\tname\t ID \tPHONE\n1\tx\torder-77\t79130000300\n\t\t63\t+7 913 000-03-01\n",
        "\n  \nid , phone\n\n order-77 , 79130000300\n \n63,+7 913 000-03-01,more,\n\n",
        "id,note,phone\norder-77,\"a, \"\"b\"\"\nid,phone\",79130000300\n63,\"\r\n\",+7 913 000-03-01\n",
        "id\tphone\norder-77\t79130000300\n\t\n63\t+7 913 000-03-01\n",
        "id,phone;x:y\tz,phone\norder-77,,79130000300\n63,,+7 913 000-03-01\n",
    ]
    .into_iter()
    .enumerate()
    {
        assert_pairs(&format!("csv-{at}"), contents.as_bytes(), &pairs);
    }
    // The separator is that of the header: a comma belongs to the phone here.
    assert_pairs("separator", b"id;phone\n63;7,5\n", &[("63", "7,5")]);
}

#[test]
fn a_bad_line_is_rejected_with_its_number() {
    let no_colon = "expected one pair of the form ID:PHONE";
    let no_pair_first = "line 1: expected ID:PHONE, or a CSV header with the columns id and phone";
    assert_rejected("no-colon", b"5:7913\n\n79130000300\n", &format!("line 3: {no_colon}"));
    assert_rejected("bom", b"\xef\xbb\xbf79130000300\r\n", no_pair_first);
    assert_rejected("other-header", b"id;tel\n5;79130000300\n", no_pair_first);
    assert_rejected("no-header", b"5,79130000300\n", no_pair_first);
    assert_rejected("id", b"5:7913\r\norder 77:79130000300\r\n", &format!("line 2: {INVALID_ID}"));
    assert_rejected("phone", b"\n\n5: \n", "line 3: missing phone: expected a phone or an e-mail address after the colon");
    assert_rejected("utf-8", b"5:7913\n\n6:\xcf\xf0\n", "line 3: expected UTF-8");
    assert_rejected("utf-16", b"\xff\xfe5\0:\x007\0", "line 1: expected UTF-8");
}

#[test]
fn a_bad_line_of_csv_is_rejected_with_its_number() {
    let no_phone = "missing phone: expected a phone or an e-mail address in the column phone";
    assert_rejected("csv-id", b"id,phone\r\n5,7913\r\n\r\n0,79130000300\r\n", &format!("line 4: {INVALID_ID}"));
    assert_rejected("csv-no-id", b"phone;id\n79130000300\n", &format!("line 2: {INVALID_ID}"));
    assert_rejected("csv-no-phone", b"id;phone\n5;7913\n6\n", &format!("line 3: {no_phone}"));
    assert_rejected("csv-empty-phone", b"\n\nid;phone\n\n5; \n", &format!("line 5: {no_phone}"));
    assert_rejected("csv-empty", b"id;phone\n;\n", &format!("line 2: {INVALID_ID}"));
    // A line break in quotes counts.
    assert_rejected("csv-quotes", b"id,note,phone\n5,\"a\nb\n\",7913\n/,,79130000300\n", &format!("line 5: {INVALID_ID}"));
    // An open quote would contain the rest of the file.
    let open = "expected a closing quote";
    assert_rejected("csv-open", b"id,phone,note\n5,7913,\"a\n6,79130000300,b\n", &format!("line 2: {open}"));
    assert_rejected("csv-cut", b"id,phone\n5,7913\n\n6,\"79130000300", &format!("line 4: {open}"));
    assert_rejected("csv-open-header", b"id,phone,\"note\n5,79130000300,\n", &format!("line 1: {open}"));
}

#[test]
fn a_file_without_a_pair_is_rejected() {
    let message = "no pair: expected one ID:PHONE a line, or CSV with the columns id and phone";
    for (at, contents) in ["", "\u{feff}", "\n \r\n\t\n", "id,phone\n", "\u{feff}phone;id\r\n\r\n"].into_iter().enumerate() {
        assert_rejected(&format!("empty-{at}"), contents.as_bytes(), message);
    }
}

#[test]
fn a_file_that_cannot_be_read_and_both_options_are_wrong_usage() {
    let output = smsc(&["decode", "--ids-file", "no-such-file"], b"1,1760080210,0");
    assert!(stderr(&output).starts_with("smsc: cannot read no-such-file: "), "{}", stderr(&output));
    assert_eq!((stdout(&output), output.status.code()), ("", Some(2)));
    let pairs = file("both", b"5:7\n");
    let output = smsc(&["decode", "--ids", "5:7", "--ids-file", pairs.to_str().unwrap()], b"1,1760080210,0");
    assert!(stderr(&output).contains("cannot be used with"), "{}", stderr(&output));
    assert_eq!((stdout(&output), output.status.code()), ("", Some(2)));
}

#[test]
fn the_pairs_may_be_on_standard_input() {
    let reply = file("reply", b"[{\"status\":1,\"id\":5,\"phone\":\"79130000300\"}]");
    let reply = reply.to_str().unwrap();
    let options = ["decode", "--json", "--fmt", "3", "--multi", "--ids-file", "-"];
    let output = smsc(&[&options[..], &[reply]].concat(), b"5:79130000300\n6:79130000301\n");
    let expected = ["{\"status\":1,\"id\":5,\"phone\":\"79130000300\"}\n".to_owned(), missing(&[("6", "79130000301")])].concat();
    let line = |text: &str| text.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()).collect::<Vec<_>>();
    let got = line(stdout(&output));
    assert_eq!((got.len(), &got[1]), (2, &line(&expected)[1]), "{}", stderr(&output));
    assert_eq!((&got[0]["phone"], output.status.code()), (&line(&expected)[0]["phone"], Some(0)));
    let output = smsc(&[&options[..], &[reply]].concat(), b"5:79130000300\nx\n");
    let message = "smsc: standard input: line 2: expected one pair of the form ID:PHONE\n";
    assert_eq!((stderr(&output), output.status.code()), (message, Some(2)));
    for reply in [&[][..], &["-"]] {
        let output = smsc(&[&options[..], reply].concat(), b"5:79130000300\n");
        let message = "smsc: with --ids-file - the pairs are on standard input: pass the reply as a file\n";
        assert_eq!((stdout(&output), stderr(&output), output.status.code()), ("", message, Some(2)), "{reply:?}");
    }
}

/// Linux takes 128 KiB in one argument, which is some 8,000 pairs, and shows it to every user of
/// the machine.
#[test]
fn a_file_has_any_number_of_pairs_and_hides_them() {
    let pairs = (1..=20_000).map(|id| format!("{id}:7913{id:07}\n")).collect::<Vec<_>>().concat();
    assert!(pairs.len() > 128 << 10);
    let output = with_file("many", pairs.as_bytes());
    assert_eq!((stdout(&output).lines().count(), output.status.code()), (20_000, Some(0)), "{}", stderr(&output));
}
