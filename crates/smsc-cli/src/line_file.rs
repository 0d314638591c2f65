//! Files of lines that one process at a time writes, and that their owner alone can read, since the
//! lines have phones and texts.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;

use crate::failure::{Failure, cannot_write};
use crate::lang::tr;

/// Opens a file to read and to write it, or creates it. Fails if it is no regular file, or if another
/// process has it open for its lines.
pub(crate) fn open(path: &Path) -> Result<File, Failure> {
    let failed = |error: io::Error| cannot_write(path, &error);
    let file = open_private(path).map_err(failed)?;
    if !file.metadata().map_err(failed)?.is_file() {
        return Err(invalid(path, tr("it is no regular file, so that no line would be on the disk")));
    }
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => Err(invalid(path, tr("another process has it open for its lines"))),
        // A file system without locks.
        Err(TryLockError::Error(_)) | Ok(()) => Ok(file),
    }
}

fn open_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Returns the failure of a file that is not what it should be.
pub(crate) fn invalid(path: &Path, reason: &str) -> Failure {
    Failure::Usage(format!("{}: {reason}", path.display()))
}

/// Waits until the name of a new file is on the disk as well. Not every file system can.
pub(crate) fn sync_entry(path: &Path) {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}
