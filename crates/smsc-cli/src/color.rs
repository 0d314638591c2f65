//! Colours: those of `--color`, or else on a terminal.

use std::ffi::OsString;

use clap::ColorChoice;

use crate::lang::option;

/// Sets what later output does, and returns what the help does. The option is needed before the arguments
/// are parsed: for messages about wrong ones.
pub(crate) fn set(arguments: &[OsString]) -> ColorChoice {
    let (of_help, of_output) = match option(arguments, "--color").as_deref() {
        Some("always") => (ColorChoice::Always, anstream::ColorChoice::Always),
        Some("never") => (ColorChoice::Never, anstream::ColorChoice::Never),
        _ => (ColorChoice::Auto, anstream::ColorChoice::Auto),
    };
    of_output.write_global();
    of_help
}
