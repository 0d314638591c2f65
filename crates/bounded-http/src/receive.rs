//! Requests from a connection: bounded in size and in time.

use std::io;
use std::time::Instant;

use crate::head::{self, Length, Refusal, Request};
use crate::listener::Handle;
use crate::stream::Socket;

/// The maximum length of the line with the size of a chunk.
const MAX_CHUNK_LINE: usize = 1024;

/// The reason for which no request was received.
pub(crate) enum Missing {
    /// The client closed the connection, or the listener stops.
    Closed,
    /// The request is refused, and nothing more is read.
    Refused { status: u16, why: String },
}

impl From<Refusal> for Missing {
    fn from((status, why): Refusal) -> Self {
        Self::Refused { status, why }
    }
}

impl From<io::Error> for Missing {
    fn from(_: io::Error) -> Self {
        Self::Closed
    }
}

/// A reader of the requests of one connection.
pub(crate) struct Receiver<'h> {
    /// The bytes that were received and belong to no request yet.
    buffer: Vec<u8>,
    handle: &'h Handle,
}

impl<'h> Receiver<'h> {
    pub(crate) const fn new(handle: &'h Handle) -> Self {
        Self { buffer: Vec::new(), handle }
    }

    /// Receives the next request.
    pub(crate) fn receive(&mut self, socket: &mut impl Socket) -> Result<Request, Missing> {
        let limits = self.handle.limits();
        let idle_until = Instant::now() + limits.idle_time;
        while self.buffer.is_empty() {
            self.fill(socket, idle_until, true)?;
        }
        let until = Instant::now() + limits.request_time;
        let head = self.head_len(socket, until)?;
        let (mut request, length, expects) = head::parse(&self.buffer[..head], limits)?;
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
    fn head_len(&mut self, socket: &mut impl Socket, until: Instant) -> Result<usize, Missing> {
        let max = self.handle.limits().max_head;
        let mut searched = 0;
        loop {
            let end = head::end(&self.buffer, searched);
            if end.unwrap_or(self.buffer.len()) > max {
                return Err(refused(431, &format!("the headers are longer than {max} bytes")));
            }
            if let Some(len) = end {
                return Ok(len);
            }
            // The end may be split between this and the next bytes.
            searched = self.buffer.len().saturating_sub(3);
            self.fill(socket, until, false)?;
        }
    }

    /// Takes a number of bytes out of the buffer.
    fn take(&mut self, socket: &mut impl Socket, len: usize, until: Instant) -> Result<Vec<u8>, Missing> {
        while self.buffer.len() < len {
            self.fill(socket, until, false)?;
        }
        let rest = self.buffer.split_off(len);
        Ok(std::mem::replace(&mut self.buffer, rest))
    }

    /// Receives a body in chunks, and skips the headers after it.
    fn chunks(&mut self, socket: &mut impl Socket, until: Instant) -> Result<Vec<u8>, Missing> {
        let limits = self.handle.limits();
        let mut body = Vec::new();
        loop {
            let size = self.chunk_size(socket, until)?;
            if size == 0 {
                break;
            }
            if size > limits.max_body - body.len() {
                return Err(head::too_long(limits).into());
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
            if skipped > limits.max_head {
                return Err(refused(431, &format!("the headers after the body are longer than {} bytes", limits.max_head)));
            }
        }
    }

    fn chunk_size(&mut self, socket: &mut impl Socket, until: Instant) -> Result<usize, Missing> {
        let line = self.line(socket, until)?;
        match httparse::parse_chunk_size(&line) {
            Ok(httparse::Status::Complete((_, size))) => {
                usize::try_from(size).map_err(|_| head::too_long(self.handle.limits()).into())
            }
            _ => Err(refused(400, "invalid size of a chunk")),
        }
    }

    /// Takes a line with its line end.
    fn line(&mut self, socket: &mut impl Socket, until: Instant) -> Result<Vec<u8>, Missing> {
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
    fn fill(&mut self, socket: &mut impl Socket, until: Instant, is_idle: bool) -> Result<(), Missing> {
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
                    if is_idle && self.handle.is_stopping() {
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

fn refused(status: u16, why: &str) -> Missing {
    Missing::Refused { status, why: why.to_owned() }
}
