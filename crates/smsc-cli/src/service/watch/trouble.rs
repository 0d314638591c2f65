//! Errors of the state.

use crate::failure::Failure;
use crate::lang::fill;
use crate::message;

/// Returns the failure of a state that cannot be opened.
pub(super) fn failed(error: &smsc_watch::Error) -> Failure {
    Failure::Usage(error.to_string())
}

/// Prints an error of the state, after which the command goes on.
pub(super) fn report(error: &smsc_watch::Error) {
    message::failure(&fill("{0}; trying again", &[error]));
}
