//! Requests to status.php: the statuses of messages, and their deletion (R1, R2).

use core::fmt;

use crate::model::charset::Charset;
use crate::model::endpoint::Endpoint;
use crate::model::query::{Detail, Format, MessageKind, Query};
use crate::model::requested::Requested;
use crate::request::error::RequestError;
use crate::request::form::Form;
use crate::request::messages::Messages;
use crate::request::post::{Parameters, Request};

/// A request for the status of one message or of a batch.
///
/// It asks for utf-8 and all=0. One message is asked for in fmt 3; a batch in fmt 1, which takes a
/// quarter of the bytes and is safe to parse because the query knows the pairs (R47).
///
/// ```
/// use smsc_proto::request::{Credentials, Request as _, Server, StatusRequest};
/// use smsc_proto::{MessageId, Requested, StatusCode};
///
/// let pair = |id, phone| Requested { id: MessageId::new(id).unwrap(), phone };
/// let pairs = [pair(101, "79990000001"), pair(102, "79990000002")];
/// let request = StatusRequest::batch(&pairs);
///
/// let (mut url, mut body) = (String::new(), String::new());
/// request.write_url(&Server::SMSC_RU, &mut url)?;
/// request.write_body(&Credentials::api_key("key"), &mut body)?;
/// assert_eq!(url, "https://smsc.ru/sys/status.php");
/// assert_eq!(body, "apikey=key&fmt=1&all=0&charset=utf-8&phone=79990000001%2C79990000002&id=101%2C102");
///
/// // POST the body, and read the answer with the query of the request.
/// let answer = b"1,1760080210,0,101,79990000001\n20,1760080211,1,102,79990000002";
/// let smsc_proto::Reply::Records(records) = request.query().read(answer)? else { unreachable!() };
/// assert!(records.map(|record| record.unwrap().status()).eq([StatusCode::DELIVERED, StatusCode::UNDELIVERABLE]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct StatusRequest<'m> {
    messages: Messages<'m>,
    format: Format,
    detail: Detail,
    charset: Charset,
    kind: MessageKind,
}

impl<'m> StatusRequest<'m> {
    /// Creates a request for the status of one message.
    #[must_use]
    pub const fn one(message: Requested<'m>) -> Self {
        Self::of(Messages::One(message), Format::Json)
    }

    /// Creates a request for the statuses of a batch, which may have one message. A batch has at
    /// most 4,096 messages, each once.
    #[must_use]
    pub const fn batch(messages: &'m [Requested<'m>]) -> Self {
        Self::of(Messages::Batch(messages), Format::Values)
    }

    const fn of(messages: Messages<'m>, format: Format) -> Self {
        Self { messages, format, detail: Detail::Status, charset: Charset::Utf8, kind: MessageKind::Auto }
    }

    /// Returns the request for this format of the reply (`fmt`).
    #[must_use]
    pub const fn format(self, format: Format) -> Self {
        Self { format, ..self }
    }

    /// Returns the request for this level of detail (`all`).
    #[must_use]
    pub const fn detail(self, detail: Detail) -> Self {
        Self { detail, ..self }
    }

    /// Returns the request in this charset, which is that of the reply as well (`charset`).
    #[must_use]
    pub const fn charset(self, charset: Charset) -> Self {
        Self { charset, ..self }
    }

    /// Returns the request for messages of a kind that the caller knows. Nothing is sent of it; the
    /// query needs it.
    #[must_use]
    pub const fn kind(self, kind: MessageKind) -> Self {
        Self { kind, ..self }
    }

    /// Returns the query that reads the reply. It knows the requested pairs.
    #[must_use]
    pub const fn query(&self) -> Query<'_> {
        let query = Query::new(self.format, self.detail).charset(self.charset).kind(self.kind).requested(self.messages.pairs());
        if self.messages.is_batch() { query.batch() } else { query }
    }
}

impl Parameters for StatusRequest<'_> {
    fn charset(&self) -> Charset {
        self.charset
    }

    fn write(&self, form: &mut Form<'_>) -> Result<(), RequestError> {
        form.format(self.format)?;
        form.flag("all", all(self.detail))?;
        form.write_charset()?;
        self.messages.write(form)
    }
}

impl Request for StatusRequest<'_> {
    fn endpoint(&self) -> Endpoint {
        Endpoint::Status
    }
}

impl fmt::Debug for StatusRequest<'_> {
    /// Writes the number of messages and the settings, without ids and phones.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("StatusRequest");
        debug.field("messages", &self.messages.pairs().len()).field("is_batch", &self.messages.is_batch());
        debug.field("format", &self.format).field("detail", &self.detail).finish_non_exhaustive()
    }
}

/// Returns the number of the parameter `all`.
const fn all(detail: Detail) -> &'static str {
    match detail {
        Detail::Status => "0",
        Detail::Message => "1",
        Detail::Full => "2",
    }
}

/// A request that deletes one message or a batch, before the archive takes it (R1, R5).
///
/// ```
/// use smsc_proto::request::{Credentials, DeleteRequest, Request as _};
/// use smsc_proto::{MessageId, Reply, Requested};
///
/// let request = DeleteRequest::one(Requested { id: MessageId::new(101).unwrap(), phone: "79990000001" });
/// let mut body = String::new();
/// request.write_body(&Credentials::login("user", "secret"), &mut body)?;
/// assert_eq!(body, "login=user&psw=secret&fmt=3&charset=utf-8&phone=79990000001&id=101&del=1");
/// assert!(matches!(request.query().read(br#"{"result": "OK"}"#)?, Reply::Deleted));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct DeleteRequest<'m> {
    messages: Messages<'m>,
    format: Format,
    charset: Charset,
}

impl<'m> DeleteRequest<'m> {
    /// Creates a request that deletes one message.
    #[must_use]
    pub const fn one(message: Requested<'m>) -> Self {
        Self { messages: Messages::One(message), format: Format::Json, charset: Charset::Utf8 }
    }

    /// Creates a request that deletes the messages of a batch: at most 4,096, each once.
    #[must_use]
    pub const fn batch(messages: &'m [Requested<'m>]) -> Self {
        Self { messages: Messages::Batch(messages), format: Format::Json, charset: Charset::Utf8 }
    }

    /// Returns the request for this format of the reply (`fmt`).
    #[must_use]
    pub const fn format(self, format: Format) -> Self {
        Self { format, ..self }
    }

    /// Returns the request in this charset, which is that of the reply as well (`charset`).
    #[must_use]
    pub const fn charset(self, charset: Charset) -> Self {
        Self { charset, ..self }
    }

    /// Returns the query that reads the reply: a deletion or an API error.
    #[must_use]
    pub const fn query(&self) -> Query<'_> {
        let query = Query::new(self.format, Detail::Status).charset(self.charset).requested(self.messages.pairs());
        if self.messages.is_batch() { query.batch() } else { query }
    }
}

impl Parameters for DeleteRequest<'_> {
    fn charset(&self) -> Charset {
        self.charset
    }

    fn write(&self, form: &mut Form<'_>) -> Result<(), RequestError> {
        form.format(self.format)?;
        form.write_charset()?;
        self.messages.write(form)?;
        form.flag("del", "1")
    }
}

impl Request for DeleteRequest<'_> {
    fn endpoint(&self) -> Endpoint {
        Endpoint::Status
    }
}

impl fmt::Debug for DeleteRequest<'_> {
    /// Writes the number of messages, without ids and phones.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DeleteRequest").field("messages", &self.messages.pairs().len()).finish_non_exhaustive()
    }
}
