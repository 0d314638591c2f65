//! The `smsc` command.

mod args;
mod codes;
mod convert;
mod decode;
mod flags;
mod input;
mod output;
mod progress;
mod read;
mod table;
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
        Command::Flags(options) => flags::run(&options),
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
