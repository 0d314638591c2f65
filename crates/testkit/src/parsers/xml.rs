//! fmt 2 as quick-xml sees it.

use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;

use super::expect::{Found, Values, is_field, line, malformed};

/// An element with all of its text; what it holds further down counts as children alone.
#[derive(Debug, Default)]
struct Element {
    name: String,
    text: String,
    children: Vec<Element>,
    /// An entity that XML does not know, in its own text.
    is_bad: bool,
}

/// The root of a body as quick-xml's events tell it; `None` if it finds a fault, or if there is more than one root or none.
fn root(text: &str) -> Option<Element> {
    let mut reader = Reader::from_str(text);
    // A lone `&` is no fault of the whole body for the core, but one of its record.
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

/// The lines of a body that quick-xml can read; `None` if it cannot.
#[must_use]
pub fn xml(text: &str) -> Option<Vec<Value>> {
    let root = root(text)?;
    Some(match root.name.as_str() {
        "list" => {
            root.children.iter().map(|element| if element.name == "sms" { record(element, false) } else { malformed() }).collect()
        }
        "sms" | "result" => vec![record(&root, true)],
        // R25: any other root is no reply.
        _ => vec![malformed()],
    })
}

/// The line of a record, an error or a deletion.
fn record(element: &Element, is_alone: bool) -> Value {
    let is_result = element.name == "result";
    // R29: text between the fields makes no sense in a record.
    if element.is_bad || !(is_result || element.text.trim().is_empty()) {
        return malformed();
    }
    let mut values = Values::new();
    let mut is_bad = false;
    for child in &element.children {
        let is_other = child.is_bad || !child.children.is_empty();
        let value = if is_other { Found::Other } else { Found::Text(child.text.clone()) };
        values.insert(child.name.clone(), value);
        // R29: an unknown entity spoils the record, whatever the element; that of a field may be repeated and mended (R26).
        is_bad |= child.is_bad && !is_field(&child.name) || child.children.iter().any(has_bad);
    }
    if is_result && element.children.is_empty() {
        values.insert("result".to_owned(), Found::Text(element.text.clone()));
    }
    if is_bad { malformed() } else { line(&values, is_alone) }
}

/// Whether an unknown entity stands in it, however deep.
fn has_bad(element: &Element) -> bool {
    element.is_bad || element.children.iter().any(has_bad)
}
