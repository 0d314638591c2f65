//! The result of parsing the start of a window.

use crate::error::Error;

/// What the start of a window was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// A record, or a malformed one, and the number of bytes consumed.
    Item(usize, Result<(), Error>),
    /// No record yet: the number of bytes consumed; more are needed to go on.
    More(usize),
    /// The end of the batch.
    Over,
}

impl Step {
    /// Returns the number of bytes consumed.
    pub(crate) const fn used(self) -> usize {
        match self {
            Self::Item(used, _) | Self::More(used) => used,
            Self::Over => 0,
        }
    }
}
