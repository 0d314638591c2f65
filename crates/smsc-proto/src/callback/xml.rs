//! An XML body: a root of any name with the fields as its children (R70d). The syntax is that of
//! fmt 2.

use core::ops::Range;

use memchr::{memchr, memchr2};

use crate::callback::error::{CallbackError, CallbackErrorKind};
use crate::callback::field::CallbackField;
use crate::callback::rewrite::Rewrite;
use crate::callback::syntax::{self, offset_in, trailing};
use crate::callback::values::Values;
use crate::model::charset::Charset;
use crate::model::escape::reference;
use crate::scan::find;
use crate::trees::syntax::{MAX_DEPTH, invalid};
use crate::trees::xml::{attributes, close, content, open, skip_misc};

/// Parses the fields of a body whose first byte has this offset.
pub(super) fn parse<'a>(body: &'a mut [u8], offset: usize, charset: Charset, values: &mut Values<'a>) -> Result<(), CallbackError> {
    let (mut rest, mut offset) = (body, offset);
    let Some(root) = root(rest).map_err(|wrong| wrong.at(rest, offset))? else { return Ok(()) };
    let opening: &[u8] = rest.split_off_mut(..root.end).unwrap_or_default();
    let name = opening.get(root.name).unwrap_or_default();
    offset = offset.saturating_add(root.end);
    loop {
        let found = child(rest, name).map_err(|wrong| wrong.at(rest, offset))?;
        let Some(found) = found else { return Ok(()) };
        let element = rest.split_off_mut(..found.end).unwrap_or_default();
        let start = offset.saturating_add(found.value.start);
        offset = offset.saturating_add(found.end);
        let (Some(field), Some(value)) = (found.field, element.get_mut(found.value)) else { continue };
        let not_in_charset = |at| CallbackError::at(CallbackErrorKind::NotInCharset(field), start.saturating_add(at));
        values.put(field, decode(value, charset).map_err(not_in_charset)?, Some(start))?;
    }
}

/// The opening tag of the root, by its places in the input.
struct Root {
    name: Range<usize>,
    end: usize,
}

/// Parses up to the end of the root's opening tag. Returns `None` if the root is empty.
fn root(input: &[u8]) -> Result<Option<Root>, syntax::Wrong<'_>> {
    let start = skip_misc(input)?;
    let (rest, name) = open(start).map_err(|_| invalid("an element", start))?;
    let (rest, is_empty) = attributes(rest)?;
    if is_empty {
        return trailing(skip_misc(rest)?);
    }
    let start = offset_in(input, name);
    Ok(Some(Root { name: start..start.saturating_add(name.len()), end: offset_in(input, rest) }))
}

/// A child of the root, by its places in the input.
struct Child {
    /// The field of this name, if it is known.
    field: Option<CallbackField>,
    /// The value, with its escapes.
    value: Range<usize>,
    /// The end of the element.
    end: usize,
}

/// Parses the next child. Returns `None` at the end of the body.
fn child<'a>(input: &'a [u8], root: &[u8]) -> Result<Option<Child>, syntax::Wrong<'a>> {
    let start = skip_misc(input)?;
    if start.starts_with(b"</") {
        return trailing(skip_misc(close(start, root)?)?);
    }
    let (rest, name) = open(start).map_err(|_| invalid("an element", start))?;
    let field = CallbackField::from_name(name);
    let (rest, is_empty) = attributes(rest)?;
    let at = offset_in(input, rest);
    if is_empty {
        return Ok(Some(Child { field, value: at..at, end: at }));
    }
    let found = content(rest, name, MAX_DEPTH)?;
    if found.has_children {
        return Err(syntax::Wrong::NotFlat(start));
    }
    if let Some(fail) = found.wrong {
        return Err(fail.into());
    }
    Ok(Some(Child { field, value: at..at.saturating_add(found.text.len()), end: offset_in(input, found.rest) }))
}

/// Replaces the references and CDATA sections of a text, which are known to be valid, by the bytes
/// of their characters, and removes its comments and instructions. Fails with the offset of a
/// reference whose character the charset lacks.
fn decode(bytes: &mut [u8], charset: Charset) -> Result<&[u8], usize> {
    if memchr2(b'<', b'&', bytes).is_none() {
        return Ok(bytes);
    }
    let mut bytes = Rewrite::new(bytes);
    loop {
        match bytes.rest() {
            [] => return Ok(bytes.finish()),
            [b'<', ..] => section(&mut bytes),
            [b'&', after @ ..] => {
                let len = memchr(b';', after).unwrap_or(after.len());
                let next = after.get(..len).and_then(reference).unwrap_or(char::REPLACEMENT_CHARACTER);
                let mut buffer = [0; 4];
                let encoded = charset.encode(next, &mut buffer).ok_or(bytes.position())?;
                bytes.replace(len.saturating_add(2), encoded);
            }
            _ => bytes.copy(),
        }
    }
}

/// Copies the contents of a CDATA section, or removes a comment or an instruction.
fn section(bytes: &mut Rewrite<'_>) {
    const CDATA: &[u8] = b"<![CDATA[";
    let input = bytes.rest();
    let (opening, closing, is_kept) = if input.starts_with(CDATA) {
        (CDATA.len(), &b"]]>"[..], true)
    } else if input.starts_with(b"<!--") {
        (4, &b"-->"[..], false)
    } else {
        (2, &b"?>"[..], false)
    };
    let inner = input.get(opening..).unwrap_or_default();
    let len = find::substring(closing, inner).unwrap_or(inner.len());
    bytes.replace(opening, b"");
    if is_kept {
        for _ in 0..len {
            bytes.copy();
        }
    } else {
        bytes.replace(len, b"");
    }
    bytes.replace(closing.len(), b"");
}
