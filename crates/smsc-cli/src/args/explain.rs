//! The options of `smsc explain` and `smsc diagnose`.

#![expect(clippy::doc_markdown, reason = "the comments are the help text, which has no Markdown")]

use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use sms_outcome::{Question, Symptom};
use smsc_proto::{ApiErrorCode, Endpoint, ErrCode, MessageType, StatusCode};

use super::{LangArg, parse_flag};

/// The options that are about no message, or about one whose type is in the option itself.
const WITHOUT_TYPE: [&str; 8] =
    ["api_error", "flag", "text", "getcourse", "clicksend", "clicksend_row", "clicksend_error", "clicksend_receipt"];

/// The options that are about no API error.
const WITHOUT_ENDPOINT: [&str; 9] =
    ["status", "flag", "story", "text", "getcourse", "clicksend", "clicksend_row", "clicksend_error", "clicksend_receipt"];

#[derive(Debug, Args)]
pub(crate) struct Explain {
    #[command(flatten)]
    known: Known,
    /// The err of the message, for example 1
    #[arg(requires = "status", value_parser = clap::value_parser!(u32).range(..=0x7fff_ffff))]
    err: Option<u32>,
    /// The type of the message: sms, flash, binary, wap-push, hlr, ping, mms, call, email, viber,
    /// social, or the number of the type
    #[arg(
        long = "type",
        value_name = "TYPE",
        conflicts_with_all = WITHOUT_TYPE,
        value_parser = parse_type,
        default_value = "sms"
    )]
    kind: MessageType,
    /// The script that returned the API error, because the same number means something else in
    /// another one. Without it every meaning is printed
    #[arg(long, requires = "api_error", conflicts_with_all = WITHOUT_ENDPOINT, value_parser = endpoint_parser())]
    endpoint: Option<Endpoint>,
    /// The language of the texts
    #[arg(long, value_enum, default_value = "en")]
    pub(crate) lang: LangArg,
    /// Print one JSON object per line, for each matching row
    #[arg(long)]
    pub(crate) json: bool,
}

/// What is known: exactly one of these.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(crate) struct Known {
    /// The status of a message, for example 20 or -3
    #[arg(allow_negative_numbers = true)]
    status: Option<i32>,
    /// The code of an API error, for example 9
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(..=0x7fff_ffff))]
    api_error: Option<u32>,
    /// The value of `flag`: 0 to 65535, or hexadecimal such as 0x0728
    #[arg(long, value_name = "N", value_parser = parse_flag)]
    flag: Option<u16>,
    /// All statuses of one message, the oldest first: STATUS or STATUS/ERR, separated by commas or
    /// spaces
    #[arg(long, value_name = "LIST", allow_hyphen_values = true, value_parser = parse_story)]
    story: Option<Story>,
    /// A text from a log or a page: an English or Russian text of SMSC.ru, a text of GetCourse, or
    /// one of ClickSend. Every source that knows it is printed
    #[arg(long, value_name = "TEXT")]
    text: Option<String>,
    /// A text that GetCourse shows, or the provider's Russian name of a status, an err or an API
    /// error
    #[arg(long, value_name = "TEXT")]
    getcourse: Option<String>,
    /// What ClickSend wrote: words of a status, a code or a description, in English or French. For
    /// a number both the row of the help page and the error code of a receipt are printed
    #[arg(long, value_name = "TEXT|N")]
    clicksend: Option<String>,
    /// The number of a row in the list of ClickSend's help page, 1 to 21
    #[arg(long, value_name = "N")]
    clicksend_row: Option<u32>,
    /// The `error_code` of a ClickSend receipt, 1 to 20
    #[arg(long, value_name = "N")]
    clicksend_error: Option<u32>,
    /// A file with ClickSend receipts or history entries, as JSON or a form; - for standard input
    #[arg(long, value_name = "FILE")]
    clicksend_receipt: Option<PathBuf>,
}

/// What to explain.
pub(crate) enum What<'a> {
    Flag(u16),
    Story(&'a [Status], MessageType),
    Receipt(&'a PathBuf),
    One(Question<'a>),
}

/// A status of a message, with its err.
pub(crate) type Status = (StatusCode, Option<ErrCode>);

/// The statuses of one message. A type of its own, because clap treats a vector as repeated values.
#[derive(Clone, Debug)]
pub(crate) struct Story(Vec<Status>);

impl Explain {
    /// Returns what to explain, or `None` without any option, which clap rejects.
    pub(crate) fn what(&self) -> Option<What<'_>> {
        let known = &self.known;
        if let Some(flag) = known.flag {
            return Some(What::Flag(flag));
        }
        if let Some(Story(statuses)) = &known.story {
            return Some(What::Story(statuses, self.kind));
        }
        if let Some(path) = &known.clicksend_receipt {
            return Some(What::Receipt(path));
        }
        let status = || Some(Question::Status(StatusCode(known.status?), self.err.map(ErrCode), self.kind));
        let api_error = || Some(Question::ApiError(ApiErrorCode(known.api_error?), self.endpoint));
        let text = || known.text.as_deref().map(Question::Text);
        let getcourse = || known.getcourse.as_deref().map(Question::GetCourse);
        let clicksend = || known.clicksend.as_deref().map(Question::ClickSend);
        let row = || known.clicksend_row.map(Question::ClickSendRow);
        let error = || known.clicksend_error.map(Question::ClickSendError);
        let question = status().or_else(api_error).or_else(text).or_else(getcourse).or_else(clicksend).or_else(row);
        question.or_else(error).map(What::One)
    }
}

#[derive(Debug, Args)]
pub(crate) struct Diagnose {
    /// The symptom
    #[arg(value_parser = symptom_parser())]
    symptom: Symptom,
    /// The code of the API error; required for api-error
    #[arg(required_if_eq("symptom", "api-error"), value_parser = clap::value_parser!(u32).range(..=0x7fff_ffff))]
    number: Option<u32>,
    /// The language of the texts
    #[arg(long, value_enum, default_value = "en")]
    pub(crate) lang: LangArg,
    /// Print one JSON object per line, for each cause
    #[arg(long)]
    pub(crate) json: bool,
}

impl Diagnose {
    /// Returns the symptom, or a message if the options do not fit together.
    pub(crate) fn symptom(&self) -> Result<Symptom, &'static str> {
        match (self.symptom, self.number) {
            (Symptom::ApiError(_), Some(number)) => Ok(Symptom::ApiError(ApiErrorCode(number))),
            (_, Some(_)) => Err("only api-error takes a number: remove the number, or use the symptom api-error"),
            (symptom, None) => Ok(symptom),
        }
    }
}

/// Returns a parser of the names of symptoms.
fn symptom_parser() -> impl TypedValueParser<Value = Symptom> {
    let values = Symptom::ALL.map(|symptom| PossibleValue::new(symptom.name()).help(symptom.title().en));
    PossibleValuesParser::new(values)
        .try_map(|name| Symptom::ALL.into_iter().find(|symptom| symptom.name() == name).ok_or("unknown symptom"))
}

/// Returns a parser of the names of endpoints.
fn endpoint_parser() -> impl TypedValueParser<Value = Endpoint> {
    let values = Endpoint::ALL.map(|endpoint| PossibleValue::new(endpoint.name()).help(endpoint.script()));
    PossibleValuesParser::new(values).try_map(|name| Endpoint::from_name(&name).ok_or("unknown endpoint"))
}

/// Parses the statuses of a message.
fn parse_story(text: &str) -> Result<Story, String> {
    let statuses: Option<Vec<_>> = text.split([',', ' ']).filter(|part| !part.is_empty()).map(parse_status).collect();
    statuses
        .filter(|statuses| !statuses.is_empty())
        .map(Story)
        .ok_or_else(|| "expected STATUS or STATUS/ERR, separated by commas, for example 0,20/6,-3".to_owned())
}

fn parse_status(text: &str) -> Option<Status> {
    let (status, err) = text.split_once('/').map_or((text, None), |(status, err)| (status, Some(err)));
    let err = err.map(|err| err.parse().ok().filter(|err| *err <= 0x7fff_ffff)).map_or(Some(None), |err| err.map(Some))?;
    Some((StatusCode(status.parse().ok()?), err.map(ErrCode)))
}

/// Parses a message type, which is a name or a number.
fn parse_type(text: &str) -> Result<MessageType, String> {
    if let Some(known) = MessageType::from_name(text) {
        return Ok(known);
    }
    text.parse().map(MessageType).map_err(|_| {
        let names: Vec<_> = MessageType::TABLE.iter().map(|row| row.ident.to_lowercase().replace('_', "-")).collect();
        format!("expected one of {}, or a number from 0 to 255", names.join(", "))
    })
}
