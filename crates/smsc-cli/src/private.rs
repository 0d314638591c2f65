//! Files with secrets, which nobody but their owner may be able to read.

use std::fs::File;
use std::io::{self, ErrorKind, Read as _};
use std::path::Path;

use crate::failure::{Failure, reason};
use crate::lang::{fill, tr};

/// Reads the file that an option names. Fails if other users can read the file.
///
/// The path is in no message: the secret itself may have been passed in its place.
pub(crate) fn read(path: &Path, option: &str) -> Result<Vec<u8>, Failure> {
    let failed = |error| Failure::Usage(fill("cannot read the file of {0}: {1}", &[&option, &reason(&error)]));
    let file = File::open(path).map_err(failed)?;
    read_open(file, failed, |reason| invalid(option, reason))
}

/// Reads a file whose path is known, if it is there. Fails if other users can read the file.
pub(crate) fn read_if_any(path: &Path) -> Result<Option<Vec<u8>>, Failure> {
    let failed = |error| Failure::Input(Some(path.to_owned()), error);
    match File::open(path) {
        Ok(file) => read_open(file, failed, |reason| Failure::Content(Some(path.to_owned()), reason.to_owned())).map(Some),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failed(error)),
    }
}

fn read_open(
    mut file: File,
    failed: impl Fn(io::Error) -> Failure + Copy,
    invalid: impl Fn(&str) -> Failure,
) -> Result<Vec<u8>, Failure> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let metadata = file.metadata().map_err(failed)?;
        if metadata.is_file() && metadata.permissions().mode() & 0o077 != 0 {
            return Err(invalid(tr("other users can read it: run chmod 600 on it")));
        }
    }
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// Returns the failure of a file whose content is invalid.
pub(crate) fn invalid(option: &str, reason: &str) -> Failure {
    Failure::Usage(fill("the file of {0}: {1}", &[&option, &reason]))
}
