//! Groups of messages, and how they are shown.

use hashbrown::HashMap;

use crate::figures::{Breakdown, Group};
use crate::names::Names;
use crate::sender::is_phone;
use crate::tally::Sums;

/// The number of groups that are shown by themselves.
const GROUPS: usize = 15;

/// A group with its sums, from which those of several groups are made.
pub(crate) struct Named {
    pub(crate) group: Group,
    sums: Sums,
}

impl Named {
    fn new(name: Option<&str>, sums: Sums) -> Self {
        let group = Group { name: name.map(str::to_owned), totals: sums.totals, delay: sums.seconds.delay() };
        Self { group, sums }
    }
}

/// Returns groups with their names, in no order.
pub(crate) fn named(groups: HashMap<u32, Sums>, names: &Names) -> Vec<Named> {
    groups.into_iter().map(|(name, sums)| Named::new(names.text(name), sums)).collect()
}

/// Returns groups by type, in the order of the types. The name of each is the number of its type.
pub(crate) fn of_types(types: HashMap<u8, Sums>) -> Vec<Named> {
    let mut types: Vec<_> = types.into_iter().collect();
    types.sort_unstable_by_key(|(kind, _)| *kind);
    types.into_iter().map(|(kind, sums)| Named::new(Some(&kind.to_string()), sums)).collect()
}

/// Adds the groups of senders that are phones to the group of no name.
pub(crate) fn without_phones(groups: Vec<Named>) -> Vec<Named> {
    let is_none = |named: &Named| named.group.name.as_deref().is_none_or(is_phone);
    let (nameless, mut groups): (Vec<_>, Vec<_>) = groups.into_iter().partition(is_none);
    if !nameless.is_empty() {
        groups.push(Named::new(None, sum(&nameless)));
    }
    groups
}

fn sum(groups: &[Named]) -> Sums {
    let mut sum = Sums::default();
    for named in groups {
        sum.merge(&named.sums);
    }
    sum
}

/// Returns the groups of the most messages, and the others as one. Groups of equally many are in
/// the order of their names.
pub(crate) fn breakdown(mut groups: Vec<Named>) -> Breakdown {
    groups.sort_unstable_by(|one, other| {
        let sent = |named: &Named| named.group.totals.counts.sent();
        sent(other).cmp(&sent(one)).then_with(|| one.group.name.cmp(&other.group.name))
    });
    let others = groups.split_off(groups.len().min(GROUPS));
    Breakdown {
        groups: groups.into_iter().map(|named| named.group).collect(),
        others: (!others.is_empty()).then(|| Named::new(None, sum(&others)).group),
        others_count: others.len() as u64,
    }
}
