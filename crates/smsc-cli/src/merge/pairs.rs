//! The requested pairs, by which a report is recognised that lacks its id or its phone.

use std::collections::HashMap;

use smsc_proto::{Record, Requested};

use super::key::{Id, Key, Phone};

/// The requested pairs, by their parts; `None` for a part that several pairs share.
pub(super) struct KnownPairs<'a> {
    all: &'a [Requested<'a>],
    by_id: HashMap<Id, Option<usize>>,
    by_phone: HashMap<Phone, Option<usize>>,
}

impl<'a> KnownPairs<'a> {
    pub(super) fn new(all: &'a [Requested<'a>]) -> Self {
        let (mut by_id, mut by_phone) = (HashMap::new(), HashMap::new());
        for (at, pair) in all.iter().enumerate() {
            let Key { id, phone } = Key::of_pair(pair);
            by_id.entry(id).and_modify(|other| *other = None).or_insert(Some(at));
            if let Some(phone) = phone {
                by_phone.entry(phone).and_modify(|other| *other = None).or_insert(Some(at));
            }
        }
        Self { all, by_id, by_phone }
    }

    /// Returns the key of a report, and the pair that has what the report lacks of it: the only pair
    /// that the report can answer. Returns `None` if the report has no id, and there is no such pair.
    pub(super) fn key(&self, record: &Record<'_>) -> Option<(Key, Option<Requested<'a>>)> {
        let phone = record.phone().and_then(Phone::of);
        let Some(id) = record.id() else { return self.pair(phone.as_ref()).map(|pair| (Key::of_pair(&pair), Some(pair))) };
        let key = Key::new(id, phone);
        let pair = if key.phone.is_none() { self.nth(self.by_id.get(&key.id)) } else { None };
        Some((pair.map_or(key, |pair| Key::of_pair(&pair)), pair))
    }

    /// Returns the pair of a report without an id.
    fn pair(&self, phone: Option<&Phone>) -> Option<Requested<'a>> {
        match (phone, self.all) {
            (Some(phone), _) => self.nth(self.by_phone.get(phone)),
            (None, [pair]) => Some(*pair),
            _ => None,
        }
    }

    fn nth(&self, found: Option<&Option<usize>>) -> Option<Requested<'a>> {
        found.copied().flatten().and_then(|at| self.all.get(at)).copied()
    }
}
