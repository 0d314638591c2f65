//! The `smsc` command: decodes, converts and explains delivery-status replies of SMSC.ru.
//!
//! The crate is a library so that the Python package has the same command. It is not meant for
//! other programs: use the crates smsc-proto and sms-outcome.

mod args;
mod codes;
mod convert;
mod decode;
mod diagnose;
mod explain;
mod failure;
mod flags;
mod hint;
mod ids;
mod input;
mod json;
mod labels;
mod message;
mod outcome;
mod output;
mod pipeline;
mod progress;
mod read;
mod receipt;
#[cfg(unix)]
mod signals;
mod table;
mod unknown;

use std::ffi::OsString;
use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser as _;

use crate::args::{Cli, Command};
use crate::failure::Failure;

/// Runs the command and returns its exit status. The first argument is the name of the program.
///
/// The process belongs to the command: an error or a signal can end it at once.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let outcome = match Cli::try_parse_from(arguments) {
        Ok(cli) => run(&cli.command),
        Err(error) => usage(&error),
    };
    outcome.unwrap_or_else(|failure| failure.exit())
}

fn run(command: &Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Decode(options) => decode::run(options),
        Command::Convert(options) => convert::run(options),
        Command::Explain(options) => explain::run(options),
        Command::Diagnose(options) => diagnose::run(options),
        Command::Flags(options) => flags::run(options.number, options.json, smsc_proto::Lang::En),
        Command::Codes(options) => codes::run(options),
    }
}

/// Prints what clap prints instead of running a command: a message about wrong usage, or the help
/// and the version, which are output like any other.
fn usage(error: &clap::Error) -> Result<ExitCode, Failure> {
    let printed = error.print().and_then(|()| io::stdout().flush());
    if error.use_stderr() {
        // As with any other message, a failure to print it changes nothing.
        return Ok(ExitCode::from(2));
    }
    printed.map(|()| ExitCode::SUCCESS).map_err(Failure::Output)
}
