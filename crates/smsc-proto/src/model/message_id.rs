//! The id of a message: a number, or a text that the client chose (R3, R3a).

use core::fmt;
use core::num::NonZeroU32;

use crate::scan::number;

/// The largest id that is a number.
pub(crate) const MAX_ID: i64 = 0x7fff_ffff;

/// The length of the longest id that is a text.
const MAX_LEN: usize = 40;

/// The id of a message: a number from 1 to 2147483647, which the server assigned, or a text of 1 to
/// 40 characters that the client passed to send.php: Latin letters, digits, `.`, `-` and `_`.
///
/// Digits are always a number, so each id has one form: `"63"` is equal to 63, and two ids are
/// equal if they are displayed alike. An id is not unique: messages to several phones can share
/// one.
///
/// ```
/// use smsc_proto::MessageId;
///
/// let number = MessageId::parse("63").unwrap();
/// assert_eq!((number.number(), number.text()), (Some(63), None));
/// assert_eq!(Some(number), MessageId::new(63));
///
/// let text = MessageId::parse("order-77").unwrap();
/// assert_eq!((text.number(), text.text()), (None, Some("order-77")));
/// assert_eq!(text.to_string(), "order-77");
///
/// assert_eq!(MessageId::parse("order/77"), None); // no slash
/// assert_eq!(MessageId::parse("2147483648"), None); // digits are a number, and it is too large
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MessageId<'a>(Form<'a>);

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Form<'a> {
    Number(NonZeroU32),
    Text(&'a str),
}

impl<'a> MessageId<'a> {
    /// Returns the id with this number. Returns `None` if the number is 0 or over 2147483647.
    #[must_use]
    pub const fn new(number: u32) -> Option<Self> {
        match NonZeroU32::new(number) {
            Some(number) if number.get() <= i32::MAX.cast_unsigned() => Some(Self(Form::Number(number))),
            _ => None,
        }
    }

    /// Parses an id: digits as a number, anything else as a text. Returns `None` if the number is
    /// out of range, if the text is empty or longer than 40 characters, or if it has a character
    /// that no id has.
    #[must_use]
    pub fn parse(id: &'a str) -> Option<Self> {
        Self::from_bytes(id.as_bytes())
    }

    /// Parses an id from bytes. In no charset is there another form for its characters.
    pub(crate) fn from_bytes(id: &'a [u8]) -> Option<Self> {
        if let Some(number) = number::integer(id, 1, MAX_ID) {
            return u32::try_from(number).ok().and_then(Self::new);
        }
        if is_text_id(id) { core::str::from_utf8(id).ok().map(|text| Self(Form::Text(text))) } else { None }
    }

    /// Returns the number. Returns `None` if the id is a text.
    #[must_use]
    pub const fn number(self) -> Option<u32> {
        match self.0 {
            Form::Number(number) => Some(number.get()),
            Form::Text(_) => None,
        }
    }

    /// Returns a number that is equal for equal ids.
    pub(crate) fn hash(self) -> u64 {
        match self.0 {
            Form::Number(number) => number.get().into(),
            Form::Text(text) => text.bytes().fold(0, |hash: u64, byte| hash.rotate_left(5) ^ u64::from(byte)),
        }
    }

    /// Returns the text. Returns `None` if the id is a number.
    #[must_use]
    pub const fn text(self) -> Option<&'a str> {
        match self.0 {
            Form::Number(_) => None,
            Form::Text(text) => Some(text),
        }
    }
}

/// Returns whether a byte may be in an id (R3).
pub(crate) const fn is_id_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_')
}

/// Returns whether bytes are an id that is a text (R3a).
pub(crate) fn is_text_id(id: &[u8]) -> bool {
    let digits = id.strip_prefix(b"-").unwrap_or(id);
    // `-` alone is a text: there are no digits after it.
    let is_number = || !digits.is_empty() && digits.iter().all(u8::is_ascii_digit);
    (1..=MAX_LEN).contains(&id.len()) && id.iter().copied().all(is_id_byte) && !is_number()
}

impl fmt::Display for MessageId<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Form::Number(number) => fmt::Display::fmt(&number, f),
            Form::Text(text) => f.pad(text),
        }
    }
}

impl fmt::Debug for MessageId<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Form::Number(number) => fmt::Debug::fmt(&number, f),
            Form::Text(text) => fmt::Debug::fmt(text, f),
        }
    }
}

impl PartialEq<u32> for MessageId<'_> {
    fn eq(&self, number: &u32) -> bool {
        self.number() == Some(*number)
    }
}

impl PartialEq<&str> for MessageId<'_> {
    /// Returns whether the id is displayed as this text.
    fn eq(&self, id: &&str) -> bool {
        MessageId::parse(id).is_some_and(|id| id == *self)
    }
}
