//! `smsc verify-callback`: every case of testdata/callbacks, the secret, and what is printed.

mod common;
#[path = "common/notifications.rs"]
mod notifications;

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

use common::{smsc, with_streams};
use notifications::{body_of, cases, private_file};

/// A right notification of an incoming message, with the secret `zxc`.
const INCOMING: &str = "phone=123&mes=text&to=234&sms_id=7&sha1=b6f768ce7614d7858cc4a6116f8ffd0dc236a3cd";
const STATUS: &str = "id=101&phone=79990000001&status=1&err=0&cost=3.10&sha1=12aae4326965653e1d32e74ee2feb0d845ca2e67";

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

/// Runs the command with a secret in the environment, and the body on standard input.
fn verify(secret: &str, args: &[&str], body: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_smsc"));
    command.env("LC_ALL", "C").env("SMSC_CALLBACK_SECRET", secret).arg("verify-callback").args(args);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A command that rejects its options never reads its input.
    let _ = child.stdin.take().unwrap().write_all(body);
    child.wait_with_output().unwrap()
}

#[test]
fn every_case_is_verified_or_refused() {
    for case in &cases() {
        let (name, expected) = (&case["name"], &case["expect"]);
        let body = body_of(case);
        let format = case["format"].as_str().unwrap().replace("fields", "form");
        let args = ["--format", &format, "--charset", case["charset"].as_str().unwrap_or("windows-1251")];
        let secret = case["secret"].as_str().unwrap();
        let run = |more: &[&str]| verify(secret, &[&args[..], more].concat(), &body);
        let line = |output: &Output| -> Value { serde_json::from_str(stdout(output)).unwrap_or_else(|_| panic!("{name}")) };

        let (output, table) = (run(&["--json"]), run(&[]));
        if expected.get("error").is_none() {
            assert_eq!((&line(&output), output.status.code()), (expected, Some(0)), "{name}");
            assert!(stdout(&table).contains("\nverified: the "), "{name}: {}", stdout(&table));
            assert_eq!((stderr(&table), table.status.code()), ("", Some(0)), "{name}");
        } else {
            let refusal = line(&output);
            assert_eq!(
                (&refusal["error"], &refusal["field"]),
                (&expected["error"], expected.get("field").unwrap_or(&Value::Null)),
                "{name}"
            );
            assert!(refusal.get("event").is_none() && refusal.get("kind").is_none(), "{name}");
            assert_eq!(output.status.code(), Some(1), "{name}");
            let what = if expected.get("kind").is_some() { "refused" } else { "malformed" };
            assert!(
                stderr(&table).starts_with(&format!("smsc: {what}: {}", refusal["reason"].as_str().unwrap())),
                "{name}: {}",
                stderr(&table)
            );
            assert_eq!((stdout(&table), table.status.code()), ("", Some(1)), "{name}");
        }
        // Without a signature, what can be parsed is printed, and said not to be verified.
        let (output, table) = (run(&["--json", "--unverified"]), run(&["--unverified"]));
        if let (Some(kind), Some(event)) = (expected.get("kind"), expected.get("event")) {
            assert_eq!(line(&output), json!({"kind": kind, "event": event, "verified": null}), "{name}");
            assert!(stdout(&table).contains("\nnot verified: "), "{name}");
            assert_eq!(output.status.code(), Some(0), "{name}");
        } else {
            assert_eq!(line(&output)["error"], expected["error"], "{name}");
            assert_eq!(output.status.code(), Some(1), "{name}");
        }
    }
}

#[test]
fn what_is_covered_and_what_is_not_is_printed() {
    let output = verify("zxc", &[], STATUS.as_bytes());
    assert_eq!(
        stdout(&output),
        "ID   PHONE        STATUS     OUTCOME    COST\n\
         101  79990000001  Delivered  delivered  3.10\n\
         \n\
         verified: the sha1 signature covers id, phone, status\n\
         not covered, so anybody on the way may have changed it: err, cost\n\
         a right signature does not rule out a repetition: the notification may have been sent before\n"
    );
    let output = verify("zxc", &[], INCOMING.as_bytes());
    assert!(stdout(&output).starts_with("ID  PHONE  TO   TEXT\n7   123    234  text\n\n"), "{}", stdout(&output));
    assert!(stdout(&output).contains("may have changed it: sms_id\n"), "{}", stdout(&output));
    // A text of an unverified notification cannot control the terminal either.
    let hostile = verify("zxc", &["--unverified"], b"phone=1&mes=%1B[2J%E4%98&to=234");
    assert!(stdout(&hostile).contains("\\u{1b}[2Jд"), "{}", stdout(&hostile));
    assert!(!stdout(&hostile).contains('\u{1b}'));
}

#[test]
fn the_secret_is_in_a_private_file_or_the_environment() {
    let with_file = |secret: &[u8]| {
        let file = private_file(&format!("secret-{}-{}", secret.len(), secret.last().unwrap_or(&0)), secret);
        smsc(&["verify-callback", "--secret-file", &file, "--json"], INCOMING.as_bytes())
    };
    for secret in [&b"zxc"[..], b"zxc\n", b"zxc\r\n"] {
        assert_eq!(with_file(secret).status.code(), Some(0), "{secret:?}");
    }
    for secret in [&b"zxc\n\n"[..], b"zxc ", b"zxc\r"] {
        assert_eq!(with_file(secret).status.code(), Some(1), "{secret:?}");
    }
    for empty in [&b""[..], b"\n"] {
        let output = with_file(empty);
        assert_eq!((stderr(&output), output.status.code()), ("smsc: the file of --secret-file: it is empty\n", Some(2)));
    }
    // All bytes of the variable count.
    assert_eq!(verify("zxc\n", &[], INCOMING.as_bytes()).status.code(), Some(1));
    let none = "smsc: no secret: pass --secret-file FILE, or set SMSC_CALLBACK_SECRET; to read without one, pass --unverified\n";
    for output in [smsc(&["verify-callback"], INCOMING.as_bytes()), verify("", &[], INCOMING.as_bytes())] {
        assert_eq!((stdout(&output), stderr(&output), output.status.code()), ("", none, Some(2)));
    }
    let file = private_file("secret", b"zxc");
    let both = smsc(&["verify-callback", "--secret-file", &file, "--unverified"], INCOMING.as_bytes());
    assert_eq!((stdout(&both), both.status.code()), ("", Some(2)));
}

#[test]
#[cfg(unix)]
fn a_secret_that_others_can_read_is_rejected() {
    use std::os::unix::fs::PermissionsExt as _;
    let file = private_file("open", b"zxc");
    for mode in [0o640, 0o604, 0o660] {
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(mode)).unwrap();
        let output = smsc(&["verify-callback", "--secret-file", &file], INCOMING.as_bytes());
        assert_eq!((stdout(&output), output.status.code()), ("", Some(2)));
        assert_eq!(stderr(&output), "smsc: the file of --secret-file: other users can read it: run chmod 600 on it\n");
    }
}

#[test]
fn a_refusal_says_what_to_do() {
    for (args, body, message) in [
        (&[][..], "phone=123&mes=text&to=234&crc32=9", "use sha1=SECRET in the handler's URL\n"),
        (&[], "phone=123&mes=text&to=234", "add sha1=SECRET to the handler's URL\n"),
        (
            &[],
            &format!("{INCOMING}\n"),
            "hint: the line end at the end counts as part of the last value: pass the body as it was received\n",
        ),
        (&[], &format!("?{INCOMING}"), "hint: the question mark of a URL is no part of its query: pass the query without it\n"),
        (&[], "{\"status\":1}", "hint: the notification looks like another format: try --format json\n"),
        (&["--format", "json"], INCOMING, "hint: the notification looks like another format: try --format form\n"),
        (&[], "", "pass the request's body or, if it has none, the query of its URL\n"),
    ] {
        let output = verify("zxc", args, body.as_bytes());
        assert!(stderr(&output).ends_with(message), "{body}: {}", stderr(&output));
        assert_eq!((stdout(&output), output.status.code()), ("", Some(1)), "{body}");
    }
    let utf8 = verify("zxc", &["--unverified"], "phone=1&mes=да&to=234".as_bytes());
    let hint = "hint: the texts look like UTF-8: if the handler's URL has charset=utf-8, add --charset utf-8\n";
    assert_eq!((stderr(&utf8), utf8.status.code()), (hint, Some(0)));
    let russian = verify("zxd", &["--lang", "ru"], INCOMING.as_bytes());
    assert!(stderr(&russian).starts_with("smsc: отклонено: sha1: неверная подпись: "), "{}", stderr(&russian));
}

/// Exit status 0 means that the signature is right, also if nobody reads the output.
#[test]
#[cfg(target_os = "linux")]
fn a_refused_notification_is_never_a_success() {
    let file = private_file("wrong", b"zxd");
    let args = ["verify-callback", "--secret-file", &file, "--json"];
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    assert_eq!(with_streams(&args, INCOMING.as_bytes(), writer.into(), Stdio::piped()).status.code(), Some(1));
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    assert_eq!(with_streams(&args, INCOMING.as_bytes(), full.into(), Stdio::piped()).status.code(), Some(2));
}

#[test]
fn a_big_notification_takes_bounded_time() {
    let body = format!("{INCOMING}&unknown={}", "%41+&mes=text&".repeat(200_000));
    let started = std::time::Instant::now();
    let output = verify("zxc", &["--json"], body.as_bytes());
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(started.elapsed() < std::time::Duration::from_secs(30));
}
