//! Messages on standard error.

use std::fmt;
use std::io::Write as _;

use crate::lang::fill;

/// Prints a line on standard error. If it cannot be written, the line is lost: a message must not
/// end a command whose output is needed.
pub(crate) fn print(line: fmt::Arguments<'_>) {
    let _ = anstream::stderr().write_all(format!("{line}\n").as_bytes());
}

/// Prints a message that starts with the name of the command.
pub(crate) fn failure(message: &str) {
    print(format_args!("smsc: {message}"));
}

/// Prints a piece of advice.
pub(crate) fn hint(advice: &str) {
    print(format_args!("{}", fill("hint: {0}", &[&advice])));
}
