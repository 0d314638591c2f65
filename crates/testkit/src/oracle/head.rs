//! The head of a record of fmt 1: the values up to its text, which messages and HLR replies share.

use super::record::Record;
use crate::cases::CaseQuery;

/// The front of a record with all≥1: what stands before the text, which begins at `rest`.
pub(super) struct Head {
    pub(super) record: Record,
    pub(super) rest: usize,
}

/// Reads values under their names. Names without a value are absent.
pub(super) fn put_all(query: &CaseQuery, names: &[&'static str], values: &[&[u8]]) -> Option<Record> {
    let mut record = Record::default();
    for (name, value) in names.iter().zip(values) {
        record.put(query, name, value)?;
    }
    Some(record)
}
