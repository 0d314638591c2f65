//! What the reader of fmt 1 would misread: the checks of a record before it is written.

use crate::model::codes::StatusCode;
use crate::model::fields::Field;
use crate::model::query::Detail;
use crate::model::record::Value;
use crate::model::text::Text;
use crate::write::anchors::{Anchors, is_dotted_cost};
use crate::write::join::Join;
use crate::write::sink::{Sink, digits};
use crate::write::values::{Values, has_timestamp_digits, is_type_slot};
use crate::write::{WriteError, WriteErrorKind};

impl<'a> Values<'_, 'a> {
    /// Returns an error unless the record starts with a head pattern (R46, R46b) and has an id, as
    /// a batch requires.
    pub(super) fn check_head(&self) -> Result<(), WriteError> {
        let record = self.record;
        if record.id().is_none() {
            return Err(WriteErrorKind::Unreadable.at(Field::Id));
        }
        let has_time = record.last_timestamp().is_some_and(|time| (100_000_000..100_000_000_000).contains(&time));
        let has_err = record.err().is_some_and(|err| err.0 < 1000);
        let is_short = (-99..=99).contains(&record.status().0);
        if is_short || (has_time && has_err) { Ok(()) } else { Err(WriteErrorKind::Unreadable.at(Field::Status)) }
    }

    /// Returns an error if the id is a text that the reader would not find: after the message, it
    /// needs a type before it (R46l).
    pub(super) fn check_text_id(&self) -> Result<(), WriteError> {
        let is_text = self.record.id().is_some_and(|id| id.text().is_some());
        let is_found = !is_text || self.line_type.is_some() || self.has_empty_slots(Text::is_empty);
        if is_found { Ok(()) } else { Err(WriteErrorKind::Unreadable.at(Field::Type)) }
    }

    /// Returns whether the record was not found, and its slots after err are empty or 0, apart from
    /// the message, of which `is_empty` is true (R13a).
    pub(super) fn has_empty_slots(&self, is_empty: impl Fn(Text<'a>) -> bool) -> bool {
        let is_zero = |cost: &str| cost.bytes().all(|byte| byte == b'0');
        let is_empty_slot = |field: Field| match (field, self.record.get(field)) {
            (Field::Status | Field::LastTimestamp | Field::Err | Field::Id | Field::Comment, _) | (_, None) => true,
            (Field::Message, Some(Value::Text(text))) => is_empty(text),
            (_, Some(Value::Text(text))) => text.is_empty(),
            (_, Some(Value::Cost(cost))) => is_zero(cost.as_str()),
            (_, Some(Value::Number(_))) => false,
        };
        let is_not_found = self.record.status() == StatusCode::NOT_FOUND;
        is_not_found && self.line_type.is_none() && self.query.fields(false).all(is_empty_slot)
    }

    /// Reports what the reader of a single reply would take for the reply to another request: a
    /// time that is too early (R49b), or a country code that is none (R21a).
    pub(super) fn check_single(&self, sink: &Sink<'_>) -> Result<(), WriteError> {
        if self.query.is_batch {
            return Ok(());
        }
        if self.has_early_time() {
            sink.report_loss(WriteErrorKind::Misread.at(Field::LastTimestamp))?;
        }
        let is_code =
            |text: Text<'_>| text.is_empty() || (text.chars().count() == 3 && text.chars().all(|next| next.is_ascii_digit()));
        match self.record.mcc() {
            Some(mcc) if self.is_hlr && !is_code(mcc) => sink.report_loss(WriteErrorKind::Ambiguous.at(Field::Mcc)),
            _ => Ok(()),
        }
    }

    /// Returns whether the reader would take the record for a reply of send.php (R49b).
    pub(super) fn has_early_time(&self) -> bool {
        let is_brief = !self.query.is_batch && self.query.detail == Detail::Status && !self.is_hlr;
        is_brief && self.record.last_timestamp().is_some_and(|time| time < 1_000_000_000)
    }

    /// Reports a sender or a status name that looks like a cost, which makes a record without a
    /// cost ambiguous (R43c).
    pub(super) fn check_cost(&self, sink: &Sink<'_>) -> Result<(), WriteError> {
        if self.record.cost().is_some() {
            return Ok(());
        }
        if let Some(field) = [Field::Operator, Field::Region].into_iter().find(|field| self.is_joined(*field)) {
            sink.report_loss(WriteErrorKind::Misread.at(field))?;
        }
        let texts = [(Field::SenderId, self.record.sender_id()), (Field::StatusName, self.record.status_name())];
        match texts.iter().find(|(_, text)| text.is_some_and(|text| is_dotted_cost(text.chars()))) {
            Some((field, _)) => sink.report_loss(WriteErrorKind::Ambiguous.at(*field)),
            None => Ok(()),
        }
    }

    /// Returns whether the reader of a message would join this name to the one before (R43d).
    pub(super) fn is_joined(&self, field: Field) -> bool {
        let is_name = matches!(field, Field::Operator | Field::Region);
        let has_names = self.query.detail == Detail::Full && !self.is_hlr && self.record.cost().is_none();
        let starts_with_space = |text: Text<'a>| self.shown(text, false).next() == Some(' ');
        if !is_name || !has_names || !matches!(self.record.get(field), Some(Value::Text(text)) if starts_with_space(text)) {
            return false;
        }
        let mut join = Join::after_time();
        for field in self.query.fields(false).skip_while(|field| *field != Field::Phone) {
            match self.record.get(field) {
                Some(Value::Text(text)) => join.push_value(self.shown(text, matches!(field, Field::Message | Field::Comment))),
                Some(Value::Number(number)) => join.push_value(digits(number)),
                None if matches!(field, Field::Comment | Field::Type | Field::Id) => {}
                _ => join.push_value("".chars()),
            }
        }
        join.succeeds(true)
    }

    /// Returns whether the reader would join names of the record, because their pieces that start
    /// with a space leave four (R45b). `rnet` has a comma.
    pub(super) fn are_names_joined(&self) -> bool {
        let joined = [self.record.net(), self.record.rcn(), self.record.rnet()].into_iter().flatten();
        let joined = joined.filter(|name| name.chars().next().is_some_and(|next| self.is_space(next))).count();
        let mut rnet = self.record.rnet().into_iter().flat_map(Text::chars).peekable();
        let mut others = 0_usize;
        while let Some(next) = rnet.next() {
            let is_other = next == ',' && rnet.peek().is_none_or(|next| !self.is_space(*next));
            others = others.saturating_add(usize::from(is_other));
        }
        joined != 0 && joined == others
    }

    /// Returns whether the reader will mark the record as ambiguous because another position of the
    /// anchors fits too. Returns `None` if the reader will not find the anchors at their real
    /// position.
    pub(super) fn is_found(&self, keeps_rnet: bool, keeps_message: bool) -> Option<bool> {
        let after = || self.query.fields(true).skip_while(|field| *field != Field::SendTimestamp);
        let mut anchors = Anchors::new(after().take_while(|field| *field != Field::Cost).count());
        let mut position = 0_usize;
        if let Some(rnet) = self.record.rnet().filter(|_| keeps_rnet) {
            let mut rest = rnet.chars();
            if rest.any(|next| next == ',') {
                position = rest.clone().filter(|next| *next == ',').count().saturating_add(1);
                anchors.push_value(self.shown(rnet, true).skip_while(|next| *next != ',').skip(1));
            }
        }
        for field in after() {
            match self.record.get(field) {
                _ if field == Field::Type => {
                    if let Some(known) = self.line_type {
                        anchors.push_slot(digits(known.0.into()));
                    }
                }
                Some(Value::Number(number)) if field == Field::Id => anchors.push_slot(digits(number)),
                Some(Value::Text(text)) if field == Field::Id => anchors.push_slot(text.chars()),
                Some(Value::Text(text)) if field == Field::Message && self.line_type.is_none() && is_type_slot(text.chars()) => {
                    anchors.push_slot(self.shown(text, keeps_message));
                }
                Some(Value::Text(text)) => anchors.push_value(self.shown(text, field == Field::Message && keeps_message)),
                Some(Value::Cost(cost)) => anchors.push_value(cost.as_str().chars()),
                Some(Value::Number(number)) if field != Field::SendTimestamp || has_timestamp_digits(number) => {
                    anchors.push_value(digits(number));
                }
                _ if field == Field::SendTimestamp => anchors.push_value("0".chars()),
                _ => anchors.push_value("".chars()),
            }
        }
        anchors.chosen().filter(|(chosen, _)| *chosen == position).map(|(_, is_ambiguous)| is_ambiguous)
    }
}
