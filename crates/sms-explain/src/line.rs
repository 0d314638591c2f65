//! The lines of `smsc explain --json` and `smsc diagnose --json`.

use serde::Serialize;
use sms_outcome::{Chapter, Explanation, InLang, Provider, Step};
use smsc_proto::{ApiErrorCode, Endpoint, ErrCode, Flag, Lang, MessageType, StatusCode, Template};

/// The line of an explanation.
#[derive(Debug, Serialize)]
pub struct Line<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    receipt: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    receipt_error: Option<u8>,
    #[serde(flatten)]
    api_error: Option<ApiError>,
    #[serde(flatten)]
    message: Option<Message>,
    #[serde(flatten)]
    outcome: InLang<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unsubscribes: Option<bool>,
    provider: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'static str>,
    /// How the text that was passed relates to the known one: `contains` or `similar`.
    #[serde(skip_serializing_if = "Option::is_none")]
    r#match: Option<&'static str>,
}

/// An API error. The endpoint is `null` if the error means the same at every endpoint, or if the
/// number is in no table.
#[derive(Debug, Serialize)]
struct ApiError {
    error_code: ApiErrorCode,
    endpoint: Option<&'static str>,
}

/// The codes of a message. The err is `null` if none was given.
#[derive(Debug, Serialize)]
struct Message {
    status: StatusCode,
    err: Option<ErrCode>,
    r#type: MessageType,
}

impl<'a> Line<'a> {
    /// Creates the line of an explanation; `receipt` is the position of the receipt, from 1, if
    /// there are several.
    #[must_use]
    pub fn new(explanation: &'a Explanation, receipt: Option<usize>, known: Option<&'static str>, lang: Lang) -> Self {
        let codes = explanation.codes;
        let message = codes.and_then(|codes| Some(Message { status: codes.status?, err: codes.err, r#type: codes.kind }));
        let api_error =
            codes.and_then(|codes| Some(ApiError { error_code: codes.api?, endpoint: codes.endpoint.map(Endpoint::name) }));
        Self {
            receipt,
            row: explanation.row.map(|row| row.number),
            receipt_error: explanation.row.and_then(|row| row.error),
            api_error,
            message,
            outcome: explanation.outcome.in_lang(lang),
            unsubscribes: explanation.unsubscribes,
            provider: explanation.provider.name(),
            text: explanation.text,
            r#match: known,
        }
    }
}

/// The line of a status in the story of a message.
#[derive(Debug, Serialize)]
pub struct ChapterLine<'a> {
    #[serde(flatten)]
    message: Message,
    #[serde(flatten)]
    outcome: InLang<'a>,
    provider: &'static str,
    decides: bool,
    remark: &'static str,
}

impl<'a> ChapterLine<'a> {
    /// Creates the line of a status in a story.
    #[must_use]
    pub fn new(chapter: &'a Chapter, kind: MessageType, lang: Lang) -> Self {
        Self {
            message: Message { status: chapter.status, err: chapter.err, r#type: kind },
            outcome: chapter.outcome.in_lang(lang),
            provider: Provider::Smsc.name(),
            decides: chapter.decides,
            remark: chapter.remark.get(lang),
        }
    }
}

/// The line of a cause of a symptom.
#[derive(Debug, Serialize)]
pub struct CauseLine {
    cause: &'static str,
    check: &'static str,
    source: &'static str,
    judgement: bool,
}

impl CauseLine {
    /// Creates the line of a cause.
    #[must_use]
    pub const fn new(step: &Step, lang: Lang) -> Self {
        Self { cause: step.cause.get(lang), check: step.check.get(lang), source: step.source, judgement: step.is_judgement }
    }
}

/// The line of the parts of a bitfield.
#[derive(Debug, Serialize)]
pub struct FlagLine {
    flag: u16,
    r#type: u8,
    type_name: Option<&'static str>,
    second_balance: bool,
    template: Option<&'static str>,
    unknown_bits: u16,
}

impl FlagLine {
    /// Creates the line of a bitfield.
    #[must_use]
    pub fn new(flag: Flag) -> Self {
        Self {
            flag: flag.0,
            r#type: flag.message_type().0,
            type_name: flag.message_type().name(Lang::En),
            second_balance: flag.is_second_balance(),
            template: flag.template().map(Template::name),
            unknown_bits: flag.unknown_bits(),
        }
    }
}
