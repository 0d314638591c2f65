//! Counts the status requests that the server answers within some seconds, over connections that stay
//! open. Every response is checked.
//!
//! `cargo run --release -p smsc-standin --features server --example load [CONNECTIONS [SECONDS]]`

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use smsc_standin::server::{Server, ServerOptions};
use smsc_standin::{Scenario, Time};

const MESSAGES: u64 = 50_000;

/// A service that answers every status request, with an account to which messages cost nothing.
const SCENARIO: &str = "\
[limits]
status = 1000000
status_at_once = 1000
[[account]]
price = '0'
";

fn main() -> std::io::Result<()> {
    let number = |index: usize, default: u64| std::env::args().nth(index).and_then(|text| text.parse().ok()).unwrap_or(default);
    let (connections, seconds) = (number(1, 4), number(2, 5).max(1));
    let scenario = Scenario::parse(SCENARIO).map_err(std::io::Error::other)?;
    // Noon in Moscow: nothing moves to the archive meanwhile.
    let options = ServerOptions { start: Some(Time::from_seconds(1_795_856_400)), ..ServerOptions::default() };
    let server = Server::bind("127.0.0.1:0", scenario, &options)?;
    let (address, handle) = (server.address(), server.handle());
    let thread = std::thread::spawn(move || server.run());

    let mut client = Client::connect(address)?;
    for id in 1..=MESSAGES {
        let body = client.post("send.php", &format!("login=demo&psw=demo&fmt=1&mes=text+{id}&id={id}&phones={}", phone(id)))?;
        assert_eq!(body, format!("{id},1"));
    }
    let until = Instant::now() + Duration::from_secs(seconds);
    let counts: Vec<u64> = std::thread::scope(|scope| {
        let threads: Vec<_> =
            (0..connections).map(|first| scope.spawn(move || ask_until(until, address, first, connections))).collect();
        threads.into_iter().map(|thread| thread.join().expect("a client that does not panic")).collect::<Result<_, _>>()
    })?;
    let total: u64 = counts.iter().sum();
    println!("{connections} connections, {seconds} s: {} status requests a second", total / seconds);
    handle.stop();
    thread.join().expect("a server that does not panic")
}

/// Asks for one message after the other, and returns how many times it was answered.
fn ask_until(until: Instant, address: SocketAddr, first: u64, step: u64) -> std::io::Result<u64> {
    let mut client = Client::connect(address)?;
    let mut count = 0;
    while Instant::now() < until {
        let id = (first + count * step) % MESSAGES + 1;
        let body = client.post("status.php", &format!("login=demo&psw=demo&fmt=1&all=2&id={id}&phone={}", phone(id)))?;
        assert!(body.starts_with("0,") && body.contains(&format!(",text {id},")), "{body}");
        count += 1;
    }
    Ok(count)
}

/// Returns a phone whose messages stay with the operator.
fn phone(id: u64) -> String {
    format!("79{id:05}7000")
}

/// A client with one connection.
struct Client(BufReader<TcpStream>);

impl Client {
    fn connect(address: SocketAddr) -> std::io::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        Ok(Self(BufReader::new(stream)))
    }

    /// Sends a form, and returns the body of the response, with a `?` for each byte that is not ASCII.
    fn post(&mut self, script: &str, form: &str) -> std::io::Result<String> {
        let request = format!("POST /sys/{script} HTTP/1.1\r\nHost: x\r\nContent-Length: {}\r\n\r\n{form}", form.len());
        self.0.get_mut().write_all(request.as_bytes())?;
        let mut len = 0;
        loop {
            let mut line = String::new();
            self.0.read_line(&mut line)?;
            if let Some(value) = line.strip_prefix("Content-Length: ") {
                len = value.trim().parse().map_err(std::io::Error::other)?;
            }
            if line.trim().is_empty() {
                break;
            }
        }
        let mut body = vec![0; len];
        self.0.read_exact(&mut body)?;
        Ok(body.iter().map(|byte| if byte.is_ascii() { char::from(*byte) } else { '?' }).collect())
    }
}
