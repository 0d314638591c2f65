//! HLR answers of fmt 1, whose names may hold commas (R45).

use super::head::{Head, put_all};
use super::record::{Record, is_cost, is_digits, type_slot};
use super::split;
use crate::cases::CaseQuery;

/// The fields of every HLR answer in front of the four names (2.2).
const LEFT: [&str; 7] = ["status", "last_timestamp", "err", "imsi", "msc", "mcc", "mnc"];

/// The fields between the four names and the message with all≥1 (2.2).
fn right(all: u8) -> Vec<&'static str> {
    let mut fields = vec!["send_timestamp", "phone"];
    if all == 2 {
        fields.extend(["country", "operator", "region"]);
    }
    fields.extend(["cost", "sender_id", "status_name"]);
    fields
}

/// An answer with all=0, which has eleven fields or more, in a batch with id and phone behind them.
pub(super) fn short(query: &CaseQuery, fields: &[&[u8]]) -> Option<Record> {
    // R45: in a batch `id, phone` anchor the right; a single reply has no right anchor.
    let names_end = if query.multi { fields.len() - 2 } else { fields.len() };
    let mut record = front(query, fields, names_end)?;
    if query.multi {
        record.put(query, "id", fields[names_end])?;
        record.put(query, "phone", fields[names_end + 1])?;
    }
    Some(record)
}

/// The left fields and the four names, which end before the piece `names_end`.
fn front(query: &CaseQuery, fields: &[&[u8]], names_end: usize) -> Option<Record> {
    let mut record = put_all(query, &LEFT, fields)?;
    let names = fields.get(LEFT.len()..names_end).filter(|names| names.len() >= 4)?;
    record.put(query, "cn", names[0])?;
    record.put(query, "net", names[1])?;
    record.put(query, "rcn", names[2])?;
    // R45: with more than four pieces the rest is rnet, and that is a guess.
    record.put(query, "rnet", &names[3..].join(&b','))?;
    record.ambiguous = names.len() > 4;
    Some(record)
}

/// The fixed fields of an answer with all≥1, all of them on this line and readable (R46, R46a).
pub(super) fn head(query: &CaseQuery, line: &[u8]) -> Option<Head> {
    let fields = split(line);
    let names = right(query.all);
    let (place, several) = anchor(query, &fields)?;
    let mut record = front(query, &fields, place)?;
    record.ambiguous |= several;
    for (name, field) in names.iter().zip(&fields[place..]) {
        record.put(query, name, if *name == "send_timestamp" { unspaced(field) } else { field })?;
    }
    Some(Head { record, rest: fields[..place + names.len()].iter().map(|field| field.len() + 1).sum() })
}

/// R24: one space may stand before an HLR's `send_timestamp`.
fn unspaced(field: &[u8]) -> &[u8] {
    field.strip_prefix(b" ").unwrap_or(field)
}

/// R45a: the piece that is `send_timestamp`. A place counts only if a message may follow its `status_name`.
fn anchor(query: &CaseQuery, fields: &[&[u8]]) -> Option<(usize, bool)> {
    let names = right(query.all);
    let cost_at = if query.all == 2 { 5 } else { 2 };
    let first = LEFT.len() + 4;
    let places: Vec<usize> = (first..fields.len()).filter(|place| place + names.len() < fields.len()).collect();
    let has_time = |place: usize| {
        let time = unspaced(fields[place]);
        is_digits(time) && time.len() <= 10
    };
    let has_cost = |place: usize| is_cost(fields[place + cost_at]);
    let no_time = |place: usize| unspaced(fields[place]).is_empty();
    let no_cost = |place: usize| fields[place + cost_at].is_empty();
    let sender_at = cost_at + 1;
    let both = |at: usize| has_time(at) && has_cost(at);
    let reads_hlr = |at: usize| both(at) && fields[at + sender_at] == b"HLR";
    let may_be = |at: usize| (has_time(at) || no_time(at)) && (has_cost(at) || no_cost(at));
    // The leftmost place of the best kind there is, and whether there is another of that kind.
    let find = |test: &dyn Fn(usize) -> bool| {
        let found: Vec<usize> = places.iter().copied().filter(|&place| test(place)).collect();
        found.first().map(|&place| (place, found.len() > 1))
    };
    find(&reads_hlr).or_else(|| find(&both)).or_else(|| find(&may_be))
}

/// R41, R41a: whether the sender slot reads `HLR`, at its fixed place or after the anchors.
pub(super) fn sender_reads_hlr(query: &CaseQuery, fields: &[&[u8]]) -> bool {
    let sender_at = if query.all == 2 { 6 } else { 3 };
    let fixed = LEFT.len() + 4;
    let reads = |place: usize| fields.get(place + sender_at).is_some_and(|sender| *sender == b"HLR");
    reads(fixed) || anchor(query, fields).is_some_and(|(place, _)| reads(place))
}

/// What stands between `status_name` and the id (or the end): message and type. There is no comment, so commas stay (R43).
pub(super) fn tail(query: &CaseQuery, record: &mut Record, left: &[u8]) -> Option<()> {
    let pieces = split(left);
    let slot = pieces[pieces.len() - 1];
    match type_slot(slot).filter(|_| pieces.len() > 1) {
        // R43b and the oldest layout.
        None => record.put(query, "message", left),
        Some(digits) => {
            record.put(query, "message", &left[..left.len() - slot.len() - 1])?;
            record.put(query, "type", digits)
        }
    }
}
