//! The lines of `smsc codes --json`. Each line names its table, and all lines of a table have the
//! same keys.

#![expect(clippy::doc_markdown, reason = "GetCourse and ClickSend are names")]

use serde::Serialize;
use sms_outcome::{ApiRow, Codes, Row, Step, Symptom, clicksend, getcourse};
use smsc_proto::{ApiErrorCode, CodeName, Endpoint, ErrCode, MessageType, StatusCode};

use crate::outcome::{EveryLang, FullOutcomeJson};

/// A code with its outcome.
#[derive(Serialize)]
pub(super) struct CodeLine {
    table: &'static str,
    code: i32,
    #[serde(flatten)]
    outcome: FullOutcomeJson,
}

impl CodeLine {
    pub(super) fn new(table: &'static str, row: &Row) -> Self {
        Self { table, code: row.code, outcome: (&row.outcome).into() }
    }
}

/// An API error with its outcome at an endpoint; `endpoint` is `null` if it means the same at every
/// endpoint.
#[derive(Serialize)]
pub(super) struct ApiErrorLine {
    table: &'static str,
    code: ApiErrorCode,
    endpoint: Option<&'static str>,
    #[serde(flatten)]
    outcome: FullOutcomeJson,
}

impl ApiErrorLine {
    pub(super) fn new(row: &ApiRow) -> Self {
        let endpoint = row.endpoint.map(Endpoint::name);
        Self { table: "error_code", code: row.code, endpoint, outcome: (&row.outcome).into() }
    }
}

/// One of ClickSend's codes and words outside its list of statuses.
#[derive(Serialize)]
pub(super) struct WordLine {
    table: &'static str,
    words: &'static [&'static str],
    #[serde(flatten)]
    outcome: FullOutcomeJson,
}

impl WordLine {
    pub(super) fn new(word: &clicksend::Word) -> Self {
        Self { table: "clicksend_word", words: word.texts, outcome: (&word.outcome).into() }
    }
}

/// A message type, which has a name and no outcome.
#[derive(Serialize)]
pub(super) struct NameLine {
    table: &'static str,
    code: i32,
    en: &'static str,
    ru: &'static str,
}

impl NameLine {
    pub(super) fn new(table: &'static str, name: &CodeName) -> Self {
        Self { table, code: name.code, en: name.en, ru: name.ru }
    }
}

/// One of GetCourse's texts, with the codes that it means.
#[derive(Serialize)]
pub(super) struct GetCourseLine {
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
    pub(super) fn new(row: &getcourse::Row) -> Self {
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
#[derive(Serialize)]
pub(super) struct ClickSendLine {
    table: &'static str,
    row: u8,
    receipt_error: Option<u8>,
    status_en: &'static str,
    status_fr: &'static str,
    code: Option<u16>,
    words_en: &'static str,
    words_fr: &'static str,
    #[serde(flatten)]
    outcome: FullOutcomeJson,
}

impl ClickSendLine {
    pub(super) fn new(row: &clicksend::Row) -> Self {
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

/// A cause of a symptom. The first causes of an API error are the explanations and advice of the error
/// itself.
#[derive(Serialize)]
pub(super) struct CauseLine {
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
    pub(super) fn new(symptom: Symptom, number: usize, step: Step) -> Self {
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
