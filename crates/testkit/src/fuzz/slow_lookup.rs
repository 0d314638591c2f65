//! Look-ups in the outcomes by their documentation, written to be checked by reading: every known
//! text is tried, and letters are compared one by one.

use std::sync::LazyLock;

use sms_outcome::clicksend::{self, Row};
use sms_outcome::getcourse;
use sms_outcome::{Cause, Channel, Codes, Key, Outcome, State, get};
use smsc_proto::{ApiErrorCode, CodeName, Endpoint, ErrCode, ErrScope, MessageType, StatusCode};

/// A letter or digit in the form that is compared, and the offset after it in the text. A space
/// separates words.
type Letter = (char, usize);

/// Returns the letters of a text: in one case, without marks, with one space between words.
fn letters(text: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    let mut is_after_gap = false;
    for (at, next) in text.char_indices() {
        if is_mark(next) {
            continue;
        }
        if !next.is_alphanumeric() {
            is_after_gap = !letters.is_empty();
            continue;
        }
        let end = at + next.len_utf8();
        if is_after_gap {
            letters.push((' ', end));
        }
        letters.push((plain(next), end));
        is_after_gap = false;
    }
    letters
}

/// Returns whether a character is a mark above a letter or has no width. Such characters are
/// ignored.
fn is_mark(next: char) -> bool {
    let next = u32::from(next);
    (0x300..=0x36f).contains(&next) || (0x200b..=0x200f).contains(&next) || [0xad, 0x2060, 0xfeff].contains(&next)
}

/// Returns the letter in lower case, without the mark above it.
fn plain(next: char) -> char {
    let lower = next.to_lowercase().next().unwrap_or(next);
    let marked = ["ùûüu", "ёе", "йи", "àâa", "çc", "éèêëe", "îïi", "ôo"];
    marked.iter().find(|letters| letters.contains(lower)).and_then(|letters| letters.chars().last()).unwrap_or(lower)
}

fn folded(text: &str) -> String {
    letters(text).into_iter().map(|(letter, _)| letter).collect()
}

/// Returns the codes of the known text that the text starts with, with or without a label before it:
/// of the longest one, and of two equal ones the first.
pub(super) fn recognise(text: &str) -> Option<Codes> {
    static KNOWN: LazyLock<Vec<(String, Codes)>> =
        LazyLock::new(|| known().into_iter().map(|(known, codes)| (folded(known), codes)).collect());
    let mut fits = Vec::new();
    for text in [Some(text), without_label(text)].into_iter().flatten() {
        fits.extend(KNOWN.iter().filter_map(|(known, codes)| fit(text, known, *codes)));
    }
    let longest = fits.iter().map(|(length, _)| *length).max()?;
    fits.into_iter().find(|(length, _)| *length == longest).map(|(_, codes)| codes)
}

/// Returns the text after the word for an error and the number after it.
fn without_label(text: &str) -> Option<&str> {
    let rest = ["ошибка", "error", "erreur"].into_iter().find_map(|label| after(text, label))?;
    match words(rest).first() {
        Some(number) if is_number(number) => after(rest, number),
        _ => Some(rest),
    }
}

/// Returns the text after these words, if the text starts with them and the last one ends there.
fn after<'t>(text: &'t str, start: &str) -> Option<&'t str> {
    let letters = letters(text);
    let length = start.chars().count();
    if !letters.iter().map(|(letter, _)| *letter).take(length).eq(start.chars()) {
        return None;
    }
    let rest = &text[letters.get(length.checked_sub(1)?)?.1..];
    rest.chars().find(|next| !is_mark(*next)).is_none_or(|next| !next.is_alphanumeric()).then_some(rest)
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns the known texts and their codes: GetCourse's own texts, then the names of statuses, err
/// of phones, err of e-mail, API errors.
fn known() -> Vec<(&'static str, Codes)> {
    let mut known: Vec<_> = getcourse::ROWS.iter().map(|row| (row.text, row.codes)).collect();
    let nothing = Codes { status: None, err: None, kind: MessageType::SMS, api: None, endpoint: None };
    known.extend(StatusCode::TABLE.iter().map(|name| (name.ru, Codes { status: Some(StatusCode(name.code)), ..nothing })));
    for (scope, kind) in [(ErrScope::Phone, MessageType::SMS), (ErrScope::Email, MessageType::EMAIL)] {
        known.extend(ErrCode::table(scope).iter().map(|name| {
            let err = number(name);
            // The name of "no error" means the result of an HLR request. Two err values mean the
            // same as a status.
            let (status, kind) = match err {
                0 => (1, MessageType::HLR),
                248 => (25, kind),
                249 => (22, kind),
                _ => (20, kind),
            };
            (name.ru, Codes { status: Some(StatusCode(status)), err: Some(ErrCode(err)), kind, api: None, endpoint: None })
        }));
    }
    known.extend(ApiErrorCode::TABLE.iter().map(|name| {
        // The texts are about messages to be sent, but for the one about deleting.
        let endpoint = if number(name) == 5 { Endpoint::Status } else { Endpoint::Send };
        (name.ru, Codes { api: Some(ApiErrorCode(number(name))), endpoint: Some(endpoint), ..nothing })
    }));
    known
}

fn number(name: &CodeName) -> u32 {
    u32::try_from(name.code).expect("an err or API error is not negative")
}

/// Returns the number of letters matched and their codes, if the text starts with the known letters
/// and continues in a way that is allowed.
fn fit(text: &str, known: &str, codes: Codes) -> Option<(usize, Codes)> {
    let length = known.chars().count();
    let rest = after(text, known)?;
    if let (Some(status), None) = (codes.status, codes.err) {
        for scope in [ErrScope::Phone, ErrScope::Email] {
            let Some(name) = ErrCode::table(scope).iter().find(|name| folded(name.ru) == folded(rest)) else { continue };
            let kind = match (number(name), scope) {
                (0, _) => codes.kind,
                (_, ErrScope::Phone) => MessageType::SMS,
                (_, ErrScope::Email) => MessageType::EMAIL,
            };
            let codes = Codes { status: Some(status), err: Some(ErrCode(number(name))), kind, ..codes };
            return Some((length + folded(rest).chars().count(), codes));
        }
    }
    let first = rest.chars().find(|next| next.is_alphanumeric() || ".,:;()[]-–—…/|·»\"\n".contains(*next));
    let is_before_punctuation = first.is_some_and(|next| !next.is_alphanumeric());
    let is_before_number = !rest.trim().is_empty() && is_number(rest.trim());
    (folded(rest).is_empty() || is_before_punctuation || is_before_number).then_some((length, codes))
}

/// Returns the numbers of ClickSend's rows that match, best first.
pub(super) fn find(parts: &[&str]) -> Vec<u8> {
    static OWN: LazyLock<Vec<(&Row, Vec<String>)>> =
        LazyLock::new(|| clicksend::ROWS.iter().map(|row| (row, own_words(row))).collect());
    let given: Vec<&str> = parts.iter().flat_map(|part| words(part)).collect();
    let codes: Vec<u16> = given.iter().filter_map(|word| code(word)).collect();
    let others: Vec<String> = given.iter().filter(|word| code(word).is_none()).map(|word| folded(word)).collect();
    let given: Vec<String> = given.into_iter().map(folded).collect();
    let has_codes = |row: &Row| codes.iter().all(|code| row.code == Some(*code));
    let has_phrase = |row: &Row| {
        let is_given = |own: &str| given.contains(&folded(own));
        row.words.iter().flat_map(|words| words.split(',')).any(|phrase| words(phrase).into_iter().all(is_given))
    };
    let has_all = |own: &[String]| !given.is_empty() && others.iter().all(|word| own.contains(word));
    let mut fitting: Vec<_> = OWN.iter().filter(|(row, own)| has_codes(row) && has_all(own)).collect();
    if fitting.is_empty() {
        fitting = OWN.iter().filter(|(row, _)| has_codes(row) && has_phrase(row)).collect();
    }
    let met = |own: &[String]| own.iter().filter(|own| given.contains(own)).count();
    // Of a code alone, the first row and those that receipts confirm are the commonest.
    let rarity = |row: &Row| usize::from(![1, 13, 16, 21].contains(&row.number));
    let others = |row: &Row, own: &[String]| if others.is_empty() { rarity(row) } else { own.len() - met(own) };
    fitting.sort_by_key(|(row, own)| (std::cmp::Reverse(met(own)), others(row, own), row.number));
    fitting.into_iter().map(|(row, _)| row.number).collect()
}

/// Splits a text at the characters between words. Parts without a letter are left out.
fn words(text: &str) -> Vec<&str> {
    let is_gap = |next: char| !is_mark(next) && !next.is_alphanumeric();
    text.split(is_gap).filter(|word| !folded(word).is_empty()).collect()
}

fn own_words(row: &Row) -> Vec<String> {
    row.status.iter().chain(&row.words).flat_map(|text| words(text)).map(folded).collect()
}

/// Parses a number that is the code of a row.
fn code(word: &str) -> Option<u16> {
    word.parse().ok().filter(|code| clicksend::ROWS.iter().any(|row| row.code == Some(*code)))
}

/// Returns the parts of an outcome that do not depend on the language.
pub(super) fn verdict(outcome: &Outcome) -> impl PartialEq + std::fmt::Debug + use<> {
    (outcome.state, outcome.is_final, outcome.cause, outcome.retry, outcome.suppress)
}

/// Returns the outcome of a status, its err and a type by the six rules of docs/outcomes.md.
/// Returns `None` if the outcome depends on a code that no table contains.
pub(super) fn expected(status: i32, err: Option<u32>, kind: MessageType) -> Option<Outcome> {
    let channel = match (kind.0, status) {
        (10, _) => Channel::Viber,
        (12, _) => Channel::Social,
        // Only e-mails are reported as spam.
        (8, _) | (_, 6) => Channel::Email,
        _ => Channel::Phone,
    };
    let row = row(status, err, kind)?;
    Some(Outcome { suppress: row.suppress.map(|_| channel), ..row })
}

/// Returns the row that decides everything but the channel.
fn row(status: i32, err: Option<u32>, kind: MessageType) -> Option<Outcome> {
    let scope = if kind == MessageType::EMAIL { ErrScope::Email } else { ErrScope::Phone };
    let of_err = |err: u32| get(Key::Err(scope, ErrCode(err)));
    let of_status = get(Key::StatusOf(kind, StatusCode(status)));
    match (status, err) {
        (_, Some(200)) if scope == ErrScope::Phone => of_err(200),
        // Nobody has said whether the number can be reached: unknown and final, as err 200 is.
        (1, None) if kind == MessageType::HLR => of_err(200),
        (1, Some(err)) if kind == MessageType::HLR => of_err(err),
        (1 | 2 | 4 | 6, _) => of_status,
        (_, Some(245)) => of_err(245),
        (22, Some(249)) => of_err(249),
        (-3 | -2 | -1 | 0 | 22 | 24, _) | (3 | 20 | 23 | 25, None | Some(0)) => of_status,
        (3 | 20 | 23 | 25, Some(err)) => of_err(err).or(of_status),
        (_, err) => {
            let unknown = sms_outcome::lookup(StatusCode(i32::MAX), None, kind);
            assert!(unknown.state == State::Unknown && !unknown.is_final && unknown.cause == Cause::None);
            let cause = err.filter(|err| *err != 0).and_then(of_err).map_or(unknown.cause, |row| row.cause);
            Some(Outcome { cause, ..unknown })
        }
    }
}
