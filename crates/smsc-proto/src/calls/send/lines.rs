//! Replies of send.php in fmt 0 and 1.

use super::{NO_ID, Price, SendReply, Sent, SentPhones};
use crate::calls::body::Body;
use crate::calls::elements::Elements;
use crate::error::{Error, ErrorKind, Fail, ValueName};
use crate::lines::head::field_count;
use crate::model::amount::Amount;
use crate::model::cost::Cost;
use crate::model::cost_mode::CostMode;
use crate::model::message_id::{MessageId, is_id_byte};
use crate::scan::number::{self, MAX_31_BITS};

/// Parses `OK - <n> SMS, ID - <id>`, a price `<cost> (<n> SMS)`, or an API error.
pub(super) fn key_value<'a>(body: &Body<'a>, mode: CostMode) -> Result<SendReply<'a>, Error> {
    if let Some(error) = body.line_error() {
        return error.map(SendReply::Error);
    }
    let line = body.line();
    let fail = |kind, expected, at| body.error(Fail::new(kind, expected, at));
    if line.starts_with(b"OK - ") {
        let Some((parts, id, rest)) = accepted(line) else {
            return Err(fail(ErrorKind::Syntax, "`OK - n SMS, ID - id`", line));
        };
        if mode == CostMode::PriceOnly {
            return Err(fail(ErrorKind::Value(ValueName(&"id")), NO_ID, id));
        }
        if !rest.is_empty() {
            return Err(body.unsupported("nothing after the id, the form that is known", rest));
        }
        let (id, count) = (parse_id(body, id)?, parse_count(body, parts)?);
        return Ok(SendReply::Sent(Sent { id, count, cost: None, balance: None, code: None, phones: no_phones(body) }));
    }
    let Some((cost, parts)) = priced(line) else { return Err(body.not_a_reply()) };
    if mode != CostMode::PriceOnly {
        return Err(fail(ErrorKind::MissingKey(ValueName(&"id")), "`OK - n SMS, ID - id`", line));
    }
    let (cost, count) = (parse_cost(body, cost)?, parse_count(body, parts)?);
    Ok(SendReply::Price(Price { cost, count, phones: no_phones(body) }))
}

/// Splits `OK - <n> SMS, ID - <id>` into the number, the id, and what follows it.
fn accepted(line: &[u8]) -> Option<(&[u8], &[u8], &[u8])> {
    let (parts, rest) = split_while(line.strip_prefix(b"OK - ")?, |byte| byte.is_ascii_digit())?;
    let (id, rest) = split_while(rest.strip_prefix(b" SMS, ID - ")?, is_id_byte)?;
    Some((parts, id, rest))
}

/// Splits an input after its first bytes of a kind. Returns `None` if there are none.
fn split_while(input: &[u8], is_of_kind: impl Fn(u8) -> bool) -> Option<(&[u8], &[u8])> {
    let end = input.iter().position(|byte| !is_of_kind(*byte)).unwrap_or(input.len());
    input.split_at_checked(end).filter(|(found, _)| !found.is_empty())
}

/// Splits `<cost> (<n> SMS)`.
fn priced(line: &[u8]) -> Option<(&[u8], &[u8])> {
    let (cost, rest) = line.split_at_checked(line.iter().position(|byte| *byte == b' ')?)?;
    let parts = rest.strip_prefix(b" (")?.strip_suffix(b" SMS)")?;
    let is_number = cost.first().is_some_and(u8::is_ascii_digit);
    is_number.then_some((cost, parts))
}

/// Parses `<id>,<n>[,<cost>[,<balance>]]`, a price `<cost>,<n>`, or an API error. There are as many
/// values as the mode has.
pub(super) fn values<'a>(body: &Body<'a>, mode: CostMode) -> Result<SendReply<'a>, Error> {
    if let Some(error) = body.line_error() {
        return error.map(SendReply::Error);
    }
    let line = body.line();
    if !body.is_line() || !line.contains(&b',') {
        return Err(body.not_a_reply());
    }
    let (wanted, expected) = match mode {
        CostMode::Send => (2, "2 values: the id and the number of parts"),
        CostMode::PriceOnly => (2, "2 values: the cost and the number of parts"),
        CostMode::WithCost => (3, "3 values: the id, the number of parts and the cost"),
        CostMode::WithBalance => (4, "4 values: the id, the number of parts, the cost and the balance"),
    };
    let found = line.split(|byte| *byte == b',').count();
    if found != wanted {
        return Err(body.error(field_count(found, expected, line)));
    }
    let mut values = line.split(|byte| *byte == b',');
    // Each value has been counted.
    let mut next = || values.next().unwrap_or_else(|| body.end());
    let (first, parts) = (next(), next());
    if mode == CostMode::PriceOnly {
        let (cost, count) = (parse_cost(body, first)?, parse_count(body, parts)?);
        return Ok(SendReply::Price(Price { cost, count, phones: no_phones(body) }));
    }
    let (id, count) = (parse_id(body, first)?, parse_count(body, parts)?);
    let cost = if wanted > 2 { Some(parse_cost(body, next())?) } else { None };
    let balance = if wanted > 3 { Some(parse_balance(body, next())?) } else { None };
    Ok(SendReply::Sent(Sent { id, count, cost, balance, code: None, phones: no_phones(body) }))
}

const fn no_phones<'a>(body: &Body<'a>) -> SentPhones<'a> {
    SentPhones::new(Elements::empty(*body))
}

fn parse_id<'a>(body: &Body<'a>, value: &'a [u8]) -> Result<MessageId<'a>, Error> {
    let expected = "a number from 1 to 2147483647, or a text of at most 40 letters, digits, dots, `-` and `_`";
    MessageId::from_bytes(value).ok_or_else(|| body.error(Fail::new(ErrorKind::Value(ValueName(&"id")), expected, value)))
}

fn parse_count<'a>(body: &Body<'a>, value: &'a [u8]) -> Result<u32, Error> {
    let count = number::integer(value, 0, MAX_31_BITS).and_then(|count| u32::try_from(count).ok());
    count.ok_or_else(|| body.error(Fail::new(ErrorKind::Value(ValueName(&"cnt")), "an integer from 0 to 2147483647", value)))
}

fn parse_cost<'a>(body: &Body<'a>, value: &'a [u8]) -> Result<Cost<'a>, Error> {
    let expected = "a decimal number with at most 4 fraction digits";
    Cost::parse(value).ok_or_else(|| body.error(Fail::new(ErrorKind::Value(ValueName(&"cost")), expected, value)))
}

fn parse_balance<'a>(body: &Body<'a>, value: &'a [u8]) -> Result<Amount<'a>, Error> {
    Amount::parse(value).ok_or_else(|| body.error(Fail::new(ErrorKind::Value(ValueName(&"balance")), "a decimal number", value)))
}
