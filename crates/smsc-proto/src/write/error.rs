//! Why something cannot be written.

use core::fmt;

use crate::model::charset::Charset;
use crate::model::fields::Field;

/// A part of a reply (R10, R11), to say where something would be lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Part {
    /// A field of a record; or the id of an API error.
    Field(Field),
    /// The words of an API error.
    ErrorText,
    /// The number of an API error.
    ErrorCode,
}

/// Why something was not written: each reason with the rule of reading that it comes from (R7, R10, R39 to R49).
///
/// It names the part of the reply and never shows any of it, so that it can be logged. Whatever the reason, nothing of the refused record stands in the
/// output, except after [`Output`](Self::Output).
///
/// ```
/// use smsc_proto::{All, Buffer, Field, Format, Query, StatusBuilder, StatusCode, WriteError, Writer};
///
/// let status = StatusBuilder::new(StatusCode::DELIVERED).number(Field::Flag, 0).unwrap().build();
/// let writer = Writer::new(Query::new(Format::Values, All::Status));
/// let error = writer.record(&status, &mut Buffer::new(&mut [0; 64])).unwrap_err();
/// assert_eq!(error, WriteError::NoPlace(Field::Flag.into()));
/// assert_eq!(error.to_string(), "flag: the format has no place for it");
/// assert!(error.is_replaceable());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WriteError {
    /// A character that the charset does not have, in a format without escapes. Replaced by `?`.
    Character(Part),
    /// A character that XML 1.0 forbids, even as a reference. Replaced by `?`.
    Forbidden(Part),
    /// A line break in a batch of fmt 0 or 1 (R46), or a line feed at the very end of a single reply, where it is no part of the value. Replaced by a space.
    LineBreak(Part),
    /// A comma where the reader would end the value: in a value of fmt 1 that is not last, in a code of fmt 0 (R44a), in a message of fmt 1 in front of what
    /// would look like a type (R43) or like an HLR answer's time and cost (R45a). Replaced by a space.
    Comma(Field),
    /// A comma, a space in front of a comment, or a sender or a name of the status that looks like a cost, which makes a record of fmt 1
    /// ambiguous (R43, R43c, R45). Replacing keeps it,
    /// and the reader will mark the record; only where the commas of `rnet` would also put other fields wrongly, they become spaces.
    Ambiguous(Field),
    /// A text of fmt 0 that holds a label where the reader would look for one (R44). Replaced by breaking the label: its `=` becomes `-`.
    Label(Field),
    /// Something that the layout has no place for (section 2.2). Replacing drops it.
    NoPlace(Part),
    /// Something absent for which fmt 1 has a slot that would come back as an empty text (R10). Replacing leaves the slot empty. Of a message without
    /// a type but with a comment, replacing drops the comment.
    Absent(Field),
    /// A value that the reader of fmt 1 takes for something else in this place: a type over 15 (R43), a `send_timestamp` of more than 10 digits, an `imsi`
    /// of 10 digits or fewer, or a type other than 4 where nothing else tells that it is an HLR answer (R41). Replacing drops it; the type of such an HLR answer
    /// becomes 4.
    Misread(Field),
    /// Without this, or with it as it is, nobody could read the record: a batch of all≥1 in fmt 1 without an id (R46), in fmt 0 a text without type and
    /// id (R46f), a status of three digits and more without the timestamp and the err that R46b asks for, an HLR answer without a cost among values that
    /// look like its neighbours (R45a). No replacement helps.
    Unreadable(Field),
    /// A value that the wire cannot have there: a number out of its range (R39), or no cost (R32). No replacement helps.
    Range(Part),
    /// A text whose charset or escapes are not those of the record's other texts: they are all encoded alike (R7). No replacement helps.
    Encoding(Field),
    /// A record of a batch in fmt 0 or 1 that is longer than any may be (R46d).
    TooLong {
        /// The longest record that there may be, in bytes.
        limit: usize,
    },
    /// A batch of fmt 0 or 1 without any record: its body would be empty, which is no reply (R49).
    EmptyBatch,
    /// [`Writer::batch`](crate::Writer::batch) for a query that asks for one message.
    NotABatch,
    /// The output takes UTF-8 alone.
    Charset(Charset),
    /// The buffer has too little room. It was left as it was.
    Full {
        /// How many more bytes were to be written.
        needed: usize,
        /// How many were free.
        free: usize,
    },
    /// The output failed, and may hold a part of what was to be written.
    Output,
}

impl WriteError {
    /// Whether [`Writer::replacing`](crate::Writer::replacing) would have written something in its place; not where the
    /// reply could not be read at all (R39, R46, R49).
    #[must_use]
    pub const fn is_replaceable(self) -> bool {
        matches!(
            self,
            Self::Character(_)
                | Self::Forbidden(_)
                | Self::LineBreak(_)
                | Self::Comma(_)
                | Self::Ambiguous(_)
                | Self::Label(_)
                | Self::NoPlace(_)
                | Self::Absent(_)
                | Self::Misread(_)
        )
    }
}

impl From<Field> for Part {
    fn from(field: Field) -> Self {
        Self::Field(field)
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(field) => field.fmt(f),
            Self::ErrorText => f.write_str("error"),
            Self::ErrorCode => f.write_str("error_code"),
        }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Character(part) => write!(f, "{part}: a character that the charset does not have"),
            Self::Forbidden(part) => write!(f, "{part}: a character that XML forbids"),
            Self::LineBreak(part) => write!(f, "{part}: a line break"),
            Self::Comma(field) => write!(f, "{field}: a comma that would end it"),
            Self::Ambiguous(field) => write!(f, "{field}: the record would be ambiguous"),
            Self::Label(field) => write!(f, "{field}: a label inside the text"),
            Self::NoPlace(part) => write!(f, "{part}: the format has no place for it"),
            Self::Absent(field) => write!(f, "{field}: it is absent, and would come back empty"),
            Self::Misread(field) => write!(f, "{field}: it would be read as something else"),
            Self::Unreadable(field) => write!(f, "{field}: as it is, the record could not be read"),
            Self::Range(part) => write!(f, "{part}: a value that it cannot have"),
            Self::Encoding(field) => write!(f, "{field}: it is encoded otherwise than the record's other texts"),
            Self::TooLong { limit } => write!(f, "a record over {limit} bytes"),
            Self::EmptyBatch => f.write_str("a batch without a record"),
            Self::NotABatch => f.write_str("a batch for a query of one message"),
            Self::Charset(charset) => write!(f, "the output takes UTF-8, not {}", charset.name()),
            Self::Full { needed, free } => write!(f, "{needed} bytes do not fit into {free}"),
            Self::Output => f.write_str("the output failed"),
        }
    }
}

impl core::error::Error for WriteError {}
