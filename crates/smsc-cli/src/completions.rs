//! `smsc completions`.

use std::process::ExitCode;

use clap_complete::Shell;

use crate::failure::Failure;
use crate::output::Out;
use crate::usage;

/// Runs the command.
pub(crate) fn run(shell: Shell) -> Result<ExitCode, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut usage::command(), "smsc", &mut script);
    Out::new().write(&script)?;
    Ok(ExitCode::SUCCESS)
}
