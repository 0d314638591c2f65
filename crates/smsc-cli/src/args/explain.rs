//! The options of `smsc explain` and `smsc diagnose`.

#![expect(clippy::doc_markdown, reason = "the comments are the help text, which has no Markdown")]

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use sms_outcome::Symptom;
use smsc_proto::{ApiErrorCode, ErrCode, MessageType, StatusCode};

use super::{LangArg, parse_flag};

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
        conflicts_with_all = ["api_error", "flag", "getcourse", "clicksend"],
        value_parser = parse_type,
        default_value = "sms"
    )]
    kind: MessageType,
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
    /// A text that GetCourse shows, or the provider's Russian name of a status, an err or an API
    /// error
    #[arg(long, value_name = "TEXT")]
    getcourse: Option<String>,
    /// The number of a row in ClickSend's list of statuses, or words of it: status, code or
    /// description, in English or French
    #[arg(long, value_name = "ROW|TEXT")]
    clicksend: Option<String>,
}

/// What to explain.
pub(crate) enum What<'a> {
    Status(StatusCode, Option<ErrCode>, MessageType),
    ApiError(ApiErrorCode),
    Flag(u16),
    GetCourse(&'a str),
    ClickSend(&'a str),
}

impl Explain {
    /// Returns what to explain, or `None` without any option, which clap rejects.
    pub(crate) fn what(&self) -> Option<What<'_>> {
        let Known { status, api_error, flag, getcourse, clicksend } = &self.known;
        let status = status.map(|status| What::Status(StatusCode(status), self.err.map(ErrCode), self.kind));
        let api_error = api_error.map(|code| What::ApiError(ApiErrorCode(code)));
        let getcourse = getcourse.as_deref().map(What::GetCourse);
        let clicksend = clicksend.as_deref().map(What::ClickSend);
        status.or(api_error).or(flag.map(What::Flag)).or(getcourse).or(clicksend)
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
