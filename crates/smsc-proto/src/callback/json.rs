//! A JSON body: one flat object (R70d). The syntax is that of fmt 3.

use core::ops::Range;

use memchr::memchr;

use crate::callback::error::{CallbackError, CallbackErrorKind};
use crate::callback::field::CallbackField;
use crate::callback::rewrite::Rewrite;
use crate::callback::syntax::{self, offset_in, trailing};
use crate::callback::values::Values;
use crate::model::charset::Charset;
use crate::model::escape::Escape;
use crate::model::text::Text;
use crate::trees::json::{key, value};
use crate::trees::node;
use crate::trees::syntax::{invalid, skip_space};

/// Parses the fields of a body whose first byte has this offset.
pub(super) fn parse<'a>(body: &'a mut [u8], offset: usize, charset: Charset, values: &mut Values<'a>) -> Result<(), CallbackError> {
    let (mut rest, mut offset) = (body, offset);
    let mut is_first = true;
    loop {
        let found = member(rest, is_first).map_err(|wrong| wrong.at(rest, offset))?;
        let Some(found) = found else { return Ok(()) };
        is_first = false;
        let member = rest.split_off_mut(..found.end).unwrap_or_default();
        let start = offset.saturating_add(found.value.start);
        offset = offset.saturating_add(found.end);
        let (Some(field), Some(value)) = (found.field, member.get_mut(found.value)) else { continue };
        match found.form {
            Form::Null => {}
            Form::Number if field == CallbackField::Id && !value.iter().all(u8::is_ascii_digit) => {
                return Err(CallbackError::at(CallbackErrorKind::Field(field), start));
            }
            Form::Number => values.put(field, value, Some(start))?,
            Form::Text => {
                let not_in_charset = |at| CallbackError::at(CallbackErrorKind::NotInCharset(field), start.saturating_add(at));
                values.put(field, decode(value, charset).map_err(not_in_charset)?, Some(start))?;
            }
        }
    }
}

/// A member of the object, by its places in the input.
struct Member {
    /// The field of this name, if it is known.
    field: Option<CallbackField>,
    form: Form,
    /// The value, without its quotes.
    value: Range<usize>,
    /// The end of the member.
    end: usize,
}

/// The form of a value.
enum Form {
    Text,
    Number,
    Null,
}

/// Parses the next member. Returns `None` at the end of the object.
fn member(input: &[u8], is_first: bool) -> Result<Option<Member>, syntax::Wrong<'_>> {
    let rest = skip_space(input);
    let open = if is_first { b'{' } else { b',' };
    let start = match rest.split_first() {
        Some((b'}', after)) if !is_first => return trailing(skip_space(after)),
        Some((byte, after)) if *byte == open => skip_space(after),
        _ => return Err(invalid(if is_first { "an object" } else { "a comma or `}`" }, rest).into()),
    };
    if is_first && let Some(after) = start.strip_prefix(b"}") {
        return trailing(skip_space(after));
    }
    let (name, is_escaped, at) = key(start)?;
    let field = if is_escaped { escaped_name(name) } else { CallbackField::from_name(name) };
    let is_quoted = at.starts_with(b"\"");
    if at.starts_with(b"{") || at.starts_with(b"[") {
        return Err(syntax::Wrong::NotFlat(at));
    }
    let (found, after) = value(at, 1)?;
    let form = match found {
        node::Value::Absent => Form::Null,
        node::Value::Other if field.is_none() => Form::Null,
        node::Value::Other => return Err(invalid("a text or a number", at).into()),
        _ if is_quoted => Form::Text,
        _ => Form::Number,
    };
    let quote = usize::from(is_quoted);
    let start = offset_in(input, at).saturating_add(quote);
    let end = offset_in(input, after);
    Ok(Some(Member { field, form, value: start..end.saturating_sub(quote), end }))
}

/// Returns the field of a name with escapes.
fn escaped_name(name: &[u8]) -> Option<CallbackField> {
    let name = Text::new(name, Charset::Utf8).escaped(Escape::Json);
    CallbackField::ALL.iter().copied().find(|field| name == *field.name())
}

/// Replaces the escapes of a string, which are known to be valid, by the bytes of their characters.
/// Fails with the offset of an escape whose character the charset lacks.
fn decode(bytes: &mut [u8], charset: Charset) -> Result<&[u8], usize> {
    if memchr(b'\\', bytes).is_none() {
        return Ok(bytes);
    }
    let mut bytes = Rewrite::new(bytes);
    while let Some(byte) = bytes.rest().first() {
        if *byte == b'\\' {
            let (next, len) = escape(bytes.rest());
            let mut buffer = [0; 4];
            let encoded = charset.encode(next, &mut buffer).ok_or(bytes.position())?;
            bytes.replace(len, encoded);
        } else {
            bytes.copy();
        }
    }
    Ok(bytes.finish())
}

/// Returns the character of the escape that the input starts with, and the length of the escape,
/// which is two escapes for a surrogate pair.
fn escape(input: &[u8]) -> (char, usize) {
    let longest = input.get(..12).unwrap_or(input);
    let next = Text::new(longest, Charset::Utf8).escaped(Escape::Json).chars().next();
    let next = next.unwrap_or(char::REPLACEMENT_CHARACTER);
    let len = match input.get(1) {
        Some(b'u') if next > '\u{ffff}' => 12,
        Some(b'u') => 6,
        _ => 2,
    };
    (next, len)
}
