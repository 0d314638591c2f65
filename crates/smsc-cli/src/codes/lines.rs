//! The lines of `smsc codes --json`. Each line names its table, and all lines of a table have the
//! same keys.

#![expect(clippy::doc_markdown, reason = "GetCourse and ClickSend are names")]

use serde::Serialize;
use sms_outcome::{Row, Step, Symptom, clicksend, getcourse};
use smsc_proto::{ApiErrorCode, CodeName, ErrCode, MessageType, StatusCode};

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
    unsubscribes: bool,
    advice: EveryLang,
}

impl GetCourseLine {
    pub(super) fn new(row: &getcourse::Row) -> Self {
        let getcourse::Codes { status, err, kind, api } = row.codes;
        Self {
            table: "getcourse",
            text: row.text,
            status,
            err,
            r#type: kind,
            error_code: api,
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
        Self { table: "clicksend", row: row.number, status_en, status_fr, code: row.code, words_en, words_fr, outcome }
    }
}

/// A cause of a symptom. The first cause of an API error is the error's own explanation and advice.
#[derive(Serialize)]
pub(super) struct CauseLine {
    table: &'static str,
    symptom: &'static str,
    title: EveryLang,
    number: usize,
    cause: EveryLang,
    check: EveryLang,
    source: &'static str,
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
        }
    }
}
