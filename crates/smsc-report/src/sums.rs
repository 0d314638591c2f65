//! Sums over messages.

use hashbrown::HashMap;
use sms_outcome::State;

use crate::figures::{Bin, Counts, Delay, Delays, Money, Totals};

/// The longest time that is counted, in seconds: three days. No message is tried for longer than
/// one.
pub(crate) const MAX_DELAY: u32 = 3 * 86_400;

/// The bounds of the bins of the histogram, in seconds: on a logarithmic axis, as times are usually
/// named.
const BOUNDS: [u32; 21] =
    [0, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1_200, 1_800, 3_600, 7_200, 18_000, 36_000, 72_000, 108_000, 172_800, MAX_DELAY];

/// The values of one message that are added up.
#[derive(Clone, Copy)]
pub(crate) struct Item {
    /// The state, or `None` for a test send.
    pub(crate) state: Option<State>,
    /// The cost in 1/10,000.
    pub(crate) cost: Option<i64>,
    pub(crate) is_second_balance: bool,
}

impl Totals {
    /// Adds a message.
    pub(crate) fn add(&mut self, item: Item) {
        let Counts { delivered, failed, pending, unknown, test } = &mut self.counts;
        *match item.state {
            Some(State::Delivered) => delivered,
            Some(State::Failed) => failed,
            Some(State::Pending) => pending,
            Some(State::Unknown) => unknown,
            None => test,
        } += 1;
        let Some(cost) = item.cost else { return };
        let cost = Money(cost.into());
        self.with_cost += 1;
        *if item.is_second_balance { &mut self.second_cost } else { &mut self.cost } += cost;
        if item.state == Some(State::Failed) {
            self.failed_cost += cost;
        }
    }

    /// Adds the totals of other messages.
    pub(crate) fn merge(&mut self, other: &Self) {
        self.counts.delivered += other.counts.delivered;
        self.counts.failed += other.counts.failed;
        self.counts.pending += other.counts.pending;
        self.counts.unknown += other.counts.unknown;
        self.counts.test += other.counts.test;
        self.cost += other.cost;
        self.second_cost += other.second_cost;
        self.failed_cost += other.failed_cost;
        self.with_cost += other.with_cost;
    }
}

/// The number of messages by the whole seconds that they took.
#[derive(Default, Clone)]
pub(crate) struct Seconds(HashMap<u32, u64>);

impl Seconds {
    /// Adds a message.
    pub(crate) fn add(&mut self, seconds: u32) {
        *self.0.entry(seconds).or_default() += 1;
    }

    /// Adds other messages.
    pub(crate) fn merge(&mut self, other: &Self) {
        for (seconds, count) in &other.0 {
            *self.0.entry(*seconds).or_default() += count;
        }
    }

    /// Returns the percentiles, or `None` without a message.
    pub(crate) fn delay(&self) -> Option<Delay> {
        let sorted = self.sorted();
        let count = sorted.iter().map(|(_, count)| count).sum();
        let percentile = |percent: u128| {
            let mut below = 0_u128;
            let is_reached = |(_, here): &&(u32, u64)| {
                below += u128::from(*here);
                below * 100 >= u128::from(count) * percent
            };
            sorted.iter().find(is_reached).map(|(seconds, _)| *seconds)
        };
        Some(Delay { count, median_s: percentile(50)?, p90_s: percentile(90)?, p99_s: percentile(99)? })
    }

    /// Returns the histogram. The last bin has its upper bound as well.
    fn histogram(&self) -> Vec<Bin> {
        let bin = |bounds: &[u32]| Bin { from_s: bounds[0], to_s: bounds[1], count: 0 };
        let mut bins: Vec<_> = BOUNDS.windows(2).map(bin).collect();
        for (seconds, count) in &self.0 {
            let at = BOUNDS.partition_point(|bound| bound <= seconds).clamp(1, bins.len()) - 1;
            bins[at].count += count;
        }
        let is_some = |bin: &Bin| bin.count > 0;
        let end = bins.iter().rposition(is_some).map_or(0, |last| last + 1);
        bins.truncate(end);
        bins.drain(..bins.iter().position(is_some).unwrap_or(0));
        bins
    }

    fn sorted(&self) -> Vec<(u32, u64)> {
        let mut sorted: Vec<_> = self.0.iter().map(|(seconds, count)| (*seconds, *count)).collect();
        sorted.sort_unstable();
        sorted
    }
}

/// The times to deliver of all messages, and how many of them are not known.
#[derive(Default)]
pub(crate) struct Times {
    pub(crate) seconds: Seconds,
    pub(crate) unknown: u64,
    pub(crate) out_of_range: u64,
}

impl Times {
    /// Adds a message that was delivered, by its times. Returns the seconds that it took if they are
    /// known and in range.
    pub(crate) fn add(&mut self, sent: u64, delivered: u64) -> Option<u32> {
        if sent == 0 || delivered == 0 {
            self.unknown += 1;
            return None;
        }
        let seconds = delivered.checked_sub(sent).and_then(|seconds| u32::try_from(seconds).ok());
        let Some(seconds) = seconds.filter(|seconds| *seconds <= MAX_DELAY) else {
            self.out_of_range += 1;
            return None;
        };
        self.seconds.add(seconds);
        Some(seconds)
    }

    pub(crate) fn delays(&self) -> Delays {
        Delays {
            all: self.seconds.delay(),
            histogram: self.seconds.histogram(),
            unknown: self.unknown,
            out_of_range: self.out_of_range,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_the_smallest_time_that_is_enough() {
        let mut seconds = Seconds::default();
        assert_eq!(seconds.delay(), None);
        (1..=10).for_each(|second| seconds.add(second));
        assert_eq!(seconds.delay(), Some(Delay { count: 10, median_s: 5, p90_s: 9, p99_s: 10 }));
        seconds.add(100);
        assert_eq!(seconds.delay(), Some(Delay { count: 11, median_s: 6, p90_s: 10, p99_s: 100 }));
    }

    #[test]
    fn a_bin_has_the_times_from_its_start_to_the_next() {
        let mut times = Times::default();
        for delivered in [1_000, 1_004, 1_005, 1_009, 1_060, 999] {
            times.add(1_000, delivered);
        }
        times.add(0, 1_000);
        let delays = times.delays();
        let bins: Vec<_> =
            delays.histogram.iter().filter(|bin| bin.count > 0).map(|bin| (bin.from_s, bin.to_s, bin.count)).collect();
        assert_eq!(bins, [(0, 1, 1), (2, 5, 1), (5, 10, 2), (60, 120, 1)]);
        assert_eq!((delays.histogram.len(), delays.unknown, delays.out_of_range), (8, 1, 1));
    }

    #[test]
    fn three_days_are_the_longest_time() {
        let mut times = Times::default();
        assert_eq!(times.add(1, 1 + u64::from(MAX_DELAY)), Some(MAX_DELAY));
        assert_eq!(times.add(1, 2 + u64::from(MAX_DELAY)), None);
        assert_eq!(times.delays().histogram, [Bin { from_s: 172_800, to_s: MAX_DELAY, count: 1 }]);
        assert_eq!(times.out_of_range, 1);
    }

    #[test]
    fn a_cost_is_of_one_balance() {
        let mut totals = Totals::default();
        totals.add(Item { state: Some(State::Failed), cost: Some(21_200), is_second_balance: false });
        totals.add(Item { state: Some(State::Delivered), cost: Some(5), is_second_balance: true });
        totals.add(Item { state: None, cost: None, is_second_balance: false });
        assert_eq!((totals.cost, totals.second_cost, totals.failed_cost), (Money(21_200), Money(5), Money(21_200)));
        assert_eq!((totals.with_cost, totals.counts.test, totals.counts.sent()), (2, 1, 3));
        let mut both = totals;
        both.merge(&totals);
        assert_eq!((both.cost, both.counts.sent(), both.with_cost), (Money(42_400), 6, 4));
    }
}
