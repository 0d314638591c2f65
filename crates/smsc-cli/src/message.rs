//! Messages on standard error, and the help.

use std::fmt;
use std::io::{self, Write as _};
use std::process::ExitCode;

use crate::failure::Failure;

/// Prints a line on standard error. If it cannot be written, the line is lost: a message must not
/// end a command whose output is needed.
pub(crate) fn print(line: fmt::Arguments<'_>) {
    let _ = anstream::stderr().write_all(format!("{line}\n").as_bytes());
}

/// Prints what clap prints instead of running a command: a message about wrong usage, or the help
/// and the version, which are output like any other.
pub(crate) fn usage(error: &clap::Error) -> Result<ExitCode, Failure> {
    let printed = error.print().and_then(|()| io::stdout().flush());
    if error.use_stderr() {
        // As with any other message, a failure to print it changes nothing.
        return Ok(ExitCode::from(2));
    }
    printed.map(|()| ExitCode::SUCCESS).map_err(Failure::Output)
}
