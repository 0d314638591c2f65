//! Replies of the other calls: what send.php, balance.php, get.php and info.php reply. The classes of
//! the objects are written in Python.

mod object;
mod query;

use pyo3::prelude::*;
use smsc_proto::calls::{BalanceQuery, IncomingQuery, OperatorQuery, SendQuery, StatisticsQuery};
use smsc_proto::{Charset, CostMode, Format};

use crate::interrupt::over_body;
use crate::options::{self, CharsetOption, CostOption, FormatOption};
use crate::reply::{api_error, malformed};

pub(crate) use query::CallQuery;
use query::{Answer, read};

/// Parses the body of a reply, and returns its object or its list of objects. Fails with the
/// exception of an API error, and of a body that is no such reply.
pub(crate) fn parse<'py>(body: &Bound<'py, PyAny>, query: CallQuery) -> PyResult<Bound<'py, PyAny>> {
    let py = body.py();
    let (body, known_charset) = options::body(body, "body")?;
    let query = known_charset.map_or(query, |charset| query.with_charset(charset));
    match over_body(&query, &body, 0, read)? {
        Ok(Answer::Error(error)) => Err(api_error(py, &error)?),
        Ok(Answer::Object(object)) => object.to_python(py),
        Ok(Answer::List(list)) => Ok(object::list(py, &list)?.into_any()),
        Err(error) => Err(malformed(py, &error)?),
    }
}

/// Parses the body of a reply of send.php.
#[pyfunction]
#[pyo3(
    signature = (
        body, *, fmt = FormatOption(Format::Json), charset = CharsetOption(Charset::Windows1251),
        cost = CostOption(CostMode::Send)
    ),
    text_signature = "(body, *, fmt=3, charset='windows-1251', cost=0)"
)]
pub(crate) fn parse_send<'py>(
    body: &Bound<'py, PyAny>,
    fmt: FormatOption,
    charset: CharsetOption,
    cost: CostOption,
) -> PyResult<Bound<'py, PyAny>> {
    parse(body, SendQuery::new(fmt.0, cost.0).charset(charset.0).into())
}

/// Defines the function that parses a reply of which only the format and the charset are options.
macro_rules! parse_function {
    ($function:ident, $Query:ident, $doc:literal) => {
        #[doc = $doc]
        #[pyfunction]
        #[pyo3(
                            signature = (body, *, fmt = FormatOption(Format::Json), charset = CharsetOption(Charset::Windows1251)),
                            text_signature = "(body, *, fmt=3, charset='windows-1251')"
                        )]
        pub(crate) fn $function<'py>(
            body: &Bound<'py, PyAny>,
            fmt: FormatOption,
            charset: CharsetOption,
        ) -> PyResult<Bound<'py, PyAny>> {
            parse(body, $Query::new(fmt.0).charset(charset.0).into())
        }
    };
}

parse_function!(parse_balance, BalanceQuery, "Parses the body of a reply of balance.php.");
parse_function!(parse_statistics, StatisticsQuery, "Parses the body of a reply of get.php with statistics.");
parse_function!(parse_operator, OperatorQuery, "Parses the body of a reply of info.php with the operator of a phone.");

/// Parses the body of a reply of get.php with incoming messages.
#[pyfunction]
#[pyo3(
    signature = (body, *, charset = CharsetOption(Charset::Windows1251)),
    text_signature = "(body, *, charset='windows-1251')"
)]
pub(crate) fn parse_incoming<'py>(body: &Bound<'py, PyAny>, charset: CharsetOption) -> PyResult<Bound<'py, PyAny>> {
    parse(body, IncomingQuery::new().charset(charset.0).into())
}
