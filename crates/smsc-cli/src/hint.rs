//! Hints at a wrong query: another request that the reply answers more likely (R21b), or texts in
//! another charset than the requested one (R51).

use std::sync::atomic::{AtomicBool, Ordering};

use smsc_proto::{Charset, Guess, GuessReason, Query};

use crate::lang::{fill, tr};
use crate::message;

/// A finding about the texts of a reply: whether any of them looks like UTF-8.
pub(crate) struct Charsets {
    is_utf8: AtomicBool,
    is_open: bool,
}

impl Charsets {
    /// Creates the finding for a reply in this charset. Texts of UTF-8 are not examined.
    pub(crate) fn new(charset: Charset) -> Self {
        Self { is_utf8: AtomicBool::new(false), is_open: charset != Charset::Utf8 }
    }

    /// Examines texts with `looks_like_utf8`, unless one was found before.
    pub(crate) fn note(&self, looks_like_utf8: impl FnOnce() -> bool) {
        if self.is_open && !self.is_utf8.load(Ordering::Relaxed) && looks_like_utf8() {
            self.is_utf8.store(true, Ordering::Relaxed);
        }
    }

    /// Prints at most one hint, after the reply: its first bytes are `start`. `option` is the name of
    /// the option for the format.
    pub(crate) fn hint(&self, query: &Query<'_>, start: &[u8], option: &str) {
        let guess = query.guess(start).next();
        let is_charset_alone = |guess: &Guess<'_>| guess.reasons().eq([GuessReason::Charset(Charset::Utf8)]);
        match guess {
            Some(guess) if !is_charset_alone(&guess) => message::hint(&fill(
                "this looks like the reply to another request: try {0} ({1})",
                &[&options(&guess, option), &reasons(&guess)],
            )),
            None => self.hint_at_utf8(),
            Some(_) => print_utf8(),
        }
    }

    /// Prints a hint if a text looks like UTF-8.
    pub(crate) fn hint_at_utf8(&self) {
        if self.is_utf8.load(Ordering::Relaxed) {
            print_utf8();
        }
    }
}

/// Prints the hint at texts that look like UTF-8.
pub(crate) fn print_utf8() {
    message::hint(tr("the texts look like UTF-8: if the request had charset=utf-8, add --charset utf-8"));
}

/// Returns the options of a guess that differ from the given ones. `format` is the name of the option
/// for the format.
fn options(guess: &Guess<'_>, format: &str) -> String {
    let option = |reason| match reason {
        GuessReason::Format(number) => format!("{format} {}", number as u8),
        GuessReason::Detail(all) => format!("--all {}", all as u8),
        GuessReason::Batch => "--multi".to_owned(),
        GuessReason::Single => tr("no --multi").to_owned(),
        GuessReason::Charset(charset) => format!("--charset {}", charset.name()),
        // The core has no others.
        _ => String::new(),
    };
    guess.reasons().map(option).collect::<Vec<_>>().join(" ")
}

/// Returns the reasons for a guess.
fn reasons(guess: &Guess<'_>) -> String {
    let reason = |reason| {
        tr(match reason {
            GuessReason::Format(_) => "the body is in this format",
            GuessReason::Batch => "lines start like records",
            GuessReason::Single => "it is one record",
            GuessReason::Charset(_) => "the texts are in this charset",
            _ => "the fields fit",
        })
    };
    guess.reasons().map(reason).collect::<Vec<_>>().join(", ")
}

/// Takes the most likely query for a reply, of those that `is_allowed`, and says which one it is.
pub(crate) fn take_guess<'q>(query: Query<'q>, start: &[u8], is_allowed: impl Fn(&Query<'q>) -> bool) -> Query<'q> {
    let mut guesses = query.guess(start).filter(|guess| is_allowed(&guess.query()));
    let Some(guess) = guesses.next() else {
        message::hint(&fill("read with {0}: nothing else fits better", &[&all_options(&query)]));
        return query;
    };
    message::hint(&fill("read with {0}: guessed ({1})", &[&all_options(&guess.query()), &reasons(&guess)]));
    // Others that read as well: nothing in the reply decides between them.
    let others = guesses.filter(|other| other.malformed() == guess.malformed() && other.records() == guess.records());
    let others: Vec<_> = others.map(|other| all_options(&other.query())).collect();
    if !others.is_empty() {
        message::hint(&fill("other guesses: {0}", &[&others.join("; ")]));
    }
    guess.query()
}

/// Returns the options of a query.
fn all_options(query: &Query<'_>) -> String {
    let multi = if query.is_batch() { " --multi" } else { "" };
    let (format, all) = (query.get_format() as u8, query.get_detail() as u8);
    format!("--fmt {format} --all {all}{multi} --charset {}", query.get_charset().name())
}
