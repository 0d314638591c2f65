//! Virtual time: milliseconds since the Unix epoch, and the nights of Moscow.

use std::ops::Add;
use std::time::Duration;

use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};

const SECOND: u64 = 1_000;
const HOUR: u64 = 3_600 * SECOND;
const DAY: u64 = 24 * HOUR;

/// Moscow's offset from UTC, which does not change in the year.
const MOSCOW: u64 = 3 * HOUR;

/// A moment, in milliseconds since the Unix epoch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(pub u64);

impl Time {
    /// The last moment that there is: near the end of the year 9999, which dates can still show.
    pub(crate) const LAST: Self = Self::from_seconds(253_402_207_200);

    /// Returns the moment of these Unix seconds.
    #[must_use]
    pub const fn from_seconds(seconds: u64) -> Self {
        Self(seconds.saturating_mul(SECOND))
    }

    /// Returns the whole seconds since the Unix epoch.
    #[must_use]
    pub const fn seconds(self) -> u64 {
        self.0 / SECOND
    }

    /// Returns the time since an earlier moment, or zero if it is a later one.
    #[must_use]
    pub const fn since(self, earlier: Self) -> Duration {
        Duration::from_millis(self.0.saturating_sub(earlier.0))
    }

    /// Returns the last 03:00 in Moscow, at or before this moment.
    #[must_use]
    pub const fn last_move_to_archive(self) -> Self {
        let three = 3 * HOUR;
        let local = self.0.saturating_add(MOSCOW).saturating_sub(three);
        Self((local / DAY * DAY).saturating_add(three).saturating_sub(MOSCOW))
    }

    /// Returns the moment before which a message must have been sent for a move to the archive at
    /// this moment to take it: 18:00 of the day before.
    #[must_use]
    pub const fn sent_limit_of_move(self) -> Self {
        Self(self.0.saturating_sub(9 * HOUR))
    }

    /// Returns the number of days from 1970 to this moment in a zone, in hours from UTC.
    #[must_use]
    pub const fn day(self, zone: i8) -> i64 {
        let hours = (self.0 / HOUR).cast_signed();
        (hours + zone as i64).div_euclid(24)
    }

    /// Returns the date and time `DD.MM.YYYY hh:mm:ss` in a zone, in hours from UTC.
    #[must_use]
    pub fn text(self, zone: i8) -> String {
        let offset = Offset::from_hours(zone).unwrap_or(Offset::UTC);
        let seconds = i64::try_from(self.seconds()).unwrap_or(i64::MAX);
        let timestamp = Timestamp::from_second(seconds).unwrap_or(Timestamp::MAX);
        timestamp.to_zoned(TimeZone::fixed(offset)).strftime("%d.%m.%Y %H:%M:%S").to_string()
    }
}

impl Add<Duration> for Time {
    type Output = Self;

    fn add(self, time: Duration) -> Self {
        Self(self.0.saturating_add(time.as_millis().try_into().unwrap_or(u64::MAX)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 28 November 2026, 00:00 in Moscow.
    const MIDNIGHT: u64 = 1_795_813_200;

    fn at(hour: u64, minute: u64) -> Time {
        Time::from_seconds(MIDNIGHT + hour * 3600 + minute * 60)
    }

    #[test]
    fn the_text_is_in_the_zone() {
        assert_eq!(at(0, 0).text(3), "28.11.2026 00:00:00");
        assert_eq!(at(0, 0).text(0), "27.11.2026 21:00:00");
        assert_eq!(at(23, 59).text(6), "29.11.2026 02:59:00");
    }

    #[test]
    fn a_day_starts_at_midnight_in_the_zone() {
        let day = at(0, 0).day(3);
        assert_eq!([at(23, 59).day(3), at(24, 0).day(3), at(0, 0).day(2), at(18, 0).day(9)], [day, day + 1, day - 1, day + 1]);
        assert_eq!([Time(0).day(0), Time(0).day(-1), Time(0).day(3)], [0, -1, 0]);
    }

    #[test]
    fn messages_move_at_three_in_moscow() {
        assert_eq!(at(3, 0).last_move_to_archive(), at(3, 0));
        assert_eq!(at(2, 59).last_move_to_archive(), Time(at(3, 0).0 - DAY));
        assert_eq!(at(26, 59).last_move_to_archive(), at(3, 0));
        assert_eq!(at(3, 0).sent_limit_of_move(), Time(at(18, 0).0 - DAY));
    }
}
