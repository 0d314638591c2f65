//! Errors as a C struct.

use smsc_proto::{BodyKind, Error, ErrorKind, Field, WriteError, WriteErrorKind, WritePart};

use crate::codes::{smsc_body_kind, smsc_field};
use crate::raw::{SizePrefixed, SizedOutput};
use crate::results::smsc_result;
use crate::types::{smsc_error, smsc_view};

// SAFETY: `repr(C)`, the size first, and any bits are a value of its integers and pointers.
unsafe impl SizePrefixed for smsc_error {
    const WRONG_SIZE: smsc_result = smsc_result::SizeError;
}

const EMPTY: smsc_error = smsc_error {
    size: 0,
    code: 0,
    field: -1,
    body_kind: -1,
    offset: 0,
    start: 0,
    end: 0,
    expected: smsc_view::NONE,
    amount: 0,
    name: smsc_view::NONE,
};

/// Returns the number of a field in smsc_field.
const fn field_number(field: Field) -> i32 {
    field as i32
}

/// Returns the number of a part of a reply in smsc_field.
const fn part_number(part: WritePart) -> i32 {
    match part {
        WritePart::Field(field) => field_number(field),
        WritePart::ErrorText => smsc_field::ErrorText as i32,
        WritePart::ErrorCode => smsc_field::ErrorCode as i32,
        // The core has no other parts.
        _ => -1,
    }
}

/// Returns the number of a body kind in smsc_body_kind.
fn body_kind_number(kind: BodyKind) -> i32 {
    // The core has no others.
    BODY_KINDS.into_iter().find(|(_, known)| *known == kind).map_or(smsc_body_kind::Text as i32, |(number, _)| number as i32)
}

const BODY_KINDS: [(smsc_body_kind, BodyKind); 8] = [
    (smsc_body_kind::Empty, BodyKind::Empty),
    (smsc_body_kind::Markup, BodyKind::Markup),
    (smsc_body_kind::Json, BodyKind::Json),
    (smsc_body_kind::KeyValue, BodyKind::KeyValue),
    (smsc_body_kind::Values, BodyKind::Values),
    (smsc_body_kind::Text, BodyKind::Text),
    (smsc_body_kind::SendReply, BodyKind::SendReply),
    (smsc_body_kind::FileName, BodyKind::FileName),
];

/// The results for kinds of parse errors that have no number or field with them.
const READING: [(smsc_result, ErrorKind); 9] = [
    (smsc_result::Label, ErrorKind::Label),
    (smsc_result::Syntax, ErrorKind::Syntax),
    (smsc_result::NotARecord, ErrorKind::NotARecord),
    (smsc_result::NoStatus, ErrorKind::NoStatus),
    (smsc_result::TrailingBytes, ErrorKind::TrailingBytes),
    (smsc_result::ApiError, ErrorKind::ApiError),
    (smsc_result::OutsideRecord, ErrorKind::OutsideRecord),
    (smsc_result::NoEnd, ErrorKind::NoEnd),
    (smsc_result::Unsupported, ErrorKind::Unsupported),
];

/// The results for kinds of write errors that have no number with them.
const WRITING: [(smsc_result, WriteErrorKind); 13] = [
    (smsc_result::Character, WriteErrorKind::Character),
    (smsc_result::Forbidden, WriteErrorKind::Forbidden),
    (smsc_result::LineBreak, WriteErrorKind::LineBreak),
    (smsc_result::Comma, WriteErrorKind::Comma),
    (smsc_result::Ambiguous, WriteErrorKind::Ambiguous),
    (smsc_result::LabelInText, WriteErrorKind::Label),
    (smsc_result::NoPlace, WriteErrorKind::NoPlace),
    (smsc_result::Absent, WriteErrorKind::Absent),
    (smsc_result::Misread, WriteErrorKind::Misread),
    (smsc_result::Unreadable, WriteErrorKind::Unreadable),
    (smsc_result::Range, WriteErrorKind::Range),
    (smsc_result::EmptyBatch, WriteErrorKind::EmptyBatch),
    (smsc_result::NotABatch, WriteErrorKind::NotABatch),
];

/// Fills the struct of an error that the parser returned, if it is wanted, and returns the result
/// for it.
pub(crate) fn fill_reading(error: &Error, output: Option<SizedOutput<'_, smsc_error>>) -> smsc_result {
    let mut found = smsc_error {
        offset: error.offset(),
        start: error.span().start,
        end: error.span().end,
        expected: smsc_view::of(error.expected().as_bytes()),
        ..EMPTY
    };
    let code = match error.kind() {
        ErrorKind::NotAReply(kind) => {
            found.body_kind = body_kind_number(kind);
            smsc_result::NotAReply
        }
        ErrorKind::Field(field) => {
            found.field = field_number(field);
            smsc_result::Field
        }
        ErrorKind::FieldCount { found: amount } => {
            found.amount = amount;
            smsc_result::FieldCount
        }
        ErrorKind::TooLong { limit } => {
            found.amount = limit;
            smsc_result::TooLong
        }
        ErrorKind::Value(name) => {
            found.name = smsc_view::of(name.as_str().as_bytes());
            smsc_result::InvalidValue
        }
        ErrorKind::MissingKey(name) => {
            found.name = smsc_view::of(name.as_str().as_bytes());
            smsc_result::MissingKey
        }
        other => READING.into_iter().find(|(_, kind)| *kind == other).map_or(smsc_result::Malformed, |(code, _)| code),
    };
    fill(found, code, output)
}

/// Returns the kind of a parse error in a C struct. Returns `None` if the core has no such kind,
/// the field or the body kind is none that this library fills in, or the kind has the name of a
/// value.
pub(crate) fn reading_kind(error: &smsc_error) -> Option<ErrorKind> {
    match error.code {
        code if code == smsc_result::NotAReply as i32 => {
            let body = BODY_KINDS.into_iter().find(|(number, _)| *number as i32 == error.body_kind);
            body.map(|(_, kind)| ErrorKind::NotAReply(kind))
        }
        code if code == smsc_result::Field as i32 => {
            usize::try_from(error.field).ok().and_then(|at| Field::ALL.get(at)).map(|field| ErrorKind::Field(*field))
        }
        code if code == smsc_result::FieldCount as i32 => Some(ErrorKind::FieldCount { found: error.amount }),
        code if code == smsc_result::TooLong as i32 => Some(ErrorKind::TooLong { limit: error.amount }),
        code => READING.into_iter().find(|(known, _)| *known as i32 == code).map(|(_, kind)| kind),
    }
}

/// Fills the struct of an error that the writer returned, if it is wanted, and returns the result
/// for it.
pub(crate) fn fill_writing(error: WriteError, output: Option<SizedOutput<'_, smsc_error>>) -> smsc_result {
    let mut found = smsc_error { field: error.part().map_or(-1, part_number), ..EMPTY };
    let code = match error.kind() {
        WriteErrorKind::TooLong { limit } => {
            found.amount = limit;
            smsc_result::WriteTooLong
        }
        WriteErrorKind::Full { needed, .. } => {
            found.amount = needed;
            smsc_result::Buffer
        }
        other => WRITING.into_iter().find(|(_, kind)| *kind == other).map_or(smsc_result::Unwritable, |(code, _)| code),
    };
    fill(found, code, output)
}

/// Returns the kind of a write error in a C struct. Returns `None` if the core has no such kind, or
/// the struct lacks a part of it (the free bytes of a buffer that is too small).
pub(crate) fn writing_kind(error: &smsc_error) -> Option<WriteErrorKind> {
    match error.code {
        code if code == smsc_result::WriteTooLong as i32 => Some(WriteErrorKind::TooLong { limit: error.amount }),
        code => WRITING.into_iter().find(|(known, _)| *known as i32 == code).map(|(_, kind)| kind),
    }
}

fn fill(found: smsc_error, code: smsc_result, output: Option<SizedOutput<'_, smsc_error>>) -> smsc_result {
    if let Some((size, output)) = output {
        output.write(smsc_error { size, code: code as i32, ..found });
    }
    code
}
