//! `smsc explain`.

use std::process::ExitCode;

use serde::Serialize;
use sms_outcome::getcourse::{self, Codes, Found};
use sms_outcome::{Key, Outcome, clicksend, get, lookup, lookup_api_error};
use smsc_proto::{ApiErrorCode, ErrCode, ErrScope, Lang, MessageType, StatusCode};

use crate::args::{Explain, What};
use crate::failure::Failure;
use crate::flags;
use crate::labels::{self, ADVICE, API_ERROR, CAUSE, FINAL, NO, NOT_FINAL, RETRY, SOURCE, STATE, SUPPRESS};
use crate::outcome::OutcomeJson;
use crate::output::{Out, wrapped};
use crate::unknown;

/// The line of JSON of an explanation.
#[derive(Serialize)]
struct Line {
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error_code: Option<ApiErrorCode>,
    #[serde(flatten)]
    message: Option<Message>,
    #[serde(flatten)]
    outcome: OutcomeJson,
    #[serde(skip_serializing_if = "Option::is_none")]
    unsubscribes: Option<bool>,
}

/// The codes of a message. The err is `null` if none was given.
#[derive(Serialize)]
struct Message {
    status: StatusCode,
    err: Option<ErrCode>,
    r#type: MessageType,
}

/// Runs the command.
pub(crate) fn run(options: &Explain) -> Result<ExitCode, Failure> {
    let lang = options.lang.into();
    let mut printer = Printer { out: Out::new(), is_json: options.json, lang, is_first: true };
    // clap requires one of the options.
    let Some(what) = options.what() else { return Ok(ExitCode::from(2)) };
    match what {
        What::Flag(number) => return flags::run(number, options.json, lang),
        What::Status(status, err, kind) => {
            let codes = Codes { status: Some(status), err, kind, api: None };
            printer.show(None, Some(codes), &lookup(status, err, kind), None)?;
        }
        What::ApiError(code) => {
            let codes = Codes { status: None, err: None, kind: MessageType::SMS, api: Some(code) };
            printer.show(None, Some(codes), &lookup_api_error(code), None)?;
        }
        What::GetCourse(text) => {
            let Some(Found { codes, outcome, unsubscribes }) = getcourse::recognise(text) else {
                return Ok(unknown::report(text, getcourse::texts().map(str::to_owned)));
            };
            printer.show(None, Some(codes), &outcome, Some(unsubscribes))?;
        }
        What::ClickSend(text) => {
            let numbered = text.trim().parse().ok().and_then(clicksend::row);
            let found: Vec<_> = numbered.map_or_else(|| clicksend::find(&[text]).collect(), |row| vec![row]);
            if found.is_empty() {
                return Ok(unknown::report(text, clicksend_texts(text)));
            }
            for row in found {
                printer.show(Some(row), None, &row.outcome, None)?;
            }
        }
    }
    printer.out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// Returns the texts that find a row: its number if a number was given, otherwise its words.
fn clicksend_texts(text: &str) -> impl Iterator<Item = String> {
    let is_number = text.trim().parse::<u64>().is_ok();
    clicksend::ROWS.iter().flat_map(move |row| {
        let texts = row.words.into_iter().flat_map(|words| words.split(", ")).chain(row.status).filter(|text| !text.is_empty());
        if is_number { vec![row.number.to_string()] } else { texts.map(str::to_owned).collect() }
    })
}

/// A printer of explanations.
struct Printer {
    out: Out,
    is_json: bool,
    lang: Lang,
    is_first: bool,
}

impl Printer {
    /// Prints an outcome with what it belongs to.
    fn show(
        &mut self,
        row: Option<&clicksend::Row>,
        codes: Option<Codes>,
        outcome: &Outcome,
        unsubscribes: Option<bool>,
    ) -> Result<(), Failure> {
        if self.is_json {
            let message = codes.and_then(|codes| Some(Message { status: codes.status?, err: codes.err, r#type: codes.kind }));
            return self.out.json(&Line {
                row: row.map(|row| row.number),
                error_code: codes.and_then(|codes| codes.api),
                message,
                outcome: OutcomeJson::new(outcome, self.lang),
                unsubscribes,
            });
        }
        if !std::mem::replace(&mut self.is_first, false) {
            self.out.line("")?;
        }
        let lang = self.lang;
        let heading = row.map_or_else(|| codes.map_or_else(String::new, |codes| heading(codes, lang)), clicksend_heading);
        let title = outcome.title.get(lang);
        let heading = if heading.contains(title) { heading } else { format!("{heading}: {title}") };
        self.out.heading(&heading)?;
        let finality = if outcome.is_final { FINAL } else { NOT_FINAL };
        let fields = [
            (STATE, format!("{}, {}", labels::state(outcome.state).get(lang), finality.get(lang))),
            (CAUSE, labels::cause(outcome.cause).get(lang).to_owned()),
            (RETRY, labels::retry(outcome.retry, lang)),
            (SUPPRESS, outcome.suppress.map_or(NO, labels::channel).get(lang).to_owned()),
            (SOURCE, labels::source(outcome.source, lang)),
        ];
        for (label, value) in fields {
            self.out.line(format_args!("  {:<16}  {value}", label.get(lang)))?;
        }
        let advice = format!("{} {}", ADVICE.get(lang), outcome.advice.get(lang));
        for text in [outcome.explanation.get(lang), &advice] {
            self.out.line("")?;
            for line in wrapped(text, self.out.width) {
                self.out.line(line)?;
            }
        }
        Ok(())
    }
}

/// Returns the codes, each with its own name.
fn heading(codes: Codes, lang: Lang) -> String {
    let named = |what: &str, number: String, key: Key| match get(key) {
        Some(own) => format!("{what} {number} {}", own.title.get(lang)),
        None => format!("{what} {number}"),
    };
    let scope = if codes.kind == MessageType::EMAIL { ErrScope::Email } else { ErrScope::Phone };
    let parts = [
        codes.status.map(|status| named("status", status.to_string(), Key::Status(status))),
        codes.err.map(|err| named("err", err.to_string(), Key::Err(scope, err))),
        codes.api.map(|code| named(API_ERROR.get(lang), code.to_string(), Key::Api(code))),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Returns the number, status and code of a row.
fn clicksend_heading(row: &clicksend::Row) -> String {
    let code = row.code.map_or_else(String::new, |code| format!(" {code}"));
    format!("ClickSend {} · {}{code}", row.number, row.status[0])
}
