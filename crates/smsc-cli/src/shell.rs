//! Commands of the shell, from an option or the configuration.

use std::process::Command;

/// Returns the command that runs a text in the shell.
pub(crate) fn of_shell(text: &str) -> Command {
    let (shell, option) = if cfg!(windows) { ("cmd", "/C") } else { ("sh", "-c") };
    let mut command = Command::new(shell);
    command.args([option, text]);
    command
}
