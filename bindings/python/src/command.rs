//! The command `smsc`, for `python -m smsc_proto`.

use std::ffi::OsString;
use std::process::ExitCode;

use pyo3::prelude::*;

/// Runs the command `smsc` and returns its exit status. The first argument is the name of the
/// program.
///
/// The process belongs to the command: an error or a signal can end it at once, without Python's own
/// end.
#[pyfunction]
pub(crate) fn command(py: Python<'_>, arguments: Vec<OsString>) -> Option<u8> {
    let code = py.detach(|| smsc_cli::main(arguments));
    // An exit code does not return its number.
    (0..=u8::MAX).find(|number| ExitCode::from(*number) == code)
}
