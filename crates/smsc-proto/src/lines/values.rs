//! fmt 1: values between commas, without names (R20 to R24, R40, R41, R43, R46).

use memchr::{memrchr, memrchr_iter};

use crate::error::{ErrorKind, Fail};
use crate::lines::cursor::{Values, is_timestamp};
use crate::lines::head::{Head, field_count};
use crate::lines::slots::{self, count, split_last, type_slot};
use crate::lines::{hlr, not_found, spaced_names};
use crate::model::codes::{MessageType, StatusCode};
use crate::model::cost::Cost;
use crate::model::fields::{Field, values_layout};
use crate::model::message_id::MessageId;
use crate::model::query::{Detail, MessageKind, Query};
use crate::model::record::Record;
use crate::model::text::Text;
use crate::scan::find;

/// Parses the fixed fields of a record from its first line.
pub(crate) fn head<'a>(query: &Query<'_>, line: &'a [u8], out: &mut Record<'a>) -> Result<Head, Fail<'a>> {
    let counted = |fail: Fail<'a>| match fail.kind {
        ErrorKind::FieldCount { .. } => field_count(count(line), fail.expected, line),
        _ => fail,
    };
    if query.detail == Detail::Status {
        return brief(query, line, out).map_err(counted);
    }
    let mut values = Values::new(line);
    let status = values.next().ok_or_else(|| field_count(0, "a status", line))?;
    out.set(Field::Status, status).ok_or_else(|| Fail::field(Field::Status, status))?;
    if out.status() == StatusCode::NOT_FOUND {
        if let Some(whole) = not_found::empty_slots(query, line, count(line), out) {
            return whole;
        }
        return hlr_or_message(query, false, line, out).map_err(counted);
    }
    let is_hlr = match query.kind {
        MessageKind::Sms | MessageKind::Email => Some(false),
        MessageKind::Hlr => Some(true),
        MessageKind::Auto if has_timestamp_of_message(line) => Some(false),
        MessageKind::Auto => hlr::sender_is_hlr(query, line).then_some(true),
    };
    if let Some(is_hlr) = is_hlr {
        return hlr_or_message(query, is_hlr, line, out).map_err(counted);
    }
    // The type at the end of the record decides which of the two it is (R41); here one of them has
    // to fit.
    let as_hlr = hlr_or_message(query, true, line, out);
    let may_be_hlr = as_hlr.is_ok();
    let head = as_hlr.or_else(|_| {
        *out = Record::new(out.charset());
        hlr_or_message(query, false, line, out).map_err(counted)
    })?;
    let at = if let Head::Text { at, .. } = head { at } else { 0 };
    Ok(Head::Either { may_be_hlr, at })
}

/// Parses what follows the head, after the end of the record was found.
pub(crate) fn finish<'a>(
    query: &Query<'_>,
    head: Head,
    record: &'a [u8],
    first_line: usize,
    out: &mut Record<'a>,
) -> Result<(), Fail<'a>> {
    let (body, id) = if query.is_batch && head != Head::Whole {
        let (body, id) = split_last(record).ok_or_else(|| Fail::field(Field::Id, record))?;
        MessageId::from_bytes(id).ok_or_else(|| Fail::field(Field::Id, id))?;
        (body, Some(id))
    } else {
        (record, None)
    };
    let (at, is_hlr) = match head {
        Head::Whole => return Ok(()),
        Head::Text { at, is_hlr, .. } => (at, is_hlr),
        Head::Either { .. } => {
            let line = record.get(..first_line).unwrap_or(record);
            let is_hlr = type_slot(body).is_some_and(|(_, known, _)| known == MessageType::HLR);
            *out = Record::new(out.charset());
            let Head::Text { at, is_hlr, .. } = hlr_or_message(query, is_hlr, line, out)? else { return Ok(()) };
            (at, is_hlr)
        }
    };
    let text = body.get(at..).ok_or_else(|| field_count(count(record), "a message before the id", body))?;
    if let Some(id) = id {
        out.set(Field::Id, id).ok_or_else(|| Fail::field(Field::Id, id))?;
    }
    tail(is_hlr, text, out)
}

/// Parses a line of all=0: `status,last_timestamp[,err]`, or an HLR reply with its names after
/// these (R22, R41, R45).
fn brief<'a>(query: &Query<'_>, line: &'a [u8], out: &mut Record<'a>) -> Result<Head, Fail<'a>> {
    let found = count(line);
    let mut values = Values::new(line);
    values.parse_into(&[Field::Status], out)?;
    if out.status() == StatusCode::NOT_FOUND
        && let Some(whole) = not_found::empty_slots(query, line, found, out)
    {
        return whole;
    }
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
        (true, false) => return Err(field_count(found, "2 or 3 fields (5 are a line of a batch)", line)),
        (true, true) if found == 5 => fields.after(Field::Status),
        (true, true) => return Err(field_count(found, "5 fields, the last two of which are id and phone", line)),
        (false, false) if found >= 11 => return hlr::brief(values.rest().unwrap_or_default(), None, out),
        (false, true) if found >= 13 => {
            let names_and_id = split_last(values.rest().unwrap_or_default());
            let ((names, id), phone) = names_and_id
                .and_then(|(rest, phone)| Some((split_last(rest)?, phone)))
                .ok_or_else(|| field_count(found, "at least 13 fields of an HLR reply", line))?;
            return hlr::brief(names, Some((id, phone)), out);
        }
        (false, false) => return Err(field_count(found, "at least 11 fields of an HLR reply", line)),
        (false, true) => return Err(field_count(found, "at least 13 fields of an HLR reply", line)),
    };
    values.parse_into(fields, out)?;
    Ok(Head::Whole)
}

/// Parses the fixed fields of an all≥1 record of one kind.
fn hlr_or_message<'a>(query: &Query<'_>, is_hlr: bool, line: &'a [u8], out: &mut Record<'a>) -> Result<Head, Fail<'a>> {
    let rest = if is_hlr { hlr::fixed(query, line, out)? } else { message(query, line, out)? };
    let text = rest.ok_or_else(|| field_count(0, "all fields up to the message", line))?;
    Ok(Head::Text { at: line.len().saturating_sub(text.len()), is_hlr, has_id: false })
}

/// Parses the fixed fields of a message of all≥1, and returns the rest of the line.
fn message<'a>(query: &Query<'_>, line: &'a [u8], out: &mut Record<'a>) -> Result<Option<&'a [u8]>, Fail<'a>> {
    let mut values = Values::new(line);
    let parsed = values.parse_into(values_layout(query.detail, false).before(Field::Message), out);
    if query.detail != Detail::Full {
        return parsed.map(|()| values.rest());
    }
    let has_no_cost = match parsed {
        Ok(()) => out.cost().is_none(),
        Err(fail) => fail.kind == ErrorKind::Field(Field::Cost),
    };
    if !has_no_cost {
        return parsed.map(|()| values.rest());
    }
    let countries = slots::after_values(line, values_layout(query.detail, false).before(Field::Country).len());
    if let Some(joined) = countries.and_then(spaced_names::join_before_cost) {
        joined.set(out)?;
        let mut values = Values::new(joined.from_cost);
        values.parse_into(hlr::FROM_COST, out)?;
        return Ok(values.rest());
    }
    parsed?;
    // A comma in the country or the region moved the cost to the slot of a name (R43c).
    let is_cost =
        |text: Option<Text<'_>>| text.is_some_and(|text| text.as_bytes().contains(&b'.') && Cost::parse(text.as_bytes()).is_some());
    if is_cost(out.sender_id()) || is_cost(out.status_name()) {
        out.mark_ambiguous();
    }
    Ok(values.rest())
}

/// Returns whether the fourth field is the `send_timestamp` of an SMS: 1 to 10 digits (R41).
fn has_timestamp_of_message(line: &[u8]) -> bool {
    slots::nth_value(line, 3).is_some_and(is_timestamp)
}

/// Parses `message[,comment][,type]` (R43). An HLR reply has no comment.
pub(crate) fn tail<'a>(is_hlr: bool, rest: &'a [u8], out: &mut Record<'a>) -> Result<(), Fail<'a>> {
    let Some((middle, known, slot)) = type_slot(rest) else {
        // The oldest layout ends at the message (R23).
        return set_text(Field::Message, rest, out);
    };
    let is_spaced = slot.starts_with(b" ");
    out.message_type = Some(known);
    if is_hlr {
        return set_text(Field::Message, middle, out);
    }
    let fits = |comma: &usize| {
        let next = comma.checked_add(1).and_then(|at| middle.get(at));
        (next == Some(&b' ')) == is_spaced
    };
    let Some(last) = find::last_comma(middle) else {
        // The layout of 2019 has no comment (R23).
        return set_text(Field::Message, middle, out);
    };
    let fitting = if fits(&last) { Some(last) } else { memrchr_iter(b',', middle).find(fits) };
    if fitting.is_none() || memrchr(b',', middle.get(..last).unwrap_or_default()).is_some() {
        out.mark_ambiguous();
    }
    let (message, comment) = middle.split_at_checked(fitting.unwrap_or(last)).unwrap_or((middle, &[]));
    let comment = comment.get(1..).unwrap_or_default();
    set_text(Field::Message, message, out)?;
    // The separator of the spaced layout is a comma and a space (R43a).
    set_text(Field::Comment, if is_spaced { comment.strip_prefix(b" ").unwrap_or(comment) } else { comment }, out)
}

fn set_text<'a>(field: Field, text: &'a [u8], out: &mut Record<'a>) -> Result<(), Fail<'a>> {
    out.set(field, text).ok_or_else(|| Fail::field(field, text))
}

/// Returns whether a record has a time of 9 to 11 digits (R46j).
pub(crate) fn has_time(record: &Record<'_>) -> bool {
    let is_time = |time: Option<u64>| time.is_some_and(|time| (100_000_000..100_000_000_000).contains(&time));
    is_time(record.last_timestamp()) || is_time(record.send_timestamp())
}
