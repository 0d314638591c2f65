//! What fmt 0 and fmt 1 have in common: a record is parsed as a *head*, the fixed fields up to the
//! text, and then as a whole, once its end is known (R46). The functions here choose the format.

use crate::error::Fail;
use crate::lines::head::{End, HEAD_PATTERN, Head};
use crate::lines::{key_value, values};
use crate::model::query::{Format, Query};
use crate::model::record::Record;

/// Parses the fixed fields of a record from its first line into `out`.
pub(crate) fn head<'a>(query: &Query<'_>, line: &'a [u8], out: &mut Record<'a>) -> Result<Head, Fail<'a>> {
    match query.format {
        Format::Values | Format::Xml | Format::Json => values::head(query, line, out),
        Format::KeyValue => key_value::head(query, line, out),
    }
}

/// Parses the rest of a record, whose head was parsed into `out` from its first `first_line` bytes.
pub(crate) fn finish<'a>(
    query: &Query<'_>,
    head: Head,
    record: &'a [u8],
    first_line: usize,
    out: &mut Record<'a>,
) -> Result<(), Fail<'a>> {
    match query.format {
        Format::Values | Format::Xml | Format::Json => values::finish(query, head, record, first_line, out),
        Format::KeyValue => key_value::finish(head, record, out),
    }
}

/// Parses a record that is a single reply, or a line of an all=0 batch.
pub(crate) fn whole<'a>(query: &Query<'_>, record: &'a [u8], out: &mut Record<'a>) -> Result<(), Fail<'a>> {
    let head = head(query, record, out)?;
    finish(query, head, record, record.len(), out)
}

/// Returns whether a line looks like the start of a record (R46). Only its first [`HEAD_PATTERN`]
/// bytes are read.
pub(crate) fn looks_like_record_start(query: &Query<'_>, line: &[u8]) -> bool {
    let start = line.get(..HEAD_PATTERN).unwrap_or(line);
    match query.format {
        Format::Values | Format::Xml | Format::Json => values::looks_like_record_start(start),
        Format::KeyValue => key_value::looks_like_record_start(start),
    }
}

/// Returns the end of a record of an all≥1 batch that this line may be; `None` if the line does not
/// end like one (R46).
pub(crate) fn end(query: &Query<'_>, line: &[u8]) -> Option<End> {
    match query.format {
        Format::Values | Format::Xml | Format::Json => values::end(line),
        Format::KeyValue => key_value::end(line),
    }
}

/// Returns whether a line starts like a record at all, however malformed (R49a).
pub(crate) fn may_be_record(format: Format, line: &[u8]) -> bool {
    match (format, line) {
        (Format::Values, [b'-', digit, ..] | [digit, ..]) => digit.is_ascii_digit(),
        (Format::KeyValue, _) => line.starts_with(b"Status"),
        (Format::Values | Format::Xml | Format::Json, _) => false,
    }
}

/// Returns whether a record with this head can end at this end of the line at offset `line`: after
/// the start of the record's text, and as the kind of record that the head allows.
pub(crate) fn can_end(head: Head, record: &[u8], line: usize, end: End) -> bool {
    match head {
        Head::Whole => false,
        Head::Text { at, .. } => line.saturating_add(end.at) >= at,
        Head::Either { may_be_hlr: true, .. } => true,
        Head::Either { at, .. } => line.saturating_add(end.at) >= at && !values::has_hlr_type(record),
    }
}
