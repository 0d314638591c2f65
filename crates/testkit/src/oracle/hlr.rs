//! HLR replies of fmt 1, whose names may contain commas (R45).

use super::head::{Head, set_all};
use super::record::{Record, is_cost, is_digits, type_slot};
use super::split;
use crate::cases::CaseQuery;

/// The fields of every HLR reply before the four names (2.2).
const LEFT: [&str; 7] = ["status", "last_timestamp", "err", "imsi", "msc", "mcc", "mnc"];

/// Returns the fields between the four names and the message with all≥1 (2.2).
fn right(all: u8) -> Vec<&'static str> {
    let mut fields = vec!["send_timestamp", "phone"];
    if all == 2 {
        fields.extend(["country", "operator", "region"]);
    }
    fields.extend(["cost", "sender_id", "status_name"]);
    fields
}

/// Parses a reply with all=0, which has eleven fields or more. In a batch its last fields are id
/// and phone.
pub(super) fn short(query: &CaseQuery, fields: &[&[u8]]) -> Option<Record> {
    // R45: in a batch `id, phone` anchor the right; a single reply has no right anchor.
    let names_end = if query.multi { fields.len() - 2 } else { fields.len() };
    let mut record = fields_before_time(query, fields, names_end)?;
    if query.multi {
        record.set(query, "id", fields[names_end])?;
        record.set(query, "phone", fields[names_end + 1])?;
    }
    Some(record)
}

/// Parses the left fields and the four names, which end before the part `names_end`.
fn fields_before_time(query: &CaseQuery, fields: &[&[u8]], names_end: usize) -> Option<Record> {
    let mut record = set_all(query, &LEFT, fields)?;
    let names = fields.get(LEFT.len()..names_end).filter(|names| names.len() >= 4)?;
    record.set(query, "cn", names[0])?;
    record.set(query, "net", names[1])?;
    record.set(query, "rcn", names[2])?;
    // R45: of more than four parts the rest is rnet, which is a guess.
    record.set(query, "rnet", &names[3..].join(&b','))?;
    record.ambiguous = names.len() > 4;
    Some(record)
}

/// Parses the fixed fields of a reply with all≥1. All of them must be on this line and valid (R46,
/// R46a).
pub(super) fn head(query: &CaseQuery, line: &[u8]) -> Option<Head> {
    let fields = split(line);
    let names = right(query.all);
    let (at, is_ambiguous) = anchor(query, &fields)?;
    let mut record = fields_before_time(query, &fields, at)?;
    record.ambiguous |= is_ambiguous;
    for (name, field) in names.iter().zip(&fields[at..]) {
        record.set(query, name, if *name == "send_timestamp" { unspaced(field) } else { field })?;
    }
    Some(Head { record, rest: fields[..at + names.len()].iter().map(|field| field.len() + 1).sum() })
}

/// Removes the space that may precede the `send_timestamp` of an HLR reply (R24).
fn unspaced(field: &[u8]) -> &[u8] {
    field.strip_prefix(b" ").unwrap_or(field)
}

/// Returns the index of the part that is `send_timestamp`, and whether the choice is ambiguous
/// (R45a). A part is considered only if a message may follow its `status_name`.
fn anchor(query: &CaseQuery, fields: &[&[u8]]) -> Option<(usize, bool)> {
    let names = right(query.all);
    let cost_at = if query.all == 2 { 5 } else { 2 };
    let first = LEFT.len() + 4;
    let positions: Vec<usize> = (first..fields.len()).filter(|at| at + names.len() < fields.len()).collect();
    let has_time = |at: usize| {
        let time = unspaced(fields[at]);
        is_digits(time) && time.len() <= 10
    };
    let has_cost = |at: usize| is_cost(fields[at + cost_at]);
    let no_time = |at: usize| unspaced(fields[at]).is_empty();
    let no_cost = |at: usize| fields[at + cost_at].is_empty();
    let sender_at = cost_at + 1;
    let both = |at: usize| has_time(at) && has_cost(at);
    let has_hlr = |at: usize| both(at) && fields[at + sender_at] == b"HLR";
    let may_be = |at: usize| (has_time(at) || no_time(at)) && (has_cost(at) || no_cost(at));
    // Returns the leftmost part that passes a test, and whether other parts pass it too.
    let find = |test: &dyn Fn(usize) -> bool| {
        let found: Vec<usize> = positions.iter().copied().filter(|&at| test(at)).collect();
        found.first().map(|&at| (at, found.len() > 1))
    };
    find(&has_hlr).or_else(|| find(&both)).or_else(|| find(&may_be))
}

/// Returns whether the sender slot is `HLR`, at its fixed index or after the anchors (R41, R41a).
pub(super) fn sender_is_hlr(query: &CaseQuery, fields: &[&[u8]]) -> bool {
    let sender_at = if query.all == 2 { 6 } else { 3 };
    let fixed = LEFT.len() + 4;
    let is_hlr = |at: usize| fields.get(at + sender_at).is_some_and(|sender| *sender == b"HLR");
    is_hlr(fixed) || anchor(query, fields).is_some_and(|(at, _)| is_hlr(at))
}

/// Parses the fields between `status_name` and the id (or the end): message and type. An HLR reply
/// has no comment, so all commas belong to the message (R43).
pub(super) fn tail(query: &CaseQuery, record: &mut Record, left: &[u8]) -> Option<()> {
    let parts = split(left);
    let slot = parts[parts.len() - 1];
    match type_slot(slot).filter(|_| parts.len() > 1) {
        // R43b and the oldest layout.
        None => record.set(query, "message", left),
        Some(digits) => {
            record.set(query, "message", &left[..left.len() - slot.len() - 1])?;
            record.set(query, "type", digits)
        }
    }
}
