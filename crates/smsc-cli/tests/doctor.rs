//! `smsc doctor` against the stand-in and against what is no service.
#![cfg(target_os = "linux")]

#[path = "common/standin.rs"]
mod standin;

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
    // The certificate is not for this address.
    let other = format!("127.0.0.2:{port}");
    let ran = Ran::of(home.command(&["doctor", "--host", &other, "--cacert", ca.to_str().unwrap()]).output().unwrap());
    assert_eq!(ran.status, Some(3), "{ran:?}");
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
