//! `smsc explain`.

mod line;
mod printer;

use std::path::Path;
use std::process::ExitCode;

use sms_outcome::{Explanation, Key, Question, clicksend, explain, get, getcourse, known_texts, story};
use smsc_proto::{Detail, Format, MessageType, Query, Reply};

use crate::args::{Explain, Status, What, question_text};
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
    let found = exact(question);
    if !found.is_empty() {
        return (None, found);
    }
    let is_number = matches!(question, Question::ClickSend(text) if text.trim().parse::<u64>().is_ok());
    let text = question_text(&question).filter(|_| !is_number);
    let Some(known) = text.and_then(|text| similar::find(text, known_to(question))) else { return (None, Vec::new()) };
    let again = match question {
        Question::ClickSend(_) => Question::ClickSend(known.known()),
        Question::GetCourse(_) => Question::GetCourse(known.known()),
        _ => Question::Text(known.known()),
    };
    (Some(known), exact(again))
}

/// Returns what a question means without a search for similar texts: as the library explains it, as the
/// title of a code, or as codes in a text.
fn exact(question: Question<'_>) -> Vec<Explanation> {
    let found: Vec<_> = explain(question).collect();
    let text = match question {
        Question::Text(text) | Question::GetCourse(text) if found.is_empty() => text,
        _ => return found,
    };
    let codes = titles::codes_of(text).or_else(|| codes_in(text));
    codes.map(|codes| explain(codes).collect()).unwrap_or_default()
}

/// Returns the codes that a text is, or the API error before a text in brackets. The status has to be a
/// known one.
fn codes_in(text: &str) -> Option<Question<'_>> {
    let (number, has_text) = text.split_once('(').map_or((text, false), |(number, _)| (number, true));
    let parsed = Ask::parse(number, None, MessageType::SMS, None);
    let Ok(Ask::Codes(codes) | Ask::Either(codes, _)) = parsed else { return None };
    let is_known = match codes {
        Question::Status(status, ..) => !has_text && get(Key::Status(status)).is_some(),
        _ => true,
    };
    is_known.then_some(codes)
}

/// Returns the texts that are known where this question looks.
fn known_to(question: Question<'_>) -> Vec<&'static str> {
    match question {
        Question::Text(_) => known_texts().chain(titles::all()).collect(),
        Question::GetCourse(_) => getcourse::texts().chain(titles::all()).collect(),
        Question::ClickSend(_) => clicksend::texts().collect(),
        _ => Vec::new(),
    }
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
    match question {
        Question::Text(text) | Question::GetCourse(text) if is_reply(text) => {
            message::failure(tr("This looks like a reply: decode it with smsc decode"));
            ExitCode::FAILURE
        }
        Question::Text(text) | Question::GetCourse(text) | Question::ClickSend(text) => similar::report(text, &known_to(question)),
        Question::ClickSendRow(number) | Question::ClickSendError(number) => similar::report(&number.to_string(), &[]),
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
