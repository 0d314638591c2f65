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
    /// The content of a file, or of standard input if there is no path, is invalid for this reason.
    Content(Option<PathBuf>, String),
    /// Standard input was to be both the reply and the requested pairs.
    TwoInputs,
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
            Self::Content(Some(path), error) => write!(f, "{}: {error}", path.display()),
            Self::Content(None, error) => write!(f, "standard input: {error}"),
            Self::TwoInputs => f.write_str("with --ids-file - the pairs are on standard input: pass the reply as a file"),
            Self::Output(error) => write!(f, "cannot write: {error}"),
            Self::Rejected => f.write_str("the conversion was rejected"),
        }
    }
}
