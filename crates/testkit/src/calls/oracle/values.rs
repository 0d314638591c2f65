//! Single values of the replies (R3a, R32, R39, R63a).

use serde_json::Value;

use crate::oracle::{Id, is_digits, number};

/// The largest number of parts, and of an error (R39).
const LARGEST: u64 = 0x7fff_ffff;

/// Parses a number of messages, parts or seconds, or the number of an error (R39).
pub(super) fn count(text: &str) -> Option<Value> {
    number(text.as_bytes(), 0, LARGEST).map(Value::from)
}

/// Parses an id (R3a).
pub(super) fn id(text: &str) -> Option<Value> {
    Id::parse(text.as_bytes()).map(|id| id.value())
}

/// Parses a cost: digits, with an optional dot and 1 to 4 digits; kept as written (R32).
pub(super) fn cost(text: &str) -> Option<Value> {
    let is_cost = match text.split_once('.') {
        None => is_digits(text.as_bytes()),
        Some((whole, fraction)) => {
            is_digits(whole.as_bytes()) && is_digits(fraction.as_bytes()) && (1..=4).contains(&fraction.len())
        }
    };
    is_cost.then(|| text.into())
}

/// Parses an amount: perhaps a minus, digits, and perhaps a dot and digits; kept as written (R63a).
pub(super) fn amount(text: &str) -> Option<Value> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let is_amount = match unsigned.split_once('.') {
        None => is_digits(unsigned.as_bytes()),
        Some((whole, fraction)) => is_digits(whole.as_bytes()) && is_digits(fraction.as_bytes()),
    };
    is_amount.then(|| text.into())
}
