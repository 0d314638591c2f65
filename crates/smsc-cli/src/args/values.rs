//! The values of options.

use std::fmt;
use std::str::FromStr;

use clap::ValueEnum;
use smsc_proto::request::{Date, SendKind, Validity};
use smsc_proto::{Charset, MessageId, MessageKind};

use crate::lang::{fill, tr};

/// The number of `fmt` or `all`, or `guess`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Setting {
    Is(u8),
    Guess,
}

/// Returns the number that was passed, if one was.
pub(super) const fn number(setting: Option<Setting>) -> Option<u8> {
    match setting {
        Some(Setting::Is(number)) => Some(number),
        Some(Setting::Guess) | None => None,
    }
}

/// Parses a number up to `max`, or `guess`.
pub(super) fn setting(text: &str, max: u8) -> Result<Setting, String> {
    if text.eq_ignore_ascii_case("guess") {
        return Ok(Setting::Guess);
    }
    let number = text.parse().ok().filter(|number| *number <= max);
    number.map(Setting::Is).ok_or_else(|| fill("expected a number from {0} to {1}, or the word guess", &[&0, &max]))
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum CharsetArg {
    #[value(name = "windows-1251", alias = "cp1251")]
    Windows1251,
    #[value(name = "koi8-r")]
    Koi8R,
    #[value(name = "utf-8", alias = "utf8")]
    Utf8,
}

impl From<CharsetArg> for Charset {
    fn from(arg: CharsetArg) -> Self {
        match arg {
            CharsetArg::Windows1251 => Self::Windows1251,
            CharsetArg::Koi8R => Self::Koi8R,
            CharsetArg::Utf8 => Self::Utf8,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum KindArg {
    Auto,
    Sms,
    Hlr,
    Email,
}

impl From<KindArg> for MessageKind {
    fn from(arg: KindArg) -> Self {
        match arg {
            KindArg::Auto => Self::Auto,
            KindArg::Sms => Self::Sms,
            KindArg::Hlr => Self::Hlr,
            KindArg::Email => Self::Email,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum ColorArg {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum LangArg {
    En,
    Ru,
    Fr,
}

/// Parses the separator of CSV.
pub(super) fn parse_separator(text: &str) -> Result<u8, String> {
    match text.as_bytes() {
        _ if text == "\\t" => Ok(b'\t'),
        [separator @ (b'\t' | b' '..=b'~')] if *separator != b'"' => Ok(*separator),
        _ => Err(tr("expected one character").to_owned()),
    }
}

/// Parses a bitfield in decimal or, after `0x`, in hexadecimal.
pub(super) fn parse_flag(number: &str) -> Result<u16, String> {
    let parsed = match number.strip_prefix("0x").or_else(|| number.strip_prefix("0X")) {
        Some(digits) => u16::from_str_radix(digits, 16),
        None => number.parse(),
    };
    parsed.map_err(|_| tr("expected a number from 0 to 65535, in decimal or as 0x and hexadecimal digits").to_owned())
}

/// A value that `Debug` does not show.
#[derive(Clone)]
pub(crate) struct Hidden(pub(crate) String);

impl FromStr for Hidden {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Debug for Hidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Hidden(..)")
    }
}

/// An id that is valid.
#[derive(Clone, Debug)]
pub(crate) struct Id(String);

impl Id {
    pub(crate) fn get(&self) -> Option<MessageId<'_>> {
        MessageId::parse(&self.0)
    }
}

pub(super) fn parse_id(text: &str) -> Result<Id, String> {
    let id = Id(text.to_owned());
    if id.get().is_some() {
        return Ok(id);
    }
    Err(tr("invalid id: expected a number from 1 to 2147483647, or 1 to 40 letters, digits, dots, `-` and `_`").to_owned())
}

/// Parses a time zone.
#[cfg(feature = "report")]
pub(super) fn parse_zone(text: &str) -> Result<smsc_report::Zone, String> {
    let unknown = || tr("expected a time zone, such as Europe/Moscow or +03:00").to_owned();
    smsc_report::Zone::parse(text).map_err(|_| unknown())
}

/// Parses a date in the form of the service or in that of ISO 8601.
pub(super) fn parse_date(text: &str) -> Result<Date, String> {
    let numbers = |separator| text.split(separator).map(|part| part.parse().ok()).collect::<Option<Vec<u16>>>();
    let small = |number: u16| u8::try_from(number).ok();
    let date = match (numbers('.').as_deref(), numbers('-').as_deref()) {
        (Some(&[day, month, year]), _) | (_, Some(&[year, month, day])) => {
            small(month).zip(small(day)).and_then(|(month, day)| Date::new(year, month, day))
        }
        _ => None,
    };
    date.ok_or_else(|| tr("expected a date, such as 29.11.2026 or 2026-11-29").to_owned())
}

pub(super) fn parse_validity(text: &str) -> Result<Validity, String> {
    Validity::parse(text).ok_or_else(|| tr("expected 1 to 24 hours, or hh:mm up to 24:00").to_owned())
}

pub(super) fn parse_kind(text: &str) -> Result<SendKind, String> {
    SendKind::from_name(&text.to_lowercase())
        .ok_or_else(|| tr("expected sms, flash, push, hlr, bin, ping, mms, mail, call, viber, soc, tg or whatsapp").to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_has_two_forms() {
        let expected = Date::new(2026, 11, 29).unwrap();
        assert_eq!(parse_date("29.11.2026").unwrap(), expected);
        assert_eq!(parse_date("2026-11-29").unwrap(), expected);
        for invalid in ["", "29.11.26", "29/11/2026", "31.11.2026", "2026-11", "29.11.2026.1"] {
            assert!(parse_date(invalid).is_err(), "{invalid}");
        }
    }
}
