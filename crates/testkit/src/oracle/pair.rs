//! The requested pairs, and the records that match them (R47a, R47d).

use super::id::Id;
use super::phone;
use super::record::Record;
use crate::cases::CaseQuery;

/// A requested pair.
pub(super) struct Pair {
    pub(super) id: Id,
    /// The phone as the caller passed it.
    pub(super) phone: String,
}

/// Returns the requested pairs of a query, if it has any.
pub(super) fn pairs(query: &CaseQuery) -> Option<Vec<Pair>> {
    let pair = |(id, phone): (String, String)| Some(Pair { id: Id::parse(id.as_bytes())?, phone });
    query.requested()?.into_iter().map(pair).collect()
}

/// Returns whether a record matches a pair.
pub(super) fn matches(record: &Record, pair: &Pair) -> bool {
    // R47a: a record without id or phone matches on the other one.
    let same_id = record.id.as_ref().is_none_or(|got| *got == pair.id);
    let same_phone = match record.phone() {
        None => true,
        // R13: the slots of a record that was not found may be empty.
        Some("") if record.status() == Some(-3) => true,
        Some(got) => phone::is_same(got, &pair.phone),
    };
    same_id && same_phone
}

/// Returns whether a record matches any of the pairs.
pub(super) fn is_requested(record: &Record, requested: &[Pair]) -> bool {
    requested.iter().any(|pair| matches(record, pair))
}
