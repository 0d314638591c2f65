//! One step of reading.

use crate::error::Error;

/// What a step made of the window's start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// A record, read or not, and how many bytes it used up.
    Item(usize, Result<(), Error>),
    /// So many bytes are done with; more are needed to go on.
    More(usize),
    /// The batch is over.
    Over,
}

impl Step {
    /// How many bytes of the window's start are done with.
    pub(crate) const fn used(self) -> usize {
        match self {
            Self::Item(used, _) | Self::More(used) => used,
            Self::Over => 0,
        }
    }
}
