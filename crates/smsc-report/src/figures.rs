//! The figures of a report: numbers and names, without a language and without a phone or a text.

mod counts;
mod money;

use serde::{Serialize, Serializer};

pub use counts::Counts;
pub use money::Money;

/// All figures of a report.
///
/// A message is counted once: reports of one message are merged before. Lookups (HLR and ping) are
/// in [`lookups`](Self::lookups) alone.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Figures {
    /// The period of the messages.
    pub period: Period,
    /// The totals of all messages.
    pub totals: Totals,
    /// The totals of the period before, if its replies were read.
    pub previous: Option<Totals>,
    /// The notices: what needs somebody, the most urgent first.
    pub notices: Vec<Notice>,
    /// The messages by the operator of the phone.
    pub operators: Breakdown,
    /// The messages by the country of the phone.
    pub countries: Breakdown,
    /// The messages by sender name. A sender that is a phone number is in the group of no name.
    pub senders: Breakdown,
    /// The messages by type; the name of a group is the number of the type.
    pub types: Breakdown,
    /// The messages by the hour of the day they were sent in, from 0 to 23; empty if no time is known.
    pub hours: Vec<Totals>,
    /// The messages by the day of the week they were sent on, from Monday; empty if no time is known.
    pub weekdays: Vec<Totals>,
    /// The messages by the day they were sent on (`2026-11-30`), in their order, with days of none
    /// between unless the period is longer than three years.
    pub days: Vec<(String, Totals)>,
    /// The time from sending to delivery.
    pub delays: Delays,
    /// The reasons of failures, the most frequent first.
    pub causes: Vec<Cause>,
    /// The parts of the messages.
    pub parts: Parts,
    /// The lookups, and the messages and lookups of phones that were ported to another operator.
    pub lookups: Lookups,
    /// The number of phones not to be written to any more, by reason: of messages and of lookups.
    pub suppressed: Vec<Suppressed>,
    /// The flaws of the replies.
    pub quality: Quality,
    /// The comparison with the statistics of the account.
    pub reconciliation: Option<Reconciliation>,
}

/// The period of the messages of a report.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Period {
    /// The time the first message was sent at, in Unix seconds.
    pub first: Option<u64>,
    /// The time the last message was sent at, in Unix seconds.
    pub last: Option<u64>,
    /// The latest time in the replies, in Unix seconds: what happened after it is not known.
    pub until: Option<u64>,
    /// The name of the time zone of days and hours, such as `Europe/Moscow` or `+03:00`.
    pub zone: String,
    /// The currency of the cost, if it is known. No reply has it.
    pub currency: Option<String>,
}

/// The totals of messages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// The number of messages by state.
    pub counts: Counts,
    /// The sum of their cost from the main balance.
    pub cost: Money,
    /// The sum of their cost from the second balance (bit 5 of `flag`).
    pub second_cost: Money,
    /// The part of both sums that failed messages took.
    pub failed_cost: Money,
    /// The number of messages whose cost is known.
    pub with_cost: u64,
}

/// The messages by one property.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Breakdown {
    /// The groups of the most messages, at most 15, the greatest first.
    pub groups: Vec<Group>,
    /// All further groups as one.
    pub others: Option<Group>,
    /// The number of further groups.
    pub others_count: u64,
}

/// The messages of a group.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Group {
    /// The name as the service sent it. `None` is for messages without one.
    pub name: Option<String>,
    /// The totals of its messages.
    pub totals: Totals,
    /// The time to deliver of its messages, if any was delivered at a known time.
    pub delay: Option<Delay>,
}

/// The time from sending to delivery, of messages with the status 1 alone: with 2 and 4 the last
/// change is the reading or the click.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Delays {
    /// The percentiles of all of them.
    pub all: Option<Delay>,
    /// The histogram, from the shortest time to the longest, without bins of none at both ends.
    pub histogram: Vec<Bin>,
    /// The number of delivered messages of the status 1 whose time is not known.
    pub unknown: u64,
    /// The number of messages whose time is negative or over three days; no percentile counts them.
    pub out_of_range: u64,
}

/// Percentiles of the time to deliver, in whole seconds. They are exact: the smallest time that at
/// least so large a part of the messages took at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Delay {
    /// The number of messages.
    pub count: u64,
    /// The time that half of them took at most.
    pub median_s: u32,
    /// The time that 90 % of them took at most.
    pub p90_s: u32,
    /// The time that 99 % of them took at most.
    pub p99_s: u32,
}

/// A bin of the histogram.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Bin {
    /// The shortest time of the bin, in seconds.
    pub from_s: u32,
    /// The time the next bin starts at, in seconds.
    pub to_s: u32,
    /// The number of messages.
    pub count: u64,
}

/// A reason of failures: one combination of codes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cause {
    /// The status.
    pub status: i32,
    /// The error, if the replies have it.
    pub err: Option<u32>,
    /// The number of the type of the messages (0 is SMS).
    pub message_type: i32,
    /// The meaning. JSON has the name of its cause.
    #[serde(rename = "cause", serialize_with = "name_of_cause")]
    pub outcome: sms_outcome::Outcome,
    /// The number of failed messages.
    pub count: u64,
    /// The sum of their cost, from both balances.
    pub cost: Money,
}

fn name_of_cause<S: Serializer>(outcome: &sms_outcome::Outcome, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(outcome.cause.name())
}

/// The parts of messages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Parts {
    /// The number of messages of 1 part, of 2 parts and so on, up to 255; those of none are 0.
    pub messages: Vec<u64>,
    /// The number of messages whose text is known.
    pub with_text: u64,
    /// The number of SMS with at most five characters in their last part, of two or more. Not counted
    /// are those with another number of parts in the reply than the text has.
    pub just_over: u64,
    /// The cost of the last parts of these messages, each rounded down to 1/10,000.
    pub just_over_cost: Money,
}

/// The lookups: HLR requests and pings.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Lookups {
    /// The totals by type; the name of a group is the number of the type.
    pub types: Vec<Group>,
    /// The number of messages and lookups of phones whose operator and former operator are both known.
    pub with_operators: u64,
    /// The number of those whose phones belong to another operator than before.
    pub ported: u64,
}

/// Phones not to be written to any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Suppressed {
    /// The reason: the name of the [`sms_outcome::Channel`] in which the phone will not be reached.
    pub reason: &'static str,
    /// The number of phones.
    pub phones: u64,
}

/// The flaws of the replies: what is wrong, ambiguous or missing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Quality {
    /// The number of records that were read.
    pub records: u64,
    /// The number of records that are further reports of a message.
    pub merged: u64,
    /// The number of lines that are no record.
    pub malformed: u64,
    /// The number of replies that are an error of the API.
    pub api_errors: u64,
    /// The number of records that can be read in several ways.
    pub ambiguous: u64,
    /// The number of records of the status -3: the service did not find the message.
    pub not_found: u64,
    /// The number of messages with a status or an error that is in no list.
    pub unknown_codes: u64,
    /// The number of messages without the time they were sent at.
    pub without_time: u64,
    /// The number of messages without a cost.
    pub without_cost: u64,
    /// The number of messages without an id or a phone, which cannot be merged.
    pub without_key: u64,
}

/// The comparison with the statistics of the account for the same period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reconciliation {
    /// The number of messages in the statistics, and in the replies.
    pub messages: (u64, u64),
    /// The cost in the statistics, and in the replies.
    pub cost: (Money, Money),
}

/// Something that needs somebody.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Notice {
    /// Messages failed for a reason of the account: money, limits, access.
    Account {
        /// The index of the reason in [`Figures::causes`].
        cause: usize,
    },
    /// Messages failed because of the sender name.
    Sender {
        /// The index of the reason in [`Figures::causes`].
        cause: usize,
        /// The sender names it concerns, the most frequent first, at most five.
        senders: Vec<String>,
    },
    /// Messages failed because of their content.
    Content {
        /// The index of the reason in [`Figures::causes`].
        cause: usize,
    },
    /// An operator delivers clearly less than the others: the intervals do not overlap.
    Operator {
        /// The operator.
        name: String,
        /// Its messages.
        counts: Counts,
        /// The messages of all others.
        others: Counts,
    },
    /// The rate is clearly lower than in the period before: the intervals do not overlap.
    Decline {
        /// The messages before.
        previous: Counts,
    },
    /// Replies hold malformed lines.
    Malformed {
        /// Their number.
        lines: u64,
    },
}
