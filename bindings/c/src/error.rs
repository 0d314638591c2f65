//! What was wrong, in C's terms, and back into words.

use smsc_proto::{Error, ErrorKind, Field, Looks, Part, WriteError};

use crate::codes::{smsc_field, smsc_looks, smsc_result};
use crate::raw::{Fill, Sized32};
use crate::types::{smsc_error, smsc_view};

// SAFETY: `repr(C)`, the size first, and any bits are a value of its integers and pointers.
unsafe impl Sized32 for smsc_error {}

const NOTHING: smsc_error =
    smsc_error { size: 0, code: 0, field: -1, looks: -1, offset: 0, start: 0, end: 0, expected: smsc_view::NONE, amount: 0 };

/// The number of a field.
const fn number_of(field: Field) -> i32 {
    field as i32
}

const fn number_of_part(part: Part) -> i32 {
    match part {
        Part::Field(field) => number_of(field),
        Part::ErrorText => smsc_field::ErrorText as i32,
        Part::ErrorCode => smsc_field::ErrorCode as i32,
        // The core has no other parts.
        _ => -1,
    }
}

const fn looks_of(looks: Looks) -> smsc_looks {
    match looks {
        Looks::Empty => smsc_looks::Empty,
        Looks::Markup => smsc_looks::Markup,
        Looks::Json => smsc_looks::Json,
        Looks::Pairs => smsc_looks::Pairs,
        Looks::Values => smsc_looks::Values,
        // The core has no others.
        _ => smsc_looks::Text,
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
        ErrorKind::NotAReply(looks) => {
            found.looks = looks_of(looks) as i32;
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
    let part = |part: Part, code| (smsc_error { field: number_of_part(part), ..NOTHING }, code);
    let field = |field: Field, code| (smsc_error { field: number_of(field), ..NOTHING }, code);
    let amount = |amount, code| (smsc_error { amount, ..NOTHING }, code);
    let (found, code) = match error {
        WriteError::Character(of) => part(of, smsc_result::Character),
        WriteError::Forbidden(of) => part(of, smsc_result::Forbidden),
        WriteError::LineBreak(of) => part(of, smsc_result::LineBreak),
        WriteError::Comma(of) => field(of, smsc_result::Comma),
        WriteError::Ambiguous(of) => field(of, smsc_result::Ambiguous),
        WriteError::Label(of) => field(of, smsc_result::LabelInText),
        WriteError::NoPlace(of) => part(of, smsc_result::NoPlace),
        WriteError::Absent(of) => field(of, smsc_result::Absent),
        WriteError::Misread(of) => field(of, smsc_result::Misread),
        WriteError::Unreadable(of) => field(of, smsc_result::Unreadable),
        WriteError::Range(of) => part(of, smsc_result::Range),
        WriteError::TooLong { limit } => amount(limit, smsc_result::WriteTooLong),
        WriteError::Full { needed, .. } => amount(needed, smsc_result::Buffer),
        WriteError::EmptyBatch => (NOTHING, smsc_result::EmptyBatch),
        WriteError::NotABatch => (NOTHING, smsc_result::NotABatch),
        _ => (NOTHING, smsc_result::Unwritable),
    };
    tell(found, code, place)
}

fn tell(found: smsc_error, code: smsc_result, place: Option<Fill<'_, smsc_error>>) -> smsc_result {
    if let Some((size, place)) = place {
        place.write(smsc_error { size, code: code as i32, ..found });
    }
    code
}
