//! The HLR answers of fmt 1, whose names of countries and networks may hold commas (R41, R45).

use memchr::memchr;

use crate::error::Fail;
use crate::lines::cursor::{Pieces, is_timestamp};
use crate::lines::head::{Head, field_count};
use crate::model::cost::Cost;
use crate::model::fields::{Field, values_layout};
use crate::model::query::{Detail, Query};
use crate::model::record::Record;
use crate::scan::find;

/// all=0: what follows the status, up to the names' end; a batch has its id and phone cut off already.
pub(crate) fn brief<'a>(rest: &'a [u8], id_and_phone: Option<(&'a [u8], &'a [u8])>, out: &mut Record<'a>) -> Result<Head, Fail> {
    let behind = id_and_phone.map_or(0, |(id, phone)| id.len().saturating_add(phone.len()).saturating_add(2));
    let mut pieces = Pieces::new(rest);
    pieces.fill(before_names(Detail::Status), out).and_then(|()| names(pieces.rest(), out)).map_err(|fail| fail.before(behind))?;
    if let Some((id, phone)) = id_and_phone {
        out.put(Field::Id, id).ok_or_else(|| Fail::field(Field::Id, behind.saturating_sub(1)))?;
        out.put(Field::Phone, phone).ok_or_else(|| Fail::field(Field::Phone, phone.len()))?;
    }
    Ok(Head::Whole)
}

/// all≥1: reads every field in front of the message, and gives what follows.
pub(crate) fn fixed<'a>(query: &Query<'_>, line: &'a [u8], out: &mut Record<'a>) -> Result<Option<&'a [u8]>, Fail> {
    let mut pieces = Pieces::new(line);
    pieces.fill(&[Field::Status], out)?;
    pieces.fill(before_names(query.detail), out)?;
    let missing = field_count(0, "all fields of an HLR reply up to the message");
    let rest = pieces.rest().ok_or(missing)?;
    let Anchor { rest: anchored, is_ambiguous } = anchor(query, rest).ok_or(missing)?;
    if is_ambiguous {
        out.mark_ambiguous();
    }
    let comma = rest.len().saturating_sub(anchored.len()).saturating_sub(1);
    names(rest.get(..comma), out).map_err(|fail| fail.before(anchored.len().saturating_add(1)))?;
    let mut pieces = Pieces::new(anchored);
    pieces.fill(behind_names(query.detail), out)?;
    Ok(pieces.rest())
}

/// Whether the sender slot reads `HLR`: at its fixed place, or behind the anchors (R41a).
pub(crate) fn sender_is_hlr(query: &Query<'_>, line: &[u8]) -> bool {
    let layout = values_layout(query.detail, true);
    let at_its_place = nth_value(line, layout.before(Field::SenderId).len());
    let names_at = layout.before(Field::Cn).len();
    let behind_anchors = || {
        let rest = nth_piece(line, names_at)?;
        nth_value(anchor(query, rest)?.rest, place_behind_names(query.detail, Field::SenderId))
    };
    at_its_place == Some(b"HLR") || behind_anchors() == Some(b"HLR")
}

/// The fields from behind the status to in front of the names.
fn before_names(all: Detail) -> &'static [Field] {
    values_layout(all, true).before(Field::Cn).get(1..).unwrap_or_default()
}

/// The fields from behind the names to in front of the message.
fn behind_names(all: Detail) -> &'static [Field] {
    let layout = values_layout(all, true);
    let behind = layout.after(Field::Rnet);
    behind.split(|field| *field == Field::Message).next().unwrap_or_default()
}

/// How many fields stand between the names and this one.
fn place_behind_names(all: Detail, field: Field) -> usize {
    behind_names(all).split(|other| *other == field).next().unwrap_or_default().len()
}

/// Cuts `cn,net,rcn,rnet`, of which the last takes whatever commas are left over (R45).
fn names<'a>(names: Option<&'a [u8]>, out: &mut Record<'a>) -> Result<(), Fail> {
    let names = names.ok_or_else(|| field_count(0, "the four names of an HLR reply"))?;
    let mut pieces = Pieces::new(names);
    pieces.fill(&[Field::Cn, Field::Net, Field::Rcn], out)?;
    let rnet = pieces.rest().ok_or_else(|| field_count(0, "the four names of an HLR reply"))?;
    out.put(Field::Rnet, rnet).ok_or_else(|| Fail::field(Field::Rnet, rnet.len()))?;
    if memchr(b',', rnet).is_some() {
        out.mark_ambiguous();
    }
    Ok(())
}

/// Where `send_timestamp, phone, …, cost` stand.
struct Anchor<'a> {
    /// What begins there.
    rest: &'a [u8],
    /// Whether another place fits as well.
    is_ambiguous: bool,
}

/// Finds `send_timestamp, phone, …, cost` behind at least four names (R45): the leftmost place where both have values and the sender is `HLR`; or
/// else the leftmost where both have values; or else the leftmost where they may (R45a).
fn anchor<'a>(query: &Query<'_>, rest: &'a [u8]) -> Option<Anchor<'a>> {
    let first = nth_piece(rest, 4)?;
    let to_cost = place_behind_names(query.detail, Field::Cost);
    let to_sender = place_behind_names(query.detail, Field::SenderId);
    let places = || core::iter::successors(Some(first), |place| nth_piece(place, 1));
    let leftmost = |fits: &dyn Fn(&&'a [u8]) -> bool| {
        let mut found = places().filter(fits);
        found.next().map(|rest| Anchor { rest, is_ambiguous: found.next().is_some() })
    };
    let has_values = |place: &&[u8]| fits(place, to_cost, false);
    let is_named = |place: &&[u8]| has_values(place) && nth_value(place, to_sender) == Some(b"HLR");
    leftmost(&is_named).or_else(|| leftmost(&has_values)).or_else(|| leftmost(&|place| fits(place, to_cost, true)))
}

/// Whether `send_timestamp` and, so many values later, `cost` stand here, with room for the sender, the status's name and the message.
fn fits(place: &[u8], to_cost: usize, or_empty: bool) -> bool {
    let time = first_value(place);
    let time = time.strip_prefix(b" ").unwrap_or(time);
    if !(is_timestamp(time) || (or_empty && time.is_empty())) {
        return false;
    }
    let Some(behind) = nth_piece(place, to_cost) else { return false };
    let cost = first_value(behind);
    (Cost::parse(cost).is_some() || (or_empty && cost.is_empty())) && nth_piece(behind, 3).is_some()
}

/// What follows the first so many values.
fn nth_piece(line: &[u8], count: usize) -> Option<&[u8]> {
    (0..count).try_fold(line, |rest, _| rest.get(memchr(b',', rest)?.checked_add(1)?..))
}

/// The value behind the first so many.
pub(crate) fn nth_value(line: &[u8], count: usize) -> Option<&[u8]> {
    nth_piece(line, count).map(first_value)
}

fn first_value(line: &[u8]) -> &[u8] {
    line.get(..find::comma(line).unwrap_or(line.len())).unwrap_or(line)
}
