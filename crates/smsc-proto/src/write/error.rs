//! Errors of writing.

use core::fmt;

use crate::model::charset::Charset;
use crate::model::fields::Field;

/// A part of a reply that an error is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WritePart {
    /// A field of a record, or the id of an API error.
    Field(Field),
    /// The text of an API error.
    ErrorText,
    /// The number of an API error.
    ErrorCode,
}

/// The error of a reply that was not written: the reason ([`kind`](Self::kind)) and the part of the
/// reply that it is about ([`part`](Self::part)).
///
/// An error never contains text of the reply, so it can be logged. The output contains nothing of
/// the rejected record, except after [`WriteErrorKind::Output`].
///
/// ```
/// use smsc_proto::{
///     Buffer, Detail, Field, Format, Query, RecordBuilder, StatusCode, WriteError,
///     WriteErrorKind, Writer,
/// };
///
/// let record = RecordBuilder::new(StatusCode::DELIVERED).number(Field::Flag, 0)?.build();
/// let writer = Writer::new(Query::new(Format::Values, Detail::Status));
/// let error = writer.record(&record, &mut Buffer::new(&mut [0; 64])).unwrap_err();
/// assert_eq!(error.kind(), WriteErrorKind::NoPlace);
/// assert_eq!(error.part(), Some(Field::Flag.into()));
/// assert_eq!(error.to_string(), "flag: cannot be represented in this format");
/// assert!(error.kind().is_replaceable());
/// # Ok::<(), WriteError>(())
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

    /// Returns the part of the reply that the error is about. Returns `None` if it is about the
    /// output or the whole batch.
    #[must_use]
    pub const fn part(self) -> Option<WritePart> {
        self.part
    }
}

/// The reason why a reply was not written, and what [`Writer::replacing`](crate::Writer::replacing)
/// writes instead.
// The reasons follow from the rules of parsing R7, R10 and R39 to R49.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WriteErrorKind {
    /// A character that the charset lacks, in a format without escapes. Replaced by `?`.
    Character,
    /// A character that XML 1.0 forbids, even as a reference. Replaced by `?`.
    Forbidden,
    /// A line break in a batch of fmt 0 or 1, or a line feed at the very end of a single reply,
    /// where it is not part of the value. Replaced by a space.
    LineBreak,
    /// A comma that the reader would take for the end of the value: in a value of fmt 1 other than
    /// `rnet`, message and comment; in a code of fmt 0; in a message of fmt 1 before text that
    /// looks like a type or like the time and cost of an HLR reply. Replaced by a space.
    Comma,
    /// A value that makes a record of fmt 1 ambiguous: a comma, a space at the start of a comment,
    /// a sender or a status name that looks like a cost, or in a single reply an mcc that is not of
    /// three digits; or in a single reply of fmt 0 or 1 a line that looks like the start of a
    /// record. Replacing keeps the value, and the parsed record is marked as ambiguous. Commas of
    /// `rnet` become spaces if they would also shift other fields.
    Ambiguous,
    /// A text of fmt 0 that contains a key at which the reader would end the text. Replaced by
    /// changing the `=` of the key to `-`.
    Label,
    /// A field or a part that the layout of the reply lacks. Replacing drops it.
    NoPlace,
    /// An absent text in fmt 1, whose empty slot would be parsed as an empty text. Replacing leaves
    /// the slot empty. If a message has a comment but no type, replacing drops the comment.
    Absent,
    /// A value of fmt 1 that the reader would take for something else: a type over 15, a
    /// `send_timestamp` of more than 10 digits, an `imsi` of 10 digits or fewer, a type other than
    /// 4 where nothing else shows that the record is an HLR reply, a `last_timestamp` before 2001
    /// in a single reply of all=0, or an operator or region that starts with a space before a
    /// sender that looks like a cost. Replacing drops the value; the type of such an HLR reply
    /// becomes 4.
    Misread,
    /// A field whose absence or value would make the record unreadable: in fmt 1 a record of an
    /// all≥1 batch without an id, or with an id that is a text but without a type; in fmt 0 a text
    /// without type and id; in fmt 1 a status of three digits or more without a timestamp of 9 to
    /// 11 digits and an err of 1 to 3 digits; an HLR reply without a cost, among values that look
    /// like a time and a cost. Not replaceable.
    Unreadable,
    /// A number out of its range, or an invalid cost. Not replaceable.
    Range,
    /// A text whose charset or escapes differ from those of the record's other texts. Not
    /// replaceable.
    Encoding,
    /// A record of a batch in fmt 0 or 1 that exceeds the maximum length.
    TooLong {
        /// The maximum length of a record, in bytes.
        limit: usize,
    },
    /// A batch of fmt 0 or 1 without a record. Its body would be empty, which is no reply.
    EmptyBatch,
    /// [`Writer::batch`](crate::Writer::batch) with a query that is not for a batch.
    NotABatch,
    /// An output that does not support this charset, such as [`Utf8`](crate::Utf8).
    Charset(Charset),
    /// A buffer that is too small. The buffer was left unchanged.
    Full {
        /// The number of bytes that were to be written.
        needed: usize,
        /// The number of bytes that were free.
        free: usize,
    },
    /// An output that failed. It may contain a part of the reply.
    Output,
}

impl WriteErrorKind {
    /// Returns an error of this kind about one part of a reply.
    #[must_use]
    pub fn at(self, part: impl Into<WritePart>) -> WriteError {
        WriteError { kind: self, part: Some(part.into()) }
    }

    /// Returns whether [`Writer::replacing`](crate::Writer::replacing) writes a replacement instead
    /// of returning this error. Returns `false` if the reply would still be unreadable.
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
