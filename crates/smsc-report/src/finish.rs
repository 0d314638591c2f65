//! The figures of the sums over all messages.

use hashbrown::HashMap;

use crate::calendar::Calendar;
use crate::figures::{Breakdown, Cause, Figures, Group, Lookups, Money, Period, Quality, Reconciliation, Totals};
use crate::meaning::Codes;
use crate::names::Names;
use crate::notices::{Reasons, notices};
use crate::options::Options;
use crate::sender::is_phone;
use crate::statement::Statement;
use crate::tally::{Reason, Sums, Tally};
use crate::zone::Zone;

/// The number of groups that are shown by themselves.
const GROUPS: usize = 15;

/// Returns the figures.
pub(crate) fn figures(
    mut tally: Tally,
    quality: Quality,
    names: &Names,
    zone: &Zone,
    until: Option<u64>,
    options: Options,
) -> Figures {
    let statement = options.statement;
    let currency = options.currency.or_else(|| statement.as_ref()?.currency.clone());
    let lookups = Lookups {
        types: of_types(tally.lookups).into_iter().map(|named| named.group).collect(),
        with_operators: tally.with_operators,
        ported: tally.ported,
    };
    let Calendar { hours, weekdays, days } = Calendar::of(&tally.quarters, zone);
    let all_operators = named(std::mem::take(&mut tally.operators), names);
    let causes = causes(std::mem::take(&mut tally.causes));
    let mut figures = Figures {
        period: Period { first: tally.first, last: tally.last, until, zone: zone.name().to_owned(), currency },
        totals: tally.totals,
        previous: options.previous,
        countries: breakdown(named(tally.countries, names)),
        senders: breakdown(without_phones(named(tally.senders, names))),
        types: breakdown(of_types(tally.types)),
        hours,
        weekdays,
        days,
        delays: tally.times.delays(),
        parts: tally.parts,
        reconciliation: statement.map(|statement| reconciliation(&statement, &tally.totals, &lookups)),
        lookups,
        suppressed: tally.suppressions.counts(),
        quality,
        ..Figures::default()
    };
    let reasons = Reasons { causes: &causes, names };
    figures.notices = notices(&reasons, &all_operators, &figures);
    figures.operators = breakdown(all_operators);
    figures.causes = causes.into_iter().map(|(cause, _)| cause).collect();
    figures
}

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
fn named(groups: HashMap<u32, Sums>, names: &Names) -> Vec<Named> {
    groups.into_iter().map(|(name, sums)| Named::new(names.text(name), sums)).collect()
}

/// Returns groups by type, in the order of the types. The name of each is the number of its type.
fn of_types(types: HashMap<u8, Sums>) -> Vec<Named> {
    let mut types: Vec<_> = types.into_iter().collect();
    types.sort_unstable_by_key(|(kind, _)| *kind);
    types.into_iter().map(|(kind, sums)| Named::new(Some(&kind.to_string()), sums)).collect()
}

/// Adds the groups of senders that are phones to the group of no name.
fn without_phones(groups: Vec<Named>) -> Vec<Named> {
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

/// Returns the groups of the most messages, and the others as one. Groups of equally many are in the order of
/// their names.
fn breakdown(mut groups: Vec<Named>) -> Breakdown {
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

/// Returns the causes, the most frequent first, each with the sums that it is of.
fn causes(reasons: HashMap<Codes, Reason>) -> Vec<(Cause, Reason)> {
    let cause = |((status, err, kind), reason): (Codes, Reason)| {
        let cause = Cause {
            status: status.0,
            err: err.map(|err| err.0),
            message_type: kind.0.into(),
            outcome: sms_outcome::lookup(status, err, kind),
            count: reason.count,
            cost: reason.cost,
        };
        (cause, reason)
    };
    let mut causes: Vec<_> = reasons.into_iter().map(cause).collect();
    let order = |cause: &Cause| (std::cmp::Reverse(cause.count), cause.status, cause.err, cause.message_type);
    causes.sort_unstable_by_key(|(cause, _)| order(cause));
    causes
}

/// Compares the statistics with all messages and lookups, and with their cost from the main balance.
fn reconciliation(statement: &Statement, totals: &Totals, lookups: &Lookups) -> Reconciliation {
    let all = std::iter::once(totals).chain(lookups.types.iter().map(|group| &group.totals));
    let (mut messages, mut cost) = (0, Money::default());
    for totals in all {
        messages += totals.counts.sent();
        cost += totals.cost;
    }
    Reconciliation { messages: (statement.messages, messages), cost: (statement.cost, cost) }
}
