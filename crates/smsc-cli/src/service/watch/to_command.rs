//! A sink that runs a command for each final outcome.

use std::io::{self, Write as _};
use std::process::{ExitStatus, Stdio};

use smsc_watch::{Changed, Which};

use super::line::line;
use super::sink::{Sink, Undelivered};
use crate::failure::reason;
use crate::lang::fill;
use crate::shell::of_shell;

/// A command of the shell.
pub(super) struct Exec(pub(super) String);

impl Sink for Exec {
    fn name(&self) -> &'static str {
        "exec"
    }

    fn which(&self) -> Which {
        Which::Ends
    }

    fn deliver(&mut self, changed: &Changed) -> Result<(), Undelivered> {
        let line = line(changed).map_err(Undelivered::Closed)?;
        let failed = |error: io::Error| Undelivered::Failed(reason(&error));
        let mut command = of_shell(&self.0);
        command.env("SMSC_KEY", &changed.key).stdin(Stdio::piped());
        // Standard output is for the lines of changes alone.
        command.stdout(io::stderr());
        let mut child = command.spawn().map_err(failed)?;
        if let Some(mut stdin) = child.stdin.take() {
            // A command may end without reading all of it.
            let _ = stdin.write_all(&line);
        }
        let status = child.wait().map_err(failed)?;
        if status.success() { Ok(()) } else { Err(Undelivered::Failed(end(status))) }
    }
}

/// Returns how a command ended. What it wrote to standard error comes before.
fn end(status: ExitStatus) -> String {
    match status.code() {
        Some(code) => fill("exit status {0}", &[&code]),
        None => status.to_string(),
    }
}
