//! fmt 0 and 1: what nearly every reply is, a message in the present layout with all its fields, read in one go. Whatever differs from that in any way
//! is left to the general reading, which gives the same for these.

mod commas;
mod hlr;
mod key_value;
mod leading;
mod line;

use core::num::NonZeroU64;

use crate::lines::fast::commas::CommaIndex;
use crate::lines::fast::leading::LeadingNumbers;
use crate::lines::fast::line::{Context, Line};
use crate::lines::values::message_type;
use crate::model::codes::StatusCode;
use crate::model::cost::Cost;
use crate::model::fields::{Field, values_layout};
use crate::model::query::{Detail, Format, MessageKind, Query};
use crate::model::record::{Details, Numbering, Record};
use crate::scan::digits;
use crate::scan::find;
use crate::scan::simd::place;

// The order of the fields stands in the one table; what follows here has to agree with it.
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

/// How usual records are read.
#[derive(Clone, Copy, Debug)]
pub(crate) enum FastPath {
    /// all=0 in fmt 1.
    Brief,
    /// all≥1 in fmt 1.
    Message,
    /// fmt 0.
    KeyValue,
}

impl FastPath {
    /// That of the reply to this query, if it may have usual records.
    #[inline]
    pub(crate) fn of(query: &Query<'_>) -> Option<Self> {
        if query.kind == MessageKind::Hlr || is_settled_by_pairs(query) {
            return None;
        }
        match (query.format, query.detail) {
            (Format::Values, Detail::Status) => Some(Self::Brief),
            (Format::Values, Detail::Message | Detail::Full) => Some(Self::Message),
            (Format::KeyValue, _) => Some(Self::KeyValue),
            (Format::Xml | Format::Json, _) => None,
        }
    }
}

/// Whether known pairs have a say in where a text of a batch ends (R47).
fn is_settled_by_pairs(query: &Query<'_>) -> bool {
    query.is_batch && query.detail != Detail::Status && query.requested.is_some()
}

/// Reads the record at the start of a window of a batch, and gives how many bytes it takes; `None`, with whatever in the record, if it is another one.
/// `is_last` says that the window holds the rest of the body.
#[inline]
pub(crate) fn batch_record<'a>(
    path: FastPath,
    query: &Query<'_>,
    window: &'a [u8],
    limit: usize,
    is_last: bool,
    out: &mut Record<'a>,
) -> Option<usize> {
    let line = Line { window, context: Context::Batch { limit, is_last } };
    match path {
        FastPath::Brief => brief(query, window, limit, out),
        FastPath::Message => message(query, line, out),
        FastPath::KeyValue => key_value_line(query, line, out),
    }
}

/// The same for the records of fmt 1 that are less usual, which are HLR answers.
#[cold]
pub(crate) fn batch_hlr<'a>(
    query: &Query<'_>,
    window: &'a [u8],
    limit: usize,
    is_last: bool,
    out: &mut Record<'a>,
) -> Option<usize> {
    if query.format != Format::Values || is_settled_by_pairs(query) {
        return None;
    }
    hlr::parse(query, Line { window, context: Context::Batch { limit, is_last } }, out)
}

/// Reads the reply to a query of fmt 0 or 1 for one message, without a line end; `None`, with whatever in the record, if it is another one.
#[inline]
pub(crate) fn single<'a>(query: &Query<'_>, reply: &'a [u8], out: &mut Record<'a>) -> Option<()> {
    let line = Line { window: reply, context: Context::Reply };
    match FastPath::of(query)? {
        FastPath::Brief => brief_single(query, reply, out),
        FastPath::Message => message(query, line, out).map(|_| ()),
        FastPath::KeyValue => key_value_line(query, line, out).map(|_| ()),
    }
}

/// The same for an HLR answer.
#[cold]
pub(crate) fn single_hlr<'a>(query: &Query<'_>, reply: &'a [u8], out: &mut Record<'a>) -> Option<()> {
    if query.format != Format::Values {
        return None;
    }
    hlr::parse(query, Line { window: reply, context: Context::Reply }, out).map(|_| ())
}

/// The reply to an all=0 query: a status, a timestamp and an err (R22). Every place follows from a branch that the processor foresees, so that nothing waits for
/// the bytes in front of it.
#[inline]
fn brief_single<'a>(query: &Query<'_>, reply: &'a [u8], out: &mut Record<'a>) -> Option<()> {
    let comma = reply.iter().take(4).position(|byte| *byte == b',')?;
    let (status, rest) = reply.split_at_checked(comma)?;
    let (time, rest) = rest.get(1..)?.split_first_chunk()?;
    let err = rest.strip_prefix(b",")?;
    let (is_negative, digits) = status.strip_prefix(b"-").map_or((false, status), |digits| (true, digits));
    let status = digits::pair(digits)?;
    let mut found = Record::new(query.charset);
    found.put_number(Field::Status, if is_negative { status.wrapping_neg() } else { status })?;
    found.put_number(Field::LastTimestamp, digits::ten(time)?)?;
    found.put_number(Field::Err, digits::last(*reply.last_chunk()?, err.len())?)?;
    *out = found;
    Some(())
}

/// A line of an all=0 batch.
#[inline]
fn brief<'a>(query: &Query<'_>, window: &'a [u8], limit: usize, out: &mut Record<'a>) -> Option<usize> {
    let mut room = None;
    let mut lead = LeadingNumbers::new(window, &mut room);
    let ((status, _), time, (err, _), id) = (lead.signed()?, lead.long()?, lead.short()?, lead.long()?);
    let (start, end) = lead.rest();
    // Behind a phone in digits comes the line's end; an e-mail has an address here (R3).
    let end = if window.get(end) == Some(&b'\n') { end } else { address_end(window, end)? };
    if end > limit {
        return None;
    }
    let phone = window.get(start..end)?;
    // Put together first and written as a whole then, so that nothing is written twice.
    let mut found = Record::new(query.charset);
    found.put_number(Field::Status, status)?;
    found.put_number(Field::LastTimestamp, time)?;
    found.put_number(Field::Err, err)?;
    found.put_number(Field::Id, id)?;
    found.phone = Some(phone.strip_suffix(b"\r").unwrap_or(phone));
    *out = found;
    Some(end.wrapping_add(1))
}

/// Where the line ends behind this place, if there is no comma in between.
#[cold]
fn address_end(window: &[u8], at: usize) -> Option<usize> {
    let end = find::either(b',', b'\n', window.get(at..)?)?.checked_add(at)?;
    if window.get(end) == Some(&b'\n') { Some(end) } else { None }
}

/// A line of fmt 0; gives how many bytes it takes.
#[inline(never)]
fn key_value_line<'a>(query: &Query<'_>, line: Line<'a>, out: &mut Record<'a>) -> Option<usize> {
    let mut marks = CommaIndex::new();
    marks.find(line.window, 0)?;
    let (end, used) = line.end(query, marks.end())?;
    *out = Record::new(query.charset);
    key_value::parse(query, line.window.get(..end)?, marks.commas(), out)?;
    Some(used)
}

/// A line of all≥1 in fmt 1; gives how many bytes it takes.
#[inline]
fn message<'a>(query: &Query<'_>, line: Line<'a>, out: &mut Record<'a>) -> Option<usize> {
    let window = line.window;
    let mut room = None;
    let mut lead = LeadingNumbers::new(window, &mut room);
    let (status, time) = lead.head()?;
    let ((err, _), sent) = (lead.short()?, lead.long()?);
    let (phone_start, _) = lead.rest();
    let mut marks = CommaIndex::new();
    marks.find(window, phone_start)?;
    let (end, used) = line.end(query, marks.end())?;
    let text = |from, to| window.get(behind(from)..place(to));
    let mut found = Record::new(query.charset);
    let (before, [cost, sender, name], commas);
    if query.detail == Detail::Full {
        let [phone, country, operator, region];
        ([phone, country, operator, region, cost, sender, name], commas) = marks.split()?;
        found.phone = Some(window.get(phone_start..place(phone))?);
        found.numbering = Some(Numbering {
            country: Some(text(phone, country)?),
            operator: Some(text(country, operator)?),
            region: Some(text(operator, region)?),
            ..Numbering::default()
        });
        before = region;
    } else {
        ([before, cost, sender, name], commas) = marks.split()?;
        found.phone = Some(window.get(phone_start..place(before))?);
    }
    let end = u16::try_from(end).ok()?;
    let (commas, known_end) = if query.is_batch {
        let (&id, commas) = commas.split_last()?;
        found.put_number(Field::Id, digits::at(window, behind(id), length(id, end))?)?;
        (commas, id)
    } else {
        (commas, end)
    };
    // The message, the comment and the type; the oldest of these layouts has no comment. More commas belong to a text (R23, R43).
    let (message, comment, known) = match *commas {
        [known] => (known, None, known),
        [.., comment, known] => (comment, Some(text(comment, known)?), known),
        [] => return None,
    };
    // The layout with spaces is another (R43a).
    if comment.is_some_and(|comment| comment.first() == Some(&b' ')) {
        return None;
    }
    found.message_type = Some(message_type(text(known, known_end)?)?);
    if commas.len() > 2 {
        found.mark_ambiguous();
    }
    found.put_number(Field::Status, status)?;
    if found.code == StatusCode::NOT_FOUND {
        return None;
    }
    found.put_number(Field::LastTimestamp, time)?;
    found.put_number(Field::Err, err)?;
    found.details = Some(Details {
        send_timestamp: u64::try_from(sent).ok().and_then(NonZeroU64::new),
        cost: Some(Cost::of_window(window, behind(before), length(before, cost))?),
        sender_id: Some(text(cost, sender)?),
        status_name: Some(text(sender, name)?),
        message: Some(text(name, message)?),
        comment,
        ..Details::default()
    });
    *out = found;
    Some(used)
}

/// Where a value begins that stands behind a separator.
fn behind(mark: u16) -> usize {
    place(mark).wrapping_add(1)
}

/// How many bytes stand between two separators.
fn length(from: u16, to: u16) -> usize {
    place(to).wrapping_sub(place(from)).wrapping_sub(1)
}

#[cfg(test)]
mod tests;
