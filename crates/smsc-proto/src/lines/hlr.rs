//! HLR replies of fmt 1, whose names of countries and networks may contain commas (R41, R45).

use memchr::memchr;

use crate::error::{Fail, end_of};
use crate::lines::cursor::{Values, is_timestamp};
use crate::lines::head::{Head, field_count};
use crate::model::cost::Cost;
use crate::model::fields::{Field, values_layout};
use crate::model::query::{Detail, Query};
use crate::model::record::Record;
use crate::scan::find;

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
    let Anchor { rest: anchored, is_ambiguous } = anchor(query, rest).ok_or(missing)?;
    if is_ambiguous {
        out.mark_ambiguous();
    }
    let comma = rest.len().saturating_sub(anchored.len()).saturating_sub(1);
    names(rest.get(..comma), end_of(line), out)?;
    let mut values = Values::new(anchored);
    values.parse_into(after_names(query.detail), out)?;
    Ok(values.rest())
}

/// Returns whether the sender is `HLR`: at its fixed position, or after the anchors (R41a).
pub(crate) fn sender_is_hlr(query: &Query<'_>, line: &[u8]) -> bool {
    let layout = values_layout(query.detail, true);
    let at_fixed_position = nth_value(line, layout.before(Field::SenderId).len());
    let names_at = layout.before(Field::Cn).len();
    let after_anchors = || {
        let rest = after_values(line, names_at)?;
        nth_value(anchor(query, rest)?.rest, index_after_names(query.detail, Field::SenderId))
    };
    at_fixed_position == Some(b"HLR") || after_anchors() == Some(b"HLR")
}

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

/// Parses `cn,net,rcn,rnet`, the last of which keeps all further commas (R45). `end` is the
/// position of missing names.
fn names<'a>(names: Option<&'a [u8]>, end: &'a [u8], out: &mut Record<'a>) -> Result<(), Fail<'a>> {
    let missing = |at| field_count(0, "the four names of an HLR reply", at);
    let names = names.ok_or_else(|| missing(end))?;
    let mut values = Values::new(names);
    values.parse_into(&[Field::Cn, Field::Net, Field::Rcn], out)?;
    let rnet = values.rest().ok_or_else(|| missing(names))?;
    out.set(Field::Rnet, rnet).ok_or_else(|| Fail::field(Field::Rnet, rnet))?;
    if memchr(b',', rnet).is_some() {
        out.mark_ambiguous();
    }
    Ok(())
}

/// The values `send_timestamp, phone, …, cost` of a line, which are recognised by their form.
struct Anchor<'a> {
    /// The line from `send_timestamp` on.
    rest: &'a [u8],
    /// Whether other values of the line have the same form.
    is_ambiguous: bool,
}

/// Finds `send_timestamp, phone, …, cost` after at least four names (R45): the leftmost position
/// where both have values and the sender is `HLR`; or else the leftmost one where both have values;
/// or else the leftmost one where they may be empty (R45a).
fn anchor<'a>(query: &Query<'_>, rest: &'a [u8]) -> Option<Anchor<'a>> {
    let first = after_values(rest, 4)?;
    let to_cost = index_after_names(query.detail, Field::Cost);
    let to_sender = index_after_names(query.detail, Field::SenderId);
    let positions = || core::iter::successors(Some(first), |place| after_values(place, 1));
    let leftmost = |fits: &dyn Fn(&&'a [u8]) -> bool| {
        let mut found = positions().filter(fits);
        found.next().map(|rest| Anchor { rest, is_ambiguous: found.next().is_some() })
    };
    let has_values = |place: &&[u8]| fits(place, to_cost, false);
    let is_named = |place: &&[u8]| has_values(place) && nth_value(place, to_sender) == Some(b"HLR");
    leftmost(&is_named).or_else(|| leftmost(&has_values)).or_else(|| leftmost(&|place| fits(place, to_cost, true)))
}

/// Returns whether a line starts with a `send_timestamp`, has a `cost` after `to_cost` values, and
/// has values for the sender, the name of the status and the message after it.
fn fits(place: &[u8], to_cost: usize, or_empty: bool) -> bool {
    let time = first_value(place);
    let time = time.strip_prefix(b" ").unwrap_or(time);
    if !(is_timestamp(time) || (or_empty && time.is_empty())) {
        return false;
    }
    let Some(from_cost) = after_values(place, to_cost) else { return false };
    let cost = first_value(from_cost);
    (Cost::parse(cost).is_some() || (or_empty && cost.is_empty())) && after_values(from_cost, 3).is_some()
}

/// Returns the line after its first `count` values; `None` if there are no more values.
fn after_values(line: &[u8], count: usize) -> Option<&[u8]> {
    (0..count).try_fold(line, |rest, _| rest.get(memchr(b',', rest)?.checked_add(1)?..))
}

/// Returns the value at index `count`; `None` if there are fewer values.
pub(crate) fn nth_value(line: &[u8], count: usize) -> Option<&[u8]> {
    after_values(line, count).map(first_value)
}

fn first_value(line: &[u8]) -> &[u8] {
    line.get(..find::comma(line).unwrap_or(line.len())).unwrap_or(line)
}
