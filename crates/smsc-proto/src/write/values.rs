//! Writing of fmt 1: bare values between commas, in the current tight layout (R20, R43 to R46).

mod misread;

use crate::model::codes::{MessageType, StatusCode};
use crate::model::fields::{Field, MAX_LINE_TYPE, TIMESTAMP_END, ValueKind};
use crate::model::query::{Detail, MessageKind, Query};
use crate::model::record::{Record, Value};
use crate::model::text::Text;
use crate::write::anchors::is_timestamp;
use crate::write::sink::{LineBreaks, LineText, Sink, write_value};
use crate::write::{WriteError, WriteErrorKind, check_fields};

/// Writes one record, without a line end.
pub(super) fn record(query: &Query<'_>, record: &Record<'_>, sink: &mut Sink<'_>) -> Result<(), WriteError> {
    // The layout is that of the kind that the reader will derive (R13, R41).
    let is_not_found = record.status() == StatusCode::NOT_FOUND;
    let is_hlr = match query.kind {
        _ if is_not_found => false,
        MessageKind::Sms | MessageKind::Email => false,
        MessageKind::Hlr => true,
        MessageKind::Auto => record.is_hlr(),
    };
    let layout = || query.fields(is_hlr);
    check_fields(record, layout(), sink)?;
    let is_guessed = query.kind == MessageKind::Auto && !is_not_found;
    let mut line = Values { query, record, is_hlr, is_guessed, line_type: None, keeps_commas: (true, true) };
    let is_long = query.detail != Detail::Status;
    if is_long && query.is_batch {
        line.check_head()?;
    }
    if is_long {
        line.line_type = line.find_type(sink)?;
    }
    if is_hlr {
        line.keeps_commas = line.find_commas(sink)?;
    }
    // If the record has no other field, the line ends after err (R13).
    let is_short = |field: Field| matches!(field, Field::Status | Field::LastTimestamp | Field::Err | Field::Id);
    let stops_early = is_not_found && is_long && layout().all(|field| is_short(field) || record.get(field).is_none());
    if is_long && query.is_batch && !stops_early {
        line.check_text_id()?;
    }
    if query.detail == Detail::Full && !is_hlr && !stops_early {
        line.check_cost(sink)?;
    }
    line.check_single(sink)?;
    write_values(&line, layout().filter(|field| !stops_early || is_short(*field)), sink)
}

/// Writes the values of a record.
fn write_values(line: &Values<'_, '_>, fields: impl Iterator<Item = Field>, sink: &mut Sink<'_>) -> Result<(), WriteError> {
    let mut is_first = true;
    for field in fields {
        if matches!(field, Field::Comment | Field::Type) {
            continue;
        }
        if !core::mem::take(&mut is_first) {
            sink.write_ascii(",")?;
        }
        if field == Field::Message { line.write_tail(sink)? } else { line.write_fixed(field, sink)? }
    }
    Ok(())
}

/// A record that is being written to a line.
struct Values<'r, 'a> {
    query: &'r Query<'r>,
    record: &'r Record<'a>,
    /// Whether the layout is that of an HLR reply.
    is_hlr: bool,
    /// Whether the reader has to derive the layout from the record (R41).
    is_guessed: bool,
    /// The type to write.
    line_type: Option<MessageType>,
    /// Whether the commas of `rnet` are kept, and those of the message.
    keeps_commas: (bool, bool),
}

impl<'a> Values<'_, 'a> {
    /// Returns the characters of a text as they will be written, except for replacements of
    /// characters that the charset lacks, which are never part of a number.
    fn shown(&self, text: Text<'a>, keeps_commas: bool) -> impl Iterator<Item = char> + use<'a> {
        let is_batch = self.query.is_batch;
        let is_lost = move |next: char| (is_batch && matches!(next, '\n' | '\r')) || (next == ',' && !keeps_commas);
        text.chars().map(move |next| if is_lost(next) { ' ' } else { next })
    }

    /// Writes a value before the message, or after the type.
    fn write_fixed(&self, field: Field, sink: &mut Sink<'_>) -> Result<(), WriteError> {
        let is_long = self.query.detail != Detail::Status;
        match self.record.get(field) {
            Some(Value::Number(number)) => {
                let is_anchor = field == Field::SendTimestamp && (self.is_hlr || self.is_guessed);
                if is_anchor && !has_timestamp_digits(number) {
                    sink.report_loss(WriteErrorKind::Misread.at(field))?;
                    return sink.write_ascii("0");
                }
                if field == Field::LastTimestamp && self.has_early_time() {
                    return Ok(());
                }
                sink.write_number(number)
            }
            Some(Value::Cost(cost)) => sink.write_ascii(cost.as_str()),
            Some(Value::Text(_)) if self.is_joined(field) => Ok(()),
            Some(Value::Text(text)) => {
                if field != Field::Imsi && sink.try_write_plain(text)? {
                    return Ok(());
                }
                let line = LineBreaks::of(self.query.is_batch, self.is_last(field)).replace(text, field, sink)?;
                if field == Field::Imsi && is_long && self.is_guessed && is_timestamp(line.clone()) {
                    return sink.report_loss(WriteErrorKind::Misread.at(field));
                }
                if !line.has_comma() {
                    return write_value(field, line, sink);
                }
                if field == Field::Rnet {
                    if self.keeps_commas.0 {
                        return write_value(field, line, sink);
                    }
                } else {
                    sink.report_loss(WriteErrorKind::Comma.at(field))?;
                }
                write_value(field, line.map(|next| if next == ',' { ' ' } else { next }), sink)
            }
            // A timestamp of 0 means that there is none (R30). Written here, it keeps the reader
            // from taking an `imsi` for the field (R41), or other values for the anchors (R45a).
            None if field == Field::SendTimestamp && (self.is_hlr || self.is_guessed) => sink.write_ascii("0"),
            None if matches!(field.kind(), ValueKind::Code | ValueKind::Text) => sink.report_loss(WriteErrorKind::Absent.at(field)),
            None => Ok(()),
        }
    }

    /// Returns whether the value is the last of a single reply.
    fn is_last(&self, field: Field) -> bool {
        !self.query.is_batch && self.query.detail == Detail::Status && field == Field::Rnet
    }

    /// Decides which commas of an HLR reply are kept: those of `rnet`, and those of the message.
    /// The reader searches all values from `rnet` on for a time, a cost and the sender `HLR`
    /// (R45a).
    fn find_commas(&self, sink: &Sink<'_>) -> Result<(bool, bool), WriteError> {
        let has_comma = |text: Option<Text<'_>>| text.is_some_and(|text| text.chars().any(|next| next == ','));
        let in_rnet = has_comma(self.record.rnet());
        if in_rnet {
            sink.report_loss(WriteErrorKind::Ambiguous.at(Field::Rnet))?;
        }
        let keeps_rnet = in_rnet && !self.are_names_joined();
        if self.query.detail == Detail::Status {
            return Ok((keeps_rnet, true));
        }
        if keeps_rnet && self.is_found(true, true).is_some() {
            return Ok((true, true));
        }
        let field = if has_comma(self.record.message()) { Field::Message } else { Field::SenderId };
        match self.is_found(false, true) {
            Some(false) => return Ok((false, true)),
            Some(true) => return sink.report_loss(WriteErrorKind::Ambiguous.at(field)).map(|()| (false, true)),
            None => {}
        }
        if self.is_found(false, false).is_none() {
            return Err(WriteErrorKind::Unreadable.at(Field::Cost));
        }
        sink.report_loss(WriteErrorKind::Comma.at(Field::Message)).map(|()| (false, false))
    }

    /// Returns whether a character is written as a space, in a value that keeps its commas.
    const fn is_space(&self, next: char) -> bool {
        next == ' ' || (self.query.is_batch && matches!(next, '\n' | '\r'))
    }

    /// Returns the type to write, and reports a type that the reader would misread (R41, R43).
    fn find_type(&self, sink: &Sink<'_>) -> Result<Option<MessageType>, WriteError> {
        let stated = self.record.message_type();
        let is_known = || self.record.sender_id().is_some_and(|sender| sender == "HLR");
        if self.is_hlr && self.is_guessed && stated != Some(MessageType::HLR) && !is_known() {
            sink.report_loss(WriteErrorKind::Misread.at(Field::Type))?;
            return Ok(Some(MessageType::HLR));
        }
        let fitting = stated.filter(|known| known.0 <= MAX_LINE_TYPE);
        if fitting != stated {
            sink.report_loss(WriteErrorKind::Misread.at(Field::Type))?;
        }
        Ok(fitting)
    }

    /// Writes `message[,comment][,type]`, without what is absent (R23). The reader has a layout for
    /// each combination, except for a comment without a type.
    fn write_tail(&self, sink: &mut Sink<'_>) -> Result<(), WriteError> {
        let line_type = self.line_type;
        let mut comment = self.record.comment().filter(|_| !self.is_hlr);
        if comment.is_some() && line_type.is_none() {
            sink.report_loss(WriteErrorKind::Absent.at(Field::Type))?;
            comment = None;
        }
        let breaks = LineBreaks::of(self.query.is_batch, line_type.is_none());
        if let (Some(message), Some(known)) = (self.record.message(), line_type)
            && sink.is_plain(message)
        {
            sink.write_plain(message)?;
            return write_comment_and_type(comment, known, breaks, sink);
        }
        let message = if let Some(message) = self.record.message() {
            breaks.replace(message, Field::Message, sink)?
        } else {
            sink.report_loss(WriteErrorKind::Absent.at(Field::Message))?;
            LineText::empty()
        };
        // Of a message that was not found the commas would be read as separators (R13a).
        let is_commas = |text: Text<'a>| !text.is_empty() && text.chars().all(|next| next == ',');
        let keeps_commas = self.keeps_commas.1 && !self.has_empty_slots(is_commas);
        if self.keeps_commas.1 && !keeps_commas {
            sink.report_loss(WriteErrorKind::Comma.at(Field::Message))?;
        }
        let message = message.map(move |next| if next == ',' && !keeps_commas { ' ' } else { next });
        let Some(line_type) = line_type else { return write_message_alone(message, sink) };
        // With a comment, one tight comma is unambiguous (R43). Without a comment, no comma is;
        // then an empty comment after the message makes the reader end the message in the right
        // place, but mark the record. HLR replies have no comment.
        let is_certain = self.is_hlr || !message.clone().any(|next| next == ',');
        if !is_certain {
            sink.report_loss(WriteErrorKind::Ambiguous.at(Field::Message))?;
        }
        write_value(Field::Message, message, sink)?;
        if comment.is_none() && !is_certain {
            sink.write_ascii(",")?;
        }
        write_comment_and_type(comment, line_type, breaks, sink)
    }
}

/// Writes `[,comment],type`.
fn write_comment_and_type(
    comment: Option<Text<'_>>,
    line_type: MessageType,
    breaks: LineBreaks,
    sink: &mut Sink<'_>,
) -> Result<(), WriteError> {
    if let Some(comment) = comment {
        sink.write_ascii(",")?;
        let comment = breaks.replace(comment, Field::Comment, sink)?;
        if comment.has_comma() || comment.clone().next() == Some(' ') {
            sink.report_loss(WriteErrorKind::Ambiguous.at(Field::Comment))?;
        }
        write_value(Field::Comment, comment, sink)?;
    }
    sink.write_ascii(",")?;
    sink.write_number(line_type.0.into())
}

/// Writes the message of the oldest layout, which nothing follows. A last comma before what looks
/// like a type would end the message, so it is reported as a loss and replaced.
fn write_message_alone(message: impl Iterator<Item = char> + Clone, sink: &mut Sink<'_>) -> Result<(), WriteError> {
    let last_comma = message.clone().enumerate().filter(|(_, next)| *next == ',').last().map(|(position, _)| position);
    let Some(last_comma) = last_comma.filter(|comma| is_type_slot(message.clone().skip(*comma).skip(1))) else {
        return write_value(Field::Message, message, sink);
    };
    sink.report_loss(WriteErrorKind::Comma.at(Field::Message))?;
    write_value(Field::Message, message.enumerate().map(|(position, next)| if position == last_comma { ' ' } else { next }), sink)
}

/// Returns whether a number has 1 to 10 digits and no minus (R41).
fn has_timestamp_digits(number: i64) -> bool {
    (0..TIMESTAMP_END).contains(&number)
}

/// Returns whether a value looks like a type: 1 or 2 digits, at most 15, optionally after a space
/// (R43).
fn is_type_slot(slot: impl Iterator<Item = char> + Clone) -> bool {
    let space = usize::from(slot.clone().next() == Some(' '));
    let digits = slot.skip(space);
    let value = digits.clone().take(3).try_fold(0_u32, |sum, next| sum.checked_mul(10)?.checked_add(next.to_digit(10)?));
    let count = digits.take(3).count();
    (1..=2).contains(&count) && value.is_some_and(|value| value <= u32::from(MAX_LINE_TYPE))
}
