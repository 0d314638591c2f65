//! The time zone of days and hours.

use std::collections::BTreeMap;
use std::fmt;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};

/// The seconds of a quarter of an hour, of which the offset of every zone in use is a multiple.
pub(crate) const QUARTER: u64 = 900;

/// The greatest offset from UTC, in quarters of an hour.
const MAX_QUARTERS: i32 = 14 * 4;

/// A time zone by its IANA name, or by its offset from UTC.
///
/// ```
/// use smsc_report::Zone;
///
/// assert_eq!(Zone::parse("Europe/Moscow")?.name(), "Europe/Moscow");
/// assert_eq!(Zone::parse("+3")?.name(), "+03:00");
/// assert!(Zone::parse("Moscow").is_err());
/// # Ok::<(), smsc_report::ZoneError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    zone: TimeZone,
    name: String,
}

/// The error for a text that is no time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct ZoneError;

impl fmt::Display for ZoneError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unknown time zone: expected an IANA name such as Europe/Moscow, or an offset such as +03:00")
    }
}

impl std::error::Error for ZoneError {}

impl Zone {
    /// Parses the IANA name of a zone, or an offset in whole quarters of an hour.
    ///
    /// # Errors
    ///
    /// If the text is neither, or the system does not know the zone.
    pub fn parse(text: &str) -> Result<Self, ZoneError> {
        if text.starts_with(['+', '-']) {
            return quarters(text).map(Self::of_quarters).ok_or(ZoneError);
        }
        // The names of files of the system are no names of zones.
        if text.is_empty() || text.starts_with(['.', '/']) || text.contains("..") {
            return Err(ZoneError);
        }
        let zone = TimeZone::get(text).map_err(|_| ZoneError)?;
        let name = zone.iana_name().unwrap_or(text).to_owned();
        Ok(Self { zone, name })
    }

    /// Returns UTC.
    #[must_use]
    pub fn utc() -> Self {
        Self { zone: TimeZone::UTC, name: "UTC".to_owned() }
    }

    /// Returns the zone of an offset of at most 14 hours.
    fn of_quarters(quarters: i32) -> Self {
        let offset = Offset::from_seconds(quarters * 900).unwrap_or(Offset::UTC);
        let (sign, minutes) = (if quarters < 0 { '-' } else { '+' }, quarters.abs() * 15);
        Self { zone: TimeZone::fixed(offset), name: format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60) }
    }

    /// Returns the name: that of the zone, or the offset with minutes.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the local time of a Unix time, or `None` after the year 9999.
    pub(crate) fn local(&self, seconds: u64) -> Option<DateTime> {
        let seconds = i64::try_from(seconds).ok()?;
        Some(self.zone.to_datetime(Timestamp::from_second(seconds).ok()?))
    }

    /// Returns the Unix time at which a day starts, or 0 before 1970.
    pub(crate) fn start_of(&self, day: Date) -> u64 {
        let start = day.to_zoned(self.zone.clone()).map_or(0, |start| start.timestamp().as_second());
        u64::try_from(start).unwrap_or(0)
    }
}

/// Parses an offset: a sign, and hours or hours and minutes.
fn quarters(text: &str) -> Option<i32> {
    let digits: String = text.get(1..)?.chars().filter(|next| *next != ':').collect();
    let is_hours = matches!(digits.len(), 1 | 2);
    let is_wrong = !digits.bytes().all(|byte| byte.is_ascii_digit()) || text.contains(':') && text.len() != 6;
    if is_wrong || !(is_hours || digits.len() == 4) {
        return None;
    }
    let number: i32 = digits.parse().ok()?;
    let (hours, minutes) = if is_hours { (number, 0) } else { (number / 100, number % 100) };
    let quarters = hours * 4 + minutes / 15;
    if minutes % 15 != 0 || minutes > 59 || quarters > MAX_QUARTERS {
        return None;
    }
    Some(if text.starts_with('-') { -quarters } else { quarters })
}

/// The offsets of the account's times: fmt 2 and 3 have the same time as a local date and as a
/// number.
#[derive(Default)]
pub(crate) struct Offsets(BTreeMap<i32, u64>);

impl Offsets {
    /// Adds a time and its local date, `DD.MM.YYYY hh:mm:ss`.
    pub(crate) fn add(&mut self, date: &str, seconds: u64) {
        if let Some(quarters) = offset(date, seconds) {
            *self.0.entry(quarters).or_default() += 1;
        }
    }

    /// Returns the zone of the most frequent offset; of equally frequent ones, the westernmost.
    pub(crate) fn zone(&self) -> Option<Zone> {
        let (quarters, _) = self.0.iter().rev().max_by_key(|(_, count)| **count)?;
        Some(Zone::of_quarters(*quarters))
    }
}

/// Returns the offset of a local date, in quarters of an hour.
fn offset(date: &str, seconds: u64) -> Option<i32> {
    let local = DateTime::strptime("%d.%m.%Y %H:%M:%S", date).ok()?;
    let local = Offset::UTC.to_timestamp(local).ok()?.as_second();
    let offset = local.checked_sub(i64::try_from(seconds).ok()?)?;
    let quarters = i32::try_from(offset.checked_add(450)?.div_euclid(900)).ok()?;
    (quarters.abs() <= MAX_QUARTERS).then_some(quarters)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn offsets_are_in_quarters_of_an_hour() {
        let name = |text| Zone::parse(text).map(|zone| zone.name().to_owned());
        let texts = ["+3", "+03", "+0545", "-03:30", "+14:00", "-0"];
        let names = ["+03:00", "+03:00", "+05:45", "-03:30", "+14:00", "+00:00"];
        assert_eq!(texts.map(name), names.map(|name| Ok(name.to_owned())));
        let wrong = ["", "+", "+3:00", "+03:10", "+15", "+14:15", "+123", "+a", "++3", "Moscow", "../etc/passwd", "/etc/localtime"];
        assert!(wrong.iter().all(|text| name(text) == Err(ZoneError)), "{:?}", wrong.map(name));
    }

    #[test]
    fn days_start_by_the_zone() {
        let moscow = Zone::parse("Europe/Moscow").unwrap();
        assert_eq!(moscow.start_of(date(2026, 11, 29)), 1_795_899_600);
        assert_eq!(Zone::parse("+03:00").unwrap().start_of(date(2026, 11, 29)), 1_795_899_600);
        assert_eq!(Zone::utc().start_of(date(1969, 1, 1)), 0);
        assert_eq!(moscow.local(1_795_899_599).unwrap().hour(), 23);
        assert_eq!(moscow.local(1 << 40), None);
    }

    #[test]
    fn the_offset_of_the_account_is_the_most_frequent_one() {
        let mut offsets = Offsets::default();
        assert_eq!(offsets.zone(), None);
        offsets.add("10.10.2025 10:16:50", 1_760_080_610 - 600); // 07:06:50 UTC: 3 h 10 min
        offsets.add("10.10.2025 10:10:10", 1_760_080_210);
        offsets.add("10.10.2025 10:10:11", 1_760_080_210);
        offsets.add("10.10.2025 10:10:10", 0);
        offsets.add("not a date", 1_760_080_210);
        assert_eq!(offsets.zone().unwrap().name(), "+03:00");
    }
}
