//! fmt 3: JSON (sections 2.1 and 2.2 of docs/protocol.md). Only the structure is ASCII; strings
//! hold bytes of any of the charsets.

use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::combinator::opt;
use nom::{IResult, Parser};

use crate::error::{ErrorKind, Fail, end_of};
use crate::model::charset::Charset;
use crate::model::escape::Escape;
use crate::model::record::Record;
use crate::model::text::Text;
use crate::scan::find;
use crate::scan::number::{self, digits1};
use crate::trees::keys;
use crate::trees::node::{Found, Next, Node, Start, Value};
use crate::trees::syntax::{MAX_DEPTH, invalid, is_space, skip_space, trailing_bytes};

/// Parses an object that is the whole body, or the start of a list.
pub(crate) fn start<'a>(body: &'a [u8], record: &mut Record<'a>) -> Result<Start<'a>, Fail<'a>> {
    let input = skip_space(body);
    match input.split_first() {
        Some((b'[', rest)) => Ok(Start::List(body.len().saturating_sub(rest.len()), false)),
        Some((b'{', rest)) => {
            let mut node = Node::new(record, &keys::JSON);
            let rest = skip_space(object(rest, &mut node)?);
            if rest.is_empty() { node.finish(rest).map(Start::One) } else { Err(trailing_bytes(rest)) }
        }
        // A bare `OK` occurs as well (R12).
        Some((b'O', rest)) if skip_space(rest.strip_prefix(b"K").unwrap_or(b"?")).is_empty() => Ok(Start::One(Found::Deleted)),
        _ => Ok(Start::Neither),
    }
}

/// Parses the next element of a list.
pub(crate) fn next<'a>(window: &'a [u8], is_first: bool, is_whole: bool, out: &mut Record<'a>) -> Result<Next<'a>, Fail<'a>> {
    if let Some(rest) = skip_space(window).strip_prefix(b"]") {
        return Ok(Next::End(rest));
    }
    let input = after_comma(window, is_first)?;
    if let Some(rest) = input.strip_prefix(b"{") {
        let mut node = Node::new(out, &keys::JSON);
        let rest = object(rest, &mut node)?;
        let found = node.finish(rest).and_then(|found| match found {
            Found::Record => Ok(()),
            Found::Foreign(missing) => Err(missing.fail(rest)),
            Found::Error(_) | Found::Deleted => Err(not_a_record(input)),
        });
        return Ok(Next::Element(found, rest));
    }
    let (_, rest) = value(input, MAX_DEPTH)?;
    // A number may go on in the next chunk.
    let ends = rest.first().map_or(is_whole, |byte| is_space(*byte) || matches!(byte, b',' | b']'));
    if !ends {
        return Err(invalid("a comma or `]`", rest));
    }
    Ok(Next::Element(Err(not_a_record(input)), rest))
}

/// Skips the comma before an element; the first element has none.
pub(crate) fn after_comma(window: &[u8], is_first: bool) -> Result<&[u8], Fail<'_>> {
    let input = skip_space(window);
    if is_first {
        return Ok(input);
    }
    input.strip_prefix(b",").map(skip_space).ok_or(invalid("a comma or `]`", input))
}

const fn not_a_record(at: &[u8]) -> Fail<'_> {
    Fail::new(ErrorKind::NotARecord, "an object with a status", at)
}

/// Parses an object after its `{`, and returns the rest of the input.
fn object<'a>(input: &'a [u8], node: &mut Node<'_, 'a>) -> Result<&'a [u8], Fail<'a>> {
    let mut input = skip_space(input);
    if let Some(rest) = input.strip_prefix(b"}") {
        return Ok(rest);
    }
    loop {
        let rest = match fast_member(input, node) {
            Some(rest) => rest,
            None => member(input, node)?,
        };
        input = skip_space(rest);
        match input.split_first() {
            Some((b'}', rest)) => return Ok(rest),
            Some((b',', rest)) => input = skip_space(rest),
            _ => return Err(invalid("a comma or `}`", input)),
        }
    }
}

/// Parses an object after its `{`, and returns the rest of the input. Calls `visit` with each name,
/// its value, and the bytes of the value with everything nested in it.
pub(crate) fn members<'a>(input: &'a [u8], visit: &mut impl FnMut(Text<'a>, Value<'a>, &'a [u8])) -> Result<&'a [u8], Fail<'a>> {
    let mut input = skip_space(input);
    if let Some(rest) = input.strip_prefix(b"}") {
        return Ok(rest);
    }
    loop {
        let (name, _, start) = key(input)?;
        let (found, rest) = value(start, MAX_DEPTH)?;
        let bytes = start.get(..start.len().saturating_sub(rest.len())).unwrap_or_default();
        visit(Text::new(name, Charset::Utf8).escaped(Escape::Json), found, bytes);
        input = skip_space(rest);
        match input.split_first() {
            Some((b'}', rest)) => return Ok(rest),
            Some((b',', rest)) => input = skip_space(rest),
            _ => return Err(invalid("a comma or `}`", input)),
        }
    }
}

/// Skips a value with everything nested in it, and returns the rest of the input.
pub(crate) fn skip_value(input: &[u8]) -> Result<&[u8], Fail<'_>> {
    value(input, MAX_DEPTH).map(|(_, rest)| rest)
}

/// Fast path: parses the next expected member if it has no escapes, and returns the rest of the
/// input. Returns `None` otherwise; [`member`] then parses it or reports the error.
#[inline]
fn fast_member<'a>(input: &'a [u8], node: &mut Node<'_, 'a>) -> Option<&'a [u8]> {
    let (next, rest) = node.next_key(input.strip_prefix(b"\"")?)?;
    let start = skip_space(skip_space(rest).strip_prefix(b":")?);
    if let Some(quoted) = start.strip_prefix(b"\"") {
        let (text, found) = quoted.split_at_checked(find::either(b'"', b'\\', quoted)?)?;
        let rest = found.strip_prefix(b"\"")?;
        node.set_next(next, Value::Scalar(text), start);
        return Some(rest);
    }
    let (min, max) = next.key.field.range()?;
    let (number, used) = number::leading_integer(start, min, max, |byte| !matches!(byte, b'.' | b'e' | b'E'))?;
    node.set_next(next, Value::Integer(number), start);
    start.get(used..)
}

/// Parses a member, and returns the rest of the input.
fn member<'a>(input: &'a [u8], node: &mut Node<'_, 'a>) -> Result<&'a [u8], Fail<'a>> {
    let (name, is_escaped, start) = key(input)?;
    let (found, rest) = value(start, MAX_DEPTH)?;
    if is_escaped {
        set_escaped(node, name, found, start);
    } else {
        let written = node.text(name);
        node.set(name, written, found, start);
    }
    Ok(rest)
}

/// Sets the value of a name with escapes.
fn set_escaped<'a>(node: &mut Node<'_, 'a>, name: &'a [u8], value: Value<'a>, at: &'a [u8]) {
    // No name on the wire is longer.
    let mut plain = [0; 16];
    let mut places = plain.iter_mut();
    let mut fits = true;
    for next in Text::new(name, Charset::Utf8).escaped(Escape::Json).chars() {
        match (places.next(), u8::try_from(next)) {
            (Some(place), Ok(byte)) if byte.is_ascii() => *place = byte,
            _ => fits = false,
        }
    }
    let length = 16_usize.saturating_sub(places.len());
    let written = node.text(name);
    match plain.get(..length).filter(|_| fits) {
        Some(name) => node.set(name, written, value, at),
        None => node.set_unknown(written),
    }
}

/// Parses `"name" :`, and returns the name, whether it has escapes, and the rest of the input.
#[inline]
pub(crate) fn key(input: &[u8]) -> Result<(&[u8], bool, &[u8]), Fail<'_>> {
    let quoted = input.strip_prefix(b"\"").ok_or(invalid("a name in quotes", input))?;
    let (name, is_escaped, rest) = string(quoted)?;
    let rest = skip_space(rest);
    let rest = rest.strip_prefix(b":").ok_or(invalid("a colon", rest))?;
    Ok((name, is_escaped, skip_space(rest)))
}

/// Parses a value with others nested in it, at most `depth` deep, and returns it with the rest of
/// the input.
pub(crate) fn value(input: &[u8], depth: usize) -> Result<(Value<'_>, &[u8]), Fail<'_>> {
    match input.split_first() {
        Some((b'"', rest)) => string(rest).map(|(text, _, rest)| (Value::Scalar(text), rest)),
        Some((bracket @ (b'{' | b'['), rest)) => {
            let depth = depth.checked_sub(1).ok_or(invalid("values nested at most 32 deep", input))?;
            nested(rest, *bracket == b'{', depth).map(|rest| (Value::Other, rest))
        }
        _ => literal(input).map(|(rest, found)| (found, rest)).map_err(|_| invalid("a value", input)),
    }
}

/// Parses a number or a word.
fn literal(input: &[u8]) -> IResult<&[u8], Value<'_>, ()> {
    let sign = opt(tag("-".as_bytes()));
    let fraction = opt((tag(".".as_bytes()), digits1));
    let exponent =
        opt((alt((tag("e".as_bytes()), tag("E".as_bytes()))), opt(alt((tag("+".as_bytes()), tag("-".as_bytes())))), digits1));
    // Leading zeros are tolerated, because they have one meaning only.
    if let Ok((rest, _)) = (sign, digits1, fraction, exponent).parse(input) {
        let number = input.get(..input.len().saturating_sub(rest.len())).unwrap_or_default();
        let is_digits = number.iter().all(u8::is_ascii_digit);
        return Ok((rest, if is_digits { Value::Scalar(number) } else { Value::Number(number) }));
    }
    let null = tag("null".as_bytes()).map(|_| Value::Absent);
    let word = alt((tag("true".as_bytes()), tag("false".as_bytes()))).map(|_| Value::Other);
    alt((null, word)).parse(input)
}

/// Skips an object or an array after its opening bracket.
fn nested(input: &[u8], is_object: bool, depth: usize) -> Result<&[u8], Fail<'_>> {
    let end = if is_object { b'}' } else { b']' };
    let mut input = skip_space(input);
    if let Some(rest) = input.strip_prefix(&[end]) {
        return Ok(rest);
    }
    loop {
        if is_object {
            (_, _, input) = key(input)?;
        }
        let (_, rest) = value(input, depth)?;
        input = skip_space(rest);
        match input.split_first() {
            Some((byte, rest)) if *byte == end => return Ok(rest),
            Some((b',', rest)) => input = skip_space(rest),
            _ => return Err(invalid("a comma or a closing bracket", input)),
        }
    }
}

/// Parses a string after its opening quote, and returns its bytes, whether they contain escapes,
/// and the rest of the input. Control characters are tolerated, because the provider does not seem
/// to use a JSON library.
#[inline]
fn string(input: &[u8]) -> Result<(&[u8], bool, &[u8]), Fail<'_>> {
    let mut rest = input;
    loop {
        let place = find::either(b'"', b'\\', rest).ok_or(invalid("a closing quote", end_of(rest)))?;
        let (_, found) = rest.split_at_checked(place).unwrap_or_default();
        if let Some(after) = found.strip_prefix(b"\"") {
            let text = input.get(..input.len().saturating_sub(found.len())).unwrap_or_default();
            return Ok((text, rest.len() != input.len(), after));
        }
        rest = escape(found).ok_or(invalid("an escape of JSON", found))?;
    }
}

/// Skips an escape. Returns `None` if it is not one of JSON.
fn escape(input: &[u8]) -> Option<&[u8]> {
    match input {
        [b'\\', b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't', rest @ ..] => Some(rest),
        [b'\\', b'u', one, two, three, four, rest @ ..] => {
            [one, two, three, four].iter().all(|digit| digit.is_ascii_hexdigit()).then_some(rest)
        }
        _ => None,
    }
}
