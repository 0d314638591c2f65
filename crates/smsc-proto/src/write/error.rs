//! Why something cannot be written.

use core::fmt;

use crate::model::charset::Charset;
use crate::model::fields::Field;

/// A part of a reply (R10, R11), to say where something would be lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WritePart {
    /// A field of a record; or the id of an API error.
    Field(Field),
    /// The words of an API error.
    ErrorText,
    /// The number of an API error.
    ErrorCode,
}

/// Why a reply was not written: what the reason is ([`kind`](Self::kind)) and which part of the reply it is about
/// ([`part`](Self::part)).
///
/// It never holds any of the reply, so that it can be logged. Nothing of the rejected record is in the output, except
/// after [`WriteErrorKind::Output`].
///
/// ```
/// use smsc_proto::{Buffer, Detail, Field, Format, Query, RecordBuilder, StatusCode, WriteErrorKind, Writer};
///
/// let record = RecordBuilder::new(StatusCode::DELIVERED).number(Field::Flag, 0).unwrap().build();
/// let writer = Writer::new(Query::new(Format::Values, Detail::Status));
/// let error = writer.record(&record, &mut Buffer::new(&mut [0; 64])).unwrap_err();
/// assert_eq!(error.kind(), WriteErrorKind::NoPlace);
/// assert_eq!(error.part(), Some(Field::Flag.into()));
/// assert_eq!(error.to_string(), "flag: cannot be represented in this format");
/// assert!(error.kind().is_replaceable());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct WriteError {
    kind: WriteErrorKind,
    part: Option<WritePart>,
}

impl WriteError {
    /// Creates an error that is about the output or the batch as a whole. Implementations of
    /// [`Output`](crate::Output) return `WriteError::new(WriteErrorKind::Output)` if they fail.
    #[must_use]
    pub const fn new(kind: WriteErrorKind) -> Self {
        Self { kind, part: None }
    }

    /// Returns the reason.
    #[must_use]
    pub const fn kind(self) -> WriteErrorKind {
        self.kind
    }

    /// Returns the part of the reply that the reason is about; `None` if it is about the output or the whole batch.
    #[must_use]
    pub const fn part(self) -> Option<WritePart> {
        self.part
    }
}

/// The reason why a reply was not written. Each names the rule of reading that it follows from (R7, R10, R39 to R49).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WriteErrorKind {
    /// A character that the charset lacks, in a format without escapes. Replaced by `?`.
    Character,
    /// A character that XML 1.0 forbids, even as a reference. Replaced by `?`.
    Forbidden,
    /// A line break in a batch of fmt 0 or 1 (R46), or a line feed at the very end of a single reply, where it is no
    /// part of the value. Replaced by a space.
    LineBreak,
    /// A comma where the reader would end the value: in a value of fmt 1 that is not last, in a code of fmt 0 (R44a), in
    /// a message of fmt 1 before what would look like a type (R43) or like an HLR reply's time and cost (R45a). Replaced
    /// by a space.
    Comma,
    /// A comma, a space at the start of a comment, or a sender or a name of the status that looks like a cost, which
    /// makes a record of fmt 1 ambiguous (R43, R43c, R45). Replacing keeps it, and the reader will mark the record; only
    /// where the commas of `rnet` would also put other fields wrongly, they become spaces.
    Ambiguous,
    /// A text of fmt 0 that holds a key where the reader would look for one (R44). Replaced by breaking the key: its `=`
    /// becomes `-`.
    Label,
    /// A field or a part for which the layout has no place (section 2.2). Replacing drops it.
    NoPlace,
    /// An absent field for which fmt 1 has a slot that would be read as an empty text (R10). Replacing leaves the slot
    /// empty. Of a message without a type but with a comment, replacing drops the comment.
    Absent,
    /// A value that the reader of fmt 1 takes for something else in this place: a type over 15 (R43), a
    /// `send_timestamp` of more than 10 digits, an `imsi` of 10 digits or fewer, or a type other than 4 where nothing
    /// else tells that it is an HLR reply (R41). Replacing drops it; the type of such an HLR reply becomes 4.
    Misread,
    /// A field without which, or with which as it is, the record is unreadable: a batch of all≥1 in fmt 1 without an id
    /// (R46), in fmt 0 a text without type and id (R46f), a status of three digits and more without the timestamp and
    /// the err that R46b asks for, an HLR reply without a cost among values that look like its neighbours (R45a). No
    /// replacement helps.
    Unreadable,
    /// A value that the wire cannot have there: a number out of its range (R39), or an invalid cost (R32). No
    /// replacement helps.
    Range,
    /// A text whose charset or escapes differ from those of the record's other texts (R7). No replacement helps.
    Encoding,
    /// A record of a batch in fmt 0 or 1 that is longer than any may be (R46d).
    TooLong {
        /// The longest record that there may be, in bytes.
        limit: usize,
    },
    /// A batch of fmt 0 or 1 without any record: its body would be empty, which is no reply (R49).
    EmptyBatch,
    /// [`Writer::batch`](crate::Writer::batch) for a query for one message.
    NotABatch,
    /// The output accepts UTF-8 only.
    Charset(Charset),
    /// The buffer is too small. It was left unchanged.
    Full {
        /// The number of bytes that were to be written.
        needed: usize,
        /// The number of bytes that were free.
        free: usize,
    },
    /// The output failed, and may hold a part of what was to be written.
    Output,
}

impl WriteErrorKind {
    /// Returns an error of this kind that is about one part of a reply.
    #[must_use]
    pub fn at(self, part: impl Into<WritePart>) -> WriteError {
        WriteError { kind: self, part: Some(part.into()) }
    }

    /// Returns whether [`Writer::replacing`](crate::Writer::replacing) would have written something instead; not where
    /// the reply would be unreadable (R39, R46, R49).
    #[must_use]
    pub const fn is_replaceable(self) -> bool {
        matches!(
            self,
            Self::Character
                | Self::Forbidden
                | Self::LineBreak
                | Self::Comma
                | Self::Ambiguous
                | Self::Label
                | Self::NoPlace
                | Self::Absent
                | Self::Misread
        )
    }
}

impl From<Field> for WritePart {
    fn from(field: Field) -> Self {
        Self::Field(field)
    }
}

impl fmt::Display for WritePart {
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
        if let Some(part) = self.part {
            write!(f, "{part}: ")?;
        }
        self.kind.fmt(f)
    }
}

impl fmt::Display for WriteErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Character => "contains a character that the charset lacks",
            Self::Forbidden => "contains a character that XML forbids",
            Self::LineBreak => "contains a line break, which this format cannot represent",
            Self::Comma => "contains a comma that would end the value",
            Self::Ambiguous => "makes the record ambiguous",
            Self::Label => "contains a key that would end the text",
            Self::NoPlace => "cannot be represented in this format",
            Self::Absent => "missing, and this format cannot represent a missing value",
            Self::Misread => "would be read as another value",
            Self::Unreadable => "missing or of a form that makes the record unreadable",
            Self::Range => "out of range",
            Self::Encoding => "its charset or escapes differ from those of the record's other texts",
            Self::TooLong { limit } => return write!(f, "the record is longer than {limit} bytes"),
            Self::EmptyBatch => "the batch has no record",
            Self::NotABatch => "the query is for one message, not for a batch",
            Self::Charset(charset) => return write!(f, "the output accepts utf-8, not {}", charset.name()),
            Self::Full { needed, free } => return write!(f, "the buffer is too small: {needed} bytes needed, {free} free"),
            Self::Output => "the output failed",
        })
    }
}

impl core::error::Error for WriteError {}
