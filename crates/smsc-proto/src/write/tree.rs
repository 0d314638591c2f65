//! fmt 2 and fmt 3: XML and JSON, one field a line, as the page and recordings have them.

use crate::model::query::{Format, Query};
use crate::model::record::{Record, Value};
use crate::write::sink::Sink;
use crate::write::{WriteError, WriteErrorKind, WritePart, check_places};

/// Writes one object, or one element `sms`.
pub(super) fn record(query: &Query<'_>, status: &Record<'_>, sink: &mut Sink<'_>) -> Result<(), WriteError> {
    let layout = || query.fields(status.is_hlr());
    check_places(status, layout(), sink)?;
    let mut node = Node::open(query.format, "sms", sink)?;
    for field in layout() {
        if let Some(value) = status.get(field) {
            node.value(field.name(), field.into(), value)?;
        }
    }
    node.close("sms")
}

/// An object, or an element with elements in it.
pub(super) struct Node<'s, 'o> {
    is_json: bool,
    is_empty: bool,
    sink: &'s mut Sink<'o>,
}

impl<'s, 'o> Node<'s, 'o> {
    /// Opens it; the name is that of the element.
    pub(super) fn open(format: Format, name: &str, sink: &'s mut Sink<'o>) -> Result<Self, WriteError> {
        let is_json = format == Format::Json;
        if is_json {
            sink.ascii("{\n")?;
        } else {
            tag("<", name, ">\n", sink)?;
        }
        Ok(Self { is_json, is_empty: true, sink })
    }

    /// Writes a value under its name.
    pub(super) fn value(&mut self, name: &str, part: WritePart, value: Value<'_>) -> Result<(), WriteError> {
        if self.is_json { self.member(name, value) } else { self.element(name, part, value) }
    }

    pub(super) fn close(self, name: &str) -> Result<(), WriteError> {
        if self.is_json { self.sink.ascii("\n}") } else { tag("</", name, ">", self.sink) }
    }

    fn member(&mut self, name: &str, value: Value<'_>) -> Result<(), WriteError> {
        let before = if core::mem::take(&mut self.is_empty) { "\"" } else { ",\n\"" };
        tag(before, name, "\": ", self.sink)?;
        match value {
            Value::Number(number) => self.sink.number(number),
            Value::Cost(cost) => tag("\"", cost.as_str(), "\"", self.sink),
            Value::Text(text) => {
                self.sink.ascii("\"")?;
                if !self.sink.has_put_plain_in_tree(text)? {
                    text.chars().try_for_each(|next| json(next, self.sink))?;
                }
                self.sink.ascii("\"")
            }
        }
    }

    fn element(&mut self, name: &str, part: WritePart, value: Value<'_>) -> Result<(), WriteError> {
        tag("<", name, ">", self.sink)?;
        match value {
            Value::Number(number) => self.sink.number(number)?,
            Value::Cost(cost) => self.sink.ascii(cost.as_str())?,
            Value::Text(text) if self.sink.has_put_plain_in_tree(text)? => {}
            Value::Text(text) => text.chars().try_for_each(|next| xml(next, part, self.sink))?,
        }
        tag("</", name, ">\n", self.sink)
    }
}

/// Writes ASCII in three parts.
fn tag(before: &str, name: &str, behind: &str, sink: &mut Sink<'_>) -> Result<(), WriteError> {
    sink.ascii(before)?;
    sink.ascii(name)?;
    sink.ascii(behind)
}

/// Writes a character of a JSON string. What the charset lacks can be escaped, so that nothing is lost.
fn json(next: char, sink: &mut Sink<'_>) -> Result<(), WriteError> {
    match next {
        '"' => sink.ascii("\\\""),
        '\\' => sink.ascii("\\\\"),
        '\n' => sink.ascii("\\n"),
        '\r' => sink.ascii("\\r"),
        '\t' => sink.ascii("\\t"),
        _ if next >= ' ' && sink.has_written(next)? => Ok(()),
        // Beyond U+FFFF in two halves.
        _ => next.encode_utf16(&mut [0; 2]).iter().try_for_each(|unit| escaped(*unit, sink)),
    }
}

/// Writes `\u` and four hex digits.
fn escaped(unit: u16, sink: &mut Sink<'_>) -> Result<(), WriteError> {
    sink.ascii("\\u")?;
    [12, 8, 4, 0].iter().try_for_each(|shift| {
        let digit = char::from_digit(u32::from(unit.wrapping_shr(*shift) & 0xf), 16).unwrap_or('0');
        sink.ascii(digit.encode_utf8(&mut [0; 4]))
    })
}

/// Writes a character of an element. What the charset lacks can be a reference; what XML 1.0 forbids cannot be there at all.
fn xml(next: char, part: WritePart, sink: &mut Sink<'_>) -> Result<(), WriteError> {
    match next {
        '&' => sink.ascii("&amp;"),
        '<' => sink.ascii("&lt;"),
        '>' => sink.ascii("&gt;"),
        // An XML reader makes a line feed of a carriage return.
        '\r' => sink.ascii("&#13;"),
        '\n' | '\t' => sink.ascii(next.encode_utf8(&mut [0; 4])),
        '\0'..' ' | '\u{fffe}' | '\u{ffff}' => {
            sink.loss(WriteErrorKind::Forbidden.at(part))?;
            sink.ascii("?")
        }
        _ if sink.has_written(next)? => Ok(()),
        _ => {
            sink.ascii("&#")?;
            sink.number(u32::from(next).into())?;
            sink.ascii(";")
        }
    }
}
