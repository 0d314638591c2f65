//! The parameters `time`, `tz` and `valid` (R62b).

use crate::duration::parse_duration;
use crate::params::Params;
use crate::reply::{PARAMETERS, TIME};
use crate::state::No;
use crate::time::Time;

/// Returns the zone that times are in, as hours from UTC: `tz` counts from Moscow; without it, the
/// zone of the account.
pub(super) fn zone(params: &Params, account: i8) -> Result<i8, No> {
    match params.text("tz") {
        Some(hours) => from_moscow(hours.trim()).ok_or_else(|| PARAMETERS.into()),
        None => Ok(account),
    }
}

/// Returns hours from UTC for hours from Moscow.
pub(super) fn from_moscow(hours: &str) -> Option<i8> {
    let hours: i8 = hours.parse().ok()?;
    hours.checked_add(3).filter(|zone| (-12..=14).contains(zone))
}

/// Returns whether a lifetime is 1 to 24 hours, or `hh:mm`.
pub(super) fn is_lifetime(valid: &str) -> bool {
    let number = |text: &str, greatest: u8| {
        let number: Option<u8> = text.parse().ok().filter(|_| (1..=2).contains(&text.len()));
        number.filter(|number| *number <= greatest)
    };
    match valid.split_once(':') {
        Some((hours, minutes)) => match (number(hours, 24), number(minutes, 59).filter(|_| minutes.len() == 2)) {
            (Some(24), minutes) => minutes == Some(0),
            (Some(hours), Some(minutes)) => hours > 0 || minutes > 0,
            _ => false,
        },
        None => number(valid, 24).is_some_and(|hours| hours > 0),
    }
}

/// Returns when a message is to be sent: now, or at the time of the parameter `time`.
pub(super) fn parse(params: &Params, zone: i8, now: Time) -> Result<Time, No> {
    let Some(time) = params.text("time").filter(|time| time != "0") else { return Ok(now) };
    let time = time.trim();
    let at = if let Some(minutes) = time.strip_prefix('+') {
        parse_duration(&format!("{minutes}m")).ok().map(|wait| now + wait)
    } else if let Some(seconds) = time.strip_prefix('0').filter(|seconds| seconds.len() >= 10) {
        seconds.parse().ok().map(Time::from_seconds)
    } else if let Some((from, to)) = time.split_once('-') {
        match (hour(from), hour(to)) {
            (Some(from), Some(to)) if from < to => Some(within(from..to, zone, now)),
            (Some(_), Some(_)) => return Err(No::Unknown("hours over midnight are not known")),
            _ => None,
        }
    } else {
        local(time, zone)
    };
    at.filter(|at| *at <= Time::LAST).map(|at| at.max(now)).ok_or_else(|| TIME.into())
}

fn hour(text: &str) -> Option<u64> {
    text.parse().ok().filter(|hour| *hour < 24 && text.len() <= 2)
}

/// Returns the first moment from now on at which the hour is one of these.
fn within(hours: std::ops::Range<u64>, zone: i8, now: Time) -> Time {
    const HOUR: u64 = 3_600_000;
    let day = 24 * HOUR;
    let shift = u64::try_from(i64::from(zone) + 24).unwrap_or(24) * HOUR;
    let of_day = (now.0 % day + shift) % day;
    if hours.contains(&(of_day / HOUR)) {
        return now;
    }
    let wait = (hours.start * HOUR + day - of_day) % day;
    Time(now.0.saturating_add(wait))
}

/// Parses `DDMMYYhhmm` and `DD.MM.YY hh:mm`, in a zone, in hours from UTC.
fn local(text: &str, zone: i8) -> Option<Time> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let marks: String = text.chars().filter(|next| !next.is_ascii_digit()).collect();
    if digits.len() != 10 || !matches!(&*marks, "" | ".. :") {
        return None;
    }
    let part = |index: usize| digits.get(2 * index..2 * index + 2)?.parse::<i8>().ok();
    let year = 2_000 + i16::from(part(2)?);
    let moment = jiff::civil::DateTime::new(year, part(1)?, part(0)?, part(3)?, part(4)?, 0, 0).ok()?;
    let zone = jiff::tz::TimeZone::fixed(jiff::tz::Offset::from_hours(zone).ok()?);
    let seconds = moment.to_zoned(zone).ok()?.timestamp().as_second();
    u64::try_from(seconds).ok().map(Time::from_seconds)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::Request;

    /// 28 November 2026, 12:00 in Moscow.
    const NOON: Time = Time::from_seconds(1_795_856_400);

    fn at(form: &str) -> Option<u64> {
        let params = Params::of(&Request::post("", form.as_bytes()));
        let zone = zone(&params, 3).ok()?;
        parse(&params, zone, NOON).ok().map(|at| at.since(NOON).as_secs())
    }

    #[test]
    fn times_have_five_forms() {
        assert_eq!(at("time=%2B90"), Some(90 * 60));
        assert_eq!(at("time=2811261230"), Some(30 * 60));
        assert_eq!(at("time=28.11.26 13:00"), Some(3600));
        assert_eq!(at("time=01795856460"), Some(60));
        assert_eq!([at("time=10-18"), at("time=12-13"), at("time=0"), at("")], [Some(0); 4]);
        assert_eq!([at("time=0999999999999"), at("time=%2B99999999999")], [None, None], "after the last moment");
        // At noon the hours from 10 to 12 are over.
        assert_eq!([at("time=10-12"), at("time=13-14")], [Some(22 * 3600), Some(3600)]);
        assert_eq!([at("time=+90"), at("time=soon"), at("time=32.11.26 13:00"), at("time=28.11.26"), at("time=18-10")], [None; 5]);
    }

    #[test]
    fn a_tenth_of_a_month_may_start_with_a_zero() {
        let params = Params::of(&Request::post("", b"time=0112261200"));
        assert_eq!(parse(&params, 3, NOON).unwrap().since(NOON).as_secs(), 3 * 86_400);
    }

    #[test]
    fn zones_count_from_moscow() {
        assert_eq!(
            [at("time=28.11.26 13:00&tz=0"), at("time=28.11.26 16:00&tz=3"), at("time=28.11.26 12:00&tz=-1")],
            [Some(3600); 3]
        );
        assert_eq!([at("time=16-17&tz=3"), at("tz=x"), at("tz=100")], [Some(3600), None, None]);
    }

    #[test]
    fn lifetimes_are_hours_or_hours_and_minutes() {
        assert!(["1", "24", "00:10", "1:30", "24:00"].into_iter().all(is_lifetime));
        assert!(!["0", "25", "", "00:00", "24:01", "1:5", "1:60", "x", "-1", "1.5"].into_iter().any(is_lifetime));
    }
}
