//! `smsc doctor` against the stand-in and against what is no service.
#![cfg(target_os = "linux")]

#[path = "common/standin.rs"]
mod standin;

use std::io::{Read as _, Write as _};
use std::net::TcpListener;

use smsc_standin::Scenario;
use smsc_standin::server::{Certificate, Server, ServerOptions};
use standin::{Home, Ran, SECRETS, Standin};

#[test]
fn all_is_well_over_tls() {
    let home = Home::new();
    let folder = home.path("tls");
    let standin = Standin::start(&home, "", &["--tls", folder.to_str().unwrap()]);
    let ca = folder.join("ca.pem");
    let port = standin.address().rsplit_once(':').unwrap().1;
    let host = format!("localhost:{port}");
    let run = |args: &[&str]| Ran::of(home.command(&[&["doctor", "--host", &host], args].concat()).output().unwrap());
    let ran = run(&["--cacert", ca.to_str().unwrap(), "--json"]);
    let report = ran.json();
    assert_eq!((ran.status, &report["finding"]), (Some(0), &"well".into()), "{ran:?}");
    let checks: Vec<_> = report["checks"].as_array().unwrap().iter().map(|check| check["check"].as_str().unwrap()).collect();
    for check in ["dns", "tcp", "tls", "call", "clock"] {
        assert!(checks.contains(&check), "{ran:?}");
    }
    let tls = report["checks"].as_array().unwrap().iter().find(|check| check["check"] == "tls").unwrap();
    let detail = tls["detail"].as_str().unwrap();
    assert!(detail.contains("localhost") && detail.contains("smsc.ru") && detail.contains("issued by "), "{detail}");
    // The system knows nothing of the authority.
    let ran = run(&[]);
    assert_eq!(ran.status, Some(3), "{ran:?}");
    assert!(ran.stdout.contains("the issuer of its certificate is unknown"), "{ran:?}");
    assert!(ran.stdout.contains("There is no connection"), "{ran:?}");
}

#[test]
fn a_certificate_for_another_host_is_told() {
    let home = Home::new();
    let certificate = Certificate::for_name("other.example").unwrap();
    let ca = home.write("ca.pem", certificate.ca_pem());
    let options = ServerOptions { certificate: Some(certificate), ..ServerOptions::default() };
    let server = Server::bind("127.0.0.1:0", Scenario::default(), &options).unwrap();
    let (host, handle) = (format!("localhost:{}", server.address().port()), server.handle());
    let thread = std::thread::spawn(move || server.run());
    let ran = Ran::of(home.command(&["doctor", "--host", &host, "--cacert", &ca]).output().unwrap());
    assert_eq!(ran.status, Some(3), "{ran:?}");
    assert!(ran.stdout.contains("its certificate is for another host") && ran.stdout.contains("other.example"), "{ran:?}");
    handle.stop();
    thread.join().unwrap().unwrap();
}

#[test]
fn a_server_that_repeats_the_credentials_shows_none() {
    let home = Home::new();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let host = listener.local_addr().unwrap().to_string();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut request = vec![0; 65_536];
            let mut len = 0;
            // The body arrives after the head.
            while !String::from_utf8_lossy(&request[..len]).contains("psw=") {
                match stream.read(&mut request[len..]) {
                    Ok(more @ 1..) => len += more,
                    _ => break,
                }
            }
            let request = String::from_utf8_lossy(&request[..len]).into_owned();
            let form = request.split_once("\r\n\r\n").map_or("", |(_, form)| form);
            let body = format!("{{\"error\": \"bad: {form}\", \"err\": \"{form}\", \"error_code\": 4}}");
            let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/{form}\r\nContent-Length: {}\r\n", body.len());
            let _ = stream.write_all(format!("{head}Connection: close\r\n\r\n{body}").as_bytes());
        }
    });
    let folder = home.path("report");
    // `Ran` searches both streams.
    let args = ["doctor", "--host", &host, "--plain-http", "--record", folder.to_str().unwrap()];
    let ran = Ran::of(home.command(&args).output().unwrap());
    assert!(ran.status == Some(5) && ran.stdout.contains("error 4"), "{ran:?}");
    let ran = Ran::of(home.command(&["balance", "--json", "--host", &host, "--plain-http"]).output().unwrap());
    assert_eq!((ran.status, &ran.json()["error_code"]), (Some(1), &4.into()), "{ran:?}");
    for name in ["exchanges.txt", "report.json"] {
        let text = std::fs::read_to_string(folder.join(name)).unwrap();
        for secret in SECRETS {
            assert!(!text.contains(secret), "{name}: {text}");
        }
    }
}

#[test]
fn each_case_has_its_status_and_its_causes() {
    let home = Home::new();
    let standin = Standin::start(&home, "", &[]);
    for (fault, status, finding) in [
        (r#"{"kind": "html"}"#, 3, "no_connection"),
        (r#"{"kind": "ok"}"#, 3, "no_connection"),
        (r#"{"kind": "empty"}"#, 3, "no_connection"),
        (r#"{"kind": "redirect", "to": "http://127.0.0.1:1/"}"#, 3, "no_connection"),
        (r#"{"kind": "reset"}"#, 3, "no_connection"),
    ] {
        standin.control(&format!(r#"{{"fault": {fault}}}"#));
        let before = standin.requests("balance.php").len();
        let ran = standin.run(&home, &["doctor", "--json"]);
        let report = ran.json();
        assert_eq!((ran.status, &report["finding"]), (Some(status), &finding.into()), "{fault}: {ran:?}");
        assert!(!report["causes"].as_array().unwrap().is_empty(), "{ran:?}");
        assert_eq!(standin.requests("balance.php").len(), before + 1, "one call: {fault}");
    }
    let wrong = |args: &[&str]| Ran::of(home.command(&standin.args(args)).env("SMSC_PASSWORD", "wrong-s3cret").output().unwrap());
    let ran = wrong(&["doctor"]);
    assert!(ran.status == Some(5) && ran.stdout.contains("settings of the account"), "{ran:?}");
    // The credentials were refused; only doctor asks with them again.
    assert_eq!(wrong(&["balance"]).status, Some(2));
    assert_eq!(wrong(&["doctor"]).status, Some(5));
    let ran = Ran::of(home.command(&["doctor", "--host", "127.0.0.1:1", "--plain-http", "--json"]).output().unwrap());
    assert_eq!((ran.status, &ran.json()["finding"]), (Some(3), &"no_connection".into()), "{ran:?}");
    let ran = Ran::of(home.command(&["doctor", "--host", "nosuch.invalid"]).output().unwrap());
    assert!(ran.status == Some(3) && ran.stdout.contains("nosuch.invalid was not found"), "{ran:?}");
    let ran = Ran::of(home.command(&["doctor", "--host", "nosuch.invalid", "--plain-http"]).output().unwrap());
    assert!(ran.status == Some(3) && ran.stdout.contains("plain HTTP would show the credentials"), "{ran:?}");
}

#[test]
fn a_proxy_is_named_without_its_password() {
    let home = Home::new();
    let mut command = home.command(&["doctor", "--host", "smsc.example"]);
    let ran = Ran::of(command.env("HTTPS_PROXY", "http://user:s3cret@127.0.0.1:1").output().unwrap());
    assert_eq!(ran.status, Some(3), "{ran:?}");
    assert!(ran.stdout.contains("http://127.0.0.1:1, which connects to smsc.example itself"), "{ran:?}");
}

#[test]
fn the_output_has_three_languages() {
    let home = Home::new();
    let standin = Standin::start(&home, "", &[]);
    for (lang, sentence) in [("en", "All is well"), ("ru", "Всё в порядке"), ("fr", "Tout va bien")] {
        let ran = standin.run(&home, &["doctor", "--lang", lang]);
        assert!(ran.status == Some(0) && ran.stdout.contains(sentence), "{ran:?}");
    }
}

#[test]
fn a_record_has_the_structure_alone() {
    let home = Home::new();
    let standin = Standin::start(&home, "", &[]);
    let folder = home.path("report");
    let ran = standin.run(&home, &["doctor", "--record", folder.to_str().unwrap()]);
    assert_eq!(ran.status, Some(0), "{ran:?}");
    let exchanges = std::fs::read_to_string(folder.join("exchanges.txt")).unwrap();
    let report = std::fs::read_to_string(folder.join("report.json")).unwrap();
    for secret in SECRETS.into_iter().chain(["1000.00"]) {
        assert!(!exchanges.contains(secret) && !report.contains(secret), "{exchanges}{report}");
    }
    for part in ["/sys/balance.php", "login=***&psw=***", "HTTP 200", "\"balance\": \"0000.00\""] {
        assert!(exchanges.contains(part), "{part}: {exchanges}");
    }
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    assert_eq!(report["finding"], "well");
}
