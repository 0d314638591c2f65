//! Messages on standard error.

use std::fmt;
use std::io::Write as _;

/// Prints a line on standard error. If it cannot be written, the line is lost: a message must not
/// end a command whose output is needed.
pub(crate) fn print(line: fmt::Arguments<'_>) {
    let _ = anstream::stderr().write_all(format!("{line}\n").as_bytes());
}
