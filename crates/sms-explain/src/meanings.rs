//! The meanings of a question, with a search for similar texts.

use sms_outcome::{Explanation, Key, Question, clicksend, explain, get, getcourse, known_texts};
use smsc_proto::{Detail, Format, MessageType, Query, Reply};

use crate::ask::Ask;
use crate::similar::{self, Match};
use crate::titles;

/// The meanings of a question, the best match first; none if the text or the number is not known.
#[derive(Debug)]
pub struct Meanings {
    /// The way in which the text in the question relates to the known one whose meanings these are. `None` if it
    /// is a known one itself, or there is no text.
    pub known: Option<Match<'static>>,
    /// The meanings.
    pub found: Vec<Explanation>,
}

impl Meanings {
    /// Returns the meanings of a question: as the tables explain it, as the title of a code, as
    /// codes in a text, or of the known text that a text contains or is similar to.
    #[must_use]
    pub fn of(question: Question<'_>) -> Self {
        let found = exact(question);
        if !found.is_empty() {
            return Self { known: None, found };
        }
        let is_number = matches!(question, Question::ClickSend(text) if text.trim().parse::<u64>().is_ok());
        let text = question_text(&question).filter(|_| !is_number);
        let Some(known) = text.and_then(|text| similar::find(text, known_to(question))) else {
            return Self { known: None, found };
        };
        let again = match question {
            Question::ClickSend(_) => Question::ClickSend(known.known()),
            Question::GetCourse(_) => Question::GetCourse(known.known()),
            _ => Question::Text(known.known()),
        };
        Self { known: Some(known), found: exact(again) }
    }
}

/// Returns what a question means without a search for similar texts: as the library explains it, as
/// the title of a code, or as codes in a text.
fn exact(question: Question<'_>) -> Vec<Explanation> {
    let found: Vec<_> = explain(question).collect();
    let text = match question {
        Question::Text(text) | Question::GetCourse(text) if found.is_empty() => text,
        _ => return found,
    };
    let codes = titles::codes_of(text).or_else(|| codes_in(text));
    codes.map(|codes| explain(codes).collect()).unwrap_or_default()
}

/// Returns the codes that a text is, or the API error before a text in brackets. The status has to
/// be a known one.
fn codes_in(text: &str) -> Option<Question<'_>> {
    let (number, has_text) = text.split_once('(').map_or((text, false), |(number, _)| (number, true));
    let parsed = Ask::parse(number, None, MessageType::SMS, None);
    let Ok(Ask::Codes(codes) | Ask::Either(codes, _)) = parsed else { return None };
    let is_known = match codes {
        Question::Status(status, ..) => !has_text && get(Key::Status(status)).is_some(),
        _ => true,
    };
    is_known.then_some(codes)
}

/// Returns the texts that are known where a question looks for its text.
#[must_use]
pub fn known_to(question: Question<'_>) -> Vec<&'static str> {
    match question {
        Question::Text(_) => known_texts().chain(titles::all()).collect(),
        Question::GetCourse(_) => getcourse::texts().chain(titles::all()).collect(),
        Question::ClickSend(_) => clicksend::texts().collect(),
        _ => Vec::new(),
    }
}

/// Returns the text of a question about one.
#[must_use]
pub const fn question_text<'a>(question: &Question<'a>) -> Option<&'a str> {
    match question {
        Question::Text(text) | Question::GetCourse(text) | Question::ClickSend(text) => Some(text),
        _ => None,
    }
}

/// Returns whether a text is a number of both of ClickSend's lists, which never mean the same.
#[must_use]
pub fn is_in_both_lists(text: &str) -> bool {
    text.trim().parse().is_ok_and(|number| clicksend::row(number).is_some() && clicksend::error(number).is_some())
}

/// Returns whether a text is a reply to any request.
#[must_use]
pub fn is_reply(text: &str) -> bool {
    let is_read = |query: Query<'_>| match query.read(text.as_bytes()) {
        Ok(Reply::Records(mut records)) => records.next().is_some_and(|record| record.is_ok()),
        _ => false,
    };
    [Format::KeyValue, Format::Values, Format::Xml, Format::Json].into_iter().any(|format| {
        let query = Query::new(format, Detail::Status);
        query.guess(text.as_bytes()).next().is_some() || is_read(query)
    })
}
