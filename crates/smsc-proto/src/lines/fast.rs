//! Fast path for fmt 0 and fmt 1: messages in the current layout with every field present, and HLR
//! replies without a comma in any field.
//!
//! The functions here return `None` for any other line, which the slow path then parses; for the
//! lines that they accept, both return the same record (`tests`).

mod commas;
mod hlr;
mod key_value;
mod leading;
mod line;

use core::num::NonZeroU64;

use crate::lines::fast::commas::CommaIndex;
use crate::lines::fast::leading::LeadingNumbers;
use crate::lines::fast::line::Line;
use crate::lines::slots::message_type;
use crate::lines::window::Window;
use crate::model::codes::{MessageType, StatusCode};
use crate::model::cost::Cost;
use crate::model::fields::{Field, values_layout};
use crate::model::query::{Detail, Format, MessageKind, Query};
use crate::model::record::{Details, Numbering, Record};
use crate::scan::digits;
use crate::scan::find;
use crate::scan::simd::index;

// The functions below have the order of the fields built in; it has to agree with the table of
// fields.
const _: () = {
    use Field::{Cost, Country, Err, Id, LastTimestamp, Message, Operator, Phone, Region, SendTimestamp, SenderId, StatusName};
    let brief = values_layout(Detail::Status, false).fields();
    assert!(matches!(brief, [Field::Status, LastTimestamp, Err, Id, Phone]));
    let message = values_layout(Detail::Message, false).fields();
    assert!(matches!(message, [Field::Status, LastTimestamp, Err, SendTimestamp, Phone, Cost, SenderId, StatusName, Message, ..]));
    let full = values_layout(Detail::Full, false).fields();
    assert!(matches!(
        full,
        [
            Field::Status,
            LastTimestamp,
            Err,
            SendTimestamp,
            Phone,
            Country,
            Operator,
            Region,
            Cost,
            SenderId,
            StatusName,
            Message,
            ..
        ]
    ));
};

/// The fast path that a query allows.
#[derive(Clone, Copy, Debug)]
pub(crate) enum FastPath {
    /// For all=0 in fmt 1.
    Brief,
    /// For all≥1 in fmt 1.
    Message,
    /// For HLR replies in fmt 1.
    Hlr,
    /// For fmt 0.
    KeyValue,
}

impl FastPath {
    /// Returns the fast path for replies to this query, if there is one: that for messages, unless
    /// the request is known to be an HLR request.
    #[inline]
    pub(crate) fn of(query: &Query<'_>) -> Option<Self> {
        match (query.format, query.detail) {
            (Format::Values, _) if query.kind == MessageKind::Hlr => Some(Self::Hlr),
            (Format::Values, Detail::Status) => Some(Self::Brief),
            (Format::Values, Detail::Message | Detail::Full) => Some(Self::Message),
            (Format::KeyValue, _) => Some(Self::KeyValue),
            (Format::Xml | Format::Json, _) => None,
        }
    }

    /// Returns the fast path to try after this one has not accepted a record: there are two if it
    /// is not known whether the request is an HLR request.
    pub(crate) fn other(self, query: &Query<'_>) -> Option<Self> {
        match (self, query.kind) {
            (Self::Brief | Self::Message, MessageKind::Auto) => Some(Self::Hlr),
            (Self::Hlr, MessageKind::Auto) => Self::of(query),
            _ => None,
        }
    }
}

/// Parses the record at the start of a window of a batch, and returns the number of bytes consumed.
/// Returns `None` if the fast path does not accept the record; the contents of `out` are
/// unspecified then.
#[inline]
pub(crate) fn batch_record<'a>(path: FastPath, query: &Query<'_>, window: Window<'a>, out: &mut Record<'a>) -> Option<usize> {
    match path {
        FastPath::Brief => brief(query, window, out),
        FastPath::Message => message(query, Line::of_batch(window), out),
        FastPath::Hlr => hlr::parse(query, Line::of_batch(window), out),
        FastPath::KeyValue => key_value_line(query, Line::of_batch(window), out),
    }
}

/// Returns whether the fixed fields of a message are at the start of a window: those of a record in
/// fmt 1 in the current layout. Returns `false` for any other record.
pub(crate) fn starts_message(query: &Query<'_>, window: &[u8]) -> bool {
    query.format == Format::Values && query.kind != MessageKind::Hlr && message_head(query, window).is_some()
}

/// Checks the fixed fields of a message of all≥1 in fmt 1.
fn message_head(query: &Query<'_>, window: &[u8]) -> Option<()> {
    let mut room = None;
    let mut leading = LeadingNumbers::new(window, &mut room);
    let (status, _) = leading.head()?;
    leading.short()?;
    leading.long()?;
    let (phone, _) = leading.rest();
    let mut separators = CommaIndex::new();
    separators.find(window, phone)?;
    // all=2 has the country, the operator and the region before the cost.
    let skipped = if query.detail == Detail::Full { 3 } else { 0 };
    let [before, cost, _sender, _name] = *separators.commas().get(skipped..)?.first_chunk()?;
    Cost::of_window(window, after(before), length(before, cost))?;
    (status != i64::from(StatusCode::NOT_FOUND.0)).then_some(())
}

/// Parses the reply to a query of fmt 0 or 1 for one message, without a line end. Returns `None` if
/// the fast path does not accept the reply; the contents of `out` are unspecified then.
#[inline]
pub(crate) fn single<'a>(query: &Query<'_>, reply: &'a [u8], out: &mut Record<'a>) -> Option<()> {
    match FastPath::of(query)? {
        FastPath::Brief => brief_single(query, reply, out),
        FastPath::Message => message(query, Line::of_reply(reply), out).map(|_| ()),
        FastPath::Hlr => None,
        FastPath::KeyValue => key_value_line(query, Line::of_reply(reply), out).map(|_| ()),
    }
}

/// Parses the HLR reply to a query of fmt 1 for one message. Like [`single`], but the reply may be
/// that of another request.
#[cold]
pub(crate) fn single_hlr<'a>(query: &Query<'_>, reply: &'a [u8], out: &mut Record<'a>) -> Option<()> {
    if query.format != Format::Values {
        return None;
    }
    hlr::parse(query, Line::of_reply(reply), out).map(|_| ())
}

/// Parses the reply to an all=0 query: a status, a timestamp and an err (R22). Every offset follows
/// from a branch that the processor predicts, so that no load waits for the bytes before it.
#[inline]
fn brief_single<'a>(query: &Query<'_>, reply: &'a [u8], out: &mut Record<'a>) -> Option<()> {
    let comma = reply.iter().take(4).position(|byte| *byte == b',')?;
    let (status, rest) = reply.split_at_checked(comma)?;
    let (time, rest) = rest.get(1..)?.split_first_chunk::<10>()?;
    // A number below 1,000,000,000 would be one of send.php (R49b).
    if time.first() == Some(&b'0') {
        return None;
    }
    let err = rest.strip_prefix(b",")?;
    let (is_negative, digits) = status.strip_prefix(b"-").map_or((false, status), |digits| (true, digits));
    let status = digits::parse_1_or_2(digits)?;
    let mut found = Record::new(query.charset);
    found.set_number(Field::Status, if is_negative { status.wrapping_neg() } else { status })?;
    found.set_number(Field::LastTimestamp, digits::parse_10(time)?)?;
    found.set_number(Field::Err, digits::parse_suffix(*reply.last_chunk()?, err.len())?)?;
    *out = found;
    Some(())
}

/// Parses a line of an all=0 batch.
#[inline]
fn brief<'a>(query: &Query<'_>, window: Window<'a>, out: &mut Record<'a>) -> Option<usize> {
    let Window { bytes: window, limit, .. } = window;
    let mut room = None;
    let mut leading = LeadingNumbers::new(window, &mut room);
    let ((status, _), time, (err, _), id) = (leading.signed()?, leading.long()?, leading.short()?, leading.long()?);
    let (start, end) = leading.rest();
    // The line ends after the digits of a phone; an e-mail has an address here (R3).
    let end = if window.get(end) == Some(&b'\n') { end } else { address_end(window, end)? };
    if end > limit {
        return None;
    }
    let phone = window.get(start..end)?;
    // Built first and then written at once, so that no field is written twice.
    let mut found = Record::new(query.charset);
    found.set_number(Field::Status, status)?;
    found.set_number(Field::LastTimestamp, time)?;
    found.set_number(Field::Err, err)?;
    found.set_number(Field::Id, id)?;
    found.phone = Some(phone.strip_suffix(b"\r").unwrap_or(phone));
    *out = found;
    Some(end.wrapping_add(1))
}

/// Returns the offset of the line end after `at`; `None` if a comma is before it.
#[cold]
fn address_end(window: &[u8], at: usize) -> Option<usize> {
    let end = find::either(b',', b'\n', window.get(at..)?)?.checked_add(at)?;
    if window.get(end) == Some(&b'\n') { Some(end) } else { None }
}

/// Parses a line of fmt 0, and returns the number of bytes consumed.
#[inline(never)]
fn key_value_line<'a>(query: &Query<'_>, line: Line<'a>, out: &mut Record<'a>) -> Option<usize> {
    let mut separators = CommaIndex::new();
    separators.find(line.window, 0)?;
    let (end, used) = line.end(query, separators.end())?;
    *out = Record::new(query.charset);
    key_value::parse(query, line.window.get(..end)?, separators.commas(), out)?;
    Some(used)
}

/// Parses a line of all≥1 in fmt 1, and returns the number of bytes consumed.
#[inline]
fn message<'a>(query: &Query<'_>, line: Line<'a>, out: &mut Record<'a>) -> Option<usize> {
    let window = line.window;
    let mut room = None;
    let mut leading = LeadingNumbers::new(window, &mut room);
    let (status, time) = leading.head()?;
    let ((err, _), sent) = (leading.short()?, leading.long()?);
    let (phone_start, _) = leading.rest();
    let mut separators = CommaIndex::new();
    separators.find(window, phone_start)?;
    let (end, used) = line.end(query, separators.end())?;
    let text = |from, to| window.get(after(from)..index(to));
    let mut found = Record::new(query.charset);
    let (before, [cost, sender, name], commas);
    if query.detail == Detail::Full {
        let [phone, country, operator, region];
        ([phone, country, operator, region, cost, sender, name], commas) = separators.split()?;
        found.phone = Some(window.get(phone_start..index(phone))?);
        found.numbering = Some(Numbering {
            country: Some(text(phone, country)?),
            operator: Some(text(country, operator)?),
            region: Some(text(operator, region)?),
            ..Numbering::default()
        });
        before = region;
    } else {
        ([before, cost, sender, name], commas) = separators.split()?;
        found.phone = Some(window.get(phone_start..index(before))?);
    }
    let end = u16::try_from(end).ok()?;
    let (commas, known_end) = if query.is_batch {
        let (&id, commas) = commas.split_last()?;
        found.set_number(Field::Id, digits::parse_at(window, after(id), length(id, end))?)?;
        (commas, id)
    } else {
        (commas, end)
    };
    let tail = Tail::parse(commas, known_end, text)?;
    found.message_type = Some(tail.message_type);
    if tail.is_ambiguous {
        found.mark_ambiguous();
    }
    found.set_number(Field::Status, status)?;
    if found.code == StatusCode::NOT_FOUND {
        return None;
    }
    found.set_number(Field::LastTimestamp, time)?;
    found.set_number(Field::Err, err)?;
    found.details = Some(Details {
        send_timestamp: u64::try_from(sent).ok().and_then(NonZeroU64::new),
        cost: Some(Cost::of_window(window, after(before), length(before, cost))?),
        sender_id: Some(text(cost, sender)?),
        status_name: Some(text(sender, name)?),
        message: Some(text(name, tail.message_end)?),
        comment: tail.comment,
        ..Details::default()
    });
    *out = found;
    Some(used)
}

/// What follows the name of the status: `message[,comment],type` (R23, R43).
struct Tail<'a> {
    /// The comma after the message.
    message_end: u16,
    comment: Option<&'a [u8]>,
    message_type: MessageType,
    /// Whether more commas than these separate values, so that they belong to a text.
    is_ambiguous: bool,
}

impl<'a> Tail<'a> {
    /// Cuts the values after the name of the status at their commas; the type ends at `end`. Of the
    /// layouts of a message, only the oldest one has no comment.
    #[inline]
    fn parse(commas: &[u16], end: u16, text: impl Fn(u16, u16) -> Option<&'a [u8]>) -> Option<Self> {
        let (message_end, comment, type_start) = match *commas {
            [last] => (last, None, last),
            [.., comment, last] => (comment, Some(text(comment, last)?), last),
            [] => return None,
        };
        // The layout with spaces is another one (R43a).
        if comment.is_some_and(|comment| comment.first() == Some(&b' ')) {
            return None;
        }
        let message_type = message_type(text(type_start, end)?)?;
        Some(Self { message_end, comment, message_type, is_ambiguous: commas.len() > 2 })
    }
}

/// Returns the offset of the value after a comma.
fn after(comma: u16) -> usize {
    index(comma).wrapping_add(1)
}

/// Returns the number of bytes between two commas.
fn length(from: u16, to: u16) -> usize {
    index(to).wrapping_sub(index(from)).wrapping_sub(1)
}

#[cfg(all(test, checkout))]
mod tests;
