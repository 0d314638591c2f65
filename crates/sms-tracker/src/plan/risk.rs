//! The number of messages that can be lost at each of the next moves to the archive.

/// Counts by the day of the move: this one's, and the next three. Messages that are to be sent later are
/// counted with the last.
pub(super) struct Risk {
    day: u32,
    counts: [u32; 4],
}

impl Risk {
    pub(super) const fn new(day: u32) -> Self {
        Self { day, counts: [0; 4] }
    }

    /// Moves on to another day: what was not at its end by the last move is at risk at the next one too.
    pub(super) fn advance(&mut self, day: u32) {
        while self.day < day && self.day.saturating_add(4) > day {
            let [today, next, later, last] = self.counts;
            // The order is by day: the day after the last one starts empty.
            self.counts = [today.saturating_add(next), later, last, 0];
            self.day = self.day.saturating_add(1);
        }
        if self.day < day {
            self.counts = [self.counts.iter().fold(0, |sum, count| sum.saturating_add(*count)), 0, 0, 0];
            self.day = day;
        }
    }

    /// Returns the day with which a message is counted.
    pub(super) fn day_of(&self, first_move: u32) -> u16 {
        u16::try_from(first_move.clamp(self.day, self.day.saturating_add(3))).unwrap_or(u16::MAX)
    }

    pub(super) fn add(&mut self, day: u16) {
        if let Some(count) = self.count(day) {
            *count = count.saturating_add(1);
        }
    }

    pub(super) fn remove(&mut self, day: u16) {
        if let Some(count) = self.count(day) {
            *count = count.saturating_sub(1);
        }
    }

    /// Returns the number of messages that can be lost at the next move.
    pub(super) const fn now(&self) -> u32 {
        let [now, ..] = self.counts;
        now
    }

    pub(super) fn is_now(&self, day: u16) -> bool {
        u32::from(day) <= self.day
    }

    fn count(&mut self, day: u16) -> Option<&mut u32> {
        self.counts.get_mut(usize::try_from(u32::from(day).saturating_sub(self.day)).ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_at_its_end_stays_at_risk() {
        let mut risk = Risk::new(10);
        let days = [9, 10, 11, 12, 13, 20].map(|day| risk.day_of(day));
        assert_eq!(days, [10, 10, 11, 12, 13, 13]);
        for day in days {
            risk.add(day);
        }
        assert_eq!(risk.now(), 2);
        risk.advance(11);
        assert_eq!(risk.now(), 3);
        risk.remove(10);
        risk.advance(13);
        assert_eq!(risk.now(), 5);
        risk.advance(100);
        assert_eq!((risk.now(), risk.is_now(13)), (5, true));
        for day in [10, 11, 12, 13, 13] {
            risk.remove(day);
        }
        assert_eq!(risk.now(), 0);
    }
}
