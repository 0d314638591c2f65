//! The `smsc` command.

mod args;
mod codes;
mod convert;
mod decode;
mod diagnose;
mod explain;
mod flags;
mod input;
mod labels;
mod meaning;
mod output;
mod progress;
mod read;
mod table;
mod unknown;
mod visible;

use std::process::ExitCode;

use clap::Parser as _;

use crate::args::{Cli, Command};
use crate::output::Failure;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let outcome = match cli.command {
        Command::Decode(options) => decode::run(&options),
        Command::Convert(options) => convert::run(&options),
        Command::Explain(options) => explain::run(&options),
        Command::Diagnose(options) => diagnose::run(&options),
        Command::Flags(options) => flags::run(options.number, options.json, sms_outcome::Lang::En),
        Command::Codes(options) => codes::run(&options),
    };
    match outcome {
        Ok(code) => code,
        // Whoever reads has seen enough, as `head` has.
        Err(Failure::Output(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            anstream::eprintln!("smsc: {failure}");
            ExitCode::from(2)
        }
    }
}
