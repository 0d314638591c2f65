//! fmt 3 by `serde_json`.

use serde_json::Value;

use super::expect::{Found, Values, line, malformed};

/// Returns the lines of a body; `None` if `serde_json` rejects it.
#[must_use]
pub fn json(text: &str) -> Option<Vec<Value>> {
    Some(match serde_json::from_str(text).ok()? {
        Value::Array(elements) => elements
            .iter()
            // R27: a well-formed element that is not a record is malformed, and no other element.
            .map(|element| element.as_object().map_or_else(malformed, |object| line(&values(object), false)))
            .collect(),
        Value::Object(object) => vec![line(&values(&object), true)],
        // R25: any other root is not a reply.
        _ => vec![malformed()],
    })
}

/// Returns the lines of a body, like [`json`], but `None` also if the core differs on purpose: for
/// fractions and exponents, which it keeps as written; for values that are nested too deep; for
/// escapes beside a cost or an id.
#[must_use]
pub fn exact_json(text: &str) -> Option<Vec<Value>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let root: Value = serde_json::from_str(text).ok()?;
    let is_exact = is_plain(&root, 0) && !(text.contains('\\') && has_unescaped(&root));
    if is_exact { json(text) } else { None }
}

fn is_plain(value: &Value, depth: usize) -> bool {
    match value {
        // The core allows 32 levels. The limit here is lower, because the two need not agree on
        // whether an empty level counts.
        _ if depth > 30 => false,
        Value::Number(number) => !number.is_f64(),
        Value::Array(elements) => elements.iter().all(|element| is_plain(element, depth + 1)),
        Value::Object(object) => object.values().all(|value| is_plain(value, depth + 1)),
        _ => true,
    }
}

/// Returns whether a record has a value that is parsed without its escapes (R28).
fn has_unescaped(root: &Value) -> bool {
    let elements = root.as_array().map_or(std::slice::from_ref(root), Vec::as_slice);
    elements.iter().any(|element| element.get("cost").is_some() || element.get("id").is_some())
}

/// Converts an object. `serde_json` keeps the last value of a repeated name.
fn values(object: &serde_json::Map<String, Value>) -> Values {
    let found = |value: &Value| match value {
        Value::String(text) => Found::Text(text.clone()),
        // R26: a number may replace a text.
        Value::Number(number) => Found::Text(number.to_string()),
        Value::Null => Found::Absent,
        Value::Bool(_) | Value::Array(_) | Value::Object(_) => Found::Other,
    };
    // R3a, R39: a number with a sign, a fraction or an exponent is no id.
    let is_no_id = |name: &str, value: &Value| name == "id" && value.is_number() && !value.is_u64();
    let found = |name: &str, value: &Value| if is_no_id(name, value) { Found::Other } else { found(value) };
    object.iter().map(|(name, value)| (name.clone(), found(name, value))).collect()
}
