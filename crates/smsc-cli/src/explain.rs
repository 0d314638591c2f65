//! `smsc explain`.

mod line;
mod printer;

use std::path::Path;
use std::process::ExitCode;

use sms_outcome::{Explanation, Question, clicksend, explain, getcourse, known_texts, story};

use crate::args::{Explain, Status, What};
use crate::explain::printer::Printer;
use crate::failure::Failure;
use crate::flags;
use crate::input::Input;
use crate::message;
use crate::receipt;
use crate::unknown;

/// Runs the command.
pub(crate) fn run(options: &Explain) -> Result<ExitCode, Failure> {
    let lang = options.lang.into();
    let mut printer = Printer::new(options.json, lang);
    // clap requires one of the options.
    let Some(what) = options.what() else { return Ok(ExitCode::from(2)) };
    let status = match what {
        What::Flag(number) => return flags::run(number, options.json, lang),
        What::Story(statuses, kind) => tell(statuses, kind, &mut printer)?,
        What::Receipt(path) => receipts(path, &mut printer)?,
        What::One(question) => one(question, &mut printer)?,
    };
    printer.flush()?;
    Ok(status)
}

/// Explains one question.
fn one(question: Question<'_>, printer: &mut Printer) -> Result<ExitCode, Failure> {
    let found: Vec<_> = explain(question).collect();
    if found.is_empty() {
        return Ok(unknown(question));
    }
    for explanation in &found {
        printer.explanation(explanation, None)?;
    }
    if let Question::ClickSend(text) = question
        && is_in_both_lists(text)
    {
        message::print(format_args!(
            "hint: the number names two statuses: use --clicksend-row for the list of the help page, --clicksend-error for the error_code of a receipt"
        ));
        return Ok(ExitCode::FAILURE);
    }
    hint_at(question, &found);
    Ok(ExitCode::SUCCESS)
}

/// Returns whether a text is a number of both of `ClickSend`'s lists, which never mean the same.
fn is_in_both_lists(text: &str) -> bool {
    text.trim().parse().is_ok_and(|number| clicksend::row(number).is_some() && clicksend::error(number).is_some())
}

/// Prints what would decide between several explanations.
fn hint_at(question: Question<'_>, found: &[Explanation]) {
    let count = found.len();
    if count < 2 {
        return;
    }
    match question {
        Question::ApiError(..) => {
            message::print(format_args!("hint: the number has {count} meanings: add --endpoint for the script that returned it"));
        }
        Question::ClickSendReceipt(_) => message::print(format_args!("hint: {count} statuses fit: {MORE_OF_CLICKSEND}")),
        Question::ClickSend(text) if text.trim().parse::<u32>().is_ok() => {
            message::print(format_args!("hint: {count} statuses have this code: {MORE_OF_CLICKSEND}"));
        }
        _ => {}
    }
}

const MORE_OF_CLICKSEND: &str = "the error_code, the error_text or the status beside it would decide";

/// Explains the receipts of a file.
fn receipts(path: &Path, printer: &mut Printer) -> Result<ExitCode, Failure> {
    let mut input = Input::open(Some(path), "a ClickSend receipt")?;
    let bytes = input.read_all()?;
    let receipts = receipt::parse(&bytes).map_err(|error| Failure::Content(input.into_path(), error.to_string()))?;
    for (at, fields) in receipts.iter().enumerate() {
        let question = Question::ClickSendReceipt(fields.receipt());
        let found: Vec<_> = explain(question).collect();
        for explanation in &found {
            printer.explanation(explanation, (receipts.len() > 1).then_some(at + 1))?;
        }
        hint_at(question, &found);
    }
    Ok(ExitCode::SUCCESS)
}

/// Explains the statuses of one message.
fn tell(statuses: &[Status], kind: smsc_proto::MessageType, printer: &mut Printer) -> Result<ExitCode, Failure> {
    for chapter in story(statuses.iter().copied(), kind) {
        printer.chapter(&chapter, kind)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Reports an unknown text or number, with the most similar known ones.
fn unknown(question: Question<'_>) -> ExitCode {
    let rows = || clicksend::ROWS.iter().map(|row| row.number.to_string());
    let errors = || clicksend::ROWS.iter().filter_map(|row| row.error).map(|number| number.to_string());
    match question {
        Question::Text(text) => unknown::report(text, known_texts().map(str::to_owned)),
        Question::GetCourse(text) => unknown::report(text, getcourse::texts().map(str::to_owned)),
        Question::ClickSend(text) if text.trim().parse::<u64>().is_ok() => unknown::report(text, rows()),
        Question::ClickSend(text) => unknown::report(text, clicksend::texts().map(str::to_owned)),
        Question::ClickSendRow(number) => unknown::report(&number.to_string(), rows()),
        Question::ClickSendError(number) => unknown::report(&number.to_string(), errors()),
        Question::Status(..) | Question::ApiError(..) | Question::ClickSendReceipt(_) => ExitCode::FAILURE,
    }
}
