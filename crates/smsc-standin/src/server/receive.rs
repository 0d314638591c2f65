//! Requests from a connection: bounded in size and in time.

use std::io::{self, Read as _, Write as _};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::http::Response;
use crate::server::socket::Socket;

/// The maximum length of a request line and its headers.
const MAX_HEAD: usize = 64 * 1024;
/// The maximum number of headers.
const MAX_HEADERS: usize = 100;
/// The maximum length of a body. A batch of 4,096 messages with the longest ids is 500 kB.
const MAX_BODY: usize = 4 * 1024 * 1024;
/// The maximum length of the line with the size of a chunk.
const MAX_CHUNK_LINE: usize = 1024;
/// The time for which a connection may be idle between requests.
const IDLE_TIME: Duration = Duration::from_secs(60);

/// A request as it was received.
#[derive(Default)]
pub(super) struct Received {
    pub(super) method: String,
    pub(super) path: String,
    pub(super) query: Vec<u8>,
    pub(super) content_type: Option<String>,
    pub(super) origin: Option<String>,
    pub(super) host: Option<String>,
    pub(super) body: Vec<u8>,
    /// A mark that the client wants to send more requests over the connection.
    pub(super) keeps_alive: bool,
}

/// The reason for which no request was received.
pub(super) enum Missing {
    /// The client closed the connection, or the server stops.
    Closed,
    /// The request is refused with this response, and nothing more is read.
    Refused(Response),
}

impl From<io::Error> for Missing {
    fn from(_: io::Error) -> Self {
        Self::Closed
    }
}

/// A reader of the requests of one connection.
pub(super) struct Receiver<'s> {
    /// The bytes that were received and belong to no request yet.
    buffer: Vec<u8>,
    stopping: &'s AtomicBool,
    /// The time for a request after its first byte.
    time: Duration,
}

/// The length of the body by the headers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Length {
    Known(usize),
    Chunked,
}

impl<'s> Receiver<'s> {
    pub(super) const fn new(stopping: &'s AtomicBool, time: Duration) -> Self {
        Self { buffer: Vec::new(), stopping, time }
    }

    /// Receives the next request.
    pub(super) fn receive(&mut self, socket: &mut Socket) -> Result<Received, Missing> {
        let idle_until = Instant::now() + IDLE_TIME;
        while self.buffer.is_empty() {
            self.fill(socket, idle_until, true)?;
        }
        let until = Instant::now() + self.time;
        let head = self.head_len(socket, until)?;
        let (mut request, length, expects) = parse_head(&self.buffer[..head])?;
        self.buffer.drain(..head);
        if expects {
            socket.write_all(b"HTTP/1.1 100 Continue\r\n\r\n")?;
        }
        request.body = match length {
            Length::Known(len) => self.take(socket, len, until)?,
            Length::Chunked => self.chunks(socket, until)?,
        };
        Ok(request)
    }

    /// Returns the length of the head, once it was received as a whole.
    fn head_len(&mut self, socket: &mut Socket, until: Instant) -> Result<usize, Missing> {
        let mut searched = 0;
        loop {
            if let Some(len) = end_of_head(&self.buffer, searched) {
                return if len > MAX_HEAD { Err(refused(431, "the headers are longer than 64 KiB")) } else { Ok(len) };
            }
            if self.buffer.len() > MAX_HEAD {
                return Err(refused(431, "the headers are longer than 64 KiB"));
            }
            // The end may be split between this and the next bytes.
            searched = self.buffer.len().saturating_sub(3);
            self.fill(socket, until, false)?;
        }
    }

    /// Takes a number of bytes out of the buffer.
    fn take(&mut self, socket: &mut Socket, len: usize, until: Instant) -> Result<Vec<u8>, Missing> {
        while self.buffer.len() < len {
            self.fill(socket, until, false)?;
        }
        let rest = self.buffer.split_off(len);
        Ok(std::mem::replace(&mut self.buffer, rest))
    }

    /// Receives a body in chunks, and skips the headers after it.
    fn chunks(&mut self, socket: &mut Socket, until: Instant) -> Result<Vec<u8>, Missing> {
        let mut body = Vec::new();
        loop {
            let size = self.chunk_size(socket, until)?;
            if size == 0 {
                break;
            }
            if size > MAX_BODY - body.len() {
                return Err(too_long());
            }
            body.extend(self.take(socket, size, until)?);
            if self.take(socket, 2, until)? != b"\r\n" {
                return Err(refused(400, "a chunk does not end in a line end"));
            }
        }
        let mut skipped = 0;
        loop {
            let line = self.line(socket, until)?;
            skipped += line.len();
            if line.len() <= 2 {
                return Ok(body);
            }
            if skipped > MAX_HEAD {
                return Err(refused(431, "the headers after the body are longer than 64 KiB"));
            }
        }
    }

    fn chunk_size(&mut self, socket: &mut Socket, until: Instant) -> Result<usize, Missing> {
        let line = self.line(socket, until)?;
        match httparse::parse_chunk_size(&line) {
            Ok(httparse::Status::Complete((_, size))) => usize::try_from(size).map_err(|_| too_long()),
            _ => Err(refused(400, "invalid size of a chunk")),
        }
    }

    /// Takes a line with its line end.
    fn line(&mut self, socket: &mut Socket, until: Instant) -> Result<Vec<u8>, Missing> {
        let mut searched = 0;
        loop {
            if let Some(at) = self.buffer[searched..].iter().position(|byte| *byte == b'\n') {
                return self.take(socket, searched + at + 1, until);
            }
            searched = self.buffer.len();
            if searched > MAX_CHUNK_LINE {
                return Err(refused(400, "a line of a chunked body is longer than 1 KiB"));
            }
            self.fill(socket, until, false)?;
        }
    }

    /// Reads what the client has sent, and waits for it at most until a moment.
    fn fill(&mut self, socket: &mut Socket, until: Instant, is_idle: bool) -> Result<(), Missing> {
        let mut bytes = [0; 16 * 1024];
        socket.set_deadline(Some(until));
        loop {
            match socket.read(&mut bytes) {
                Ok(0) => return Err(Missing::Closed),
                Ok(len) => {
                    self.buffer.extend_from_slice(&bytes[..len]);
                    return if Instant::now() < until { Ok(()) } else { Err(too_late(is_idle)) };
                }
                Err(error) if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) => {
                    if is_idle && self.stopping.load(Ordering::SeqCst) {
                        return Err(Missing::Closed);
                    }
                    if Instant::now() >= until {
                        return Err(too_late(is_idle));
                    }
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => return Err(Missing::Closed),
            }
        }
    }
}

fn too_late(is_idle: bool) -> Missing {
    if is_idle { Missing::Closed } else { refused(408, "the request was not received as a whole in time") }
}

fn too_long() -> Missing {
    refused(413, "the body is longer than 4 MiB")
}

fn refused(status: u16, why: &str) -> Missing {
    Missing::Refused(Response::plain(status, &format!("{why}\n")))
}

/// Returns the length up to the empty line after the headers, which is searched for from an offset.
fn end_of_head(bytes: &[u8], from: usize) -> Option<usize> {
    let tail = bytes.get(from..)?;
    let ends = tail.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| from + at);
    ends.map(|at| at + 1).find(|end| {
        let head = &bytes[..*end];
        head.ends_with(b"\n\r\n") || head.ends_with(b"\n\n")
    })
}

fn parse_head(head: &[u8]) -> Result<(Received, Length, bool), Missing> {
    let mut headers = [httparse::EMPTY_HEADER; MAX_HEADERS];
    let mut parsed = httparse::Request::new(&mut headers);
    match parsed.parse(head) {
        Ok(httparse::Status::Complete(_)) => {}
        Err(httparse::Error::TooManyHeaders) => return Err(refused(431, "there are more than 100 headers")),
        _ => return Err(refused(400, "not an HTTP request")),
    }
    let header = |name: &str| {
        let mut found = parsed.headers.iter().filter(|header| header.name.eq_ignore_ascii_case(name));
        let first = found.next()?;
        Some((str::from_utf8(first.value).unwrap_or_default().trim(), found.all(|other| other.value == first.value)))
    };
    let value = |name: &str| header(name).map(|(value, _)| value);
    let length = match (value("transfer-encoding"), header("content-length")) {
        (None, None) => Length::Known(0),
        (Some(coding), None) if coding.eq_ignore_ascii_case("chunked") => Length::Chunked,
        (None, Some((len, true))) => match len.parse() {
            Ok(len) if len <= MAX_BODY => Length::Known(len),
            Ok(_) => return Err(too_long()),
            Err(_) => return Err(refused(400, "invalid Content-Length")),
        },
        _ => return Err(refused(400, "unclear length of the body")),
    };
    let target = parsed.path.unwrap_or_default();
    // Proxies receive the whole URL.
    let target = match target.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("/", |at| &rest[at..]),
        None => target,
    };
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let connection = value("connection").unwrap_or_default().to_ascii_lowercase();
    let has = |option: &str| connection.split(',').any(|of| of.trim() == option);
    let request = Received {
        method: parsed.method.unwrap_or_default().to_owned(),
        path: path.to_owned(),
        query: query.as_bytes().to_vec(),
        content_type: value("content-type").map(str::to_owned),
        origin: value("origin").map(str::to_owned),
        host: value("host").map(str::to_owned),
        body: Vec::new(),
        keeps_alive: if parsed.version == Some(1) { !has("close") } else { has("keep-alive") },
    };
    let expects = value("expect").is_some_and(|expected| expected.eq_ignore_ascii_case("100-continue"));
    Ok((request, length, expects))
}
