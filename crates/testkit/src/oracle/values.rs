//! fmt 1: bare values between commas.

use super::head::{Head, put_all};
use super::hlr;
use super::record::{Record, is_digits, status, type_slot};
use super::split;
use crate::cases::CaseQuery;

/// What comes of reading some lines of a batch as one record.
pub(super) enum Reading {
    /// The last line is no end (R46).
    NoEnd,
    /// The last line is an end, but the record cannot be read.
    Broken,
    /// A record.
    Record(Record),
}

/// Whether a record is an HLR answer or a message (R41).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Layout {
    Message,
    Hlr,
}

/// The fixed fields of an SMS or e-mail with all≥1 (2.2), up to the message.
fn message_fields(all: u8) -> Vec<&'static str> {
    let mut fields = vec!["status", "last_timestamp", "err", "send_timestamp", "phone"];
    if all == 2 {
        fields.extend(["country", "operator", "region"]);
    }
    fields.extend(["cost", "sender_id", "status_name"]);
    fields
}

/// A single reply.
pub(super) fn single(query: &CaseQuery, reply: &[u8]) -> Option<Record> {
    if query.all == 0 {
        return short(query, reply);
    }
    let fields = split(reply);
    // R13: not found may stop right after err, whatever `all` is.
    if fields.len() == 3 && status(fields[0]) == Some(-3) {
        return put_all(query, &["status", "last_timestamp", "err"], &fields);
    }
    match long(query, reply, reply.len(), None) {
        Reading::Record(record) => Some(record),
        Reading::NoEnd | Reading::Broken => None,
    }
}

/// A record with all=0: a single reply, or a line of a batch (R46).
pub(super) fn short(query: &CaseQuery, text: &[u8]) -> Option<Record> {
    let fields = split(text);
    let hlr_from = if query.multi { 13 } else { 11 };
    let layout = match query.kind.as_str() {
        // R13 goes before the caller's word, and the caller's word before the number of fields.
        _ if status(fields[0]) == Some(-3) => Layout::Message,
        "hlr" => Layout::Hlr,
        "auto" if fields.len() >= hlr_from => Layout::Hlr,
        _ => Layout::Message,
    };
    match (layout, query.multi, fields.len()) {
        (Layout::Message, false, 2 | 3) => put_all(query, &["status", "last_timestamp", "err"], &fields),
        (Layout::Message, true, 5) => put_all(query, &["status", "last_timestamp", "err", "id", "phone"], &fields),
        (Layout::Hlr, _, count) if count >= hlr_from => hlr::short(query, &fields),
        _ => None,
    }
}

/// R13, R46g: in a batch with all≥1, a status of -3 that stops after err and has only the id behind it.
pub(super) fn not_found_line(query: &CaseQuery, line: &[u8]) -> Option<Record> {
    let fields = split(line);
    if fields.len() != 4 || status(fields[0]) != Some(-3) {
        return None;
    }
    // The id must be there: without it this line is no end.
    put_all(query, &["status", "last_timestamp", "err", "id"], &fields).filter(|record| record.id.is_some())
}

/// R46: a line of a batch that ends in `,<id>`; comes back as the place of that comma.
pub(super) fn id_comma(line: &[u8]) -> Option<usize> {
    let comma = line.iter().rposition(|&b| b == b',')?;
    super::number(&line[comma + 1..], 1, i32::MAX.unsigned_abs().into()).map(|_| comma)
}

/// Lines of a batch with all≥1 as one record; the first line is `first_line` bytes long, `last_line` is the last one.
pub(super) fn lines(query: &CaseQuery, text: &[u8], first_line: usize, last_line: &[u8]) -> Reading {
    match id_comma(last_line) {
        None => Reading::NoEnd,
        Some(comma) => long(query, text, first_line, Some(text.len() - last_line.len() + comma)),
    }
}

/// A record with all≥1. Its fixed fields must stand in the first `first_line` bytes (R46); in a batch `id_at` is the comma before the id.
fn long(query: &CaseQuery, text: &[u8], first_line: usize, id_at: Option<usize>) -> Reading {
    let first = &text[..first_line];
    let before_id = &text[..id_at.unwrap_or(text.len())];
    let slot = split(before_id).pop().unwrap_or_default();
    let head = match layout(query, first, slot) {
        Layout::Message => message_head(query, first),
        Layout::Hlr => hlr::head(query, first),
    };
    let Some(Head { mut record, rest }) = head else { return Reading::Broken };
    if rest > before_id.len() {
        // The comma before the id closes status_name: the line is an end all right (R46), but there is no message (R46h).
        return Reading::Broken;
    }
    let left = &before_id[rest..];
    let read = if record.is_hlr() { hlr::tail(query, &mut record, left) } else { tail(query, &mut record, left) };
    let id = id_at.map_or(Some(()), |comma| record.put(query, "id", &text[comma + 1..]));
    if read.is_some() && id.is_some() { Reading::Record(record) } else { Reading::Broken }
}

/// R41 with all≥1, where `slot` is the type slot.
fn layout(query: &CaseQuery, first: &[u8], slot: &[u8]) -> Layout {
    let fields = split(first);
    let is_four = type_slot(slot).is_some_and(|digits| super::number(digits, 4, 4).is_some());
    match query.kind.as_str() {
        _ if status(fields[0]) == Some(-3) => Layout::Message,
        "hlr" => Layout::Hlr,
        "auto" if may_be_imsi(&fields) && (is_four || hlr::sender_reads_hlr(query, &fields)) => Layout::Hlr,
        _ => Layout::Message,
    }
}

/// R41: a fourth field of 1 to 10 digits is an SMS's `send_timestamp`, anything else may be an `imsi`.
fn may_be_imsi(fields: &[&[u8]]) -> bool {
    fields.get(3).is_some_and(|field| !is_digits(field) || field.len() > 10)
}

/// The fixed fields of a message, all on the first line and readable (R46, R46a), each with a comma behind it.
fn message_head(query: &CaseQuery, first: &[u8]) -> Option<Head> {
    let fields = split(first);
    let names = message_fields(query.all);
    if fields.len() <= names.len() {
        return None;
    }
    let mut record = put_all(query, &names, &fields)?;
    // R43c: a comma in a name has moved the cost.
    let (cost, sender, name) = (names.len() - 3, names.len() - 2, names.len() - 1);
    let is_cost = |at: usize| fields[at].contains(&b'.') && super::record::is_cost(fields[at]);
    record.ambiguous = fields[cost].is_empty() && (is_cost(sender) || is_cost(name));
    Some(Head { record, rest: fields[..names.len()].iter().map(|field| field.len() + 1).sum() })
}

/// The front of a line that is a head by itself. Where only a type slot some lines further down can tell (R47c), it is that of an HLR answer
/// if the line can be one.
pub(super) fn head(query: &CaseQuery, line: &[u8]) -> Option<Record> {
    let head = if only_the_end_tells(query, line) {
        hlr::head(query, line).or_else(|| message_head(query, line))
    } else {
        match layout(query, line, b"") {
            Layout::Message => message_head(query, line),
            Layout::Hlr => hlr::head(query, line),
        }
    };
    head.map(|head| head.record)
}

/// R41, R47c: whether nothing on a head's line tells an HLR answer from an SMS, so that it hangs on the type slot.
pub(super) fn only_the_end_tells(query: &CaseQuery, line: &[u8]) -> bool {
    layout(query, line, b"") != layout(query, line, b"4") && hlr::head(query, line).is_some()
}

/// R43: what stands between `status_name` and the id (or the end): message, comment, type.
fn tail(query: &CaseQuery, record: &mut Record, left: &[u8]) -> Option<()> {
    let pieces = split(left);
    let slot = pieces[pieces.len() - 1];
    let Some(digits) = type_slot(slot).filter(|_| pieces.len() > 1) else {
        // R43b: no comma, so this is the message. Or no valid type: the oldest layout, which is certain.
        return record.put(query, "message", left);
    };
    let spaced = slot.starts_with(b" ");
    let texts = &left[..left.len() - slot.len() - 1];
    let commas: Vec<usize> = (0..texts.len()).filter(|&at| texts[at] == b',').collect();
    let of_the_kind = |at: usize| texts[at + 1..].starts_with(b" ") == spaced;
    let separator = commas.iter().copied().rfind(|&at| of_the_kind(at));
    if let Some(comma) = separator.or(commas.last().copied()) {
        record.ambiguous |= commas.len() > 1 || separator.is_none();
        record.put(query, "message", &texts[..comma])?;
        let comment = &texts[comma + 1..];
        // R43a: in the spaced layout the separator's space belongs to it, where it has one.
        let comment = if spaced { comment.strip_prefix(b" ").unwrap_or(comment) } else { comment };
        record.put(query, "comment", comment)?;
    } else {
        // The layout of 2019: no comment.
        record.put(query, "message", texts)?;
    }
    record.put(query, "type", digits)
}
