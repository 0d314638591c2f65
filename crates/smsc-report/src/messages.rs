//! The messages whose reports are merged: the reports that the state of each consists of, as
//! `sms_tracker::Merged` keeps them.

use std::hash::BuildHasher as _;

use hashbrown::{DefaultHashBuilder, HashTable};

use crate::key::Key;
use crate::names::{NONE, Names};
use crate::report::{Fields, Report};

/// The messages. One with a single report takes about 100 bytes, and each further report that its
/// state consists of 72.
#[derive(Default)]
pub(crate) struct Messages {
    all: Vec<Message>,
    /// The places in `all`, by the hash of the key.
    index: HashTable<u32>,
    hasher: DefaultHashBuilder,
    /// Reports that a state consists of beside the greatest one.
    lesser: Vec<Lesser>,
    /// The first place in `lesser` that is free, or [`NONE`].
    free: u32,
    /// The reports of one message.
    reports: Vec<Report>,
}

struct Message {
    key: Key,
    greatest: Report,
    /// The place of the next report in `lesser`, or [`NONE`].
    next: u32,
}

struct Lesser {
    report: Report,
    next: u32,
}

const _: () = assert!(size_of::<Message>() <= 88, "every message is in memory");

impl Messages {
    /// Creates an empty set.
    pub(crate) fn new() -> Self {
        Self { free: NONE, ..Self::default() }
    }

    /// Returns the number of messages.
    pub(crate) const fn len(&self) -> usize {
        self.all.len()
    }

    /// Adds a report of a message.
    pub(crate) fn add(&mut self, key: Key, report: Report, names: &Names) {
        let hash = self.hasher.hash_one(key);
        let Self { all, index, hasher, .. } = self;
        let found = index.find(hash, |at| all.get(*at as usize).is_some_and(|message| message.key == key)).copied();
        let Some(at) = found else {
            // As many messages do not fit into memory.
            let at = u32::try_from(all.len()).unwrap_or(NONE);
            index.insert_unique(hash, at, |at| all.get(*at as usize).map_or(0, |message| hasher.hash_one(message.key)));
            all.push(Message { key, greatest: report, next: NONE });
            return;
        };
        let Some(message) = all.get_mut(at as usize) else { return };
        if message.next == NONE && merge_two(&mut message.greatest, &report) {
            return;
        }
        self.merge(at, report, names);
    }

    /// Merges a report with those that the state of a message consists of.
    fn merge(&mut self, at: u32, report: Report, names: &Names) {
        let mut reports = std::mem::take(&mut self.reports);
        reports.clear();
        let Some(message) = self.all.get_mut(at as usize) else { return };
        reports.push(message.greatest);
        let mut next = std::mem::replace(&mut message.next, NONE);
        while let Some(lesser) = self.lesser.get_mut(next as usize) {
            reports.push(lesser.report);
            // The place becomes free.
            let after = std::mem::replace(&mut lesser.next, self.free);
            self.free = std::mem::replace(&mut next, after);
        }
        let place = reports.partition_point(|kept| kept.compare(&report, names).is_gt());
        if reports.get(place) != Some(&report) {
            reports.insert(place, report);
        }
        keep_needed(&mut reports);
        let mut next = NONE;
        for report in reports.iter().skip(1).rev() {
            next = self.store(Lesser { report: *report, next });
        }
        if let (Some(message), Some(greatest)) = (self.all.get_mut(at as usize), reports.first()) {
            (message.greatest, message.next) = (*greatest, next);
        }
        self.reports = reports;
    }

    /// Stores a report in a free place, and returns the place.
    fn store(&mut self, lesser: Lesser) -> u32 {
        let free = self.free;
        if let Some(place) = self.lesser.get_mut(free as usize) {
            self.free = std::mem::replace(place, lesser).next;
            return free;
        }
        self.lesser.push(lesser);
        u32::try_from(self.lesser.len() - 1).unwrap_or(NONE)
    }

    /// Returns the messages in the order of their first reports: the key of each and its reports as
    /// one.
    pub(crate) fn merged(&self) -> impl Iterator<Item = (Key, Report)> {
        self.all.iter().map(|message| {
            let (mut merged, mut next) = (message.greatest, message.next);
            while let Some(lesser) = self.lesser.get(next as usize) {
                merged.complete(&lesser.report);
                next = lesser.next;
            }
            (message.key, merged)
        })
    }
}

/// Merges two reports of different states if the greater one has all fields of the other. Returns
/// whether it is done.
fn merge_two(greatest: &mut Report, report: &Report) -> bool {
    if greatest == report {
        return true;
    }
    let has_all = |one: &Report, other: &Report| other.fields() & !one.fields() == 0;
    let order = greatest.compare_state(report);
    if order.is_gt() && has_all(greatest, report) {
        return true;
    }
    if order.is_lt() && has_all(report, greatest) {
        *greatest = *report;
        return true;
    }
    false
}

/// Removes the reports that the state does not consist of, from those in their order, the greatest
/// first.
fn keep_needed(reports: &mut Vec<Report>) {
    let mut known: Fields = 0;
    let mut is_first = true;
    reports.retain(|report| {
        let fields = report.fields();
        let is_needed = std::mem::take(&mut is_first) || fields & !known != 0;
        known |= fields;
        is_needed
    });
}

#[cfg(test)]
mod tests;
