//! Syntax.

use crate::error::{ErrorKind, Fail};

/// How deep values that nobody reads may be nested.
pub(crate) const MAX_DEPTH: usize = 32;

/// The white space of JSON and XML.
pub(crate) const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}

/// Without the white space in front.
#[inline]
pub(crate) fn skip_space(input: &[u8]) -> &[u8] {
    // Mostly there is none, or one line end.
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

/// Something stands behind what was all of the reply.
pub(crate) const fn trailing_bytes(left: usize) -> Fail {
    Fail::new(ErrorKind::TrailingBytes, "nothing but white space", left)
}

/// The syntax is broken where `left` bytes are left.
pub(crate) const fn broken(expected: &'static str, left: usize) -> Fail {
    Fail::new(ErrorKind::Syntax, expected, left)
}
