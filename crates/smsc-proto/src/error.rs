//! What is wrong with a body, and where.

use core::fmt;

use crate::model::fields::Field;

/// Why a body, or a record of it, cannot be read (R48).
///
/// It names what was wrong ([`kind`](Self::kind)), where ([`offset`](Self::offset), in bytes from the body's start, a byte order mark counted), and
/// what was [`expected`](Self::expected). It never holds any of the body, so that it can be logged.
///
/// ```
/// use smsc_proto::{Detail, ErrorKind, Field, Format, Query, Reply};
///
/// let body = b"1,1760080210,0,1760080202,79990000020,free,GLOBUS,Delivered,hi,,0";
/// let Reply::Records(mut records) = Query::new(Format::Values, Detail::Message).read(body)? else { unreachable!() };
/// let error = records.next().unwrap().unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::Field(Field::Cost));
/// assert_eq!(error.offset(), 38);
/// assert_eq!(error.to_string(), "byte 38: invalid cost: expected a decimal number with at most 4 fraction digits");
/// # Ok::<(), smsc_proto::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Error {
    kind: ErrorKind,
    expected: &'static str,
    offset: usize,
    start: usize,
    end: usize,
}

/// What was wrong (R48).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The whole body is no reply to a query of this format (R49).
    NotAReply(BodyKind),
    /// The value of a field is out of its range or not of its form (R39, R32).
    Field(Field),
    /// The number of fields is none that a reply to this query can have (R41), or the line ends before the message (R46).
    FieldCount {
        /// How many there were.
        found: usize,
    },
    /// In fmt 0, something else stands where a label must (R44).
    Label,
    /// JSON or XML that is broken here, or nested too deep.
    Syntax,
    /// Something stands in a list where a record must.
    NotARecord,
    /// A record without a status, the one field that must be there (R10).
    NoStatus,
    /// Something other than white space behind the end of the reply.
    TrailingBytes,
    /// A reply that begins like an API error and goes on otherwise (R11).
    ApiError,
    /// A line that neither begins a record nor belongs to one (R46).
    OutsideRecord,
    /// A line that begins a record of which no end came (R46).
    NoEnd,
    /// A line that is longer than any record may be (R46d).
    TooLong {
        /// The longest record that there may be, in bytes.
        limit: usize,
    },
}

/// What a body that is no reply looks like (R49).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BodyKind {
    /// There is nothing in it, or white space alone.
    Empty,
    /// It begins with `<`: the error page of a gateway, or XML.
    Markup,
    /// It begins with `{` or `[`, as JSON does.
    Json,
    /// It begins with `Status =` or `ERROR =`, as a reply of fmt 0 does.
    KeyValue,
    /// It begins with digits and a comma, as a reply of fmt 1 does.
    Values,
    /// Any other text.
    Text,
}

impl Error {
    /// An error at `left` bytes before the end of a record that spans `start..end` of the body.
    pub(crate) fn new(fail: Fail, start: usize, end: usize) -> Self {
        Self { kind: fail.kind, expected: fail.expected, offset: end.saturating_sub(fail.left), start, end }
    }

    /// What was wrong (R48).
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// Where, in bytes from the start of the body (R48).
    #[must_use]
    pub const fn offset(&self) -> usize {
        self.offset
    }

    /// What was expected there (R48).
    #[must_use]
    pub const fn expected(&self) -> &'static str {
        self.expected
    }

    /// The bytes of the body that could not be read (R48): the line or the record without its line end; of what is too long, as much as the limit.
    /// Empty where the whole body is no reply.
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
            Self::OutsideRecord => "unexpected line",
            Self::NoEnd => "unterminated record",
            Self::TooLong { limit } => return write!(f, "longer than {limit} bytes"),
        })
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
            Self::Text => "the body is some other text",
        })
    }
}

/// An [`Error`] before its place in the body is known: `left` counts the bytes from the place to the end of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fail {
    pub(crate) kind: ErrorKind,
    pub(crate) expected: &'static str,
    pub(crate) left: usize,
}

impl Fail {
    pub(crate) const fn new(kind: ErrorKind, expected: &'static str, left: usize) -> Self {
        Self { kind, expected, left }
    }

    /// The value of a field is not what its field holds.
    pub(crate) const fn field(field: Field, left: usize) -> Self {
        let expected = match field {
            Field::Status => "an integer of 32 bits",
            Field::Flag => "an integer from 0 to 65535",
            Field::Err | Field::SmsCnt => "an integer from 0 to 2147483647, or nothing",
            Field::Id => "an integer from 1 to 2147483647",
            Field::Type => "an integer from 0 to 255, or nothing",
            Field::LastTimestamp | Field::SendTimestamp => "Unix seconds from 0 to 2^40, or nothing",
            Field::Cost => "a decimal number with at most 4 fraction digits",
            _ => "text without a comma",
        };
        Self::new(ErrorKind::Field(field), expected, left)
    }

    /// The same failure seen from a slice that ends `more` bytes later.
    pub(crate) const fn before(self, more: usize) -> Self {
        Self { left: self.left.saturating_add(more), ..self }
    }
}
