//! fmt 3 as `serde_json` sees it.

use serde_json::Value;

use super::expect::{Found, Values, line, malformed};

/// The lines of a body that `serde_json` can read; `None` if it cannot.
#[must_use]
pub fn json(text: &str) -> Option<Vec<Value>> {
    Some(match serde_json::from_str(text).ok()? {
        Value::Array(elements) => elements
            .iter()
            // R27: a sound element that is no record is malformed in its place.
            .map(|element| element.as_object().map_or_else(malformed, |object| line(&values(object), false)))
            .collect(),
        Value::Object(object) => vec![line(&values(&object), true)],
        // R25: any other root is no reply.
        _ => vec![malformed()],
    })
}

/// The same, but `None` also for what the core reads otherwise on purpose: fractions and exponents, which it keeps as written; values that are nested too
/// deep; escapes beside a cost.
#[must_use]
pub fn exact_json(text: &str) -> Option<Vec<Value>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let root: Value = serde_json::from_str(text).ok()?;
    let is_exact = is_plain(&root, 0) && !(text.contains('\\') && has_cost(&root));
    if is_exact { json(text) } else { None }
}

fn is_plain(value: &Value, depth: usize) -> bool {
    match value {
        // The core allows 32; where a level counts that has nothing in it is not for this to say.
        _ if depth > 30 => false,
        Value::Number(number) => !number.is_f64(),
        Value::Array(elements) => elements.iter().all(|element| is_plain(element, depth + 1)),
        Value::Object(object) => object.values().all(|value| is_plain(value, depth + 1)),
        _ => true,
    }
}

fn has_cost(root: &Value) -> bool {
    let elements = root.as_array().map_or(std::slice::from_ref(root), Vec::as_slice);
    elements.iter().any(|element| element.get("cost").is_some())
}

/// `serde_json` itself keeps the last value of a repeated name.
fn values(object: &serde_json::Map<String, Value>) -> Values {
    let found = |value: &Value| match value {
        Value::String(text) => Found::Text(text.clone()),
        // R26: a number may stand for a text.
        Value::Number(number) => Found::Text(number.to_string()),
        Value::Null => Found::Absent,
        Value::Bool(_) | Value::Array(_) | Value::Object(_) => Found::Other,
    };
    object.iter().map(|(name, value)| (name.clone(), found(value))).collect()
}
