//! All codes and texts with their outcomes, as the lines of `smsc codes --json`. Each line names
//! its table, and all lines of a table have the same keys.

use serde::Serialize;
use sms_outcome::{API_ERRORS, ApiRow, Codes, Row, STATUSES, Step, Symptom, clicksend, diagnose, errs, getcourse, statuses_of};
use smsc_proto::{ApiErrorCode, CodeName, Endpoint, ErrCode, ErrScope, MessageType, StatusCode};

use crate::outcome::{EveryLang, FullOutcome};

/// Returns the tables of codes with outcomes: the name in JSON and the rows of each.
#[must_use]
pub fn tables() -> [(&'static str, Vec<&'static Row>); 5] {
    [
        ("status", STATUSES.iter().collect()),
        ("status_email", statuses_of(MessageType::EMAIL).iter().collect()),
        ("status_other", statuses_of(MessageType::CALL).iter().collect()),
        ("err", errs(ErrScope::Phone).collect()),
        ("err_email", errs(ErrScope::Email).collect()),
    ]
}

/// A line about a code, a text or a cause, to be serialised.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub struct CodeLine(Kind);

/// Returns the lines of all tables.
pub fn lines() -> impl Iterator<Item = CodeLine> {
    let of_tables =
        tables().into_iter().flat_map(|(table, rows)| rows.into_iter().map(move |row| Kind::Outcome(OutcomeLine::new(table, row))));
    let causes = Symptom::ALL.into_iter().flat_map(|symptom| {
        diagnose(symptom).enumerate().map(move |(at, step)| Kind::Cause(CauseLine::new(symptom, at + 1, step)))
    });
    of_tables
        .chain(API_ERRORS.iter().map(|row| Kind::ApiError(ApiErrorLine::new(row))))
        .chain(MessageType::TABLE.iter().map(|name| Kind::Name(NameLine::new("type", name))))
        .chain(getcourse::ROWS.iter().map(|row| Kind::GetCourse(GetCourseLine::new(row))))
        .chain(clicksend::ROWS.iter().map(|row| Kind::ClickSend(ClickSendLine::new(row))))
        .chain(clicksend::WORDS.iter().map(|word| Kind::Word(WordLine::new(word))))
        .chain(causes)
        .map(CodeLine)
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Kind {
    Outcome(OutcomeLine),
    ApiError(ApiErrorLine),
    Name(NameLine),
    GetCourse(GetCourseLine),
    ClickSend(ClickSendLine),
    Word(WordLine),
    Cause(CauseLine),
}

/// A code with its outcome.
#[derive(Debug, Serialize)]
struct OutcomeLine {
    table: &'static str,
    code: i32,
    #[serde(flatten)]
    outcome: FullOutcome,
}

impl OutcomeLine {
    fn new(table: &'static str, row: &Row) -> Self {
        Self { table, code: row.code, outcome: (&row.outcome).into() }
    }
}

/// An API error with its outcome at an endpoint; `endpoint` is `null` if it means the same at every
/// endpoint.
#[derive(Debug, Serialize)]
struct ApiErrorLine {
    table: &'static str,
    code: ApiErrorCode,
    endpoint: Option<&'static str>,
    #[serde(flatten)]
    outcome: FullOutcome,
}

impl ApiErrorLine {
    fn new(row: &ApiRow) -> Self {
        let endpoint = row.endpoint.map(Endpoint::name);
        Self { table: "error_code", code: row.code, endpoint, outcome: (&row.outcome).into() }
    }
}

/// One of ClickSend's codes and words outside its list of statuses.
#[derive(Debug, Serialize)]
struct WordLine {
    table: &'static str,
    words: &'static [&'static str],
    #[serde(flatten)]
    outcome: FullOutcome,
}

impl WordLine {
    fn new(word: &clicksend::Word) -> Self {
        Self { table: "clicksend_word", words: word.texts, outcome: (&word.outcome).into() }
    }
}

/// A message type, which has a name and no outcome.
#[derive(Debug, Serialize)]
struct NameLine {
    table: &'static str,
    code: i32,
    en: &'static str,
    ru: &'static str,
}

impl NameLine {
    fn new(table: &'static str, name: &CodeName) -> Self {
        Self { table, code: name.code, en: name.en, ru: name.ru }
    }
}

/// One of GetCourse's texts, with the codes that it means.
#[derive(Debug, Serialize)]
struct GetCourseLine {
    table: &'static str,
    text: &'static str,
    status: Option<StatusCode>,
    err: Option<ErrCode>,
    r#type: MessageType,
    error_code: Option<ApiErrorCode>,
    endpoint: Option<&'static str>,
    unsubscribes: bool,
    advice: EveryLang,
}

impl GetCourseLine {
    fn new(row: &getcourse::Row) -> Self {
        let Codes { status, err, kind, api, endpoint } = row.codes;
        Self {
            table: "getcourse",
            text: row.text,
            status,
            err,
            r#type: kind,
            error_code: api,
            endpoint: endpoint.map(Endpoint::name),
            unsubscribes: row.unsubscribes,
            advice: row.advice.into(),
        }
    }
}

/// One of ClickSend's statuses.
#[derive(Debug, Serialize)]
struct ClickSendLine {
    table: &'static str,
    row: u8,
    receipt_error: Option<u8>,
    status_en: &'static str,
    status_fr: &'static str,
    code: Option<u16>,
    words_en: &'static str,
    words_fr: &'static str,
    #[serde(flatten)]
    outcome: FullOutcome,
}

impl ClickSendLine {
    fn new(row: &clicksend::Row) -> Self {
        let ([status_en, status_fr], [words_en, words_fr]) = (row.status, row.words);
        let outcome = (&row.outcome).into();
        Self {
            table: "clicksend",
            row: row.number,
            receipt_error: row.error,
            status_en,
            status_fr,
            code: row.code,
            words_en,
            words_fr,
            outcome,
        }
    }
}

/// A cause of a symptom. The first causes of an API error are the explanations and advice of the
/// error itself.
#[derive(Debug, Serialize)]
struct CauseLine {
    table: &'static str,
    symptom: &'static str,
    title: EveryLang,
    number: usize,
    cause: EveryLang,
    check: EveryLang,
    source: &'static str,
    judgement: bool,
}

impl CauseLine {
    fn new(symptom: Symptom, number: usize, step: Step) -> Self {
        Self {
            table: "symptom",
            symptom: symptom.name(),
            title: symptom.title().into(),
            number,
            cause: step.cause.into(),
            check: step.check.into(),
            source: step.source,
            judgement: step.is_judgement,
        }
    }
}
