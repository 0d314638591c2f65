//! fmt 0: what nearly every reply is, a message whose pairs stand in their order, read in one go. Whatever differs from that in any way is left to the
//! general reading, which gives the same for these.

use memchr::memchr;

use crate::model::fields::{Field, key_value_layout};
use crate::model::query::{Detail, Query};
use crate::model::record::Record;
use crate::scan::simd::place;

/// Reads a line: every comma in front of the message stands before a label, in the order of the labels (R44).
pub(crate) fn parse<'a>(query: &Query<'_>, line: &'a [u8], commas: &[u16], out: &mut Record<'a>) -> Option<()> {
    let mut later = key_value_layout().after(Field::Status).iter();
    let (mut field, mut start) = (Field::Status, line.len().checked_sub(line.strip_prefix(b"Status = ")?.len())?);
    let mut seen = field.bit();
    let mut commas = commas.iter();
    for comma in &mut commas {
        let (value, rest) = line.split_at_checked(place(*comma))?;
        out.put(field, value.get(start..)?)?;
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
    out.put(field, line.get(start..)?)?;
    (query.detail == Detail::Status && !out.is_hlr()).then_some(())
}

/// Reads what stands behind the message's label, from the right: in a batch the id, then the type, then the comment, if there is one. What is left of the
/// commas belongs to the message, which holds no `=` and so no label.
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
        out.put(field, value)?;
        (commas, end) = (before, place(*comma));
    }
    if let Some(comma) = commas.last()
        && let Some(comment) = value(line, *comma, end, Field::Comment)
    {
        out.put(Field::Comment, comment)?;
        end = place(*comma);
    }
    let message = line.get(start..end).filter(|message| memchr(b'=', message).is_none())?;
    out.put(Field::Message, message)
}

/// The value of a pair of this field that begins at a comma.
fn value(line: &[u8], comma: u16, end: usize, field: Field) -> Option<&[u8]> {
    line.get(place(comma)..end)?.strip_prefix(field.opening().as_bytes())
}
