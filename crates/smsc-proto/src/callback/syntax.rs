//! Common parts of JSON and XML bodies: failures, and the places of slices.

use crate::callback::error::{CallbackError, CallbackErrorKind};
use crate::error::Fail;
use crate::trees::syntax::trailing_bytes;

/// A failure, with the input from there on.
pub(super) enum Wrong<'a> {
    Syntax(Fail<'a>),
    NotFlat(&'a [u8]),
}

impl Wrong<'_> {
    /// Returns the error of a failure in an input whose first byte has this offset.
    pub(super) fn at(&self, input: &[u8], offset: usize) -> CallbackError {
        let (kind, at) = match self {
            Self::Syntax(fail) => (CallbackErrorKind::Syntax(fail.expected), fail.at),
            Self::NotFlat(at) => (CallbackErrorKind::NotFlat, *at),
        };
        CallbackError::at(kind, offset.saturating_add(offset_in(input, at)))
    }
}

impl<'a> From<Fail<'a>> for Wrong<'a> {
    fn from(fail: Fail<'a>) -> Self {
        Self::Syntax(fail)
    }
}

/// Returns the offset of a slice in the input that it is a part of.
pub(super) fn offset_in(input: &[u8], part: &[u8]) -> usize {
    part.as_ptr().addr().wrapping_sub(input.as_ptr().addr()).min(input.len())
}

/// Returns nothing more to parse if the rest of a body is empty, and fails if it is not.
pub(super) fn trailing<T>(rest: &[u8]) -> Result<Option<T>, Wrong<'_>> {
    if rest.is_empty() { Ok(None) } else { Err(trailing_bytes(rest).into()) }
}
