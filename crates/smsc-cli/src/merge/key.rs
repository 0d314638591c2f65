//! The key of a message: its id and its phone, compared as numbers (R3a, R47d).

use smsc_proto::{MessageId, Requested, Text, phone_key};

/// The id and the phone of a message, in the order of the output.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Key {
    pub(super) id: Id,
    /// `None` if it is not known.
    pub(super) phone: Option<Phone>,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Id {
    Number(u32),
    Text(Box<str>),
}

/// A phone. Two are equal if they are the same, however they are typed.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Phone {
    /// The digits, after a 1: a zero at the start is one of them.
    Number(u64),
    /// An address, or more digits than a number can have.
    Name(Box<str>),
}

/// The number of digits of the longest [`Phone::Number`].
const MAX_DIGITS: usize = 18;

impl Key {
    pub(super) fn new(id: MessageId<'_>, phone: Option<Phone>) -> Self {
        let text = |id: MessageId<'_>| Id::Text(id.text().unwrap_or_default().into());
        Self { id: id.number().map_or_else(|| text(id), Id::Number), phone }
    }

    pub(super) fn of_pair(pair: &Requested<'_>) -> Self {
        Self::new(pair.id, Phone::of(Text::new(pair.phone.as_bytes(), smsc_proto::Charset::Utf8)))
    }
}

impl Phone {
    /// Returns the phone of a report. Returns `None` for what a report of a message that was not found
    /// can have in its place: nothing, or a zero (R13).
    pub(super) fn of(phone: Text<'_>) -> Option<Self> {
        let digits = |number: Option<u64>, next: char| Some(number? * 10 + u64::from(next.to_digit(10)?));
        let (mut len, mut number) = (0, Some(1));
        for next in phone_key(phone) {
            len += 1;
            number = if len > MAX_DIGITS { None } else { digits(number, next) };
            if number.is_none() {
                return Some(Self::Name(phone_key(phone).collect::<String>().into()));
            }
        }
        number.filter(|number| !matches!(number, 1 | 10)).map(Self::Number)
    }
}

#[cfg(test)]
mod tests {
    use smsc_proto::Charset;

    use super::*;

    fn phone(typed: &str) -> Option<Phone> {
        Phone::of(Text::new(typed.as_bytes(), Charset::Utf8))
    }

    #[test]
    fn phones_are_equal_as_numbers() {
        let phones = ["79991230300", "+7 999 123-03-00", "8 (999) 123 03 00", "9991230300"];
        assert!(phones.iter().all(|typed| phone(typed) == phone("79991230300")));
        assert!(phone("79991230300") < phone("79991230301"));
        assert!(phone("84912345678") != phone("+84912345678"));
        assert!(phone("0123") != phone("123"));
        assert!(phone("User@example.org") == phone("user@EXAMPLE.org"));
        assert!(phone(&"9".repeat(40)) != phone(&"9".repeat(41)));
        assert!(phone("").is_none() && phone("0").is_none());
    }
}
