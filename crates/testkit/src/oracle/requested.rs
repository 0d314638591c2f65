//! The requested pairs (R47).

use serde_json::{Value, json};

use super::batch::{Batch, Found, REGION};
use super::pair::{Pair, is_requested, matches, pairs};
use super::values::{Reading, TextIds};
use super::{Item, malformed};
use crate::cases::CaseQuery;

/// Returns the record that starts at a head, whose end the requested pairs may decide (R47b).
/// `found` is the record by R46.
pub(super) fn choose(batch: &Batch<'_>, requested: &[Pair], head: usize, found: Option<Found>) -> Option<Found> {
    // R47c: the phone too depends on the end, so the pair is not known before the end is.
    if batch.depends_on_the_end(head) {
        return found;
    }
    let region = region(batch, head);
    let mut possible_ends: Vec<Found> = region
        .iter()
        .filter_map(|&last| match batch.reading(head, last, TextIds::Anywhere) {
            Reading::Record(record) if is_requested(&record, requested) => Some(Found { last, record }),
            _ => None,
        })
        .collect();
    let is_ambiguous = possible_ends.len() > 1;
    match found {
        // (a) The record by R46 is of a requested pair: it stays.
        Some(mut found) if is_requested(&found.record, requested) => {
            found.record.ambiguous_end &= is_ambiguous;
            found.record.uncertain_end = false;
            Some(found)
        }
        // (b) The first end at which the record matches a requested pair decides, unless that end
        // belongs to another record.
        _ if !possible_ends.is_empty() => {
            let mut first = possible_ends.remove(0);
            first.record.ambiguous_end = is_ambiguous;
            let mut inside = head + 1..=first.last;
            let is_cut = inside.any(|line| batch.is_full_record_start(line) && makes_pair(batch, requested, line, &first));
            (!is_cut).then_some(first)
        }
        // (c) A whole head in the record by R46 makes a requested pair: the first line is cut.
        Some(found) => {
            let mut inside = region.into_iter().filter(|line| (head + 1..=found.last).contains(line));
            let is_cut = inside.any(|line| makes_pair(batch, requested, line, &found));
            (!is_cut).then_some(found)
        }
        None => None,
    }
}

/// Returns whether a line is a whole head that matches a requested pair with the id of this record.
fn makes_pair(batch: &Batch<'_>, requested: &[Pair], line: usize, found: &Found) -> bool {
    batch.head(line).into_iter().chain(batch.line_alone(line)).any(|mut other| {
        other.id.clone_from(&found.record.id);
        is_requested(&other, requested)
    })
}

/// Returns the lines that R47b considers: 64, and none after the first end that is the last line or
/// before a whole head.
fn region(batch: &Batch<'_>, head: usize) -> Vec<usize> {
    let mut region = Vec::new();
    for last in head..batch.len().min(head + REGION) {
        region.push(last);
        let is_end = !matches!(batch.reading(head, last, TextIds::AfterType), Reading::NoEnd);
        if is_end && (last + 1 == batch.len() || batch.is_full_head(last + 1)) {
            break;
        }
    }
    region
}

/// Returns the lines of the output, with missing and unexpected records (R47).
pub(super) fn match_up(query: &CaseQuery, items: Vec<Item>) -> Vec<Value> {
    let Some(requested) = pairs(query) else {
        return items.into_iter().map(|item| line(&item)).collect();
    };
    let missing = |pair: &Pair| json!({"missing": {"id": pair.id.value(), "phone": pair.phone}});
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
