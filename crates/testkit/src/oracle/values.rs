//! fmt 1: bare values between commas.

use super::head::{Head, message_fields, set_all};
use super::id::Id;
use super::names::{borrowed, with_joined_names};
use super::number::is_digits;
use super::record::{Record, status, type_slot};
use super::{hlr, not_found, split};
use crate::cases::CaseQuery;

/// The result of parsing some lines of a batch as one record.
pub(super) enum Reading {
    /// The last line is not an end (R46).
    NoEnd,
    /// The last line is an end, but the record is malformed.
    Malformed,
    /// A record.
    Record(Record),
}

/// The lines that a text id ends (R46l).
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum TextIds {
    /// Lines with a valid type before the id.
    AfterType,
    /// All lines, because the pair is known (R47b).
    Anywhere,
}

/// The layout of a record: an HLR reply or a message (R41).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Layout {
    Message,
    Hlr,
}

/// Parses a single reply.
pub(super) fn single(query: &CaseQuery, reply: &[u8]) -> Option<Record> {
    if query.all == 0 {
        return short(query, reply);
    }
    if let Some(record) = not_found::single(query, reply) {
        return Some(record);
    }
    match long(query, reply, reply.len(), None) {
        Reading::Record(record) => Some(record),
        Reading::NoEnd | Reading::Malformed => None,
    }
}

/// Parses a record with all=0: a single reply, or a line of a batch (R46).
pub(super) fn short(query: &CaseQuery, text: &[u8]) -> Option<Record> {
    if let Some(record) = not_found::with_empty_slots(query, text) {
        return Some(record);
    }
    let fields = split(text);
    let hlr_from = if query.multi { 13 } else { 11 };
    let layout = match query.kind.as_str() {
        // R13 takes precedence over the kind in the query, and the kind over the number of fields.
        _ if status(fields[0]) == Some(-3) => Layout::Message,
        "hlr" => Layout::Hlr,
        "auto" if fields.len() >= hlr_from => Layout::Hlr,
        _ => Layout::Message,
    };
    match (layout, query.multi, fields.len()) {
        (Layout::Message, false, 2 | 3) => set_all(query, &["status", "last_timestamp", "err"], &fields),
        (Layout::Message, true, 5) => set_all(query, &["status", "last_timestamp", "err", "id", "phone"], &fields),
        (Layout::Hlr, _, count) if count >= hlr_from => hlr::short(query, &fields),
        _ => None,
    }
}

/// Returns the offset of the comma before the id, and the id, if a line of a batch ends in `,<id>`
/// (R46).
fn id_at_end(line: &[u8]) -> Option<(usize, Id)> {
    let comma = line.iter().rposition(|&b| b == b',')?;
    Id::parse(&line[comma + 1..]).map(|id| (comma, id))
}

/// Returns the offset of the comma before the type, if a line of a batch ends in `,<type>,<id>`
/// with a valid type (R46k, R46l).
fn type_comma(line: &[u8]) -> Option<usize> {
    let (id_comma, _) = id_at_end(line)?;
    let comma = line[..id_comma].iter().rposition(|&b| b == b',')?;
    type_slot(&line[comma + 1..id_comma]).map(|_| comma)
}

/// Returns the offset of the comma before the id, if a line of a batch is an end (R46, R46l).
fn end(line: &[u8], text_ids: TextIds) -> Option<usize> {
    let (comma, id) = id_at_end(line)?;
    let needs_type = text_ids == TextIds::AfterType && matches!(id, Id::Text(_));
    (!needs_type || type_comma(line).is_some()).then_some(comma)
}

/// Parses lines of a batch with all≥1 as one record. The first line is `first_line` bytes long,
/// `last_line` is the last one.
pub(super) fn lines(query: &CaseQuery, text: &[u8], first_line: usize, last_line: &[u8], text_ids: TextIds) -> Reading {
    let Some(comma) = end(last_line, text_ids) else { return Reading::NoEnd };
    let is_text = matches!(id_at_end(last_line), Some((_, Id::Text(_))));
    let is_head = text.len() == first_line;
    if is_text && text_ids == TextIds::AfterType && !ends_in_type_and_id(query, last_line, is_head) {
        // The type is on the line of the head, but does not follow the head's fields (R46l).
        return Reading::Malformed;
    }
    long(query, text, first_line, Some(text.len() - last_line.len() + comma))
}

/// Returns whether a line ends in a valid type and an id (R46k). On the line of the head the comma
/// before the type must not be before the text.
pub(super) fn ends_in_type_and_id(query: &CaseQuery, line: &[u8], is_head: bool) -> bool {
    let Some(comma) = type_comma(line) else { return false };
    let slot = split(line).into_iter().rev().nth(1).unwrap_or_default();
    !is_head || head_for(query, line, slot).is_none_or(|head| head.rest <= comma)
}

/// Parses a record with all≥1. Its fixed fields must be in the first `first_line` bytes (R46). In a
/// batch `id_at` is the offset of the comma before the id.
fn long(query: &CaseQuery, text: &[u8], first_line: usize, id_at: Option<usize>) -> Reading {
    let first = &text[..first_line];
    let before_id = &text[..id_at.unwrap_or(text.len())];
    let slot = split(before_id).pop().unwrap_or_default();
    let Some(Head { mut record, rest }) = head_for(query, first, slot) else { return Reading::Malformed };
    if rest > before_id.len() {
        // The comma before the id ends status_name: the line is an end (R46, R46l), but there is
        // no message (R46h).
        return Reading::Malformed;
    }
    let left = &before_id[rest..];
    let read = if record.is_hlr() { hlr::tail(query, &mut record, left) } else { tail(query, &mut record, left) };
    let id = id_at.map_or(Some(()), |comma| record.set(query, "id", &text[comma + 1..]));
    if read.is_some() && id.is_some() { Reading::Record(record) } else { Reading::Malformed }
}

/// Parses the fixed fields on the line of a head; `slot` is the type slot.
fn head_for(query: &CaseQuery, line: &[u8], slot: &[u8]) -> Option<Head> {
    match layout(query, line, slot) {
        Layout::Message => message_head(query, line),
        Layout::Hlr => hlr::head(query, line),
    }
}

/// Returns the layout of a record with all≥1 (R41); `slot` is the type slot.
fn layout(query: &CaseQuery, first: &[u8], slot: &[u8]) -> Layout {
    let fields = split(first);
    let is_four = type_slot(slot).is_some_and(|digits| super::number(digits, 4, 4).is_some());
    match query.kind.as_str() {
        _ if status(fields[0]) == Some(-3) => Layout::Message,
        "hlr" => Layout::Hlr,
        "auto" if may_be_imsi(&fields) && (is_four || hlr::sender_is_hlr(query, &fields)) => Layout::Hlr,
        _ => Layout::Message,
    }
}

/// Returns whether the fourth field may be an `imsi`. A field of 1 to 10 digits is the
/// `send_timestamp` of an SMS (R41).
fn may_be_imsi(fields: &[&[u8]]) -> bool {
    fields.get(3).is_some_and(|field| !is_digits(field) || field.len() > 10)
}

/// Parses the fixed fields of a message, which must all be on the first line and valid (R46, R46a),
/// each with a comma after it.
fn message_head(query: &CaseQuery, first: &[u8]) -> Option<Head> {
    let names = message_fields(query.all);
    let written = split(first);
    // R43d: a comma in country, operator or region has moved the cost. With all=1 these fields are
    // missing. The country follows the phone.
    let joined = if query.all == 2 { with_joined_names(&written, 5) } else { None };
    let fields = joined.as_deref().map_or(written, borrowed);
    if fields.len() <= names.len() {
        return None;
    }
    let mut record = set_all(query, &names, &fields)?;
    // R43c
    let (cost, sender, name) = (names.len() - 3, names.len() - 2, names.len() - 1);
    let is_cost = |at: usize| fields[at].contains(&b'.') && super::record::is_cost(fields[at]);
    let has_moved = query.all == 2 && fields[cost].is_empty() && (is_cost(sender) || is_cost(name));
    record.ambiguous = joined.is_some() || has_moved;
    Some(Head { record, rest: fields[..names.len()].iter().map(|field| field.len() + 1).sum() })
}

/// Parses the fixed fields of a line that is a head. If the layout depends on a type slot some
/// lines further down (R47c), the line is parsed as an HLR reply if it can be one.
pub(super) fn head(query: &CaseQuery, line: &[u8]) -> Option<Record> {
    let head = if depends_on_the_end(query, line) {
        hlr::head(query, line).or_else(|| message_head(query, line))
    } else {
        head_for(query, line, b"")
    };
    head.map(|head| head.record)
}

/// Returns whether the layout depends on the type slot, because nothing on the line of the head
/// distinguishes an HLR reply from an SMS (R41, R47c).
pub(super) fn depends_on_the_end(query: &CaseQuery, line: &[u8]) -> bool {
    layout(query, line, b"") != layout(query, line, b"4") && hlr::head(query, line).is_some()
}

/// Parses the fields between `status_name` and the id (or the end): message, comment, type (R43).
fn tail(query: &CaseQuery, record: &mut Record, left: &[u8]) -> Option<()> {
    let parts = split(left);
    let slot = parts[parts.len() - 1];
    let Some(digits) = type_slot(slot).filter(|_| parts.len() > 1) else {
        // R43b: without a comma this is the message. Without a valid type it is the oldest layout,
        // which is not ambiguous.
        return record.set(query, "message", left);
    };
    let is_spaced = slot.starts_with(b" ");
    let texts = &left[..left.len() - slot.len() - 1];
    let commas: Vec<usize> = (0..texts.len()).filter(|&at| texts[at] == b',').collect();
    let has_same_spacing = |at: usize| texts[at + 1..].starts_with(b" ") == is_spaced;
    let separator = commas.iter().copied().rfind(|&at| has_same_spacing(at));
    if let Some(comma) = separator.or(commas.last().copied()) {
        record.ambiguous |= commas.len() > 1 || separator.is_none();
        record.set(query, "message", &texts[..comma])?;
        let comment = &texts[comma + 1..];
        // R43a: in the layout with spaces a space after the separator belongs to the separator.
        let comment = if is_spaced { comment.strip_prefix(b" ").unwrap_or(comment) } else { comment };
        record.set(query, "comment", comment)?;
    } else {
        // The layout of 2019: no comment.
        record.set(query, "message", texts)?;
    }
    record.set(query, "type", digits)
}
