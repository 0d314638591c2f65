//! fmt 0: `name = value` pairs (R20, R44, R46).

use crate::model::codes::StatusCode;
use crate::model::fields::{Field, ValueKind, key_value_layout};
use crate::model::query::{Detail, Query};
use crate::model::record::{Record, Value};
use crate::model::text::Text;
use crate::write::labels::{Broken, Followed, ends_early, has_comment, leaves_type};
use crate::write::sink::{Breaks, Line, Sink, value};
use crate::write::{WriteError, WriteErrorKind, check_places};

/// Writes one record without a line end.
pub(super) fn record(query: &Query<'_>, status: &Record<'_>, sink: &mut Sink<'_>) -> Result<(), WriteError> {
    let layout = || query.fields(status.is_hlr());
    check_places(status, layout(), sink)?;
    let is_there = |field: Field| status.get(field).is_some();
    if query.is_batch && query.detail != Detail::Status {
        check_end(status)?;
    }
    let line = Pairs { query, status, last: layout().filter(|field| is_there(*field)).last() };
    let mut is_first = true;
    for field in layout() {
        let Some(found) = status.get(field) else { continue };
        if !core::mem::take(&mut is_first) {
            sink.ascii(", ")?;
        }
        sink.ascii(field.label())?;
        sink.ascii(" = ")?;
        match found {
            Value::Number(number) => sink.number(number)?,
            Value::Cost(cost) => sink.ascii(cost.as_str())?,
            Value::Text(text) => line.text(field, text, sink)?,
        }
    }
    Ok(())
}

/// In a batch of all≥1 a text ends in front of a type and an id (R46f); without a text an id is enough, and a status of -3 needs nothing.
fn check_end(status: &Record<'_>) -> Result<(), WriteError> {
    let has_message = status.message().is_some();
    if has_message && status.message_type().is_none() {
        return Err(WriteErrorKind::Unreadable.at(Field::Type));
    }
    let needs_id = has_message || status.status() != StatusCode::NOT_FOUND;
    if needs_id && status.id().is_none() { Err(WriteErrorKind::Unreadable.at(Field::Id)) } else { Ok(()) }
}

/// A record on its way into a line.
struct Pairs<'r, 'a> {
    query: &'r Query<'r>,
    status: &'r Record<'a>,
    /// The last field that is there.
    last: Option<Field>,
}

impl<'a> Pairs<'_, 'a> {
    /// Whether the reader knows by then that this is an HLR answer, which has no comment: from the first of those names on (R42).
    fn is_known_hlr(&self, reading: Field) -> bool {
        let read = key_value_layout().before(reading).iter().skip_while(|field| **field != Field::Imsi);
        self.status.is_hlr() && read.into_iter().any(|field| self.status.get(*field).is_some())
    }

    fn followed(&self, field: Field) -> Followed {
        if self.last == Some(field) { Followed::ByNothing } else { Followed::ByLabel }
    }

    /// The characters of a text without line breaks that would be lost.
    fn line(&self, field: Field, text: Text<'a>, sink: &Sink<'_>) -> Result<Line<'a>, WriteError> {
        Breaks::of(self.query.is_batch, self.last == Some(field)).replaced(text, field, sink)
    }

    fn text(&self, field: Field, text: Text<'a>, sink: &mut Sink<'_>) -> Result<(), WriteError> {
        // No label begins without a comma; of a message and a comment, either may hold what makes the other misread.
        let other = match field {
            Field::Message => self.status.comment(),
            Field::Comment => self.status.message(),
            _ => None,
        };
        if other.is_none_or(|other| sink.is_plain(other)) && sink.has_put_plain(text)? {
            return Ok(());
        }
        let line = self.line(field, text, sink)?;
        if field.kind() == ValueKind::Code {
            if line.has_comma() {
                sink.loss(WriteErrorKind::Comma.at(field))?;
            }
            return value(field, line.map(|next| if next == ',' { ' ' } else { next }), sink);
        }
        let is_behind_message = matches!(field, Field::Message | Field::Comment) && self.status.message().is_some();
        let is_misread = if is_behind_message {
            self.misread_text(sink)? == Some(field)
        } else {
            ends_early(field, self.is_known_hlr(field), line.clone(), self.followed(field))
        };
        if is_misread {
            sink.loss(WriteErrorKind::Label.at(field))?;
        }
        if is_misread || (is_behind_message && self.misread_text(sink)?.is_some()) {
            return value(field, Broken::new(line, self.followed(field)), sink);
        }
        value(field, line, sink)
    }

    /// Which of message and comment holds a label that the reader would take for a record's own, from the message to the end (R44, R44e).
    fn misread_text(&self, sink: &Sink<'_>) -> Result<Option<Field>, WriteError> {
        let line = |field: Field, text: Option<Text<'a>>| text.map(|text| self.line(field, text, sink)).transpose();
        let message = line(Field::Message, self.status.message())?.unwrap_or_else(Line::empty);
        let is_hlr = self.status.is_hlr();
        let comment = line(Field::Comment, self.status.comment().filter(|_| !is_hlr))?;
        let Some(comment) = comment else {
            let followed = self.followed(Field::Message);
            let is_misread = leaves_type(message.clone(), followed) || (!is_hlr && has_comment(message, followed));
            return Ok(is_misread.then_some(Field::Message));
        };
        let followed = self.followed(Field::Comment);
        if has_comment(message.clone(), Followed::ByLabel) {
            return Ok(Some(Field::Message));
        }
        // A comment without a line break or a comma is a pair itself, which a type of the message may stand in front of.
        let label = Text::new(b", comment = ", self.query.charset).chars();
        if leaves_type(message.chain(label).chain(comment.clone()), followed) {
            let is_own = leaves_type(comment.clone(), followed);
            return Ok(Some(if is_own { Field::Comment } else { Field::Message }));
        }
        Ok(has_comment(comment, followed).then_some(Field::Comment))
    }
}
