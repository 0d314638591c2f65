//! Replies of balance.php (R63).

use super::body::Body;
use super::object::plain;
use crate::error::{Error, ErrorKind, Fail, ValueName};
use crate::model::amount::Amount;
use crate::model::api_error::ApiError;
use crate::model::charset::Charset;
use crate::model::endpoint::Endpoint;
use crate::model::escape::Escape;
use crate::model::query::Format;
use crate::model::text::Text;

/// The query for the balance of the account, which parses the replies of balance.php (R63).
///
/// ```
/// use smsc_proto::Format;
/// use smsc_proto::calls::{BalanceQuery, BalanceReply};
///
/// let query = BalanceQuery::new(Format::Json);
/// match query.read(b"{\n\"balance\": \"1871.62\"\n}")? {
///     BalanceReply::Balance(balance) => assert_eq!(balance.amount.as_str(), "1871.62"),
///     BalanceReply::Error(error) => eprintln!("{error}"),
/// }
/// # Ok::<(), smsc_proto::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BalanceQuery {
    format: Format,
    charset: Charset,
}

/// The reply to a [`BalanceQuery`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BalanceReply<'a> {
    /// The server rejected the request.
    Error(ApiError<'a>),
    /// The balance.
    Balance(Balance<'a>),
}

/// The balance of the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Balance<'a> {
    /// The amount.
    pub amount: Amount<'a>,
    /// How far the balance may go below zero, in fmt 3 alone.
    pub credit: Option<Amount<'a>>,
    /// The currency, such as `RUR`, if the request was for it (`cur=1`).
    pub currency: Option<Text<'a>>,
}

impl BalanceQuery {
    /// The script whose replies these are, which decides what the number of an API error means.
    pub const ENDPOINT: Endpoint = Endpoint::Balance;

    /// Creates a query in this format (the request's `fmt`), in windows-1251.
    #[must_use]
    pub const fn new(format: Format) -> Self {
        Self { format, charset: Charset::Windows1251 }
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

    /// Returns the charset of the reply: the request's `charset`.
    #[must_use]
    pub const fn get_charset(&self) -> Charset {
        self.charset
    }

    /// Parses the body of a reply. Nothing is copied.
    ///
    /// # Errors
    ///
    /// If the body is no such reply (empty, HTML, other text), or if it is malformed.
    pub fn read<'a>(&self, body: &'a [u8]) -> Result<BalanceReply<'a>, Error> {
        let body = Body::new(body, self.format, self.charset);
        match self.format {
            Format::KeyValue | Format::Values => line(&body, self.format),
            Format::Xml => element(&body),
            Format::Json => object(&body),
        }
    }
}

/// Parses an amount, in fmt 0 with a currency after it.
fn line<'a>(body: &Body<'a>, format: Format) -> Result<BalanceReply<'a>, Error> {
    if let Some(error) = body.line_error() {
        return error.map(BalanceReply::Error);
    }
    let line = body.line();
    let length = line.iter().position(|byte| *byte == b' ').unwrap_or(line.len());
    let (amount, rest) = line.split_at_checked(length).unwrap_or_default();
    let amount = Amount::parse(amount).ok_or_else(|| body.not_a_reply())?;
    let currency = match rest {
        [] => None,
        // Three letters, so that `502 Error` is no balance (R63b).
        [b' ', currency @ ..] if format == Format::KeyValue && is_currency(currency) => Some(body.text(currency)),
        _ => return Err(body.not_a_reply()),
    };
    Ok(BalanceReply::Balance(Balance { amount, credit: None, currency }))
}

/// Returns whether a text has the form of a currency, such as `RUR`.
fn is_currency(text: &[u8]) -> bool {
    text.len() == 3 && text.iter().all(u8::is_ascii_uppercase)
}

/// Parses `<balance>…</balance>`, or an API error.
fn element<'a>(body: &Body<'a>) -> Result<BalanceReply<'a>, Error> {
    let root = body.xml()?;
    match root.name {
        b"result" => match body.api_error(&body.children(&[], &root)?)? {
            Some(error) => Ok(BalanceReply::Error(error)),
            None => Err(body.not_a_reply()),
        },
        b"balance" if root.has_children => {
            Err(body.unsupported("a balance without elements in it, the form that is known", root.text))
        }
        b"balance" => {
            let invalid = Fail::new(ErrorKind::Value(ValueName(&"balance")), "a decimal number", root.text);
            let amount = Amount::parse(plain(root.text, Escape::Xml)).ok_or_else(|| body.error(invalid))?;
            Ok(BalanceReply::Balance(Balance { amount, credit: None, currency: None }))
        }
        _ => Err(body.not_a_reply()),
    }
}

fn object<'a>(body: &Body<'a>) -> Result<BalanceReply<'a>, Error> {
    let object = body.json(&["balance", "credit", "currency"])?;
    if let Some(error) = body.api_error(&object)? {
        return Ok(BalanceReply::Error(error));
    }
    let parse = || {
        let amount = object.amount(&"balance")?.ok_or_else(|| object.missing(&"balance", "the key `balance`"))?;
        Ok(Balance { amount, credit: object.amount(&"credit")?, currency: object.text(&"currency")? })
    };
    parse().map(BalanceReply::Balance).map_err(|fail| body.error(fail))
}
