//! Plain responses.

use std::io;
use std::time::{Duration, Instant};

use crate::stream::Socket;

/// The time in which a client has to receive a response.
const RESPONSE_TIME: Duration = Duration::from_secs(60);

/// A response of plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Response<'r> {
    /// The HTTP status.
    pub status: u16,
    /// The body, in UTF-8.
    pub body: &'r [u8],
}

/// Sends a response. Returns whether the connection can be used for another request, which is
/// `keeps_alive`.
///
/// # Errors
///
/// If the client did not receive the response.
pub fn send(socket: &mut impl Socket, response: &Response<'_>, keeps_alive: bool) -> io::Result<bool> {
    let (status, len) = (response.status, response.body.len());
    let connection = if keeps_alive { "keep-alive" } else { "close" };
    let allow = if status == 405 { "Allow: GET, POST\r\n" } else { "" };
    let head = format!(
        "HTTP/1.1 {status} {}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {len}\r\nConnection: {connection}\r\n{allow}Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n\r\n",
        reason(status)
    );
    socket.set_deadline(Some(Instant::now() + RESPONSE_TIME));
    // One packet for a short response.
    socket.write_all(&[head.as_bytes(), response.body].concat())?;
    socket.flush()?;
    if !keeps_alive {
        socket.finish();
    }
    Ok(keeps_alive)
}

/// Returns the reason phrase of an HTTP status.
#[must_use]
pub const fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        302 => "Found",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        413 => "Content Too Large",
        431 => "Request Header Fields Too Large",
        501 => "Not Implemented",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        _ => "Unknown",
    }
}
