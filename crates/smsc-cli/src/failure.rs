//! Why the command stops early, and with which exit status.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// Why the command stopped.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The file, or standard input, cannot be read.
    Input(Option<PathBuf>, io::Error),
    /// Standard output cannot be written to.
    Output(io::Error),
    /// Something would have been lost, and was refused.
    Refused,
}

impl Failure {
    /// Says why, and ends the command.
    pub(crate) fn end(&self) -> ! {
        std::process::exit(match self {
            // Whoever reads has seen enough, as `head` has.
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
            // Has been said.
            Self::Refused => 1,
            _ => {
                anstream::eprintln!("smsc: {self}");
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
            Self::Output(error) => write!(f, "cannot write: {error}"),
            Self::Refused => f.write_str("refused"),
        }
    }
}
