//! The hint about a wrong charset (R51).

use std::sync::atomic::{AtomicBool, Ordering};

use smsc_proto::Charset;

use crate::message;

/// The hint that the texts look like UTF-8, which is printed at most once.
pub(crate) struct Hint {
    /// Whether the hint may still be printed.
    is_open: AtomicBool,
}

impl Hint {
    /// Creates the hint for a reply in this charset. For UTF-8 it is never printed.
    pub(crate) fn new(charset: Charset) -> Self {
        Self { is_open: AtomicBool::new(charset != Charset::Utf8) }
    }

    /// Returns whether the hint is still to be printed and `looks_like_utf8`, which examines the
    /// texts, returns true.
    pub(crate) fn is_due(&self, looks_like_utf8: impl FnOnce() -> bool) -> bool {
        self.is_open.load(Ordering::Relaxed) && looks_like_utf8()
    }

    /// Prints the hint, unless it was printed before.
    pub(crate) fn print(&self) {
        if self.is_open.swap(false, Ordering::Relaxed) {
            message::print(format_args!("hint: the texts look like UTF-8: if the request had charset=utf-8, add --charset utf-8"));
        }
    }
}
