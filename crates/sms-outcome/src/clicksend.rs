//! ClickSend's statuses: the rows of its help page, the numbers of its older list of errors, which
//! receipts use, and the codes of its API.

use core::cmp::Reverse;

use crate::fold::{is_same, words};
use crate::outcome::Outcome;
use crate::texts::match_text;

mod meaning;
mod receipt;
mod rows;
mod words;

pub(crate) use meaning::Meanings;
pub use receipt::Receipt;
pub(crate) use receipt::of_receipt;
pub use rows::ROWS;
pub use words::{WORDS, Word};

/// One of ClickSend's delivery statuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Row {
    /// The position in the list of ClickSend's help page, from 1.
    pub number: u8,
    /// The number of the same status in the older list (S4), which receipts have as `error_code`.
    /// One row has none, and no number is equal in both lists.
    pub error: Option<u8>,
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

/// Returns the row that a receipt's `error_code` names, with the source of that number, or `None` if
/// the older list has no such number.
///
/// The number of the row is another one: 2 is “scheduled” in a receipt, and row 2 is “delivered”.
///
/// ```
/// use sms_outcome::clicksend::error;
///
/// let absent = error(12).unwrap();
/// assert_eq!((absent.number, absent.outcome.title.en), (13, "Absent subscriber"));
/// assert_eq!(absent.outcome.source, "S4 S5 S2");
/// assert!(error(21).is_none());
/// ```
#[must_use]
pub fn error(number: u8) -> Option<Row> {
    let row = *ROWS.iter().find(|row| row.error == Some(number))?;
    // The older list alone names the other numbers.
    let source = if SEEN_IN_RECEIPTS.contains(&number) { "S4 S5 S2" } else { "S4 S2" };
    Some(Row { outcome: Outcome { source, ..row.outcome }, ..row })
}

/// The numbers of the older list that receipts with a text beside them confirm (S5).
const SEEN_IN_RECEIPTS: [u8; 3] = [12, 15, 20];

/// Returns the code or word that a text consists of, possibly followed by a punctuation mark and
/// anything else, with the spelling that matches.
///
/// ```
/// use sms_outcome::clicksend::word;
///
/// let (spelling, found) = word("invalid number").unwrap();
/// assert_eq!((spelling, found.outcome.title.en), ("INVALID_NUMBER", "Refused: invalid number"));
/// assert!(word("Sent").is_none());
/// ```
#[must_use]
pub fn word(text: &str) -> Option<(&'static str, &'static Word)> {
    let spellings = WORDS.iter().flat_map(|word| word.texts.iter().map(move |known| (*known, word)));
    spellings.into_iter().find(|(known, _)| match_text(text, known).is_some())
}

/// Returns the texts that find a row or a word: the statuses, the phrases of the descriptions, and
/// the words, for example to suggest similar ones.
pub fn texts() -> impl Iterator<Item = &'static str> {
    let phrases = |row: &'static Row| row.words.into_iter().flat_map(|words| words.split(", ")).chain(row.status);
    let words = WORDS.iter().flat_map(|word| word.texts).copied();
    ROWS.iter().flat_map(phrases).filter(|text| !text.is_empty()).chain(words)
}

/// Returns the rows that match what is known about a delivery, the best match first.
///
/// `parts` are any of the status text, the code and the description, in English or French, each as
/// a string of its own or all in one string.
///
/// A row matches if it contains all words of `parts`. If no row does, a row matches if `parts`
/// contains a whole phrase of it, since a description may contain more words than the list. A code
/// in `parts` must be the row's own. A row with more words in `parts` is a better match; among
/// equals, the row with fewer other words is. For a code alone, the commonest rows come first: those
/// whose numbers were seen in receipts (S5), then the others in the order of the list.
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
#[must_use]
pub fn find(parts: &[&str]) -> Ranked {
    let matches = if ROWS.iter().any(|row| has_all(row, parts)) { has_all } else { has_phrase };
    ranked(parts, matches)
}

/// Returns the rows of which a text contains a whole phrase or the status, the best match first.
/// Fewer texts match than in [`find`], since nobody said that they are ClickSend's.
pub(crate) fn find_whole(text: &str) -> Ranked {
    ranked(&[text], |row, parts| has_phrase(row, parts) || is_status(row, text))
}

/// Returns whether a word is the status of a row. A row without a French status has an empty one,
/// which no word is. `Canceled` is the American spelling of receipts.
fn is_status(row: &Row, word: &str) -> bool {
    let word = if is_same(word, "Canceled") { "Cancelled" } else { word };
    row.status.iter().any(|status| !status.is_empty() && is_same(status, word))
}

/// Returns the matching rows, the best match first.
fn ranked(parts: &[&str], matches: impl Fn(&Row, &[&str]) -> bool) -> Ranked {
    let mut ranked = [None; ROWS.len()];
    for (entry, row) in ranked.iter_mut().zip(ROWS) {
        *entry = matches(row, parts).then(|| (rank(row, parts), row));
    }
    Ranked(ranked)
}

/// An iterator over rows, the best match first.
#[derive(Clone, Debug)]
pub struct Ranked([Option<(Rank, &'static Row)>; ROWS.len()]);

impl Iterator for Ranked {
    type Item = &'static Row;

    fn next(&mut self) -> Option<&'static Row> {
        // The minimum is searched for repeatedly, because a sort leaves a path to a panic in the
        // program.
        let found = self.0.iter_mut().filter(|found| found.is_some());
        found.min_by_key(|found| found.map(|(rank, _)| rank))?.take().map(|(_, row)| row)
    }
}

/// How well a row matches, lower is better: how many of its words were given (reversed), how many
/// were not or how rare it is, and its number.
type Rank = (Reverse<usize>, usize, u8);

fn rank(row: &Row, parts: &[&str]) -> Rank {
    let found = row_words(row).filter(|own| is_given(own, parts)).count();
    let is_code_alone = given(parts).all(|word| as_code(word).is_some());
    let others = if is_code_alone { rarity(row) } else { row_words(row).count().saturating_sub(found) };
    (Reverse(found), others, row.number)
}

/// Returns 0 for a row that receipts confirm, and for the first row of code 200, which every message
/// passes; 1 for every other row.
fn rarity(row: &Row) -> usize {
    let is_common = row.number == 1 || row.error.is_some_and(|error| SEEN_IN_RECEIPTS.contains(&error));
    usize::from(!is_common)
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
