//! The requested pairs (R47).

use serde_json::{Value, json};

use super::batch::{Batch, Found};
use super::record::Record;
use super::values::Reading;
use super::{Item, malformed};
use crate::cases::CaseQuery;

/// The number of lines that R47b considers, the head's line included.
const REGION: usize = 64;

/// Returns whether a record matches a pair.
fn matches(record: &Record, (id, phone): &(u64, String)) -> bool {
    // R47a: a record without id or phone matches on the other one, and the `+` before a requested
    // phone is ignored.
    let requested_phone = phone.strip_prefix('+').unwrap_or(phone);
    let same_id = record.id.is_none_or(|got| got == *id);
    let same_phone = match record.phone() {
        None => true,
        // R13: the slots of a record that was not found may be empty.
        Some("") if record.status() == Some(-3) => true,
        Some(got) => got == requested_phone,
    };
    same_id && same_phone
}

/// Returns whether a record matches any of the pairs.
fn is_requested(record: &Record, requested: &[(u64, String)]) -> bool {
    requested.iter().any(|pair| matches(record, pair))
}

/// Returns the record that starts at a head, whose end the requested pairs may decide (R47b).
pub(super) fn choose(batch: &Batch<'_>, requested: &[(u64, String)], head: usize) -> Option<Found> {
    let found = batch.by_r46(head);
    // R47c: the phone too depends on the end, so the pair is not known before the end is.
    if batch.depends_on_the_end(head) {
        return found;
    }
    let region = region(batch, head);
    let possible_ends: Vec<Found> = region
        .iter()
        .filter_map(|&last| match batch.reading(head, last) {
            Reading::Record(record) if is_requested(&record, requested) => Some(Found { last, record }),
            _ => None,
        })
        .collect();
    let is_ambiguous = possible_ends.len() > 1;
    // (a) The record by R46 is of a requested pair: it stays.
    if let Some(mut found) = found {
        if is_requested(&found.record, requested) {
            found.record.ambiguous_end &= is_ambiguous;
            found.record.uncertain_end = false;
            return Some(found);
        }
        return shorter(possible_ends)
            .or_else(|| if is_truncated(batch, requested, head, &region, &found) { None } else { Some(found) });
    }
    shorter(possible_ends)
}

/// Returns the record with the first end at which it matches a requested pair (b).
fn shorter(possible_ends: Vec<Found>) -> Option<Found> {
    let is_ambiguous = possible_ends.len() > 1;
    let mut first = possible_ends.into_iter().next()?;
    first.record.ambiguous_end = is_ambiguous;
    Some(first)
}

/// Returns the lines that R47b considers: 64, and none after the first end that is the last line or
/// before a full head.
fn region(batch: &Batch<'_>, head: usize) -> Vec<usize> {
    let mut region = Vec::new();
    for last in head..batch.len().min(head + REGION) {
        region.push(last);
        let is_end = !matches!(batch.reading(head, last), Reading::NoEnd);
        if is_end && (last + 1 == batch.len() || batch.is_full_head(last + 1)) {
            break;
        }
    }
    region
}

/// Returns whether a full head in the record by R46 matches a requested pair with that record's id
/// (c). Then the head is a truncated record, and its line alone is malformed.
fn is_truncated(batch: &Batch<'_>, requested: &[(u64, String)], head: usize, region: &[usize], found: &Found) -> bool {
    let inside = region.iter().copied().filter(|line| (head + 1..=found.last).contains(line));
    inside.flat_map(|line| batch.head(line).into_iter().chain(batch.line_alone(line))).any(|mut other| {
        other.id = found.record.id;
        is_requested(&other, requested)
    })
}

/// Returns the lines of the output, with missing and unexpected records (R47).
pub(super) fn match_up(query: &CaseQuery, items: Vec<Item>) -> Vec<Value> {
    let Some(requested) = query.requested() else {
        return items.into_iter().map(|item| line(&item)).collect();
    };
    let missing = |(id, phone): &(u64, String)| json!({"missing": {"id": id, "phone": phone}});
    let mut lines = Vec::new();
    // All pairs before this one are matched, or reported as missing.
    let mut next = 0;
    for item in items {
        let Item::Read(record) = &item else {
            lines.push(line(&item));
            continue;
        };
        if let Some(position) = (next..requested.len()).find(|&position| matches(record, &requested[position])) {
            lines.extend(requested[next..position].iter().map(missing));
            lines.push(line(&item));
            next = position + 1;
        } else {
            let mut object = record.line();
            object.insert("unexpected".to_owned(), true.into());
            lines.push(object.into());
        }
    }
    lines.extend(requested[next..].iter().map(missing));
    lines
}

/// Returns the line of an item.
fn line(item: &Item) -> Value {
    match item {
        Item::Read(record) => record.line().into(),
        Item::Malformed => malformed(),
    }
}
