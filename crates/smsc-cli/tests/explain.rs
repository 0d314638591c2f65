//! The command's output about outcomes, for people and for scripts.

mod common;

use std::process::Output;

use common::smsc;
use serde_json::Value;

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn lines(args: &[&str], input: &[u8]) -> Vec<Value> {
    stdout(&smsc(args, input)).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn the_line_of_a_status_has_these_fields_in_this_order() {
    assert_eq!(
        stdout(&smsc(&["explain", "20", "1", "--json"], b"")),
        "{\"status\":20,\"err\":1,\"type\":0,\"state\":\"failed\",\"is_final\":true,\"cause\":\"recipient\",\"retry\":\"no\",\
         \"retry_after_s\":null,\"suppress\":true,\"channel\":\"phone\",\"title\":\"No such subscriber\",\
         \"advice\":\"Stop writing to it. Ask the person for the right number.\",\"source\":\"S1 S0\",\"judgement\":false,\
         \"provider\":\"smsc\"}\n"
    );
}

#[test]
fn negative_numbers_are_statuses() {
    for args in
        [&["explain", "-3", "0", "--json"][..], &["explain", "--json", "-3"], &["explain", "--type", "email", "-3", "0", "--json"]]
    {
        assert_eq!(lines(args, b"")[0]["status"], -3, "{args:?}");
    }
}

#[test]
fn types_have_names_and_numbers() {
    let kind = |name: &str| lines(&["explain", "20", "1", "--type", name, "--json"], b"")[0]["type"].clone();
    assert_eq!([kind("email"), kind("8"), kind("hlr"), kind("CALL"), kind("255")], [8, 8, 4, 7, 255]);
}

#[test]
fn the_text_for_people_is_in_the_chosen_language() {
    let text = |args: &[&str]| stdout(&smsc(args, b"")).to_owned();
    let english = text(&["explain", "20", "6"]);
    for part in [
        "status 20 Cannot be delivered",
        "err 6 Subscriber offline",
        "failed, final",
        "in 1 h",
        "What to do:",
        "the provider's status page",
    ] {
        assert!(english.contains(part), "{part}: {english}");
    }
    let russian = text(&["explain", "--api-error", "4", "--lang", "ru"]);
    assert!(russian.contains("IP-адрес временно заблокирован") && russian.contains("через 30 мин"), "{russian}");
    let french = text(&["explain", "--clicksend-row", "13", "--lang", "fr"]);
    assert!(french.contains("ClickSend 13 · Failed 301: Abonné absent"), "{french}");
    assert!(text(&["diagnose", "timeout", "--lang", "fr"]).starts_with("Pas de réponse à temps\n\n1. "));
}

#[test]
fn each_fitting_row_of_clicksend_is_a_line() {
    let rows: Vec<_> =
        lines(&["explain", "--clicksend", "network error", "--json"], b"").iter().map(|line| line["row"].clone()).collect();
    assert_eq!(rows, [15, 19, 17]);
}

/// Each hint says what would decide between the explanations; the output itself is unchanged.
#[test]
fn several_explanations_come_with_a_hint() {
    for (args, input, hint, status) in [
        (&["explain", "--api-error", "5"][..], "", "add --endpoint", 0),
        (&["explain", "--clicksend", "2"], "", "--clicksend-error for the error_code", 1),
        (&["explain", "--clicksend", "200"], "", "the error_code, the error_text or the status", 0),
        (&["explain", "--clicksend-receipt", "-"], "status_code=301", "14 statuses fit", 0),
    ] {
        let output = smsc(args, input.as_bytes());
        assert_eq!(output.status.code(), Some(status), "{args:?}");
        assert!(stderr(&output).starts_with("hint: ") && stderr(&output).contains(hint), "{args:?}: {}", stderr(&output));
        assert_eq!(stderr(&output).lines().count(), 1, "{args:?}");
    }
    assert_eq!(stderr(&smsc(&["explain", "--api-error", "4"], b"")), "");
    assert_eq!(stderr(&smsc(&["explain", "--api-error", "5", "--endpoint", "send"], b"")), "");
}

#[test]
fn an_explanation_links_to_the_causes_to_check() {
    let text = |args: &[&str]| stdout(&smsc(args, b"")).to_owned();
    assert!(text(&["explain", "--api-error", "4"]).contains("smsc diagnose api-error 4\n"));
    assert!(text(&["explain", "-3"]).contains("smsc diagnose not-found\n"));
    assert!(text(&["explain", "0"]).contains("smsc diagnose no-status\n"));
    assert!(!text(&["explain", "1"]).contains("smsc diagnose"));
    assert!(text(&["explain", "--story", "0,1/0,-3"]).contains("→ status 1 Delivered"));
    assert!(text(&["explain", "--text", "no money"]).starts_with("SMSC.ru “no money” · send.php API error 3 "));
}

#[test]
fn a_file_without_a_receipt_is_an_error_that_shows_nothing_of_it() {
    for (input, message) in [("{\"to\":\"+61411111111\"", "the JSON ends too early"), ("to=%2B61411111111", "no receipt: expected")]
    {
        let output = smsc(&["explain", "--clicksend-receipt", "-"], input.as_bytes());
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).contains(message) && !stderr(&output).contains("614"), "{}", stderr(&output));
    }
}

/// A text that contains a known one is nearer to it than to any other.
#[test]
fn the_known_text_within_an_unknown_one_comes_first() {
    let nearest = |text: &str| {
        let output = smsc(&["explain", "--text", text], b"");
        assert_eq!(output.status.code(), Some(1));
        stderr(&output).lines().nth(1).unwrap().trim().to_owned()
    };
    assert_eq!(nearest("The server answered: authorise error, and no more"), "authorise error");
    assert_eq!(nearest("Пишет, что абонент не существует и всё"), "Абонент не существует");
    assert_eq!(nearest("authorize eror"), "authorise error");
}

#[test]
fn explain_flag_prints_what_flags_prints() {
    assert_eq!(smsc(&["explain", "--flag", "1832", "--json"], b"").stdout, smsc(&["flags", "1832", "--json"], b"").stdout);
    assert_eq!(smsc(&["explain", "--flag", "0x0728"], b"").stdout, smsc(&["flags", "1832"], b"").stdout);
}

#[test]
fn an_unknown_text_prints_the_most_similar_known_ones() {
    for json in [&[][..], &["--json"]] {
        let output = smsc(&[&["explain", "--getcourse", "Абанент не сушествует\u{1b}"], json].concat(), b"");
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(stdout(&output), "");
        assert!(stderr(&output).contains("\n  Абонент не существует\n"), "{}", stderr(&output));
        assert!(!stderr(&output).contains('\u{1b}'));
        let output = smsc(&[&["explain", "--clicksend", "absent subscribr"], json].concat(), b"");
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).contains("\n  absent subscriber\n"), "{}", stderr(&output));
    }
}

#[test]
fn wrong_usage_has_another_exit_status_than_unknown_texts() {
    for args in [
        &["explain"][..],
        &["explain", "x"],
        &["explain", "20", "-1"],
        &["explain", "20", "1", "2"],
        &["explain", "20", "--api-error", "9"],
        &["explain", "20", "--endpoint", "send"],
        &["explain", "--api-error", "5", "--endpoint", "get"],
        &["explain", "--text", "no money", "--type", "email"],
        &["explain", "--clicksend-row", "x"],
        &["explain", "--clicksend-receipt", "no such file"],
        &["explain", "--story", ""],
        &["explain", "--story", "1,x"],
        &["explain", "--story", "1/-1"],
        &["explain", "--type", "email"],
        &["explain", "20", "--type", "letter"],
        &["explain", "--flag", "65536"],
        &["explain", "20", "--lang", "de"],
        &["diagnose"],
        &["diagnose", "nonsense"],
        &["diagnose", "api-error"],
        &["diagnose", "timeout", "3"],
    ] {
        let output = smsc(args, b"");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert_eq!(stdout(&output), "", "{args:?}");
    }
}

#[test]
fn records_and_errors_can_carry_their_outcome() {
    let body = b"20,1760080219,1,101,79990000001\n1,x\n20,1760080219,1,102,a@example.org\n";
    let args =
        ["decode", "--json", "--multi", "--outcome", "--lang", "ru", "--ids", "101:79990000001,102:a@example.org,103:79990000003"];
    let records = lines(&args, body);
    assert_eq!(records[0]["outcome"]["title"], "Абонент не существует");
    assert_eq!(records[0]["phone"], "79990000001");
    assert!(records[1].get("malformed").is_some() && records[1].get("outcome").is_none());
    assert_eq!(records[2]["outcome"]["title"], "Адресат не существует");
    assert!(records[3].get("missing").is_some() && records[3].get("outcome").is_none());
    let api_error = lines(&["decode", "--json", "--outcome"], b"0,-9");
    assert_eq!(api_error[0]["error_code"], 9);
    assert_eq!(api_error[0]["outcome"]["retry_after_s"], 60);
    // Only send.php returns an error with an id, where a repetition could send the message twice.
    assert_eq!(lines(&["decode", "--json", "--outcome"], b"101,-9")[0]["outcome"]["retry"], "no");
    assert_eq!(lines(&["decode", "--json"], b"0,-9")[0].get("outcome"), None);
}

#[test]
fn the_outcome_of_an_hlr_reply() {
    let body = b"1,1760080210,6,250026610000001,79261490000,250,2,Russia,MegaFON,,";
    assert_eq!(lines(&["decode", "--json", "--outcome"], body)[0]["outcome"]["state"], "failed");
    assert_eq!(lines(&["decode", "--json", "--outcome"], b"1,1760080210,6")[0]["outcome"]["state"], "delivered");
    assert_eq!(
        lines(&["decode", "--json", "--outcome", "--fmt", "3", "--kind", "hlr"], br#"{"status":1,"err":6}"#)[0]["outcome"]["state"],
        "failed"
    );
}

#[test]
fn the_table_shows_what_to_do_next() {
    let body = b"20,1760080219,1,101,79990000001\n3,1760080219,6,102,79990000002\n24,1760080219,0,103,79990000003\n0,1760080219,0,104,79990000004\n";
    let table = |lang: &str| stdout(&smsc(&["decode", "--multi", "--lang", lang], body)).to_owned();
    let english = table("en");
    for word in ["OUTCOME", "stop writing", "retry in 1 h", "fix and retry", "pending"] {
        assert!(english.contains(word), "{word}: {english}");
    }
    assert!(table("ru").contains("повтор через 1 ч"));
    assert!(table("fr").contains("Abonné hors ligne"));
    assert_eq!(stdout(&smsc(&["decode"], b"0,-9")), "error 9: Too many requests; retry in 1 min\n");
}
