//! Heads and ends.

use crate::error::{ErrorKind, Fail};

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

/// How many bytes of a line its head pattern may take (R46c).
pub(crate) const HEAD_PATTERN: usize = 64;

/// The line has so many values, which is no number that a reply can have.
pub(crate) const fn field_count(found: usize, expected: &'static str) -> Fail {
    Fail::new(ErrorKind::FieldCount { found }, expected, 0)
}
