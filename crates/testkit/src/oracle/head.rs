//! The head of a record of fmt 1: the values before its text, which messages and HLR replies share.

use super::record::Record;
use crate::cases::CaseQuery;

/// The fields of a record with all≥1 before its text, which starts at `rest`.
pub(super) struct Head {
    pub(super) record: Record,
    pub(super) rest: usize,
}

/// Returns the fixed fields of an SMS or e-mail with all≥1 (2.2), up to the message.
pub(super) fn message_fields(all: u8) -> Vec<&'static str> {
    let mut fields = vec!["status", "last_timestamp", "err", "send_timestamp", "phone"];
    if all == 2 {
        fields.extend(["country", "operator", "region"]);
    }
    fields.extend(["cost", "sender_id", "status_name"]);
    fields
}

/// Returns the slots of an SMS or e-mail, without those that a batch adds (2.2).
pub(super) fn message_slots(all: u8) -> Vec<&'static str> {
    if all == 0 {
        return vec!["status", "last_timestamp", "err"];
    }
    let mut fields = message_fields(all);
    fields.extend(["message", "comment", "type"]);
    fields
}

/// Parses values under their names. Names without a value are absent.
pub(super) fn set_all(query: &CaseQuery, names: &[&'static str], values: &[&[u8]]) -> Option<Record> {
    let mut record = Record::default();
    for (name, value) in names.iter().zip(values) {
        record.set(query, name, value)?;
    }
    Some(record)
}
