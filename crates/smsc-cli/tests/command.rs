//! The command's options, exit statuses, pipes and terminals.

mod common;

use std::io::{Read as _, Write as _};
use std::process::{Command, Output, Stdio};

use common::smsc;

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

#[test]
fn defaults_are_fmt_1_all_0_single() {
    let output = smsc(&["decode", "--json"], b"1,1760080210,0");
    assert_eq!(stdout(&output), "{\"status\":1,\"last_timestamp\":1760080210,\"err\":0}\n");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(stdout(&smsc(&["decode", "--json", "-"], b"OK")), "{\"result\":\"OK\"}\n");
}

#[test]
fn windows_1251_is_the_default_charset() {
    let output = smsc(&["decode", "--json", "--all", "1"], b"1,1,0,2,7,2.12,G,D,\xcf\xf0\xe8\xe2\xe5\xf2,,0");
    assert!(stdout(&output).contains("\"message\":\"Привет\""), "{}", stdout(&output));
}

#[test]
fn exit_statuses() {
    let code = |args: &[&str], input: &[u8]| smsc(args, input).status.code().unwrap();
    assert_eq!(code(&["decode"], b"0,-9"), 0, "an API error is a valid reply");
    assert_eq!(code(&["decode"], b"garbage"), 1);
    assert_eq!(code(&["decode"], b""), 1);
    assert_eq!(code(&["decode", "--multi"], b"1,1,0,5,7999\n1,1,0"), 1);
    assert_eq!(code(&["decode", "--all", "3"], b""), 2);
    assert_eq!(code(&["decode", "--charset", "latin1"], b""), 2);
    assert_eq!(code(&["decode", "--ids", "5"], b""), 2);
    assert_eq!(code(&["decode", "--ids", "0:7999"], b""), 2);
    assert_eq!(code(&["decode", "no-such-file"], b""), 2);
    assert_eq!(code(&["decode", "/"], b""), 2);
    assert_eq!(code(&["nonsense"], b""), 2);
    assert_eq!(code(&[], b""), 2);
    assert_eq!(code(&["flags", "65536"], b""), 2);
    assert_eq!(code(&["--help"], b""), 0);
    assert_eq!(code(&["--version"], b""), 0);
}

#[test]
fn failures_go_to_standard_error_and_name_the_file() {
    let output = smsc(&["decode", "no-such-file"], b"");
    assert_eq!(stdout(&output), "");
    assert!(stderr(&output).starts_with("smsc: cannot read no-such-file: "), "{}", stderr(&output));
}

#[test]
fn malformed_lines_have_an_error_an_offset_and_an_expectation() {
    let output = smsc(&["decode", "--json", "--multi"], b"1,1760080210,0,101,79990000001\n1,x,0,102,79990000002\n");
    let second = stdout(&output).lines().nth(1).unwrap();
    assert_eq!(
        second,
        "{\"malformed\":\"invalid last_timestamp\",\"offset\":33,\"expected\":\"Unix seconds from 0 to 2^40, or nothing\"}"
    );
    let table = smsc(&["decode", "--multi"], b"1,1760080210,0,101,79990000001\n1,x,0,102,79990000002\n");
    assert!(stdout(&table).contains("malformed: byte 33: invalid last_timestamp: expected Unix seconds"), "{}", stdout(&table));
}

#[test]
fn missing_and_unexpected_records() {
    let wrong = smsc(&["decode", "--ids", "101:79990000001,102"], b"");
    let message = String::from_utf8(wrong.stderr).unwrap();
    assert!(message.contains("expected pairs of the form ID:PHONE") && !message.contains("7999"), "{message}");
    let args = ["decode", "--json", "--multi", "--ids", "101:+79990000001,102:79990000002"];
    let output = smsc(&args, b"1,1760080210,0,102,79990000002\n1,1760080210,0,103,79990000003\n");
    let lines: Vec<_> = stdout(&output).lines().collect();
    assert_eq!(lines[0], "{\"missing\":{\"id\":101,\"phone\":\"+79990000001\"}}");
    assert!(lines[1].ends_with("\"id\":102,\"phone\":\"79990000002\"}"), "{}", lines[1]);
    assert!(lines[2].ends_with("\"unexpected\":true}"), "{}", lines[2]);
    assert_eq!(output.status.code(), Some(0));
    let table = smsc(&["decode", "--multi", "--ids", "101:79990000001"], b"1,1760080210,0,103,79990000003\n");
    let rows: Vec<_> = stdout(&table).lines().skip(1).collect();
    assert!(rows[0].ends_with("(unexpected)"), "{rows:?}");
    assert_eq!(rows[1], "101  79990000001  missing");
}

#[test]
fn pairs_may_be_spaced_and_end_in_a_comma() {
    let output = smsc(&["decode", "--json", "--multi", "--ids", " 101: 79990000001 , 102:79990000002, "], b"1,1,0,102,79990000002");
    assert!(stdout(&output).starts_with("{\"missing\":{\"id\":101,\"phone\":\"79990000001\"}}\n"), "{}", stdout(&output));
}

#[test]
fn json_cannot_control_the_terminal() {
    let output = smsc(
        &["decode", "--json", "--all", "1", "--charset", "utf-8"],
        "1,1,0,2,7,2.12,G,D,a\u{9b}1m\u{7f}\u{202e}é,,0".as_bytes(),
    );
    assert!(stdout(&output).contains("\"message\":\"a\\u009b1m\\u007f\\u202eé\""), "{}", stdout(&output));
}

#[test]
fn the_table_cannot_control_the_terminal() {
    let output = smsc(&["decode", "--all", "1"], b"1,1,0,2,7,2.12,\x1b]0;x\x07,D,\x1b[2J\x9b\x98\r\nnext,,0");
    let table = stdout(&output);
    assert!(table.lines().all(|line| !line.contains(char::is_control)), "{table:?}");
    assert!(table.contains("\\u{1b}[2J"), "{table}");
    assert!(table.contains("\\r\\nnext"), "{table}");
    let api_error = smsc(&["decode", "--fmt", "0"], b"ERROR = 2 (\x1b[31mx)");
    assert!(stdout(&api_error).contains("\\u{1b}[31mx"), "{}", stdout(&api_error));
}

#[test]
fn no_colour_without_a_terminal() {
    let output = smsc(&["decode"], b"1,1760080210,0");
    assert!(!stdout(&output).contains('\u{1b}'));
}

#[test]
fn colours_can_be_forced_and_forbidden() {
    let run = |name: &str, value: &str| {
        let mut child = Command::new(env!("CARGO_BIN_EXE_smsc"))
            .arg("decode")
            .env(name, value)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(b"1,1760080210,0").unwrap();
        String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap()
    };
    assert!(run("CLICOLOR_FORCE", "1").contains('\u{1b}'));
    assert!(!run("NO_COLOR", "1").contains('\u{1b}'));
}

#[test]
fn a_closed_pipe_is_no_error() {
    let body = "1,1760080210,0,101,79990000001\n".repeat(200_000);
    for args in [&["decode", "--multi", "--json"][..], &["decode", "--multi"]] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_smsc"))
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut input = child.stdin.take().unwrap();
        let writer = std::thread::spawn({
            let body = body.clone();
            move || drop(input.write_all(body.as_bytes()))
        });
        let mut some = [0; 100];
        child.stdout.take().unwrap().read_exact(&mut some).unwrap();
        writer.join().unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(stderr(&output), "");
        assert_eq!(output.status.code(), Some(0));
    }
}

#[test]
fn flags_are_decoded() {
    let json = |number: &str| stdout(&smsc(&["flags", number, "--json"], b"")).to_owned();
    assert_eq!(
        json("40"),
        "{\"flag\":40,\"type\":8,\"type_name\":\"e-mail\",\"second_balance\":true,\"template\":null,\"unknown_bits\":0}\n"
    );
    assert_eq!(
        json("0x0600"),
        "{\"flag\":1536,\"type\":0,\"type_name\":\"SMS\",\"second_balance\":false,\"template\":null,\"unknown_bits\":1536}\n"
    );
    assert_eq!(
        json("65535"),
        "{\"flag\":65535,\"type\":15,\"type_name\":null,\"second_balance\":true,\"template\":\"advertising\",\"unknown_bits\":63696}\n"
    );
}

#[test]
fn codes_prints_every_table() {
    let output = smsc(&["codes"], b"");
    for row in ["-3  Message not found", "Абонент не существует", "Адресат не существует", "Неверный логин или пароль", "Viber"]
    {
        assert!(stdout(&output).contains(row), "{row}");
    }
    let json = smsc(&["codes", "--json"], b"");
    assert!(stdout(&json).lines().all(|line| line.starts_with("{\"table\":\"")));
    let count = |table: &str| stdout(&json).lines().filter(|line| line.starts_with(&format!("{{\"table\":\"{table}\","))).count();
    let tables = ["status", "err", "err_email", "error_code", "type", "getcourse", "clicksend", "clicksend_word"];
    assert_eq!(tables.map(count), [14, 29, 13, 19, 11, 10, 21, 18]);
    assert!(count("symptom") > 9, "{}", count("symptom"));
}
