//! `application/x-www-form-urlencoded`: the body of a POST, or the query of a URL. The rules are
//! those of browsers and PHP, so that fields which a framework has decoded are the same.

use memchr::{memchr, memchr2};

use crate::callback::error::CallbackError;
use crate::callback::field::CallbackField;
use crate::callback::rewrite::Rewrite;
use crate::callback::values::Values;

/// Parses the fields of a body whose first byte has this offset.
pub(super) fn parse<'a>(body: &'a mut [u8], offset: usize, values: &mut Values<'a>) -> Result<(), CallbackError> {
    let (mut rest, mut offset) = (body, offset);
    while !rest.is_empty() {
        let end = memchr(b'&', rest).unwrap_or(rest.len());
        let pair = rest.split_off_mut(..end).unwrap_or_default();
        field(pair, offset, values)?;
        offset = offset.saturating_add(end).saturating_add(1);
        rest.split_off_first_mut();
    }
    Ok(())
}

/// Parses `name=value`. A name without `=` has an empty value.
fn field<'a>(pair: &'a mut [u8], offset: usize, values: &mut Values<'a>) -> Result<(), CallbackError> {
    let mut value = pair;
    let end = memchr(b'=', value).unwrap_or(value.len());
    let name = decode(value.split_off_mut(..end).unwrap_or_default());
    let Some(field) = CallbackField::from_name(name) else { return Ok(()) };
    let equals = usize::from(value.split_off_first_mut().is_some());
    values.put(field, decode(value), Some(offset.saturating_add(end).saturating_add(equals)))
}

/// Decodes `%XX` and `+`. A `%` without two hexadecimal digits stays as it is.
fn decode(bytes: &mut [u8]) -> &[u8] {
    if memchr2(b'%', b'+', bytes).is_none() {
        return bytes;
    }
    let mut bytes = Rewrite::new(bytes);
    loop {
        match bytes.rest() {
            [] => return bytes.finish(),
            [b'+', ..] => bytes.replace(1, b" "),
            [b'%', high, low, ..] => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => bytes.replace(3, &[high << 4 | low]),
                _ => bytes.copy(),
            },
            _ => bytes.copy(),
        }
    }
}

/// Returns the value of a hexadecimal digit of either case.
fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}
