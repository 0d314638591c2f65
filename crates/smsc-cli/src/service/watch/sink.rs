//! A sink: a receiver of changes.

use smsc_watch::{Changed, Which};

use crate::failure::Failure;

/// The reason for which a change was not passed on.
pub(super) enum Undelivered {
    /// A failure after which it is tried again.
    Failed(String),
    /// Nobody takes changes any more.
    Closed(Failure),
}

/// A receiver of changes.
pub(super) trait Sink: Send {
    /// Returns the name of the cursor in the state.
    fn name(&self) -> &'static str;

    /// Returns the changes to pass on.
    fn which(&self) -> Which;

    /// Passes a change on.
    fn deliver(&mut self, changed: &Changed) -> Result<(), Undelivered>;
}
