//! ClickSend's published delivery statuses (S2).

use core::cmp::Reverse;

use crate::fold::{is_same, words};
use crate::outcome::Outcome;

mod rows;

pub use rows::ROWS;

/// One of ClickSend's delivery statuses (S2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Row {
    /// Its place in ClickSend's list, from 1 (S2).
    pub number: u8,
    /// The status text in English and in French (S2); in French empty where the page has none of its own.
    pub status: [&'static str; 2],
    /// The status code (S2); one row has none.
    pub code: Option<u16>,
    /// Localized of the description in English and in French, the phrases parted by commas (S2).
    pub words: [&'static str; 2],
    /// What it means (S2).
    pub outcome: Outcome,
}

/// The row of a number (S2).
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

/// The rows that fit what is known of a delivery, best first (S2): any of the status text, the code and the description, in English or French, each
/// on its own or all in one.
///
/// A row fits if it has all the words given. If none has, those fit of which one phrase is there as a whole: a description may say more than the list does.
/// A code that is given must be the row's own. How well a row fits is how many of its words were given, and then how few of its words were not.
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
    let fits = if ROWS.iter().any(|row| has_all(row, parts)) { has_all } else { has_phrase };
    let mut ranked = [None; ROWS.len()];
    for (place, row) in ranked.iter_mut().zip(ROWS) {
        *place = fits(row, parts).then(|| (rank(row, parts), row));
    }
    // Picked out one by one, as a sort leaves a path to a panic in the program.
    core::iter::from_fn(move || {
        let best = ranked.iter_mut().filter(|found| found.is_some()).min_by_key(|found| found.map(|(rank, _)| rank));
        best?.take().map(|(_, row)| row)
    })
}

/// How well a row fits, the best first: how many of its words were given, how many were not, its number.
type Rank = (Reverse<usize>, usize, u8);

fn rank(row: &Row, parts: &[&str]) -> Rank {
    let met = row_words(row).filter(|own| is_given(own, parts)).count();
    (Reverse(met), row_words(row).count().saturating_sub(met), row.number)
}

fn has_all(row: &Row, parts: &[&str]) -> bool {
    let has_word = |word: &str| match as_code(word) {
        Some(code) => row.code == Some(code),
        None => row_words(row).any(|own| is_same(own, word)),
    };
    given(parts).next().is_some() && given(parts).all(has_word)
}

fn has_phrase(row: &Row, parts: &[&str]) -> bool {
    let has_code = given(parts).filter_map(as_code).all(|code| row.code == Some(code));
    let mut phrases = row.words.into_iter().flat_map(|words| words.split([',']));
    has_code && phrases.any(|phrase| words(phrase).all(|own| is_given(own, parts)))
}

fn given<'q>(parts: &'q [&'q str]) -> impl Iterator<Item = &'q str> {
    parts.iter().flat_map(|part| words(part))
}

fn is_given(own: &str, parts: &[&str]) -> bool {
    given(parts).any(|word| is_same(own, word))
}

/// The words of a row in both languages, each once for each time that it stands there.
fn row_words(row: &Row) -> impl Iterator<Item = &'static str> {
    row.status.into_iter().chain(row.words).flat_map(words)
}

/// One of ClickSend's codes, which are the only numbers that tell rows apart.
fn as_code(word: &str) -> Option<u16> {
    let code = word.parse().ok()?;
    ROWS.iter().any(|row| row.code == Some(code)).then_some(code)
}
