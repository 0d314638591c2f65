//! fmt 1: messages that were not found, whose slots are missing or empty (R13, R13a).

use crate::error::Fail;
use crate::lines::cursor::Values;
use crate::lines::head::Head;
use crate::model::fields::{Field, values_layout};
use crate::model::message_id::MessageId;
use crate::model::query::{Detail, Query};
use crate::model::record::Record;

/// The fields of a message that was not found, even if it has no other slots.
const FIXED: &[Field] = &[Field::Status, Field::LastTimestamp, Field::Err];

/// Parses a line of `found` values whose status is -3, if all slots after its `err` are missing or
/// empty: then the line is the whole record. Returns `None` for any other line.
pub(crate) fn empty_slots<'a>(
    query: &Query<'_>,
    line: &'a [u8],
    found: usize,
    out: &mut Record<'a>,
) -> Option<Result<Head, Fail<'a>>> {
    let ends: &[Field] = match (query.is_batch, query.detail) {
        (false, _) => &[],
        (true, Detail::Status) => &[Field::Id, Field::Phone],
        (true, Detail::Message | Detail::Full) => &[Field::Id],
    };
    // An HLR reply has more slots than a message; no other field is in them (R13).
    let before_id = |is_hlr| values_layout(query.detail, is_hlr).before(Field::Id);
    let slots = found.checked_sub(ends.len())?;
    let empty = slots.checked_sub(FIXED.len()).filter(|_| slots <= before_id(true).len())?;
    let layout = before_id(false).get(FIXED.len()..).unwrap_or_default();
    let fields = || layout.iter().copied().map(Some).chain(core::iter::repeat(None)).take(empty);
    let mut values = Values::new(line);
    values.skip(FIXED.len());
    let are_empty = fields().all(|field| values.next().is_some_and(|slot| is_empty(field, slot)));
    if !are_empty || (query.is_batch && !has_id(query, values.rest()?)) {
        return None;
    }
    let mut values = Values::new(line);
    let mut parse = || {
        values.parse_into(FIXED, out)?;
        for field in fields() {
            match field {
                Some(field) => values.parse_into(&[field], out)?,
                None => values.skip(1),
            }
        }
        values.parse_into(ends, out)?;
        Ok(Head::Whole)
    };
    Some(parse())
}

/// Returns whether a slot holds nothing: no byte, or a 0 where the layout has a time or a cost.
fn is_empty(field: Option<Field>, slot: &[u8]) -> bool {
    let may_be_zero = matches!(field, Some(Field::SendTimestamp | Field::Cost));
    slot.is_empty() || (may_be_zero && slot.iter().all(|byte| *byte == b'0'))
}

/// Returns whether the values after the slots start with an id, which may be empty in a line of
/// all=0 (R39a).
fn has_id(query: &Query<'_>, rest: &[u8]) -> bool {
    let may_be_empty = query.detail == Detail::Status;
    Values::new(rest).next().is_some_and(|id| MessageId::from_bytes(id).is_some() || (may_be_empty && id.is_empty()))
}
