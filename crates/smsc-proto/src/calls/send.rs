//! Replies of send.php (R60, R61).

mod lines;
mod phones;

use super::body::Body;
use super::elements::Elements;
use super::object::Object;
use crate::error::{Error, Fail};
use crate::model::amount::Amount;
use crate::model::api_error::ApiError;
use crate::model::charset::Charset;
use crate::model::cost::Cost;
use crate::model::cost_mode::CostMode;
use crate::model::endpoint::Endpoint;
use crate::model::message_id::MessageId;
use crate::model::query::Format;
use crate::model::text::Text;

pub use phones::{SentPhone, SentPhones};

/// The query of a request to send.php, which parses the replies (R60). The same values mean
/// different things for different numbers in the request's `cost`.
///
/// ```
/// use smsc_proto::calls::{SendQuery, SendReply};
/// use smsc_proto::{ApiErrorCode, CostMode, Format, MessageId};
///
/// let query = SendQuery::new(Format::Values, CostMode::WithBalance);
/// let SendReply::Sent(sent) = query.read(b"1234,1,1.40,100.50")? else { unreachable!() };
/// assert_eq!((Some(sent.id), sent.count), (MessageId::new(1234), 1));
/// assert_eq!(sent.cost.unwrap().as_str(), "1.40");
/// assert_eq!(sent.balance.unwrap().as_str(), "100.50");
///
/// let SendReply::Error(error) = query.read(b"1234,-3")? else { unreachable!() };
/// assert_eq!((error.code, error.id), (ApiErrorCode(3), MessageId::new(1234)));
/// # Ok::<(), smsc_proto::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SendQuery {
    format: Format,
    charset: Charset,
    cost: CostMode,
}

/// The reply to a [`SendQuery`].
#[derive(Clone, Debug)]
pub enum SendReply<'a> {
    /// The server rejected the request.
    Error(ApiError<'a>),
    /// The server accepted the message, which it sends to one phone or several.
    Sent(Sent<'a>),
    /// The price, which a request with [`CostMode::PriceOnly`] is for. Nothing was sent.
    Price(Price<'a>),
}

/// A message that the server accepted.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Sent<'a> {
    /// The id, with which status.php is asked for the status.
    pub id: MessageId<'a>,
    /// The number of parts of all messages, or the seconds of a call.
    pub count: u32,
    /// The cost, with [`CostMode::WithCost`] and [`CostMode::WithBalance`].
    pub cost: Option<Cost<'a>>,
    /// The balance after it, with [`CostMode::WithBalance`].
    pub balance: Option<Amount<'a>>,
    /// The code that a call dictates or ends with, in fmt 3 alone.
    pub code: Option<Text<'a>>,
    /// The phones that the request asked to list (`err=1`, `op=1`), in fmt 3 alone.
    pub phones: SentPhones<'a>,
}

/// The price of a message that was not sent.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Price<'a> {
    /// The cost of the message.
    pub cost: Cost<'a>,
    /// The number of parts of all messages, or the seconds of a call.
    pub count: u32,
    /// The phones that the request asked to list (`err=1`, `op=1`), in fmt 3 alone.
    pub phones: SentPhones<'a>,
}

impl SendQuery {
    /// The script whose replies these are, which decides what the number of an API error means.
    pub const ENDPOINT: Endpoint = Endpoint::Send;

    /// Creates a query in this format (the request's `fmt`) and mode (its `cost`), in windows-1251.
    #[must_use]
    pub const fn new(format: Format, cost: CostMode) -> Self {
        Self { format, charset: Charset::Windows1251, cost }
    }

    /// Returns the query with this charset: the request's `charset`.
    #[must_use]
    pub const fn charset(self, charset: Charset) -> Self {
        Self { charset, ..self }
    }

    /// Returns the format of the reply: the request's `fmt`.
    #[must_use]
    pub const fn get_format(&self) -> Format {
        self.format
    }

    /// Returns the mode of the request: its `cost`.
    #[must_use]
    pub const fn get_cost(&self) -> CostMode {
        self.cost
    }

    /// Returns the charset of the reply: the request's `charset`.
    #[must_use]
    pub const fn get_charset(&self) -> Charset {
        self.charset
    }

    /// Parses the body of a reply. Nothing is copied.
    ///
    /// # Errors
    ///
    /// If the body is no such reply (empty, HTML, other text), if it is malformed, or if it is a
    /// success in fmt 2, whose form is unknown. The message may have been sent all the same: ask
    /// status.php by the request's id, as [`retry`](crate::retry) advises.
    pub fn read<'a>(&self, body: &'a [u8]) -> Result<SendReply<'a>, Error> {
        let body = Body::new(body, self.format, self.charset);
        match self.format {
            Format::KeyValue => lines::key_value(&body, self.cost),
            Format::Values => lines::values(&body, self.cost),
            Format::Xml => element(&body),
            Format::Json => object(&body, self.cost),
        }
    }
}

/// Parses an API error of fmt 2.
fn element<'a>(body: &Body<'a>) -> Result<SendReply<'a>, Error> {
    let root = body.xml()?;
    let unsupported = || body.unsupported("an API error, the only reply of fmt 2 whose form is known", body.bytes);
    if root.name != b"result" {
        return Err(unsupported());
    }
    let object = body.children(NAMES, &root)?;
    api_error(body, &object)?.map(SendReply::Error).ok_or_else(unsupported)
}

fn object<'a>(body: &Body<'a>, mode: CostMode) -> Result<SendReply<'a>, Error> {
    let object = body.json(NAMES)?;
    if let Some(error) = api_error(body, &object)? {
        return Ok(SendReply::Error(error));
    }
    let phones = match object.bytes("phones") {
        Some(value) => Elements::nested(*body, &"phones", value),
        None => Elements::empty(*body),
    };
    let phones = SentPhones::new(phones);
    let reply = match mode {
        CostMode::PriceOnly => price(&object, phones).map(SendReply::Price),
        CostMode::Send | CostMode::WithCost | CostMode::WithBalance => sent(&object, phones).map(SendReply::Sent),
    };
    reply.map_err(|fail| body.error(fail))
}

/// Returns the API error that an object is, with the id of the message. Returns `None` if the
/// object is something else.
fn api_error<'a>(body: &Body<'a>, object: &Object<'a, 6>) -> Result<Option<ApiError<'a>>, Error> {
    let Some(error) = body.api_error(object)? else { return Ok(None) };
    let id = object.id(&"id").map_err(|fail| body.error(fail))?;
    Ok(Some(ApiError { id, ..error }))
}

const NAMES: &[&str; 6] = &["id", "cnt", "cost", "balance", "code", "phones"];

fn sent<'a>(object: &Object<'a, 6>, phones: SentPhones<'a>) -> Result<Sent<'a>, Fail<'a>> {
    Ok(Sent {
        id: object.id(&"id")?.ok_or_else(|| object.missing(&"id", "the id of a message that was sent"))?,
        count: count(object)?,
        cost: object.cost(&"cost")?,
        balance: object.amount(&"balance")?,
        code: object.text(&"code")?,
        phones,
    })
}

fn price<'a>(object: &Object<'a, 6>, phones: SentPhones<'a>) -> Result<Price<'a>, Fail<'a>> {
    if object.has("id") {
        return Err(object.invalid(&"id", NO_ID));
    }
    let cost = object.cost(&"cost")?.ok_or_else(|| object.missing(&"cost", "the key `cost`"))?;
    Ok(Price { cost, count: count(object)?, phones })
}

/// Returns the number of parts, which shows that an object is a reply of send.php (R60c).
fn count<'a>(object: &Object<'a, 6>) -> Result<u32, Fail<'a>> {
    object.count(&"cnt")?.ok_or_else(|| object.missing(&"cnt", "the key `cnt`, which every reply of send.php has"))
}

/// The expected form of a reply that may have no id.
const NO_ID: &str = "no id in the reply to a request for the price, which sends nothing";
