//! Signals, such as that of Ctrl-C, while another library reads a table.

use std::io::{self, Read};
use std::thread::{self, ThreadId};
use std::time::{Duration, Instant};

use pyo3::prelude::*;

/// The time from one handling of signals to the next.
const INTERVAL: Duration = Duration::from_millis(50);

/// The thread on which signals are handled: the one that asked for the table. Other threads that
/// read it belong to the library, which may hold the interpreter lock and wait for them.
#[derive(Clone, Copy)]
pub(super) struct Watch(ThreadId);

impl Watch {
    /// Returns the watch of this thread.
    pub(super) fn here() -> Self {
        Self(thread::current().id())
    }

    /// Returns whether this is the thread of the watch.
    pub(super) fn is_here(self) -> bool {
        thread::current().id() == self.0
    }

    /// Handles signals. Fails with what the handler of a signal raises.
    #[expect(clippy::redundant_closure_for_method_calls, reason = "the method itself is of one lifetime alone")]
    fn handle(self) -> io::Result<()> {
        if !self.is_here() {
            return Ok(());
        }
        Ok(Python::try_attach(|py| py.check_signals()).unwrap_or(Ok(()))?)
    }
}

/// A stream that handles signals as it is read.
pub(super) struct Watched<R> {
    stream: R,
    watch: Watch,
    last: Instant,
}

impl<R> Watched<R> {
    pub(super) fn new(stream: R, watch: Watch) -> Self {
        Self { stream, watch, last: Instant::now() }
    }
}

impl<R: Read> Read for Watched<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.last.elapsed() > INTERVAL {
            self.watch.handle()?;
            self.last = Instant::now();
        }
        self.stream.read(buffer)
    }
}
