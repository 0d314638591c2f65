//! The key of a message: its id and its phone, compared as numbers (R3a, R47d).

use smsc_proto::{Charset, Text, phone_key};

use crate::names::Names;

/// The bit of an id or a phone that is the number of a text.
const IS_TEXT: u64 = 1 << 63;

/// The bit of an id that is an `int_id`.
const IS_INTERNAL: u64 = 1 << 62;

/// The number of digits of the longest phone that is a number.
const MAX_DIGITS: usize = 18;

/// A phone. Two are equal if they are the same, however they are typed.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Phone(
    /// The digits, after a 1 because a zero at the start is one of them; or [`IS_TEXT`] and the number
    /// of an address.
    u64,
);

/// The id of a message: a number, a text, or the `int_id` of a record without an id.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Id(u64);

/// The key of a message.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    pub(crate) id: Id,
    pub(crate) phone: Phone,
}

impl Phone {
    /// Returns the phone of a report. Returns `None` for what a report of a message that was not found
    /// can have in its place: nothing, or a zero (R13).
    pub(crate) fn of(phone: &str, names: &mut Names) -> Option<Self> {
        if let Some(number) = plain(phone.as_bytes()) {
            return Some(Self(number));
        }
        let key: String = phone_key(Text::new(phone.as_bytes(), Charset::Utf8)).collect();
        if key.is_empty() || key == "0" {
            return None;
        }
        Some(Self(number(key.as_bytes()).unwrap_or_else(|| IS_TEXT | u64::from(names.number(&key)))))
    }

    /// Returns whether the phone is an e-mail address.
    pub(crate) fn is_address(self, names: &Names) -> bool {
        self.0 & IS_TEXT != 0 && self.text(names).contains('@')
    }

    /// Returns the digits or the address.
    pub(crate) fn text(self, names: &Names) -> String {
        if self.0 & IS_TEXT == 0 {
            return self.0.to_string().split_off(1);
        }
        let number = u32::try_from(self.0 & !IS_TEXT).unwrap_or(u32::MAX);
        names.text(number).unwrap_or_default().to_owned()
    }
}

impl Id {
    /// Returns the id of a report, or `None` if it has none.
    pub(crate) fn of(number: Option<i64>, text: Option<&str>, internal: Option<i64>, names: &mut Names) -> Option<Self> {
        let own = number.and_then(|id| u64::try_from(id).ok()).filter(|id| *id != 0);
        let of_text = || text.filter(|text| !text.is_empty());
        if let Some(id) = own {
            return Some(Self(id));
        }
        if let Some(text) = of_text() {
            return Some(Self(IS_TEXT | u64::from(names.number(text))));
        }
        internal.and_then(|id| u64::try_from(id).ok()).filter(|id| *id != 0).map(|id| Self(IS_INTERNAL | id))
    }
}

/// Returns a phone that is written as [`phone_key`] writes it: digits, none of which is a prefix.
fn plain(phone: &[u8]) -> Option<u64> {
    let is_russian = matches!((phone.len(), phone.first()), (11, Some(b'8')) | (10, Some(b'9')));
    if is_russian || phone == b"0" { None } else { number(phone) }
}

/// Returns digits as a number after a 1, or `None` for anything else, or too many of them.
fn number(digits: &[u8]) -> Option<u64> {
    if !(1..=MAX_DIGITS).contains(&digits.len()) {
        return None;
    }
    digits.iter().try_fold(1, |number, byte| byte.is_ascii_digit().then(|| number * 10 + u64::from(byte - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPED: [&str; 14] = [
        "79991230300",
        "+7 999 123-03-00",
        "8 (999) 123 03 00",
        "89991230300",
        "9991230300",
        "79991230301",
        "84912345678",
        "0123",
        "123",
        "User@example.org",
        "user@EXAMPLE.org",
        "99999999999999999999",
        "9999999999999999999",
        "1",
    ];

    #[test]
    fn phones_are_equal_by_their_keys() {
        let mut names = Names::default();
        for one in TYPED {
            for other in TYPED {
                let [left, right] = [one, other].map(|typed| Text::new(typed.as_bytes(), Charset::Utf8));
                let is_equal = Phone::of(one, &mut names) == Phone::of(other, &mut names);
                assert_eq!(is_equal, phone_key(left).eq(phone_key(right)), "{one} {other}");
            }
        }
        assert!(Phone::of("", &mut names).is_none() && Phone::of("0", &mut names).is_none());
    }

    #[test]
    fn a_phone_is_written_without_what_separates_digits() {
        let mut names = Names::default();
        let mut text = |typed| Phone::of(typed, &mut names).map(|phone| phone.text(&names));
        assert_eq!(text("+7 (999) 123-03-00").as_deref(), Some("79991230300"));
        assert_eq!(text("0123").as_deref(), Some("0123"));
        assert_eq!(text("User@example.org").as_deref(), Some("user@example.org"));
    }

    #[test]
    fn ids_are_numbers_texts_or_internal() {
        let mut names = Names::default();
        let mut id = |number, text, internal| Id::of(number, text, internal, &mut names);
        assert!(id(Some(1), None, Some(7)) == id(Some(1), None, None));
        assert!(id(Some(1), None, None) != id(None, None, Some(1)));
        assert!(id(None, Some("a"), None) == id(None, Some("a"), Some(7)));
        assert!(id(None, Some("a"), None) != id(None, Some("b"), None));
        assert!(id(None, None, None).is_none() && id(Some(0), Some(""), Some(0)).is_none());
    }
}
