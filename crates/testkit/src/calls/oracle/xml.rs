//! fmt 2 by quick-xml: API errors, and the balance.

use serde_json::{Value, json};

use super::json::{Node, Object};
use super::values::amount;
use super::{malformed, objects};
use crate::calls::query::{Call, Script};
use crate::parsers::{Element, has_bad_entity, root};

/// Parses a reply: the line of a case, that of a malformed reply if it is unsupported or no reply.
/// Returns `None` if quick-xml rejects it or the oracle cannot decide.
pub(super) fn read(call: &Call, text: &str) -> Option<Value> {
    let root = root(text)?;
    // R29: an unknown entity makes its record malformed.
    if has_bad_entity(&root) {
        return Some(malformed());
    }
    Some(match root.name.as_str() {
        // R65d: without elements it is a deletion or nothing.
        "result" if !root.children.is_empty() => return error(call.script, &root, text),
        // R63, R63c
        "balance" if call.script == Script::Balance && root.children.is_empty() => balance(text)?,
        // R60d, R64b, R64c: no other form is supported.
        _ => malformed(),
    })
}

/// Parses an API error.
fn error(script: Script, root: &Element, text: &str) -> Option<Value> {
    // No rule says what text between the elements of an error means, and an escape in an id is not
    // visible any more (R28).
    let is_escaped = |element: &str| element.split("</id").next().is_some_and(|id| id.contains(['&', '!']));
    let is_clear = root.text.trim().is_empty() && !text.split("<id").skip(1).any(is_escaped);
    if !is_clear {
        return None;
    }
    let mut object = Object::new();
    for child in &root.children {
        // R26: a nested value is none that a known name may have.
        let nested = || Node::List(Vec::new());
        let text = || Node::Text { text: child.text.clone(), is_plain: true };
        object.insert(child.name.clone(), if child.children.is_empty() { text() } else { nested() });
    }
    // Which names a reply of fmt 2 knows beside those of an error is not ruled, since its success is
    // in another form or unsupported; R26a is about unknown names.
    if object.keys().any(|name| name != "id" && objects::names(script).contains(&name.as_str())) {
        return None;
    }
    let is_error = !objects::is_of_another_service(script, &object) && objects::present(&object, "error_code").is_some();
    Some(is_error.then(|| objects::api_error(script, &object)).flatten().unwrap_or_else(malformed))
}

/// Parses the text of the element of a balance, with one CDATA section around it or without (R28).
/// Returns `None` if where the element starts is not plain to see.
fn balance(text: &str) -> Option<Value> {
    let [before, rest] = text.split("<balance").collect::<Vec<_>>()[..] else { return None };
    if before.contains("<!--") {
        return None;
    }
    let Some((content, _)) = rest.split_once('>')?.1.split_once("</balance") else { return Some(malformed()) };
    let content = content.strip_prefix("<![CDATA[").and_then(|content| content.strip_suffix("]]>")).unwrap_or(content);
    Some(amount(content).map_or_else(malformed, |amount| json!({"balance": amount})))
}
