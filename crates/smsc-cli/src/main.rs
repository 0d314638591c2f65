//! The `smsc` command, which the library implements.

use std::process::ExitCode;

fn main() -> ExitCode {
    smsc_cli::main(std::env::args_os())
}
