//! The two parts by which a record of lines is recognised: its head, which is on its first line,
//! and its end.

use crate::error::{ErrorKind, Fail, end_of};

/// How much of a record its first line has determined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Head {
    /// All of it: the record is this line alone.
    Whole,
    /// The fixed fields; the text and what follows it are still to be parsed.
    Text {
        /// The offset of the text in the record.
        at: usize,
        /// Whether the record is an HLR reply, which has no comment.
        is_hlr: bool,
        /// Whether a key for the id was parsed already, even with an empty value (R44b).
        has_id: bool,
    },
    /// The fixed fields of a record that is an SMS or an HLR reply: the end of the record decides
    /// (R41). Until then the record holds the fields of the HLR reply, if the line can be one.
    Either {
        /// Whether the line can be an HLR reply.
        may_be_hlr: bool,
        /// The offset of the text in the layout that was chosen for now.
        at: usize,
    },
}

/// Which lines of fmt 1 are ends of records. In fmt 0 an end always has a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EndRule {
    /// Lines that end in a number, or in a type and a text id (R46l).
    ByLines,
    /// Lines that end in a type and an id (R46k).
    Typed,
    /// Lines that end in any id, which has to be requested (R47b).
    Known,
}

/// The end of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct End {
    /// The offset in the line of the first comma that belongs to it: the one before the id, or
    /// before the type if the end needs one.
    pub(crate) at: usize,
    /// Whether the other values of the end are valid, too. Always true in fmt 1.
    pub(crate) is_readable: bool,
}

/// Returns the failure of a record that has `found` fields, at the end of its line.
pub(crate) fn field_count<'a>(found: usize, expected: &'static str, line: &'a [u8]) -> Fail<'a> {
    Fail::new(ErrorKind::FieldCount { found }, expected, end_of(line))
}
