//! The client and servers on the loopback.

use std::cell::Cell;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use example_ask::{Clock, Fate, Service, Stopped};
use smsc_proto::request::{Credentials, Server};
use smsc_proto::retry::{Advice, Failure, StopReason};
use smsc_proto::{ApiErrorCode, MessageId, Requested, StatusCode};

/// A clock that waits in no time.
#[derive(Default)]
struct Virtual(Cell<Duration>);

impl Clock for Virtual {
    fn now(&self) -> Duration {
        self.0.get()
    }

    fn wait(&self, time: Duration) {
        self.0.set(self.0.get() + time);
    }

    fn random(&self) -> u32 {
        0
    }
}

/// A server that gives each connection one answer, and keeps the requests.
struct Stub {
    host: String,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Stub {
    fn start(answers: &'static [&'static str]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let host = listener.local_addr().unwrap().to_string();
        let requests = Arc::<Mutex<Vec<String>>>::default();
        let kept = Arc::clone(&requests);
        thread::spawn(move || {
            for answer in answers {
                let (mut stream, _) = listener.accept().unwrap();
                let request = read_request(&mut stream);
                kept.lock().unwrap().push(request);
                stream.write_all(answer.as_bytes()).unwrap();
            }
        });
        Self { host, requests }
    }

    /// Returns the first line and the body of each request.
    fn requests(&self) -> Vec<(String, String)> {
        let requests = self.requests.lock().unwrap();
        let parts = |request: &String| {
            let (head, body) = request.split_once("\r\n\r\n").unwrap();
            (head.lines().next().unwrap().to_owned(), body.to_owned())
        };
        requests.iter().map(parts).collect()
    }

    fn scripts(&self) -> Vec<String> {
        self.requests().into_iter().map(|(line, _)| line.split(' ').nth(1).unwrap().to_owned()).collect()
    }
}

fn read_request(stream: &mut TcpStream) -> String {
    let (mut request, mut buffer) = (Vec::new(), [0; 1024]);
    loop {
        let text = String::from_utf8(request.clone()).unwrap();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length: ")?.parse::<usize>().ok());
            if body.len() >= length.unwrap() {
                return text;
            }
        }
        let count = stream.read(&mut buffer).unwrap();
        assert!(count > 0, "a cut request");
        request.extend_from_slice(&buffer[..count]);
    }
}

/// Returns a response with this body.
macro_rules! ok {
    ($body:literal) => {
        concat!("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", $body)
    };
}

/// A response whose body is shorter than its header says.
const CUT: &str = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\n{\"id\": 10";
const NOT_FOUND: &str = ok!(r#"{"status": -3}"#);

fn service<'a>(host: &'a str, reserves: &'a [&'a str]) -> Service<'a, Virtual> {
    let server = Server::new(host).unwrap().plain_http().reserves(reserves).unwrap();
    Service::new(server, Credentials::login("us3r-k3y", "s3cret"), Virtual::default())
}

fn id() -> MessageId<'static> {
    MessageId::new(101).unwrap()
}

fn message() -> Requested<'static> {
    Requested { id: id(), phone: "79990000001" }
}

#[test]
fn a_status_is_requested_and_read() {
    let stub = Stub::start(&[ok!(r#"{"status": 1, "last_date": "10.10.2025 10:10:10", "last_timestamp": 1760080210}"#)]);
    assert_eq!(service(&stub.host, &[]).status(message()), Ok(StatusCode::DELIVERED));
    let body = "login=us3r-k3y&psw=s3cret&fmt=3&all=0&charset=utf-8&phone=79990000001&id=101";
    assert_eq!(stub.requests(), [("POST /sys/status.php HTTP/1.1".to_owned(), body.to_owned())]);
}

#[test]
fn a_host_that_cannot_be_reached_is_followed_by_the_next_one() {
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let stub = Stub::start(&[ok!(r#"{"status": 0}"#)]);
    let reserves = [&*stub.host];
    assert_eq!(service(&closed, &reserves).status(message()), Ok(StatusCode(0)));
    let stopped = service(&closed, &[]).status(message()).unwrap_err();
    assert_eq!(stopped, Stopped { failure: Failure::Unreachable, advice: Advice::Stop(StopReason::TriesUsedUp) });
}

#[test]
fn a_redirect_is_not_followed() {
    let stub = Stub::start(&["HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"]);
    let failure = Failure::HttpStatus(302);
    let advice = Advice::Stop(StopReason::HttpStatus(302));
    assert_eq!(service(&stub.host, &[]).status(message()), Err(Stopped { failure, advice }));
    assert_eq!(stub.scripts(), ["/sys/status.php"]);
}

#[test]
fn an_api_error_stops_or_waits() {
    let stub = Stub::start(&[ok!(r#"{"error": "too many concurrent requests", "error_code": 9}"#), ok!(r#"{"status": 1}"#)]);
    let service = service(&stub.host, &[]);
    assert_eq!(service.status(message()), Ok(StatusCode::DELIVERED));
    let stub = Stub::start(&[ok!(r#"{"error": "authorise error", "error_code": 2}"#)]);
    let stopped = self::service(&stub.host, &[]).status(message()).unwrap_err();
    assert_eq!(stopped.failure, Failure::Rejected(ApiErrorCode(2)));
    assert_eq!(stopped.advice.name(), "stop_every_call");
}

#[test]
fn a_message_is_sent() {
    let stub = Stub::start(&[ok!(r#"{"id": 101, "cnt": 2}"#)]);
    assert_eq!(service(&stub.host, &[]).send(id(), "79990000001", "a&b", true), Ok(Fate::Sent(2)));
    let body = "login=us3r-k3y&psw=s3cret&fmt=3&charset=utf-8&phones=79990000001&mes=a%26b&id=101";
    assert_eq!(stub.requests(), [("POST /sys/send.php HTTP/1.1".to_owned(), body.to_owned())]);
}

#[test]
fn a_message_whose_answer_was_cut_is_looked_up_and_not_sent_again() {
    let stub = Stub::start(&[CUT, ok!(r#"{"status": 0}"#)]);
    assert_eq!(service(&stub.host, &[]).send(id(), "79990000001", "text", true), Ok(Fate::Accepted));
    assert_eq!(stub.scripts(), ["/sys/send.php", "/sys/status.php"]);
}

#[test]
fn a_message_that_was_not_accepted_is_sent_once_more() {
    // 1 s after the failed sending, and when its minute is over.
    let stub = Stub::start(&[CUT, NOT_FOUND, NOT_FOUND, ok!(r#"{"id": 101, "cnt": 1}"#)]);
    assert_eq!(service(&stub.host, &[]).send(id(), "79990000001", "text", true), Ok(Fate::Sent(1)));
    assert_eq!(stub.scripts(), ["/sys/send.php", "/sys/status.php", "/sys/status.php", "/sys/send.php"]);
}

#[test]
fn a_message_that_may_have_been_accepted_is_not_sent_again_without_a_history() {
    let stub = Stub::start(&[CUT, NOT_FOUND, NOT_FOUND]);
    assert_eq!(service(&stub.host, &[]).send(id(), "79990000001", "text", false), Ok(Fate::Unknown));
    assert_eq!(stub.scripts(), ["/sys/send.php", "/sys/status.php", "/sys/status.php"]);
}

#[test]
fn no_error_shows_the_credentials() {
    let stub = Stub::start(&["HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"; 2]);
    let shown = format!("{:?}", service(&stub.host, &[]).status(message()).unwrap_err());
    assert!(!["k3y", "s3cret", "79990000001"].iter().any(|private| shown.contains(private)), "{shown}");
}
