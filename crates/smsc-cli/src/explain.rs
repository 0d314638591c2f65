//! `smsc explain`.

mod line;
mod printer;

use std::path::Path;
use std::process::ExitCode;

use sms_outcome::{Explanation, Key, Question, clicksend, explain, get, getcourse, known_texts, story};

use smsc_proto::{Detail, Format, MessageType, Query, Reply};

use crate::args::{Explain, Status, What};
use crate::ask::Ask;
use crate::explain::printer::Printer;
use crate::failure::Failure;
use crate::flags;
use crate::input::Input;
use crate::lang::{fill, tr};
use crate::message;
use crate::receipt;
use crate::similar::{self, Match};
use crate::titles;

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
    let (known, found) = meanings(question);
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

/// Returns what a question means, and how the text in it relates to a known one if it is not one.
fn meanings(question: Question<'_>) -> (Option<Match<'static>>, Vec<Explanation>) {
    let found: Vec<_> = explain(question).collect();
    if !found.is_empty() {
        return (None, found);
    }
    if let Question::Text(text) | Question::GetCourse(text) = question
        && let Some(codes) = titles::codes_of(text)
    {
        return (None, explain(codes).collect());
    }
    // Codes, or an API error whose text is not known.
    if let Question::Text(text) | Question::GetCourse(text) = question {
        let (number, rest) = text.split_once('(').map_or((text, false), |(number, _)| (number, true));
        let codes = match Ask::parse(number, None, MessageType::SMS, None) {
            Ok(Ask::Codes(codes) | Ask::Either(codes, _)) => Some(codes),
            _ => None,
        };
        let is_known = match codes {
            Some(Question::Status(status, ..)) => !rest && get(Key::Status(status)).is_some(),
            codes => matches!(codes, Some(Question::ApiError(..))),
        };
        if let Some(codes) = codes.filter(|_| is_known) {
            return (None, explain(codes).collect());
        }
    }
    let known = match question {
        Question::Text(text) => similar::find(text, known_texts().chain(titles::all())),
        Question::GetCourse(text) => similar::find(text, getcourse::texts().chain(titles::all())),
        Question::ClickSend(text) if text.trim().parse::<u64>().is_err() => similar::find(text, clicksend::texts()),
        _ => None,
    };
    let of_known = |known: &'static str| {
        let again = match question {
            Question::ClickSend(_) => Question::ClickSend(known),
            Question::GetCourse(_) => Question::GetCourse(known),
            _ => Question::Text(known),
        };
        let found: Vec<_> = explain(again).collect();
        if found.is_empty() { titles::codes_of(known).map(|codes| explain(codes).collect()).unwrap_or_default() } else { found }
    };
    (known, known.map(|known| of_known(known.known())).unwrap_or_default())
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
    let receipts = receipt::parse(&bytes).map_err(|error| Failure::Content(input.into_path(), error.to_string()))?;
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

/// Explains the statuses of one message.
fn tell(statuses: &[Status], kind: MessageType, printer: &mut Printer) -> Result<ExitCode, Failure> {
    for chapter in story(statuses.iter().copied(), kind) {
        printer.chapter(&chapter, kind)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Reports an unknown text or number, with similar known texts.
fn unknown(question: Question<'_>) -> ExitCode {
    let number = |number: u32| similar::report(&number.to_string(), std::iter::empty());
    match question {
        Question::Text(text) | Question::GetCourse(text) if is_reply(text) => {
            message::failure(tr("This looks like a reply: decode it with smsc decode"));
            ExitCode::FAILURE
        }
        Question::Text(text) => similar::report(text, known_texts().chain(titles::all())),
        Question::GetCourse(text) => similar::report(text, getcourse::texts().chain(titles::all())),
        Question::ClickSend(text) => similar::report(text, clicksend::texts()),
        Question::ClickSendRow(row) => number(row),
        Question::ClickSendError(error) => number(error),
        Question::Status(..) | Question::ApiError(..) | Question::ClickSendReceipt(_) => ExitCode::FAILURE,
    }
}

/// Returns whether a text is a reply, to whatever request.
fn is_reply(text: &str) -> bool {
    let is_read = |query: Query<'_>| match query.read(text.as_bytes()) {
        Ok(Reply::Records(mut records)) => records.next().is_some_and(|record| record.is_ok()),
        _ => false,
    };
    [Format::KeyValue, Format::Values, Format::Xml, Format::Json].into_iter().any(|format| {
        let query = Query::new(format, Detail::Status);
        query.guess(text.as_bytes()).next().is_some() || is_read(query)
    })
}
