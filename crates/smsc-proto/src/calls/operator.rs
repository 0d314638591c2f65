//! The operator of a phone, from info.php with `get_operator=1` (R64c).

use memchr::memchr_iter;

use super::body::Body;
use super::object::Object;
use crate::error::{Error, Fail};
use crate::model::api_error::ApiError;
use crate::model::charset::Charset;
use crate::model::endpoint::Endpoint;
use crate::model::query::Format;
use crate::model::text::Text;
use crate::scan::find;
use crate::trees::node::Value;
use crate::trees::syntax::skip_space;

/// The query for the operator of a phone, which parses the replies of info.php to `get_operator=1`.
/// A success is known in fmt 0 and 3, for one phone.
///
/// ```
/// use smsc_proto::calls::{OperatorQuery, OperatorReply};
/// use smsc_proto::{Charset, Format};
///
/// let query = OperatorQuery::new(Format::KeyValue).charset(Charset::Utf8);
/// let body = "country = Russia, operator = МТС, region = Moscow, mcc = 250, mnc = 01, tz = 0";
/// match query.read(body.as_bytes())? {
///     OperatorReply::Operator(operator) => assert_eq!(operator.operator.unwrap(), "МТС"),
///     OperatorReply::Error(error) => eprintln!("{error}"),
/// }
/// # Ok::<(), smsc_proto::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OperatorQuery {
    format: Format,
    charset: Charset,
}

/// The reply to an [`OperatorQuery`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OperatorReply<'a> {
    /// The server rejected the request.
    Error(ApiError<'a>),
    /// The operator.
    Operator(Operator<'a>),
}

/// The operator of a phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Operator<'a> {
    /// The country.
    pub country: Option<Text<'a>>,
    /// The operator.
    pub operator: Option<Text<'a>>,
    /// The region.
    pub region: Option<Text<'a>>,
    /// The mobile country code.
    pub mcc: Option<Text<'a>>,
    /// The mobile network code, such as `02`.
    pub mnc: Option<Text<'a>>,
    /// The time zone of the region, as written in the reply.
    pub tz: Option<Text<'a>>,
}

const NAMES: &[&str; 6] = &["country", "operator", "region", "mcc", "mnc", "tz"];

/// The expected form in place of a reply about several phones.
const ONE_PHONE: &str = "the reply for one phone, the form that is known";

impl OperatorQuery {
    /// The script whose replies these are, which decides what the number of an API error means.
    pub const ENDPOINT: Endpoint = Endpoint::Info;

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
    /// If the body is no such reply (empty, HTML, other text), if it is malformed, or if it is no
    /// API error in fmt 1 or 2, or about several phones.
    pub fn read<'a>(&self, body: &'a [u8]) -> Result<OperatorReply<'a>, Error> {
        let body = Body::new(body, self.format, self.charset);
        match self.format {
            Format::KeyValue => pairs(&body),
            Format::Json => object(&body),
            Format::Values | Format::Xml => {
                body.only_error("an API error, or fmt 0 or 3, whose forms are known").map(OperatorReply::Error)
            }
        }
    }
}

fn object<'a>(body: &Body<'a>) -> Result<OperatorReply<'a>, Error> {
    let input = skip_space(body.bytes);
    if input.starts_with(b"[") {
        return Err(body.unsupported(ONE_PHONE, input));
    }
    let object = body.json(NAMES)?;
    if let Some(error) = body.api_error(&object)? {
        return Ok(OperatorReply::Error(error));
    }
    if !object.has_any_name() {
        return Err(body.error(object.missing(&"operator", "the key `operator`, or another one of an operator")));
    }
    operator(&object).map(OperatorReply::Operator).map_err(|fail| body.error(fail))
}

/// Parses `name = value` pairs, or an API error.
fn pairs<'a>(body: &Body<'a>) -> Result<OperatorReply<'a>, Error> {
    if let Some(error) = body.line_error() {
        return error.map(OperatorReply::Error);
    }
    let line = body.line();
    let object = if body.is_line() { split(body, line) } else { None };
    let object = object.filter(Object::has_any_name).ok_or_else(|| body.not_a_reply())?;
    if let Some(place) = line.iter().position(|byte| *byte == b'\n') {
        return Err(body.unsupported(ONE_PHONE, line.get(place..).unwrap_or_default()));
    }
    operator(&object).map(OperatorReply::Operator).map_err(|fail| body.error(fail))
}

/// Splits a line into its pairs. A piece between commas without ` = ` belongs to the value before
/// it, whose name contains a comma. Returns `None` if the first piece is no pair.
fn split<'a>(body: &Body<'a>, line: &'a [u8]) -> Option<Object<'a, 6>> {
    let mut object = body.object(NAMES, line);
    let mut next = Some(pair(line)?);
    while let Some((name, value)) = next {
        let following = memchr_iter(b',', value).find_map(|comma| {
            let (text, rest) = value.split_at_checked(comma)?;
            Some((text, pair(rest.strip_prefix(b", ")?)?))
        });
        let text = following.map_or(value, |(text, _)| text);
        object.set(body.text(name), Value::Scalar(text), text);
        next = following.map(|(_, pair)| pair);
    }
    Some(object)
}

/// Parses a name and its ` = `. Returns the name and the input after it, `None` if the piece up to
/// the next comma is no pair. A trimmed body lacks the last space.
fn pair(input: &[u8]) -> Option<(&[u8], &[u8])> {
    let piece = find::substring(b", ", input).and_then(|end| input.get(..end)).unwrap_or(input);
    if let Some((name, rest)) = find::substring(b" = ", piece).and_then(|place| input.split_at_checked(place)) {
        return Some((name, rest.get(3..)?));
    }
    let name = input.strip_suffix(b" =").filter(|_| piece.len() == input.len())?;
    Some((name, input.get(input.len()..)?))
}

fn operator<'a>(object: &Object<'a, 6>) -> Result<Operator<'a>, Fail<'a>> {
    Ok(Operator {
        country: object.text(&"country")?,
        operator: object.text(&"operator")?,
        region: object.text(&"region")?,
        mcc: object.text(&"mcc")?,
        mnc: object.text(&"mnc")?,
        tz: object.text(&"tz")?,
    })
}
