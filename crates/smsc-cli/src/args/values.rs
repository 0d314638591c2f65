//! The values of options.

use clap::ValueEnum;
use smsc_proto::{Charset, MessageKind};

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
