//! Messages that come again and again, and are printed once a minute.

use std::time::{Duration, Instant};

use crate::message;

/// The time in which a message is printed once.
const QUIET: Duration = Duration::from_secs(60);

/// The last message, and when it was printed.
pub(super) struct Quiet(Option<(String, Instant)>);

impl Quiet {
    pub(super) const fn new() -> Self {
        Self(None)
    }

    /// Prints a message, unless it is the last one, which was printed less than a minute ago.
    pub(super) fn print(&mut self, sentence: String) {
        let is_repeated = self.0.as_ref().is_some_and(|(last, at)| *last == sentence && at.elapsed() < QUIET);
        if !is_repeated {
            message::failure(&sentence);
            self.0 = Some((sentence, Instant::now()));
        }
    }

    /// Lets the next message be printed.
    pub(super) fn reset(&mut self) {
        self.0 = None;
    }
}
