//! The server over real sockets: bounds, faults, control and TLS.
#![cfg(feature = "server")]

mod common;

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::time::{Duration, Instant};

use common::{Running, connect};
use smsc_standin::Time;
use smsc_standin::server::ServerOptions;

const SEND: &str = "login=demo&psw=demo&phones=79990000001&mes=Hello&id=101&fmt=1";
const STATUS: &str = "login=demo&psw=demo&phone=79990000001&id=101&fmt=1";

/// 28 November 2026, 12:00 in Moscow.
fn frozen() -> ServerOptions {
    ServerOptions { start: Some(Time::from_seconds(1_795_856_400)), speed: 0, ..ServerOptions::default() }
}

#[test]
fn a_frozen_clock_is_moved_by_a_request() {
    let server = Running::start("", &frozen());
    assert_eq!(server.post("/sys/send.php", SEND).body, "101,1");
    assert_eq!(server.post("/sys/status.php", STATUS).body, "0,1795856400,0");
    let moved = server.post("/control", r#"{"advance": "4s"}"#);
    assert_eq!(moved.status, 200);
    assert!(moved.body.contains(r#""now_ms": 1795856404000"#), "{}", moved.body);
    assert_eq!(server.post("/sys/status.php", STATUS).body, "1,1795856404,0");
    assert!(moved.head.contains("\r\nDate: Sat, 28 Nov 2026 09:00:04 GMT\r\n"), "{}", moved.head);
}

#[test]
fn a_fast_clock_ends_a_message_at_once() {
    let server = Running::start("[limits]\nstatus = 1000", &ServerOptions { speed: 10_000, ..ServerOptions::default() });
    server.post("/sys/send.php", SEND);
    let until = Instant::now() + Duration::from_secs(10);
    while !server.post("/sys/status.php", STATUS).body.starts_with("1,") {
        assert!(Instant::now() < until, "the message is not delivered");
    }
}

#[test]
fn the_journal_has_what_was_asked_without_secrets() {
    let server = Running::start("", &frozen());
    server.post("/sys/send.php?login=demo&psw=demo&k3y=s3cret", "phones=79990000001&mes=%CF%F0%E8%E2%E5%F2&fmt=1");
    let journal = server.get("/control/journal").body;
    assert!(journal.contains(r#""mes": "Привет""#) && journal.contains(r#""psw": "***""#), "{journal}");
    assert!(!journal.contains("s3cret") && !journal.contains("k3y") && !journal.contains(r#""demo""#), "{journal}");
}

#[test]
fn control_adds_faults_and_starts_anew() {
    let server = Running::start("", &frozen());
    assert_eq!(server.post("/control", r#"{"fault": {"kind": "html", "script": "send.php"}}"#).status, 200);
    assert_eq!(server.post("/sys/send.php", SEND).status, 502);
    assert_eq!(server.post("/sys/status.php", STATUS).body, "0,1795856400,0");
    assert!(server.post("/control", r#"{"reset": true}"#).body.contains(r#""messages": []"#));
    assert_eq!(server.post("/sys/status.php", STATUS).body, "-3,,");

    let wrong = server.post("/control", r#"{"advanced": "4s"}"#);
    assert!(wrong.status == 400 && wrong.body.contains("unknown field `advanced`"), "{}", wrong.body);
    let wrong = server.post("/control", r#"{"advance": "4"}"#);
    assert!(wrong.status == 400 && wrong.body.contains("expected a time such as"), "{}", wrong.body);
    assert_eq!(server.get("/control/nothing").status, 404);
}

#[test]
fn a_page_of_another_site_cannot_control_the_server() {
    let server = Running::start("", &frozen());
    let host = server.address.to_string();
    let asked = |origin: &str| {
        let request = format!(
            "POST /control HTTP/1.1\r\nHost: {host}\r\nOrigin: {origin}\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{{}}"
        );
        server.raw(request.as_bytes()).status
    };
    assert_eq!([asked("http://example.org"), asked("null"), asked(&format!("http://{host}"))], [403, 403, 200]);
}

#[test]
fn notifications_are_sent_to_the_handler() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let handler = listener.local_addr().unwrap();
    let scenario = format!("[[account]]\n[account.callback]\nurl = 'http://{handler}/hook'\nsha1 = 's3cret'");
    let server = Running::start(&scenario, &frozen());
    server.post("/sys/send.php", SEND);
    server.post("/control", r#"{"advance": "4s", "receive": {"phone": "79990000005", "text": "Yes", "to": "79990000000"}}"#);
    let mut bodies = Vec::new();
    for status in ["302 Found", "200 OK"] {
        let (mut stream, _) = listener.accept().unwrap();
        let (mut request, mut bytes) = (String::new(), [0; 4096]);
        while !request.contains("&sha1=") || request.rsplit_once("&sha1=").is_some_and(|(_, hash)| hash.len() < 40) {
            let len = stream.read(&mut bytes).unwrap();
            request.push_str(str::from_utf8(&bytes[..len]).unwrap());
        }
        assert!(request.starts_with("POST /hook HTTP/1.1\r\n"), "{request}");
        let location = "Location: /elsewhere\r\n";
        write!(stream, "HTTP/1.1 {status}\r\n{location}Content-Length: 0\r\nConnection: close\r\n\r\n").unwrap();
        bodies.push(request.split_once("\r\n\r\n").unwrap().1.to_owned());
    }
    let statuses: Vec<_> = bodies.iter().map(|body| (body.contains("id=101"), body.contains("&status="))).collect();
    assert_eq!(statuses, [(true, true), (false, false)], "{bodies:?}");
    let until = Instant::now() + Duration::from_secs(10);
    let expected = "\"notifications\": {\n    \"delivered\": 1,\n    \"undelivered\": 1\n  }";
    while !server.get("/control").body.contains(expected) {
        assert!(Instant::now() < until, "{}", server.get("/control").body);
    }
}

#[test]
fn the_page_shows_the_state_and_no_secret_phone_or_text() {
    let server = Running::start("[[account]]\nlogin = 'k3y-login'\npsw = 's3cret'\ncurrency = '<b>&\"'", &frozen());
    let send = "login=k3y-login&psw=s3cret&phones=79990000001&mes=Hello&id=101&fmt=1&%3Ci%3E=1";
    assert_eq!(server.post("/sys/send.php", send).body, "101,1");
    let page = server.get("/");
    assert_eq!(page.status, 200);
    assert!(page.head.contains("Content-Security-Policy: default-src 'none'"), "{}", page.head);
    assert!(page.body.contains("<td>101</td>") && page.body.contains("28.11.2026 12:00:00"), "{}", page.body);
    assert!(page.body.contains("&lt;b&gt;&amp;&quot;"), "{}", page.body);
    for hidden in ["k3y-login", "s3cret", "79990000001", "Hello", "<b>", "<i>", "<script"] {
        assert!(!page.body.contains(hidden), "{hidden}: {}", page.body);
    }
}

#[test]
fn one_connection_carries_many_requests() {
    let server = Running::start("", &frozen());
    let mut stream = connect(server.address);
    let one = format!("POST /sys/status.php HTTP/1.1\r\nContent-Length: {}\r\n\r\n{STATUS}", STATUS.len());
    let last = "GET /sys/balance.php?login=demo&psw=demo HTTP/1.1\r\nConnection: close\r\n\r\n";
    stream.write_all([&*one, &*one, last].concat().as_bytes()).unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    assert_eq!(text.matches("HTTP/1.1 200 OK").count(), 3);
    assert!(text.ends_with("\r\n\r\n1000.00"), "{text}");
}

#[test]
fn a_body_arrives_in_chunks_after_the_client_was_told_to_continue() {
    let server = Running::start("", &frozen());
    let mut stream = connect(server.address);
    let head = "POST /sys/send.php HTTP/1.1\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n";
    stream.write_all(head.as_bytes()).unwrap();
    let mut told = [0; 25];
    stream.read_exact(&mut told).unwrap();
    assert_eq!(&told, b"HTTP/1.1 100 Continue\r\n\r\n");
    let (first, second) = SEND.split_at(20);
    let chunks = format!("{:x}\r\n{first}\r\n{:X};name=value\r\n{second}\r\n0\r\nTrailer: x\r\n\r\n", first.len(), second.len());
    for byte in chunks.bytes() {
        stream.write_all(&[byte]).unwrap();
    }
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    assert!(text.ends_with("\r\n\r\n101,1"), "{text}");
}

#[test]
fn what_is_no_request_is_refused() {
    let server = Running::start("", &frozen());
    let status = |text: &str| server.raw(text.as_bytes()).status;
    assert_eq!(status("\r\nwhat\r\n\r\n"), 400);
    assert_eq!(status("POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"), 400);
    assert_eq!(status("POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n"), 400);
    assert_eq!(status("POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n"), 400);
    assert_eq!(status("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n"), 400);
    assert_eq!(status("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc"), 400);
    assert_eq!(status("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n"), 413);
    assert_eq!(status("POST / HTTP/1.1\r\nContent-Length: 4194305\r\n\r\n"), 413);
    assert_eq!(status("PUT /sys/send.php HTTP/1.1\r\nConnection: close\r\n\r\n"), 405);
    assert_eq!(status("GET /nothing HTTP/1.0\r\n\r\n"), 404);
}

#[test]
fn long_headers_are_refused() {
    let server = Running::start("", &frozen());
    let many = "X: a\r\n".repeat(101);
    assert_eq!(server.raw(format!("GET / HTTP/1.1\r\n{many}\r\n").as_bytes()).status, 431);
    let long = "a".repeat(10_000_000);
    assert_eq!(server.raw(format!("GET / HTTP/1.1\r\nX: {long}\r\n\r\n").as_bytes()).status, 431);
}

#[test]
fn a_slow_client_is_told_so() {
    let options = ServerOptions { request_time: Duration::from_millis(200), ..frozen() };
    let server = Running::start("", &options);
    let mut stream = connect(server.address);
    stream.write_all(b"GET /sys/balance.php HTTP/1.1\r\n").unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    assert!(text.starts_with("HTTP/1.1 408 "), "{text}");
}

#[test]
fn more_connections_than_allowed_are_refused() {
    let server = Running::start("", &ServerOptions { max_connections: 8, ..frozen() });
    let open: Vec<_> = (0..8).map(|_| TcpStream::connect(server.address).unwrap()).collect();
    assert_eq!(server.get("/sys/balance.php").status, 503);
    drop(open);
    let until = Instant::now() + Duration::from_secs(30);
    while server.get("/sys/balance.php?login=demo&psw=demo").body != "1000.00" {
        assert!(Instant::now() < until, "no connection is accepted again");
    }
}

#[test]
fn a_slow_handshake_is_ended() {
    let certificate = Some(smsc_standin::server::Certificate::new().unwrap());
    let options = ServerOptions { request_time: Duration::from_millis(200), certificate, ..frozen() };
    let server = Running::start("", &options);
    let mut stream = connect(server.address);
    // A record of TLS that never ends, byte after byte.
    let until = Instant::now() + Duration::from_secs(30);
    let mut bytes = [0x16, 3, 1, 1, 0, 1].into_iter().chain(std::iter::repeat(0));
    while stream.write_all(&[bytes.next().unwrap()]).is_ok() {
        assert!(Instant::now() < until, "the connection stays open");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn only_this_machine_controls_the_server() {
    let server = Running::start("", &frozen());
    let ask = |path: &str, host: &str| {
        server.raw(format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").as_bytes()).status
    };
    // A site can have its name resolved to the loopback.
    for path in ["/", "/control", "/control/journal"] {
        assert_eq!(ask(path, "example.org"), 403, "{path}");
        for host in ["localhost", "LOCALHOST:8125", "127.0.0.1:8125", "[::1]:8125", "[::1]"] {
            assert_eq!(ask(path, host), 200, "{path} {host}");
        }
    }
    assert_eq!(ask("/sys/balance.php", "smsc.ru"), 200);
}

#[test]
fn fewer_than_five_status_requests_are_in_work_at_once() {
    let server = Running::start("[[fault]]\nkind = 'stall'\nscript = 'status.php'\ntimes = 4", &frozen());
    let request = format!("POST /sys/status.php HTTP/1.1\r\nContent-Length: {}\r\n\r\n{STATUS}", STATUS.len());
    let stalled: Vec<_> = (1..=4)
        .map(|count| {
            let mut stream = connect(server.address);
            stream.write_all(request.as_bytes()).unwrap();
            let until = Instant::now() + Duration::from_secs(30);
            while !server.get("/control").body.contains(&format!("\"requests\": {count},")) {
                assert!(Instant::now() < until, "the request is not received");
            }
            stream
        })
        .collect();
    assert_eq!(server.post("/sys/status.php", STATUS).body, "0,-9");
    drop(stalled);
    let until = Instant::now() + Duration::from_secs(30);
    while server.post("/sys/status.php", STATUS).body == "0,-9" {
        assert!(Instant::now() < until, "the requests stay in work");
    }
}

#[test]
fn faults_reach_the_client() {
    let faults = "\
        [[fault]]\nkind = 'cut'\nbytes = 3\n\
        [[fault]]\nkind = 'reset'\n\
        [[fault]]\nkind = 'drip'\npause_ms = 1\n\
        [[fault]]\nkind = 'redirect'\nto = 'http://example.org/'\n\
        [[fault]]\nkind = 'wrong-charset'\n\
        [[fault]]\nkind = 'stall'\n";
    let server = Running::start(faults, &frozen());
    let request = "GET /sys/balance.php?login=demo&psw=demo HTTP/1.1\r\nConnection: close\r\n\r\n";
    let ask_for = |time: Duration| {
        let mut stream = TcpStream::connect(server.address).unwrap();
        stream.set_read_timeout(Some(time)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        let result = stream.read_to_end(&mut bytes).map_err(|error| error.kind());
        (String::from_utf8(bytes).unwrap(), result)
    };
    let ask = || ask_for(Duration::from_secs(30));
    let (cut, result) = ask();
    assert!(cut.contains("Content-Length: 7\r\n") && cut.ends_with("\r\n\r\n100") && result.is_ok(), "{cut}");
    assert_eq!(ask(), (String::new(), Err(std::io::ErrorKind::ConnectionReset)));
    let (dripped, _) = ask();
    assert!(dripped.ends_with("\r\n\r\n1000.00"), "{dripped}");
    let (redirect, _) = ask();
    assert!(redirect.starts_with("HTTP/1.1 302 Found\r\n") && redirect.contains("\r\nLocation: http://example.org/\r\n"));
    let (wrong, _) = ask();
    assert!(wrong.contains("\r\nContent-Type: text/html; charset=utf-8\r\n"), "{wrong}");
    assert_eq!(ask_for(Duration::from_millis(300)), (String::new(), Err(std::io::ErrorKind::WouldBlock)));
}
