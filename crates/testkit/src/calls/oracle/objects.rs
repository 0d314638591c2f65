//! The objects of fmt 3, and the API errors of fmt 2 and 3.

use serde_json::{Map, Value, json};

use super::json::{Node, Object};
use super::values::{amount, cost, count, id};
use crate::calls::query::{Call, Script};
use crate::parsers::malformed;

/// The names of an operator (R64c).
pub(super) const OPERATOR: [&str; 6] = ["country", "operator", "region", "mcc", "mnc", "tz"];

/// Returns the names that a reply may have, but for those of an API error.
pub(super) fn names(script: Script) -> &'static [&'static str] {
    match script {
        Script::Send => &["id", "cnt", "cost", "balance", "code", "phones"],
        Script::Balance => &["balance", "currency", "credit"],
        Script::Incoming => &["id", "phone", "message", "to_phone", "sent", "received"],
        Script::Statistics => &["login", "sms", "cnt", "credit", "debit", "currency"],
        Script::Operator => &OPERATOR,
    }
}

/// Parses an object that is the whole reply. Returns `None` if it is malformed or no reply.
pub(super) fn whole(call: &Call, object: &Object) -> Option<Value> {
    if is_of_another_service(call.script, object) {
        return None;
    }
    // R65a: the key `error_code` decides.
    if present(object, "error_code").is_some() {
        return api_error(call.script, object);
    }
    match call.script {
        Script::Send if call.cost == 1 => price(object),
        Script::Send => sent(object),
        script => element(script, object),
    }
}

/// Parses an object of a list, or one that is alone (R64d).
pub(super) fn element(script: Script, object: &Object) -> Option<Value> {
    let mut line = Line { object, values: Map::new() };
    match script {
        Script::Incoming => {
            line.add("id", id_of)?.needs("id")?.add("phone", text)?.needs("phone")?;
            line.add("message", text)?.add("to_phone", text)?.add("sent", text)?.add("received", text)?;
        }
        Script::Statistics => {
            let number = match (present(object, "sms"), present(object, "cnt")) {
                // R64b: a number must be there; two different ones are malformed.
                (None, None) => return None,
                (Some(one), None) | (None, Some(one)) => count_of(one)?,
                (Some(sms), Some(cnt)) => count_of(sms).filter(|sms| Some(sms) == count_of(cnt).as_ref())?,
            };
            line.values.insert("sms".to_owned(), number);
            line.add("login", text)?.add("credit", amount_of)?.add("debit", amount_of)?.add("currency", text)?;
        }
        Script::Balance => {
            line.add("balance", amount_of)?.needs("balance")?.add("currency", text)?.add("credit", amount_of)?;
        }
        Script::Operator => {
            // R64c: one of the names must be there.
            object.keys().find(|name| OPERATOR.contains(&name.as_str()))?;
            for name in OPERATOR {
                line.add(name, text)?;
            }
        }
        // R60: its objects are never in a list.
        Script::Send => return None,
    }
    Some(line.values.into())
}

/// Parses a message that was sent (R60, R60c).
fn sent(object: &Object) -> Option<Value> {
    let mut line = Line { object, values: Map::new() };
    line.add("id", id_of)?.needs("id")?.add("cnt", count_of)?.needs("cnt")?;
    line.add("cost", cost_of)?.add("balance", amount_of)?.add("code", text)?;
    line.values.extend(phones(object));
    Some(line.values.into())
}

/// Parses a price, which has no id (R60c).
fn price(object: &Object) -> Option<Value> {
    if present(object, "id").is_some() {
        return None;
    }
    let mut line = Line { object, values: Map::new() };
    line.add("cost", cost_of)?.needs("cost")?.add("cnt", count_of)?.needs("cnt")?;
    line.values.extend(phones(object));
    Some(line.values.into())
}

/// Returns the phones of a reply, unless there are none (R60e).
fn phones(object: &Object) -> Option<(String, Value)> {
    let phone = |object: &Object| -> Option<Value> {
        let mut line = Line { object, values: Map::new() };
        line.add("phone", text)?.needs("phone")?.add("mccmnc", text)?.add("cost", cost_of)?;
        line.add("status", text)?.add("error", text)?;
        Some(line.values.into())
    };
    let phones = match present(object, "phones")? {
        Node::List(phones) => phones.iter().map(|one| one.object().and_then(phone).unwrap_or_else(malformed)).collect(),
        // A value that is no list is one error among the phones.
        _ => vec![malformed()],
    };
    if phones.is_empty() { None } else { Some(("phones".to_owned(), phones.into())) }
}

/// Returns whether an API error is of another service (R26a, R65a): it has `status` and no value of
/// this call, or it has an unknown name and not the name `error`.
pub(super) fn is_of_another_service(script: Script, object: &Object) -> bool {
    let is_own = |name: &str| names(script).contains(&name);
    let has_value = object.keys().any(|name| is_own(name) && present(object, name).is_some());
    let has_unknown = object.keys().any(|name| !is_own(name) && !["error_code", "error"].contains(&name.as_str()));
    let is_record = present(object, "status").is_some() && !has_value;
    present(object, "error_code").is_some() && (is_record || has_unknown && !object.contains_key("error"))
}

/// Parses an API error (R11). Those of send.php have an id (R61).
pub(super) fn api_error(script: Script, object: &Object) -> Option<Value> {
    let mut error = json!({"error_code": count_of(present(object, "error_code")?)?});
    if let Some(text) = present(object, "error").and_then(text) {
        error["error"] = text;
    }
    if let Some(written) = present(object, "id").filter(|_| script == Script::Send) {
        error["id"] = id_of(written)?;
    }
    Some(error)
}

/// Returns the value of a name. `null`, an empty text and a name that is not there are absent
/// (R65b).
pub(super) fn present<'o>(object: &'o Object, name: &str) -> Option<&'o Node> {
    object.get(name).filter(|node| match node {
        Node::Null => false,
        Node::Text { text, .. } => !text.is_empty(),
        _ => true,
    })
}

/// The values of a line, which are read from an object.
struct Line<'o> {
    object: &'o Object,
    values: Map<String, Value>,
}

impl Line<'_> {
    /// Adds the value of a name, if it is there. Returns `None` if it is malformed (R26).
    fn add(&mut self, name: &str, parse: fn(&Node) -> Option<Value>) -> Option<&mut Self> {
        if let Some(node) = present(self.object, name) {
            self.values.insert(name.to_owned(), parse(node)?);
        }
        Some(self)
    }

    /// Returns `None` if there is no value of this name.
    fn needs(&mut self, name: &str) -> Option<&mut Self> {
        self.values.contains_key(name).then_some(self)
    }
}

/// R65b: a text may be a number.
fn text(node: &Node) -> Option<Value> {
    match node {
        Node::Text { text, .. } => Some(text.as_str().into()),
        Node::Number(number) => Some(number.as_str().into()),
        _ => None,
    }
}

/// R65b: a number may be a string.
fn count_of(node: &Node) -> Option<Value> {
    text(node).and_then(|text| count(text.as_str()?))
}

/// R28: a cost is plain characters without escapes.
fn cost_of(node: &Node) -> Option<Value> {
    node.plain().and_then(cost)
}

/// R28, R63a: an amount is kept as written, like a cost.
fn amount_of(node: &Node) -> Option<Value> {
    node.plain().and_then(amount)
}

/// R3a; R39: a number with a sign, a fraction or an exponent is no id. R28: a text id is plain
/// characters without escapes.
fn id_of(node: &Node) -> Option<Value> {
    match node {
        Node::Number(number) if !number.bytes().all(|byte| byte.is_ascii_digit()) => None,
        Node::Number(number) => id(number),
        Node::Text { text, is_plain } => id(text).filter(|id| *is_plain || id.is_number()),
        _ => None,
    }
}
