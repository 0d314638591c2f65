//! API errors of fmt 0 and 1 (R11, R14, R40).

use nom::bytes::complete::{tag, take_while1};
use nom::combinator::{all_consuming, opt, rest, verify};
use nom::sequence::preceded;
use nom::{IResult, Parser};

use crate::error::{ErrorKind, Fail};
use crate::model::api_error::ApiError;
use crate::model::charset::Charset;
use crate::model::codes::ApiErrorCode;
use crate::model::message_id::{MessageId, is_id_byte};
use crate::model::query::Format;
use crate::model::text::Text;
use crate::scan::number::{self, MAX_31_BITS, digits1};

/// Parses a line that is an API error, without its line end. Returns `None` if the line starts
/// otherwise.
pub(crate) fn parse<'a>(format: Format, charset: Charset, line: &'a [u8]) -> Option<Result<ApiError<'a>, Fail<'a>>> {
    let (is_error, grammar, expected): (_, fn(&'a [u8]) -> _, _) = match format {
        Format::KeyValue => (line.starts_with(b"ERROR = "), key_value_error, "`ERROR = N (text)`"),
        _ => (values_error(line).is_ok(), values_error, "`0,-N`"),
    };
    if !is_error {
        return None;
    }
    let fail = Fail::new(ErrorKind::ApiError, expected, line);
    let Ok((_, (code, text, id))) = grammar(line) else { return Some(Err(fail)) };
    let parse = || {
        let code = u32::try_from(number::integer(code, 0, MAX_31_BITS)?).ok()?;
        let id = match id {
            Some(id) => Some(MessageId::from_bytes(id)?),
            None => None,
        };
        Some(ApiError { code: ApiErrorCode(code), text: text.map(|text| Text::new(text, charset)), id })
    };
    Some(parse().ok_or(fail))
}

/// The number, the text and the id of an API error.
type Parts<'a> = (&'a [u8], Option<&'a [u8]>, Option<&'a [u8]>);

/// Parses `ERROR = N (text), ID - <id>`. The text ends at the last bracket (R14).
fn key_value_error(line: &[u8]) -> IResult<&[u8], Parts<'_>, ()> {
    let (text, code) = preceded(tag("ERROR = ".as_bytes()), digits1).parse(line)?;
    let end = text.iter().rposition(|byte| *byte == b')');
    let (text, rest_of_line) = end.and_then(|end| text.split_at_checked(end)).map_or((None, text), |(text, end)| (Some(text), end));
    let text = text.map(|text| preceded(tag(" (".as_bytes()), rest).parse(text)).transpose()?.map(|(_, text)| text);
    let after_text = if text.is_some() { rest_of_line.get(1..).unwrap_or_default() } else { rest_of_line };
    let (left, id) = all_consuming(opt(preceded(tag(", ID - ".as_bytes()), take_while1(is_id_byte)))).parse(after_text)?;
    Ok((left, (code, text, id)))
}

/// Parses `0,-N`, or `<id>,-N` (R40).
fn values_error(line: &[u8]) -> IResult<&[u8], Parts<'_>, ()> {
    let id = verify(take_while1(is_id_byte), |id: &[u8]| id.iter().all(u8::is_ascii_digit) || MessageId::from_bytes(id).is_some());
    let (left, (id, _, code)) = all_consuming((id, tag(",-".as_bytes()), digits1)).parse(line)?;
    let is_zero = id.iter().all(|digit| *digit == b'0');
    Ok((left, (code, None, (!is_zero).then_some(id))))
}
