//! A connection with a client, plain or with TLS.

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, Instant};

use rustls::{ServerConnection, StreamOwned};

/// The time that a read waits before it checks whether the server stops.
pub(super) const TICK: Duration = Duration::from_millis(100);
/// The time in which a client has to receive some byte of a response.
const WRITE_TIME: Duration = Duration::from_secs(10);

/// A connection.
pub(super) enum Socket {
    Plain(Timed),
    Tls(Box<StreamOwned<ServerConnection, Timed>>),
}

/// A stream that fails with `TimedOut` after a moment. TLS reads and writes a stream several times at
/// once, so that a limit around its calls alone would not end them.
pub(super) struct Timed {
    stream: TcpStream,
    until: Option<Instant>,
}

impl Timed {
    fn check(&self) -> io::Result<()> {
        let is_over = self.until.is_some_and(|until| Instant::now() >= until);
        if is_over { Err(io::ErrorKind::TimedOut.into()) } else { Ok(()) }
    }
}

impl Read for Timed {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.check()?;
        self.stream.read(buffer)
    }
}

impl Write for Timed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.check()?;
        self.stream.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}

impl Socket {
    pub(super) fn new(stream: TcpStream, tls: Option<ServerConnection>) -> io::Result<Self> {
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(TICK))?;
        stream.set_write_timeout(Some(WRITE_TIME))?;
        let stream = Timed { stream, until: None };
        Ok(match tls {
            Some(tls) => Self::Tls(Box::new(StreamOwned::new(tls, stream))),
            None => Self::Plain(stream),
        })
    }

    const fn stream(&self) -> &TcpStream {
        match self {
            Self::Plain(timed) => &timed.stream,
            Self::Tls(tls) => &tls.sock.stream,
        }
    }

    /// Sets the moment after which reads and writes fail.
    pub(super) fn set_deadline(&mut self, until: Option<Instant>) {
        match self {
            Self::Plain(timed) => timed.until = until,
            Self::Tls(tls) => tls.sock.until = until,
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

    /// Tells the client that nothing follows.
    pub(super) fn finish(&mut self) {
        if let Self::Tls(stream) = self {
            stream.conn.send_close_notify();
            let _ = stream.flush();
        }
        let _ = self.stream().shutdown(Shutdown::Write);
    }

    /// Ends the connection without telling a TLS client that it was meant to end, as when it is cut.
    pub(super) fn cut(&self) {
        let _ = self.stream().shutdown(Shutdown::Both);
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
