//! The meanings of what ClickSend wrote.

use super::words::UNKNOWN;
use super::{Ranked, Row, Word, error, find, find_whole, row, word};
use crate::outcome::Outcome;

/// One meaning: a row of the list, or a word outside it.
#[derive(Clone, Copy)]
pub(crate) struct Meaning {
    pub(crate) row: Option<Row>,
    /// The word, if it is one.
    pub(crate) text: Option<&'static str>,
    pub(crate) outcome: Outcome,
}

impl Meaning {
    const fn of_row(row: &Row) -> Self {
        Self { row: Some(*row), text: None, outcome: row.outcome }
    }

    fn of_word((spelling, word): (&'static str, &Word)) -> Self {
        Self { row: None, text: Some(spelling), outcome: word.outcome }
    }
}

/// An iterator over meanings, the best match first.
#[derive(Default)]
pub(crate) struct Meanings {
    first: Option<Meaning>,
    rows: Option<Ranked>,
    /// The number of the older list that names one of the rows, whose outcome has it as a source.
    by_error: Option<u8>,
    last: Option<Meaning>,
}

impl Meanings {
    /// Returns the meanings of a number or a text that somebody says is ClickSend's.
    pub(crate) fn of_text(text: &str) -> Self {
        let number: Option<u32> = text.trim().parse().ok();
        let (of_row, of_error) = number.map_or_else(Default::default, |number| (Self::of_row(number), Self::of_error(number)));
        match (of_row.first, of_error.first) {
            (None, None) => word(text).map_or_else(|| Self::of_rows(find(&[text]), None), Self::of_word),
            (first, last) => Self { first, last, ..Self::default() },
        }
    }

    /// Returns the meanings of a text that may be somebody else's.
    pub(crate) fn of_unknown_text(text: &str) -> Self {
        word(text).map_or_else(|| Self::of_rows(find_whole(text), None), Self::of_word)
    }

    pub(crate) fn of_row(number: u32) -> Self {
        let found = u8::try_from(number).ok().and_then(row);
        Self { first: found.map(Meaning::of_row), ..Self::default() }
    }

    pub(crate) fn of_error(number: u32) -> Self {
        let found = u8::try_from(number).ok().and_then(error);
        Self { first: found.as_ref().map(Meaning::of_row), ..Self::default() }
    }

    /// Returns the meanings of rows, of which the number `by_error` may name one.
    pub(super) fn of_rows(rows: Ranked, by_error: Option<u8>) -> Self {
        Self { rows: Some(rows), by_error, ..Self::default() }
    }

    pub(super) fn of_word(word: (&'static str, &Word)) -> Self {
        Self { first: Some(Meaning::of_word(word)), ..Self::default() }
    }

    pub(super) fn unknown() -> Self {
        Self { first: Some(Meaning { row: None, text: None, outcome: UNKNOWN }), ..Self::default() }
    }

    fn next_row(&mut self) -> Option<Meaning> {
        let row = self.rows.as_mut()?.next()?;
        let by_error = self.by_error.filter(|number| row.error == Some(*number)).and_then(error);
        Some(Meaning::of_row(by_error.as_ref().unwrap_or(row)))
    }
}

impl Iterator for Meanings {
    type Item = Meaning;

    fn next(&mut self) -> Option<Meaning> {
        self.first.take().or_else(|| self.next_row()).or_else(|| self.last.take())
    }
}
