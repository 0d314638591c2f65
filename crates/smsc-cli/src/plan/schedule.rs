//! The requests of a plan, by time.

/// A second in milliseconds.
pub(super) const SECOND: u64 = 1_000;
/// A minute in milliseconds.
pub(super) const MINUTE: u64 = 60 * SECOND;
/// An hour in milliseconds.
pub(super) const HOUR: u64 = 60 * MINUTE;
/// A day in milliseconds.
pub(super) const DAY: u64 = 24 * HOUR;

/// The time from the start that is shown by the minute.
const BY_MINUTES: u64 = 10 * MINUTE;

/// The requests in a part of the time. Times are in milliseconds.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Interval {
    pub(super) start: u64,
    pub(super) end: u64,
    pub(super) singles: u64,
    pub(super) batches: u64,
    pub(super) history: u64,
    /// The messages in these requests: one that is asked for twice counts twice.
    pub(super) messages: u64,
    /// The messages that were sent and never asked for, at the end.
    pub(super) waiting: u64,
}

impl Interval {
    /// Creates the interval from a time on, of a schedule that starts at `first`: a minute at first,
    /// then an hour. All but the first one start with a whole minute or hour.
    pub(super) const fn starting(start: u64, first: u64) -> Self {
        let length = if start < first + BY_MINUTES { MINUTE } else { HOUR };
        let end = start - start % length + length;
        Self { start, end, singles: 0, batches: 0, history: 0, messages: 0, waiting: 0 }
    }

    /// Returns whether there is nothing to show.
    pub(super) const fn is_empty(&self) -> bool {
        self.singles + self.batches + self.history + self.waiting == 0
    }
}

/// A move to the archive.
#[derive(Debug)]
pub(super) struct Move {
    pub(super) time: u64,
    /// The messages that it concerns: they were sent before 18:00 of the day before, and their end is
    /// not known.
    pub(super) under_way: u64,
    /// The numbers of the messages that are not asked for in the last round before it or, if their ends
    /// are known, whose end is not seen before it.
    pub(super) at_risk: Vec<usize>,
    /// The time from the earliest of the last requests for the others.
    pub(super) last_round: u64,
}

/// The end of a schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// Every message is at its end.
    Done,
    /// A day has passed since the next move to the archive.
    Day,
    /// There were too many requests.
    Requests,
}

/// All requests of a plan. Times are in milliseconds.
#[derive(Debug)]
pub(super) struct Schedule {
    pub(super) start: u64,
    pub(super) until: u64,
    pub(super) end: End,
    pub(super) messages: usize,
    pub(super) asked: usize,
    pub(super) first_asked: Option<u64>,
    /// The time at which the last message was asked for first.
    pub(super) all_asked: Option<u64>,
    pub(super) intervals: Vec<Interval>,
    pub(super) moves: Vec<Move>,
}

impl Schedule {
    /// Returns whether a message is at risk at any move to the archive.
    pub(super) fn is_any_at_risk(&self) -> bool {
        self.moves.iter().any(|night| !night.at_risk.is_empty())
    }

    /// Returns the sum of a number of all intervals.
    pub(super) fn sum(&self, number: impl Fn(&Interval) -> u64) -> u64 {
        self.intervals.iter().map(number).sum()
    }
}

/// Returns the first move to the archive that is not before this time. It is at 03:00 in Moscow, which
/// is midnight in UTC.
pub(super) const fn move_from(time: u64) -> u64 {
    time.div_ceil(DAY) * DAY
}

/// Returns the first move to the archive that concerns a message: one that is sent before 18:00 in
/// Moscow is moved in the night after.
pub(super) const fn first_move(sent: u64) -> u64 {
    move_from(sent + 9 * HOUR + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-28, 03:00 in Moscow.
    const THREE: u64 = 1_795_824_000_000;

    #[test]
    fn a_message_is_moved_in_the_night_after_18_00() {
        let moscow = |hours: u64| THREE + (hours - 3) * HOUR;
        assert_eq!(move_from(THREE), THREE);
        assert_eq!(move_from(THREE + 1), THREE + DAY);
        assert_eq!(first_move(moscow(18) - 1), THREE + DAY);
        assert_eq!(first_move(moscow(18)), THREE + 2 * DAY);
        assert_eq!(first_move(THREE), THREE + DAY);
    }

    #[test]
    fn minutes_come_first_then_hours() {
        let first = THREE + 90 * SECOND;
        let mut ends = vec![first];
        while ends.len() < 14 {
            let interval = Interval::starting(*ends.last().unwrap(), first);
            assert_eq!(interval.start, *ends.last().unwrap());
            ends.push(interval.end);
        }
        let minutes: Vec<_> = ends.iter().skip(1).map(|end| (end - THREE) / MINUTE).collect();
        assert_eq!(minutes, [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 60, 120]);
    }
}
