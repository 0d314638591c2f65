//! The items of a batch: its records in order, and its malformed lines (R46, R48).

use super::batch::{Batch, Found, Search};
use super::record::{MEBI, Record};
use super::{Item, key_value, pair, requested, values};

/// Returns the items of a batch, in order (R46).
pub(super) fn items(batch: &Batch<'_>) -> Vec<Item> {
    let mut items = Vec::new();
    // R46j: the full record starts that interrupted a record.
    let mut interrupting = Vec::new();
    let mut number = 0;
    while number < batch.len() {
        let Search { found, interrupted_by } = record_at(batch, number, interrupting.contains(&number));
        interrupting.extend(interrupted_by);
        if let Some(found) = found {
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

/// Parses the record that starts at a line. It has no end if the line is malformed. A record that
/// interrupts another one is ambiguous (R46j), unless its pair is known (R47b).
fn record_at(batch: &Batch<'_>, number: usize, interrupts: bool) -> Search {
    let query = batch.query;
    let line = batch.line(number);
    let without_search = |record: Option<Record>| {
        let found = record.map(|record| Found { last: number, record });
        Search { found, interrupted_by: None }
    };
    // R46d: a longer line is malformed.
    if line.len() > MEBI {
        return without_search(None);
    }
    // R46: with all=0 each line is a record.
    if query.all == 0 {
        let record = if query.fmt == 0 { key_value::whole(query, line) } else { values::short(query, line) };
        return without_search(record);
    }
    let pairs = batch.requested.as_deref();
    if let Some(mut record) = batch.line_alone(number) {
        // A record without an id makes no pair.
        let is_known = record.id.is_some() && pairs.is_some_and(|pairs| pair::is_requested(&record, pairs));
        record.ambiguous_end = interrupts && !is_known;
        return without_search(Some(record));
    }
    if batch.head(number).is_none() {
        return without_search(None);
    }
    let mut search = batch.search(number);
    if let Some(found) = &mut search.found {
        found.record.ambiguous_end |= interrupts;
    }
    let Some(pairs) = pairs else { return search };
    Search { found: requested::choose(batch, pairs, number, search.found), ..search }
}
