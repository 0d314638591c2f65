//! The messages, each with the reports that its state consists of.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use sms_tracker::Merged;
use smsc_proto::Record;

use super::facts::Facts;
use super::key::Key;
use super::report;

/// The messages by their keys.
#[derive(Default)]
pub(super) struct Messages(HashMap<Key, Message>);

/// A message, with all that is known of it.
pub(super) struct Message {
    /// The reports that the state consists of.
    reports: Box<[u8]>,
    pub(super) facts: Facts,
}

impl Messages {
    /// Adds a report of a message.
    pub(super) fn add(&mut self, key: Key, bytes: &[u8], facts: Facts) {
        match self.0.entry(key) {
            Entry::Vacant(place) => {
                place.insert(Message { reports: bytes.into(), facts });
            }
            Entry::Occupied(mut message) => message.get_mut().add(bytes, facts),
        }
    }

    pub(super) fn has(&self, key: &Key) -> bool {
        self.0.contains_key(key)
    }

    /// Returns the messages in the order of their keys. Reports that name an id alone are those of the
    /// message with this id, if there is one. The flag marks those that can be of several messages.
    pub(super) fn sorted(self) -> Vec<(Message, bool)> {
        let mut all: Vec<_> = self.0.into_iter().collect();
        all.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        let mut sorted = Vec::with_capacity(all.len());
        let mut all = all.into_iter().peekable();
        while let Some((key, message)) = all.next() {
            let mut others = 0;
            let mut of_id = vec![];
            while key.phone.is_none()
                && let Some((_, other)) = all.next_if(|(next, _)| next.id == key.id)
            {
                others += 1;
                of_id.push((other, false));
            }
            match &mut of_id[..] {
                [(only, _)] => only.add(&message.reports, message.facts),
                _ => sorted.push((message, others > 1)),
            }
            sorted.append(&mut of_id);
        }
        sorted
    }
}

impl Message {
    /// Adds reports, and drops those that the state does not consist of any more.
    fn add(&mut self, bytes: &[u8], facts: Facts) {
        self.facts.add(facts);
        if all(&self.reports).any(|report| Some(report) == report::split(bytes).map(|(only, _)| only)) && all(bytes).count() == 1 {
            return;
        }
        let mut records: Vec<_> = all(&self.reports).chain(all(bytes)).map(report::decode).collect();
        let mut reports = Vec::with_capacity(self.reports.len() + bytes.len());
        for record in Merged::new(&mut records).reports() {
            report::encode(record, None, record.is_ambiguous(), &mut reports);
        }
        self.reports = reports.into();
    }

    /// Passes what is known to `take`: one record, and whether the message was not found at some time.
    pub(super) fn with_merged<T>(&self, take: impl FnOnce(&Record<'_>, bool) -> T) -> T {
        let mut records: Vec<_> = all(&self.reports).map(report::decode).collect();
        let merged = Merged::new(&mut records);
        // All texts are in UTF-8 without escapes, so one record can have them.
        let record = merged.record().unwrap_or(Record::empty());
        take(&record, merged.was_not_found())
    }
}

/// Returns the reports in these bytes.
fn all(mut bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    std::iter::from_fn(move || {
        let (report, rest) = report::split(bytes)?;
        bytes = rest;
        Some(report)
    })
}
