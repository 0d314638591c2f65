//! fmt 1: bare values between commas (R20 to R24, R40, R41, R43, R46).

use memchr::{memchr_iter, memrchr, memrchr_iter};

use crate::error::{ErrorKind, Fail};
use crate::lines::cursor::{Pieces, is_timestamp};
use crate::lines::head::{End, Head, field_count};
use crate::lines::hlr;
use crate::model::codes::{MessageType, StatusCode};
use crate::model::cost::Cost;
use crate::model::fields::{Field, values_layout};
use crate::model::query::{Detail, MessageKind, Query};
use crate::model::record::Record;
use crate::model::set::message_id;
use crate::model::text::Text;
use crate::scan::find;

/// Reads the fixed fields of a record from its first line.
pub(crate) fn head<'a>(query: &Query<'_>, line: &'a [u8], out: &mut Record<'a>) -> Result<Head, Fail> {
    let counted = |fail: Fail| match fail.kind {
        ErrorKind::FieldCount { .. } => field_count(count(line), fail.expected),
        _ => fail,
    };
    if query.detail == Detail::Status {
        return brief(query, line, out).map_err(counted);
    }
    let mut pieces = Pieces::new(line);
    let (status, left) = pieces.next().ok_or_else(|| field_count(0, "a status"))?;
    out.put(Field::Status, status).ok_or_else(|| Fail::field(Field::Status, left))?;
    if out.status() == StatusCode::NOT_FOUND {
        let short = if query.is_batch { 4 } else { 3 };
        if count(line) == short {
            return not_found(query, line, out);
        }
        return hlr_or_message(query, false, line, out).map_err(counted);
    }
    let is_hlr = match query.kind {
        MessageKind::Sms | MessageKind::Email => Some(false),
        MessageKind::Hlr => Some(true),
        MessageKind::Auto if message_by_fourth(line) => Some(false),
        MessageKind::Auto => hlr::sender_is_hlr(query, line).then_some(true),
    };
    if let Some(is_hlr) = is_hlr {
        return hlr_or_message(query, is_hlr, line, out).map_err(counted);
    }
    // Which of the two it is depends on the type at the record's end (R41); here it is enough that one of them fits.
    let as_hlr = hlr_or_message(query, true, line, out);
    let may_be_hlr = as_hlr.is_ok();
    let head = as_hlr.or_else(|_| {
        *out = Record::new(out.charset());
        hlr_or_message(query, false, line, out).map_err(counted)
    })?;
    let at = if let Head::Text { at, .. } = head { at } else { 0 };
    Ok(Head::Either { may_be_hlr, at })
}

/// Reads what follows the head, now that the end of the record is known.
pub(crate) fn finish<'a>(
    query: &Query<'_>,
    head: Head,
    record: &'a [u8],
    first_line: usize,
    out: &mut Record<'a>,
) -> Result<(), Fail> {
    let (body, id) = if query.is_batch && head != Head::Whole {
        let (body, id) = split_last(record).ok_or_else(|| Fail::field(Field::Id, record.len()))?;
        message_id(id).ok_or_else(|| Fail::field(Field::Id, id.len()))?;
        (body, Some(id))
    } else {
        (record, None)
    };
    let behind = record.len().saturating_sub(body.len());
    let (at, is_hlr) = match head {
        Head::Whole => return Ok(()),
        Head::Text { at, is_hlr, .. } => (at, is_hlr),
        Head::Either { .. } => {
            let line = record.get(..first_line).unwrap_or(record);
            let is_hlr = type_slot(body).is_some_and(|(_, known, _)| known == MessageType::HLR);
            *out = Record::new(out.charset());
            match hlr_or_message(query, is_hlr, line, out) {
                Ok(Head::Text { at, is_hlr, .. }) => (at, is_hlr),
                Ok(_) => return Ok(()),
                Err(fail) => return Err(fail.before(record.len().saturating_sub(line.len()))),
            }
        }
    };
    let text = body.get(at..).ok_or_else(|| field_count(count(record), "a message before the id").before(behind))?;
    if let Some(id) = id {
        out.put(Field::Id, id).ok_or_else(|| Fail::field(Field::Id, id.len()))?;
    }
    tail(is_hlr, text, out).map_err(|fail| fail.before(behind))
}

/// all=0: `status,last_timestamp[,err]`, or with the HLR names behind (R22, R41, R45).
fn brief<'a>(query: &Query<'_>, line: &'a [u8], out: &mut Record<'a>) -> Result<Head, Fail> {
    let found = count(line);
    let mut pieces = Pieces::new(line);
    pieces.fill(&[Field::Status], out)?;
    let is_message = match query.kind {
        _ if out.status() == StatusCode::NOT_FOUND => true,
        MessageKind::Sms | MessageKind::Email => true,
        MessageKind::Hlr => false,
        MessageKind::Auto => found < 11,
    };
    let fields = values_layout(Detail::Status, !is_message);
    let fields: &[Field] = match (is_message, query.is_batch) {
        (true, false) if found == 2 => &[Field::LastTimestamp],
        (true, false) if found == 3 => &[Field::LastTimestamp, Field::Err],
        (true, false) => return Err(field_count(found, "2 or 3 fields (5 are a line of a batch)")),
        (true, true) if found == 5 => fields.after(Field::Status),
        (true, true) => return Err(field_count(found, "5 fields, the last two of which are id and phone")),
        (false, false) if found >= 11 => return hlr::brief(pieces.rest().unwrap_or_default(), None, out),
        (false, true) if found >= 13 => {
            let names_and_id = split_last(pieces.rest().unwrap_or_default());
            let ((names, id), phone) = names_and_id
                .and_then(|(rest, phone)| Some((split_last(rest)?, phone)))
                .ok_or_else(|| field_count(found, "at least 13 fields of an HLR reply"))?;
            return hlr::brief(names, Some((id, phone)), out);
        }
        (false, false) => return Err(field_count(found, "at least 11 fields of an HLR reply")),
        (false, true) => return Err(field_count(found, "at least 13 fields of an HLR reply")),
    };
    pieces.fill(fields, out)?;
    Ok(Head::Whole)
}

/// `-3,0,0` with all≥1: not found, and nothing more is said (R13).
fn not_found<'a>(query: &Query<'_>, line: &'a [u8], out: &mut Record<'a>) -> Result<Head, Fail> {
    let mut pieces = Pieces::new(line);
    pieces.fill(&[Field::Status, Field::LastTimestamp, Field::Err], out)?;
    if query.is_batch {
        pieces.fill(&[Field::Id], out)?;
        if out.id().is_none() {
            return Err(Fail::field(Field::Id, 0));
        }
    }
    Ok(Head::Whole)
}

/// The fixed fields of an all≥1 record of one kind.
fn hlr_or_message<'a>(query: &Query<'_>, is_hlr: bool, line: &'a [u8], out: &mut Record<'a>) -> Result<Head, Fail> {
    let rest = if is_hlr {
        hlr::fixed(query, line, out)?
    } else {
        let mut pieces = Pieces::new(line);
        pieces.fill(values_layout(query.detail, false).before(Field::Message), out)?;
        // A comma in the country or the region has moved the cost to where a name is (R43c).
        let is_cost = |text: Option<Text<'_>>| {
            text.is_some_and(|text| text.as_bytes().contains(&b'.') && Cost::parse(text.as_bytes()).is_some())
        };
        if out.cost().is_none() && (is_cost(out.sender_id()) || is_cost(out.status_name())) {
            out.mark_ambiguous();
        }
        pieces.rest()
    };
    let text = rest.ok_or_else(|| field_count(0, "all fields up to the message"))?;
    Ok(Head::Text { at: line.len().saturating_sub(text.len()), is_hlr, has_id: false })
}

/// Whether the fourth field is an SMS's `send_timestamp`: 1 to 10 digits (R41).
fn message_by_fourth(line: &[u8]) -> bool {
    hlr::nth_value(line, 3).is_some_and(is_timestamp)
}

/// Cuts `message[,comment][,type]` (R43); an HLR answer has no comment.
pub(crate) fn tail<'a>(is_hlr: bool, rest: &'a [u8], out: &mut Record<'a>) -> Result<(), Fail> {
    let Some((middle, known, slot)) = type_slot(rest) else {
        // The oldest layout ends at the message (R23).
        return put_text(Field::Message, rest, out);
    };
    let is_spaced = slot.starts_with(b" ");
    out.message_type = Some(known);
    if is_hlr {
        return put_text(Field::Message, middle, out);
    }
    let fits = |comma: &usize| {
        let behind = comma.checked_add(1).and_then(|at| middle.get(at));
        (behind == Some(&b' ')) == is_spaced
    };
    let Some(last) = find::last_comma(middle) else {
        // The layout of 2019 has no comment (R23).
        return put_text(Field::Message, middle, out);
    };
    let fitting = if fits(&last) { Some(last) } else { memrchr_iter(b',', middle).find(fits) };
    if fitting.is_none() || memrchr(b',', middle.get(..last).unwrap_or_default()).is_some() {
        out.mark_ambiguous();
    }
    let (message, comment) = middle.split_at_checked(fitting.unwrap_or(last)).unwrap_or((middle, &[]));
    let comment = comment.get(1..).unwrap_or_default();
    put_text(Field::Message, message, out)?;
    // The separator of the spaced layout is a comma and a space (R43a).
    put_text(Field::Comment, if is_spaced { comment.strip_prefix(b" ").unwrap_or(comment) } else { comment }, out)
}

fn put_text<'a>(field: Field, text: &'a [u8], out: &mut Record<'a>) -> Result<(), Fail> {
    out.put(field, text).ok_or_else(|| Fail::field(field, text.len()))
}

/// What stands before the type slot, the type, and the slot with its space, if the last value is a type: 1 or 2 digits, at most 15 (R43).
fn type_slot(body: &[u8]) -> Option<(&[u8], MessageType, &[u8])> {
    let (before, slot) = split_last(body)?;
    let known = message_type(slot.strip_prefix(b" ").unwrap_or(slot))?;
    Some((before, known, slot))
}

/// A type: 1 or 2 digits, at most 15 (R43).
#[inline(always)]
#[expect(clippy::inline_always, reason = "a call costs as much as the digits")]
pub(crate) const fn message_type(digits: &[u8]) -> Option<MessageType> {
    match digits {
        [ones @ b'0'..=b'9'] | [b'0', ones @ b'0'..=b'9'] => Some(MessageType(ones.wrapping_sub(b'0'))),
        [b'1', ones @ b'0'..=b'5'] => Some(MessageType(ones.wrapping_sub(b'0').wrapping_add(10))),
        _ => None,
    }
}

/// What stands before the last comma, and behind it.
fn split_last(line: &[u8]) -> Option<(&[u8], &[u8])> {
    let (before, rest) = line.split_at_checked(find::last_comma(line)?)?;
    Some((before, rest.get(1..)?))
}

/// How many values a line has.
fn count(line: &[u8]) -> usize {
    memchr_iter(b',', line).count().saturating_add(1)
}

/// Whether the type slot of a record of a batch says that it is an HLR answer (R41).
pub(crate) fn has_hlr_type(record: &[u8]) -> bool {
    split_last(record).and_then(|(body, _)| type_slot(body)).is_some_and(|(_, known, _)| known == MessageType::HLR)
}

/// Whether a line ends in `,<id>` (R46).
pub(crate) fn end(line: &[u8]) -> Option<End> {
    let (before, id) = split_last(line)?;
    Some(End { at: before.len(), id: message_id(id)?, is_readable: true })
}

/// Whether a line begins with a status, a timestamp and a comma (R46), or with a longer status that is surely one (R46b).
pub(crate) fn looks_like_record_start(start: &[u8]) -> bool {
    fn digits(input: &[u8], least: usize, most: usize) -> Option<&[u8]> {
        let count = input.iter().take(most).take_while(|byte| byte.is_ascii_digit()).count();
        input.get(count..).filter(|_| count >= least)
    }
    fn comma(input: &[u8]) -> Option<&[u8]> {
        input.strip_prefix(b",")
    }
    let number = start.strip_prefix(b"-").unwrap_or(start);
    let short = || comma(digits(comma(digits(number, 1, 2)?)?, 0, usize::MAX)?);
    let long = || comma(digits(comma(digits(comma(digits(number, 3, 10)?)?, 9, 11)?)?, 1, 3)?);
    short().or_else(long).is_some()
}
