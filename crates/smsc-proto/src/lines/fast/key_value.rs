//! Fast path for fmt 0: messages whose keys are in the order of the table. Returns `None` for any
//! other line, which the slow path then parses.

use memchr::memchr;

use crate::model::fields::{Field, key_value_layout};
use crate::model::query::{Detail, Query};
use crate::model::record::Record;
use crate::scan::simd::index;

/// Parses a line in which every comma before the message is followed by a key, in the order of the
/// table (R44).
pub(crate) fn parse<'a>(query: &Query<'_>, line: &'a [u8], commas: &[u16], out: &mut Record<'a>) -> Option<()> {
    let mut later = key_value_layout().after(Field::Status).iter();
    let (mut field, mut start) = (Field::Status, line.len().checked_sub(line.strip_prefix(b"Status = ")?.len())?);
    let mut seen = field.bit();
    let mut commas = commas.iter();
    for comma in &mut commas {
        let (value, rest) = line.split_at_checked(index(*comma))?;
        out.set(field, value.get(start..)?)?;
        field = *later.find(|next| rest.starts_with(next.opening().as_bytes()))?;
        if seen & field.bit() != 0 {
            return None;
        }
        seen |= field.bit();
        start = value.len().saturating_add(field.opening().len());
        if field == Field::Message {
            return message(query, line, start, commas.as_slice(), out).filter(|()| !out.is_hlr() && seen & Field::Id.bit() == 0);
        }
    }
    out.set(field, line.get(start..)?)?;
    (query.detail == Detail::Status && !out.is_hlr()).then_some(())
}

/// Parses the values after the key of the message from the right: in a batch the id, then the type,
/// then the comment if there is one. The other commas belong to the message, which contains no `=`
/// and so no key.
fn message<'a>(query: &Query<'_>, line: &'a [u8], start: usize, commas: &[u16], out: &mut Record<'a>) -> Option<()> {
    let (mut commas, mut end) = (commas, line.len());
    for field in [Field::Id, Field::Type] {
        if field == Field::Id && !query.is_batch {
            continue;
        }
        let (comma, before) = commas.split_last()?;
        let value = value(line, *comma, end, field)?;
        if value.is_empty() {
            return None;
        }
        out.set(field, value)?;
        (commas, end) = (before, index(*comma));
    }
    if let Some(comma) = commas.last()
        && let Some(comment) = value(line, *comma, end, Field::Comment)
    {
        out.set(Field::Comment, comment)?;
        end = index(*comma);
    }
    let message = line.get(start..end).filter(|message| memchr(b'=', message).is_none())?;
    out.set(Field::Message, message)
}

/// Returns the value of the pair that starts at a comma. Returns `None` if the pair is of another
/// field.
fn value(line: &[u8], comma: u16, end: usize, field: Field) -> Option<&[u8]> {
    line.get(index(comma)..end)?.strip_prefix(field.opening().as_bytes())
}
