//! Statistics of the account, from get.php with `get_stat=1` (R64b).

use core::fmt;
use core::iter::FusedIterator;

use super::body::Body;
use super::elements::{Elements, Opening};
use super::object::Object;
use crate::error::{Error, Fail};
use crate::model::amount::Amount;
use crate::model::api_error::ApiError;
use crate::model::charset::Charset;
use crate::model::endpoint::Endpoint;
use crate::model::query::Format;
use crate::model::text::Text;

/// The query for statistics, which parses the replies of get.php to `get_stat=1`. A success is
/// known in fmt 3 alone.
///
/// ```
/// use smsc_proto::Format;
/// use smsc_proto::calls::{StatisticsQuery, StatisticsReply};
///
/// let body = br#"[{"login": "alex", "sms": 12, "credit": "16.80", "debit": "100", "currency": "RUR"}]"#;
/// match StatisticsQuery::new(Format::Json).read(body)? {
///     StatisticsReply::Rows(rows) => {
///         for row in rows {
///             let row = row?;
///             assert_eq!((row.count, row.credit.unwrap().as_str()), (12, "16.80"));
///         }
///     }
///     StatisticsReply::Error(error) => eprintln!("{error}"),
/// }
/// # Ok::<(), smsc_proto::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StatisticsQuery {
    format: Format,
    charset: Charset,
}

/// The reply to a [`StatisticsQuery`].
#[derive(Clone, Debug)]
pub enum StatisticsReply<'a> {
    /// The server rejected the request.
    Error(ApiError<'a>),
    /// The rows of the statistics.
    Rows(StatisticsRows<'a>),
}

/// A row of the statistics: the messages of one login, and their cost.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Statistics<'a> {
    /// The login.
    pub login: Option<Text<'a>>,
    /// The number of messages.
    pub count: u32,
    /// How much was spent.
    pub credit: Option<Amount<'a>>,
    /// How much was paid in.
    pub debit: Option<Amount<'a>>,
    /// The currency of both.
    pub currency: Option<Text<'a>>,
}

/// The rows of a reply with statistics: an iterator that parses each row when it reaches it. A
/// malformed row is an error in its place.
#[derive(Clone)]
pub struct StatisticsRows<'a>(Elements<'a>);

const NAMES: &[&str; 6] = &["login", "sms", "cnt", "credit", "debit", "currency"];

impl StatisticsQuery {
    /// The script whose replies these are, which decides what the number of an API error means.
    pub const ENDPOINT: Endpoint = Endpoint::History;

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

    /// Parses the body of a reply. Nothing is copied, and each row is parsed when the iterator
    /// reaches it.
    ///
    /// # Errors
    ///
    /// If the body is no such reply (empty, HTML, other text), an API error that is malformed, or
    /// no API error in another format than fmt 3.
    pub fn read<'a>(&self, body: &'a [u8]) -> Result<StatisticsReply<'a>, Error> {
        let body = Body::new(body, self.format, self.charset);
        if self.format != Format::Json {
            return body.only_error("an API error, or fmt 3, whose form is known").map(StatisticsReply::Error);
        }
        Ok(match Elements::open(body, NAMES)? {
            Opening::Error(error) => StatisticsReply::Error(error),
            Opening::Elements(elements) => StatisticsReply::Rows(StatisticsRows(elements)),
        })
    }
}

impl<'a> Iterator for StatisticsRows<'a> {
    type Item = Result<Statistics<'a>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next(NAMES, row)
    }
}

impl FusedIterator for StatisticsRows<'_> {}

impl fmt::Debug for StatisticsRows<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StatisticsRows(..)")
    }
}

impl fmt::Debug for Statistics<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Statistics");
        debug.field("count", &self.count).field("credit", &self.credit).field("debit", &self.debit);
        debug.field("currency", &self.currency).finish_non_exhaustive()
    }
}

fn row<'a>(object: &Object<'a, 6>) -> Result<Statistics<'a>, Fail<'a>> {
    // The page names one of them, clients the other.
    let count = match (object.count(&"sms")?, object.count(&"cnt")?) {
        (Some(sms), Some(cnt)) if sms != cnt => return Err(object.invalid(&"cnt", "the same number as `sms`")),
        (sms, cnt) => sms.or(cnt).ok_or_else(|| object.missing(&"sms", "the key `sms` or `cnt`"))?,
    };
    Ok(Statistics {
        login: object.text(&"login")?,
        count,
        credit: object.amount(&"credit")?,
        debit: object.amount(&"debit")?,
        currency: object.text(&"currency")?,
    })
}
