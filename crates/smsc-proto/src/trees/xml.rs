//! fmt 2: XML (sections 2.1 and 2.2 of docs/protocol.md): as much of it as a list of flat records needs, and never a DTD or an external entity.

use memchr::{memchr, memchr2};
use nom::bytes::complete::{tag, take_while1};
use nom::{IResult, Parser};

use crate::error::{ErrorKind, Fail};
use crate::model::escape::reference;
use crate::model::record::Record;
use crate::scan::find;
use crate::trees::keys;
use crate::trees::node::{Found, Next, Node, Start, Value};
use crate::trees::syntax::{MAX_DEPTH, broken, is_space, skip_space, trailing_bytes};

const LIST: &[u8] = b"list";
const RECORD: &[u8] = b"sms";
const RESULT: &[u8] = b"result";

/// Reads an element that is all of the body, or the start of a list.
pub(crate) fn start<'a>(body: &'a [u8], status: &mut Record<'a>) -> Result<Start<'a>, Fail> {
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
    let mut node = Node::new(status, &keys::XML);
    let rest = skip_misc(element(rest, name, &mut node)?)?;
    if rest.is_empty() { node.finish().map(Start::One) } else { Err(trailing_bytes(rest.len())) }
}

/// Reads the next element of a list.
pub(crate) fn next<'a>(window: &'a [u8], out: &mut Record<'a>) -> Result<Next<'a>, Fail> {
    let input = skip_misc(window)?;
    if input.starts_with(b"</") {
        return close(input, LIST).map(Next::End);
    }
    let (rest, name) = open(input).map_err(|_| broken("an element", input.len()))?;
    let not_a_record = Fail::new(ErrorKind::NotARecord, "an element `sms` with a status", input.len());
    let mut node = Node::new(out, &keys::XML);
    let (found, rest) = if name == RECORD {
        let rest = element(rest, name, &mut node)?;
        let found = node.finish();
        (found.and_then(|found| if matches!(found, Found::Record) { Ok(()) } else { Err(not_a_record) }), rest)
    } else {
        let (rest, is_empty) = attributes(rest)?;
        let rest = if is_empty { rest } else { content(rest, name, MAX_DEPTH)?.rest };
        (Err(not_a_record), rest)
    };
    // Seen from the end of the element instead of the end of the window.
    Ok(Next::Element(found.map_err(|fail| Fail { left: fail.left.saturating_sub(rest.len()), ..fail }), rest))
}

/// Reads what follows `<sms` or `<result`, and gives what follows its end.
fn element<'a>(input: &'a [u8], name: &[u8], node: &mut Node<'_, 'a>) -> Result<&'a [u8], Fail> {
    let (start, is_empty) = attributes(input)?;
    if is_empty {
        return Ok(start);
    }
    let mut input = start;
    let mut has_children = false;
    loop {
        if let Some(rest) = usual(skip_space(input), node) {
            has_children = true;
            input = rest;
            continue;
        }
        input = skip_misc(input)?;
        if input.starts_with(b"</") {
            let text = start.get(..start.len().saturating_sub(input.len())).unwrap_or_default();
            if name == RESULT && !has_children {
                node.take(b"result", Value::Scalar(text), start.len());
            }
            return close(input, name);
        }
        if let Ok((rest, child)) = open(input) {
            has_children = true;
            input = leaf(rest, child, node)?;
            continue;
        }
        // Text between the elements: of a deletion it is the result, of a record it makes no sense.
        if name != RESULT {
            node.fail(broken("an element", input.len()));
        }
        if let Some(rest) = special(input)? {
            input = rest;
            continue;
        }
        if input.starts_with(b"<") {
            return Err(broken("a tag", input.len()));
        }
        input = match text(input)? {
            Run::Text(rest) => rest,
            Run::Entity(at, rest) => {
                node.fail(entity(at.len()));
                rest
            }
        };
    }
}

/// Reads an element where it comes and looks as it does as a rule, and gives what follows. Whatever else it may be, and whatever is wrong with it, is for
/// [`leaf`] to find.
#[inline]
fn usual<'a>(input: &'a [u8], node: &mut Node<'_, 'a>) -> Option<&'a [u8]> {
    let (next, start) = node.next_key(input.strip_prefix(b"<")?)?;
    let (text, found) = start.split_at_checked(find::either(b'<', b'&', start)?)?;
    let rest = next.key.strip(found.strip_prefix(b"</")?)?;
    node.take_next(next, Value::Scalar(text), start.len());
    Some(rest)
}

/// Reads what follows `<child` within a record, gives its text to the node, and what follows its end.
fn leaf<'a>(input: &'a [u8], name: &'a [u8], node: &mut Node<'_, 'a>) -> Result<&'a [u8], Fail> {
    let (rest, is_empty) = attributes(input)?;
    if is_empty {
        node.take(name, Value::Scalar(b""), rest.len());
        return Ok(rest);
    }
    let found = content(rest, name, MAX_DEPTH)?;
    let value = if found.has_children { Value::Other } else { Value::Scalar(found.text) };
    node.take(name, value, rest.len());
    if let Some(fail) = found.wrong {
        node.fail_named(name, fail);
    }
    Ok(found.rest)
}

/// What stands between the tags of an element.
struct Content<'a> {
    text: &'a [u8],
    has_children: bool,
    /// An entity that nobody knows.
    wrong: Option<Fail>,
    /// What follows the closing tag.
    rest: &'a [u8],
}

/// Reads what follows an opening tag, up to its closing one, with elements nested so deep.
fn content<'a>(start: &'a [u8], name: &[u8], depth: usize) -> Result<Content<'a>, Fail> {
    let depth = depth.checked_sub(1).ok_or(broken("elements nested at most 32 deep", start.len()))?;
    let mut input = start;
    let (mut has_children, mut wrong) = (false, None);
    loop {
        input = match text(input)? {
            Run::Text(rest) => rest,
            Run::Entity(at, rest) => {
                wrong.get_or_insert(entity(at.len()));
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
        let (rest, child) = open(input).map_err(|_| broken("a tag", input.len()))?;
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

/// How far plain text goes.
enum Run<'a> {
    /// To the next `<`.
    Text(&'a [u8]),
    /// To an entity that nobody knows; where it is, and what follows its `&`.
    Entity(&'a [u8], &'a [u8]),
}

/// Skips text and the entities in it.
fn text(input: &[u8]) -> Result<Run<'_>, Fail> {
    let mut rest = input;
    loop {
        let place = find::either(b'<', b'&', rest).ok_or(broken("a closing tag", 0))?;
        let (_, found) = rest.split_at_checked(place).unwrap_or_default();
        let Some(behind) = found.strip_prefix(b"&") else { return Ok(Run::Text(found)) };
        // The longest reference is that of U+10FFFF with some zeros in front.
        let within = behind.get(..16).unwrap_or(behind);
        let Some(end) = memchr(b';', within) else {
            // What is missing may be in bytes that have not come.
            if within.len() == behind.len() && memchr2(b'<', b'&', within).is_none() {
                return Err(broken("the end of a reference", 0));
            }
            return Ok(Run::Entity(found, behind));
        };
        if behind.get(..end).and_then(reference).is_none() {
            return Ok(Run::Entity(found, behind));
        }
        rest = behind.get(end.saturating_add(1)..).unwrap_or_default();
    }
}

const fn entity(left: usize) -> Fail {
    broken("one of the five entities of XML, or a reference to a character", left)
}

/// Skips white space, comments and processing instructions.
pub(crate) fn skip_misc(input: &[u8]) -> Result<&[u8], Fail> {
    let mut input = skip_space(input);
    while !input.starts_with(b"<![CDATA[")
        && let Some(rest) = special(input)?
    {
        input = skip_space(rest);
    }
    Ok(input)
}

/// Skips what may stand behind a list, nothing of it longer than the limit; says whether something begins there that has no end yet.
pub(crate) fn skip_behind(input: &[u8], limit: usize) -> (&[u8], bool) {
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

/// What is no element: a comment, a processing instruction, a CDATA section; gives what follows.
fn special(input: &[u8]) -> Result<Option<&[u8]>, Fail> {
    // Mostly it is a tag.
    if !matches!(input, [b'<'] | [b'<', b'!' | b'?', ..]) {
        return Ok(None);
    }
    for (open, close) in [(&b"<!--"[..], &b"-->"[..]), (b"<?", b"?>"), (b"<![CDATA[", b"]]>")] {
        if let Some(rest) = input.strip_prefix(open) {
            let end = find::first_str(close, rest).ok_or(broken("the end of a comment, an instruction or a section", 0))?;
            return Ok(rest.get(end.saturating_add(close.len())..));
        }
        // Its start may be cut off by the window.
        if !input.is_empty() && open.starts_with(input) {
            return Err(broken("the end of a tag", 0));
        }
    }
    Ok(None)
}

/// `<` and a name.
fn open(input: &[u8]) -> IResult<&[u8], &[u8], ()> {
    let (rest, _) = tag("<".as_bytes()).parse(input)?;
    take_while1(is_name).parse(rest)
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b':') || !byte.is_ascii()
}

/// Skips the attributes of a tag; says what follows it, and whether the element is empty (`/>`).
fn attributes(input: &[u8]) -> Result<(&[u8], bool), Fail> {
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
        let wrong = |rest: &[u8]| broken("an attribute, `/>` or `>`", rest.len());
        let name = spaced.iter().position(|byte| !is_name(*byte)).unwrap_or(spaced.len());
        if name == 0 || spaced.len() == input.len() {
            return Err(wrong(spaced));
        }
        let rest = skip_space(spaced.get(name..).unwrap_or_default());
        let rest = skip_space(rest.strip_prefix(b"=").ok_or_else(|| wrong(rest))?);
        let (quote, value) = rest.split_first().filter(|(quote, _)| matches!(quote, b'"' | b'\'')).ok_or_else(|| wrong(rest))?;
        let end = memchr(*quote, value).ok_or(broken("a closing quote", 0))?;
        input = value.get(end.saturating_add(1)..).unwrap_or_default();
    }
}

/// Reads `</name>`, and gives what follows.
fn close<'a>(input: &'a [u8], name: &[u8]) -> Result<&'a [u8], Fail> {
    let named = input.strip_prefix(b"</").and_then(|rest| rest.strip_prefix(name));
    let rest = named.filter(|rest| rest.first().is_none_or(|byte| *byte == b'>' || is_space(*byte)));
    let rest = skip_space(rest.ok_or(broken("the closing tag of the element", input.len()))?);
    rest.strip_prefix(b">").ok_or(broken("`>`", rest.len()))
}
