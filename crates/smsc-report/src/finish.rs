//! The figures of the sums over all messages.

use hashbrown::HashMap;

use crate::calendar::Calendar;
use crate::figures::{Cause, Figures, Lookups, Money, Period, Quality, Reconciliation, Totals};
use crate::groups::{breakdown, named, of_types, without_phones};
use crate::meaning::Codes;
use crate::names::Names;
use crate::notices::{Reasons, notices};
use crate::options::Options;
use crate::statement::Statement;
use crate::tally::{Reason, Tally};
use crate::zone::Zone;

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

/// Compares the statistics with all messages and lookups, and with their cost from the main
/// balance.
fn reconciliation(statement: &Statement, totals: &Totals, lookups: &Lookups) -> Reconciliation {
    let all = std::iter::once(totals).chain(lookups.types.iter().map(|group| &group.totals));
    let (mut messages, mut cost) = (0, Money::default());
    for totals in all {
        messages += totals.counts.sent();
        cost += totals.cost;
    }
    Reconciliation { messages: (statement.messages, messages), cost: (statement.cost, cost) }
}
