//! Errors of reading: what is wrong with a body, and where.

use core::fmt;

use crate::model::fields::Field;

/// Why a body, or a record of it, is malformed: what is wrong ([`kind`](Self::kind)), where
/// ([`offset`](Self::offset)), and what was [`expected`](Self::expected) there.
///
/// An error never holds any of the body, so that it can be logged. Offsets count bytes from the
/// body's start, a byte order mark included.
///
/// ```
/// use smsc_proto::{Detail, ErrorKind, Field, Format, Query};
///
/// let body = b"1,1760080210,0,1760080202,79990000020,free,GLOBUS,Delivered,hi,,0";
/// let error = Query::new(Format::Values, Detail::Message).read_one(body).unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::Field(Field::Cost));
/// assert_eq!(error.offset(), 38);
/// assert_eq!(
///     error.to_string(),
///     "byte 38: invalid cost: expected a decimal number with at most 4 fraction digits"
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Error {
    kind: ErrorKind,
    expected: &'static str,
    offset: usize,
    start: usize,
    end: usize,
}

/// What is wrong with a body or a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The whole body is no reply to a query of this format (R49).
    NotAReply(BodyKind),
    /// The value of a field is out of its range or of an invalid form.
    Field(Field),
    /// A number of fields that no reply to this query has, or a line that ends before the message.
    FieldCount {
        /// The number of fields.
        found: usize,
    },
    /// In fmt 0, something other than the expected key.
    Label,
    /// Invalid JSON or XML, or values nested too deep.
    Syntax,
    /// An element of a list that is not a record.
    NotARecord,
    /// A record without a status, the one field that every record has.
    NoStatus,
    /// Something other than white space after the end of the reply.
    TrailingBytes,
    /// A reply that starts like an API error and goes on otherwise.
    ApiError,
    /// In a reply of the module [`calls`](crate::calls), a value of this name that is out of its
    /// range or of an invalid form.
    Value(ValueName),
    /// In a reply of the module [`calls`](crate::calls), an object without this name.
    MissingKey(ValueName),
    /// A reply in a form that nobody has recorded yet, so that its meaning would be a guess.
    Unsupported,
    /// A line that neither starts a record nor belongs to one.
    OutsideRecord,
    /// The first line of a record that has no end.
    NoEnd,
    /// A line or an element that is longer than any record may be (R46d).
    TooLong {
        /// The length of the longest record, in bytes.
        limit: usize,
    },
}

/// What a body looks like that is no reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BodyKind {
    /// Nothing, or white space alone.
    Empty,
    /// HTML or XML: the first byte is `<`, as in the error page of a gateway.
    Markup,
    /// JSON: the first byte is `{` or `[`.
    Json,
    /// A reply of fmt 0: it starts with `Status =` or `ERROR =`.
    KeyValue,
    /// A reply of fmt 1: it starts with digits.
    Values,
    /// A reply of send.php in fmt 1: an id and a count (R49b).
    SendReply,
    /// The name of a file, instead of its contents: one line with a path or a usual ending.
    FileName,
    /// Any other text.
    Text,
}

impl Error {
    /// Creates the error of a failure in `bytes`, which are at offset `start` of the body.
    pub(crate) fn new(fail: Fail<'_>, bytes: &[u8], start: usize) -> Self {
        Self::in_span(fail, bytes, start, start..start.saturating_add(bytes.len()))
    }

    /// Creates the error of a failure in `bytes`, which are at offset `start` of the body. Like
    /// [`new`](Self::new), but only a part of the bytes is malformed.
    pub(crate) fn in_span(fail: Fail<'_>, bytes: &[u8], start: usize, span: core::ops::Range<usize>) -> Self {
        // A failure is at a subslice of the bytes; one at an empty slice of its own is at their
        // end.
        let offset = fail.at.as_ptr().addr().wrapping_sub(bytes.as_ptr().addr()).min(bytes.len());
        let offset = start.saturating_add(offset);
        Self { kind: fail.kind, expected: fail.expected, offset, start: span.start, end: span.end }
    }

    /// Returns what is wrong.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// Returns the position of the error, in bytes from the start of the body.
    #[must_use]
    pub const fn offset(&self) -> usize {
        self.offset
    }

    /// Returns what was expected at this position.
    #[must_use]
    pub const fn expected(&self) -> &'static str {
        self.expected
    }

    /// Returns the range of the malformed bytes in the body: the line or the record without its
    /// line end; of what is too long, the first bytes up to the limit. The range is empty if the
    /// whole body is no reply.
    #[must_use]
    pub const fn span(&self) -> core::ops::Range<usize> {
        self.start..self.end
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, expected, offset, .. } = self;
        match kind {
            ErrorKind::NotAReply(body) => write!(f, "byte {offset}: not {expected}: {body}"),
            ErrorKind::FieldCount { found } => write!(f, "byte {offset}: expected {expected}, found {found}"),
            _ => write!(f, "byte {offset}: {kind}: expected {expected}"),
        }
    }
}

impl core::error::Error for Error {}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotAReply(body) => return write!(f, "not a reply: {body}"),
            Self::Field(field) => return write!(f, "invalid {field}"),
            Self::FieldCount { found } => return write!(f, "wrong number of fields: {found}"),
            Self::Syntax => "invalid syntax",
            Self::NotARecord => "not a record",
            Self::NoStatus => "record without a status",
            Self::TrailingBytes => "unexpected bytes after the end of the reply",
            Self::Label => "unexpected key",
            Self::ApiError => "invalid API error",
            Self::Value(name) => return write!(f, "invalid {name}"),
            Self::MissingKey(name) => return write!(f, "missing {name}"),
            Self::Unsupported => "unsupported reply",
            Self::OutsideRecord => "unexpected line",
            Self::NoEnd => "unterminated record",
            Self::TooLong { limit } => return write!(f, "longer than {limit} bytes"),
        })
    }
}

/// The name of a value in a reply of the module [`calls`](crate::calls), such as `balance`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
// A reference to the text is half as long as the text's, and errors are passed by value.
pub struct ValueName(pub(crate) &'static &'static str);

impl ValueName {
    /// Returns the name as a text.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for ValueName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl fmt::Debug for ValueName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl fmt::Display for BodyKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "the body is empty",
            Self::Markup => "the body looks like HTML or XML",
            Self::Json => "the body looks like JSON",
            Self::KeyValue => "the body looks like fmt 0",
            Self::Values => "the body looks like fmt 1",
            Self::SendReply => "the body looks like a reply of send.php, so request the status of the id in it",
            Self::FileName => "the body looks like the name of a file, so pass the contents of the file",
            Self::Text => "the body is some other text",
        })
    }
}

/// An [`Error`] before its offset in the body is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fail<'a> {
    pub(crate) kind: ErrorKind,
    pub(crate) expected: &'static str,
    /// The input from the failure on.
    pub(crate) at: &'a [u8],
}

impl<'a> Fail<'a> {
    pub(crate) const fn new(kind: ErrorKind, expected: &'static str, at: &'a [u8]) -> Self {
        Self { kind, expected, at }
    }

    /// Creates the failure of an invalid value of a field.
    pub(crate) const fn field(field: Field, at: &'a [u8]) -> Self {
        let expected = match field {
            Field::Status => "an integer of 32 bits",
            Field::Flag => "an integer from 0 to 65535",
            Field::Err | Field::SmsCnt => "an integer from 0 to 2147483647, or nothing",
            Field::Id => "a number from 1 to 2147483647, or a text of at most 40 letters, digits, dots, `-` and `_`",
            Field::IntId => "an integer of at most 15 digits, or nothing",
            Field::Type => "an integer from 0 to 255, or nothing",
            Field::LastTimestamp | Field::SendTimestamp => "Unix seconds from 0 to 2^40, or nothing",
            Field::Cost => "a decimal number with at most 4 fraction digits",
            _ => "text without a comma",
        };
        Self::new(ErrorKind::Field(field), expected, at)
    }
}

/// Returns the empty rest after these bytes: the position of a failure at their end.
pub(crate) fn end_of(bytes: &[u8]) -> &[u8] {
    bytes.get(bytes.len()..).unwrap_or_default()
}
