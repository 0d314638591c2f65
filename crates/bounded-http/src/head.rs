//! The head of a request: its first line and its headers.

use std::fmt;

use crate::limits::Limits;

/// The maximum number of headers.
const MAX_HEADERS: usize = 100;

/// A request as it was received.
#[derive(Default)]
pub struct Request {
    /// The method, such as `POST`.
    pub method: String,
    /// The path without the query, as it was sent.
    pub path: String,
    /// The query after the `?`, as it was sent.
    pub query: Vec<u8>,
    /// The header `Content-Type`.
    pub content_type: Option<String>,
    /// The header `Origin`.
    pub origin: Option<String>,
    /// The header `Host`.
    pub host: Option<String>,
    /// The body.
    pub body: Vec<u8>,
    /// A mark that the client wants to send more requests over the connection, and may.
    pub keeps_alive: bool,
}

impl fmt::Debug for Request {
    /// Writes the method and the lengths alone, because the rest may be secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Request");
        debug.field("method", &self.method).field("query_len", &self.query.len()).field("body_len", &self.body.len());
        debug.finish_non_exhaustive()
    }
}

/// The reason for which a request is refused: an HTTP status and a sentence.
pub(crate) type Refusal = (u16, String);

/// The length of the body by the headers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Length {
    Known(usize),
    Chunked,
}

/// Returns the length up to the empty line after the headers, which is searched for from an offset.
pub(crate) fn end(bytes: &[u8], from: usize) -> Option<usize> {
    let tail = bytes.get(from..)?;
    let ends = tail.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| from + at);
    ends.map(|at| at + 1).find(|end| {
        let head = &bytes[..*end];
        head.ends_with(b"\n\r\n") || head.ends_with(b"\n\n")
    })
}

/// Returns the refusal of a body that is too long.
pub(crate) fn too_long(limits: &Limits) -> Refusal {
    (413, format!("the body is longer than {} bytes", limits.max_body))
}

/// Parses a head that was received as a whole. Returns the request without its body, the length of
/// the body, and whether the client waits for `100 Continue` before it sends the body.
pub(crate) fn parse(head: &[u8], limits: &Limits) -> Result<(Request, Length, bool), Refusal> {
    let mut headers = [httparse::EMPTY_HEADER; MAX_HEADERS];
    let mut parsed = httparse::Request::new(&mut headers);
    match parsed.parse(head) {
        Ok(httparse::Status::Complete(_)) => {}
        Err(httparse::Error::TooManyHeaders) => return Err((431, format!("there are more than {MAX_HEADERS} headers"))),
        _ => return Err((400, "not an HTTP request".to_owned())),
    }
    let header = |name: &str| {
        let mut found = parsed.headers.iter().filter(|header| header.name.eq_ignore_ascii_case(name));
        let first = found.next()?;
        Some((str::from_utf8(first.value).unwrap_or_default().trim(), found.all(|other| other.value == first.value)))
    };
    let value = |name: &str| header(name).map(|(value, _)| value);
    let length = match (header("transfer-encoding"), header("content-length")) {
        (None, None) => Length::Known(0),
        (Some((coding, true)), None) if coding.eq_ignore_ascii_case("chunked") => Length::Chunked,
        (None, Some((len, true))) => match len.parse() {
            Ok(len) if len <= limits.max_body => Length::Known(len),
            Ok(_) => return Err(too_long(limits)),
            Err(_) => return Err((400, "invalid Content-Length".to_owned())),
        },
        _ => return Err((400, "unclear length of the body".to_owned())),
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
    let request = Request {
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
