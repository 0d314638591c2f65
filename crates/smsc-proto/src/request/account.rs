//! Requests about the account and about phones: the balance, statistics, operators.

use core::fmt;

use crate::calls::{BalanceQuery, OperatorQuery, StatisticsQuery};
use crate::model::charset::Charset;
use crate::model::endpoint::Endpoint;
use crate::model::query::Format;
use crate::request::date::Date;
use crate::request::error::RequestError;
use crate::request::form::Form;
use crate::request::phones;
use crate::request::post::{Parameters, Request};

/// A request for the balance of the account (R63). It asks for fmt 3 in utf-8.
///
/// ```
/// use smsc_proto::request::{BalanceRequest, Credentials, Request as _};
///
/// let mut body = String::new();
/// BalanceRequest::new().currency().write_body(&Credentials::api_key("key"), &mut body)?;
/// assert_eq!(body, "apikey=key&fmt=3&charset=utf-8&cur=1");
/// # Ok::<(), smsc_proto::request::RequestError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct BalanceRequest {
    format: Format,
    charset: Charset,
    has_currency: bool,
}

impl BalanceRequest {
    /// Creates a request for the balance alone.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "like the other requests, which have no default")]
    pub const fn new() -> Self {
        Self { format: Format::Json, charset: Charset::Utf8, has_currency: false }
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

    /// Returns the request for the currency of the balance as well (`cur=1`).
    #[must_use]
    pub const fn currency(self) -> Self {
        Self { has_currency: true, ..self }
    }

    /// Returns the query that reads the reply.
    #[must_use]
    pub const fn query(&self) -> BalanceQuery {
        BalanceQuery::new(self.format).charset(self.charset)
    }
}

impl Parameters for BalanceRequest {
    fn charset(&self) -> Charset {
        self.charset
    }

    fn write(&self, form: &mut Form<'_>) -> Result<(), RequestError> {
        form.format(self.format)?;
        form.write_charset()?;
        if self.has_currency { form.flag("cur", "1") } else { Ok(()) }
    }
}

impl Request for BalanceRequest {
    fn endpoint(&self) -> Endpoint {
        Endpoint::Balance
    }
}

/// A request for the number and the cost of the messages of some days. It asks for fmt 3 in utf-8.
#[derive(Clone, Copy, Debug)]
pub struct StatisticsRequest {
    first: Date,
    last: Date,
    charset: Charset,
}

impl StatisticsRequest {
    /// Creates a request for the days from `first` to `last` (`start`, `end`).
    #[must_use]
    pub const fn new(first: Date, last: Date) -> Self {
        Self { first, last, charset: Charset::Utf8 }
    }

    /// Returns the request in this charset, which is that of the reply as well (`charset`).
    #[must_use]
    pub const fn charset(self, charset: Charset) -> Self {
        Self { charset, ..self }
    }

    /// Returns the query that reads the reply.
    #[must_use]
    pub const fn query(&self) -> StatisticsQuery {
        StatisticsQuery::new(Format::Json).charset(self.charset)
    }
}

impl Parameters for StatisticsRequest {
    fn charset(&self) -> Charset {
        self.charset
    }

    fn write(&self, form: &mut Form<'_>) -> Result<(), RequestError> {
        if self.last < self.first {
            return Err(RequestError::invalid("end", "a day that is not before `start`"));
        }
        form.flag("get_stat", "1")?;
        form.format(Format::Json)?;
        form.write_charset()?;
        self.first.write("start", form)?;
        self.last.write("end", form)
    }
}

impl Request for StatisticsRequest {
    fn endpoint(&self) -> Endpoint {
        Endpoint::History
    }
}

/// A request for the operator and the region of a phone. It asks for fmt 3 in utf-8.
///
/// `Debug` does not show the phone.
#[derive(Clone, Copy)]
pub struct OperatorRequest<'p> {
    phone: &'p str,
    charset: Charset,
}

impl<'p> OperatorRequest<'p> {
    /// Creates a request about one phone (`phone`).
    #[must_use]
    pub const fn new(phone: &'p str) -> Self {
        Self { phone, charset: Charset::Utf8 }
    }

    /// Returns the request in this charset, which is that of the reply as well (`charset`).
    #[must_use]
    pub const fn charset(self, charset: Charset) -> Self {
        Self { charset, ..self }
    }

    /// Returns the query that reads the reply.
    #[must_use]
    pub const fn query(&self) -> OperatorQuery {
        OperatorQuery::new(Format::Json).charset(self.charset)
    }
}

impl Parameters for OperatorRequest<'_> {
    fn charset(&self) -> Charset {
        self.charset
    }

    fn write(&self, form: &mut Form<'_>) -> Result<(), RequestError> {
        form.flag("get_operator", "1")?;
        form.format(Format::Json)?;
        form.write_charset()?;
        phones::write(self.phone, "phone", form)
    }
}

impl Request for OperatorRequest<'_> {
    fn endpoint(&self) -> Endpoint {
        Endpoint::Info
    }
}

impl fmt::Debug for OperatorRequest<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OperatorRequest").finish_non_exhaustive()
    }
}
