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
         \"advice\":\"Send nothing more to this number. Ask the recipient for the right number.\",\"source\":\"S1 S0\",\"judgement\":false,\
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
        "failed, will not change",
        "in 1 h",
        "What to do:",
        "the provider's status page",
    ] {
        assert!(english.contains(part), "{part}: {english}");
    }
    let russian = text(&["explain", "--api-error", "4", "--lang", "ru"]);
    assert!(russian.contains("IP-адрес временно заблокирован") && russian.contains("через 30 мин"), "{russian}");
    let email = text(&["explain", "3", "--type", "email", "--lang", "ru"]);
    assert!(email.contains("почтовый сервер") && !email.contains("телефон"), "{email}");
    let french = text(&["explain", "--clicksend-row", "13", "--lang", "fr"]);
    assert!(french.contains("ClickSend 13 · Failed 301: Abonné absent"), "{french}");
    assert!(text(&["diagnose", "timeout", "--lang", "fr"]).starts_with("Délai d’attente dépassé\n\n1. "));
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

/// A text that contains a known one is answered; so is a similar one. The answer says so.
#[test]
fn a_text_with_or_like_a_known_one_is_answered() {
    for (text, kind, known) in [
        ("The server answered: authorise error, and no more", "contains", "authorise error"),
        ("Пишет, что абонент не существует и всё", "contains", "Абонент не существует"),
        ("статус: Просрочено", "contains", "Просрочено"),
        ("абонент не сущетвует", "similar", "Абонент не существует"),
        ("authorize eror", "similar", "authorise error"),
    ] {
        for args in [&["explain", text][..], &["explain", "--text", text]] {
            let found = lines(&[args, &["--json"]].concat(), b"");
            assert_eq!((&found[0]["match"], &found[0]["text"]), (&kind.into(), &known.into()), "{text}");
        }
        let text = stdout(&smsc(&["explain", text], b"")).to_owned();
        let start = if kind == "similar" { "similar to: " } else { "contains: " };
        assert!(text.starts_with(&format!("{start}{known}\n\n")), "{text}");
    }
    assert_eq!(lines(&["explain", "Просрочено", "--json"], b"")[0].get("match"), None);
}

/// A denial is not answered with what it denies.
#[test]
fn what_is_not_delivered_was_not_delivered() {
    for text in ["Не доставлено", "не доставлено!", "not delivered", "Невозможно доставить"]
    {
        for option in [&["explain", text][..], &["explain", "--getcourse", text]] {
            let found = lines(&[option, &["--json"]].concat(), b"");
            assert_eq!((&found[0]["status"], &found[0]["state"]), (&20.into(), &"failed".into()), "{text}");
        }
    }
    let output = smsc(&["explain", "сообщение не просрочено"], b"");
    assert_eq!((output.status.code(), stdout(&output)), (Some(1), ""));
}

#[test]
fn codes_are_explained_in_any_notation() {
    let first = |words: &[&str]| lines(&[&["explain"], words, &["--json"]].concat(), b"").swap_remove(0);
    for words in [&["20", "1"][..], &["20/1"], &["20,1"], &["20 err=1"], &["20", "--err", "1"], &["status", "20", "err", "1"]] {
        assert_eq!(first(words)["title"], "No such subscriber", "{words:?}");
    }
    assert_eq!(first(&["err", "6"])["title"], "Subscriber offline");
    assert_eq!(first(&["--err", "6"])["title"], "Subscriber offline");
    for words in [&["0,-9"][..], &["-9"], &["ERROR", "=", "9"], &["--api-error", "-9"], &["ERROR = 9 (текст)"]] {
        assert_eq!(first(words)["error_code"], 9, "{words:?}");
    }
    assert_eq!(first(&["--getcourse", "20"])["status"], 20);
    assert_eq!(first(&["--text", "20/1"])["title"], "No such subscriber");
    assert_eq!(first(&["101,-8"])["endpoint"], "send");
    assert_eq!(first(&["-3"])["status"], -3);
    let output = smsc(&["explain", "1,1760080210,0,1760080202,79990000020,2.12,G,D,hi,,0"], b"");
    assert!(stderr(&output).contains("smsc decode") && !stderr(&output).contains("7999"), "{}", stderr(&output));
}

#[test]
fn the_language_is_that_of_the_option_or_of_the_locale() {
    let russian = "статус 20 Невозможно доставить";
    for args in [&["--lang", "ru", "explain", "20"][..], &["explain", "20", "--lang", "RU"], &["explain", "20", "--lang=ru"]] {
        assert!(stdout(&smsc(args, b"")).starts_with(russian), "{args:?}");
    }
    let in_locale = |args: &[&str], locale: &str| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_smsc")).args(args).env("LC_ALL", locale).output().unwrap();
        (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    assert!(in_locale(&["explain", "20"], "ru_RU.UTF-8").0.starts_with(russian));
    assert!(in_locale(&["codes"], "fr_FR.UTF-8").0.contains("err\u{a0}: SMS, appels et HLR"));
    assert!(in_locale(&["flags", "1832"], "ru_RU.UTF-8").0.contains("оплачено"));
    let help = in_locale(&["decode", "--help"], "ru_RU.UTF-8").0;
    assert!(help.contains("Использование: smsc decode") && help.contains("Параметры:") && !help.contains("Options"), "{help}");
    for (args, message) in [
        (&["expalin"][..], "ошибка: неизвестная команда 'expalin'"),
        (&["decode", "--all", "7"], "ошибка: недопустимое значение '--all <0|1|2>': ожидалось число от 0 до 2"),
        (&["decode", "--nonsense"], "ошибка: лишний аргумент '--nonsense'"),
        (&["explain", ""], "smsc: ожидался текст или числа, а текст пуст"),
        (&["decode", "no-such-file"], "smsc: не удаётся прочитать no-such-file: нет такого файла"),
    ] {
        let (_, errors) = in_locale(args, "ru_RU.UTF-8");
        assert!(errors.starts_with(message), "{args:?}: {errors}");
    }
}

#[test]
fn symptoms_are_listed_and_found_by_their_titles() {
    let list = stdout(&smsc(&["diagnose", "--lang", "ru"], b"")).to_owned();
    assert_eq!(list.lines().count(), 9);
    assert!(list.starts_with("no-connection     Нет соединения"), "{list}");
    for words in [&["нет соединения"][..], &["Нет", "соединения"], &["NO-CONNECTION"], &["no connection"]]
    {
        let output = smsc(&[&["diagnose"], words].concat(), b"");
        assert!(stdout(&output).contains("ping smsc.ru"), "{words:?}: {}", stderr(&output));
    }
    assert!(stdout(&smsc(&["diagnose", "api-error", "2"], b"")).contains("1. "));
}

#[test]
fn explain_flag_prints_what_flags_prints() {
    assert_eq!(smsc(&["explain", "--flag", "1832", "--json"], b"").stdout, smsc(&["flags", "1832", "--json"], b"").stdout);
    assert_eq!(smsc(&["explain", "--flag", "0x0728"], b"").stdout, smsc(&["flags", "1832"], b"").stdout);
}

#[test]
fn an_unknown_text_prints_similar_known_ones() {
    for json in [&[][..], &["--json"]] {
        let output = smsc(&[&["explain", "--getcourse", "Абанент сушествует\u{1b}"], json].concat(), b"");
        assert_eq!((output.status.code(), stdout(&output)), (Some(1), ""));
        assert!(!stderr(&output).contains('\u{1b}'));
        let output = smsc(&[&["explain", "--clicksend", "absent something"], json].concat(), b"");
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).contains("\n  absent subscriber\n"), "{}", stderr(&output));
    }
    let nothing = smsc(&["explain", "ytdjpvj;yj ljcnfdbnm"], b"");
    assert_eq!((nothing.status.code(), stderr(&nothing)), (Some(1), "smsc: unknown text “ytdjpvj;yj ljcnfdbnm”\n"));
}

#[test]
fn wrong_usage_has_another_exit_status_than_unknown_texts() {
    for args in [
        &["explain"][..],
        &["explain", ""],
        &["explain", "--getcourse", " "],
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
