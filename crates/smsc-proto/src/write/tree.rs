//! Writing of fmt 2 and 3: XML and JSON, with one field on each line, as the server writes them.

use crate::model::query::{Format, Query};
use crate::model::record::{Record, Value};
use crate::write::sink::Sink;
use crate::write::{WriteError, WriteErrorKind, WritePart, check_fields};

/// Writes one record: an object, or an element `sms`.
pub(super) fn record(query: &Query<'_>, record: &Record<'_>, sink: &mut Sink<'_>) -> Result<(), WriteError> {
    let layout = || query.all_fields(record.is_hlr());
    check_fields(record, layout(), sink)?;
    let mut node = Node::open(query.format, "sms", sink)?;
    for field in layout() {
        if let Some(value) = record.get(field) {
            node.write(field.name(), field.into(), value)?;
        }
    }
    node.close("sms")
}

/// A writer of an object, or of an element that contains elements.
pub(super) struct Node<'s, 'o> {
    is_json: bool,
    is_empty: bool,
    sink: &'s mut Sink<'o>,
}

impl<'s, 'o> Node<'s, 'o> {
    /// Writes the start of an object, or of an element with this name.
    pub(super) fn open(format: Format, name: &str, sink: &'s mut Sink<'o>) -> Result<Self, WriteError> {
        let is_json = format == Format::Json;
        if is_json {
            sink.write_ascii("{\n")?;
        } else {
            write_3("<", name, ">\n", sink)?;
        }
        Ok(Self { is_json, is_empty: true, sink })
    }

    /// Writes a value with its name.
    pub(super) fn write(&mut self, name: &str, part: WritePart, value: Value<'_>) -> Result<(), WriteError> {
        if self.is_json { self.write_member(name, value) } else { self.write_element(name, part, value) }
    }

    /// Writes the end of the object, or of the element with this name.
    pub(super) fn close(self, name: &str) -> Result<(), WriteError> {
        if self.is_json { self.sink.write_ascii("\n}") } else { write_3("</", name, ">", self.sink) }
    }

    /// Writes a member of an object.
    fn write_member(&mut self, name: &str, value: Value<'_>) -> Result<(), WriteError> {
        let before = if core::mem::take(&mut self.is_empty) { "\"" } else { ",\n\"" };
        write_3(before, name, "\": ", self.sink)?;
        match value {
            Value::Number(number) => self.sink.write_number(number),
            Value::Cost(cost) => write_3("\"", cost.as_str(), "\"", self.sink),
            Value::Text(text) => {
                self.sink.write_ascii("\"")?;
                if !self.sink.try_write_plain_in_tree(text)? {
                    text.chars().try_for_each(|next| write_json_char(next, self.sink))?;
                }
                self.sink.write_ascii("\"")
            }
        }
    }

    /// Writes an element that contains a value.
    fn write_element(&mut self, name: &str, part: WritePart, value: Value<'_>) -> Result<(), WriteError> {
        write_3("<", name, ">", self.sink)?;
        match value {
            Value::Number(number) => self.sink.write_number(number)?,
            Value::Cost(cost) => self.sink.write_ascii(cost.as_str())?,
            Value::Text(text) if self.sink.try_write_plain_in_tree(text)? => {}
            Value::Text(text) => text.chars().try_for_each(|next| write_xml_char(next, part, self.sink))?,
        }
        write_3("</", name, ">\n", self.sink)
    }
}

/// Writes three ASCII strings.
fn write_3(before: &str, name: &str, after: &str, sink: &mut Sink<'_>) -> Result<(), WriteError> {
    sink.write_ascii(before)?;
    sink.write_ascii(name)?;
    sink.write_ascii(after)
}

/// Writes a character of a JSON string. A character that the charset lacks is escaped, so nothing
/// is lost.
fn write_json_char(next: char, sink: &mut Sink<'_>) -> Result<(), WriteError> {
    match next {
        '"' => sink.write_ascii("\\\""),
        '\\' => sink.write_ascii("\\\\"),
        '\n' => sink.write_ascii("\\n"),
        '\r' => sink.write_ascii("\\r"),
        '\t' => sink.write_ascii("\\t"),
        _ if next >= ' ' && sink.try_write_char(next)? => Ok(()),
        // A character over U+FFFF is escaped as a surrogate pair.
        _ => next.encode_utf16(&mut [0; 2]).iter().try_for_each(|unit| write_unicode_escape(*unit, sink)),
    }
}

/// Writes `\u` and four hexadecimal digits.
fn write_unicode_escape(unit: u16, sink: &mut Sink<'_>) -> Result<(), WriteError> {
    sink.write_ascii("\\u")?;
    [12, 8, 4, 0].iter().try_for_each(|shift| {
        let digit = char::from_digit(u32::from(unit.wrapping_shr(*shift) & 0xf), 16).unwrap_or('0');
        sink.write_ascii(digit.encode_utf8(&mut [0; 4]))
    })
}

/// Writes a character of an element. A character that the charset lacks becomes a reference. A
/// character that XML 1.0 forbids is reported as a loss and replaced by `?`.
fn write_xml_char(next: char, part: WritePart, sink: &mut Sink<'_>) -> Result<(), WriteError> {
    match next {
        '&' => sink.write_ascii("&amp;"),
        '<' => sink.write_ascii("&lt;"),
        '>' => sink.write_ascii("&gt;"),
        // XML parsers replace a carriage return by a line feed.
        '\r' => sink.write_ascii("&#13;"),
        '\n' | '\t' => sink.write_ascii(next.encode_utf8(&mut [0; 4])),
        '\0'..' ' | '\u{fffe}' | '\u{ffff}' => {
            sink.report_loss(WriteErrorKind::Forbidden.at(part))?;
            sink.write_ascii("?")
        }
        _ if sink.try_write_char(next)? => Ok(()),
        _ => {
            sink.write_ascii("&#")?;
            sink.write_number(u32::from(next).into())?;
            sink.write_ascii(";")
        }
    }
}
