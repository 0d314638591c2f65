//! What the two line formats have in common: a record is read as a *head*, the fixed fields up to the text, and then as a whole, once it is known
//! where it ends (R46). The other two formats do not come here.

use crate::error::{ErrorKind, Fail};
use crate::query::{Format, Query};
use crate::status::Status;
use crate::{pairs, values};

/// How much of a record its first line has told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Head {
    /// All of it: the record is this line alone.
    Whole,
    /// The fixed fields; the text, and what follows it, begins at this byte of the record.
    Text {
        /// Where the text begins.
        at: usize,
        /// Whether it is an HLR answer, which has no comment.
        is_hlr: bool,
        /// Whether a label for the id has come already, be it an empty one (R44b).
        has_id: bool,
    },
    /// The fixed fields, of which only the end of the record tells whether they are an SMS's or an HLR answer's (R41). Those of the HLR
    /// answer are taken for now, where the line can be one.
    Either {
        /// Whether it can.
        may_be_hlr: bool,
        /// Where the text begins in the reading that was taken.
        at: usize,
    },
}

/// Reads the fixed fields of a record from its first line into `out`.
pub(crate) fn head<'a>(query: &Query<'_>, line: &'a [u8], out: &mut Status<'a>) -> Result<Head, Fail> {
    match query.format {
        Format::Values | Format::Xml | Format::Json => values::head(query, line, out),
        Format::Pairs => pairs::head(query, line, out),
    }
}

/// Reads the rest of a record, whose head has been read into `out` from its first `first_line` bytes.
pub(crate) fn finish<'a>(
    query: &Query<'_>,
    head: Head,
    record: &'a [u8],
    first_line: usize,
    out: &mut Status<'a>,
) -> Result<(), Fail> {
    match query.format {
        Format::Values | Format::Xml | Format::Json => values::finish(query, head, record, first_line, out),
        Format::Pairs => pairs::finish(head, record, out),
    }
}

/// Reads a record that stands alone: a single reply, or a line of an all=0 batch.
pub(crate) fn whole<'a>(query: &Query<'_>, record: &'a [u8], out: &mut Status<'a>) -> Result<(), Fail> {
    let head = head(query, record, out)?;
    finish(query, head, record, record.len(), out)
}

/// How many bytes of a line its head pattern may take (R46c).
pub(crate) const HEAD_PATTERN: usize = 64;

/// Whether a line, of which at least the first [`HEAD_PATTERN`] bytes are given, begins as a record does (R46).
pub(crate) fn is_head_pattern(query: &Query<'_>, line: &[u8]) -> bool {
    let start = line.get(..HEAD_PATTERN).unwrap_or(line);
    match query.format {
        Format::Values | Format::Xml | Format::Json => values::is_head_pattern(start),
        Format::Pairs => pairs::is_head_pattern(start),
    }
}

/// The end of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct End {
    /// Where its first comma is in the line: in front of the id, or in fmt 0 of the type.
    pub(crate) at: usize,
    /// The id in it.
    pub(crate) id: u32,
    /// Whether everything else in it can be read, too. Always so in fmt 1.
    pub(crate) is_readable: bool,
}

/// Whether a line ends as a record of an all≥1 batch does (R46).
pub(crate) fn end(query: &Query<'_>, line: &[u8]) -> Option<End> {
    match query.format {
        Format::Values | Format::Xml | Format::Json => values::end(line),
        Format::Pairs => pairs::end(line),
    }
}

/// Whether a line begins at all like a record, however broken (R49a).
pub(crate) fn begins(format: Format, line: &[u8]) -> bool {
    match (format, line) {
        (Format::Values, [b'-', digit, ..] | [digit, ..]) => digit.is_ascii_digit(),
        (Format::Pairs, _) => line.starts_with(b"Status"),
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

/// The line has so many values, which is no number that a reply can have.
pub(crate) const fn field_count(found: usize, expected: &'static str) -> Fail {
    Fail::new(ErrorKind::FieldCount { found }, expected, 0)
}
