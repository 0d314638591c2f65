//! Errors of the state, in the language of the output.

use std::io;
use std::sync::{Mutex, PoisonError};

use smsc_proto::Lang;
use smsc_watch::{Error, ErrorKind};

use super::quiet::Quiet;
use crate::errors::of_writing;
use crate::failure::Failure;
use crate::lang::{current, fill, tr};

/// The errors after which the command goes on. All its threads have one state.
static REPORTED: Mutex<Quiet> = Mutex::new(Quiet::new());

/// Returns an error as a sentence: where, what, and what to do.
pub(super) fn sentence(error: &Error) -> String {
    if current() == Lang::En {
        return error.to_string();
    }
    let sentence = match error.kind() {
        ErrorKind::Newer { found, known } => fill(
            "a database of version {0}, and this program knows versions up to {1}: use a newer version of the program",
            &[found, known],
        ),
        ErrorKind::Watched { process: Some(process) } => {
            fill("process {0} follows these messages already: stop it, or name another file", &[process])
        }
        ErrorKind::Record(error) => fill("a record cannot be stored: {0}", &[&of_writing(error)]),
        ErrorKind::Url(reason) => fill("the URL cannot be used: {0}", &[&tr(reason)]),
        // The words of the system and the codes of the databases stay as they are.
        ErrorKind::Database(code) => fill("the database reports error {0}", &[code]),
        ErrorKind::File(kind) if !matches!(kind, io::ErrorKind::NotFound | io::ErrorKind::IsADirectory) => {
            fill("the file cannot be read or written: {0}", &[kind])
        }
        kind => tr(&kind.to_string()).to_owned(),
    };
    format!("{}: {sentence}", error.place())
}

/// Returns the failure of a state that cannot be used.
pub(super) fn failed(error: &Error) -> Failure {
    Failure::Usage(sentence(error))
}

/// Prints an error of the state, after which the command tries again.
pub(super) fn report(error: &Error) {
    let sentence = fill("{0}; trying again", &[&sentence(error)]);
    REPORTED.lock().unwrap_or_else(PoisonError::into_inner).print(sentence);
}
