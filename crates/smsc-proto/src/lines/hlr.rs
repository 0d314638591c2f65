//! HLR replies of fmt 1, whose names of countries and networks may contain commas (R41, R45).

use memchr::memchr;

use crate::error::{Fail, end_of};
use crate::lines::cursor::{Values, is_timestamp};
use crate::lines::head::{Head, field_count};
use crate::lines::slots::{after_values, first_value, nth_value, split_last, type_slot};
use crate::lines::spaced_names::{self, Joined};
use crate::model::cost::Cost;
use crate::model::fields::{Field, values_layout};
use crate::model::message_id::MessageId;
use crate::model::query::{Detail, Query};
use crate::model::record::Record;

/// Parses the fields after the status of a reply to all=0, up to the end of the names. Of a batch,
/// the id and the phone were split off already.
pub(crate) fn brief<'a>(
    rest: &'a [u8],
    id_and_phone: Option<(&'a [u8], &'a [u8])>,
    out: &mut Record<'a>,
) -> Result<Head, Fail<'a>> {
    let mut values = Values::new(rest);
    values.parse_into(before_names(Detail::Status), out)?;
    names(values.rest(), end_of(rest), out)?;
    if let Some((id, phone)) = id_and_phone {
        out.set(Field::Id, id).ok_or_else(|| Fail::field(Field::Id, id))?;
        out.set(Field::Phone, phone).ok_or_else(|| Fail::field(Field::Phone, phone))?;
    }
    Ok(Head::Whole)
}

/// Parses the fields of a record of all≥1 before its message, and returns the rest of the line.
pub(crate) fn fixed<'a>(query: &Query<'_>, line: &'a [u8], out: &mut Record<'a>) -> Result<Option<&'a [u8]>, Fail<'a>> {
    let mut values = Values::new(line);
    values.parse_into(&[Field::Status], out)?;
    values.parse_into(before_names(query.detail), out)?;
    let missing = field_count(0, "all fields of an HLR reply up to the message", line);
    let rest = values.rest().ok_or(missing)?;
    let Anchor { rest: anchored, from_cost, joined, is_ambiguous } = anchor(query, rest).ok_or(missing)?;
    if is_ambiguous {
        out.mark_ambiguous();
    }
    let comma = rest.len().saturating_sub(anchored.len()).saturating_sub(1);
    names(rest.get(..comma), end_of(line), out)?;
    let mut values = Values::new(anchored);
    let Some(joined) = joined else {
        values.parse_into(after_names(query.detail), out)?;
        return Ok(values.rest());
    };
    values.parse_into(&[Field::SendTimestamp, Field::Phone], out)?;
    joined.set(out)?;
    let mut values = Values::new(from_cost);
    values.parse_into(FROM_COST, out)?;
    Ok(values.rest())
}

/// Returns whether the sender is `HLR`: at its fixed position, or after the anchors (R41a).
pub(crate) fn sender_is_hlr(query: &Query<'_>, line: &[u8]) -> bool {
    let layout = values_layout(query.detail, true);
    let at_fixed_position = nth_value(line, layout.before(Field::SenderId).len());
    let names_at = layout.before(Field::Cn).len();
    let after_anchors = || {
        let rest = after_values(line, names_at)?;
        nth_value(anchor(query, rest)?.from_cost, 1)
    };
    at_fixed_position == Some(b"HLR") || after_anchors() == Some(b"HLR")
}

/// The fields from the cost to the message.
pub(crate) const FROM_COST: &[Field] = &[Field::Cost, Field::SenderId, Field::StatusName];

/// Returns the fields after the status and before the names.
fn before_names(all: Detail) -> &'static [Field] {
    values_layout(all, true).before(Field::Cn).get(1..).unwrap_or_default()
}

/// Returns the fields after the names and before the message.
fn after_names(all: Detail) -> &'static [Field] {
    let layout = values_layout(all, true);
    layout.after(Field::Rnet).split(|field| *field == Field::Message).next().unwrap_or_default()
}

/// Returns the number of fields between the names and this one.
fn index_after_names(all: Detail, field: Field) -> usize {
    after_names(all).split(|other| *other == field).next().unwrap_or_default().len()
}

/// Parses `cn,net,rcn,rnet` (R45). Pieces that start with a space belong to the name before if that
/// makes four names (R45b); otherwise the last name keeps all further commas. `end` is the position
/// of missing names.
fn names<'a>(names: Option<&'a [u8]>, end: &'a [u8], out: &mut Record<'a>) -> Result<(), Fail<'a>> {
    let missing = |at| field_count(0, "the four names of an HLR reply", at);
    let names = names.ok_or_else(|| missing(end))?;
    let mut values = Values::new(names);
    values.parse_into(&[Field::Cn, Field::Net, Field::Rcn], out)?;
    let rnet = values.rest().ok_or_else(|| missing(names))?;
    out.set_text(Field::Rnet, Some(rnet));
    if memchr(b',', rnet).is_some() {
        out.mark_ambiguous();
        let joined = spaced_names::join_four(names).into_iter().flatten();
        for (field, name) in [Field::Cn, Field::Net, Field::Rcn, Field::Rnet].into_iter().zip(joined) {
            out.set_text(field, Some(name));
        }
    }
    Ok(())
}

/// The values `send_timestamp, phone, …, cost` of a line, which are recognised by their form.
struct Anchor<'a> {
    /// The line from `send_timestamp` on.
    rest: &'a [u8],
    /// The line from `cost` on.
    from_cost: &'a [u8],
    /// The country, operator and region, if a comma is in one of them (R43d).
    joined: Option<Joined<'a>>,
    /// Whether other values of the line have the same form.
    is_ambiguous: bool,
}

/// What the values at a position must be for an anchor, best first (R45a, R43d).
#[derive(Clone, Copy)]
enum Form {
    /// A `send_timestamp`, a `cost` and the sender `HLR`.
    Named,
    /// A `send_timestamp` and a `cost`.
    Values,
    /// A `send_timestamp` of 9 or 10 digits, and a `cost` after names with commas.
    Joined,
    /// A `send_timestamp` and a `cost`, each of which may be empty.
    Empty,
}

/// Finds `send_timestamp, phone, …, cost` after at least four names (R45): the leftmost position of
/// the best form that any position has. A position whose message would be in the slot of the type
/// or the id at the line's end is taken only if there is no other (R45a).
fn anchor<'a>(query: &Query<'_>, rest: &'a [u8]) -> Option<Anchor<'a>> {
    let first = after_values(rest, 4)?;
    let end = slots_at_end(query, rest);
    let positions = || core::iter::successors(Some(first), |place| after_values(place, 1));
    let forms = [Form::Named, Form::Values, Form::Joined, Form::Empty];
    [end, 0].into_iter().flat_map(|end| forms.map(|form| (end, form))).find_map(|(end, form)| {
        if let Form::Joined = form {
            let is_long = |time: &[u8]| time.len() >= 9 && is_timestamp(time);
            let place = positions().find(|place| is_long(without_space(first_value(place))))?;
            return anchor_at(query, place, form, end);
        }
        let mut found = positions().filter_map(|place| anchor_at(query, place, form, end));
        let mut anchor = found.next()?;
        anchor.is_ambiguous |= found.next().is_some();
        Some(anchor)
    })
}

/// Returns the anchor at a position, if the values there have this form, and values for the sender,
/// the name of the status and the message follow before the last `end` bytes of the line.
fn anchor_at<'a>(query: &Query<'_>, place: &'a [u8], form: Form, end: usize) -> Option<Anchor<'a>> {
    let or_empty = matches!(form, Form::Empty);
    let time = without_space(first_value(place));
    if !(is_timestamp(time) || (or_empty && time.is_empty())) {
        return None;
    }
    let joined = match form {
        Form::Joined if query.detail == Detail::Full => {
            let names = after_values(place, index_after_names(query.detail, Field::Country))?;
            Some(spaced_names::join_before_cost(names)?)
        }
        Form::Joined => return None,
        Form::Named | Form::Values | Form::Empty => None,
    };
    let from_cost = match joined {
        Some(joined) => joined.from_cost,
        None => after_values(place, index_after_names(query.detail, Field::Cost))?,
    };
    let cost = first_value(from_cost);
    let has_cost = Cost::parse(cost).is_some() || (or_empty && cost.is_empty());
    let is_named = !matches!(form, Form::Named) || nth_value(from_cost, 1) == Some(b"HLR");
    after_values(from_cost, 3).filter(|message| end == 0 || message.len() > end)?;
    let anchor = Anchor { rest: place, from_cost, joined, is_ambiguous: joined.is_some() };
    (has_cost && is_named).then_some(anchor)
}

/// Returns a `send_timestamp` without the space that the provider's page prints before it (R24).
fn without_space(time: &[u8]) -> &[u8] {
    time.strip_prefix(b" ").unwrap_or(time)
}

/// Returns the number of bytes at the end of a line that are its type and id, as far as it ends in
/// these (R45a, R46l).
fn slots_at_end(query: &Query<'_>, line: &[u8]) -> usize {
    let before_id = if query.is_batch { split_last(line) } else { Some((line, b"".as_slice())) };
    let Some((before, id)) = before_id else { return 0 };
    let is_id = |id: &[u8], has_type: bool| MessageId::from_bytes(id).is_some_and(|id| has_type || id.number().is_some());
    let with_id = if query.is_batch { id.len().saturating_add(1) } else { 0 };
    match type_slot(before) {
        Some((_, _, slot)) if !query.is_batch || is_id(id, true) => slot.len().saturating_add(with_id),
        _ if query.is_batch && is_id(id, false) => id.len(),
        _ => 0,
    }
}
