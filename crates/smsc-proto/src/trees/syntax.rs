//! What JSON and XML have in common below the level of values: white space, and failures.

use crate::error::{ErrorKind, Fail};

/// The depth to which values of unknown names may be nested.
pub(crate) const MAX_DEPTH: usize = 32;

/// Returns whether a byte is white space of JSON and XML.
pub(crate) const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}

/// Skips white space.
#[inline]
pub(crate) fn skip_space(input: &[u8]) -> &[u8] {
    // In most places there is none, or one line end.
    let input = match input {
        [b'\n' | b' ', rest @ ..] => rest,
        _ => input,
    };
    if input.first().is_none_or(|byte| !is_space(*byte)) {
        return input;
    }
    let start = input.iter().position(|byte| !is_space(*byte)).unwrap_or(input.len());
    input.get(start..).unwrap_or_default()
}

/// Returns the failure of a reply that is followed by something.
pub(crate) const fn trailing_bytes(at: &[u8]) -> Fail<'_> {
    Fail::new(ErrorKind::TrailingBytes, "nothing but white space", at)
}

/// Returns the failure of invalid syntax.
pub(crate) const fn invalid<'a>(expected: &'static str, at: &'a [u8]) -> Fail<'a> {
    Fail::new(ErrorKind::Syntax, expected, at)
}
