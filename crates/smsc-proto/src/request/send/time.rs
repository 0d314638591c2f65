//! The time of sending, and how long delivery is tried.

use crate::request::date::Date;
use crate::request::error::RequestError;
use crate::request::form::Form;

/// The time at which a message is sent (`time`).
///
/// ```
/// use smsc_proto::request::SendTime;
///
/// assert!(SendTime::parse("29.11.26 18:30").is_some());
/// assert!(SendTime::parse("2911261830").is_some());
/// assert!(SendTime::parse("10-18").is_some()); // between two hours of the day
/// assert_eq!(SendTime::parse("29.11.2026 18:30"), None); // the year has two digits
/// assert_eq!(SendTime::parse("31.02.26 18:30"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SendTime<'t>(Moment<'t>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Moment<'t> {
    Text(&'t str),
    Unix(u32),
    Minutes(u32),
}

impl<'t> SendTime<'t> {
    /// Creates a time in Unix seconds.
    #[must_use]
    pub const fn unix(seconds: u32) -> Self {
        Self(Moment::Unix(seconds))
    }

    /// Creates a time so many minutes from now, by the clock of the service.
    #[must_use]
    pub const fn in_minutes(minutes: u32) -> Self {
        Self(Moment::Minutes(minutes))
    }

    /// Parses a time in one of the forms of the service: `DDMMYYhhmm` and `DD.MM.YY hh:mm` in the
    /// time zone of the account, `h1-h2` for an hour of the day within a range, `0` and Unix
    /// seconds, `+` and minutes. Returns `None` for any other text.
    #[must_use]
    pub fn parse(text: &'t str) -> Option<Self> {
        let is_valid = match text.as_bytes() {
            [b'+', minutes @ ..] => number(minutes, 1, 6).is_some(),
            [b'0', seconds @ ..] if seconds.len() == 10 => number(seconds, 10, 10).is_some(),
            [d1, d2, m1, m2, y1, y2, h1, h2, n1, n2] => is_moment([[*d1, *d2], [*m1, *m2], [*y1, *y2], [*h1, *h2], [*n1, *n2]]),
            [d1, d2, b'.', m1, m2, b'.', y1, y2, b' ', h1, h2, b':', n1, n2] => {
                is_moment([[*d1, *d2], [*m1, *m2], [*y1, *y2], [*h1, *h2], [*n1, *n2]])
            }
            other => is_range_of_hours(other),
        };
        is_valid.then_some(Self(Moment::Text(text)))
    }

    pub(super) fn write(self, form: &mut Form<'_>) -> Result<(), RequestError> {
        form.name("time")?;
        match self.0 {
            Moment::Text(text) => form.text(text),
            Moment::Unix(seconds) => {
                form.digits(0)?;
                form.digits(seconds)
            }
            Moment::Minutes(minutes) => {
                form.text("+")?;
                form.digits(minutes)
            }
        }
    }
}

/// Parses `min` to `max` digits.
fn number(digits: &[u8], min: usize, max: usize) -> Option<u64> {
    if !(min..=max).contains(&digits.len()) {
        return None;
    }
    digits.iter().try_fold(0_u64, |sum, byte| {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit <= 9)?;
        sum.checked_mul(10)?.checked_add(digit.into())
    })
}

/// Returns whether a day, a month, a year, an hour and a minute of two digits each exist.
fn is_moment(parts: [[u8; 2]; 5]) -> bool {
    let [Some(day), Some(month), Some(year), Some(hour), Some(minute)] = parts.map(|part| number(&part, 2, 2)) else {
        return false;
    };
    let small = |number: u64| u8::try_from(number).unwrap_or(u8::MAX);
    let year = u16::try_from(year).unwrap_or(0).saturating_add(2000);
    Date::new(year, small(month), small(day)).is_some() && hour < 24 && minute < 60
}

/// Returns whether a text is two hours of a day, the earlier one first.
fn is_range_of_hours(text: &[u8]) -> bool {
    // The searches of `str` contain a path to a panic.
    let mut hours = text.splitn(2, |byte| *byte == b'-').map(|hour| number(hour, 1, 2));
    matches!((hours.next(), hours.next()), (Some(Some(first)), Some(Some(last))) if first < last && last <= 24)
}

/// How long the service tries to deliver a message (`valid`): one minute to 24 hours.
///
/// ```
/// use smsc_proto::request::Validity;
///
/// assert!(Validity::hours(24).is_some());
/// assert!(Validity::minutes(150).is_some()); // sent as 02:30
/// assert_eq!(Validity::hours(25), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Validity {
    minutes: u16,
}

/// The minutes of the longest validity.
const DAY: u16 = 24 * 60;

impl Validity {
    /// Creates a validity of 1 to 24 hours. Returns `None` for any other number.
    #[must_use]
    pub const fn hours(hours: u8) -> Option<Self> {
        match hours {
            1..=24 => Some(Self { minutes: u16::from_le_bytes([hours, 0]).saturating_mul(60) }),
            _ => None,
        }
    }

    /// Creates a validity of 1 to 1,440 minutes. Returns `None` for any other number.
    #[must_use]
    pub const fn minutes(minutes: u16) -> Option<Self> {
        match minutes {
            1..=DAY => Some(Self { minutes }),
            _ => None,
        }
    }

    /// Parses a number of hours, or `hh:mm`. Returns `None` for any other text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let small = |number: u64| u16::try_from(number).ok();
        let (hours, minutes) = match text.as_bytes() {
            [h1, h2, b':', m1, m2] => (number(&[*h1, *h2], 2, 2)?, number(&[*m1, *m2], 2, 2).filter(|minutes| *minutes < 60)?),
            hours => (number(hours, 1, 2)?, 0),
        };
        Self::minutes(small(hours)?.checked_mul(60)?.checked_add(small(minutes)?)?)
    }

    pub(super) fn write(self, form: &mut Form<'_>) -> Result<(), RequestError> {
        let (hours, minutes) = (self.minutes / 60, self.minutes % 60);
        form.name("valid")?;
        if minutes == 0 {
            return form.digits(hours.into());
        }
        for (part, separator) in [(hours, ":"), (minutes, "")] {
            if part < 10 {
                form.digits(0)?;
            }
            form.digits(part.into())?;
            form.text(separator)?;
        }
        Ok(())
    }
}
