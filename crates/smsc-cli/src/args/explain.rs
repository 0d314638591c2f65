//! The options of `smsc explain` and `smsc diagnose`.

#![expect(clippy::doc_markdown, reason = "the comments are the help text, which has no Markdown")]

use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use sms_explain::{Ask, question_text};
use sms_outcome::Question;
use smsc_proto::{ApiErrorCode, Endpoint, ErrCode, MessageType, StatusCode};

use super::parse_flag;
use crate::errors::of_question;
use crate::lang::{fill, tr};

#[derive(Debug, Args)]
pub(crate) struct Explain {
    #[command(flatten)]
    known: Known,
    /// The err of the message, for example 1
    #[arg(long, value_name = "N", hide = true, conflicts_with_all = ["flag", "story", "clicksend_receipt"], value_parser = clap::value_parser!(u32).range(..=0x7fff_ffff))]
    err: Option<u32>,
    /// The type of the message: sms, flash, binary, wap-push, hlr, ping, mms, call, email, viber,
    /// social, or the number of the type [default: sms]
    #[arg(long = "type", value_name = "TYPE", value_parser = parse_type)]
    kind: Option<MessageType>,
    /// The script that returned the API error, because the same number means something else in
    /// another one. Without it every meaning is printed
    #[arg(long, value_parser = endpoint_parser(), ignore_case = true)]
    endpoint: Option<Endpoint>,
    /// Print one JSON object per line, for each matching row
    #[arg(long)]
    pub(crate) json: bool,
}

/// What is known: exactly one of these, or an err alone.
#[derive(Debug, Args)]
#[group(multiple = false)]
pub(crate) struct Known {
    /// What to explain: a status and its err (20 1, 20/1), an err (err 6), an API error as the
    /// server writes it (0,-9 or ERROR = 9), or a text from a log or a page
    #[arg(value_name = "CODES|TEXT", allow_negative_numbers = true)]
    words: Vec<String>,
    /// The code of an API error, for example 9
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = clap::value_parser!(i64).range(-0x7fff_ffff..=0x7fff_ffff))]
    api_error: Option<i64>,
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
    /// Codes, or a text.
    Words(Ask<'a>),
    One(Question<'a>),
}

/// A status of a message, with its err.
pub(crate) type Status = (StatusCode, Option<ErrCode>);

/// The statuses of one message. A type of its own, because clap treats a vector as repeated values.
#[derive(Clone, Debug)]
pub(crate) struct Story(Vec<Status>);

impl Explain {
    /// Returns what to explain, or a message if the options do not fit together.
    pub(crate) fn what<'a>(&'a self, words: &'a str) -> Result<What<'a>, String> {
        let known = &self.known;
        let kind = self.kind.unwrap_or(MessageType::SMS);
        let what = if let Some(flag) = known.flag {
            What::Flag(flag)
        } else if let Some(Story(statuses)) = &known.story {
            What::Story(statuses, kind)
        } else if let Some(path) = &known.clicksend_receipt {
            What::Receipt(path)
        } else if let Some(code) = known.api_error {
            let code = u32::try_from(code.unsigned_abs()).map(ApiErrorCode);
            What::One(Question::ApiError(code.unwrap_or(ApiErrorCode(u32::MAX)), self.endpoint))
        } else if let Some(question) = self.question() {
            if question_text(&question).is_some_and(|text| text.trim().is_empty()) {
                return Err(tr("expected a text or numbers; the text is empty").to_owned());
            }
            What::One(question)
        } else {
            What::Words(Ask::parse(words, self.err, kind, self.endpoint).map_err(of_question)?)
        };
        let has_type = matches!(what, What::Story(..) | What::Words(Ask::Codes(Question::Status(..))));
        let has_endpoint = matches!(what, What::One(Question::ApiError(..)) | What::Words(Ask::Codes(Question::ApiError(..))));
        match (self.kind, self.endpoint) {
            (Some(_), _) if !has_type => Err(fill("{0} cannot be used with {1}", &[&"--type", &tr("what is no message")])),
            (_, Some(_)) if !has_endpoint => {
                Err(fill("{0} cannot be used with {1}", &[&"--endpoint", &tr("what is no API error")]))
            }
            _ => Ok(what),
        }
    }

    /// Returns the words that are no options, with a space between two.
    pub(crate) fn words(&self) -> String {
        self.known.words.join(" ")
    }

    fn question(&self) -> Option<Question<'_>> {
        let known = &self.known;
        let text = known.text.as_deref().map(Question::Text);
        let getcourse = || known.getcourse.as_deref().map(Question::GetCourse);
        let clicksend = || known.clicksend.as_deref().map(Question::ClickSend);
        let row = || known.clicksend_row.map(Question::ClickSendRow);
        text.or_else(getcourse).or_else(clicksend).or_else(row).or_else(|| known.clicksend_error.map(Question::ClickSendError))
    }
}

#[derive(Debug, Args)]
pub(crate) struct Diagnose {
    /// The symptom, by its name or its title; without one, the symptoms are listed
    #[arg(value_name = "SYMPTOM")]
    words: Vec<String>,
    /// Print one JSON object per line, for each cause
    #[arg(long)]
    pub(crate) json: bool,
}

impl Diagnose {
    /// Returns the words of the symptom, and the number after them if there is one.
    pub(crate) fn symptom(&self) -> (String, Option<u32>) {
        let number = |word: &String| word.trim_start_matches('-').parse().ok().filter(|number| *number <= 0x7fff_ffff);
        match self.words.split_last() {
            Some((last, words)) if number(last).is_some() => (words.join(" "), number(last)),
            _ => (self.words.join(" "), None),
        }
    }
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
        .ok_or_else(|| tr("expected STATUS or STATUS/ERR, separated by commas, for example 0,20/6,-3").to_owned())
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
        fill("expected one of {0}, or a number from 0 to 255", &[&names.join(", ")])
    })
}
