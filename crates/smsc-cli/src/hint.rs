//! The hint about a wrong charset (R51).

use std::sync::atomic::{AtomicBool, Ordering};

use smsc_proto::{Charset, Match, Text};

use crate::message;
use crate::read::Item;

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

    /// Returns whether a text of the items looks like UTF-8. After the hint was printed, the texts
    /// are not examined, and the result is `false`.
    pub(crate) fn is_due(&self, items: &[Item<'_>]) -> bool {
        self.is_open.load(Ordering::Relaxed) && items.iter().any(looks_like_utf8)
    }

    /// Prints the hint, unless it was printed before.
    pub(crate) fn print(&self) {
        if self.is_open.swap(false, Ordering::Relaxed) {
            message::print(format_args!("hint: the texts look like UTF-8: if the request had charset=utf-8, add --charset utf-8"));
        }
    }
}

fn looks_like_utf8(item: &Item<'_>) -> bool {
    match item {
        Item::Match(Match::Requested(record) | Match::Unexpected(record)) => record.looks_like_utf8(),
        Item::ApiError(error) => error.text.is_some_and(Text::looks_like_utf8),
        Item::Match(_) | Item::Malformed(_) | Item::Deleted => false,
    }
}
