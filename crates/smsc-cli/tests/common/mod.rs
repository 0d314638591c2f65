//! Runs the command once.

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

/// Runs the command with `input` on its standard input.
pub(crate) fn smsc(args: &[&str], input: &[u8]) -> Output {
    with_streams(args, input, Stdio::piped(), Stdio::piped())
}

/// Runs the command with `input` on its standard input, and with the given streams.
pub(crate) fn with_streams(args: &[&str], input: &[u8], stdout: Stdio, stderr: Stdio) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_smsc"))
        .env("LC_ALL", "C")
        // Without the configuration of whoever runs the tests.
        .env("HOME", "/nonexistent")
        .env_remove("XDG_CONFIG_HOME")
        .args(args)
        .stdin(Stdio::piped())
        .stdout(stdout)
        .stderr(stderr)
        .spawn()
        .unwrap();
    // A command that rejects its options never reads its input.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}
