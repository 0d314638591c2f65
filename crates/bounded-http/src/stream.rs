//! Connections whose reads and writes end at a moment.

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, Instant};

/// The time that a read waits before it checks whether the server stops.
pub const TICK: Duration = Duration::from_millis(100);
/// The time in which a client has to receive some byte of a response.
const WRITE_TIME: Duration = Duration::from_secs(10);

/// A connection whose reads and writes can be given a moment at which they end.
///
/// A read that waits for [`TICK`] in vain fails with `WouldBlock` or `TimedOut`, and is tried
/// again.
pub trait Socket: Read + Write {
    /// Sets the moment after which reads and writes fail with `TimedOut`.
    fn set_deadline(&mut self, until: Option<Instant>);

    /// Tells the client that nothing follows.
    fn finish(&mut self);
}

/// A TCP connection that fails with `TimedOut` after a moment.
#[derive(Debug)]
pub struct Timed {
    stream: TcpStream,
    until: Option<Instant>,
}

impl Timed {
    /// Prepares a connection: its reads wait for [`TICK`] at most.
    ///
    /// # Errors
    ///
    /// If the connection has ended.
    pub fn new(stream: TcpStream) -> io::Result<Self> {
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(TICK))?;
        stream.set_write_timeout(Some(WRITE_TIME))?;
        Ok(Self { stream, until: None })
    }

    /// Returns the connection.
    #[must_use]
    pub const fn stream(&self) -> &TcpStream {
        &self.stream
    }

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

impl Socket for Timed {
    fn set_deadline(&mut self, until: Option<Instant>) {
        self.until = until;
    }

    fn finish(&mut self) {
        let _ = self.stream.shutdown(Shutdown::Write);
    }
}
