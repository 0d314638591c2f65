//! The notices: what needs somebody, the most urgent first.

use sms_outcome::Cause as By;

use crate::figures::{Cause, Counts, Figures, Notice};
use crate::groups::Named;
use crate::names::Names;
use crate::sender::is_phone;
use crate::tally::Reason;

/// The least number of messages at their end from which on two rates are compared.
const ENOUGH: u64 = 30;

/// The most names that a notice has, and the most notices about operators.
const FEW: usize = 5;

/// The reasons of failures, in the order of the figures.
pub(crate) struct Reasons<'a> {
    pub(crate) causes: &'a [(Cause, Reason)],
    pub(crate) names: &'a Names,
}

/// Returns the notices: reasons of the account, of sender names and of the content, a decline,
/// operators, and malformed lines.
pub(crate) fn notices(reasons: &Reasons<'_>, operators: &[Named], figures: &Figures) -> Vec<Notice> {
    let mut notices = reasons.of(By::Account, |cause, _| Notice::Account { cause });
    notices.extend(reasons.of(By::Sender, |cause, reason| Notice::Sender { cause, senders: reasons.senders(reason) }));
    notices.extend(reasons.of(By::Content, |cause, _| Notice::Content { cause }));
    let previous = figures.previous.map(|totals| totals.counts);
    if let Some(previous) = previous.filter(|previous| is_below(&figures.totals.counts, previous)) {
        notices.push(Notice::Decline { previous });
    }
    notices.extend(below_others(operators, &figures.totals.counts));
    if figures.quality.malformed > 0 {
        notices.push(Notice::Malformed { lines: figures.quality.malformed });
    }
    notices
}

impl Reasons<'_> {
    fn of(&self, by: By, notice: impl Fn(usize, &Reason) -> Notice) -> Vec<Notice> {
        let causes = self.causes.iter().enumerate().filter(|(_, (cause, _))| cause.outcome.cause == by);
        causes.map(|(at, (_, reason))| notice(at, reason)).collect()
    }

    /// Returns the most frequent sender names of a reason, without phones.
    fn senders(&self, reason: &Reason) -> Vec<String> {
        let names = reason.senders.iter().filter_map(|(name, count)| Some((self.names.text(*name)?, *count)));
        let mut names: Vec<_> = names.filter(|(name, _)| !is_phone(name)).collect();
        names.sort_unstable_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(other.0)));
        names.into_iter().take(FEW).map(|(name, _)| name.to_owned()).collect()
    }
}

/// Returns the notices of operators that deliver less than all others, those of the most failures
/// first.
fn below_others(operators: &[Named], all: &Counts) -> Vec<Notice> {
    let notice = |named: &Named| {
        let (name, counts) = (named.group.name.clone()?, named.group.totals.counts);
        let others = without(all, &counts);
        is_below(&counts, &others).then_some(Notice::Operator { name, counts, others })
    };
    let mut notices: Vec<_> = operators.iter().filter_map(notice).collect();
    notices.sort_unstable_by(|one, other| order(one).cmp(&order(other)));
    notices.truncate(FEW);
    notices
}

fn order(notice: &Notice) -> (std::cmp::Reverse<u64>, &str) {
    match notice {
        Notice::Operator { name, counts, .. } => (std::cmp::Reverse(counts.failed), name),
        _ => (std::cmp::Reverse(0), ""),
    }
}

/// Returns whether a rate is clearly lower than another one: their intervals do not overlap, and
/// there are enough messages of both.
fn is_below(counts: &Counts, others: &Counts) -> bool {
    let interval = |counts: &Counts| counts.interval().filter(|_| counts.ended() >= ENOUGH);
    interval(counts).zip(interval(others)).is_some_and(|((_, high), (low, _))| high < low)
}

/// Returns the messages of `all` that are not among `some` of them.
fn without(all: &Counts, some: &Counts) -> Counts {
    Counts {
        delivered: all.delivered - some.delivered,
        failed: all.failed - some.failed,
        pending: all.pending - some.pending,
        unknown: all.unknown - some.unknown,
        test: all.test - some.test,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(delivered: u64, failed: u64) -> Counts {
        Counts { delivered, failed, ..Counts::default() }
    }

    #[test]
    fn rates_are_compared_by_their_intervals_and_from_30_messages_on() {
        assert!(is_below(&counts(50, 50), &counts(950, 50)));
        assert!(!is_below(&counts(950, 50), &counts(50, 50)));
        assert!(!is_below(&counts(10, 19), &counts(950, 50)), "29 messages");
        assert!(is_below(&counts(10, 20), &counts(950, 50)), "30 messages");
        assert!(!is_below(&counts(27, 3), &counts(29, 1)), "the intervals overlap");
        assert!(!is_below(&counts(0, 100), &Counts { pending: 100, ..counts(29, 0) }));
    }
}
