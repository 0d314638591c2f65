//! fmt 1: bare values between commas, in the present tight layout (R20, R43 to R46).

use crate::model::codes::{MessageType, StatusCode};
use crate::model::fields::{Field, ValueKind};
use crate::model::query::{Detail, MessageKind, Query};
use crate::model::record::{Record, Value};
use crate::model::text::Text;
use crate::write::anchors::{Anchors, is_dotted_cost, is_timestamp};
use crate::write::sink::{Breaks, Line, Sink, digits, value};
use crate::write::{WriteError, WriteErrorKind, check_places};

/// The largest type that the reader takes for one at the end of a line (R43).
const MAX_LINE_TYPE: u8 = 15;

/// Writes one record without a line end.
pub(super) fn record(query: &Query<'_>, status: &Record<'_>, sink: &mut Sink<'_>) -> Result<(), WriteError> {
    // What the reader will take it for (R13, R41) decides the layout.
    let is_not_found = status.status() == StatusCode::NOT_FOUND;
    let is_hlr = match query.kind {
        _ if is_not_found => false,
        MessageKind::Sms | MessageKind::Email => false,
        MessageKind::Hlr => true,
        MessageKind::Auto => status.is_hlr(),
    };
    let layout = || query.fields(is_hlr);
    check_places(status, layout(), sink)?;
    let is_guessed = query.kind == MessageKind::Auto && !is_not_found;
    let mut line = Values { query, status, is_hlr, is_guessed, line_type: None, keeps_commas: (true, true) };
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
    // Where nothing else is known, the layout stops after err (R13).
    let is_short = |field: Field| matches!(field, Field::Status | Field::LastTimestamp | Field::Err | Field::Id);
    let stops_early = is_not_found && is_long && layout().all(|field| is_short(field) || status.get(field).is_none());
    if is_long && !is_hlr && !stops_early {
        line.check_cost(sink)?;
    }
    let mut is_first = true;
    for field in layout().filter(|field| !stops_early || is_short(*field)) {
        if matches!(field, Field::Comment | Field::Type) {
            continue;
        }
        if !core::mem::take(&mut is_first) {
            sink.ascii(",")?;
        }
        if field == Field::Message { line.tail(sink)? } else { line.fixed(field, sink)? }
    }
    Ok(())
}

/// A record on its way into a line.
struct Values<'r, 'a> {
    query: &'r Query<'r>,
    status: &'r Record<'a>,
    /// Whether the layout is that of an HLR answer.
    is_hlr: bool,
    /// Whether the reader has to find that out from the record (R41).
    is_guessed: bool,
    /// The type that can be written.
    line_type: Option<MessageType>,
    /// Whether the commas of `rnet` stay, and those of the message.
    keeps_commas: (bool, bool),
}

impl<'a> Values<'_, 'a> {
    /// A line of a batch must begin with a head pattern (R46, R46b) and end in an id.
    fn check_head(&self) -> Result<(), WriteError> {
        let status = self.status;
        if status.id().is_none() {
            return Err(WriteErrorKind::Unreadable.at(Field::Id));
        }
        let has_time = status.last_timestamp().is_some_and(|time| (100_000_000..100_000_000_000).contains(&time));
        let has_err = status.err().is_some_and(|err| err.0 < 1000);
        let is_short = (-99..=99).contains(&status.status().0);
        if is_short || (has_time && has_err) { Ok(()) } else { Err(WriteErrorKind::Unreadable.at(Field::Status)) }
    }

    /// Without a cost, a sender or a name of the status that looks like one is doubtful (R43c).
    fn check_cost(&self, sink: &Sink<'_>) -> Result<(), WriteError> {
        if self.status.cost().is_some() {
            return Ok(());
        }
        let texts = [(Field::SenderId, self.status.sender_id()), (Field::StatusName, self.status.status_name())];
        match texts.iter().find(|(_, text)| text.is_some_and(|text| is_dotted_cost(text.chars()))) {
            Some((field, _)) => sink.loss(WriteErrorKind::Ambiguous.at(*field)),
            None => Ok(()),
        }
    }

    /// Writes a value in front of the message, or behind the type.
    fn fixed(&self, field: Field, sink: &mut Sink<'_>) -> Result<(), WriteError> {
        let is_long = self.query.detail != Detail::Status;
        match self.status.get(field) {
            Some(Value::Number(number)) => {
                let is_anchor = field == Field::SendTimestamp && (self.is_hlr || self.is_guessed);
                if is_anchor && !has_timestamp_digits(number) {
                    sink.loss(WriteErrorKind::Misread.at(field))?;
                    return sink.ascii("0");
                }
                sink.number(number)
            }
            Some(Value::Cost(cost)) => sink.ascii(cost.as_str()),
            Some(Value::Text(text)) => {
                if field != Field::Imsi && sink.has_put_plain(text)? {
                    return Ok(());
                }
                let line = Breaks::of(self.query.is_batch, self.is_last(field)).replaced(text, field, sink)?;
                if field == Field::Imsi && is_long && self.is_guessed && is_timestamp(line.clone()) {
                    return sink.loss(WriteErrorKind::Misread.at(field));
                }
                if !line.has_comma() {
                    return value(field, line, sink);
                }
                if field == Field::Rnet {
                    if self.keeps_commas.0 {
                        return value(field, line, sink);
                    }
                } else {
                    sink.loss(WriteErrorKind::Comma.at(field))?;
                }
                value(field, line.map(|next| if next == ',' { ' ' } else { next }), sink)
            }
            // 0 is no timestamp either (R30), and keeps the reader from seeing an `imsi` here (R41), or an anchor elsewhere (R45a).
            None if field == Field::SendTimestamp && (self.is_hlr || self.is_guessed) => sink.ascii("0"),
            None if matches!(field.kind(), ValueKind::Code | ValueKind::Text) => sink.loss(WriteErrorKind::Absent.at(field)),
            None => Ok(()),
        }
    }

    /// Whether the value ends the body of a single reply.
    fn is_last(&self, field: Field) -> bool {
        !self.query.is_batch && self.query.detail == Detail::Status && field == Field::Rnet
    }

    /// Which commas of an HLR answer stay: those of `rnet`, and those of the message. The reader looks for a time, a cost and the sender `HLR` among all the
    /// values from `rnet` on (R45a).
    fn find_commas(&self, sink: &Sink<'_>) -> Result<(bool, bool), WriteError> {
        let has_comma = |text: Option<Text<'_>>| text.is_some_and(|text| text.chars().any(|next| next == ','));
        let in_rnet = has_comma(self.status.rnet());
        if in_rnet {
            sink.loss(WriteErrorKind::Ambiguous.at(Field::Rnet))?;
        }
        if self.query.detail == Detail::Status {
            return Ok((true, true));
        }
        if in_rnet && self.is_found(true, true).is_some() {
            return Ok((true, true));
        }
        let field = if has_comma(self.status.message()) { Field::Message } else { Field::SenderId };
        match self.is_found(false, true) {
            Some(false) => return Ok((false, true)),
            Some(true) => return sink.loss(WriteErrorKind::Ambiguous.at(field)).map(|()| (false, true)),
            None => {}
        }
        if self.is_found(false, false).is_none() {
            return Err(WriteErrorKind::Unreadable.at(Field::Cost));
        }
        sink.loss(WriteErrorKind::Comma.at(Field::Message)).map(|()| (false, false))
    }

    /// Whether the reader finds the anchor where it is, and if so, whether it marks the record because another place fits as well.
    fn is_found(&self, keeps_rnet: bool, keeps_message: bool) -> Option<bool> {
        let behind = || self.query.fields(true).skip_while(|field| *field != Field::SendTimestamp);
        let mut anchors = Anchors::new(behind().take_while(|field| *field != Field::Cost).count());
        let is_batch = self.query.is_batch;
        let shown = move |text: Text<'a>, keeps_commas: bool| {
            // As they will be written, but for characters that neither the charset nor a number has.
            text.chars().map(
                move |next| if (is_batch && matches!(next, '\n' | '\r')) || (next == ',' && !keeps_commas) { ' ' } else { next },
            )
        };
        let mut place = 0_usize;
        if let Some(rnet) = self.status.rnet().filter(|_| keeps_rnet) {
            let mut rest = rnet.chars();
            if rest.any(|next| next == ',') {
                place = rest.clone().filter(|next| *next == ',').count().saturating_add(1);
                anchors.value(shown(rnet, true).skip_while(|next| *next != ',').skip(1));
            }
        }
        for field in behind() {
            match self.status.get(field) {
                _ if field == Field::Type => {
                    if let Some(known) = self.line_type {
                        anchors.value(digits(known.0.into()));
                    }
                }
                Some(Value::Text(text)) => anchors.value(shown(text, field == Field::Message && keeps_message)),
                Some(Value::Cost(cost)) => anchors.value(cost.as_str().chars()),
                Some(Value::Number(number)) if field != Field::SendTimestamp || has_timestamp_digits(number) => {
                    anchors.value(digits(number));
                }
                _ if field == Field::SendTimestamp => anchors.value("0".chars()),
                _ => anchors.value("".chars()),
            }
        }
        anchors.choice().filter(|(chosen, _)| *chosen == place).map(|(_, is_ambiguous)| is_ambiguous)
    }

    /// The type that can be written (R41, R43).
    fn find_type(&self, sink: &Sink<'_>) -> Result<Option<MessageType>, WriteError> {
        let stated = self.status.message_type();
        let is_known = || self.status.sender_id().is_some_and(|sender| sender == "HLR");
        if self.is_hlr && self.is_guessed && stated != Some(MessageType::HLR) && !is_known() {
            sink.loss(WriteErrorKind::Misread.at(Field::Type))?;
            return Ok(Some(MessageType::HLR));
        }
        let fitting = stated.filter(|known| known.0 <= MAX_LINE_TYPE);
        if fitting != stated {
            sink.loss(WriteErrorKind::Misread.at(Field::Type))?;
        }
        Ok(fitting)
    }

    /// Writes `message[,comment][,type]`, of which what is absent is left out (R23): the reader has a layout for each but for a comment without a type.
    fn tail(&self, sink: &mut Sink<'_>) -> Result<(), WriteError> {
        let line_type = self.line_type;
        let mut comment = self.status.comment().filter(|_| !self.is_hlr);
        if comment.is_some() && line_type.is_none() {
            sink.loss(WriteErrorKind::Absent.at(Field::Type))?;
            comment = None;
        }
        let breaks = Breaks::of(self.query.is_batch, line_type.is_none());
        if let (Some(message), Some(known)) = (self.status.message(), line_type)
            && sink.is_plain(message)
        {
            sink.put_plain(message)?;
            return behind_message(comment, known, breaks, sink);
        }
        let message = if let Some(message) = self.status.message() {
            breaks.replaced(message, Field::Message, sink)?
        } else {
            sink.loss(WriteErrorKind::Absent.at(Field::Message))?;
            Line::empty()
        };
        let keeps_commas = self.keeps_commas.1;
        let message = message.map(move |next| if next == ',' && !keeps_commas { ' ' } else { next });
        let Some(line_type) = line_type else { return message_alone(message, sink) };
        // With a comment, one tight comma is certain (R43). Without one, none is; then an empty comment behind the message lets the reader cut it in the
        // right place, and mark it. HLR answers have no comment.
        let is_certain = self.is_hlr || !message.clone().any(|next| next == ',');
        if !is_certain {
            sink.loss(WriteErrorKind::Ambiguous.at(Field::Message))?;
        }
        value(Field::Message, message, sink)?;
        if comment.is_none() && !is_certain {
            sink.ascii(",")?;
        }
        behind_message(comment, line_type, breaks, sink)
    }
}

/// Writes `[,comment],type`.
fn behind_message(
    comment: Option<Text<'_>>,
    line_type: MessageType,
    breaks: Breaks,
    sink: &mut Sink<'_>,
) -> Result<(), WriteError> {
    if let Some(comment) = comment {
        sink.ascii(",")?;
        let comment = breaks.replaced(comment, Field::Comment, sink)?;
        if comment.has_comma() || comment.clone().next() == Some(' ') {
            sink.loss(WriteErrorKind::Ambiguous.at(Field::Comment))?;
        }
        value(Field::Comment, comment, sink)?;
    }
    sink.ascii(",")?;
    sink.number(line_type.0.into())
}

/// Writes the message of the oldest layout, in which nothing follows it: no type, and nothing that looks like one.
fn message_alone(message: impl Iterator<Item = char> + Clone, sink: &mut Sink<'_>) -> Result<(), WriteError> {
    let last_comma = message.clone().enumerate().filter(|(_, next)| *next == ',').last().map(|(place, _)| place);
    let Some(last_comma) = last_comma.filter(|comma| is_type_slot(message.clone().skip(*comma).skip(1))) else {
        return value(Field::Message, message, sink);
    };
    sink.loss(WriteErrorKind::Comma.at(Field::Message))?;
    value(Field::Message, message.enumerate().map(|(place, next)| if place == last_comma { ' ' } else { next }), sink)
}

/// 1 to 10 digits (R41).
fn has_timestamp_digits(number: i64) -> bool {
    (0..10_000_000_000).contains(&number)
}

/// Whether a value is 1 or 2 digits, at most 15, perhaps with a space in front (R43).
fn is_type_slot(slot: impl Iterator<Item = char> + Clone) -> bool {
    let space = usize::from(slot.clone().next() == Some(' '));
    let digits = slot.skip(space);
    let value = digits.clone().take(3).try_fold(0_u32, |sum, next| sum.checked_mul(10)?.checked_add(next.to_digit(10)?));
    let count = digits.take(3).count();
    (1..=2).contains(&count) && value.is_some_and(|value| value <= u32::from(MAX_LINE_TYPE))
}
