//! The reader of a command's standard output, which may want no more.

use std::net::Shutdown;
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::process::Stdio;

/// A reader. It is no pipe: a process that another test is starting has a copy of the read end until it
/// runs its own program, and the command can write until then. The end of a socket is for all copies.
pub(crate) struct Reader(UnixStream);

impl Reader {
    /// Returns a reader, and the standard output to start a command with.
    pub(crate) fn new() -> (Self, Stdio) {
        let (reader, writer) = UnixStream::pair().unwrap();
        (Self(reader), OwnedFd::from(writer).into())
    }

    /// Ends the reading: the next write fails.
    pub(crate) fn end(self) {
        self.0.shutdown(Shutdown::Both).unwrap();
    }
}
