//! Dates, times and durations.

use sms_outcome::Localized;
use smsc_proto::Lang;

use super::{Arg, Words};
use crate::catalog::dates;
use crate::zone::Zone;

impl Words {
    /// Returns a duration in its two greatest units, such as `1 h 5 min`.
    pub(crate) fn duration(self, seconds: u32) -> String {
        let (days, hours) = (seconds / 86_400, seconds / 3600 % 24);
        let (minutes, rest) = (seconds / 60 % 60, seconds % 60);
        let units = [(&dates::DAYS, days), (&dates::HOURS, hours), (&dates::MINUTES, minutes), (&dates::SECONDS, rest)];
        let first = units.iter().position(|(_, n)| *n > 0).unwrap_or(3);
        let shown: Vec<_> = units
            .iter()
            .enumerate()
            .skip(first)
            .take(2)
            .filter(|(index, (_, n))| *n > 0 || *index == first)
            .map(|(_, (unit, n))| self.fill(unit, &[("n", Arg::Count(u64::from(*n)))]))
            .collect();
        shown.join(" ")
    }

    /// Returns a date (`2026-11-30`) in words: `30 November 2026`.
    pub(crate) fn date(self, date: &str) -> String {
        self.date_as(date, &dates::DATE, &dates::MONTHS, false)
    }

    /// Returns a date for a cell of a table.
    pub(crate) fn date_in_cell(self, date: &str) -> String {
        self.date_as(date, &dates::DATE_CELL, &dates::MONTHS_SHORT, true)
    }

    /// Returns a date without the year, for the axis of a chart.
    pub(crate) fn date_on_axis(self, date: &str) -> String {
        self.date_as(date, &dates::DATE_SHORT, &dates::MONTHS_SHORT, true)
    }

    /// Returns a month (`2026-11`) in words: `November 2026`.
    pub(crate) fn month(self, month: &str) -> String {
        let Some((year, number)) = month.split_once('-') else { return month.to_owned() };
        let name = number.parse().ok().and_then(|number: usize| self.item(&dates::MONTHS_ALONE, number.checked_sub(1)?));
        name.map_or_else(|| month.to_owned(), |name| format!("{name} {year}"))
    }

    /// Returns a day of the week, 0 for Monday.
    pub(crate) fn weekday(self, day: usize) -> &'static str {
        self.item(&dates::WEEKDAYS, day).unwrap_or_default()
    }

    /// Returns a day of the week for the axis of a chart.
    pub(crate) fn weekday_on_axis(self, day: usize) -> &'static str {
        self.item(&dates::WEEKDAYS_SHORT, day).unwrap_or_default()
    }

    /// Returns the date of a time (`2026-11-30`) in a zone.
    pub(crate) fn day_of(seconds: u64, zone: &str) -> Option<String> {
        let zone = Zone::parse(zone).unwrap_or_else(|_| Zone::utc());
        Some(zone.local(seconds)?.date().to_string())
    }

    /// Returns a date and time in a zone. If the zone is not known here, the time is in UTC and says
    /// so.
    pub(crate) fn date_time(self, seconds: u64, zone: &str) -> Option<String> {
        let known = Zone::parse(zone);
        let mark = if known.is_ok() { "" } else { " UTC" };
        let local = known.unwrap_or_else(|_| Zone::utc()).local(seconds)?;
        let clock = format!("{:02}:{:02}{mark}", local.hour(), local.minute());
        let date = self.date(&local.date().to_string());
        Some(self.fill(&dates::DATE_TIME, &[("date", Arg::Text(&date)), ("time", Arg::Text(&clock))]))
    }

    /// Returns a date in a form, with the names of the months; `pads` says whether a day has two
    /// digits.
    fn date_as(self, date: &str, form: &Localized, months: &Localized, pads: bool) -> String {
        let parts: Vec<_> = date.splitn(3, '-').collect();
        let [year, month, day] = parts[..] else { return date.to_owned() };
        let (Ok(month), Ok(number)) = (month.parse::<usize>(), day.parse::<u8>()) else { return date.to_owned() };
        let Some(name) = month.checked_sub(1).and_then(|month| self.item(months, month)) else { return date.to_owned() };
        let day = match (self.0, number) {
            (Lang::Ru | Lang::Fr, _) if pads => format!("{number:02}"),
            (Lang::Fr, 1) => "1er".to_owned(),
            _ => number.to_string(),
        };
        self.fill(form, &[("day", Arg::Text(&day)), ("month", Arg::Text(name)), ("year", Arg::Text(year))])
    }

    /// Returns an item of a list that is separated by spaces.
    fn item(self, list: &Localized, index: usize) -> Option<&'static str> {
        self.text(list).split(' ').nth(index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EN: Words = Words(Lang::En);
    const RU: Words = Words(Lang::Ru);
    const FR: Words = Words(Lang::Fr);

    #[test]
    fn durations_have_two_units() {
        assert_eq!(EN.duration(0), "0\u{a0}s");
        assert_eq!(EN.duration(59), "59\u{a0}s");
        assert_eq!(RU.duration(200), "3\u{a0}мин 20\u{a0}с");
        assert_eq!(EN.duration(3600), "1\u{a0}h");
        assert_eq!(EN.duration(3605), "1\u{a0}h");
        assert_eq!(FR.duration(86_400 * 2 + 3 * 3600 + 59), "2\u{a0}j 3\u{a0}h");
    }

    #[test]
    fn dates_are_those_of_the_language() {
        assert_eq!(EN.date("2026-11-30"), "30 November 2026");
        assert_eq!(RU.date("2026-03-01"), "1 марта 2026 г.");
        assert_eq!(FR.date("2026-08-01"), "1er août 2026");
        assert_eq!(RU.date_in_cell("2026-03-01"), "01.03.2026");
        assert_eq!(FR.date_on_axis("2026-03-01"), "01/03");
        assert_eq!(EN.date_on_axis("2026-03-01"), "1 Mar");
        assert_eq!(RU.month("2026-11"), "ноябрь 2026");
        assert_eq!(EN.date("never"), "never");
        assert_eq!(EN.date("2026-13-01"), "2026-13-01");
        assert_eq!(EN.month("2026-00"), "2026-00");
    }

    #[test]
    fn times_are_in_the_zone() {
        // 2026-11-30 21:30:00 UTC.
        let time = 1_796_074_200;
        assert_eq!(EN.date_time(time, "+03:00").as_deref(), Some("1 December 2026, 00:30"));
        assert_eq!(FR.date_time(time, "-0330").as_deref(), Some("30 novembre 2026 à 18:00"));
        assert_eq!(EN.date_time(time, "UTC").as_deref(), Some("30 November 2026, 21:30"));
        assert_eq!(EN.date_time(time, "Nowhere/At all").as_deref(), Some("30 November 2026, 21:30 UTC"));
        assert_eq!(Words::day_of(time, "+3").as_deref(), Some("2026-12-01"));
        assert_eq!(EN.date_time(u64::MAX, "UTC"), None);
    }
}
