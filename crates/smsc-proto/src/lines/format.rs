//! What the two line formats have in common: a record is read as a *head*, the fixed fields up to the text, and then as a whole, once it is known
//! where it ends (R46). The other two formats do not come here.

use crate::error::Fail;
use crate::lines::head::{End, HEAD_PATTERN, Head};
use crate::lines::{key_value, values};
use crate::model::query::{Format, Query};
use crate::model::record::Record;

/// Reads the fixed fields of a record from its first line into `out`.
pub(crate) fn head<'a>(query: &Query<'_>, line: &'a [u8], out: &mut Record<'a>) -> Result<Head, Fail> {
    match query.format {
        Format::Values | Format::Xml | Format::Json => values::head(query, line, out),
        Format::KeyValue => key_value::head(query, line, out),
    }
}

/// Reads the rest of a record, whose head has been read into `out` from its first `first_line` bytes.
pub(crate) fn finish<'a>(
    query: &Query<'_>,
    head: Head,
    record: &'a [u8],
    first_line: usize,
    out: &mut Record<'a>,
) -> Result<(), Fail> {
    match query.format {
        Format::Values | Format::Xml | Format::Json => values::finish(query, head, record, first_line, out),
        Format::KeyValue => key_value::finish(head, record, out),
    }
}

/// Reads a record that stands alone: a single reply, or a line of an all=0 batch.
pub(crate) fn whole<'a>(query: &Query<'_>, record: &'a [u8], out: &mut Record<'a>) -> Result<(), Fail> {
    let head = head(query, record, out)?;
    finish(query, head, record, record.len(), out)
}

/// Whether a line, of which at least the first [`HEAD_PATTERN`] bytes are given, begins as a record does (R46).
pub(crate) fn is_head_pattern(query: &Query<'_>, line: &[u8]) -> bool {
    let start = line.get(..HEAD_PATTERN).unwrap_or(line);
    match query.format {
        Format::Values | Format::Xml | Format::Json => values::is_head_pattern(start),
        Format::KeyValue => key_value::is_head_pattern(start),
    }
}

/// Whether a line ends as a record of an all≥1 batch does (R46).
pub(crate) fn end(query: &Query<'_>, line: &[u8]) -> Option<End> {
    match query.format {
        Format::Values | Format::Xml | Format::Json => values::end(line),
        Format::KeyValue => key_value::end(line),
    }
}

/// Whether a line begins at all like a record, however broken (R49a).
pub(crate) fn begins(format: Format, line: &[u8]) -> bool {
    match (format, line) {
        (Format::Values, [b'-', digit, ..] | [digit, ..]) => digit.is_ascii_digit(),
        (Format::KeyValue, _) => line.starts_with(b"Status"),
        (Format::Values | Format::Xml | Format::Json, _) => false,
    }
}

/// Whether a record whose head has been read can end at a line that ends so: behind the start of its text, and as what its head can be.
pub(crate) fn can_end(head: Head, record: &[u8], line: usize, end: End) -> bool {
    match head {
        Head::Whole => false,
        Head::Text { at, .. } => line.saturating_add(end.at) >= at,
        Head::Either { may_be_hlr: true, .. } => true,
        Head::Either { at, .. } => line.saturating_add(end.at) >= at && !values::has_hlr_type(record),
    }
}
