//! The reasons for which the command stops early, with their exit statuses.

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::message;

/// The reason for which the command stopped.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A file, or standard input if there is no path, cannot be read.
    Input(Option<PathBuf>, io::Error),
    /// A file of requested pairs is invalid, for this reason.
    Pairs(PathBuf, String),
    /// Standard output cannot be written to.
    Output(io::Error),
    /// A conversion with `--strict` would have lost something; this was already reported.
    Rejected,
}

impl Failure {
    /// Prints the reason and exits.
    pub(crate) fn exit(&self) -> ! {
        std::process::exit(match self {
            // A reader that closes the pipe early, such as `head`, does not want more.
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
            Self::Rejected => 1,
            _ => {
                message::print(format_args!("smsc: {self}"));
                2
            }
        })
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Input(Some(path), error) => write!(f, "cannot read {}: {error}", path.display()),
            Self::Input(None, error) => write!(f, "cannot read standard input: {error}"),
            Self::Pairs(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Output(error) => write!(f, "cannot write: {error}"),
            Self::Rejected => f.write_str("the conversion was rejected"),
        }
    }
}
