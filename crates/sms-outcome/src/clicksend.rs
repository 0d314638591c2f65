//! ClickSend's published delivery statuses.

use core::cmp::Reverse;

use crate::fold::{is_same, words};
use crate::outcome::Outcome;

mod rows;

pub use rows::ROWS;

/// One of ClickSend's delivery statuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Row {
    /// The position in ClickSend's list, from 1.
    pub number: u8,
    /// The status text in English and in French; the French text is empty if the French page has
    /// none.
    pub status: [&'static str; 2],
    /// The status code; one row has none.
    pub code: Option<u16>,
    /// The phrases of the description in English and in French, separated by commas.
    pub words: [&'static str; 2],
    /// What the status means.
    pub outcome: Outcome,
}

/// Returns the row with this number, or `None` if there is none.
///
/// ```
/// use sms_outcome::clicksend::row;
///
/// assert_eq!(row(17).unwrap().code, Some(300));
/// assert!(row(22).is_none());
/// ```
#[must_use]
pub fn row(number: u8) -> Option<&'static Row> {
    ROWS.iter().find(|row| row.number == number)
}

/// Returns the rows that match what is known about a delivery, the best match first.
///
/// `parts` are any of the status text, the code and the description, in English or French, each as
/// a string of its own or all in one string.
///
/// A row matches if it contains all words of `parts`. If no row does, a row matches if `parts`
/// contains a whole phrase of it, since a description may contain more words than the list. A code
/// in `parts` must be the row's own. A row with more words in `parts` is a better match; among
/// equals, the row with fewer other words is.
///
/// ```
/// use sms_outcome::clicksend::find;
///
/// let numbers = |parts: &[&str]| find(parts).map(|row| row.number).collect::<Vec<_>>();
/// assert_eq!(numbers(&["Absent subscriber"]), [13]);
/// assert_eq!(numbers(&["Échoué", "301", "Délai d'expiration du réseau"]), [18]);
/// assert_eq!(numbers(&["sent"]), [1, 2]);
/// assert!(numbers(&["no such words"]).is_empty());
/// ```
pub fn find(parts: &[&str]) -> impl Iterator<Item = &'static Row> + use<> {
    let matches = if ROWS.iter().any(|row| has_all(row, parts)) { has_all } else { has_phrase };
    let mut ranked = [None; ROWS.len()];
    for (entry, row) in ranked.iter_mut().zip(ROWS) {
        *entry = matches(row, parts).then(|| (rank(row, parts), row));
    }
    // The minimum is searched for repeatedly, because a sort leaves a path to a panic in the
    // program.
    core::iter::from_fn(move || {
        let best = ranked.iter_mut().filter(|found| found.is_some()).min_by_key(|found| found.map(|(rank, _)| rank));
        best?.take().map(|(_, row)| row)
    })
}

/// How well a row matches, lower is better: how many of its words were given (reversed), how many
/// were not, and its number.
type Rank = (Reverse<usize>, usize, u8);

fn rank(row: &Row, parts: &[&str]) -> Rank {
    let found = row_words(row).filter(|own| is_given(own, parts)).count();
    (Reverse(found), row_words(row).count().saturating_sub(found), row.number)
}

/// Returns whether a row contains all words of `parts`.
fn has_all(row: &Row, parts: &[&str]) -> bool {
    let has_word = |word: &str| match as_code(word) {
        Some(code) => row.code == Some(code),
        None => row_words(row).any(|own| is_same(own, word)),
    };
    given(parts).next().is_some() && given(parts).all(has_word)
}

/// Returns whether `parts` contains a whole phrase of a row, and no code other than the row's.
fn has_phrase(row: &Row, parts: &[&str]) -> bool {
    let has_code = given(parts).filter_map(as_code).all(|code| row.code == Some(code));
    let mut phrases = row.words.into_iter().flat_map(|words| words.split([',']));
    has_code && phrases.any(|phrase| words(phrase).all(|own| is_given(own, parts)))
}

/// Returns the words of all parts.
fn given<'q>(parts: &'q [&'q str]) -> impl Iterator<Item = &'q str> {
    parts.iter().flat_map(|part| words(part))
}

fn is_given(own: &str, parts: &[&str]) -> bool {
    given(parts).any(|word| is_same(own, word))
}

/// Returns the words of a row in both languages, with repetitions.
fn row_words(row: &Row) -> impl Iterator<Item = &'static str> {
    row.status.into_iter().chain(row.words).flat_map(words)
}

/// Parses a word as one of ClickSend's codes. Returns `None` for any other number, which is a word
/// like the others.
fn as_code(word: &str) -> Option<u16> {
    let code = word.parse().ok()?;
    ROWS.iter().any(|row| row.code == Some(code)).then_some(code)
}
