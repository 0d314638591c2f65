//! Answers to questions about codes, texts and receipts.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sms_explain::card::{Card, heading, of_codes, titled};
use sms_explain::{
    Ask, AskError, CauseLine, ChapterLine, Line, Meanings, is_in_both_lists, is_reply, known_to, parse_receipts, question_text,
    similar,
};
use sms_outcome::{Codes, Explanation, Symptom, diagnose, story};
use smsc_proto::{ApiErrorCode, Endpoint, ErrCode, Lang, MessageType, StatusCode};

/// A question, with the keys of the cases in `testdata/outcomes`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Question {
    /// Codes in any notation, or a text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) words: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) status: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) err: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) r#type: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) api_error: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) endpoint: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) getcourse: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) clicksend: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) clicksend_row: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) clicksend_error: Option<u32>,
    /// Receipts as JSON, or as a string with JSON or a form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) clicksend_receipt: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) story: Option<Vec<(i32, Option<u32>)>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) diagnose: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) number: Option<u32>,
}

/// The answer to a question.
#[derive(Default, Serialize)]
pub(crate) struct Answer<'a> {
    items: Vec<Item<'a>>,
    causes: Vec<CauseLine>,
    /// The relation of the text to the known one: `contains` or `similar`, and the known one.
    #[serde(skip_serializing_if = "Option::is_none")]
    known: Option<[&'static str; 2]>,
    /// The fact that decides between the items, if there are several: `endpoint`, `receipt` or `list`.
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<&'static str>,
    /// The other meaning that the codes could have, in the notation to type for that.
    #[serde(skip_serializing_if = "Option::is_none")]
    other: Option<String>,
    /// Similar texts that are known, if this one is not.
    suggestions: Vec<&'static str>,
    /// The reason why there is no answer: `empty`, `range`, `together`, `reply`, `receipt`, `symptom` or
    /// `unknown`.
    #[serde(skip_serializing_if = "Option::is_none")]
    refused: Option<&'static str>,
}

/// One meaning.
#[derive(Serialize)]
struct Item<'a> {
    /// The line that `smsc explain --json` prints.
    line: Value,
    heading: String,
    card: Card,
    /// Whether the item decides the state of a message with several statuses.
    #[serde(skip_serializing_if = "Option::is_none")]
    decides: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remark: Option<&'a str>,
    causes: Vec<CauseLine>,
}

impl Answer<'_> {
    fn refused(reason: &'static str) -> Self {
        Self { refused: Some(reason), ..Self::default() }
    }
}

/// Returns the answer to a question, in a language.
pub(crate) fn answer(question: &Question, lang: Lang) -> Answer<'static> {
    let kind = MessageType(question.r#type.unwrap_or(0));
    if let Some(name) = &question.diagnose {
        return symptom(name, question.number, lang);
    }
    if let Some(statuses) = &question.story {
        return chapters(statuses, kind, lang);
    }
    if let Some(receipts) = &question.clicksend_receipt {
        let text = receipts.as_str().map_or_else(|| receipts.to_string(), str::to_owned);
        return of_receipts(text.as_bytes(), lang);
    }
    if let Some(words) = &question.words {
        return match Ask::parse(words, question.err, kind, endpoint(question)) {
            Ok(Ask::Codes(question)) => one(question, lang),
            Ok(Ask::Text(text)) => one(sms_outcome::Question::Text(text), lang),
            Ok(Ask::Either(question, other)) => Answer { other: Some(other), ..one(question, lang) },
            Err(AskError::Empty) => Answer::refused("empty"),
            Err(AskError::OutOfRange(_)) => Answer::refused("range"),
            Err(AskError::Together) => Answer::refused("together"),
        };
    }
    asked(question, kind).map_or_else(|| Answer::refused("empty"), |question| one(question, lang))
}

fn endpoint(question: &Question) -> Option<Endpoint> {
    question.endpoint.as_deref().and_then(Endpoint::from_name)
}

/// Returns the question about one code or text.
fn asked(question: &Question, kind: MessageType) -> Option<sms_outcome::Question<'_>> {
    use sms_outcome::Question as Asked;
    fn filled(text: Option<&String>) -> Option<&str> {
        text.map(String::as_str).filter(|text| !text.trim().is_empty())
    }
    let err = question.err.map(ErrCode);
    let of_err = |err| {
        let codes = Codes::of_err(err, kind);
        Asked::Status(codes.status.unwrap_or(StatusCode::UNDELIVERABLE), codes.err, codes.kind)
    };
    [
        question.status.map(|status| Asked::Status(StatusCode(status), err, kind)),
        question.api_error.map(|code| Asked::ApiError(ApiErrorCode(code), endpoint(question))),
        filled(question.text.as_ref()).map(Asked::Text),
        filled(question.getcourse.as_ref()).map(Asked::GetCourse),
        filled(question.clicksend.as_ref()).map(Asked::ClickSend),
        question.clicksend_row.map(Asked::ClickSendRow),
        question.clicksend_error.map(Asked::ClickSendError),
        err.map(of_err),
    ]
    .into_iter()
    .flatten()
    .next()
}

fn one(question: sms_outcome::Question<'_>, lang: Lang) -> Answer<'static> {
    let Meanings { known, found } = Meanings::of(question);
    if found.is_empty() {
        return unknown(question);
    }
    let is_both = matches!(question, sms_outcome::Question::ClickSend(text) if is_in_both_lists(text));
    Answer {
        items: found.iter().map(|explanation| item(explanation, None, known.map(similar::Match::name), lang)).collect(),
        known: known.map(|known| [known.name(), known.known()]),
        hint: if is_both { Some("list") } else { hint(question, found.len()) },
        ..Answer::default()
    }
}

fn unknown(question: sms_outcome::Question<'_>) -> Answer<'static> {
    match question_text(&question) {
        Some(text) if !matches!(question, sms_outcome::Question::ClickSend(_)) && is_reply(text) => Answer::refused("reply"),
        Some(text) => Answer { suggestions: similar::suggestions(text, &known_to(question)), ..Answer::refused("unknown") },
        None => Answer::refused("unknown"),
    }
}

/// Returns what would decide between several meanings.
fn hint(question: sms_outcome::Question<'_>, count: usize) -> Option<&'static str> {
    match question {
        _ if count < 2 => None,
        sms_outcome::Question::ApiError(..) => Some("endpoint"),
        sms_outcome::Question::ClickSendReceipt(_) | sms_outcome::Question::ClickSend(_) => Some("receipt"),
        _ => None,
    }
}

fn item(explanation: &Explanation, receipt: Option<usize>, known: Option<&'static str>, lang: Lang) -> Item<'static> {
    let place = receipt.map_or_else(String::new, |at| format!("{at}. "));
    let outcome = &explanation.outcome;
    Item {
        line: json(&Line::new(explanation, receipt, known, lang)),
        heading: titled(&format!("{place}{}", heading(explanation, lang)), &outcome.title, lang),
        card: Card::new(outcome, lang),
        decides: None,
        remark: None,
        causes: explanation.symptom().into_iter().flat_map(|symptom| causes(symptom, lang)).collect(),
    }
}

fn of_receipts(bytes: &[u8], lang: Lang) -> Answer<'static> {
    let Ok(receipts) = parse_receipts(bytes) else { return Answer::refused("receipt") };
    let mut answer = Answer::default();
    for (at, fields) in receipts.iter().enumerate() {
        let question = sms_outcome::Question::ClickSendReceipt(fields.receipt());
        let found: Vec<_> = sms_outcome::explain(question).collect();
        let place = (receipts.len() > 1).then_some(at + 1);
        answer.items.extend(found.iter().map(|explanation| item(explanation, place, None, lang)));
        answer.hint = answer.hint.or_else(|| hint(question, found.len()));
    }
    answer
}

fn chapters(statuses: &[(i32, Option<u32>)], kind: MessageType, lang: Lang) -> Answer<'static> {
    let statuses = statuses.iter().map(|(status, err)| (StatusCode(*status), err.map(ErrCode)));
    let items = story(statuses, kind).map(|chapter| Item {
        line: json(&ChapterLine::new(&chapter, kind, lang)),
        heading: of_codes(Codes { err: chapter.err, kind, ..Codes::status(chapter.status) }, lang),
        card: Card::new(&chapter.outcome, lang),
        decides: Some(chapter.decides),
        remark: Some(chapter.remark.get(lang)),
        causes: Vec::new(),
    });
    Answer { items: items.collect(), ..Answer::default() }
}

fn symptom(name: &str, number: Option<u32>, lang: Lang) -> Answer<'static> {
    match Symptom::ALL.into_iter().find(|symptom| symptom.name() == name) {
        Some(symptom) => {
            let symptom = number.map_or(symptom, |number| Symptom::ApiError(ApiErrorCode(number)));
            Answer { causes: causes(symptom, lang).collect(), ..Answer::default() }
        }
        None => Answer::refused("symptom"),
    }
}

fn causes(symptom: Symptom, lang: Lang) -> impl Iterator<Item = CauseLine> {
    diagnose(symptom).map(move |step| CauseLine::new(&step, lang))
}

fn json(value: &impl Serialize) -> Value {
    // The lines have string keys only, so that nothing fails.
    serde_json::to_value(value).unwrap_or_default()
}

impl Question {
    /// Returns the question about receipts, as JSON or as a form.
    pub(crate) fn of_receipt(text: &str) -> Self {
        Self { clicksend_receipt: Some(Value::String(text.to_owned())), ..Self::default() }
    }
}
