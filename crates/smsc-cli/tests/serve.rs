//! `smsc serve` as a process: its line, its end, its errors and TLS.
#![cfg(target_os = "linux")]

mod common;
#[path = "common/standin.rs"]
mod standin;

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command};

use common::smsc;
use standin::serve;

/// A running server, which is killed with the test.
struct Served {
    child: Child,
    url: String,
}

impl Served {
    fn start(args: &[&str]) -> Self {
        let (child, url) = serve("127.0.0.1:0", args);
        Self { child, url }
    }

    fn address(&self) -> &str {
        self.url.split_once("://").unwrap().1
    }

    fn post(&self, path: &str, body: &str) -> String {
        let mut stream = TcpStream::connect(self.address()).unwrap();
        let len = body.len();
        write!(stream, "POST {path} HTTP/1.1\r\nContent-Length: {len}\r\nConnection: close\r\n\r\n{body}").unwrap();
        let mut response = String::new();
        stream.read_to_string(&mut response).unwrap();
        response.split_once("\r\n\r\n").unwrap().1.to_owned()
    }

    fn get(&self, path: &str, host: &str) -> (String, Vec<u8>) {
        let mut stream = TcpStream::connect(self.address()).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut response = Vec::new();
        stream.read_to_end(&mut response).unwrap();
        let end = response.windows(4).position(|bytes| bytes == b"\r\n\r\n").unwrap();
        (String::from_utf8(response[..end].to_vec()).unwrap(), response[end + 4..].to_vec())
    }

    /// Sends a signal, and returns the exit status.
    fn end(mut self, signal: &str) -> Option<i32> {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args([&format!("-{signal}"), &pid]).status().unwrap().success());
        self.child.wait().unwrap().code()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn file(name: &str, text: &str) -> String {
    let path = std::env::temp_dir().join(format!("smsc-serve-{}-{name}", std::process::id()));
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn a_scenario_and_a_frozen_clock_decide_what_is_answered() {
    let scenario = file(
        "shop.toml",
        "[[account]]\nlogin = 'shop'\npsw = 's3cret'\n[[phone]]\nends = '7'\nstep = [{after = '9h', status = 3}]",
    );
    let served = Served::start(&["--scenario", &scenario, "--frozen", "--start", "2026-11-28T09:00:00Z"]);
    assert!(served.url.starts_with("http://127.0.0.1:"), "{}", served.url);
    let form = "login=shop&psw=s3cret&fmt=1&id=5";
    assert_eq!(served.post("/sys/send.php", &format!("{form}&phones=79990000007&mes=a")), "5,1");
    served.post("/control", r#"{"advance": "9h"}"#);
    assert_eq!(served.post("/sys/status.php", &format!("{form}&phone=79990000007")), "3,1795888800,0");
    assert_eq!(served.end("TERM"), Some(0));
}

#[test]
fn every_signal_ends_it_in_order() {
    for signal in ["TERM", "INT", "HUP"] {
        let served = Served::start(&[]);
        // An idle connection does not hold it up.
        let _idle = TcpStream::connect(served.address()).unwrap();
        assert_eq!(served.end(signal), Some(0), "{signal}");
    }
}

#[test]
fn a_port_that_is_taken_is_named() {
    let served = Served::start(&[]);
    let output = smsc(&["serve", "--listen", served.address()], b"");
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(text.starts_with(&format!("smsc: cannot listen on {}: ", served.address())), "{text}");
}

#[test]
fn wrong_options_and_files_are_explained() {
    let secret = file("wrong.toml", "[[account]]\nlogin = 'shop'\npsw = ['s3cret-k3y']");
    let cases: [(&[&str], &str); 6] = [
        (&["--scenario", "/nosuch/file"], "cannot read /nosuch/file"),
        (&["--scenario", &secret], "line 3: expected a string"),
        (&["--frozen", "--speed", "2"], "cannot be used with"),
        (&["--speed", "0"], "0 is not in 1..=1000000"),
        (&["--start", "yesterday"], "expected a date and time such as"),
        (&["--latency", "5"], "expected a time such as"),
    ];
    for (args, expected) in cases {
        let output = smsc(&[&["serve", "--listen", "127.0.0.1:0"], args].concat(), b"");
        let text = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{args:?}: {text}");
        assert!(text.contains(expected), "{args:?}: {text}");
        assert!(!text.contains("s3cret-k3y"), "{text}");
    }
    let output = smsc(&["serve", "--listen", "127.0.0.1:0", "--tls", "/dev/null"], b"");
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(2) && text.starts_with("smsc: cannot write /dev/null/ca.pem: "), "{text}");
}

#[test]
fn the_page_is_served_to_this_machine_if_it_was_built_in() {
    let served = Served::start(&[]);
    let (head, body) = served.get("/explain", "localhost");
    // The folder is empty unless `cargo xtask web` made the page before this was compiled.
    match std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/page/smsc.html")) {
        Ok(page) => {
            assert!(head.starts_with("HTTP/1.1 200 ") && head.contains("text/html; charset=utf-8"), "{head}");
            assert!(body == page, "another page than the file");
        }
        Err(_) => assert!(head.starts_with("HTTP/1.1 404 ") && body.starts_with(b"this build has no page"), "{head}"),
    }
    assert!(served.get("/explain", "example.org").0.starts_with("HTTP/1.1 403 "));
}

#[test]
fn curl_trusts_the_certificate_for_the_loopback_and_the_service() {
    let folder = std::env::temp_dir().join(format!("smsc-serve-{}-tls", std::process::id()));
    let folder = folder.to_str().unwrap();
    let served = Served::start(&["--tls", folder]);
    let port = served.address().rsplit_once(':').unwrap().1;
    let ca = format!("{folder}/ca.pem");
    let ask = |host: &str, ca: &[&str]| {
        let resolve = format!("{host}:{port}:127.0.0.1");
        let url = format!("https://{host}:{port}/sys/balance.php");
        let form = "login=demo&psw=demo&cur=1";
        Command::new("curl").args(ca).args(["--silent", "--resolve", &resolve, "--data", form, &url]).output().unwrap()
    };
    for host in ["localhost", "smsc.ru", "www2.smsc.ru"] {
        assert_eq!(ask(host, &["--cacert", &ca]).stdout, b"1000.00 RUR", "{host}");
    }
    // 60: the certificate is not known, or is for another name.
    assert_eq!(ask("localhost", &[]).status.code(), Some(60));
    assert_eq!(ask("example.org", &["--cacert", &ca]).status.code(), Some(60));
    // The authority's key is in no file.
    let files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(files, ["ca.pem"]);
    let text = std::fs::read_to_string(ca).unwrap();
    assert!(text.starts_with("-----BEGIN CERTIFICATE-----") && !text.contains("PRIVATE"));
}
