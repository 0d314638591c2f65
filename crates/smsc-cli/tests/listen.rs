//! `smsc listen`: what it writes and answers, to the notifications of `smsc serve` and to others.
#![cfg(target_os = "linux")]

mod common;
#[path = "common/interruptible.rs"]
mod interruptible;
#[path = "common/listening.rs"]
mod listening;
#[path = "common/notifications.rs"]
mod notifications;
#[path = "common/reader.rs"]
mod reader;
#[path = "common/standin.rs"]
mod standin;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use common::smsc;
use interruptible::interruptible;
use listening::{Listening, PHONE, SECRET, line_of, status_of};
use notifications::{body_of, cases, private_file};
use reader::Reader;

/// A stand-in whose account has a handler, and which is killed with the test.
struct Served(Child, String);

impl Served {
    fn start(name: &str, handler: &str) -> Self {
        let scenario =
            private_file(&format!("listen-{name}.toml"), format!("[[account]]\n[account.callback]\n{handler}").as_bytes());
        let args = ["--frozen", "--start", "2026-11-28T09:00:00Z", "--scenario", &scenario];
        let (child, url) = standin::serve("127.0.0.1:0", &args);
        let address = url.strip_prefix("http://").expect("a URL without TLS").to_owned();
        Self(child, address)
    }

    /// Sends a request, and returns the body of the response.
    fn request(&self, method: &str, path: &str, body: &str) -> String {
        let mut stream = TcpStream::connect(&self.1).unwrap();
        let len = body.len();
        write!(stream, "{method} {path} HTTP/1.1\r\nContent-Length: {len}\r\nConnection: close\r\n\r\n{body}").unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        assert!(text.starts_with("HTTP/1.1 200 "), "{text}");
        text.split_once("\r\n\r\n").unwrap().1.to_owned()
    }

    /// Sends a message, and lets four seconds pass.
    fn deliver(&self, phone: &str) {
        let form = format!("login=demo&psw=demo&charset=utf-8&fmt=1&id=5&mes=k3y&phones={phone}");
        assert_eq!(self.request("POST", "/sys/send.php", &form), "5,1");
        self.request("POST", "/control", r#"{"advance": "4s"}"#);
    }

    /// Waits until a number of notifications was accepted, and another number was not.
    fn wait_for(&self, delivered: u32, undelivered: u32) {
        let until = Instant::now() + Duration::from_secs(20);
        loop {
            let state: Value = serde_json::from_str(&self.request("GET", "/control", "")).unwrap();
            if state["notifications"] == json!({"delivered": delivered, "undelivered": undelivered}) {
                return;
            }
            assert!(Instant::now() < until, "{}", state["notifications"]);
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn the_notifications_of_the_stand_in_become_lines() {
    for method in ["POST", "GET"] {
        let listening = Listening::start(&["--path", "/smsc/5f2c9a", "--charset", "utf-8"]);
        let url = format!("http://{}/smsc/5f2c9a", listening.address);
        // As the account of the service has it, which may leave the query in the URL that it calls.
        let query = if method == "POST" { format!("?charset=utf-8&sha1={SECRET}") } else { String::new() };
        let served =
            Served::start(method, &format!("url = '{url}{query}'\ncharset = 'utf-8'\nmethod = '{method}'\nsha1 = '{SECRET}'"));
        served.deliver("79990002006");
        let text = "Привет: 50% & \\u00ab\\u200b\\u00bb\\n2";
        let message = format!(r#"{{"receive": {{"phone": "{PHONE}", "to": "79990000099", "text": "{text}"}}}}"#);
        served.request("POST", "/control", &message);
        served.wait_for(2, 0);
        let (status, out, err) = listening.end();
        let lines: Vec<_> = out.split_inclusive('\n').collect();
        assert_eq!((status, lines.len(), &*err), (Some(0), 2, "smsc: notifications written: 2, refused: 0\n"), "{out}");
        let verified = |covered: [&str; 3]| json!({"covered": covered, "algorithm": "sha1"});
        let line: Value = serde_json::from_str(lines[0]).unwrap();
        assert_eq!((&line["kind"], &line["verified"]), (&json!("status"), &verified(["id", "phone", "status"])));
        let event = &line["event"];
        assert_eq!((&event["id"], &event["status"], &event["err"]), (&json!(5), &json!(20), &json!(6)));
        // 12:00:04 in Moscow.
        assert_eq!((&event["phone"], &event["last_timestamp"]), (&json!("79990002006"), &json!(1_795_856_404)));
        let line: Value = serde_json::from_str(lines[1]).unwrap();
        assert_eq!((&line["kind"], &line["verified"]), (&json!("incoming"), &verified(["phone", "mes", "to"])));
        assert_eq!(line["event"]["mes"], "Привет: 50% & «\u{200b}»\n2");
        // As everywhere, what is invisible is escaped.
        assert!(lines[1].contains("«\\u200b»"), "{}", lines[1]);
    }
}

#[test]
fn a_notification_with_another_secret_is_refused() {
    let listening = Listening::start(&[]);
    let served = Served::start("wrong", &format!("url = 'http://{}/'\nsha1 = 'another-s3cret'", listening.address));
    served.deliver(PHONE);
    served.wait_for(0, 1);
    let (status, out, err) = listening.end();
    assert_eq!((status, &*out), (Some(0), ""));
    assert!(err.starts_with("smsc: refused: sha1: wrong signature"), "{err}");
    assert!(err.ends_with("\nsmsc: notifications written: 0, refused: 1\n"), "{err}");
}

#[test]
fn every_case_is_written_or_refused() {
    let mut by_handler: BTreeMap<_, Vec<Value>> = BTreeMap::new();
    for case in cases() {
        let format = case["format"].as_str().unwrap().replace("fields", "form");
        let charset = case["charset"].as_str().unwrap_or("windows-1251").to_owned();
        by_handler.entry((format, charset, case["secret"].as_str().unwrap().to_owned())).or_default().push(case);
    }
    for ((format, charset, secret), cases) in by_handler {
        let mut command = interruptible();
        command.args(["listen", "--port", "0", "--format", &format, "--charset", &charset]).stdout(Stdio::piped());
        let listening = Listening::spawn(&mut command, &secret);
        let mut client = listening.client();
        let mut expected = Vec::new();
        for case in &cases {
            let (name, expect) = (&case["name"], &case["expect"]);
            let wanted = match (expect.get("error"), expect.get("kind")) {
                (None, _) => 200,
                (Some(_), Some(_)) => 403,
                (Some(_), None) => 400,
            };
            assert_eq!(client.post("/", &body_of(case)), wanted, "{name}");
            if wanted == 200 {
                expected.push(expect.clone());
            }
        }
        let (status, out, err) = listening.end();
        let lines: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!((status, &lines), (Some(0), &expected));
        let counts = format!("written: {}, refused: {}\n", expected.len(), cases.len() - expected.len());
        assert!(err.ends_with(&counts), "{err}");
    }
}

#[test]
fn only_a_notification_to_the_path_is_read() {
    let listening = Listening::start(&["--path", "/a", "--max-body", "1000"]);
    let mut client = listening.client();
    // A client that does not go on holds up nobody else.
    let mut slow = TcpStream::connect(&listening.address).unwrap();
    slow.write_all(b"POST /a HTTP/1.1\r\nContent-Length: 100\r\n\r\nid=").unwrap();
    let (one, two) = (status_of(1), status_of(2));
    for target in ["/", "/a/", "/A", "/ab", "/%61"] {
        assert_eq!(client.post(target, one.as_bytes()), 404, "{target}");
    }
    // The body counts, and the query only without one.
    assert_eq!(client.post(&format!("/a?charset=utf-8&sha1={SECRET}"), one.as_bytes()), 200);
    assert_eq!(client.request(format!("GET /a?{two} HTTP/1.1\r\n\r\n").as_bytes()), Some(200));
    assert_eq!(client.post("/a", b""), 400);
    assert_eq!(client.post("/a", format!("?{one}").as_bytes()), 403);
    assert_eq!(client.post("/a", one.replace("status=1", "status=2").as_bytes()), 403);
    for method in ["HEAD", "PUT", "DELETE", "OPTIONS"] {
        let request = format!("{method} /a HTTP/1.1\r\nContent-Length: {}\r\n\r\n{one}", one.len());
        assert_eq!(listening.client().request(request.as_bytes()), Some(405), "{method}");
    }
    assert_eq!(listening.client().post("/a", &[b'a'; 1001]), 413);
    let long = format!("GET /a?{two}&x={} HTTP/1.1\r\n\r\n", "x".repeat(70_000));
    assert_eq!(listening.client().request(long.as_bytes()), Some(431));
    assert_eq!(listening.client().request(b"nonsense\r\n\r\n"), Some(400));
    drop(slow);
    let (status, out, err) = listening.end();
    assert_eq!((status, out), (Some(0), [line_of(1), line_of(2)].concat()));
    assert!(err.ends_with("smsc: notifications written: 2, refused: 3\n"), "{err}");
}

#[test]
fn hints_are_printed_once() {
    let listening = Listening::start(&["--unverified"]);
    let mut client = listening.client();
    for _ in 0..2 {
        assert_eq!(client.post("/", b"{\"id\": 1}"), 400);
        assert_eq!(client.post("/", "phone=1&mes=Привет".as_bytes()), 200);
    }
    let (_, out, err) = listening.end();
    assert_eq!(out.lines().count(), 2);
    assert_eq!(err.matches("hint: the notification looks like another format: try --format json\n").count(), 1, "{err}");
    assert_eq!(err.matches("hint: the texts look like UTF-8").count(), 1, "{err}");
    assert!(out.ends_with(",\"verified\":null}\n"), "{out}");
}

#[test]
fn an_address_that_others_can_reach_is_hinted_at_without_a_signature() {
    let started = |args: &[&str]| {
        let mut command = interruptible();
        Listening::spawn(command.args(["listen", "--listen", "0.0.0.0:0"]).args(args).stdout(Stdio::null()), SECRET).start.clone()
    };
    assert!(started(&["--unverified"]).starts_with("hint: other machines can reach this address"));
    assert_eq!(started(&[]), "");
}

#[test]
fn a_standard_output_that_ends_ends_the_command() {
    // A reader that wants no more.
    let (reader, stdout) = Reader::new();
    let listening = Listening::spawn(interruptible().args(["listen", "--port", "0"]).stdout(stdout), SECRET);
    assert_eq!(listening.post(status_of(1).as_bytes()), 200);
    reader.end();
    assert_eq!(listening.post(status_of(2).as_bytes()), 503);
    assert_eq!(listening.wait(), (Some(0), String::new(), String::new()));
    // A full disk.
    let full = File::options().write(true).open("/dev/full").unwrap();
    let listening = Listening::spawn(interruptible().args(["listen", "--port", "0"]).stdout(full), SECRET);
    assert_eq!(listening.post(status_of(1).as_bytes()), 503);
    let (status, _, err) = listening.wait();
    assert_eq!(status, Some(2));
    assert!(err.starts_with("smsc: cannot write: ") && err.lines().count() == 1, "{err}");
}

#[test]
fn wrong_options_are_explained_without_their_values() {
    let listening = Listening::start(&[]);
    let taken = ["--unverified", "--listen", &listening.address];
    let path = format!("/smsc?sha1={SECRET}");
    let uses: [(&[&str], &str); 9] = [
        (&taken, "smsc: cannot listen on 127.0.0.1:"),
        (&["--unverified", "--listen", "nowhere"], "smsc: cannot listen on nowhere: "),
        (&[], "smsc: no secret: pass --secret-file"),
        (&["--secret", SECRET], "smsc: a secret is never an option"),
        (&[SECRET], "smsc: expected options alone"),
        (&["--unverified", "--path", &path], "smsc: --path: expected a path in ASCII"),
        (&["--unverified", "--path", "smsc"], "smsc: --path: expected a path in ASCII"),
        (&["--listen", "127.0.0.1:0", "--port", "0"], "error: the argument '--listen <ADDRESS:PORT>' cannot be used with"),
        (&["--secret-file", SECRET], "smsc: cannot read the file of --secret-file"),
    ];
    for (args, expected) in uses {
        let output = smsc(&[&["listen"], args].concat(), b"");
        let text = String::from_utf8(output.stderr).unwrap();
        assert_eq!((&*output.stdout, output.status.code()), (&b""[..], Some(2)), "{args:?}: {text}");
        assert!(text.starts_with(expected) && !text.contains(SECRET), "{args:?}: {text}");
    }
    // A secret in a file.
    let file = private_file("listen-secret", format!("{SECRET}\n").as_bytes());
    let mut command = interruptible();
    command.args(["listen", "--port", "0", "--secret-file", &file]).stdout(Stdio::piped());
    let listening = Listening::spawn(&mut command, "");
    assert_eq!(listening.post(status_of(1).as_bytes()), 200);
    assert_eq!(listening.end().1, line_of(1));
}
