//! The files of a command that reads replies, and the pairs that these were asked for.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::ids::Pairs;
use crate::input::is_stdin;

/// Returns the files to read, of which there is at least one; `None` is standard input.
pub(super) fn or_stdin(files: &[PathBuf]) -> Vec<Option<&Path>> {
    if files.is_empty() { vec![None] } else { files.iter().map(|path| Some(path.as_path())).collect() }
}

/// Returns the requested pairs of `--ids-file` or `--ids`, or `None` without both. Fails if the file cannot
/// be read or parsed, or if standard input is one of the files as well.
pub(super) fn requested<'p>(
    files: &[Option<&Path>],
    ids_file: Option<&Path>,
    ids: Option<&'p Pairs>,
) -> Result<Option<Cow<'p, Pairs>>, Failure> {
    match ids_file {
        Some(path) if is_stdin(path) && files.iter().any(|file| file.is_none_or(is_stdin)) => Err(Failure::TwoInputs),
        Some(path) => Pairs::read(path).map(|pairs| Some(Cow::Owned(pairs))),
        None => Ok(ids.map(Cow::Borrowed)),
    }
}
