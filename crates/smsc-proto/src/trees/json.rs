//! fmt 3: JSON (sections 2.1 and 2.2 of docs/protocol.md). Only the structure is ASCII; strings hold bytes of any of the charsets.

use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::combinator::opt;
use nom::{IResult, Parser};

use crate::error::{ErrorKind, Fail};
use crate::model::charset::Charset;
use crate::model::escape::Escape;
use crate::model::fields::ValueKind;
use crate::model::record::Record;
use crate::model::text::Text;
use crate::scan::find;
use crate::scan::number::{self, digits1};
use crate::trees::keys;
use crate::trees::node::{Found, Next, Node, Start, Value};
use crate::trees::syntax::{MAX_DEPTH, broken, is_space, skip_space, trailing_bytes};

/// Reads an object that is all of the body, or the start of a list.
pub(crate) fn start<'a>(body: &'a [u8], status: &mut Record<'a>) -> Result<Start<'a>, Fail> {
    let input = skip_space(body);
    match input.split_first() {
        Some((b'[', rest)) => Ok(Start::List(body.len().saturating_sub(rest.len()), false)),
        Some((b'{', rest)) => {
            let mut node = Node::new(status, &keys::JSON);
            let rest = skip_space(object(rest, &mut node)?);
            if rest.is_empty() { node.finish().map(Start::One) } else { Err(trailing_bytes(rest.len())) }
        }
        // A bare `OK` was seen, too (R12).
        Some((b'O', rest)) if skip_space(rest.strip_prefix(b"K").unwrap_or(b"?")).is_empty() => Ok(Start::One(Found::Deleted)),
        _ => Ok(Start::Neither),
    }
}

/// Reads the next element of a list.
pub(crate) fn next<'a>(window: &'a [u8], is_first: bool, is_whole: bool, out: &mut Record<'a>) -> Result<Next<'a>, Fail> {
    if let Some(rest) = skip_space(window).strip_prefix(b"]") {
        return Ok(Next::End(rest));
    }
    let input = behind_comma(window, is_first)?;
    if let Some(rest) = input.strip_prefix(b"{") {
        let mut node = Node::new(out, &keys::JSON);
        let rest = object(rest, &mut node)?;
        let found = node.finish().and_then(|found| match found {
            Found::Record => Ok(()),
            Found::Error(_) | Found::Deleted => Err(not_a_record(input.len())),
        });
        // What fails for want of a field fails at the element's end.
        return Ok(Next::Element(found.map_err(|fail| relative(fail, rest)), rest));
    }
    let (_, rest) = value(input, MAX_DEPTH)?;
    // A number could go on in the next chunk.
    let ends = rest.first().map_or(is_whole, |byte| is_space(*byte) || matches!(byte, b',' | b']'));
    if !ends {
        return Err(broken("a comma or `]`", rest.len()));
    }
    Ok(Next::Element(Err(relative(not_a_record(input.len()), rest)), rest))
}

/// Where an element begins: behind the comma that stands in front of it, but for the first.
pub(crate) fn behind_comma(window: &[u8], is_first: bool) -> Result<&[u8], Fail> {
    let input = skip_space(window);
    if is_first {
        return Ok(input);
    }
    input.strip_prefix(b",").map(skip_space).ok_or(broken("a comma or `]`", input.len()))
}

/// A failure seen from the end of the element instead of the end of the window.
const fn relative(fail: Fail, rest: &[u8]) -> Fail {
    Fail { left: fail.left.saturating_sub(rest.len()), ..fail }
}

const fn not_a_record(left: usize) -> Fail {
    Fail::new(ErrorKind::NotARecord, "an object with a status", left)
}

/// Reads what follows a `{`, and gives what follows the `}`.
fn object<'a>(input: &'a [u8], node: &mut Node<'_, 'a>) -> Result<&'a [u8], Fail> {
    let mut input = skip_space(input);
    if let Some(rest) = input.strip_prefix(b"}") {
        return Ok(rest);
    }
    loop {
        let rest = match usual(input, node) {
            Some(rest) => rest,
            None => member(input, node)?,
        };
        input = skip_space(rest);
        match input.split_first() {
            Some((b'}', rest)) => return Ok(rest),
            Some((b',', rest)) => input = skip_space(rest),
            _ => return Err(broken("a comma or `}`", input.len())),
        }
    }
}

/// Reads a name and its value where they come and look as they do as a rule, and gives what follows. Whatever else it may be, and whatever is wrong
/// with it, is for [`member`] to find.
#[inline]
fn usual<'a>(input: &'a [u8], node: &mut Node<'_, 'a>) -> Option<&'a [u8]> {
    let (next, rest) = node.next_key(input.strip_prefix(b"\"")?)?;
    let start = skip_space(skip_space(rest).strip_prefix(b":")?);
    if let Some(quoted) = start.strip_prefix(b"\"") {
        let (text, found) = quoted.split_at_checked(find::either(b'"', b'\\', quoted)?)?;
        let rest = found.strip_prefix(b"\"")?;
        node.take_next(next, Value::Scalar(text), start.len());
        return Some(rest);
    }
    let ValueKind::Number { min, max } = next.key.field.kind() else { return None };
    let (number, used) = number::leading_integer(start, min, max, |byte| !matches!(byte, b'.' | b'e' | b'E'))?;
    node.take_next(next, Value::Integer(number), start.len());
    start.get(used..)
}

/// Reads any name and its value, and gives what follows.
fn member<'a>(input: &'a [u8], node: &mut Node<'_, 'a>) -> Result<&'a [u8], Fail> {
    let (name, is_escaped, start) = key(input)?;
    let (found, rest) = value(start, MAX_DEPTH)?;
    if is_escaped {
        take_escaped(node, name, found, start.len());
    } else {
        node.take(name, found, start.len());
    }
    Ok(rest)
}

/// Gives the value of an escaped name to a node.
fn take_escaped<'a>(node: &mut Node<'_, 'a>, name: &'a [u8], value: Value<'a>, left: usize) {
    // No name of the wire is longer.
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
    if let Some(name) = plain.get(..length).filter(|_| fits) {
        node.take(name, value, left);
    }
}

/// Reads `"name" :`, and gives the name, whether it is escaped, and what follows.
#[inline]
fn key(input: &[u8]) -> Result<(&[u8], bool, &[u8]), Fail> {
    let quoted = input.strip_prefix(b"\"").ok_or(broken("a name in quotes", input.len()))?;
    let (name, is_escaped, rest) = string(quoted)?;
    let rest = skip_space(rest);
    let rest = rest.strip_prefix(b":").ok_or(broken("a colon", rest.len()))?;
    Ok((name, is_escaped, skip_space(rest)))
}

/// Reads a value, in which others may be nested so deep, and gives what follows it.
fn value(input: &[u8], depth: usize) -> Result<(Value<'_>, &[u8]), Fail> {
    match input.split_first() {
        Some((b'"', rest)) => string(rest).map(|(text, _, rest)| (Value::Scalar(text), rest)),
        Some((bracket @ (b'{' | b'['), rest)) => {
            let depth = depth.checked_sub(1).ok_or(broken("values nested at most 32 deep", input.len()))?;
            nested(rest, *bracket == b'{', depth).map(|rest| (Value::Other, rest))
        }
        _ => literal(input).map(|(rest, found)| (found, rest)).map_err(|_| broken("a value", input.len())),
    }
}

/// A number, or a word.
fn literal(input: &[u8]) -> IResult<&[u8], Value<'_>, ()> {
    let sign = opt(tag("-".as_bytes()));
    let fraction = opt((tag(".".as_bytes()), digits1));
    let exponent =
        opt((alt((tag("e".as_bytes()), tag("E".as_bytes()))), opt(alt((tag("+".as_bytes()), tag("-".as_bytes())))), digits1));
    // Zeros in front are tolerated, because nothing else can be meant.
    if let Ok((rest, _)) = (sign, digits1, fraction, exponent).parse(input) {
        let number = input.get(..input.len().saturating_sub(rest.len())).unwrap_or_default();
        return Ok((rest, Value::Scalar(number)));
    }
    let null = tag("null".as_bytes()).map(|_| Value::Absent);
    let word = alt((tag("true".as_bytes()), tag("false".as_bytes()))).map(|_| Value::Other);
    alt((null, word)).parse(input)
}

/// Skips what follows an opening bracket, up to its closing one.
fn nested(input: &[u8], is_object: bool, depth: usize) -> Result<&[u8], Fail> {
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
            _ => return Err(broken("a comma or a closing bracket", input.len())),
        }
    }
}

/// Reads what follows a quote, up to the closing one; gives the bytes between, whether there are escapes in them, and what follows. Control characters are tolerated, since the
/// provider's JSON looks put together by hand.
#[inline]
fn string(input: &[u8]) -> Result<(&[u8], bool, &[u8]), Fail> {
    let mut rest = input;
    loop {
        let place = find::either(b'"', b'\\', rest).ok_or(broken("a closing quote", 0))?;
        let (_, found) = rest.split_at_checked(place).unwrap_or_default();
        if let Some(behind) = found.strip_prefix(b"\"") {
            let text = input.get(..input.len().saturating_sub(found.len())).unwrap_or_default();
            return Ok((text, rest.len() != input.len(), behind));
        }
        rest = escape(found).ok_or(broken("an escape of JSON", found.len()))?;
    }
}

/// What follows a backslash and what it escapes.
fn escape(input: &[u8]) -> Option<&[u8]> {
    match input {
        [b'\\', b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't', rest @ ..] => Some(rest),
        [b'\\', b'u', one, two, three, four, rest @ ..] => {
            [one, two, three, four].iter().all(|digit| digit.is_ascii_hexdigit()).then_some(rest)
        }
        _ => None,
    }
}
