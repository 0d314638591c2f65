//! Hours, days of the week and days, by the time zone of the report.

use std::collections::BTreeMap;

use hashbrown::HashMap;
use jiff::civil::Date;

use crate::figures::Totals;
use crate::zone::{QUARTER, Zone};

/// The longest period, in days, in which days of no message are listed: three years.
const MAX_DAYS: i32 = 3 * 366;

/// The totals by local time; see [`Figures`](crate::Figures).
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Calendar {
    pub(crate) hours: Vec<Totals>,
    pub(crate) weekdays: Vec<Totals>,
    pub(crate) days: Vec<(String, Totals)>,
}

impl Calendar {
    /// Returns the totals of quarters of an hour by the local time of each.
    pub(crate) fn of(quarters: &HashMap<u64, Totals>, zone: &Zone) -> Self {
        let (mut hours, mut weekdays) = (vec![Totals::default(); 24], vec![Totals::default(); 7]);
        let mut days: BTreeMap<Date, Totals> = BTreeMap::new();
        for (quarter, totals) in quarters {
            let Some(local) = zone.local(quarter * QUARTER) else { continue };
            let [hour, weekday] = [local.hour(), local.weekday().to_monday_zero_offset()].map(i8::unsigned_abs);
            hours[usize::from(hour)].merge(totals);
            weekdays[usize::from(weekday)].merge(totals);
            days.entry(local.date()).or_default().merge(totals);
        }
        if days.is_empty() {
            return Self::default();
        }
        Self { hours, weekdays, days: listed(days) }
    }
}

/// Returns the days with their names. In a period of at most three years, those of no message
/// between are listed as well.
fn listed(mut days: BTreeMap<Date, Totals>) -> Vec<(String, Totals)> {
    let ends = days.first_key_value().zip(days.last_key_value()).map(|((first, _), (last, _))| (*first, *last));
    if let Some((first, last)) = ends
        && first.until(last).is_ok_and(|span| span.get_days() < MAX_DAYS)
    {
        for day in first.series(jiff::Span::new().days(1)).take_while(|day| *day <= last) {
            days.entry(day).or_default();
        }
    }
    days.into_iter().map(|(day, totals)| (day.to_string(), totals)).collect()
}

#[cfg(test)]
mod tests {
    use sms_outcome::State;

    use super::*;
    use crate::sums::Item;

    fn calendar(times: &[u64], zone: &str) -> Calendar {
        let mut quarters: HashMap<u64, Totals> = HashMap::new();
        for time in times {
            let item = Item { state: Some(State::Delivered), cost: Some(1), is_second_balance: false };
            quarters.entry(time / QUARTER).or_default().add(item);
        }
        Calendar::of(&quarters, &Zone::parse(zone).unwrap())
    }

    fn days(calendar: &Calendar) -> Vec<(&str, u64)> {
        calendar.days.iter().map(|(day, totals)| (&day[..], totals.counts.sent())).collect()
    }

    #[test]
    fn hours_and_days_are_those_of_the_zone() {
        // 2026-11-28 20:59:59 and 21:00:00 UTC, a Saturday; in Moscow the second one is on Sunday.
        let times = [1_795_899_599, 1_795_899_600, 1_795_899_600 + 2 * 86_400];
        let moscow = calendar(&times, "Europe/Moscow");
        assert_eq!(days(&moscow), [("2026-11-28", 1), ("2026-11-29", 1), ("2026-11-30", 0), ("2026-12-01", 1)]);
        let hours: Vec<_> = (0..24).filter(|hour| moscow.hours[*hour].counts.sent() > 0).collect();
        let weekdays: Vec<_> = (0..7).filter(|day| moscow.weekdays[*day].counts.sent() > 0).collect();
        assert_eq!((hours, weekdays), (vec![0, 23], vec![1, 5, 6]));
        assert_eq!(days(&calendar(&times, "UTC")), [("2026-11-28", 2), ("2026-11-29", 0), ("2026-11-30", 1)]);
        assert_eq!(calendar(&[], "UTC"), Calendar::default());
    }

    #[test]
    fn a_day_of_25_hours_is_one_day() {
        // 2026-10-25 in Berlin: 02:30 comes twice.
        let berlin = calendar(&[1_792_888_200, 1_792_891_800], "Europe/Berlin");
        assert_eq!((days(&berlin), berlin.hours[2].counts.sent()), (vec![("2026-10-25", 2)], 2));
    }

    #[test]
    fn a_wrong_year_adds_no_millions_of_days() {
        let far = calendar(&[1_795_899_600, 253_402_000_000], "UTC");
        assert_eq!(far.days.len(), 2);
    }
}
