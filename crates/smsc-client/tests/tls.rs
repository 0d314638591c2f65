//! Hosts that cannot be reached or trusted: each an error of its own.
#![cfg(feature = "http")]

mod common;

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use common::{Hands, Service, Spy, client_of, frozen, login};
use smsc_client::{Client, Clock as _, Error, GateLimits, HttpOptions, HttpTransport, NotSentReason, TlsFailure, TransportFailure};
use smsc_proto::request::Server;
use smsc_standin::server::{Certificate, ServerOptions};

/// Asks a stand-in with this certificate, and trusts an authority: its own, unless there is another.
fn ask(certificate: Certificate, trusted: Option<&str>, name: &str) -> Result<String, Error> {
    let path = file(name, trusted.unwrap_or(certificate.ca_pem()));
    let service = Service::start("", &ServerOptions { certificate: Some(certificate), ..frozen() });
    let mut options = HttpOptions::default();
    options.cacert = Some(path);
    let spy = Arc::new(Spy::with(&options));
    let host = service.host();
    let client = Client::with_transport(login(), &Server::new(&host).unwrap(), Arc::clone(&spy) as _);
    let result = client.balance().map(|balance| balance.amount);
    assert_eq!(spy.seen().len(), 1, "a certificate does not get better by waiting");
    assert_eq!(spy.seen()[0].result.is_ok(), result.is_ok());
    result
}

fn file(name: &str, text: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).unwrap();
    path
}

fn reason(error: &Error) -> NotSentReason {
    let Error::NotSent(error) = error else { panic!("{error:?}") };
    error.reason
}

fn failure(result: Result<String, Error>) -> (TlsFailure, String) {
    let error = result.unwrap_err();
    let NotSentReason::Transport(TransportFailure::Tls(failure)) = reason(&error) else { panic!("{error:?}") };
    (failure, error.to_string())
}

#[test]
fn a_trusted_certificate_is_accepted() {
    assert_eq!(ask(Certificate::new().unwrap(), None, "good.pem").unwrap(), "1000.00");
}

#[test]
fn an_unknown_issuer_is_told() {
    // An authority of another name, and another one of the same name.
    let same_name = Certificate::new().unwrap();
    for (trusted, name) in [(include_str!("other-ca.pem"), "issuer.pem"), (same_name.ca_pem(), "same-name.pem")] {
        let (failure, text) = failure(ask(Certificate::new().unwrap(), Some(trusted), name));
        assert_eq!(failure, TlsFailure::UnknownIssuer);
        assert!(text.contains("127.0.0.1:") && text.contains("issuer") && text.contains("CA file"), "{text}");
    }
}

#[test]
fn a_wrong_name_is_told() {
    let (failure, text) = failure(ask(Certificate::for_name("other.example").unwrap(), None, "name.pem"));
    assert_eq!(failure, TlsFailure::WrongName);
    assert!(text.contains("for another host"), "{text}");
}

#[test]
fn an_expired_certificate_is_told() {
    let (failure, text) = failure(ask(Certificate::expired().unwrap(), None, "expired.pem"));
    assert_eq!(failure, TlsFailure::Expired);
    assert!(text.contains("expired") && text.contains("clock"), "{text}");
}

#[test]
fn a_port_without_tls_is_told() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let host = listener.local_addr().unwrap().to_string();
    let thread = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").unwrap();
        let _ = stream.read(&mut [0; 1024]);
        stream
    });
    let client = Client::with_transport(login(), &Server::new(&host).unwrap(), Arc::new(Spy::new()));
    let (failure, text) = failure(client.balance().map(|balance| balance.amount));
    assert_eq!(failure, TlsFailure::Handshake);
    assert!(text.contains("speaks TLS"), "{text}");
    drop(thread.join());
}

#[test]
fn plain_http_is_for_this_machine_alone() {
    for host in ["gate.example", "10.1.2.3:80", "127.0.0.1.example"] {
        let (spy, hands) = (Arc::new(Spy::new()), Arc::new(Hands::new(None)));
        let client = client_of(host, login(), Arc::clone(&spy) as _, hands);
        let error = client.balance().unwrap_err();
        assert_eq!(reason(&error), NotSentReason::PlainHttp, "{host}");
        assert!(error.to_string().contains("use HTTPS"), "{error}");
        assert_eq!(spy.seen().len(), 0);
    }
}

#[test]
fn a_ca_file_without_a_certificate_is_an_error() {
    let mut options = HttpOptions::default();
    options.cacert = Some(file("empty.pem", "nothing"));
    assert!(HttpTransport::new(&options).is_err());
    options.cacert = Some(PathBuf::from("/nonexistent/ca.pem"));
    assert!(HttpTransport::new(&options).is_err());
}

/// Returns the address of a port that nothing listens on.
fn closed_port() -> String {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string()
}

#[test]
fn the_next_host_is_asked_if_the_first_one_cannot_be_reached() {
    let service = Service::frozen("");
    let (first, second) = (closed_port(), service.host());
    let (spy, hands) = (Arc::new(Spy::new()), Arc::new(Hands::new(None)));
    let reserves = [second.as_str()];
    let server = Server::new(&first).unwrap().reserves(&reserves).unwrap().plain_http();
    let client =
        Client::with_transport(login(), &server, Arc::clone(&spy) as _).limits(GateLimits::default(), Arc::clone(&hands) as _);
    let phones = ["79990000001"];
    assert!(matches!(client.send(&smsc_client::Message::new(&phones, "Hello")), Ok(smsc_client::Fate::Sent(_))));
    let urls: Vec<_> = spy.seen().iter().map(|seen| seen.url.clone()).collect();
    assert_eq!(urls, [first, second].map(|host| format!("http://{host}/sys/send.php")));
    // At once: what was not sent counts towards no limit.
    assert_eq!(hands.now(), Duration::ZERO);
}

#[test]
fn a_host_that_cannot_be_reached_is_tried_three_times() {
    let (spy, hands) = (Arc::new(Spy::new()), Arc::new(Hands::new(None)));
    let host = closed_port();
    let client = client_of(&host, login(), Arc::clone(&spy) as _, hands);
    let error = client.balance().unwrap_err();
    assert_eq!(reason(&error), NotSentReason::Transport(TransportFailure::Connect));
    assert!(error.to_string().contains(&host), "{error}");
    assert_eq!(spy.seen().len(), 3);
}

#[test]
fn a_long_answer_is_not_read_to_its_end() {
    let service = Service::frozen("");
    let mut options = HttpOptions::default();
    options.max_body = 10;
    let spy = Arc::new(Spy::with(&options));
    let client = client_of(&service.host(), login(), spy, Arc::new(Hands::new(None)));
    let error = client.balance().unwrap_err();
    assert!(matches!(&error, Error::Unanswered(error) if error.failure == TransportFailure::TooLong), "{error:?}");
}

/// Runs a test of this file by itself, with an environment, and returns what it writes.
fn run(name: &str, environment: &[(&str, &str)]) -> String {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", name, "--ignored", "--nocapture"]);
    for variable in ["ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"] {
        command.env_remove(variable).env_remove(variable.to_lowercase());
    }
    let output = command.envs(environment.iter().copied()).output().unwrap();
    let written = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{written}");
    written
}

#[test]
#[ignore = "run by the tests below, with an environment"]
fn by_default() {
    let host = std::env::var("SMSC_TEST_HOST").unwrap();
    let transport = Arc::new(HttpTransport::new(&HttpOptions::default()).unwrap());
    let client = Client::with_transport(login(), &Server::new(&host).unwrap(), Arc::clone(&transport) as _)
        .limits(GateLimits::default(), Arc::new(Hands::new(None)));
    match client.balance() {
        Ok(balance) => println!("balance {}", balance.amount),
        Err(error) => println!("{error}\n{error:?}"),
    }
    println!("{transport:?}");
}

#[test]
fn a_proxy_is_named_without_its_credentials() {
    let proxy = closed_port();
    let url = format!("http://k3y:s3cret@{proxy}");
    for name in ["ALL_PROXY", "HTTPS_PROXY"] {
        let text = run("by_default", &[("SMSC_TEST_HOST", "gate.example"), (name, &url)]);
        assert!(text.contains(&format!("gate.example (through the proxy http://{proxy})")), "{text}");
        assert!(!text.contains("k3y") && !text.contains("s3cret"), "{text}");
    }
    // The machine itself is asked directly, and so is an excepted host.
    let text = run("by_default", &[("SMSC_TEST_HOST", &closed_port()), ("ALL_PROXY", &url)]);
    assert!(!text.contains("through the proxy"), "{text}");
    let excepted = [("SMSC_TEST_HOST", "gate.invalid"), ("ALL_PROXY", &*url), ("NO_PROXY", "gate.invalid")];
    let text = run("by_default", &excepted);
    assert!(!text.contains("through the proxy"), "{text}");
}

#[test]
fn a_host_without_an_address_is_told() {
    let text = run("by_default", &[("SMSC_TEST_HOST", "no-such-host.invalid")]);
    assert!(text.contains("no-such-host.invalid: the name of the host was not found"), "{text}");
}

#[test]
#[cfg(target_os = "linux")]
fn the_authorities_of_the_platform_can_be_set() {
    let certificate = Certificate::new().unwrap();
    let good = file("platform.pem", certificate.ca_pem());
    let other = file("platform-other.pem", include_str!("other-ca.pem"));
    let service = Service::start("", &ServerOptions { certificate: Some(certificate), ..frozen() });
    let host = service.host();
    let ask = |path: &PathBuf| run("by_default", &[("SMSC_TEST_HOST", &host), ("SSL_CERT_FILE", path.to_str().unwrap())]);
    assert!(ask(&good).contains("balance 1000.00"), "{}", ask(&good));
    assert!(ask(&other).contains("the issuer of its certificate is unknown"), "{}", ask(&other));
}
