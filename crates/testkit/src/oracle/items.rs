//! The items of a batch: its records in order, and its malformed lines (R46, R48).

use super::batch::{Batch, Found};
use super::record::MEBI;
use super::{Item, key_value, requested, values};

/// Returns the items of a batch, in order (R46).
pub(super) fn items(batch: &Batch<'_>) -> Vec<Item> {
    let mut items = Vec::new();
    let mut number = 0;
    while number < batch.len() {
        if let Some(found) = record_at(batch, number) {
            number = found.last + 1;
            items.push(Item::Read(found.record));
        } else {
            // R46, R48: only this line is malformed; the next one is parsed as usual.
            number += 1;
            items.push(Item::Malformed);
        }
    }
    items
}

/// Parses the record that starts at a line. Returns `None` if the line is malformed.
fn record_at(batch: &Batch<'_>, number: usize) -> Option<Found> {
    let query = batch.query;
    let line = batch.line(number);
    // R46d: a longer line is malformed.
    if line.len() > MEBI {
        return None;
    }
    // R46: with all=0 each line is a record.
    if query.all == 0 {
        let record = if query.fmt == 0 { key_value::whole(query, line) } else { values::short(query, line) };
        return record.map(|record| Found { last: number, record });
    }
    if let Some(record) = batch.line_alone(number) {
        return Some(Found { last: number, record });
    }
    batch.head(number)?;
    match &batch.requested {
        None => batch.by_r46(number),
        Some(pairs) => requested::choose(batch, pairs, number),
    }
}
