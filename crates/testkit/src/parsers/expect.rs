//! The lines that named values must yield, by the rules, written in the plainest way.

use serde_json::{Map, Value, json};

/// A value in the form that a general-purpose parser returns.
#[derive(Clone, Debug)]
pub(super) enum Found {
    /// A string or a number, as text.
    Text(String),
    /// `null`.
    Absent,
    /// A nested value, a truth value, or a text that cannot be decoded.
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
    ("int_id", 0, 999_999_999_999_999),
];

/// All other fields but the cost (2.2).
const TEXTS: &str = "last_date imsi msc mcc mnc cn net rcn rnet send_date phone mccmnc country operator operator_orig region \
    sender_id status_name message comment format crc";

/// Returns whether a record has a field of this name.
pub(super) fn is_field(name: &str) -> bool {
    name == "cost"
        || name == "id"
        || TEXTS.split(' ').any(|text| text == name)
        || NUMBERS.iter().any(|(number, ..)| *number == name)
}

/// Returns a line that stands for any malformed one.
#[must_use]
pub fn malformed() -> Value {
    json!({"malformed": true})
}

/// Returns the line of one object or element: a record, or, if it is the whole reply, an API error
/// or a deletion.
pub(super) fn line(values: &Values, is_alone: bool) -> Value {
    read(values, is_alone).unwrap_or_else(malformed)
}

fn read(values: &Values, is_alone: bool) -> Option<Value> {
    let mut line = Map::new();
    let present = |name: &str| values.get(name).filter(|value| !matches!(value, Found::Absent));
    for (name, min, max) in NUMBERS {
        match present(name) {
            None => {}
            // 2.4: an empty number is absent; but the status must be a number (R10).
            Some(Found::Text(text)) if text.is_empty() && name != "status" => {}
            Some(Found::Text(text)) => {
                let number = integer(text, min, max)?;
                // R30: no time.
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
    match present("id") {
        None => {}
        Some(Found::Text(text)) if text.is_empty() => {}
        Some(Found::Text(text)) => _ = line.insert("id".to_owned(), id(text)?),
        Some(_) => return None,
    }
    match present("cost") {
        None => {}
        Some(Found::Text(text)) if text.is_empty() => {}
        Some(Found::Text(text)) if is_cost(text) => _ = line.insert("cost".to_owned(), text.clone().into()),
        Some(_) => return None,
    }
    if is_of_another_service(values, &line) {
        return None;
    }
    if line.contains_key("status") {
        return Some(line.into());
    }
    // An object that is not a record may be an API error or a deletion, which a list cannot contain
    // (R15, R27).
    let rejection = match (present("error_code"), present("result")) {
        (Some(Found::Text(code)), _) => {
            let code = integer(code, 0, (1 << 31) - 1)?;
            let mut rejection = json!({"error_code": i64::try_from(code).ok()?});
            if let Some(Found::Text(text)) = present("error") {
                rejection["error"] = text.clone().into();
            }
            if let Some(id) = line.get("id") {
                rejection["id"] = id.clone();
            }
            rejection
        }
        (None, Some(Found::Text(result))) if result.trim_matches(|next: char| next.is_ascii_whitespace()) == "OK" => {
            json!({"result": "OK"})
        }
        _ => return None,
    };
    Some(rejection).filter(|_| is_alone)
}

/// Returns whether an object is of another service (R26a).
fn is_of_another_service(values: &Values, line: &Map<String, Value>) -> bool {
    let is_own = |name: &&String| ["error_code", "error", "result"].contains(&name.as_str()) || is_field(name);
    let unknown = values.keys().filter(|name| !is_own(name)).count();
    let has_error_code = values.get("error_code").is_some_and(|value| !matches!(value, Found::Absent));
    if values.get("status").is_some_and(|value| !matches!(value, Found::Absent)) {
        let has_other_field = line.keys().any(|name| name != "status");
        return !has_other_field && (has_error_code || unknown > 1);
    }
    has_error_code && !values.contains_key("error") && unknown > 0
}

/// Parses an id: a number, or a text of 1 to 40 characters (R3a).
fn id(text: &str) -> Option<Value> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return integer(text, 1, (1 << 31) - 1).and_then(|number| i64::try_from(number).ok()).map(Value::from);
    }
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b".-_".contains(&byte);
    ((1..=40).contains(&text.len()) && text.bytes().all(is_allowed)).then(|| text.into())
}

/// Parses digits, with a minus if the range has negative numbers (R39).
fn integer(text: &str, min: i128, max: i128) -> Option<i128> {
    let digits = if min < 0 { text.strip_prefix('-').unwrap_or(text) } else { text };
    let has_digits = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| has_digits && (min..=max).contains(number))
}

/// Returns whether a text is a cost: digits, or digits, a dot and 1 to 4 digits (R32).
fn is_cost(text: &str) -> bool {
    let is_digits = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once('.') {
        None => is_digits(text),
        Some((whole, fraction)) => is_digits(whole) && is_digits(fraction) && fraction.len() <= 4,
    }
}
