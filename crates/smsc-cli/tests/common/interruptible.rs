//! The command for tests that interrupt it.

use std::process::Command;

/// Returns the command, to be started with no signal ignored. The tests may have inherited that
/// SIGINT is ignored: a shell does so with what it runs in the background.
pub(crate) fn interruptible() -> Command {
    let mut command = Command::new("env");
    command.args(["--default-signal", env!("CARGO_BIN_EXE_smsc")]);
    command
}
