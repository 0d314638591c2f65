//! What was wrong, in C's terms, and back into words.

use smsc_proto::{BodyKind, Error, ErrorKind, Field, WriteError, WriteErrorKind, WritePart};

use crate::codes::{smsc_body_kind, smsc_field, smsc_result};
use crate::raw::{Fill, SizePrefixed};
use crate::types::{smsc_error, smsc_view};

// SAFETY: `repr(C)`, the size first, and any bits are a value of its integers and pointers.
unsafe impl SizePrefixed for smsc_error {}

const NOTHING: smsc_error =
    smsc_error { size: 0, code: 0, field: -1, body_kind: -1, offset: 0, start: 0, end: 0, expected: smsc_view::NONE, amount: 0 };

/// The number of a field.
const fn number_of(field: Field) -> i32 {
    field as i32
}

const fn number_of_part(part: WritePart) -> i32 {
    match part {
        WritePart::Field(field) => number_of(field),
        WritePart::ErrorText => smsc_field::ErrorText as i32,
        WritePart::ErrorCode => smsc_field::ErrorCode as i32,
        // The core has no other parts.
        _ => -1,
    }
}

const fn body_kind_of(body_kind: BodyKind) -> smsc_body_kind {
    match body_kind {
        BodyKind::Empty => smsc_body_kind::Empty,
        BodyKind::Markup => smsc_body_kind::Markup,
        BodyKind::Json => smsc_body_kind::Json,
        BodyKind::KeyValue => smsc_body_kind::KeyValue,
        BodyKind::Values => smsc_body_kind::Values,
        // The core has no others.
        _ => smsc_body_kind::Text,
    }
}

/// Tells the caller why a body or a record cannot be read, and gives the result for it.
pub(crate) fn of_reading(error: &Error, place: Option<Fill<'_, smsc_error>>) -> smsc_result {
    let mut found = smsc_error {
        offset: error.offset(),
        start: error.span().start,
        end: error.span().end,
        expected: smsc_view::of(error.expected().as_bytes()),
        ..NOTHING
    };
    let code = match error.kind() {
        ErrorKind::NotAReply(body_kind) => {
            found.body_kind = body_kind_of(body_kind) as i32;
            smsc_result::NotAReply
        }
        ErrorKind::Field(field) => {
            found.field = number_of(field);
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
        ErrorKind::Label => smsc_result::Label,
        ErrorKind::Syntax => smsc_result::Syntax,
        ErrorKind::NotARecord => smsc_result::NotARecord,
        ErrorKind::NoStatus => smsc_result::NoStatus,
        ErrorKind::TrailingBytes => smsc_result::TrailingBytes,
        ErrorKind::ApiError => smsc_result::ApiError,
        ErrorKind::OutsideRecord => smsc_result::OutsideRecord,
        ErrorKind::NoEnd => smsc_result::NoEnd,
        _ => smsc_result::Malformed,
    };
    tell(found, code, place)
}

/// Tells the caller why something cannot be written, and gives the result for it.
pub(crate) fn of_writing(error: WriteError, place: Option<Fill<'_, smsc_error>>) -> smsc_result {
    let mut found = smsc_error { field: error.part().map_or(-1, number_of_part), ..NOTHING };
    let code = match error.kind() {
        WriteErrorKind::Character => smsc_result::Character,
        WriteErrorKind::Forbidden => smsc_result::Forbidden,
        WriteErrorKind::LineBreak => smsc_result::LineBreak,
        WriteErrorKind::Comma => smsc_result::Comma,
        WriteErrorKind::Ambiguous => smsc_result::Ambiguous,
        WriteErrorKind::Label => smsc_result::LabelInText,
        WriteErrorKind::NoPlace => smsc_result::NoPlace,
        WriteErrorKind::Absent => smsc_result::Absent,
        WriteErrorKind::Misread => smsc_result::Misread,
        WriteErrorKind::Unreadable => smsc_result::Unreadable,
        WriteErrorKind::Range => smsc_result::Range,
        WriteErrorKind::TooLong { limit } => {
            found.amount = limit;
            smsc_result::WriteTooLong
        }
        WriteErrorKind::Full { needed, .. } => {
            found.amount = needed;
            smsc_result::Buffer
        }
        WriteErrorKind::EmptyBatch => smsc_result::EmptyBatch,
        WriteErrorKind::NotABatch => smsc_result::NotABatch,
        _ => smsc_result::Unwritable,
    };
    tell(found, code, place)
}

fn tell(found: smsc_error, code: smsc_result, place: Option<Fill<'_, smsc_error>>) -> smsc_result {
    if let Some((size, place)) = place {
        place.write(smsc_error { size, code: code as i32, ..found });
    }
    code
}
