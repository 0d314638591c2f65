//! What is wrong with a body, and where.

use core::fmt;

use crate::model::fields::Field;

/// Why a body, or a record of it, cannot be read (R48).
///
/// It names what was wrong ([`kind`](Self::kind)), where ([`offset`](Self::offset), in bytes from the body's start, a byte order mark counted), and
/// what was [`expected`](Self::expected). It never holds any of the body, so that it can be logged.
///
/// ```
/// use smsc_proto::{All, ErrorKind, Field, Format, Query, Reply};
///
/// let body = b"1,1760080210,0,1760080202,79990000020,free,GLOBUS,Delivered,hi,,0";
/// let Reply::Records(mut records) = Query::new(Format::Values, All::Message).read(body)? else { unreachable!() };
/// let error = records.next().unwrap().unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::Field(Field::Cost));
/// assert_eq!(error.offset(), 38);
/// assert_eq!(error.to_string(), "byte 38: unreadable cost, expected digits, or digits, a dot and 1 to 4 digits");
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
    NotAReply(Looks),
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
pub enum Looks {
    /// There is nothing in it, or white space alone.
    Empty,
    /// It begins with `<`: the error page of a gateway, or XML.
    Markup,
    /// It begins with `{` or `[`, as JSON does.
    Json,
    /// It begins with `Status =` or `ERROR =`, as a reply of fmt 0 does.
    Pairs,
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
        write!(f, "byte {}: {}, expected {}", self.offset, self.kind, self.expected)
    }
}

impl core::error::Error for Error {}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAReply(looks) => write!(f, "not a reply: {looks}"),
            Self::Field(field) => write!(f, "unreadable {field}"),
            Self::FieldCount { found: 1 } => f.write_str("1 field alone"),
            Self::FieldCount { found } => write!(f, "{found} fields"),
            Self::Syntax => f.write_str("broken syntax"),
            Self::NotARecord => f.write_str("no record"),
            Self::NoStatus => f.write_str("a record without a status"),
            Self::TrailingBytes => f.write_str("bytes behind the end of the reply"),
            Self::Label => f.write_str("no label"),
            Self::ApiError => f.write_str("unreadable API error"),
            Self::OutsideRecord => f.write_str("a line outside any record"),
            Self::NoEnd => f.write_str("a record without an end"),
            Self::TooLong { limit } => write!(f, "a line over {limit} bytes"),
        }
    }
}

impl fmt::Display for Looks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "the body is empty",
            Self::Markup => "it looks like HTML or XML",
            Self::Json => "it looks like JSON",
            Self::Pairs => "it looks like fmt 0",
            Self::Values => "it looks like fmt 1",
            Self::Text => "it is some other text",
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
            Field::Cost => "digits, or digits, a dot and 1 to 4 digits",
            _ => "text without a comma",
        };
        Self::new(ErrorKind::Field(field), expected, left)
    }

    /// The same failure seen from a slice that ends `more` bytes later.
    pub(crate) const fn before(self, more: usize) -> Self {
        Self { left: self.left.saturating_add(more), ..self }
    }
}
