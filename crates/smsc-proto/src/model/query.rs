//! The query: what was requested, which decides how the reply is parsed.

use core::fmt;

use crate::model::charset::Charset;
use crate::model::escape::Escape;
use crate::model::pairs::Pairs;
use crate::model::requested::Requested;
use crate::model::requested_index::RequestedIndex;

/// The request that a reply belongs to. The same bytes mean different things for different
/// requests, so a body is always parsed with its query.
///
/// [`Query::new`] creates the query of most clients: one message, in windows-1251, of a kind that
/// the reader derives from the reply. The other methods return the query with one setting changed.
///
/// ```
/// use smsc_proto::{Charset, Detail, Format, Query};
///
/// let query = Query::new(Format::Values, Detail::Full).batch().charset(Charset::Utf8);
/// assert!(query.is_batch());
/// assert_eq!(query.get_charset(), Charset::Utf8);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Query<'q> {
    pub(crate) format: Format,
    pub(crate) detail: Detail,
    pub(crate) is_batch: bool,
    pub(crate) charset: Charset,
    pub(crate) kind: MessageKind,
    pub(crate) requested: Option<Pairs<'q>>,
}

impl<'q> Query<'q> {
    /// Creates a query for one message, in windows-1251, of any kind.
    #[must_use]
    pub const fn new(format: Format, detail: Detail) -> Self {
        Self { format, detail, is_batch: false, charset: Charset::Windows1251, kind: MessageKind::Auto, requested: None }
    }

    /// Returns the query with this format: the request's `fmt`.
    #[must_use]
    pub const fn format(self, format: Format) -> Self {
        Self { format, ..self }
    }

    /// Returns the query with this level of detail: the request's `all`.
    #[must_use]
    pub const fn detail(self, detail: Detail) -> Self {
        Self { detail, ..self }
    }

    /// Returns the query for a batch request: one with several phones or ids, or one with a comma
    /// after a lone phone or id. The reader needs this setting because a reply does not show
    /// whether it is a batch.
    #[must_use]
    pub const fn batch(self) -> Self {
        Self { is_batch: true, ..self }
    }

    /// Returns the query with this charset: the request's `charset`. If it is the wrong one, texts
    /// are misread and nothing fails; [`Record::looks_like_utf8`](crate::Record::looks_like_utf8)
    /// detects the commonest mistake.
    #[must_use]
    pub const fn charset(self, charset: Charset) -> Self {
        Self { charset, ..self }
    }

    /// Returns the query for messages of a kind that the caller knows.
    #[must_use]
    pub const fn kind(self, kind: MessageKind) -> Self {
        Self { kind, ..self }
    }

    /// Returns the query with the (id, phone) pairs of the request, in their order.
    ///
    /// If the text of a batch record can end in more than one place, the pairs decide where.
    /// [`Records::matched`](crate::Records::matched) returns which of them the reply contains.
    #[must_use]
    pub const fn requested(self, requested: &'q [Requested<'q>]) -> Self {
        Self { requested: Some(Pairs::new(requested)), ..self }
    }

    /// Returns the query with an index of its requested pairs, for replies whose records are in
    /// another order than the request. It does nothing before [`requested`](Self::requested).
    #[must_use]
    pub const fn indexed(self, index: &'q dyn RequestedIndex) -> Self {
        match self.requested {
            Some(pairs) => Self { requested: Some(pairs.indexed(index)), ..self },
            None => self,
        }
    }

    /// Returns the query for a batch request, or for one message.
    pub(crate) const fn with_batch(self, is_batch: bool) -> Self {
        Self { is_batch, ..self }
    }

    /// Returns the query for one message, without requested pairs.
    pub(crate) const fn single(self) -> Self {
        Self { is_batch: false, requested: None, ..self }
    }

    /// Returns the format of the reply: the request's `fmt`.
    #[must_use]
    pub const fn get_format(&self) -> Format {
        self.format
    }

    /// Returns the level of detail of the reply: the request's `all`.
    #[must_use]
    pub const fn get_detail(&self) -> Detail {
        self.detail
    }

    /// Returns whether the request was for a batch.
    #[must_use]
    pub const fn is_batch(&self) -> bool {
        self.is_batch
    }

    /// Returns the charset of the reply: the request's `charset`.
    #[must_use]
    pub const fn get_charset(&self) -> Charset {
        self.charset
    }

    /// Returns the kind of the messages, as far as the caller knows it.
    #[must_use]
    pub const fn get_kind(&self) -> MessageKind {
        self.kind
    }

    /// Returns the (id, phone) pairs of the request. Returns `None` if they are not known.
    #[must_use]
    pub const fn get_requested(&self) -> Option<&'q [Requested<'q>]> {
        match self.requested {
            Some(pairs) => Some(pairs.all()),
            None => None,
        }
    }
}

/// The format of a reply, by the number in the request's `fmt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// `fmt=0`: `name = value` pairs.
    KeyValue = 0,
    /// `fmt=1`: bare values between commas.
    Values = 1,
    /// `fmt=2`: XML.
    Xml = 2,
    /// `fmt=3`: JSON.
    Json = 3,
}

/// The level of detail of a reply, by the number in the request's `all`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Detail {
    /// `all=0`: status, time and error.
    Status = 0,
    /// `all=1`: the fields of `all=0`, the message and its cost.
    Message = 1,
    /// `all=2`: the fields of `all=1`, and the country, operator and region of the number.
    Full = 2,
}

/// The kind of the messages in a reply, as far as the caller knows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum MessageKind {
    /// Not known: the reader derives the kind of each record from the reply.
    #[default]
    Auto,
    /// Messages to phones.
    Sms,
    /// Requests about a subscriber's network (HLR).
    Hlr,
    /// E-mails. They have the layout of messages to phones, but their err values have other
    /// meanings.
    Email,
}

impl MessageKind {
    /// Every kind, in the order of this enum.
    pub const ALL: &'static [Self] = &[Self::Auto, Self::Sms, Self::Hlr, Self::Email];

    /// Returns the name of the kind for programs: `auto`, `sms`, `hlr` or `email`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Sms => "sms",
            Self::Hlr => "hlr",
            Self::Email => "email",
        }
    }

    /// Returns the kind with this [`name`](Self::name), or `None` if there is none.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }
}

impl Format {
    /// Returns the name of the format: `fmt 0` to `fmt 3`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::KeyValue => "fmt 0",
            Self::Values => "fmt 1",
            Self::Xml => "fmt 2",
            Self::Json => "fmt 3",
        }
    }

    /// Returns how texts are escaped in this format.
    pub(crate) const fn escape(self) -> Escape {
        match self {
            Self::Json => Escape::Json,
            Self::Xml => Escape::Xml,
            Self::KeyValue | Self::Values => Escape::None,
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl fmt::Display for Detail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Status => "all=0",
            Self::Message => "all=1",
            Self::Full => "all=2",
        })
    }
}

impl fmt::Display for MessageKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl TryFrom<u8> for Format {
    type Error = u8;

    /// Returns the format with this number.
    ///
    /// # Errors
    ///
    /// Returns the number if there is no such format.
    fn try_from(number: u8) -> Result<Self, u8> {
        match number {
            0 => Ok(Self::KeyValue),
            1 => Ok(Self::Values),
            2 => Ok(Self::Xml),
            3 => Ok(Self::Json),
            _ => Err(number),
        }
    }
}

impl TryFrom<u8> for Detail {
    type Error = u8;

    /// Returns the level of detail with this number.
    ///
    /// # Errors
    ///
    /// Returns the number if there is no such `all`.
    fn try_from(number: u8) -> Result<Self, u8> {
        match number {
            0 => Ok(Self::Status),
            1 => Ok(Self::Message),
            2 => Ok(Self::Full),
            _ => Err(number),
        }
    }
}
