//! The ids of messages (R3, R3a).

use serde_json::Value;

use super::number::{is_digits, number};

/// The most characters of a text id (R3).
const LONGEST: usize = 40;

/// The id of a message: a number or a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Id {
    /// A number from 1 to 2147483647.
    Number(u64),
    /// A text of 1 to 40 Latin letters, digits, `.`, `-` and `_`, but not digits alone.
    Text(String),
}

impl Id {
    /// Parses an id as written. Returns `None` if it is not valid.
    pub(crate) fn parse(raw: &[u8]) -> Option<Self> {
        // R3a: digits are a number, with or without a minus, and a negative one is out of range.
        if is_digits(raw.strip_prefix(b"-").unwrap_or(raw)) {
            return number(raw, 1, i32::MAX.unsigned_abs().into()).map(Self::Number);
        }
        let is_text = (1..=LONGEST).contains(&raw.len()) && raw.iter().all(|&b| is_of_an_id(b));
        is_text.then(|| Self::Text(String::from_utf8_lossy(raw).into_owned()))
    }

    /// Returns the id in the form of the output: a number as a number, a text as a string.
    pub(crate) fn value(&self) -> Value {
        match self {
            Self::Number(number) => (*number).into(),
            Self::Text(text) => text.as_str().into(),
        }
    }
}

/// Returns whether a text id may contain this character (R3).
fn is_of_an_id(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b".-_".contains(&b)
}
