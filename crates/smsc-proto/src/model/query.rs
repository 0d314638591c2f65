//! What was asked: it decides how the answer is read.

use core::fmt;

use crate::model::charset::Charset;
use crate::model::escape::Escape;
use crate::model::text::Text;

/// The request that a reply answers. The same bytes mean different things to different requests, so a body is always read with its query.
///
/// The defaults of [`Query::new`] are those of most clients: one message, windows-1251 (R7), the kind found out from the reply (R41).
///
/// ```
/// use smsc_proto::{All, Charset, Format, Query};
///
/// let query = Query::new(Format::Values, All::Numbering).batch().charset(Charset::Utf8);
/// assert!(query.batch);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Query<'q> {
    /// The request's `fmt` (R1).
    pub format: Format,
    /// The request's `all` (R1).
    pub all: All,
    /// Whether the answer has the batch shape: several phones or ids were asked for, or one with a comma behind it (R2). It cannot be told
    /// from the answer (R21).
    pub batch: bool,
    /// The request's `charset` (R7).
    pub charset: Charset,
    /// What the messages are, if that is known (R41).
    pub kind: Kind,
    /// The pairs that were asked for, in the order of the request, if they are known. They settle where a record of a batch ends when its
    /// text leaves that open, and [`Records::matched`](crate::Records::matched) says which of them came back (R47).
    pub asked: Option<&'q [Asked<'q>]>,
}

impl<'q> Query<'q> {
    /// A request for one message, in windows-1251, of any kind (R1).
    #[must_use]
    pub const fn new(format: Format, all: All) -> Self {
        Self { format, all, batch: false, charset: Charset::Windows1251, kind: Kind::Auto, asked: None }
    }

    /// The same request for a batch (R20).
    #[must_use]
    pub const fn batch(self) -> Self {
        Self { batch: true, ..self }
    }

    /// The same request with another charset (R7).
    #[must_use]
    pub const fn charset(self, charset: Charset) -> Self {
        Self { charset, ..self }
    }

    /// The same request for messages that are known to be of one kind (R41).
    #[must_use]
    pub const fn kind(self, kind: Kind) -> Self {
        Self { kind, ..self }
    }

    /// The same request with the pairs that it asks for (R47).
    #[must_use]
    pub const fn asked(self, asked: &'q [Asked<'q>]) -> Self {
        Self { asked: Some(asked), ..self }
    }
}

/// The four formats of a reply, by the number in the request's `fmt` (R1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// `fmt=0`: `name = value` pairs.
    Pairs = 0,
    /// `fmt=1`: bare values between commas.
    Values = 1,
    /// `fmt=2`: XML.
    Xml = 2,
    /// `fmt=3`: JSON.
    Json = 3,
}

/// How much was asked for, by the number in the request's `all` (R1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum All {
    /// `all=0`: status, time and error.
    Status = 0,
    /// `all=1`: also the message and what was paid for it.
    Message = 1,
    /// `all=2`: also country, operator and region of the number.
    Numbering = 2,
}

/// What the messages are, as far as the caller knows (R41).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Not known: found out from the reply (R41, R42).
    #[default]
    Auto,
    /// Messages to phones.
    Sms,
    /// Requests about a subscriber's network (HLR).
    Hlr,
    /// E-mails: laid out like messages, but their err has another meaning (R37).
    Email,
}

/// One (id, phone) pair of a request (R3, R47).
///
/// `Debug` hides the phone.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Asked<'q> {
    /// The message's id (R3): 1 to 2147483647.
    pub id: u32,
    /// The phone, or the address of an e-mail (R3). A `+` in front does not count.
    pub phone: &'q str,
}

impl Asked<'_> {
    /// Whether a record with these is the answer to this pair; what a record lacks is no difference (R47a).
    pub(crate) fn is_answered_by(&self, id: Option<u32>, phone: Option<Text<'_>>) -> bool {
        let own = self.phone.strip_prefix('+').unwrap_or(self.phone);
        id.is_none_or(|id| id == self.id) && phone.is_none_or(|phone| phone == own)
    }
}

impl fmt::Debug for Asked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Asked").field("id", &self.id).finish_non_exhaustive()
    }
}

impl Format {
    /// Returns how texts are escaped in this format.
    pub(crate) const fn escape(self) -> Escape {
        match self {
            Self::Json => Escape::Json,
            Self::Xml => Escape::Xml,
            Self::Pairs | Self::Values => Escape::None,
        }
    }
}

impl TryFrom<u8> for Format {
    type Error = u8;

    /// The format with this number, or the number itself if there is none.
    fn try_from(number: u8) -> Result<Self, u8> {
        match number {
            0 => Ok(Self::Pairs),
            1 => Ok(Self::Values),
            2 => Ok(Self::Xml),
            3 => Ok(Self::Json),
            _ => Err(number),
        }
    }
}

impl TryFrom<u8> for All {
    type Error = u8;

    /// The `all` with this number, or the number itself if there is none.
    fn try_from(number: u8) -> Result<Self, u8> {
        match number {
            0 => Ok(Self::Status),
            1 => Ok(Self::Message),
            2 => Ok(Self::Numbering),
            _ => Err(number),
        }
    }
}
