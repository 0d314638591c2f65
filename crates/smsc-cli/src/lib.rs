//! The `smsc` command: asks SMSC.ru, and decodes, converts and explains its replies.
//!
//! The crate is a library so that the Python package has the same command. It is not meant for
//! other programs: use the crates smsc-proto and sms-outcome.

mod api_error;
mod args;
mod callback;
mod calls;
mod catalog;
mod codes;
mod color;
mod completions;
mod config;
mod convert;
mod credentials;
mod csv;
mod decode;
mod defaults;
mod diagnose;
mod errors;
mod explain;
#[cfg(feature = "convert")]
mod export;
mod failure;
mod flags;
mod grid;
mod hint;
mod ids;
mod input;
#[cfg(any(feature = "convert", feature = "report"))]
mod jobs;
mod json;
mod lang;
mod line_file;
mod listen;
mod merge;
mod message;
mod order;
mod output;
mod pipeline;
mod place;
mod plan;
mod private;
mod progress;
mod read;
#[cfg(feature = "report")]
mod report;
mod request;
mod serve;
mod service;
#[cfg(unix)]
mod shell;
mod signals;
mod table;
#[cfg(any(feature = "convert", feature = "report"))]
mod target;
mod usage;
mod version;

use std::ffi::OsString;
use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::FromArgMatches as _;
use sms_explain::labels;

use crate::args::{Cli, Command};
use crate::config::Config;
use crate::failure::Failure;

/// Returns the command line with its help in English, for man pages.
#[must_use]
pub fn command() -> clap::Command {
    usage::command()
}

/// Runs the command and returns its exit status. The first argument is the name of the program.
///
/// The process belongs to the command: an error or a signal can end it at once.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<_> = arguments.into_iter().collect();
    lang::set(lang::of_arguments(&arguments));
    let color = color::set(&arguments);
    let parsed = usage::command().color(color).try_get_matches_from(arguments).and_then(|matches| Cli::from_arg_matches(&matches));
    let outcome = match parsed {
        Ok(cli) => run(cli.command),
        Err(error) => print_usage(&error),
    };
    outcome.unwrap_or_else(|failure| failure.exit())
}

fn run(mut command: Command) -> Result<ExitCode, Failure> {
    command.set_defaults(|| Config::read().map(|config| config.reply))?;
    match &command {
        Command::Decode(options) => decode::run(options),
        Command::Convert(options) => convert::run(options),
        Command::Merge(options) => merge::run(options),
        #[cfg(feature = "report")]
        Command::Report(options) => report::run(options),
        Command::Explain(options) => explain::run(options),
        Command::Diagnose(options) => diagnose::run(options),
        Command::Flags(options) => flags::run(options.number, options.json),
        Command::Codes(options) => codes::run(options),
        Command::Request(options) => request::run(options),
        Command::VerifyCallback(options) => callback::run(options),
        Command::Status(options) => service::status(options),
        Command::Plan(options) => plan::run(options),
        Command::Delete(options) => service::delete(options),
        Command::Balance(options) => service::balance(options),
        Command::Lookup(options) => service::lookup(options),
        Command::History(options) => service::history(options),
        Command::Send(options) => service::send(options),
        Command::Doctor(options) => service::doctor(options),
        Command::Listen(options) => listen::run(options),
        Command::Watch(options) => service::watch(options),
        Command::Serve(options) => serve::run(options),
        Command::Completions(options) => completions::run(options.shell),
    }
}

/// Prints what clap prints instead of running a command: a message about wrong usage, or the help
/// and the version, which are output like any other.
fn print_usage(error: &clap::Error) -> Result<ExitCode, Failure> {
    if let Some(message) = usage::message(error) {
        message::print(format_args!("{message}"));
        return Ok(ExitCode::from(2));
    }
    let printed = error.print().and_then(|()| io::stdout().flush());
    if error.use_stderr() {
        // As with any other message, a failure to print it changes nothing.
        return Ok(ExitCode::from(2));
    }
    printed.map(|()| ExitCode::SUCCESS).map_err(Failure::Output)
}
