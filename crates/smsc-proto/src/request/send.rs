//! Requests to send.php (R60, R62).

mod kind;
mod time;

use core::fmt;

use crate::calls::SendQuery;
use crate::model::charset::Charset;
use crate::model::cost_mode::CostMode;
use crate::model::endpoint::Endpoint;
use crate::model::message_id::MessageId;
use crate::model::query::Format;
use crate::request::error::{RequestError, RequestErrorKind};
use crate::request::form::Form;
use crate::request::phones;
use crate::request::post::{Parameters, Request};

pub use kind::{SendKind, Translit};
pub use time::{SendTime, Validity};

/// The maximum number of characters of a text.
const MAX_TEXT: usize = 1000;

/// A request that sends one text to a list of phones, or asks for its price.
///
/// It asks for fmt 3 in utf-8. Give every message an [`id`](Self::id): after a timeout it is the
/// only way to find out whether the message was accepted. `Debug` shows neither phones nor the text.
///
/// ```
/// use smsc_proto::request::{Credentials, Request as _, SendRequest, SendTime};
/// use smsc_proto::{CostMode, MessageId};
///
/// let request = SendRequest::new(&["79990000001"], "Привет, мир")
///     .id(MessageId::new(101).unwrap())
///     .sender("GLOBUS")
///     .time(SendTime::in_minutes(90))
///     .cost(CostMode::WithCost);
/// let mut body = String::new();
/// request.write_body(&Credentials::api_key("key"), &mut body)?;
/// assert_eq!(
///     body,
///     "apikey=key&fmt=3&charset=utf-8&phones=79990000001&mes=%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82%2C+%D0%BC%D0%B8%D1%80\
///      &id=101&sender=GLOBUS&time=%2B90&cost=2"
/// );
/// # Ok::<(), smsc_proto::request::RequestError>(())
/// ```
#[derive(Clone, Copy)]
pub struct SendRequest<'m> {
    phones: &'m [&'m str],
    text: &'m str,
    kind: SendKind,
    id: Option<MessageId<'m>>,
    sender: Option<&'m str>,
    time: Option<SendTime<'m>>,
    validity: Option<Validity>,
    translit: Option<Translit>,
    cost: CostMode,
    lists_errors: bool,
    lists_operators: bool,
    format: Format,
    charset: Charset,
}

impl<'m> SendRequest<'m> {
    /// Creates a request that sends a text of at most 1,000 characters to these phones. For e-mail
    /// they are addresses, for social networks names; `G5` is the account's group 5.
    #[must_use]
    pub const fn new(phones: &'m [&'m str], text: &'m str) -> Self {
        Self {
            phones,
            text,
            kind: SendKind::Sms,
            id: None,
            sender: None,
            time: None,
            validity: None,
            translit: None,
            cost: CostMode::Send,
            lists_errors: false,
            lists_operators: false,
            format: Format::Json,
            charset: Charset::Utf8,
        }
    }

    /// Creates a request about the networks of these phones (`hlr=1`), which has no text. Its
    /// status has the fields of an HLR reply.
    #[must_use]
    pub const fn hlr(phones: &'m [&'m str]) -> Self {
        Self::new(phones, "").kind(SendKind::Hlr)
    }

    /// Creates a request that finds out whether these phones are reachable (`ping=1`), by a message
    /// that the phone does not show.
    #[must_use]
    pub const fn ping(phones: &'m [&'m str]) -> Self {
        Self::new(phones, "").kind(SendKind::Ping)
    }

    /// Returns the request for messages of this kind.
    #[must_use]
    pub const fn kind(self, kind: SendKind) -> Self {
        Self { kind, ..self }
    }

    /// Returns the request with an id of the caller's own (`id`), which need not be unique: of two
    /// messages with the same id and phone, status.php knows the later one.
    #[must_use]
    pub const fn id(self, id: MessageId<'m>) -> Self {
        Self { id: Some(id), ..self }
    }

    /// Returns the request with a sender that is registered with the service (`sender`): at most 11
    /// characters, or 15 digits. `.` asks for none, in the place of the account's own.
    #[must_use]
    pub const fn sender(self, sender: &'m str) -> Self {
        Self { sender: Some(sender), ..self }
    }

    /// Returns the request with the time of sending (`time`).
    #[must_use]
    pub const fn time(self, time: SendTime<'m>) -> Self {
        Self { time: Some(time), ..self }
    }

    /// Returns the request with the time during which delivery is tried (`valid`).
    #[must_use]
    pub const fn valid(self, validity: Validity) -> Self {
        Self { validity: Some(validity), ..self }
    }

    /// Returns the request with this transliteration of the text (`translit`).
    #[must_use]
    pub const fn translit(self, translit: Translit) -> Self {
        Self { translit: Some(translit), ..self }
    }

    /// Returns the request with this mode (`cost`): to send, to ask for the price alone, or to send
    /// and be told the cost.
    #[must_use]
    pub const fn cost(self, cost: CostMode) -> Self {
        Self { cost, ..self }
    }

    /// Returns the request for a list of the phones that cannot be sent to (`err=1`), in fmt 3.
    #[must_use]
    pub const fn list_errors(self) -> Self {
        Self { lists_errors: true, ..self }
    }

    /// Returns the request for a list of all phones with their operators (`op=1`), in fmt 3.
    #[must_use]
    pub const fn list_operators(self) -> Self {
        Self { lists_operators: true, ..self }
    }

    /// Returns the request for this format of the reply (`fmt`). In fmt 2 a success was never
    /// recorded, so it is not supported.
    #[must_use]
    pub const fn format(self, format: Format) -> Self {
        Self { format, ..self }
    }

    /// Returns the request in this charset, which is that of the text and of the reply
    /// (`charset`).
    #[must_use]
    pub const fn charset(self, charset: Charset) -> Self {
        Self { charset, ..self }
    }

    /// Returns the query that reads the reply.
    #[must_use]
    pub const fn query(&self) -> SendQuery {
        SendQuery::new(self.format, self.cost).charset(self.charset)
    }

    fn check(&self) -> Result<(), RequestError> {
        if self.format == Format::Xml {
            let expected = "fmt 0, 1 or 3: the fmt 2 reply to a sent message is not known";
            return Err(RequestError::new(RequestErrorKind::Unsupported, "fmt", expected));
        }
        if (self.lists_errors || self.lists_operators) && self.format != Format::Json {
            let parameter = if self.lists_errors { "err" } else { "op" };
            return Err(RequestError::new(RequestErrorKind::Unsupported, parameter, "fmt 3: the list is known in no other format"));
        }
        if self.text.is_empty() && !self.kind.has_no_text() {
            return Err(RequestError::missing("mes", "a text"));
        }
        if self.text.chars().nth(MAX_TEXT).is_some() {
            return Err(RequestError::new(
                RequestErrorKind::TooLong { max: MAX_TEXT },
                "mes",
                "a shorter text, or several messages",
            ));
        }
        self.sender.map_or(Ok(()), |sender| self.kind.check_sender(sender))?;
        for (item, phone) in self.phones.iter().enumerate() {
            self.kind.check_recipient(phone).map_err(|error| error.of_item(item))?;
        }
        Ok(())
    }
}

impl Parameters for SendRequest<'_> {
    fn charset(&self) -> Charset {
        self.charset
    }

    fn write(&self, form: &mut Form<'_>) -> Result<(), RequestError> {
        self.check()?;
        form.format(self.format)?;
        form.write_charset()?;
        phones::write_list(self.phones, "phones", form)?;
        if !self.text.is_empty() {
            form.parameter("mes", self.text)?;
        }
        if let Some(name) = self.kind.parameter() {
            form.flag(name, self.kind.value())?;
        }
        if let Some(id) = self.id {
            form.id("id", id)?;
        }
        if let Some(sender) = self.sender {
            form.parameter("sender", sender)?;
        }
        if let Some(time) = self.time {
            time.write(form)?;
        }
        if let Some(validity) = self.validity {
            validity.write(form)?;
        }
        if let Some(translit) = self.translit {
            form.flag("translit", translit.value())?;
        }
        if self.cost != CostMode::Send {
            form.number("cost", self.cost.number().into())?;
        }
        for name in [self.lists_errors.then_some("err"), self.lists_operators.then_some("op")].into_iter().flatten() {
            form.flag(name, "1")?;
        }
        Ok(())
    }
}

impl Request for SendRequest<'_> {
    fn endpoint(&self) -> Endpoint {
        Endpoint::Send
    }
}

impl fmt::Debug for SendRequest<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("SendRequest");
        debug.field("phones", &self.phones.len()).field("kind", &self.kind).field("id", &self.id);
        debug.field("cost", &self.cost).field("format", &self.format).finish_non_exhaustive()
    }
}
