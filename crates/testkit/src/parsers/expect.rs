//! The lines that named values must give, by the rules and in the plainest way.

use serde_json::{Map, Value, json};

/// A value as a parser for general use sees it.
#[derive(Clone, Debug)]
pub(super) enum Found {
    /// A string or a number, as text.
    Text(String),
    /// `null`.
    Absent,
    /// Anything nested, a truth value, or a text that cannot be read.
    Other,
}

/// Names with their values; of a repeated name only the last one (R26).
pub(super) type Values = std::collections::HashMap<String, Found>;

/// R39, and R30 for the timestamps.
const NUMBERS: [(&str, i128, i128); 8] = [
    ("status", -(1 << 31), (1 << 31) - 1),
    ("last_timestamp", 0, 1 << 40),
    ("flag", 0, 0xffff),
    ("err", 0, (1 << 31) - 1),
    ("send_timestamp", 0, 1 << 40),
    ("type", 0, 255),
    ("sms_cnt", 0, (1 << 31) - 1),
    ("id", 1, (1 << 31) - 1),
];

/// Everything else but the cost (2.2).
const TEXTS: &str = "last_date imsi msc mcc mnc cn net rcn rnet send_date phone mccmnc country operator operator_orig region \
    sender_id status_name message comment";

/// Whether a record has a field of this name.
pub(super) fn is_field(name: &str) -> bool {
    name == "cost" || TEXTS.split(' ').any(|text| text == name) || NUMBERS.iter().any(|(number, ..)| *number == name)
}

/// A line that stands for any malformed one.
#[must_use]
pub fn malformed() -> Value {
    json!({"malformed": true})
}

/// The line of one object or element: a record, and where it stands alone also an error or a deletion.
pub(super) fn line(values: &Values, is_alone: bool) -> Value {
    read(values, is_alone).unwrap_or_else(malformed)
}

fn read(values: &Values, is_alone: bool) -> Option<Value> {
    let mut line = Map::new();
    let present = |name: &str| values.get(name).filter(|value| !matches!(value, Found::Absent));
    for (name, min, max) in NUMBERS {
        match present(name) {
            None => {}
            // 2.4: an empty number is absent; but a status must be one (R10).
            Some(Found::Text(text)) if text.is_empty() && name != "status" => {}
            Some(Found::Text(text)) => {
                let number = integer(text, min, max)?;
                // R30: no time at all.
                if number != 0 || !name.ends_with("_timestamp") {
                    line.insert(name.to_owned(), i64::try_from(number).ok()?.into());
                }
            }
            Some(_) => return None,
        }
    }
    for name in TEXTS.split(' ') {
        match present(name) {
            None => {}
            Some(Found::Text(text)) => _ = line.insert(name.to_owned(), text.clone().into()),
            Some(_) => return None,
        }
    }
    match present("cost") {
        None => {}
        Some(Found::Text(text)) if text.is_empty() => {}
        Some(Found::Text(text)) if is_cost(text) => _ = line.insert("cost".to_owned(), text.clone().into()),
        Some(_) => return None,
    }
    if line.contains_key("status") {
        return Some(line.into());
    }
    // What is no record may be an error or a deletion, which have no place in a list (R15, R27).
    let refused = match (present("error_code"), present("result")) {
        (Some(Found::Text(code)), _) => {
            let code = integer(code, 0, (1 << 31) - 1)?;
            let mut refused = json!({"error_code": i64::try_from(code).ok()?});
            if let Some(Found::Text(text)) = present("error") {
                refused["error"] = text.clone().into();
            }
            if let Some(id) = line.get("id") {
                refused["id"] = id.clone();
            }
            refused
        }
        (None, Some(Found::Text(result))) if result.trim_matches(|next: char| next.is_ascii_whitespace()) == "OK" => {
            json!({"result": "OK"})
        }
        _ => return None,
    };
    Some(refused).filter(|_| is_alone)
}

/// Digits, with a minus where the range has one (R39).
fn integer(text: &str, min: i128, max: i128) -> Option<i128> {
    let digits = if min < 0 { text.strip_prefix('-').unwrap_or(text) } else { text };
    let is_plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| is_plain && (min..=max).contains(number))
}

/// Digits, or digits, a dot and 1 to 4 digits (R32).
fn is_cost(text: &str) -> bool {
    let is_digits = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once('.') {
        None => is_digits(text),
        Some((whole, fraction)) => is_digits(whole) && is_digits(fraction) && fraction.len() <= 4,
    }
}
