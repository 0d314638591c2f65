//! The errors of the core in the language of the output.

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
