//! `smsc listen` as a process, and a plain HTTP client of it.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, ChildStderr, ChildStdout, Command, Stdio};
use std::time::Duration;

use sha1::{Digest as _, Sha1};

use crate::interruptible::interruptible;

pub(crate) const SECRET: &str = "s3cret-of-listen";
pub(crate) const PHONE: &str = "79990000001";

/// Returns a notification of a status, which is signed with [`SECRET`].
pub(crate) fn status_of(id: u32) -> String {
    let hash = Sha1::digest(format!("{id}:{PHONE}:1:{SECRET}"));
    let halves = hash.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    let digits: String = halves.map(|half| char::from_digit(half.into(), 16).unwrap()).collect();
    format!("id={id}&phone={PHONE}&status=1&err=0&sha1={digits}")
}

/// Returns the line of [`status_of`].
pub(crate) fn line_of(id: u32) -> String {
    let event = format!("{{\"status\":1,\"err\":0,\"id\":{id},\"phone\":\"{PHONE}\"}}");
    let verified = r#"{"covered":["id","phone","status"],"algorithm":"sha1"}"#;
    format!("{{\"kind\":\"status\",\"event\":{event},\"verified\":{verified}}}\n")
}

/// A running command, which is killed with the test.
pub(crate) struct Listening {
    pub(crate) child: Child,
    pub(crate) address: String,
    stdout: Option<ChildStdout>,
    stderr: BufReader<ChildStderr>,
    /// The output on standard error before the address.
    pub(crate) start: String,
}

impl Listening {
    /// Starts the command on a free port with [`SECRET`].
    pub(crate) fn start(args: &[&str]) -> Self {
        Self::spawn(interruptible().args(["listen", "--port", "0"]).args(args).stdout(Stdio::piped()), SECRET)
    }

    /// Starts the command, and waits for the line with its address.
    pub(crate) fn spawn(command: &mut Command, secret: &str) -> Self {
        let command = command.env("LC_ALL", "C").env("SMSC_CALLBACK_SECRET", secret);
        let mut child = command.stdin(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut stderr = BufReader::new(child.stderr.take().unwrap());
        let mut start = String::new();
        let address = loop {
            let mut line = String::new();
            assert!(stderr.read_line(&mut line).unwrap() > 0, "no address: {start}");
            if let Some(address) = line.trim_end().strip_prefix("listening on http://") {
                break address.to_owned();
            }
            start.push_str(&line);
        };
        Self { stdout: child.stdout.take(), child, address, stderr, start }
    }

    pub(crate) fn client(&self) -> Client {
        Client::connect(&self.address)
    }

    /// Sends a POST over a connection of its own, and returns the status of its response.
    pub(crate) fn post(&self, body: &[u8]) -> u16 {
        self.client().post("/", body)
    }

    pub(crate) fn send(&self, signal: &str) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args([&format!("-{signal}"), &pid]).status().unwrap().success());
    }

    /// Waits for the end. Returns the exit status, standard output, and what else is on standard
    /// error.
    pub(crate) fn wait(mut self) -> (Option<i32>, String, String) {
        let (mut out, mut err) = (String::new(), String::new());
        self.stdout.take().map(|mut stdout| stdout.read_to_string(&mut out).unwrap());
        self.stderr.read_to_string(&mut err).unwrap();
        for value in [SECRET, PHONE, "s3cret", "k3y"] {
            assert!(!err.contains(value) && !self.start.contains(value), "{value}: {err}");
        }
        (self.child.wait().unwrap().code(), out, err)
    }

    /// Ends the command with SIGTERM, and waits for the end.
    pub(crate) fn end(self) -> (Option<i32>, String, String) {
        self.send("TERM");
        self.wait()
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A client with a connection for several requests.
pub(crate) struct Client(BufReader<TcpStream>);

impl Client {
    pub(crate) fn connect(address: &str) -> Self {
        let stream = TcpStream::connect(address).unwrap();
        // So that a command that does not answer fails the test.
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        Self(BufReader::new(stream))
    }

    pub(crate) fn post(&mut self, target: &str, body: &[u8]) -> u16 {
        self.try_post(target, body).expect("a response")
    }

    /// Sends a POST. Returns `None` if the connection ends before the response.
    pub(crate) fn try_post(&mut self, target: &str, body: &[u8]) -> Option<u16> {
        let head = format!("POST {target} HTTP/1.1\r\nContent-Length: {}\r\n\r\n", body.len());
        self.request(&[head.as_bytes(), body].concat())
    }

    /// Sends a request as it is.
    pub(crate) fn request(&mut self, bytes: &[u8]) -> Option<u16> {
        // A request may be refused before all of it was read.
        let _ = self.0.get_mut().write_all(bytes);
        self.response()
    }

    /// Reads a response, whose body is short and has nothing of the request.
    fn response(&mut self) -> Option<u16> {
        let (mut status, mut len) = (None, 0);
        loop {
            let mut line = String::new();
            if self.0.read_line(&mut line).ok()? == 0 {
                return None;
            }
            if status.is_none() {
                status = Some(line.split(' ').nth(1)?.parse().unwrap());
            } else if let Some(value) = line.strip_prefix("Content-Length: ") {
                len = value.trim_end().parse().unwrap();
            } else if line == "\r\n" {
                break;
            }
        }
        assert!(len < 80, "{len}");
        let mut body = vec![0; len];
        self.0.read_exact(&mut body).ok()?;
        let text = String::from_utf8(body).unwrap();
        assert!(!text.contains(PHONE) && !text.contains("s3cret"), "{text}");
        status
    }
}
