//! The head of a record of fmt 1: the values before its text, which messages and HLR replies share.

use super::record::Record;
use crate::cases::CaseQuery;

/// The fields of a record with all≥1 before its text, which starts at `rest`.
pub(super) struct Head {
    pub(super) record: Record,
    pub(super) rest: usize,
}

/// Parses values under their names. Names without a value are absent.
pub(super) fn set_all(query: &CaseQuery, names: &[&'static str], values: &[&[u8]]) -> Option<Record> {
    let mut record = Record::default();
    for (name, value) in names.iter().zip(values) {
        record.set(query, name, value)?;
    }
    Some(record)
}
