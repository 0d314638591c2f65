//! fmt 2: XML (sections 2.1 and 2.2 of docs/protocol.md): as much of it as a list of flat records
//! needs, and never a DTD or an external entity.

use memchr::{memchr, memchr2};
use nom::bytes::complete::{tag, take_while1};
use nom::{IResult, Parser};

use crate::error::{ErrorKind, Fail, end_of};
use crate::model::charset::Charset;
use crate::model::escape::reference;
use crate::model::record::Record;
use crate::model::text::Text;
use crate::scan::{find, number};
use crate::trees::keys;
use crate::trees::node::{Found, Next, Node, Start, Value};
use crate::trees::syntax::{MAX_DEPTH, invalid, is_space, skip_space, trailing_bytes};

const LIST: &[u8] = b"list";
const RECORD: &[u8] = b"sms";
const RESULT: &[u8] = b"result";

/// Parses an element that is the whole body, or the start of a list.
pub(crate) fn start<'a>(body: &'a [u8], record: &mut Record<'a>) -> Result<Start<'a>, Fail<'a>> {
    let input = skip_misc(body)?;
    let Ok((rest, name)) = open(input) else { return Ok(Start::Neither) };
    if name == LIST {
        let (rest, is_empty) = attributes(rest)?;
        let place = body.len().saturating_sub(rest.len());
        return Ok(Start::List(place, is_empty));
    }
    if name != RECORD && name != RESULT {
        return Ok(Start::Neither);
    }
    let mut node = Node::new(record, &keys::XML);
    let rest = skip_misc(element(rest, name, &mut node)?)?;
    if rest.is_empty() { node.finish(rest).map(Start::One) } else { Err(trailing_bytes(rest)) }
}

/// Parses the next element of a list.
pub(crate) fn next<'a>(window: &'a [u8], out: &mut Record<'a>) -> Result<Next<'a>, Fail<'a>> {
    let input = skip_misc(window)?;
    if input.starts_with(b"</") {
        return close(input, LIST).map(Next::End);
    }
    let (rest, name) = open(input).map_err(|_| invalid("an element", input))?;
    let not_a_record = Fail::new(ErrorKind::NotARecord, "an element `sms` with a status", input);
    let mut node = Node::new(out, &keys::XML);
    let (found, rest) = if name == RECORD {
        let rest = element(rest, name, &mut node)?;
        let found = node.finish(rest).and_then(|found| match found {
            Found::Record => Ok(()),
            Found::Foreign(missing) => Err(missing.fail(rest)),
            Found::Error(_) | Found::Deleted => Err(not_a_record),
        });
        (found, rest)
    } else {
        let (rest, is_empty) = attributes(rest)?;
        let rest = if is_empty { rest } else { content(rest, name, MAX_DEPTH)?.rest };
        (Err(not_a_record), rest)
    };
    Ok(Next::Element(found, rest))
}

/// Parses an element `sms` or `result` after its name, and returns the rest of the input.
fn element<'a>(input: &'a [u8], name: &[u8], node: &mut Node<'_, 'a>) -> Result<&'a [u8], Fail<'a>> {
    let (start, is_empty) = attributes(input)?;
    if is_empty {
        return Ok(start);
    }
    let mut input = start;
    let mut has_children = false;
    loop {
        if let Some(rest) = fast_child(skip_space(input), node) {
            has_children = true;
            input = rest;
            continue;
        }
        input = skip_misc(input)?;
        if input.starts_with(b"</") {
            let text = start.get(..start.len().saturating_sub(input.len())).unwrap_or_default();
            if name == RESULT && !has_children {
                let written = node.text(RESULT);
                node.set(RESULT, written, Value::Scalar(text), start);
            }
            return close(input, name);
        }
        if let Ok((rest, child)) = open(input) {
            has_children = true;
            input = leaf(rest, child, node)?;
            continue;
        }
        // Text between the elements is the result of a deletion; in a record it is an error.
        if name != RESULT {
            node.fail(invalid("an element", input));
        }
        if let Some(rest) = special(input)? {
            input = rest;
            continue;
        }
        if input.starts_with(b"<") {
            return Err(invalid("a tag", input));
        }
        input = match text(input)? {
            Run::Text(rest) => rest,
            Run::Entity(at, rest) => {
                node.fail(entity(at));
                rest
            }
        };
    }
}

/// The element that is a whole body, for replies that are no records.
#[derive(Clone, Copy)]
pub(crate) struct Root<'a> {
    /// Its name.
    pub(crate) name: &'a [u8],
    /// The input after its opening tag.
    start: &'a [u8],
    /// Its content; empty if it has none.
    pub(crate) text: &'a [u8],
    /// Whether it has elements in it.
    pub(crate) has_children: bool,
}

/// Parses the element that is the whole body. Returns `None` if the body is not one, or is HTML.
pub(crate) fn root(body: &[u8]) -> Result<Option<Root<'_>>, Fail<'_>> {
    let Ok((rest, name)) = open(skip_misc(body)?) else { return Ok(None) };
    if name.eq_ignore_ascii_case(b"html") {
        return Ok(None);
    }
    let (start, is_empty) = attributes(rest)?;
    let (text, has_children, rest) = if is_empty {
        (end_of(start), false, start)
    } else {
        let found = content(start, name, MAX_DEPTH)?;
        if let Some(fail) = found.wrong {
            return Err(fail);
        }
        (found.text, found.has_children, found.rest)
    };
    let rest = skip_misc(rest)?;
    if rest.is_empty() { Ok(Some(Root { name, start, text, has_children })) } else { Err(trailing_bytes(rest)) }
}

/// Parses the children of an element that [`root`] returned. Calls `visit` with each name, its
/// value, and the bytes of the value.
pub(crate) fn children<'a>(root: &Root<'a>, visit: &mut impl FnMut(Text<'a>, Value<'a>, &'a [u8])) -> Result<(), Fail<'a>> {
    let mut input = root.start;
    loop {
        input = skip_misc(input)?;
        if input.starts_with(b"</") {
            return close(input, root.name).map(|_| ());
        }
        let (rest, name) = open(input).map_err(|_| invalid("an element", input))?;
        let (start, is_empty) = attributes(rest)?;
        let (value, text, rest) = if is_empty {
            let empty = start.get(..0).unwrap_or_default();
            (Value::Scalar(empty), empty, start)
        } else {
            let found = content(start, name, MAX_DEPTH)?;
            (if found.has_children { Value::Other } else { Value::Scalar(found.text) }, found.text, found.rest)
        };
        visit(Text::new(name, Charset::Utf8), value, text);
        input = rest;
    }
}

/// Fast path: parses the next expected element if it has no attributes, entities or children, and
/// returns the rest of the input. Returns `None` otherwise; [`leaf`] then parses it or reports the
/// error.
#[inline]
fn fast_child<'a>(input: &'a [u8], node: &mut Node<'_, 'a>) -> Option<&'a [u8]> {
    let (next, start) = node.next_key(input.strip_prefix(b"<")?)?;
    if let Some((min, max)) = next.key.field.range()
        && let Some((number, used)) = number::leading_integer(start, min, max, |byte| byte == b'<')
    {
        let rest = next.key.strip(start.get(used..)?.strip_prefix(b"</")?)?;
        node.set_next(next, Value::Integer(number), start);
        return Some(rest);
    }
    let (text, found) = start.split_at_checked(find::either(b'<', b'&', start)?)?;
    let rest = next.key.strip(found.strip_prefix(b"</")?)?;
    node.set_next(next, Value::Scalar(text), start);
    Some(rest)
}

/// Parses a child of a record after its name, sets the field of this name, and returns the rest of
/// the input.
fn leaf<'a>(input: &'a [u8], name: &'a [u8], node: &mut Node<'_, 'a>) -> Result<&'a [u8], Fail<'a>> {
    let (rest, is_empty) = attributes(input)?;
    let written = node.text(name);
    if is_empty {
        node.set(name, written, Value::Scalar(b""), rest);
        return Ok(rest);
    }
    let found = content(rest, name, MAX_DEPTH)?;
    let value = if found.has_children { Value::Other } else { Value::Scalar(found.text) };
    node.set(name, written, value, rest);
    if let Some(fail) = found.wrong {
        node.fail_named(name, fail);
    }
    Ok(found.rest)
}

/// The content of an element.
pub(crate) struct Content<'a> {
    pub(crate) text: &'a [u8],
    pub(crate) has_children: bool,
    /// The failure of an unknown entity.
    pub(crate) wrong: Option<Fail<'a>>,
    /// The input after the closing tag.
    pub(crate) rest: &'a [u8],
}

/// Parses the content of an element, with elements nested in it at most `depth` deep, and its
/// closing tag.
pub(crate) fn content<'a>(start: &'a [u8], name: &[u8], depth: usize) -> Result<Content<'a>, Fail<'a>> {
    let depth = depth.checked_sub(1).ok_or(invalid("elements nested at most 32 deep", start))?;
    let mut input = start;
    let (mut has_children, mut wrong) = (false, None);
    loop {
        input = match text(input)? {
            Run::Text(rest) => rest,
            Run::Entity(at, rest) => {
                wrong.get_or_insert(entity(at));
                input = rest;
                continue;
            }
        };
        if let Some(rest) = special(input)? {
            input = rest;
            continue;
        }
        if input.starts_with(b"</") {
            let text = start.get(..start.len().saturating_sub(input.len())).unwrap_or_default();
            return Ok(Content { text, has_children, wrong, rest: close(input, name)? });
        }
        let (rest, child) = open(input).map_err(|_| invalid("a tag", input))?;
        has_children = true;
        let (rest, is_empty) = attributes(rest)?;
        input = if is_empty {
            rest
        } else {
            let nested = content(rest, child, depth)?;
            wrong = wrong.or(nested.wrong);
            nested.rest
        };
    }
}

/// The end of a run of text.
enum Run<'a> {
    /// The next `<`.
    Text(&'a [u8]),
    /// An unknown entity: the input from its `&` on, and the input after its `&`.
    Entity(&'a [u8], &'a [u8]),
}

/// Skips text and the known entities in it.
fn text(input: &[u8]) -> Result<Run<'_>, Fail<'_>> {
    let mut rest = input;
    loop {
        let place = find::either(b'<', b'&', rest).ok_or(invalid("a closing tag", end_of(rest)))?;
        let (_, found) = rest.split_at_checked(place).unwrap_or_default();
        let Some(after) = found.strip_prefix(b"&") else { return Ok(Run::Text(found)) };
        // The longest reference is that of U+10FFFF with some zeros in front.
        let within = after.get(..16).unwrap_or(after);
        let Some(end) = memchr(b';', within) else {
            // Bytes that were not received yet may hold the `;`.
            if within.len() == after.len() && memchr2(b'<', b'&', within).is_none() {
                return Err(invalid("the end of a reference", end_of(within)));
            }
            return Ok(Run::Entity(found, after));
        };
        if after.get(..end).and_then(reference).is_none() {
            return Ok(Run::Entity(found, after));
        }
        rest = after.get(end.saturating_add(1)..).unwrap_or_default();
    }
}

const fn entity(at: &[u8]) -> Fail<'_> {
    invalid("one of the five entities of XML, or a reference to a character", at)
}

/// Skips white space, comments and processing instructions.
pub(crate) fn skip_misc(input: &[u8]) -> Result<&[u8], Fail<'_>> {
    let mut input = skip_space(input);
    while !input.starts_with(b"<![CDATA[")
        && let Some(rest) = special(input)?
    {
        input = skip_space(rest);
    }
    Ok(input)
}

/// Skips white space, comments and processing instructions after a list, each at most `limit` bytes
/// long. Returns the rest of the input, and whether it starts with one of them that has no end yet.
pub(crate) fn skip_after(input: &[u8], limit: usize) -> (&[u8], bool) {
    let mut input = skip_space(input);
    loop {
        let within = input.get(..limit).unwrap_or(input);
        match special(within) {
            Ok(Some(rest)) if !within.starts_with(b"<![CDATA[") => {
                let used = within.len().saturating_sub(rest.len());
                input = skip_space(input.get(used..).unwrap_or_default());
            }
            Ok(_) => return (input, false),
            Err(_) => return (input, true),
        }
    }
}

/// Skips a comment, a processing instruction or a CDATA section. Returns `None` if the input starts
/// with something else.
fn special(input: &[u8]) -> Result<Option<&[u8]>, Fail<'_>> {
    // Most inputs start with a tag.
    if !matches!(input, [b'<'] | [b'<', b'!' | b'?', ..]) {
        return Ok(None);
    }
    for (open, close) in [(&b"<!--"[..], &b"-->"[..]), (b"<?", b"?>"), (b"<![CDATA[", b"]]>")] {
        if let Some(rest) = input.strip_prefix(open) {
            let end =
                find::substring(close, rest).ok_or(invalid("the end of a comment, an instruction or a section", end_of(rest)))?;
            return Ok(rest.get(end.saturating_add(close.len())..));
        }
        // The window may end inside the opening.
        if !input.is_empty() && open.starts_with(input) {
            return Err(invalid("the end of a tag", end_of(input)));
        }
    }
    Ok(None)
}

/// Parses `<` and a name.
pub(crate) fn open(input: &[u8]) -> IResult<&[u8], &[u8], ()> {
    let (rest, _) = tag("<".as_bytes()).parse(input)?;
    take_while1(is_name).parse(rest)
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b':') || !byte.is_ascii()
}

/// Skips the attributes of a tag. Returns the input after the tag, and whether the element is empty
/// (`/>`).
pub(crate) fn attributes(input: &[u8]) -> Result<(&[u8], bool), Fail<'_>> {
    if let Some(rest) = input.strip_prefix(b">") {
        return Ok((rest, false));
    }
    let mut input = input;
    loop {
        let spaced = skip_space(input);
        if let Some(rest) = spaced.strip_prefix(b">") {
            return Ok((rest, false));
        }
        if let Some(rest) = spaced.strip_prefix(b"/>") {
            return Ok((rest, true));
        }
        let wrong = |rest| invalid("an attribute, `/>` or `>`", rest);
        let name = spaced.iter().position(|byte| !is_name(*byte)).unwrap_or(spaced.len());
        if name == 0 || spaced.len() == input.len() {
            return Err(wrong(spaced));
        }
        let rest = skip_space(spaced.get(name..).unwrap_or_default());
        let rest = skip_space(rest.strip_prefix(b"=").ok_or_else(|| wrong(rest))?);
        let (quote, value) = rest.split_first().filter(|(quote, _)| matches!(quote, b'"' | b'\'')).ok_or_else(|| wrong(rest))?;
        let end = memchr(*quote, value).ok_or(invalid("a closing quote", end_of(value)))?;
        input = value.get(end.saturating_add(1)..).unwrap_or_default();
    }
}

/// Parses `</name>`, and returns the rest of the input.
pub(crate) fn close<'a>(input: &'a [u8], name: &[u8]) -> Result<&'a [u8], Fail<'a>> {
    let named = input.strip_prefix(b"</").and_then(|rest| rest.strip_prefix(name));
    let rest = named.filter(|rest| rest.first().is_none_or(|byte| *byte == b'>' || is_space(*byte)));
    let rest = skip_space(rest.ok_or(invalid("the closing tag of the element", input))?);
    rest.strip_prefix(b">").ok_or(invalid("`>`", rest))
}
