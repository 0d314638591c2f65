//! fmt 1: records that were not found (R13, R13a, R46g).

use super::head::{message_slots, set_all};
use super::record::{Record, status};
use super::{hlr, split};
use crate::cases::CaseQuery;

/// The fields of every reply of fmt 1 that stops after err.
const SHORT: [&str; 3] = ["status", "last_timestamp", "err"];

/// Parses a single reply that has a status of -3 and either stops after err (R13) or has only empty
/// slots after it (R13a).
pub(super) fn single(query: &CaseQuery, reply: &[u8]) -> Option<Record> {
    let fields = split(reply);
    if fields.len() == SHORT.len() && status(fields[0]) == Some(-3) {
        return set_all(query, &SHORT, &fields);
    }
    with_empty_slots(query, reply)
}

/// Parses a line of a batch with all≥1 that is a record by itself: a status of -3, with only the id
/// after err (R13, R46g) or with empty slots between them (R13a).
pub(super) fn line(query: &CaseQuery, line: &[u8]) -> Option<Record> {
    let fields = split(line);
    if fields.len() == 4 && status(fields[0]) == Some(-3) {
        // Without an id this line is not an end.
        let names = ["status", "last_timestamp", "err", "id"];
        return set_all(query, &names, &fields).filter(|record| record.id.is_some());
    }
    with_empty_slots(query, line)
}

/// Parses a status of -3 whose slots after err are all empty (R13a). The slots are the fields of
/// the message layout; in a batch the id follows them, with all=0 id and phone.
pub(super) fn with_empty_slots(query: &CaseQuery, text: &[u8]) -> Option<Record> {
    let fields = split(text);
    let after_slots = match (query.multi, query.all) {
        (false, _) => 0,
        (true, 0) => 2,
        (true, _) => 1,
    };
    let count = fields.len().checked_sub(after_slots)?;
    let (slots, last) = fields.split_at(count);
    // There are more than R13's short form has, and no more than an HLR reply has.
    if status(fields[0]) != Some(-3) || count <= SHORT.len() || count > hlr::slots(query.all) {
        return None;
    }
    let names = message_slots(query.all);
    let is_empty = |at: usize| {
        let may_be_zero = names.get(at).is_some_and(|name| ["send_timestamp", "cost"].contains(name));
        slots[at].is_empty() || (may_be_zero && slots[at].iter().all(|&b| b == b'0'))
    };
    if !(SHORT.len()..count).all(is_empty) {
        return None;
    }
    // Slots that the message layout lacks have no name, and are dropped.
    let mut record = set_all(query, &names, slots)?;
    for (name, value) in ["id", "phone"].into_iter().zip(last) {
        record.set(query, name, value)?;
    }
    // R39a: only with all=0 may the id be empty.
    let needs_id = query.multi && query.all > 0;
    (!needs_id || record.id.is_some()).then_some(record)
}
