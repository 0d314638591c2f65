//! fmt 2 by quick-xml.

use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;

use super::expect::{Found, Values, is_field, line, malformed};

/// An element with all of its own text. Text of nested elements is not included.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) children: Vec<Element>,
    /// Whether its own text contains an entity that XML does not define.
    is_bad: bool,
}

/// Returns the root element of a body. Returns `None` if quick-xml reports an error, or if there is
/// not exactly one root.
pub(crate) fn root(text: &str) -> Option<Element> {
    let mut reader = Reader::from_str(text);
    // For the core, a lone `&` makes a record malformed, but not the whole body.
    reader.config_mut().allow_dangling_amp = true;
    let mut open = vec![Element::default()];
    loop {
        let event = reader.read_event().ok()?;
        let depth = open.len();
        let top = open.last_mut()?;
        match event {
            Event::Start(tag) => {
                let name = tag.name().as_ref().to_owned();
                open.push(Element { name, ..Element::default() });
            }
            Event::Empty(tag) => {
                let name = tag.name().as_ref().to_owned();
                top.children.push(Element { name, ..Element::default() });
            }
            Event::End(_) => {
                let element = open.pop()?;
                open.last_mut()?.children.push(element);
            }
            Event::Text(text) => {
                top.is_bad |= text.contains('&');
                top.text += &text;
            }
            Event::CData(text) => top.text += &text,
            Event::GeneralRef(name) => {
                let named = match &*name {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => name.resolve_char_ref().ok().flatten(),
                };
                top.is_bad |= named.is_none();
                top.text.extend(named);
            }
            Event::Eof => {
                let mut document = open.pop().filter(|document| depth == 1 && document.text.trim().is_empty())?;
                return document.children.pop().filter(|_| document.children.is_empty());
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

/// Returns the lines of a body; `None` if quick-xml rejects it.
#[must_use]
pub fn xml(text: &str) -> Option<Vec<Value>> {
    let root = root(text)?;
    Some(match root.name.as_str() {
        "list" => {
            root.children.iter().map(|element| if element.name == "sms" { record(element, false) } else { malformed() }).collect()
        }
        "sms" | "result" => vec![record(&root, true)],
        // R25: any other root is not a reply.
        _ => vec![malformed()],
    })
}

/// Returns the line of a record, an API error or a deletion.
fn record(element: &Element, is_alone: bool) -> Value {
    let is_result = element.name == "result";
    // R29: text between the fields is invalid in a record.
    if element.is_bad || !(is_result || element.text.trim().is_empty()) {
        return malformed();
    }
    let mut values = Values::new();
    let mut is_bad = false;
    for child in &element.children {
        let is_other = child.is_bad || !child.children.is_empty();
        let value = if is_other { Found::Other } else { Found::Text(child.text.clone()) };
        values.insert(child.name.clone(), value);
        // R29: an unknown entity makes the record malformed, in any element. Only the element of a
        // field may be replaced by a repeated one (R26).
        is_bad |= child.is_bad && !is_field(&child.name) || child.children.iter().any(has_bad_entity);
    }
    if is_result && element.children.is_empty() {
        values.insert("result".to_owned(), Found::Text(element.text.clone()));
    }
    if is_bad { malformed() } else { line(&values, is_alone) }
}

/// Returns whether an element or an element in it contains an unknown entity.
pub(crate) fn has_bad_entity(element: &Element) -> bool {
    element.is_bad || element.children.iter().any(has_bad_entity)
}
