//! `smsc request`: what it prints, what it hides, and what it rejects.

mod common;

use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use common::smsc;

const SECRET: &str = "s3cret-key";

/// Runs the command with an API key in the environment.
fn with_key(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_smsc"));
    command.env("LC_ALL", "C").env("SMSC_APIKEY", SECRET).args(args).stdin(Stdio::null()).output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// Creates a file that only its owner can read, and returns its path.
fn private_file(name: &str, body: &str) -> String {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("request-{name}"));
    std::fs::write(&file, body).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600)).unwrap();
    }
    file.to_str().unwrap().to_owned()
}

#[test]
fn a_request_is_printed_with_its_secrets_masked() {
    let output = with_key(&["request", "status", "--ids", "101:79990000001,102:79990000002", "--all", "2"]);
    assert_eq!(
        text(&output.stdout),
        "POST https://smsc.ru/sys/status.php\nContent-Type: application/x-www-form-urlencoded\n\n\
         apikey=***&fmt=1&all=2&charset=utf-8&phone=79990000001%2C79990000002&id=101%2C102\n"
    );
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));

    let shown = with_key(&["request", "balance", "--only", "body", "--show-secrets"]);
    assert_eq!(text(&shown.stdout), "apikey=s3cret-key&fmt=3&charset=utf-8\n");
    let url = with_key(&["request", "balance", "--only", "url", "--host", "127.0.0.1:8080", "--plain-http"]);
    assert_eq!(text(&url.stdout), "http://127.0.0.1:8080/sys/balance.php\n");
    let get = with_key(&["request", "balance", "--get", "--json"]);
    let json: Value = serde_json::from_slice(&get.stdout).unwrap();
    assert_eq!(json["method"], "GET");
    assert_eq!(json["url"], "https://smsc.ru/sys/balance.php?apikey=***&fmt=3&charset=utf-8");
}

/// Returns the arguments of a case of testdata/requests.
fn arguments(case: &Value) -> Vec<String> {
    let call = case["call"].as_str().unwrap();
    let mut args = vec!["request".to_owned(), call.to_owned(), "--only=body".to_owned(), "--show-secrets".to_owned()];
    for (name, value) in case["options"].as_object().unwrap() {
        let option = name.replace('_', "-");
        match (call, name.as_str(), value) {
            (_, _, Value::Bool(is_set)) => args.extend(is_set.then(|| format!("--{option}"))),
            ("send", "phones", Value::Array(phones)) => args.extend(phones.iter().map(|phone| phone.as_str().unwrap().to_owned())),
            ("operator", ..) => args.push(value.as_str().unwrap().to_owned()),
            (_, _, Value::Array(items)) => {
                args.extend(items.iter().map(|item| format!("--{}={}", option.trim_end_matches('s'), item.as_str().unwrap())));
            }
            (_, _, Value::String(text)) => args.push(format!("--{option}={text}")),
            _ => args.push(format!("--{option}={value}")),
        }
    }
    args
}

#[test]
fn every_case_is_printed_or_rejected() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let cases = std::fs::read_to_string(root.join("testdata/requests/requests.json")).unwrap();
    let cases: Vec<Value> = serde_json::from_str(&cases).unwrap();
    for case in &cases {
        // A deletion of one message, and a status of several, have the shape that fits.
        let mut args = arguments(case);
        if case["call"] == "delete" {
            args.retain(|argument| argument != "--multi");
        }
        let mut command = Command::new(env!("CARGO_BIN_EXE_smsc"));
        command.env("LC_ALL", "C").env_remove("SMSC_APIKEY").args(&args).stdin(Stdio::null());
        let credentials = case["credentials"].as_object().unwrap();
        for (name, value) in credentials {
            let variable = match name.as_str() {
                "apikey" => "SMSC_APIKEY",
                "login" => "SMSC_LOGIN",
                _ => "SMSC_PASSWORD",
            };
            command.env(variable, value.as_str().unwrap());
        }
        let output = command.output().unwrap();
        let (stdout, stderr) = (text(&output.stdout), text(&output.stderr));
        if let Some(body) = case.get("body") {
            assert_eq!(stdout.strip_suffix('\n'), body.as_str(), "{}: {args:?} {stderr}", case["name"]);
            assert_eq!(output.status.code(), Some(0), "{}", case["name"]);
        } else {
            assert_eq!((stdout, output.status.code()), ("", Some(2)), "{}: {args:?}", case["name"]);
            assert!(!stderr.is_empty() && !stderr.contains("panicked"), "{}: {stderr}", case["name"]);
            // What the user typed is in no message of a request.
            assert!(!stderr.contains("79990000001"), "{}: {stderr}", case["name"]);
        }
    }
}

#[test]
fn credentials_come_from_a_private_file() {
    let read = |body: &str| {
        let file = private_file(&format!("credentials-{}", body.len()), body);
        with_key(&["request", "balance", "--only", "body", "--show-secrets", "--credentials", &file])
    };
    assert_eq!(text(&read("apikey = \"of the file\"\n").stdout), "apikey=of+the+file&fmt=3&charset=utf-8\n");
    assert_eq!(text(&read("login = \"a\"\npassword = \"b\"\n").stdout), "login=a&psw=b&fmt=3&charset=utf-8\n");
    for invalid in ["", "apikey = 5555", "apikey = s3cret", "login = \"s3cret\"", "apikey = \"s3cret\"\nother = 1\n"] {
        let output = read(invalid);
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), ""), "{invalid}");
        assert!(text(&output.stderr).contains("expected TOML"), "{invalid}: {}", text(&output.stderr));
        assert!(!text(&output.stderr).contains("s3cret") && !text(&output.stderr).contains("5555"), "{invalid}");
    }
}

#[test]
#[cfg(unix)]
fn a_file_that_others_can_read_is_rejected() {
    use std::os::unix::fs::PermissionsExt as _;
    let file = private_file("open", "apikey = \"a\"");
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o640)).unwrap();
    let output = with_key(&["request", "balance", "--credentials", &file]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("chmod 600"), "{}", text(&output.stderr));
}

#[test]
fn without_credentials_a_masked_request_is_shown_and_an_open_one_is_not() {
    let masked = smsc(&["request", "operator", "79990000001", "--only", "body"], b"");
    assert_eq!(text(&masked.stdout), "apikey=***&get_operator=1&fmt=3&charset=utf-8&phone=79990000001\n");
    let open = smsc(&["request", "operator", "79990000001", "--show-secrets"], b"");
    assert_eq!(open.status.code(), Some(2));
    assert!(text(&open.stderr).contains("SMSC_APIKEY"), "{}", text(&open.stderr));
}

#[test]
fn phones_and_texts_can_come_from_files() {
    let phones = private_file("phones", "\u{feff}79990000001\r\n\n+79990000002\n");
    let output =
        smsc(&["request", "send", "--phones-file", &phones, "--text-file", "-", "--only", "body"], "два\nслова\r\n".as_bytes());
    let expected = "apikey=***&fmt=3&charset=utf-8&phones=79990000001%2C%2B79990000002\
                    &mes=%D0%B4%D0%B2%D0%B0%0A%D1%81%D0%BB%D0%BE%D0%B2%D0%B0\n";
    assert_eq!(text(&output.stdout), expected);
    let both = smsc(&["request", "send", "--phones-file", "-", "--text-file", "-"], b"");
    assert_eq!(both.status.code(), Some(2));
    let bytes = smsc(&["request", "send", "79990000001", "--text-file", "-"], b"\xff");
    assert_eq!(bytes.status.code(), Some(2));
}

#[test]
fn nothing_that_is_printed_has_the_key() {
    let file = private_file("pairs", "101:79990000001\n101:79990000001\n");
    for args in [
        &["request", "status", "--ids-file", &file][..],
        &["request", "status", "--ids", "101:79990000001"],
        &["request", "send", "79990000001", "--text", "a", "--fmt", "2"],
        &["request", "balance", "--host", "smsc.ru/@"],
        &["request", "balance", "--get"],
        &["request", "balance", "--json"],
        &["request", "balance", "--help"],
        &["request"],
    ] {
        let output = with_key(args);
        for stream in [&output.stdout, &output.stderr] {
            assert!(!text(stream).contains(SECRET), "{args:?}");
        }
    }
}
