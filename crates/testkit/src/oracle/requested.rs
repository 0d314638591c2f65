//! The pairs that the caller asked for (R47).

use serde_json::{Value, json};

use super::batch::{Batch, Found};
use super::record::Record;
use super::values::Reading;
use super::{Item, malformed};
use crate::cases::CaseQuery;

/// R47b looks at so many lines, the head's own among them.
const REGION: usize = 64;

/// Whether a record makes this pair.
fn makes(record: &Record, (id, phone): &(u64, String)) -> bool {
    // R47a: a record without id or phone matches on what it has, and a `+` in front of an asked phone does not count.
    let asked_phone = phone.strip_prefix('+').unwrap_or(phone);
    let same_id = record.id.is_none_or(|got| got == *id);
    let same_phone = match record.phone() {
        None => true,
        // R13: the slots of a record that was not found may be empty.
        Some("") if record.status() == Some(-3) => true,
        Some(got) => got == asked_phone,
    };
    same_id && same_phone
}

/// Whether a record makes any of the pairs.
fn was_asked(record: &Record, asked: &[(u64, String)]) -> bool {
    asked.iter().any(|pair| makes(record, pair))
}

/// R47b: the record that begins at a head, where the asked pairs have a word in where it ends.
pub(super) fn choose(batch: &Batch<'_>, asked: &[(u64, String)], head: usize) -> Option<Found> {
    let found = batch.by_r46(head);
    // R47c: the phone hangs on the end as well, so nothing is known of the pair before the end is.
    if batch.only_the_end_tells(head) {
        return found;
    }
    let region = region(batch, head);
    let good_ends: Vec<Found> = region
        .iter()
        .filter_map(|&last| match batch.reading(head, last) {
            Reading::Record(record) if was_asked(&record, asked) => Some(Found { last, record }),
            _ => None,
        })
        .collect();
    let several = good_ends.len() > 1;
    // (a) The pair of R46's record was asked: it stays.
    if let Some(mut found) = found {
        if was_asked(&found.record, asked) {
            found.record.ambiguous_end &= several;
            found.record.doubtful_end = false;
            return Some(found);
        }
        return shorter(good_ends).or_else(|| if is_cut(batch, asked, head, &region, &found) { None } else { Some(found) });
    }
    shorter(good_ends)
}

/// (b) The record ends at the first end that makes an asked pair.
fn shorter(good_ends: Vec<Found>) -> Option<Found> {
    let several = good_ends.len() > 1;
    let mut first = good_ends.into_iter().next()?;
    first.record.ambiguous_end = several;
    Some(first)
}

/// The lines that R47b looks at: 64, and none behind the first end that is the last line or stands before a full head.
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

/// (c) Whether a full head further down in R46's record makes an asked pair with that record's id: then the head is a cut record, and its
/// line is malformed by itself.
fn is_cut(batch: &Batch<'_>, asked: &[(u64, String)], head: usize, region: &[usize], found: &Found) -> bool {
    let inside = region.iter().copied().filter(|line| (head + 1..=found.last).contains(line));
    inside.flat_map(|line| batch.head(line).into_iter().chain(batch.line_alone(line))).any(|mut other| {
        other.id = found.record.id;
        was_asked(&other, asked)
    })
}

/// R47: the lines that are printed, with what is missing and what nobody asked for.
pub(super) fn match_up(query: &CaseQuery, items: Vec<Item>) -> Vec<Value> {
    let Some(asked) = query.requested() else {
        return items.into_iter().map(|item| line(&item)).collect();
    };
    let missing = |(id, phone): &(u64, String)| json!({"missing": {"id": id, "phone": phone}});
    let mut lines = Vec::new();
    // The pairs before this one have come or are reported as missing.
    let mut next = 0;
    for item in items {
        let Item::Read(record) = &item else {
            lines.push(line(&item));
            continue;
        };
        if let Some(place) = (next..asked.len()).find(|&place| makes(record, &asked[place])) {
            lines.extend(asked[next..place].iter().map(missing));
            lines.push(line(&item));
            next = place + 1;
        } else {
            let mut object = record.line();
            object.insert("unexpected".to_owned(), true.into());
            lines.push(object.into());
        }
    }
    lines.extend(asked[next..].iter().map(missing));
    lines
}

/// The line of one thing.
fn line(item: &Item) -> Value {
    match item {
        Item::Read(record) => record.line().into(),
        Item::Malformed => malformed(),
    }
}
