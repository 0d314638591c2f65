//! The options of `smsc explain` and `smsc diagnose`.

#![expect(clippy::doc_markdown, reason = "the comments are the help, where names stand as they are")]

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use sms_outcome::Symptom;
use smsc_proto::{ApiErrorCode, ErrCode, MessageType, StatusCode};

use super::{LangArg, parse_flag};

#[derive(Debug, Args)]
pub(crate) struct Explain {
    #[command(flatten)]
    known: Known,
    /// What its err is
    #[arg(requires = "status", value_parser = clap::value_parser!(u32).range(..=0x7fff_ffff))]
    err: Option<u32>,
    /// What was sent: sms, flash, binary, wap-push, hlr, ping, mms, call, email, viber, social, or the number of the type
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
    /// Print one JSON object for each row that fits
    #[arg(long)]
    pub(crate) json: bool,
}

/// What is known: one of these.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(crate) struct Known {
    /// The status of a message, for example 20 or -3
    #[arg(allow_negative_numbers = true)]
    status: Option<i32>,
    /// The number of a refused request
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(..=0x7fff_ffff))]
    api_error: Option<u32>,
    /// The value of `flag`: 0 to 65535, or in hexadecimal as 0x0728
    #[arg(long, value_name = "N", value_parser = parse_flag)]
    flag: Option<u16>,
    /// A text that GetCourse shows, or the provider's Russian name of a status or an err
    #[arg(long, value_name = "TEXT")]
    getcourse: Option<String>,
    /// A row of ClickSend's list of statuses, or words of it: status, code, description, in English or French
    #[arg(long, value_name = "ROW|TEXT")]
    clicksend: Option<String>,
}

/// What is to be explained.
pub(crate) enum What<'a> {
    Status(StatusCode, Option<ErrCode>, MessageType),
    ApiError(ApiErrorCode),
    Flag(u16),
    GetCourse(&'a str),
    ClickSend(&'a str),
}

impl Explain {
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
    /// What was noticed
    #[arg(value_parser = symptom_parser())]
    symptom: Symptom,
    /// The number of the API error
    #[arg(required_if_eq("symptom", "api-error"), value_parser = clap::value_parser!(u32).range(..=0x7fff_ffff))]
    number: Option<u32>,
    /// The language of the texts
    #[arg(long, value_enum, default_value = "en")]
    pub(crate) lang: LangArg,
    /// Print one JSON object for each cause
    #[arg(long)]
    pub(crate) json: bool,
}

impl Diagnose {
    /// The symptom, or what is wrong with the options.
    pub(crate) fn symptom(&self) -> Result<Symptom, &'static str> {
        match (self.symptom, self.number) {
            (Symptom::ApiError(_), Some(number)) => Ok(Symptom::ApiError(ApiErrorCode(number))),
            (_, Some(_)) => Err("only api-error takes a number"),
            (symptom, None) => Ok(symptom),
        }
    }
}

/// Takes a symptom by its name.
fn symptom_parser() -> impl TypedValueParser<Value = Symptom> {
    let values = Symptom::ALL.map(|symptom| PossibleValue::new(symptom.name()).help(symptom.title().en));
    PossibleValuesParser::new(values)
        .try_map(|name| Symptom::ALL.into_iter().find(|symptom| symptom.name() == name).ok_or("no such symptom"))
}

fn parse_type(text: &str) -> Result<MessageType, String> {
    if let Some(known) = MessageType::from_name(text) {
        return Ok(known);
    }
    text.parse().map(MessageType).map_err(|_| {
        let names: Vec<_> = MessageType::TABLE.iter().map(|row| row.ident.to_lowercase().replace('_', "-")).collect();
        format!("a type is one of {}, or a number from 0 to 255", names.join(", "))
    })
}
