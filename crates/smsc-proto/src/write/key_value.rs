//! Writing of fmt 0: `name = value` pairs (R20, R44, R46).

use crate::model::codes::StatusCode;
use crate::model::fields::{Field, ValueKind, key_value_layout};
use crate::model::query::{Detail, Query};
use crate::model::record::{Record, Value};
use crate::model::text::Text;
use crate::write::keys::{EscapedKeys, TextPosition, ends_early, has_comment, leaves_type};
use crate::write::sink::{LineBreaks, LineText, Sink, write_value};
use crate::write::{WriteError, WriteErrorKind, check_fields};

/// Writes one record, without a line end.
pub(super) fn record(query: &Query<'_>, record: &Record<'_>, sink: &mut Sink<'_>) -> Result<(), WriteError> {
    let layout = || query.all_fields(record.is_hlr());
    check_fields(record, layout(), sink)?;
    let is_there = |field: Field| record.get(field).is_some();
    if query.is_batch && query.detail != Detail::Status {
        check_end(record)?;
    }
    // Without a type, what follows a message would be read as a part of it.
    let has_no_type = record.message_type().is_none() && record.message().is_some();
    let is_lost = |field: &Field| has_no_type && is_extra(*field);
    if has_no_type && let Some(field) = layout().filter(is_lost).find(|field| is_there(*field)) {
        sink.report_loss(WriteErrorKind::NoPlace.at(field))?;
    }
    let written = || layout().filter(|field| !is_lost(field));
    let line = Pairs { query, record, last: written().filter(|field| is_there(*field)).last() };
    write_pairs(&line, written(), sink)
}

/// Writes the pairs of a record.
fn write_pairs(line: &Pairs<'_, '_>, fields: impl Iterator<Item = Field>, sink: &mut Sink<'_>) -> Result<(), WriteError> {
    let mut is_first = true;
    for field in fields {
        let Some(found) = line.record.get(field) else { continue };
        if !core::mem::take(&mut is_first) {
            sink.write_ascii(", ")?;
        }
        sink.write_ascii(field.label())?;
        sink.write_ascii(" = ")?;
        match found {
            Value::Number(number) => sink.write_number(number)?,
            Value::Cost(cost) => sink.write_ascii(cost.as_str())?,
            Value::Text(text) => line.write_text(field, text, sink)?,
        }
    }
    Ok(())
}

/// Returns whether a field follows the type in fmt 0, but for the id (R44f).
const fn is_extra(field: Field) -> bool {
    matches!(field, Field::SmsCnt | Field::IntId | Field::Format | Field::Crc)
}

/// Returns an error if the record would be unreadable in a batch of all≥1: if it has a message but
/// no type or no id (R46f), or no message and no id. A status of -3 without a message needs
/// nothing.
fn check_end(record: &Record<'_>) -> Result<(), WriteError> {
    let has_message = record.message().is_some();
    if has_message && record.message_type().is_none() {
        return Err(WriteErrorKind::Unreadable.at(Field::Type));
    }
    let needs_id = has_message || record.status() != StatusCode::NOT_FOUND;
    if needs_id && record.id().is_none() { Err(WriteErrorKind::Unreadable.at(Field::Id)) } else { Ok(()) }
}

/// A record that is being written to a line.
struct Pairs<'r, 'a> {
    query: &'r Query<'r>,
    record: &'r Record<'a>,
    /// The last field that is present.
    last: Option<Field>,
}

impl<'a> Pairs<'_, 'a> {
    /// Returns whether the reader knows, from the fields before this one, that the record is an HLR
    /// reply, which has no comment: one of the eight HLR fields is before it (R42).
    fn is_known_hlr(&self, reading: Field) -> bool {
        let read = key_value_layout().before(reading).iter().skip_while(|field| **field != Field::Imsi);
        self.record.is_hlr() && read.into_iter().any(|field| self.record.get(*field).is_some())
    }

    /// Returns what follows the text of a field.
    fn position(&self, field: Field) -> TextPosition {
        if self.last == Some(field) { TextPosition::AtEnd } else { TextPosition::BeforeKey }
    }

    /// Returns the characters of a text as they are written on the line, and reports line breaks
    /// that would be lost.
    fn line(&self, field: Field, text: Text<'a>, sink: &Sink<'_>) -> Result<LineText<'a>, WriteError> {
        LineBreaks::of(self.query.is_batch, self.last == Some(field)).replace(text, field, sink)
    }

    /// Writes a text, without keys that the reader would take for the record's own.
    fn write_text(&self, field: Field, text: Text<'a>, sink: &mut Sink<'_>) -> Result<(), WriteError> {
        // A key in a text starts with a comma. But of a message and a comment, each can contain a
        // key that changes how the other is parsed.
        let other = match field {
            Field::Message => self.record.comment(),
            Field::Comment => self.record.message(),
            _ => None,
        };
        if other.is_none_or(|other| sink.is_plain(other)) && sink.try_write_plain(text)? {
            return Ok(());
        }
        let line = self.line(field, text, sink)?;
        if field.kind() == ValueKind::Code {
            if line.has_comma() {
                sink.report_loss(WriteErrorKind::Comma.at(field))?;
            }
            return write_value(field, line.map(|next| if next == ',' { ' ' } else { next }), sink);
        }
        let is_message_or_comment = matches!(field, Field::Message | Field::Comment) && self.record.message().is_some();
        let is_misread = if is_message_or_comment {
            self.misread_text(sink)? == Some(field)
        } else {
            ends_early(field, self.is_known_hlr(field), line.clone(), self.position(field))
        };
        if is_misread {
            sink.report_loss(WriteErrorKind::Label.at(field))?;
        }
        if is_misread || (is_message_or_comment && self.misread_text(sink)?.is_some()) {
            return write_value(field, EscapedKeys::new(line, self.position(field)), sink);
        }
        write_value(field, line, sink)
    }

    /// Returns which of message and comment contains a key that the reader would take for the
    /// record's own (R44, R44e). Returns `None` if neither does.
    fn misread_text(&self, sink: &Sink<'_>) -> Result<Option<Field>, WriteError> {
        let line = |field: Field, text: Option<Text<'a>>| text.map(|text| self.line(field, text, sink)).transpose();
        let message = line(Field::Message, self.record.message())?.unwrap_or_else(LineText::empty);
        let is_hlr = self.record.is_hlr();
        let comment = line(Field::Comment, self.record.comment().filter(|_| !is_hlr))?;
        let Some(comment) = comment else {
            let position = self.position(Field::Message);
            let is_misread = leaves_type(message.clone(), position) || (!is_hlr && has_comment(message, position));
            return Ok(is_misread.then_some(Field::Message));
        };
        let position = self.position(Field::Comment);
        if has_comment(message.clone(), TextPosition::BeforeKey) {
            return Ok(Some(Field::Message));
        }
        // A comment without a line break or a comma is a pair itself, which may follow a type
        // inside the message.
        let key = Text::new(b", comment = ", self.query.charset).chars();
        if leaves_type(message.chain(key).chain(comment.clone()), position) {
            let is_own = leaves_type(comment.clone(), position);
            return Ok(Some(if is_own { Field::Comment } else { Field::Message }));
        }
        Ok(has_comment(comment, position).then_some(Field::Comment))
    }
}
