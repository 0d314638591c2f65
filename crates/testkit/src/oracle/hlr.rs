//! HLR replies of fmt 1, whose names may contain commas (R45).

use super::head::{Head, set_all};
use super::id::Id;
use super::names::{borrowed, joined, with_joined_names};
use super::number::is_digits;
use super::record::{Record, is_cost, type_slot};
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

/// Returns the number of slots of an HLR reply, without those that a batch adds (2.2).
pub(super) fn slots(all: u8) -> usize {
    let names_end = LEFT.len() + 4;
    // With all≥1 message and type follow.
    if all == 0 { names_end } else { names_end + right(all).len() + 2 }
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
    record.ambiguous = names.len() > 4;
    // R45b: if that leaves four names, this is the reading.
    let (joined_names, _) = joined(names, names.len());
    let joined_names = borrowed(&joined_names);
    let names = if joined_names.len() == 4 { &joined_names } else { names };
    record.set(query, "cn", names[0])?;
    record.set(query, "net", names[1])?;
    record.set(query, "rcn", names[2])?;
    // R45: of more than four parts the rest is rnet, which is a guess.
    record.set(query, "rnet", &names[3..].join(&b','))?;
    Some(record)
}

/// Parses the fixed fields of a reply with all≥1. All of them must be on this line and valid (R46,
/// R46a).
pub(super) fn head(query: &CaseQuery, line: &[u8]) -> Option<Head> {
    let names = right(query.all);
    let Anchor { at, fields, is_ambiguous } = anchor(query, &split(line))?;
    let fields = borrowed(&fields);
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

/// The right anchor of the names (R45a).
struct Anchor {
    /// The index of the field that is `send_timestamp`.
    at: usize,
    /// The fields of the line. Those of country, operator and region may be joined (R43d).
    fields: Vec<Vec<u8>>,
    /// Whether other positions fit just as well, or fields are joined.
    is_ambiguous: bool,
}

/// Returns the right anchor on a head's line (R45a). A position is considered only if a message may
/// follow its `status_name`: first without the slots of type and id, and if no position fits, with
/// them.
fn anchor(query: &CaseQuery, fields: &[&[u8]]) -> Option<Anchor> {
    let last_slots = type_and_id_slots(query, fields);
    anchor_before(query, fields, fields.len() - last_slots).or_else(|| anchor_before(query, fields, fields.len()))
}

/// Returns the number of slots at the end of a head's line that are no place for a message (R45a):
/// a type; in a batch, an id and the type before it. A text id needs the type (R46l).
fn type_and_id_slots(query: &CaseQuery, fields: &[&[u8]]) -> usize {
    let is_type = |slot: Option<&&[u8]>| slot.is_some_and(|slot| type_slot(slot).is_some());
    if !query.multi {
        return usize::from(is_type(fields.last()));
    }
    let has_type = is_type(fields.iter().rev().nth(1));
    match fields.last().and_then(|slot| Id::parse(slot)) {
        Some(_) if has_type => 2,
        Some(Id::Number(_)) => 1,
        _ => 0,
    }
}

/// Returns the right anchor whose message starts before the field `end`: by both values and the
/// sender, by both values, with joined names (R43d), and by values that may be empty.
fn anchor_before(query: &CaseQuery, fields: &[&[u8]], end: usize) -> Option<Anchor> {
    let message_at = right(query.all).len();
    let (cost_at, sender_at) = cost_and_sender(query.all);
    let positions: Vec<usize> = (LEFT.len() + 4..fields.len()).filter(|at| at + message_at < end).collect();
    let has_time = |at: usize| {
        let time = unspaced(fields[at]);
        is_digits(time) && time.len() <= 10
    };
    let has_cost = |at: usize| is_cost(fields[at + cost_at]);
    let no_time = |at: usize| unspaced(fields[at]).is_empty();
    let no_cost = |at: usize| fields[at + cost_at].is_empty();
    let both = |at: usize| has_time(at) && has_cost(at);
    let has_hlr = |at: usize| both(at) && fields[at + sender_at] == b"HLR";
    let may_be = |at: usize| (has_time(at) || no_time(at)) && (has_cost(at) || no_cost(at));
    // Returns the leftmost position that passes a test, and whether other positions pass it too.
    let find = |test: &dyn Fn(usize) -> bool| {
        let found: Vec<usize> = positions.iter().copied().filter(|&at| test(at)).collect();
        let fields = fields.iter().map(|field| field.to_vec()).collect();
        found.first().map(|&at| Anchor { at, fields, is_ambiguous: found.len() > 1 })
    };
    // R43d: the leftmost slot of 9 or 10 digits is the time.
    let with_joined = || {
        let has_long_time = |at: &usize| has_time(*at) && unspaced(fields[*at]).len() >= 9;
        let at = (LEFT.len() + 4..fields.len()).find(has_long_time)?;
        if query.all == 2 { joined_anchor(query, fields, at, end) } else { None }
    };
    find(&has_hlr).or_else(|| find(&both)).or_else(with_joined).or_else(|| find(&may_be))
}

/// Returns the anchor at a position with joined names (R43d), if its message starts before the
/// field `end`.
fn joined_anchor(query: &CaseQuery, fields: &[&[u8]], at: usize, end: usize) -> Option<Anchor> {
    // Country, operator and region follow send_timestamp and phone.
    let joined = with_joined_names(fields, at + 2)?;
    let message = at + right(query.all).len() + (fields.len() - joined.len());
    (message < end).then_some(Anchor { at, fields: joined, is_ambiguous: true })
}

/// Returns the places of cost and sender, counted from `send_timestamp` (2.2).
fn cost_and_sender(all: u8) -> (usize, usize) {
    if all == 2 { (5, 6) } else { (2, 3) }
}

/// Returns whether the sender slot is `HLR`, at its fixed index or after the anchors (R41, R41a).
pub(super) fn sender_is_hlr(query: &CaseQuery, fields: &[&[u8]]) -> bool {
    let (_, sender_at) = cost_and_sender(query.all);
    let is_fixed = fields.get(LEFT.len() + 4 + sender_at).is_some_and(|sender| *sender == b"HLR");
    is_fixed || anchor(query, fields).is_some_and(|anchor| anchor.fields[anchor.at + sender_at] == b"HLR")
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
