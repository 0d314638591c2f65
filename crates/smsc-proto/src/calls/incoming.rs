//! Incoming messages, from get.php with `get_answers=1` (R64a).

use core::fmt;
use core::iter::FusedIterator;

use super::body::Body;
use super::elements::{Elements, Opening};
use super::object::Object;
use crate::error::{Error, Fail};
use crate::model::api_error::ApiError;
use crate::model::charset::Charset;
use crate::model::endpoint::Endpoint;
use crate::model::message_id::MessageId;
use crate::model::query::Format;
use crate::model::text::Text;

/// The query for incoming messages, which parses the replies of get.php to `get_answers=1`. They
/// are in fmt 3, the only format that is known.
///
/// ```
/// use smsc_proto::Charset;
/// use smsc_proto::calls::{IncomingQuery, IncomingReply};
///
/// let body = br#"[{"id": 5, "phone": "79990000001", "message": "yes", "to_phone": "79160000000",
///     "sent": "28.11.2026 10:00:00", "received": "28.11.2026 10:00:02"}]"#;
/// match IncomingQuery::new().charset(Charset::Utf8).read(body)? {
///     IncomingReply::Messages(messages) => {
///         for message in messages {
///             assert_eq!(message?.message.unwrap(), "yes");
///         }
///     }
///     IncomingReply::Error(error) => eprintln!("{error}"),
/// }
/// # Ok::<(), smsc_proto::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct IncomingQuery {
    charset: Charset,
}

/// The reply to an [`IncomingQuery`].
#[derive(Clone, Debug)]
pub enum IncomingReply<'a> {
    /// The server rejected the request.
    Error(ApiError<'a>),
    /// The incoming messages.
    Messages(IncomingMessages<'a>),
}

/// A message that somebody sent to a number of the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Incoming<'a> {
    /// The id of the incoming message.
    pub id: MessageId<'a>,
    /// The phone that it came from.
    pub phone: Text<'a>,
    /// Its text.
    pub message: Option<Text<'a>>,
    /// The number of the account that it was sent to.
    pub to_phone: Option<Text<'a>>,
    /// When it was sent, as `DD.MM.YYYY hh:mm:ss` in the account's own zone (R31).
    pub sent: Option<Text<'a>>,
    /// When the service received it, in the same form.
    pub received: Option<Text<'a>>,
}

/// The incoming messages of a reply: an iterator that parses each message when it reaches it. A
/// malformed message is an error in its place.
#[derive(Clone)]
pub struct IncomingMessages<'a>(Elements<'a>);

const NAMES: &[&str; 6] = &["id", "phone", "message", "to_phone", "sent", "received"];

impl IncomingQuery {
    /// The script whose replies these are, which decides what the number of an API error means.
    pub const ENDPOINT: Endpoint = Endpoint::History;

    /// Creates a query in windows-1251.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "like the other queries, which have no default")]
    pub const fn new() -> Self {
        Self { charset: Charset::Windows1251 }
    }

    /// Returns the query with this charset: the request's `charset`.
    #[must_use]
    pub const fn charset(self, charset: Charset) -> Self {
        Self { charset }
    }

    /// Returns the charset of the reply: the request's `charset`.
    #[must_use]
    pub const fn get_charset(&self) -> Charset {
        self.charset
    }

    /// Parses the body of a reply. Nothing is copied, and each message is parsed when the iterator
    /// reaches it.
    ///
    /// # Errors
    ///
    /// If the body is no such reply (empty, HTML, other text), or an API error that is malformed.
    pub fn read<'a>(&self, body: &'a [u8]) -> Result<IncomingReply<'a>, Error> {
        Ok(match Elements::open(Body::new(body, Format::Json, self.charset), NAMES)? {
            Opening::Error(error) => IncomingReply::Error(error),
            Opening::Elements(elements) => IncomingReply::Messages(IncomingMessages(elements)),
        })
    }
}

impl<'a> Iterator for IncomingMessages<'a> {
    type Item = Result<Incoming<'a>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next(NAMES, message)
    }
}

impl FusedIterator for IncomingMessages<'_> {}

impl fmt::Debug for IncomingMessages<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IncomingMessages(..)")
    }
}

fn message<'a>(object: &Object<'a, 6>) -> Result<Incoming<'a>, Fail<'a>> {
    Ok(Incoming {
        id: object.id(&"id")?.ok_or_else(|| object.missing(&"id", "the key `id`"))?,
        phone: object.text(&"phone")?.ok_or_else(|| object.missing(&"phone", "the key `phone`"))?,
        message: object.text(&"message")?,
        to_phone: object.text(&"to_phone")?,
        sent: object.text(&"sent")?,
        received: object.text(&"received")?,
    })
}
