//! The kind of the bytes that somebody pasted or dropped: a guess for a person, who can change it.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sms_explain::{Ask, Meanings, known_to, parse_receipts, similar};
use sms_outcome::explain;
use smsc_proto::{Charset, Format, Guess, GuessReason, MessageType, Query, Reply};

use crate::codes_in::{labelled, parts};
use crate::explain::Question;
use crate::options::Options;

/// The length up to which a text is looked up: more than any known one has.
const MAX_TEXT: usize = 1000;
/// The number of lines of a log that are searched, and of those that are returned.
const MAX_LINES: usize = 5000;
const MAX_FOUND: usize = 200;
/// The number of characters of a line that are shown.
const MAX_QUOTE: usize = 300;

/// The facts that are known of the bytes.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Known {
    /// The bytes are the whole input, and not only its start.
    is_whole: bool,
    /// The bytes were pasted, so that they are UTF-8.
    is_pasted: bool,
    /// The person says that the bytes are a reply.
    is_reply: bool,
    /// The options that the person has chosen.
    options: Options,
}

/// The kind that the bytes are taken for.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub(crate) enum Assumed {
    /// Nothing but white space.
    Empty,
    /// A reply to a request with these options.
    Reply(Assumption),
    /// Something to explain.
    Explain { question: Box<Question> },
    /// A bitfield.
    Flag { flag: u16 },
    /// Lines, some of which have something to explain.
    Lines {
        lines: Vec<Found>,
        /// Whether more lines have something.
        is_more: bool,
    },
    /// None of these. Similar texts are known.
    Unknown { suggestions: Vec<&'static str> },
}

/// The options of a reply's request, and how they were found.
#[derive(Debug, Serialize)]
pub(crate) struct Assumption {
    options: Options,
    /// The options that the reply itself shows: `fmt`, `all`, `multi`, `charset`. The others are
    /// those that were chosen, or the usual ones.
    reasons: Vec<&'static str>,
    /// Other options with which the reply reads as well.
    others: Vec<Options>,
}

/// Something to explain in a line.
#[derive(Debug, Serialize)]
pub(crate) struct Found {
    /// The number of the line, from 1.
    line: usize,
    /// The line, or the part of it that is a reply.
    quote: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<Box<Question>>,
    /// The options of a reply, which is the quote.
    #[serde(skip_serializing_if = "Option::is_none")]
    reply: Option<Options>,
}

/// Returns what the bytes are taken for.
pub(crate) fn assume(known: &Known, bytes: &[u8]) -> Assumed {
    let text = std::str::from_utf8(bytes).ok();
    let trimmed = text.unwrap_or("?").trim_matches(|next: char| next.is_whitespace() || next == '\u{feff}');
    if known.is_reply {
        let base = || known.options.query(charset(known));
        let given = Assumption { options: Options::of(&base()), reasons: Vec::new(), others: Vec::new() };
        return Assumed::Reply(reply(known, bytes).unwrap_or(given));
    }
    if trimmed.is_empty() {
        return Assumed::Empty;
    }
    let short = Some(trimmed).filter(|text| text.len() <= MAX_TEXT && !text.contains('\n') && known.is_whole);
    if let Some(found) = of_receipt(trimmed).or_else(|| short.and_then(of_short)) {
        return found;
    }
    if let Some(found) = reply(known, bytes) {
        return Assumed::Reply(found);
    }
    if let Some(question) = page_of_html(trimmed).or_else(|| short.and_then(of_words)) {
        return Assumed::Explain { question: Box::new(question) };
    }
    if known.is_whole && (is_json(trimmed) || !trimmed.contains(char::is_whitespace)) && parse_receipts(trimmed.as_bytes()).is_ok()
    {
        return receipt(trimmed);
    }
    // Bytes of another charset hide no code in ASCII.
    let lines = text.map_or_else(|| String::from_utf8_lossy(bytes), Into::into);
    let mut found = lines.lines().take(MAX_LINES).enumerate().filter_map(|(at, line)| of_line(at + 1, line));
    let lines: Vec<_> = found.by_ref().take(MAX_FOUND).collect();
    if lines.is_empty() {
        let known = known_to(sms_outcome::Question::Text(""));
        let suggestions = short.map(|text| similar::suggestions(text, &known)).unwrap_or_default();
        return Assumed::Unknown { suggestions };
    }
    Assumed::Lines { is_more: found.next().is_some(), lines }
}

/// Returns what a short text certainly is: codes, a bitfield, or a known text.
fn of_short(text: &str) -> Option<Assumed> {
    if let Some(flag) = flag(text) {
        return Some(Assumed::Flag { flag });
    }
    let is_codes = matches!(Ask::parse(text, None, MessageType::SMS, None), Ok(Ask::Codes(_) | Ask::Either(..)));
    let is_known = || explain(sms_outcome::Question::Text(text)).next().is_some();
    (is_codes || is_known()).then(|| Assumed::Explain { question: Box::new(words(text)) })
}

/// Returns the number after the word `flag`.
fn flag(text: &str) -> Option<u16> {
    let rest = text.get(..4).filter(|word| word.eq_ignore_ascii_case("flag")).and_then(|_| text.get(4..))?;
    let number = rest.trim_matches([' ', '=', ':', '"']);
    match number.strip_prefix("0x").or_else(|| number.strip_prefix("0X")) {
        Some(digits) => u16::from_str_radix(digits, 16).ok(),
        None => number.parse().ok(),
    }
}

fn words(text: &str) -> Question {
    Question { words: Some(text.to_owned()), ..Question::default() }
}

/// Returns the question about a text that contains a known one, is similar to one, or names codes.
fn of_words(text: &str) -> Option<Question> {
    let is_known = !Meanings::of(sms_outcome::Question::Text(text)).found.is_empty();
    is_known.then(|| words(text)).or_else(|| labelled(text))
}

/// Returns a ClickSend receipt, if the text has a field that no reply of SMSC.ru has.
fn of_receipt(text: &str) -> Option<Assumed> {
    let is_form = || !text.contains(['{', '<', ' ']) && (text.contains("status_code=") || text.contains("error_text="));
    let is_object = || serde_json::from_str(text).is_ok_and(|value| is_of_clicksend(&value));
    let is_receipt = if is_json(text) { is_object() } else { is_form() };
    (is_receipt && parse_receipts(text.as_bytes()).is_ok()).then(|| receipt(text))
}

fn is_json(text: &str) -> bool {
    text.starts_with(['{', '['])
}

fn receipt(text: &str) -> Assumed {
    Assumed::Explain { question: Box::new(Question::of_receipt(text)) }
}

fn is_of_clicksend(value: &Value) -> bool {
    match value {
        Value::Array(values) => values.iter().any(is_of_clicksend),
        Value::Object(object) => {
            let is_word = |value: &Value| value.as_str().is_some_and(|text| text.parse::<i64>().is_err());
            object.contains_key("status_code")
                || object.contains_key("error_text")
                || object.get("status").is_some_and(is_word)
                || ["data", "messages"].iter().filter_map(|key| object.get(*key)).any(is_of_clicksend)
        }
        _ => false,
    }
}

/// Returns the question about a web page that came instead of a reply.
fn page_of_html(text: &str) -> Option<Question> {
    let start: String = text.chars().take(300).collect::<String>().to_lowercase();
    let is_page = start.starts_with('<') && (start.contains("<html") || start.contains("<!doctype html"));
    is_page.then(|| Question { diagnose: Some("http-error".to_owned()), ..Question::default() })
}

fn charset(known: &Known) -> Charset {
    if known.is_pasted { Charset::Utf8 } else { Charset::Windows1251 }
}

/// Returns the options with which the bytes are a reply.
fn reply(known: &Known, bytes: &[u8]) -> Option<Assumption> {
    let formats = [Format::Values, Format::KeyValue, Format::Xml, Format::Json].map(|format| Some(format as u8));
    let formats = formats.into_iter().filter(|fmt| known.options.fmt.is_none_or(|given| *fmt == Some(given)));
    // No reply about one message is longer than the part that is looked at.
    let multi = known.options.multi.or((!known.is_whole).then_some(true));
    let mut bases = formats.map(|fmt| Options { fmt, multi, ..known.options.clone() }.query(charset(known)));
    bases.find_map(|base| assumption(known, &base, bytes))
}

/// Returns the most likely options of a reply: those of a query if it reads the bytes, or better
/// ones.
fn assumption(known: &Known, base: &Query<'static>, bytes: &[u8]) -> Option<Assumption> {
    // Pasted texts are UTF-8, also if the reply was in another charset.
    let is_allowed =
        |query: &Query<'_>| known.options.allow(query) && !(known.is_pasted && query.get_charset() != base.get_charset());
    let mut guesses = base.guess(bytes).filter(|guess| is_allowed(&guess.query()));
    let Some(guess) = guesses.next() else {
        return reads(base, bytes).then(|| Assumption { options: Options::of(base), reasons: Vec::new(), others: Vec::new() });
    };
    let is_as_good = |other: &Guess<'_>| other.malformed() == guess.malformed() && other.records() == guess.records();
    Some(Assumption {
        options: Options::of(&guess.query()),
        reasons: guess.reasons().filter_map(reason).collect(),
        others: guesses.filter(is_as_good).map(|other| Options::of(&other.query())).collect(),
    })
}

/// Returns whether a query reads the start of a reply.
fn reads(query: &Query<'_>, bytes: &[u8]) -> bool {
    match query.read(bytes) {
        Ok(Reply::Records(mut records)) => records.next().is_some_and(|record| record.is_ok()),
        Ok(Reply::Error(_) | Reply::Deleted) => true,
        Err(_) => false,
    }
}

/// Returns the option that a reason is about.
const fn reason(reason: GuessReason) -> Option<&'static str> {
    match reason {
        GuessReason::Format(_) => Some("fmt"),
        GuessReason::Detail(_) => Some("all"),
        GuessReason::Batch | GuessReason::Single => Some("multi"),
        GuessReason::Charset(_) => Some("charset"),
        // The core has no others.
        _ => None,
    }
}

/// Returns what a line has to explain.
fn of_line(number: usize, line: &str) -> Option<Found> {
    let line = line.trim();
    if line.is_empty() || line.len() > 64 * 1024 {
        return None;
    }
    let quote = |text: &str| text.chars().take(MAX_QUOTE).collect();
    let found = |question: Question| Found { line: number, quote: quote(line), question: Some(Box::new(question)), reply: None };
    for part in parts(line) {
        if let Some(Assumed::Explain { question }) = of_receipt(part) {
            return Some(found(*question));
        }
        // A known text says more than its codes, such as which script wrote it.
        if part.len() <= MAX_TEXT && explain(sms_outcome::Question::Text(part)).next().is_some() {
            return Some(found(words(part)));
        }
        let known = Known { is_whole: true, is_pasted: true, ..Known::default() };
        if let Some(Assumption { options, .. }) = reply(&known, part.as_bytes()) {
            return Some(Found { line: number, quote: part.to_owned(), question: None, reply: Some(options) });
        }
    }
    if let Some(question) = labelled(line) {
        return Some(found(question));
    }
    let text = Some(line).filter(|line| line.len() <= MAX_TEXT)?;
    let is_found = matches!(of_short(text), Some(Assumed::Explain { .. })) || of_words(text).is_some();
    is_found.then(|| found(words(text)))
}

#[cfg(test)]
mod tests;
