//! The errors of the core in the language of the output.

use sms_explain::AskError;
use smsc_proto::callback::{CallbackError, CallbackErrorKind};
use smsc_proto::request::{RequestError, RequestErrorKind};
use smsc_proto::{Error, ErrorKind, Lang, WriteError, WriteErrorKind};

use crate::lang::{current, fill, tr};

/// Returns an error of the parser as a sentence.
pub(crate) fn of_reading(error: &Error) -> String {
    if current() == Lang::En {
        return error.to_string();
    }
    let expected = tr(error.expected());
    let sentence = match error.kind() {
        ErrorKind::NotAReply(body) => fill("not {0}: {1}", &[&expected, &tr(&body.to_string())]),
        ErrorKind::FieldCount { found } => fill("expected {0}, found {1}", &[&expected, &found]),
        kind => fill("{0}: expected {1}", &[&kind_of(kind), &expected]),
    };
    fill("byte {0}: {1}", &[&error.offset(), &sentence])
}

/// Returns what is wrong, without its place.
fn kind_of(kind: ErrorKind) -> String {
    match kind {
        ErrorKind::Field(field) => fill("invalid {0}", &[&field]),
        ErrorKind::Value(name) => fill("invalid {0}", &[&name]),
        ErrorKind::MissingKey(name) => fill("missing {0}", &[&name]),
        ErrorKind::TooLong { limit } => fill("longer than {0} bytes", &[&limit]),
        other => tr(&other.to_string()).to_owned(),
    }
}

/// Returns an error of the writer as a sentence.
pub(crate) fn of_writing(error: &WriteError) -> String {
    let kind = match error.kind() {
        WriteErrorKind::TooLong { limit } => fill("the record is longer than {0} bytes", &[&limit]),
        other => tr(&other.to_string()).to_owned(),
    };
    match error.part() {
        Some(part) => format!("{part}: {kind}"),
        None => kind,
    }
}

/// Returns an error of a request as a sentence.
pub(crate) fn of_request(error: &RequestError) -> String {
    if current() == Lang::En {
        return error.to_string();
    }
    let place = match error.item() {
        Some(item) => fill("`{0}`, item {1}", &[&error.parameter(), &item.saturating_add(1)]),
        None => format!("`{}`", error.parameter()),
    };
    let what = match error.kind() {
        RequestErrorKind::Missing => tr("missing value").to_owned(),
        RequestErrorKind::Invalid => tr("invalid value").to_owned(),
        RequestErrorKind::TooLong { max } => fill("longer than {0} characters", &[&max]),
        RequestErrorKind::TooMany { max } => fill("more than {0} items", &[&max]),
        RequestErrorKind::Repeated { first } => fill("the same message as item {0}", &[&first.saturating_add(1)]),
        RequestErrorKind::Charset { at } => fill("the character after the first {0} is not in the request's charset", &[&at]),
        RequestErrorKind::Unsupported => tr("not supported").to_owned(),
        RequestErrorKind::UrlTooLong { max } => fill("the URL is longer than {0} characters", &[&max]),
        _ => error.to_string(),
    };
    fill("{0}: expected {1}", &[&format!("{place}: {what}"), &tr(error.expected())])
}

/// Returns an error of a notification as a sentence.
pub(crate) fn of_callback(error: &CallbackError) -> String {
    if current() == Lang::En {
        return error.to_string();
    }
    let sentence = of_callback_kind(error.kind());
    error.offset().map_or_else(|| sentence.clone(), |offset| fill("byte {0}: {1}", &[&offset, &sentence]))
}

fn of_callback_kind(kind: CallbackErrorKind) -> String {
    match kind {
        CallbackErrorKind::Syntax(expected) => fill("{0}: expected {1}", &[&tr("invalid syntax"), &tr(expected)]),
        CallbackErrorKind::NotInCharset(field) => {
            fill("{0}: an escaped character is not in the charset: add charset=utf-8 to the handler's URL", &[&field])
        }
        CallbackErrorKind::Repeated(field) => fill("{0}: repeated with another value", &[&field]),
        CallbackErrorKind::Field(field) => {
            let sentence = kind.to_string();
            let (_, expected) = sentence.split_once(": expected ").unwrap_or_default();
            fill("{0}: invalid value: expected {1}", &[&field, &tr(expected)])
        }
        CallbackErrorKind::Missing(field) => fill("{0}: missing, but covered by the signature", &[&field]),
        CallbackErrorKind::Colon(field) => fill("{0}: contains a colon, which would move a border of the signed text", &[&field]),
        CallbackErrorKind::WrongSignature(algorithm) => fill(
            "{0}: wrong signature: the values were changed, or the secret is not that of the handler's URL (a line end is part of it), or the values are in another charset",
            &[&algorithm],
        ),
        other => tr(&other.to_string()).to_owned(),
    }
}

/// Returns why numbers mean nothing.
pub(crate) fn of_question(error: AskError) -> String {
    match error {
        AskError::Empty => tr("expected a text or numbers; the text is empty").to_owned(),
        AskError::OutOfRange(number) => fill("{0} is out of range", &[&number]),
        AskError::Together => {
            tr("expected a status and an err, or an API error such as 0,-9; for a whole reply use smsc decode").to_owned()
        }
    }
}
