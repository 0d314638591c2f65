//! What fmt 0 and fmt 1 have in common: a record is parsed as a *head*, the fixed fields up to the
//! text, and then as a whole, once its end is known (R46). The functions here choose the format.

use memchr::memchr_iter;

use crate::error::Fail;
use crate::lines::head::{End, EndRule, Head};
use crate::lines::{key_value, slots, values};
use crate::model::message_id::MessageId;
use crate::model::query::{Format, Query};
use crate::model::record::Record;
use crate::model::record_start::{looks_like_batch, looks_like_record_start};

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

/// Parses the fixed fields of a record of an all≥1 batch from its first line. Returns `None` if the
/// line does not hold all of them.
pub(crate) fn full_head<'a>(query: &Query<'_>, line: &'a [u8]) -> Option<Record<'a>> {
    let mut record = Record::new(query.charset);
    (looks_like_record_start(query.format, line) && head(query, line, &mut record).is_ok()).then_some(record)
}

/// Parses the fixed fields of a line that certainly starts a record, because it holds all of them
/// and a time (R46j). Returns `None` for any other line.
pub(crate) fn full_record_start<'a>(query: &Query<'_>, line: &'a [u8]) -> Option<Record<'a>> {
    full_head(query, line).filter(|record| match query.format {
        Format::Values | Format::Xml | Format::Json => values::has_time(record),
        Format::KeyValue => key_value::has_time(record),
    })
}

/// Returns the end of a record of an all≥1 batch that this line may be, and the id of the record;
/// `None` if the line does not end like one (R46).
pub(crate) fn end<'a>(query: &Query<'_>, line: &'a [u8], rule: EndRule) -> Option<(End, MessageId<'a>)> {
    match query.format {
        Format::Values | Format::Xml | Format::Json => slots::end(line, rule),
        Format::KeyValue => key_value::end(line),
    }
}

/// Returns whether a single reply looks like the reply to another request (R21a): a later line
/// starts like a record, as in a batch, or an HLR reply of fmt 1 has a country code that is none.
pub(crate) fn may_be_of_another_request(query: &Query<'_>, reply: &[u8], record: &Record<'_>) -> bool {
    if query.format == Format::Values && has_invalid_mcc(record) {
        return true;
    }
    memchr_iter(b'\n', reply)
        .any(|line_end| looks_like_batch(query.format, reply.get(line_end.saturating_add(1)..).unwrap_or_default()))
}

/// Returns whether the country code of an HLR reply is none: it is neither empty nor three digits.
pub(crate) fn has_invalid_mcc(record: &Record<'_>) -> bool {
    let is_code = |code: &[u8]| code.is_empty() || (code.len() == 3 && code.iter().all(u8::is_ascii_digit));
    record.mcc().is_some_and(|code| !is_code(code.as_bytes()))
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
    let is_other_kind = matches!(head, Head::Either { may_be_hlr: false, .. }) && slots::has_hlr_type(record);
    is_after_text_start(head, record, line, end) && !is_other_kind
}

/// Returns whether this end of the line at offset `line` is after the start of the record's text.
pub(crate) fn is_after_text_start(head: Head, record: &[u8], line: usize, end: End) -> bool {
    match head {
        Head::Whole => false,
        // The text of a message starts earlier than that of an HLR reply, whose fields are all
        // there.
        Head::Either { may_be_hlr: true, .. } if !slots::has_hlr_type(record) => true,
        Head::Text { at, .. } | Head::Either { at, .. } => line.saturating_add(end.at) >= at,
    }
}
