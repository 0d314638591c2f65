//! Names of fmt 1 that contain a comma and a space, such as `Korea, Republic of` (R43d, R45b): the
//! pieces between commas that start with a space are joined to the piece before.

use memchr::memchr_iter;

use crate::error::Fail;
use crate::lines::slots;
use crate::model::cost::Cost;
use crate::model::fields::Field;
use crate::model::record::Record;

/// The country, the operator and the region of a record, and what follows them.
#[derive(Clone, Copy)]
pub(crate) struct Joined<'a> {
    names: [&'a [u8]; 3],
    /// The line from the cost on.
    pub(crate) from_cost: &'a [u8],
}

impl<'a> Joined<'a> {
    /// Sets the names of a record, and marks it as ambiguous.
    pub(crate) fn set(&self, out: &mut Record<'a>) -> Result<(), Fail<'a>> {
        for (field, name) in [Field::Country, Field::Operator, Field::Region].into_iter().zip(self.names) {
            out.set(field, name).ok_or_else(|| Fail::field(field, name))?;
        }
        out.mark_ambiguous();
        Ok(())
    }
}

/// Joins the names at the start of a line, if its fourth value is not a cost and joining puts a
/// cost there (R43d). An empty fourth value counts only if one of the two values after it is a
/// cost.
pub(crate) fn join_before_cost(line: &[u8]) -> Option<Joined<'_>> {
    let mut plain = line.split(|byte| *byte == b',').skip(3);
    let is_cost = |value: Option<&[u8]>| value.is_some_and(|value| Cost::parse(value).is_some());
    let slot = plain.next()?;
    let may_have_moved = if slot.is_empty() { is_cost(plain.next()) || is_cost(plain.next()) } else { !is_cost(Some(slot)) };
    if !may_have_moved {
        return None;
    }
    let mut rest = line;
    let mut names = [line; 3];
    for name in &mut names {
        let (next, after) = next_name(rest);
        (*name, rest) = (next, after?);
    }
    // The sender, the name of the status and the message are still to follow.
    slots::after_values(rest, 3)?;
    Cost::parse(slots::first_value(rest)).map(|_| Joined { names, from_cost: rest })
}

/// Joins the names of an HLR reply, if that makes four of them (R45b).
pub(crate) fn join_four(names: &[u8]) -> Option<[&[u8]; 4]> {
    let mut rest = Some(names);
    let mut four = [names; 4];
    for name in &mut four {
        (*name, rest) = next_name(rest?);
    }
    if rest.is_none() { Some(four) } else { None }
}

/// Splits a line after its first piece and the pieces after it that start with a space. Returns the
/// name, and the line after its comma; `None` for the latter at the end of the line.
fn next_name(line: &[u8]) -> (&[u8], Option<&[u8]>) {
    let is_end = |comma: &usize| comma.checked_add(1).and_then(|next| line.get(next)) != Some(&b' ');
    match memchr_iter(b',', line).find(is_end).and_then(|comma| line.split_at_checked(comma)) {
        Some((name, rest)) => (name, rest.get(1..)),
        None => (line, None),
    }
}
