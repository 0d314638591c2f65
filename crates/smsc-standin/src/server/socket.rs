//! A connection with a client, plain or with TLS.

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, Instant};

use bounded_http::{Socket as _, Timed};
use rustls::{ServerConnection, StreamOwned};

/// A connection.
pub(super) enum Socket {
    Plain(Timed),
    Tls(Box<StreamOwned<ServerConnection, Timed>>),
}

impl Socket {
    pub(super) fn new(stream: TcpStream, tls: Option<ServerConnection>) -> io::Result<Self> {
        let stream = Timed::new(stream)?;
        Ok(match tls {
            Some(tls) => Self::Tls(Box::new(StreamOwned::new(tls, stream))),
            None => Self::Plain(stream),
        })
    }

    fn stream(&self) -> &TcpStream {
        match self {
            Self::Plain(timed) => timed.stream(),
            Self::Tls(tls) => tls.sock.stream(),
        }
    }

    /// Completes the handshake of TLS within a time.
    pub(super) fn shake_hands(&mut self, time: Duration) -> io::Result<()> {
        let until = Instant::now() + time;
        self.set_deadline(Some(until));
        let Self::Tls(tls) = self else { return Ok(()) };
        while tls.conn.is_handshaking() {
            match tls.conn.complete_io(&mut tls.sock) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock && Instant::now() < until => {}
                result => _ = result?,
            }
        }
        Ok(())
    }

    /// Lets the end of the connection be a reset instead of an orderly end.
    pub(super) fn reset_at_end(&self) {
        // If it fails, the end is an orderly one.
        let _ = socket2::SockRef::from(self.stream()).set_linger(Some(Duration::ZERO));
    }

    /// Ends the connection without telling a TLS client that it was meant to end, as when it is cut.
    pub(super) fn cut(&self) {
        let _ = self.stream().shutdown(Shutdown::Both);
    }
}

impl bounded_http::Socket for Socket {
    /// Sets the moment of the stream itself: TLS reads and writes it several times at once, so that a
    /// limit around the calls of TLS would not end them.
    fn set_deadline(&mut self, until: Option<Instant>) {
        match self {
            Self::Plain(timed) => timed.set_deadline(until),
            Self::Tls(tls) => tls.sock.set_deadline(until),
        }
    }

    fn finish(&mut self) {
        if let Self::Tls(tls) = self {
            tls.conn.send_close_notify();
            let _ = tls.flush();
        }
        let _ = self.stream().shutdown(Shutdown::Write);
    }
}

impl Read for Socket {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Plain(stream) => stream.read(buffer),
            Self::Tls(stream) => stream.read(buffer),
        }
    }
}

impl Write for Socket {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(stream) => stream.write(bytes),
            Self::Tls(stream) => stream.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Plain(stream) => stream.flush(),
            Self::Tls(stream) => stream.flush(),
        }
    }
}
