//! Requests to get.php: the history of sent messages, and incoming messages (R64).

use core::fmt;

use crate::calls::IncomingQuery;
use crate::model::charset::Charset;
use crate::model::endpoint::Endpoint;
use crate::model::fields::MAX_INT_ID;
use crate::model::message_id::MessageId;
use crate::model::query::{Detail, Format, MessageKind, Query};
use crate::request::date::Date;
use crate::request::error::{RequestError, RequestErrorKind};
use crate::request::form::Form;
use crate::request::phones;
use crate::request::post::{Parameters, Request};

/// A request for a page of the history of sent messages (`get_messages`).
///
/// It asks for fmt 3 in utf-8. Each record has an `int_id`; the next page is requested by the last
/// one with [`older_than`](Self::older_than). `Debug` does not show the phones.
///
/// ```
/// use smsc_proto::request::{Credentials, Date, HistoryRequest, Request as _};
///
/// let day = Date::new(2026, 11, 28).unwrap();
/// let mut body = String::new();
/// HistoryRequest::day(day).count(500).write_body(&Credentials::api_key("key"), &mut body)?;
/// assert_eq!(body, "apikey=key&get_messages=1&fmt=3&charset=utf-8&start=28.11.2026&cnt=500");
/// # Ok::<(), smsc_proto::request::RequestError>(())
/// ```
#[derive(Clone, Copy)]
pub struct HistoryRequest<'p> {
    first: Date,
    last: Option<Date>,
    phones: &'p [&'p str],
    count: Option<u16>,
    older_than: Option<u64>,
    emails: bool,
    format: Format,
    charset: Charset,
}

/// The maximum number of messages on a page of the history.
const MAX_PAGE: u16 = 1000;

impl<'p> HistoryRequest<'p> {
    /// Creates a request for the messages of one day (`start`).
    #[must_use]
    pub const fn day(day: Date) -> Self {
        Self {
            first: day,
            last: None,
            phones: &[],
            count: None,
            older_than: None,
            emails: false,
            format: Format::Json,
            charset: Charset::Utf8,
        }
    }

    /// Returns the request for the days up to this one (`end`).
    #[must_use]
    pub const fn until(self, last: Date) -> Self {
        Self { last: Some(last), ..self }
    }

    /// Returns the request for messages to these phones alone (`phone`).
    #[must_use]
    pub const fn phones(self, phones: &'p [&'p str]) -> Self {
        Self { phones, ..self }
    }

    /// Returns the request for e-mails instead of messages to phones (`format=8`). The
    /// [`phones`](Self::phones) are addresses then (`email`).
    #[must_use]
    pub const fn emails(self) -> Self {
        Self { emails: true, ..self }
    }

    /// Returns the request for a page of so many messages: 1 to 1,000 (`cnt`).
    #[must_use]
    pub const fn count(self, count: u16) -> Self {
        Self { count: Some(count), ..self }
    }

    /// Returns the request for the messages older than the one with this `int_id` (`prev_id`), of at
    /// most 15 digits.
    #[must_use]
    pub const fn older_than(self, int_id: u64) -> Self {
        Self { older_than: Some(int_id), ..self }
    }

    /// Returns the request for this format of the reply (`fmt`): fmt 0 or fmt 3. The order of the
    /// others is not known.
    #[must_use]
    pub const fn format(self, format: Format) -> Self {
        Self { format, ..self }
    }

    /// Returns the request in this charset, which is that of the reply as well (`charset`).
    #[must_use]
    pub const fn charset(self, charset: Charset) -> Self {
        Self { charset, ..self }
    }

    /// Returns the query that reads the reply.
    #[must_use]
    pub const fn query(&self) -> Query<'static> {
        let kind = if self.emails { MessageKind::Email } else { MessageKind::Auto };
        Query::new(self.format, Detail::Full).batch().charset(self.charset).kind(kind)
    }
}

impl Parameters for HistoryRequest<'_> {
    fn charset(&self) -> Charset {
        self.charset
    }

    fn write(&self, form: &mut Form<'_>) -> Result<(), RequestError> {
        if !matches!(self.format, Format::KeyValue | Format::Json) {
            return Err(RequestError::new(RequestErrorKind::Unsupported, "fmt", "fmt 0 or fmt 3, whose replies are known"));
        }
        if self.last.is_some_and(|last| last < self.first) {
            return Err(RequestError::invalid("end", "a day that is not before `start`"));
        }
        if self.count.is_some_and(|count| !(1..=MAX_PAGE).contains(&count)) {
            return Err(RequestError::invalid("cnt", "a number from 1 to 1000"));
        }
        if self.older_than.is_some_and(|int_id| int_id > MAX_INT_ID.unsigned_abs()) {
            return Err(RequestError::invalid("prev_id", "the `int_id` of a message"));
        }
        form.flag("get_messages", "1")?;
        form.format(self.format)?;
        form.write_charset()?;
        self.first.write("start", form)?;
        if let Some(last) = self.last {
            last.write("end", form)?;
        }
        if self.emails {
            form.flag("format", "8")?;
        }
        if !self.phones.is_empty() {
            phones::write_list(self.phones, if self.emails { "email" } else { "phone" }, form)?;
        }
        if let Some(count) = self.count {
            form.number("cnt", count.into())?;
        }
        match self.older_than {
            Some(int_id) => form.long_number("prev_id", int_id),
            None => Ok(()),
        }
    }
}

impl Request for HistoryRequest<'_> {
    fn endpoint(&self) -> Endpoint {
        Endpoint::History
    }
}

impl fmt::Debug for HistoryRequest<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("HistoryRequest");
        debug.field("first", &self.first).field("last", &self.last).field("phones", &self.phones.len());
        debug.field("count", &self.count).field("format", &self.format).finish_non_exhaustive()
    }
}

/// A request for incoming messages (`get_answers`). It asks for fmt 3 in utf-8, because no other
/// format of the reply is known.
///
/// ```
/// use smsc_proto::request::{Credentials, IncomingRequest, Request as _};
///
/// let mut body = String::new();
/// IncomingRequest::new().hours(24).write_body(&Credentials::api_key("key"), &mut body)?;
/// assert_eq!(body, "apikey=key&get_answers=1&fmt=3&charset=utf-8&hour=24");
/// # Ok::<(), smsc_proto::request::RequestError>(())
/// ```
#[derive(Clone, Copy)]
pub struct IncomingRequest<'p> {
    hours: Option<u16>,
    after: Option<MessageId<'p>>,
    to: Option<&'p str>,
    charset: Charset,
}

impl<'p> IncomingRequest<'p> {
    /// Creates a request for the latest incoming messages.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "like the other requests, which have no default")]
    pub const fn new() -> Self {
        Self { hours: None, after: None, to: None, charset: Charset::Utf8 }
    }

    /// Returns the request for the messages of so many hours: 1 to 168 (`hour`).
    #[must_use]
    pub const fn hours(self, hours: u16) -> Self {
        Self { hours: Some(hours), ..self }
    }

    /// Returns the request for the messages after the one with this id (`after_id`).
    #[must_use]
    pub const fn after(self, id: MessageId<'p>) -> Self {
        Self { after: Some(id), ..self }
    }

    /// Returns the request for the messages to this number of the account (`to_phone`).
    #[must_use]
    pub const fn to(self, phone: &'p str) -> Self {
        Self { to: Some(phone), ..self }
    }

    /// Returns the request in this charset, which is that of the reply as well (`charset`).
    #[must_use]
    pub const fn charset(self, charset: Charset) -> Self {
        Self { charset, ..self }
    }

    /// Returns the query that reads the reply.
    #[must_use]
    pub const fn query(&self) -> IncomingQuery {
        IncomingQuery::new().charset(self.charset)
    }
}

impl Parameters for IncomingRequest<'_> {
    fn charset(&self) -> Charset {
        self.charset
    }

    fn write(&self, form: &mut Form<'_>) -> Result<(), RequestError> {
        if self.hours.is_some_and(|hours| !(1..=168).contains(&hours)) {
            return Err(RequestError::invalid("hour", "a number from 1 to 168"));
        }
        form.flag("get_answers", "1")?;
        form.format(Format::Json)?;
        form.write_charset()?;
        if let Some(hours) = self.hours {
            form.number("hour", hours.into())?;
        }
        if let Some(id) = self.after {
            form.id("after_id", id)?;
        }
        match self.to {
            Some(phone) => phones::write(phone, "to_phone", form),
            None => Ok(()),
        }
    }
}

impl Request for IncomingRequest<'_> {
    fn endpoint(&self) -> Endpoint {
        Endpoint::History
    }
}

impl fmt::Debug for IncomingRequest<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IncomingRequest").field("hours", &self.hours).field("after", &self.after).finish_non_exhaustive()
    }
}
