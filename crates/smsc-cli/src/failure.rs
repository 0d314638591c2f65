//! The reasons for which the command stops early, with their exit statuses.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use smsc_proto::Lang;

use crate::lang::{current, fill, tr};
use crate::message;

/// The reason for which the command stopped.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A file, or standard input if there is no path, cannot be read.
    Input(Option<PathBuf>, io::Error),
    /// The content of a file, or of standard input if there is no path, is invalid for this reason.
    Content(Option<PathBuf>, String),
    /// The options do not fit together, for this reason.
    Usage(String),
    /// Standard input was to be both the reply and the requested pairs.
    TwoInputs,
    /// Requested pairs were passed for more than one reply.
    TwoReplies,
    /// Standard output cannot be written to.
    Output(io::Error),
    /// A conversion with `--strict` would have lost something; this was already reported.
    Rejected,
}

impl Failure {
    /// Returns whether the reader of standard output wants no more, such as `head`.
    pub(crate) fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }

    /// Prints the reason and exits.
    pub(crate) fn exit(&self) -> ! {
        std::process::exit(match self {
            _ if self.is_broken_pipe() => 0,
            Self::Rejected => 1,
            _ => {
                message::failure(&self.to_string());
                2
            }
        })
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = |path: &Option<PathBuf>| {
            path.as_ref().map_or_else(|| tr("standard input").to_owned(), |path| path.display().to_string())
        };
        f.write_str(&match self {
            Self::Input(path, error) => fill("cannot read {0}: {1}", &[&named(path), &reason(error)]),
            Self::Content(path, error) => format!("{}: {error}", named(path)),
            Self::Usage(reason) => reason.clone(),
            Self::TwoInputs => tr("with --ids-file - the pairs are on standard input: pass the reply as a file").to_owned(),
            Self::TwoReplies => tr("requested pairs belong to one reply: pass one file").to_owned(),
            Self::Output(error) => fill("cannot write: {0}", &[&reason(error)]),
            Self::Rejected => tr("the conversion was rejected").to_owned(),
        })
    }
}

/// Returns the failure of an address that cannot be listened on.
pub(crate) fn cannot_listen(address: &str, error: &io::Error) -> Failure {
    Failure::Usage(fill("cannot listen on {0}: {1}", &[&address, &reason(error)]))
}

/// Returns the failure of a file that cannot be written.
pub(crate) fn cannot_write(path: &Path, error: &io::Error) -> Failure {
    Failure::Usage(fill("cannot write {0}: {1}", &[&path.display(), &reason(error)]))
}

/// Returns the reason of an error of the system: in the language if it is a common one, and always
/// with the system's own words in English.
pub(crate) fn reason(error: &io::Error) -> String {
    match error.kind() {
        _ if current() == Lang::En => error.to_string(),
        io::ErrorKind::NotFound => tr("no such file").to_owned(),
        io::ErrorKind::PermissionDenied => tr("permission denied").to_owned(),
        io::ErrorKind::IsADirectory => tr("it is a folder").to_owned(),
        _ => error.to_string(),
    }
}
