//! Dates of the history.

use crate::request::error::RequestError;
use crate::request::form::Form;

/// A date, in the time zone of the account.
///
/// ```
/// use smsc_proto::request::Date;
///
/// assert!(Date::new(2026, 11, 29).is_some());
/// assert_eq!(Date::new(2026, 2, 29), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// Returns the date of this year, from 2000 to 9999, month and day. Returns `None` if there is
    /// no such date.
    #[must_use]
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let is_leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
        let days = match month {
            4 | 6 | 9 | 11 => 30,
            2 if is_leap => 29,
            2 => 28,
            1..=12 => 31,
            _ => 0,
        };
        let exists = year >= 2000 && year <= 9999 && day >= 1 && day <= days;
        if exists { Some(Self { year, month, day }) } else { None }
    }

    /// Returns the year.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// Returns the month: 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// Returns the day of the month: 1 to 31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// Writes a whole parameter, as `29.11.2026`.
    pub(crate) fn write(self, name: &'static str, form: &mut Form<'_>) -> Result<(), RequestError> {
        form.name(name)?;
        for (number, separator) in [(self.day, "."), (self.month, ".")] {
            if number < 10 {
                form.digits(0)?;
            }
            form.digits(number.into())?;
            form.text(separator)?;
        }
        form.digits(self.year.into())
    }
}
