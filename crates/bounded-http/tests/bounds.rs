//! Bounds over real sockets: sizes, times, the number of connections, and the end of a listener.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use bounded_http::{FULL, Handle, Limits, Listener, Response, Timed, send, serve};

const LIMITS: Limits = Limits {
    max_head: 200,
    max_body: 10,
    request_time: Duration::from_millis(300),
    idle_time: Duration::from_millis(600),
    max_connections: 4,
};

/// A listener that answers with the body of each request, and ends with the test.
struct Echo {
    address: SocketAddr,
    handle: Handle,
    thread: Option<JoinHandle<()>>,
}

impl Echo {
    /// Starts a listener whose answers take a time.
    fn start(time: Duration) -> Self {
        let listener = Listener::bind("127.0.0.1:0", LIMITS).unwrap();
        let (address, handle) = (listener.address(), listener.handle());
        let of_connections = handle.clone();
        let thread = std::thread::spawn(move || {
            listener.run(FULL, move |stream, _| {
                let mut socket = Timed::new(stream).unwrap();
                serve(&mut socket, &of_connections, |socket, request| {
                    std::thread::sleep(time);
                    let body = [request.path.as_bytes(), b" ", &request.query, b" ", &request.body].concat();
                    send(socket, &Response { status: 200, body: &body }, request.keeps_alive)
                });
            });
        });
        Self { address, handle, thread: Some(thread) }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        stream
    }

    /// Sends bytes over a connection of their own, and reads up to its end.
    fn raw(&self, request: &str) -> String {
        let mut stream = self.connect();
        // A request may be refused before all of it was read.
        let _ = stream.write_all(request.as_bytes());
        all(&mut stream)
    }

    fn status(&self, request: &str) -> u16 {
        let response = self.raw(request);
        response.split(' ').nth(1).unwrap_or_else(|| panic!("{request}: {response}")).parse().unwrap()
    }
}

impl Drop for Echo {
    fn drop(&mut self) {
        self.handle.stop();
        self.thread.take().unwrap().join().unwrap();
    }
}

fn all(stream: &mut TcpStream) -> String {
    let mut text = String::new();
    let _ = stream.read_to_string(&mut text);
    text
}

#[test]
fn requests_within_the_bounds_are_answered_one_after_the_other() {
    let echo = Echo::start(Duration::ZERO);
    let text = echo.raw(
        "POST /a?b=%20 HTTP/1.1\r\nContent-Length: 10\r\n\r\n0123456789\
         GET http://host/c HTTP/1.1\r\n\r\n\
         POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n3\r\nabc\r\n7\r\ndefghij\r\n0\r\n\r\n",
    );
    let bodies: Vec<_> = text.split("\r\n\r\n").skip(1).map(|part| part.split("HTTP/1.1").next().unwrap()).collect();
    assert_eq!(bodies, ["/a b=%20 0123456789", "/c  ", "/  abcdefghij"], "{text}");
}

#[test]
fn requests_beyond_the_bounds_are_refused() {
    let echo = Echo::start(Duration::ZERO);
    let cases = [
        (413, "POST / HTTP/1.1\r\nContent-Length: 11\r\n\r\n".to_owned()),
        (413, "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nabcdef\r\n5\r\nabcde\r\n".to_owned()),
        (413, "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n".to_owned()),
        (431, format!("GET / HTTP/1.1\r\nX: {}\r\n\r\n", "x".repeat(200))),
        (431, format!("GET /{}", "x".repeat(300))),
        // A length that two programs could read in two ways.
        (400, "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n".to_owned()),
        (400, "POST / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n".to_owned()),
        (400, "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n".to_owned()),
        (400, "POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n".to_owned()),
        (400, "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n".to_owned()),
        (400, "nonsense\r\n\r\n".to_owned()),
    ];
    for (status, request) in cases {
        assert_eq!(echo.status(&request), status, "{request}");
    }
}

#[test]
fn a_slow_client_is_refused_and_an_idle_one_is_closed() {
    let echo = Echo::start(Duration::ZERO);
    let mut slow = echo.connect();
    slow.write_all(b"POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\n").unwrap();
    let mut idle = echo.connect();
    // A byte from time to time does not help.
    let mut drip = slow.try_clone().unwrap();
    let drip = std::thread::spawn(move || {
        for _ in 0..4 {
            std::thread::sleep(Duration::from_millis(90));
            let _ = drip.write_all(b"x");
        }
    });
    assert!(all(&mut slow).starts_with("HTTP/1.1 408 "));
    drip.join().unwrap();
    assert_eq!(all(&mut idle), "");
}

#[test]
fn a_client_that_is_one_too_many_is_told_so() {
    let echo = Echo::start(Duration::ZERO);
    let mut others: Vec<_> = (0..4).map(|_| echo.connect()).collect();
    for other in &mut others {
        // An answer shows that the connection has its place.
        other.write_all(b"GET / HTTP/1.1\r\n\r\n").unwrap();
        assert!(other.read(&mut [0; 1000]).unwrap() > 0);
    }
    assert_eq!(echo.status("GET / HTTP/1.1\r\n\r\n"), 503);
}

#[test]
fn the_end_waits_for_a_request_in_work_and_not_for_an_idle_client() {
    let echo = Echo::start(Duration::from_millis(400));
    let mut stream = echo.connect();
    let _idle = echo.connect();
    stream.write_all(b"GET /work HTTP/1.1\r\n\r\n").unwrap();
    std::thread::sleep(Duration::from_millis(100));
    let started = Instant::now();
    drop(echo);
    assert!(started.elapsed() < Duration::from_secs(3), "{:?}", started.elapsed());
    let text = all(&mut stream);
    assert!(text.starts_with("HTTP/1.1 200 ") && text.ends_with("/work  "), "{text}");
}
