//! The values of a line of fmt 1 by their positions: from the left by a number, from the right the
//! id and the type (R43, R46).

use memchr::{memchr, memchr_iter};

use crate::lines::head::{End, EndRule};
use crate::model::codes::MessageType;
use crate::model::fields::MAX_LINE_TYPE;
use crate::model::message_id::MessageId;
use crate::scan::find;

/// Returns the line after its first `count` values; `None` if there are no more values.
pub(crate) fn after_values(line: &[u8], count: usize) -> Option<&[u8]> {
    (0..count).try_fold(line, |rest, _| rest.get(memchr(b',', rest)?.checked_add(1)?..))
}

/// Returns the value at index `count`; `None` if there are fewer values.
pub(crate) fn nth_value(line: &[u8], count: usize) -> Option<&[u8]> {
    after_values(line, count).map(first_value)
}

pub(crate) fn first_value(line: &[u8]) -> &[u8] {
    line.get(..find::comma(line).unwrap_or(line.len())).unwrap_or(line)
}

/// Returns the bytes before the last value, the type that the value is, and the value with its
/// space (R43). Returns `None` if the last value is no type.
pub(crate) fn type_slot(body: &[u8]) -> Option<(&[u8], MessageType, &[u8])> {
    let (before, slot) = split_last(body)?;
    let known = message_type(slot.strip_prefix(b" ").unwrap_or(slot))?;
    Some((before, known, slot))
}

/// Parses a type: 1 or 2 digits, at most 15 (R43).
#[inline(always)]
#[expect(clippy::inline_always, reason = "a call costs as much as the digits")]
pub(crate) const fn message_type(digits: &[u8]) -> Option<MessageType> {
    match digits {
        [ones @ b'0'..=b'9'] | [b'0', ones @ b'0'..=b'9'] => Some(MessageType(ones.wrapping_sub(b'0'))),
        [b'1', ones @ b'0'..=b'5'] => Some(MessageType(ones.wrapping_sub(b'0').wrapping_add(10))),
        _ => None,
    }
}

// The patterns of `message_type` accept exactly the types up to `MAX_LINE_TYPE`.
const _: () = assert!(matches!(message_type(b"15"), Some(MessageType(MAX_LINE_TYPE))) && message_type(b"16").is_none());

/// Splits a line at its last comma.
pub(crate) fn split_last(line: &[u8]) -> Option<(&[u8], &[u8])> {
    let (before, rest) = line.split_at_checked(find::last_comma(line)?)?;
    Some((before, rest.get(1..)?))
}

/// Returns the number of values of a line.
pub(crate) fn count(line: &[u8]) -> usize {
    memchr_iter(b',', line).count().saturating_add(1)
}

/// Returns whether the type of a record of a batch is that of an HLR reply (R41).
pub(crate) fn has_hlr_type(record: &[u8]) -> bool {
    split_last(record).and_then(|(body, _)| type_slot(body)).is_some_and(|(_, known, _)| known == MessageType::HLR)
}

/// Returns the `,<id>` or `,<type>,<id>` that a line ends in, and the id; `None` if it does not end
/// in such values (R46).
pub(crate) fn end(line: &[u8], rule: EndRule) -> Option<(End, MessageId<'_>)> {
    let (before, id) = split_last(line)?;
    let id = MessageId::from_bytes(id)?;
    let needs_type = match rule {
        EndRule::ByLines => id.text().is_some(),
        EndRule::Typed => true,
        EndRule::Known => false,
    };
    let at = if needs_type { type_slot(before)?.0.len() } else { before.len() };
    Some((End { at, is_readable: true }, id))
}
