//! `smsc explain`.

mod printer;

use std::path::Path;
use std::process::ExitCode;

use sms_explain::similar::{self, Match};
use sms_explain::{Ask, Meanings, ReceiptError, is_in_both_lists, is_reply, known_to, parse_receipts};
use sms_outcome::{Explanation, Question, explain, story};
use smsc_proto::MessageType;
use visible_text::Visible;

use crate::args::{Explain, Status, What};
use crate::explain::printer::Printer;
use crate::failure::Failure;
use crate::flags;
use crate::input::Input;
use crate::lang::{fill, tr};
use crate::message;

/// Runs the command.
pub(crate) fn run(options: &Explain) -> Result<ExitCode, Failure> {
    let words = options.words();
    let mut printer = Printer::new(options.json);
    let status = match options.what(&words).map_err(Failure::Usage)? {
        What::Flag(number) => return flags::run(number, options.json),
        What::Story(statuses, kind) => tell(statuses, kind, &mut printer)?,
        What::Receipt(path) => receipts(path, &mut printer)?,
        What::Words(Ask::Either(question, other)) => {
            let status = one(question, &mut printer)?;
            message::hint(&fill("it may also be: smsc explain {0}", &[&other]));
            status
        }
        What::Words(Ask::Text(text)) => one(Question::Text(text), &mut printer)?,
        What::Words(Ask::Codes(question)) | What::One(question) => one(question, &mut printer)?,
    };
    printer.flush()?;
    Ok(status)
}

/// Explains one question.
fn one(question: Question<'_>, printer: &mut Printer) -> Result<ExitCode, Failure> {
    let Meanings { known, found } = Meanings::of(question);
    if found.is_empty() {
        return Ok(unknown(question));
    }
    if let Some(known) = known {
        let text = if let Match::Contains(_) = known { "contains: {0}" } else { "similar to: {0}" };
        printer.remark(&fill(text, &[&known.known()]))?;
    }
    for explanation in &found {
        printer.explanation(explanation, None, known)?;
    }
    if let Question::ClickSend(text) = question
        && is_in_both_lists(text)
    {
        message::hint(tr(
            "the number names two statuses: use --clicksend-row for the list of the help page, --clicksend-error for the error_code of a receipt",
        ));
        return Ok(ExitCode::FAILURE);
    }
    hint_at(question, &found);
    Ok(ExitCode::SUCCESS)
}

/// Prints what would decide between several explanations.
fn hint_at(question: Question<'_>, found: &[Explanation]) {
    let count = found.len();
    if count < 2 {
        return;
    }
    match question {
        Question::ApiError(..) => {
            message::hint(&fill("the number has {0} meanings: add --endpoint for the script that returned it", &[&count]));
        }
        Question::ClickSendReceipt(_) => {
            message::hint(&fill(
                "{0} statuses fit: the error_code, the error_text or the status beside it would decide",
                &[&count],
            ));
        }
        Question::ClickSend(text) if text.trim().parse::<u32>().is_ok() => {
            message::hint(&fill(
                "{0} statuses have this code: the error_code, the error_text or the status beside it would decide",
                &[&count],
            ));
        }
        _ => {}
    }
}

/// Explains the receipts of a file.
fn receipts(path: &Path, printer: &mut Printer) -> Result<ExitCode, Failure> {
    let mut input = Input::open(Some(path), "a ClickSend receipt")?;
    let bytes = input.read_all()?;
    let receipts = parse_receipts(&bytes).map_err(|error| Failure::Content(input.into_path(), no_receipt(error)))?;
    for (at, fields) in receipts.iter().enumerate() {
        let question = Question::ClickSendReceipt(fields.receipt());
        let found: Vec<_> = explain(question).collect();
        for explanation in &found {
            printer.explanation(explanation, (receipts.len() > 1).then_some(at + 1), None)?;
        }
        hint_at(question, &found);
    }
    Ok(ExitCode::SUCCESS)
}

/// Returns why a file has no receipt.
fn no_receipt(error: ReceiptError) -> String {
    match error {
        ReceiptError::Json { line, column, is_cut } => {
            let cut = "the JSON ends too early: expected a ClickSend receipt";
            let reason = if is_cut { cut } else { "invalid JSON: expected a ClickSend receipt" };
            fill("line {0}, column {1}: {2}", &[&line, &column, &tr(reason)])
        }
        ReceiptError::NoField => {
            tr("no receipt: expected JSON or a form with status, status_code, error_code or error_text").to_owned()
        }
    }
}

/// Explains the statuses of one message.
fn tell(statuses: &[Status], kind: MessageType, printer: &mut Printer) -> Result<ExitCode, Failure> {
    for chapter in story(statuses.iter().copied(), kind) {
        printer.chapter(&chapter, kind)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Reports an unknown text or number, with similar known texts.
fn unknown(question: Question<'_>) -> ExitCode {
    match question {
        Question::Text(text) | Question::GetCourse(text) if is_reply(text) => {
            message::failure(tr("This looks like a reply: decode it with smsc decode"));
            ExitCode::FAILURE
        }
        Question::Text(text) | Question::GetCourse(text) | Question::ClickSend(text) => report(text, &known_to(question)),
        Question::ClickSendRow(number) | Question::ClickSendError(number) => report(&number.to_string(), &[]),
        Question::Status(..) | Question::ApiError(..) | Question::ClickSendReceipt(_) => ExitCode::FAILURE,
    }
}

/// Prints that a text is not known, with known ones that are similar, and returns the exit status.
fn report(text: &str, known: &[&str]) -> ExitCode {
    let near = similar::suggestions(text, known);
    let start = if near.is_empty() { "unknown text “{0}”" } else { "unknown text “{0}”; similar known texts are:" };
    message::failure(&fill(start, &[&Visible(text)]));
    for known in near {
        message::print(format_args!("  {known}"));
    }
    ExitCode::FAILURE
}
