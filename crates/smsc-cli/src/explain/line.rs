//! The lines of `smsc explain --json`.

use serde::Serialize;
use sms_outcome::{Chapter, Explanation, InLang, Provider};
use smsc_proto::{ApiErrorCode, Endpoint, ErrCode, Lang, MessageType, StatusCode};

/// The line of an explanation.
#[derive(Serialize)]
pub(super) struct Line<'a> {
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
#[derive(Serialize)]
struct ApiError {
    error_code: ApiErrorCode,
    endpoint: Option<&'static str>,
}

/// The codes of a message. The err is `null` if none was given.
#[derive(Serialize)]
struct Message {
    status: StatusCode,
    err: Option<ErrCode>,
    r#type: MessageType,
}

impl<'a> Line<'a> {
    /// Creates the line of an explanation; `receipt` is the position of the receipt, from 1, if there
    /// are several.
    pub(super) fn new(explanation: &'a Explanation, receipt: Option<usize>, known: Option<&'static str>, lang: Lang) -> Self {
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
#[derive(Serialize)]
pub(super) struct ChapterLine<'a> {
    #[serde(flatten)]
    message: Message,
    #[serde(flatten)]
    outcome: InLang<'a>,
    provider: &'static str,
    decides: bool,
    remark: &'static str,
}

impl<'a> ChapterLine<'a> {
    pub(super) fn new(chapter: &'a Chapter, kind: MessageType, lang: Lang) -> Self {
        Self {
            message: Message { status: chapter.status, err: chapter.err, r#type: kind },
            outcome: chapter.outcome.in_lang(lang),
            provider: Provider::Smsc.name(),
            decides: chapter.decides,
            remark: chapter.remark.get(lang),
        }
    }
}
