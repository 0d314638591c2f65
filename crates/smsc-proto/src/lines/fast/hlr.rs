//! Fast path for HLR replies of fmt 1: all fields of the current layout, and no comma in any of
//! them. Returns `None` for any other line, which the slow path then parses.

use crate::lines::fast::commas::CommaIndex;
use crate::lines::fast::leading::LeadingNumbers;
use crate::lines::fast::line::Line;
use crate::lines::slots::message_type;
use crate::model::codes::StatusCode;
use crate::model::cost::Cost;
use crate::model::fields::{Field, MAX_TIMESTAMP_DIGITS, ValueKind, values_layout};
use crate::model::query::{Detail, MessageKind, Query};
use crate::model::record::Record;
use crate::scan::digits;
use crate::scan::simd::index;

/// Parses a line, and returns the number of bytes consumed.
#[inline(never)]
pub(crate) fn parse<'a>(query: &Query<'_>, line: Line<'a>, out: &mut Record<'a>) -> Option<usize> {
    let window = line.window;
    if matches!(query.kind, MessageKind::Sms | MessageKind::Email) {
        return None;
    }
    let mut room = None;
    let mut leading = LeadingNumbers::new(window, &mut room);
    let (status, time) = leading.head()?;
    let (err, _) = leading.short()?;
    let (imsi, imsi_end) = leading.rest();
    // A message has its timestamp here (R41).
    let is_message = query.detail != Detail::Status && (1..=MAX_TIMESTAMP_DIGITS).contains(&imsi_end.wrapping_sub(imsi));
    if query.kind == MessageKind::Auto && is_message {
        return None;
    }
    let mut separators = CommaIndex::new();
    separators.find(window, imsi)?;
    let (end, used) = line.end(query, separators.end())?;
    let fields = values_layout(query.detail, true).after(Field::Err);
    let fields = if query.is_batch { fields } else { fields.split(|field| *field == Field::Id).next()? };
    let commas = separators.commas();
    if commas.len() != fields.len().checked_sub(1)? {
        return None;
    }
    *out = Record::new(query.charset);
    out.set_number(Field::Status, status)?;
    out.set_number(Field::LastTimestamp, time)?;
    out.set_number(Field::Err, err)?;
    let mut start = imsi;
    for (field, end) in fields.iter().zip(commas.iter().map(|comma| index(*comma)).chain([end])) {
        let (value, length) = (window.get(start..end)?, end.wrapping_sub(start));
        match field {
            Field::Type => out.message_type = Some(message_type(value)?),
            Field::Id => out.set_number(Field::Id, digits::parse_at(window, start, length)?)?,
            // The slow path finds the other fields by these (R45a).
            Field::SendTimestamp if length <= MAX_TIMESTAMP_DIGITS => {
                out.set_number(Field::SendTimestamp, digits::parse_at(window, start, length)?)?;
            }
            Field::Cost => out.details.get_or_insert_default().cost = Some(Cost::of_window(window, start, length)?),
            Field::SenderId if value != b"HLR" => return None,
            Field::StatusName | Field::Message if value == b"HLR" => return None,
            _ => match field.kind() {
                ValueKind::Code | ValueKind::Text => out.set_text(*field, Some(value)),
                ValueKind::Number { .. } | ValueKind::Id | ValueKind::Cost => return None,
            },
        }
        start = end.wrapping_add(1);
    }
    if out.code == StatusCode::NOT_FOUND { None } else { Some(used) }
}
