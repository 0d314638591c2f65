//! The items of a reply as reports with their keys, and the lines that are printed at once.

use std::ops::Range;

use smsc_proto::{Match, Record};

use super::facts::Facts;
use super::key::Key;
use super::pairs::KnownPairs;
use super::print::{Form, Piece};
use super::report;
use crate::failure::Failure;
use crate::lang::fill;
use crate::read::Item;

/// The collector of items.
pub(super) struct Collector<'a> {
    pub(super) pairs: &'a KnownPairs<'a>,
    pub(super) form: &'a Form,
}

/// The reports and lines of some items.
#[derive(Default)]
pub(super) struct Group {
    bytes: Vec<u8>,
    /// The reports, each with its range of the bytes.
    reports: Vec<(Key, Range<usize>, Facts)>,
    pub(super) pieces: Vec<Piece>,
    pub(super) counts: Counts,
}

/// The numbers of the items that could not be merged.
#[derive(Clone, Copy, Default)]
pub(super) struct Counts {
    pub(super) malformed: u64,
    /// Reports without a key.
    pub(super) keyless: u64,
    /// Lines of JSON that are no report.
    pub(super) others: u64,
}

impl Counts {
    pub(super) fn add(&mut self, other: Self) {
        self.malformed += other.malformed;
        self.keyless += other.keyless;
        self.others += other.others;
    }

    /// Returns whether everything that should be a report was merged.
    pub(super) const fn is_whole(&self) -> bool {
        self.malformed == 0 && self.keyless == 0
    }

    /// Returns the numbers as a sentence, unless all are 0.
    pub(super) fn sentence(&self) -> Option<String> {
        let parts = [
            (self.malformed, fill("{0} malformed", &[&self.malformed])),
            (self.keyless, fill("{0} of no known message", &[&self.keyless])),
            (self.others, fill("{0} lines that are no report", &[&self.others])),
        ];
        let parts: Vec<_> = parts.into_iter().filter(|(count, _)| *count != 0).map(|(_, part)| part).collect();
        if parts.is_empty() { None } else { Some(parts.join(", ")) }
    }
}

impl Group {
    /// Removes everything and keeps the memory.
    pub(super) fn clear(&mut self) {
        self.bytes.clear();
        self.reports.clear();
        self.pieces.clear();
        self.counts = Counts::default();
    }

    /// Removes the reports and returns them: each with its key, its bytes and its facts.
    pub(super) fn reports(&mut self) -> impl Iterator<Item = (Key, &[u8], Facts)> {
        let bytes = &self.bytes;
        self.reports.drain(..).map(|(key, range, facts)| (key, &bytes[range], facts))
    }

    /// Adds a report.
    pub(super) fn add(&mut self, key: Key, facts: Facts, encode: impl FnOnce(&mut Vec<u8>)) {
        let start = self.bytes.len();
        encode(&mut self.bytes);
        self.reports.push((key, start..self.bytes.len(), facts));
    }
}

impl Collector<'_> {
    /// Adds an item to the group. What is no report is printed as `smsc decode` prints it.
    pub(super) fn item(&self, item: &Item<'_>, group: &mut Group) -> Result<(), Failure> {
        match item {
            Item::Match(Match::Requested(record) | Match::Unexpected(record)) => {
                self.record(record, record.is_ambiguous(), Facts::of(record), group)?;
            }
            // Whether a report of it is in another reply is known at the end.
            Item::Match(Match::Missing(_)) => {}
            Item::Malformed(_) => {
                group.counts.malformed += 1;
                group.pieces.push(self.form.item(item)?);
            }
            Item::ApiError(_) | Item::Deleted => group.pieces.push(self.form.item(item)?),
        }
        Ok(())
    }

    /// Adds a report to the group. Returns its key.
    pub(super) fn record(
        &self,
        record: &Record<'_>,
        is_ambiguous: bool,
        facts: Facts,
        group: &mut Group,
    ) -> Result<Option<Key>, Failure> {
        let Some((key, pair)) = self.pairs.key(record) else {
            group.counts.keyless += 1;
            group.pieces.push(self.form.keyless(record)?);
            return Ok(None);
        };
        group.add(key.clone(), facts, |bytes| report::encode(record, pair, is_ambiguous, bytes));
        Ok(Some(key))
    }
}
