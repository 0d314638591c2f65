//! The commands that ask the service, against the stand-in: statuses, deletion, account and sending.
#![cfg(target_os = "linux")]

#[path = "common/standin.rs"]
mod standin;

use std::io::Write as _;
use std::process::Stdio;

use standin::{Home, Ran, Standin};

const FROZEN: &[&str] = &["--frozen"];

/// Sends a message with an id to a phone.
fn send(standin: &Standin, home: &Home, id: &str, phone: &str) {
    let ran = standin.run(home, &["send", phone, "--text", &format!("text of {id}"), "--id", id, "--yes"]);
    assert_eq!(ran.status, Some(0), "{ran:?}");
}

#[test]
fn one_message_is_asked_for_by_itself() {
    let home = Home::new();
    let standin = Standin::start(&home, "", FROZEN);
    send(&standin, &home, "101", "79990002006");
    standin.control(r#"{"advance": "1h"}"#);
    let ran = standin.run(&home, &["status", "101:79990002006"]);
    assert_eq!(ran.status, Some(0), "{ran:?}");
    let row = ran.stdout.lines().nth(1).unwrap();
    for part in ["101", "79990002006", "Cannot be delivered", "Subscriber offline", "retry in"] {
        assert!(row.contains(part), "{ran:?}");
    }
    let ran = standin.run(&home, &["status", "101:79990002006", "--json", "--outcome"]);
    let json = ran.json();
    assert_eq!((&json["status"], &json["err"], &json["id"]), (&20.into(), &6.into(), &101.into()), "{ran:?}");
    assert_eq!((&json["phone"], &json["outcome"]["state"]), (&"79990002006".into(), &"failed".into()), "{ran:?}");
    assert_eq!(standin.requests("status.php").len(), 2);
}

#[test]
fn several_messages_are_one_batch_with_each_once() {
    let home = Home::new();
    let standin = Standin::start(&home, "", FROZEN);
    send(&standin, &home, "101", "79990000001");
    send(&standin, &home, "order-77", "79990000002");
    standin.control(r#"{"advance": "1h"}"#);
    let file = home.write("pairs.csv", "phone;id\n79990000001;101\n79990000002;order-77\n79990000009;5\n79990000001;101\n");
    let ran = standin.run(&home, &["status", "--file", &file, "--all", "1", "--json"]);
    assert_eq!(ran.status, Some(0), "{ran:?}");
    let lines: Vec<serde_json::Value> = ran.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ids: Vec<_> = lines.iter().map(|line| (line["id"].clone(), line["phone"].clone(), line["status"].clone())).collect();
    let expected = [(101.into(), "79990000001"), ("order-77".into(), "79990000002"), (5.into(), "79990000009")];
    let statuses = [1, 1, -3];
    assert_eq!(
        ids,
        expected.into_iter().zip(statuses).map(|((id, phone), status)| (id, phone.into(), status.into())).collect::<Vec<_>>()
    );
    assert_eq!(lines[0]["message"], "text of 101");
    assert_eq!(ran.stderr, "hint: 1 repeated pairs are asked for once\n");
    assert_eq!(standin.requests("status.php").len(), 1);
    let ran = standin.run(&home, &["status", "--file", &file, "--csv", "--max-wait", "0s"]);
    // A batch a minute: another process knows nothing of the first one, and the service refuses.
    assert_eq!(ran.status, Some(1), "{ran:?}");
    assert!(ran.stderr.contains("error 9"), "{ran:?}");
    assert!(ran.stdout.starts_with('\u{feff}'), "{ran:?}");
}

#[test]
fn messages_after_a_failed_batch_are_counted() {
    let home = Home::new();
    let standin = Standin::start(&home, "", FROZEN);
    let pairs = (1..=5).map(|id| format!("{id}:79990000001")).collect::<Vec<_>>().join("\n");
    let file = home.write("pairs.txt", &pairs);
    let ran = standin.run(&home, &["status", "--file", &file, "--batch", "2", "--max-wait", "1s", "--json"]);
    assert_eq!(ran.status, Some(1), "{ran:?}");
    let kinds: Vec<serde_json::Value> = ran.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(kinds.len(), 3, "{ran:?}");
    assert_eq!(kinds[2]["error"], "not_sent", "{ran:?}");
    assert!(ran.stderr.contains("try again in 6") && ran.stderr.ends_with("hint: 3 of 5 messages have no answer\n"), "{ran:?}");
}

#[test]
fn deleted_messages_are_counted() {
    let home = Home::new();
    let standin = Standin::start(&home, "", FROZEN);
    send(&standin, &home, "101", "79990000001");
    send(&standin, &home, "102", "79990000002");
    let ran = standin.run(&home, &["delete", "101:79990000001", "102:79990000002", "--json"]);
    assert_eq!((ran.status, &ran.json()["deleted"]), (Some(0), &2.into()), "{ran:?}");
    let ran = standin.run(&home, &["delete", "101:79990000001"]);
    assert_eq!((ran.status, &*ran.stdout), (Some(1), ""), "{ran:?}");
    assert!(ran.stderr.contains("error 5"), "{ran:?}");
}

#[test]
fn the_account_is_that_of_the_credentials() {
    let home = Home::new();
    let standin = Standin::start(&home, "", FROZEN);
    let ran = standin.run(&home, &["balance", "--json"]);
    assert_eq!(ran.stdout, "{\"balance\":\"1000.00\",\"currency\":\"RUR\"}\n", "{ran:?}");
    let ran = standin.run(&home, &["lookup", "79160000001", "--json"]);
    assert_eq!((&ran.json()["mcc"], &ran.json()["mnc"]), (&"250".into(), &"01".into()), "{ran:?}");
    let file = home.write("account.toml", "apikey = 'k3y'");
    let ran = standin.run(&home, &["balance", "--credentials", &file]);
    assert_eq!(ran.stdout, "BALANCE   5.00\nCURRENCY  RUR\n", "{ran:?}");
    let run = |args: &[&str]| Ran::of(home.without_login(&standin.args(args)).output().unwrap());
    let ran = run(&["balance"]);
    assert!(ran.status == Some(2) && ran.stderr.starts_with("smsc: no credentials: "), "{ran:?}");
    home.write(".config/smsc/config.toml", "login = 'l0gin'\npassword_command = 'echo s3cret'");
    assert_eq!(run(&["balance", "--json"]).json()["balance"], "1000.00");
    let file = home.write("other.toml", "login = 'l0gin'\npsw = 's3cret'\nhost = 'x'");
    assert_eq!(run(&["balance", "--credentials", &file]).status, Some(2));
}

#[test]
fn a_configuration_that_others_can_read_is_refused() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = Home::new();
    let standin = Standin::start(&home, "", FROZEN);
    let path = home.write(".config/smsc/config.toml", "apikey = 'k3y'");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
    let ran = standin.run(&home, &["balance"]);
    assert_eq!(ran.status, Some(2), "{ran:?}");
    assert!(ran.stderr.ends_with("config.toml: other users can read it: run chmod 600 on it\n"), "{ran:?}");
    assert!(standin.requests("balance.php").is_empty());
}

#[test]
fn refused_credentials_are_not_tried_again() {
    let home = Home::new();
    let standin = Standin::start(&home, "[[account]]\nlogin = 'l0gin'\npsw = 'another'", FROZEN);
    let first = standin.run(&home, &["balance"]);
    assert!(first.status == Some(1) && first.stderr.contains("error 2"), "{first:?}");
    for args in [&["balance"][..], &["status", "1:79990000001"], &["send", "79990000001", "--text", "a"]] {
        let ran = standin.run(&home, args);
        assert!(ran.status == Some(2) && ran.stderr.contains("refused these credentials at "), "{ran:?}");
    }
    assert_eq!(standin.requests("balance.php").len(), 1);
    // Others are asked for at once.
    let ran = Ran::of(home.command(&standin.args(&["balance"])).env("SMSC_PASSWORD", "another").output().unwrap());
    assert_eq!(ran.status, Some(0), "{ran:?}");
    // So are these, after doctor has seen them accepted.
    let address = standin.address().to_owned();
    drop(standin);
    let standin = Standin::listen(&address, &home, "", FROZEN);
    assert_eq!(standin.run(&home, &["balance"]).status, Some(2));
    let ran = standin.run(&home, &["doctor"]);
    assert!(ran.status == Some(0) && ran.stdout.contains("refused at "), "{ran:?}");
    assert_eq!(standin.run(&home, &["balance"]).status, Some(0));
}

#[test]
fn a_price_is_asked_for_before_a_message_is_sent() {
    let home = Home::new();
    let standin = Standin::start(&home, "", FROZEN);
    let ran = standin.run(&home, &["send", "79990000001", "79990000002", "--text", "Привет", "--dry-run", "--json"]);
    assert_eq!((ran.status, &*ran.stdout), (Some(0), "{\"fate\":\"price\",\"cnt\":2,\"cost\":\"4.24\"}\n"), "{ran:?}");
    let phones = (0..11).map(|last| format!("799900000{last:02}")).collect::<Vec<_>>().join("\n");
    let (phones, text) = (home.write("phones.txt", &phones), home.write("text.txt", "Hello\n"));
    let args = ["send", "--phones-file", &phones, "--text-file", &text, "--json"];
    let ran = standin.run(&home, &args);
    assert_eq!((ran.status, &*ran.stdout), (Some(2), ""), "{ran:?}");
    assert_eq!(ran.stderr, "smsc: 11 recipients, 11 parts, price 23.32: pass --yes to send this without a question\n");
    assert_eq!(standin.run(&home, &["balance", "--json"]).json()["balance"], "1000.00");
    home.write(".config/smsc/config.toml", "[confirm]\nrecipients = 11");
    let ran = standin.run(&home, &args);
    let json = ran.json();
    assert_eq!((ran.status, &json["fate"], &json["cost"]), (Some(0), &"sent".into(), &"23.32".into()), "{ran:?}");
    assert_eq!(ran.stderr, format!("hint: the id of the message is {}\n", json["id"].as_str().unwrap()));
    home.write(".config/smsc/config.toml", "[confirm]\nprice = 2.11");
    let ran = standin.run(&home, &["send", "79990000001", "--text", "dear"]);
    assert!(ran.status == Some(2) && ran.stderr.contains("price 2.12"), "{ran:?}");
    assert_eq!(standin.run(&home, &["send", "79990000001", "--text", "dear", "--yes"]).status, Some(0));
}

#[test]
fn a_message_without_an_answer_is_looked_up_and_not_sent_again() {
    for (fault, lost, status, fate) in [
        ("kind = 'cut'\nbytes = 3", false, Some(0), "accepted"),
        ("kind = 'html'", false, Some(0), "accepted"),
        ("kind = 'reset'", true, Some(3), "unknown"),
    ] {
        let home = Home::new();
        let standin = Standin::start(&home, &format!("[[fault]]\n{fault}\nscript = 'send.php'\nlost = {lost}"), &[]);
        let args = ["send", "79990000001", "--text", "a", "--id", "7", "--yes", "--json", "--max-wait", "3s"];
        let ran = standin.run(&home, &args);
        assert_eq!((ran.status, &ran.json()["fate"]), (status, &fate.into()), "{fault}: {ran:?}");
        assert_eq!(standin.requests("send.php").len(), 1, "{fault}");
    }
}

#[test]
fn what_is_printed_last_does_not_change_the_exit_status() {
    let closed = || {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        Stdio::from(writer)
    };
    let full = || Stdio::from(std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap());
    let home = Home::new();
    let standin = Standin::start(&home, "[[fault]]\nkind = 'reset'\nscript = 'send.php'\nlost = true", &[]);
    let run = |args: &[&str], stdout: Stdio| Ran::of(home.command(&standin.args(args)).stdout(stdout).output().unwrap());
    let send = ["send", "79990000001", "--text", "a", "--id", "7", "--yes", "--json", "--max-wait", "3s"];
    assert_eq!(run(&send, closed()).status, Some(3));
    let send = ["send", "79990000001", "--text", "b", "--id", "8", "--yes"];
    let ran = run(&send, full());
    assert!(ran.status == Some(3) && ran.stderr.contains("message 8 was accepted: do not send it again"), "{ran:?}");
    let ran =
        Ran::of(home.command(&["balance", "--json", "--host", "127.0.0.1:1", "--plain-http"]).stdout(closed()).output().unwrap());
    assert!(ran.status == Some(1) && ran.stderr.contains("no connection was made"), "{ran:?}");
}

#[test]
fn an_invalid_message_is_wrong_usage_and_not_sent() {
    let home = Home::new();
    let standin = Standin::start(&home, "", FROZEN);
    for args in [
        &["send", "79990000001", "--yes"][..],
        &["send", "79990000001", "--kind", "hlr", "--text", "a", "--yes"],
        &["send", "79990000001", "--text", "a", "--time", "soon"],
        &["history", "--from", "2026-11-29", "--to", "2026-11-28"],
    ] {
        let ran = standin.run(&home, args);
        assert_eq!((ran.status, &*ran.stdout), (Some(2), ""), "{args:?}: {ran:?}");
    }
    assert!(standin.requests("send.php").is_empty() && standin.requests("get.php").is_empty());
}

#[test]
fn a_person_at_a_terminal_is_asked() {
    let home = Home::new();
    let standin = Standin::start(&home, "", FROZEN);
    let phones = (0..11).map(|last| format!("799900000{last:02}")).collect::<Vec<_>>().join(" ");
    for (answer, status, requests) in [("y", 0, 2), ("n", 1, 3), ("", 1, 4)] {
        let line =
            format!("{} send {phones} --text text{answer} --host {} --plain-http", env!("CARGO_BIN_EXE_smsc"), standin.address());
        // `script` runs a command on a terminal of its own.
        let mut command = std::process::Command::new("script");
        command.args(["-qec", &line, "/dev/null"]).env("HOME", home.path("")).env("LC_ALL", "C");
        command.env("SMSC_LOGIN", "l0gin").env("SMSC_PASSWORD", "s3cret").env_remove("XDG_CONFIG_HOME");
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(format!("{answer}\n").as_bytes()).unwrap();
        let ran = Ran::of(child.wait_with_output().unwrap());
        assert_eq!(ran.status, Some(status), "{answer:?}: {ran:?}");
        assert!(ran.stdout.contains("11 recipients, 11 parts, price 23.32: send? [y/N]"), "{ran:?}");
        assert_eq!(standin.requests("send.php").len(), requests, "{answer:?}");
    }
}
