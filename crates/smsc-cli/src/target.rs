//! The file or folder of the table, which has a temporary name until it is complete.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::failure::{Failure, cannot_write};
use crate::lang::{fill, tr};
use crate::line_file::{invalid, sync_entry};
#[cfg(unix)]
use crate::signals;

/// The temporary file or folder of this process. Whoever removes it before the exit keeps the lock, so
/// that nothing is created after that.
static TEMPORARY: Mutex<Option<PathBuf>> = Mutex::new(None);

/// The kind of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    File,
    /// A file that nobody but its owner may read.
    PrivateFile,
    Folder,
}

/// A file or folder that gets its name when it is complete.
pub(crate) struct Target {
    name: PathBuf,
    temporary: PathBuf,
}

impl Target {
    /// Prepares a file or a folder, with a temporary name beside its own; signals remove it and end
    /// the command. Fails if the name is taken, except by a file that may be replaced.
    pub(crate) fn create(path: &Path, kind: Kind, may_replace: bool) -> Result<(Self, Option<File>), Failure> {
        #[cfg(unix)]
        signals::end_with(|signal| {
            let _lock = remove();
            std::process::exit(128 + signal);
        });
        let name = checked(path, kind, may_replace)?;
        let temporary = temporary(&name);
        let mut lock = lock();
        let failed = |error: io::Error| cannot_write(path, &error);
        let file = if kind == Kind::Folder {
            fs::create_dir(&temporary).map_err(failed)?;
            None
        } else {
            Some(create_new(&temporary, kind).map_err(failed)?)
        };
        *lock = Some(temporary.clone());
        Ok((Self { name, temporary }, file))
    }

    /// Returns the name.
    #[cfg(feature = "convert")]
    pub(crate) fn name(&self) -> &Path {
        &self.name
    }

    /// Adds bytes to a file in a folder below, and creates both if they do not exist.
    pub(crate) fn append(&self, folder: &str, file: &str, bytes: &[u8]) -> Result<(), Failure> {
        let _lock = lock();
        let failed = |error: io::Error| cannot_write(&self.name.join(folder).join(file), &error);
        let folder = self.temporary.join(folder);
        match fs::create_dir(&folder) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            result => result.map_err(failed)?,
        }
        let mut file = OpenOptions::new().append(true).create(true).open(folder.join(file)).map_err(failed)?;
        file.write_all(bytes).map_err(failed)
    }

    /// Gives the complete file or folder its name.
    pub(crate) fn finish(self, may_replace: bool) -> Result<(), Failure> {
        let mut lock = lock();
        // Another process may have taken the name in the meantime.
        if !may_replace && self.name.symlink_metadata().is_ok() {
            return Err(exists(&self.name));
        }
        fs::rename(&self.temporary, &self.name).map_err(|error| cannot_write(&self.name, &error))?;
        *lock = None;
        drop(lock);
        sync_entry(&self.name);
        Ok(())
    }
}

fn create_new(path: &Path, kind: Kind) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if kind == Kind::PrivateFile {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    #[cfg(not(unix))]
    let _ = kind;
    options.open(path)
}

/// Removes the temporary file or folder before the process ends.
pub(crate) fn remove() -> MutexGuard<'static, Option<PathBuf>> {
    let mut lock = lock();
    if let Some(path) = lock.take() {
        // One of the two is wrong for what it is.
        let _ = fs::remove_file(&path).or_else(|_| fs::remove_dir_all(&path));
    }
    lock
}

fn lock() -> MutexGuard<'static, Option<PathBuf>> {
    TEMPORARY.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Returns the name of the target, or of the file that a symbolic link leads to. Fails if the name is
/// taken, except by a file that may be replaced.
pub(crate) fn checked(path: &Path, kind: Kind, may_replace: bool) -> Result<PathBuf, Failure> {
    let Ok(found) = path.symlink_metadata() else { return Ok(path.to_owned()) };
    if kind == Kind::Folder || !may_replace {
        return Err(exists(path));
    }
    let name =
        if found.is_symlink() { fs::canonicalize(path).map_err(|error| cannot_write(path, &error))? } else { path.to_owned() };
    if !name.metadata().is_ok_and(|metadata| metadata.is_file()) {
        return Err(invalid(path, tr("it is no regular file, which --force does not replace")));
    }
    Ok(name)
}

fn exists(path: &Path) -> Failure {
    let name = path.display();
    Failure::Usage(if path.is_dir() {
        fill("{0} exists: remove it first", &[&name])
    } else {
        fill("{0} exists: --force replaces it", &[&name])
    })
}

/// Returns a hidden name in the same folder, that of this process.
fn temporary(name: &Path) -> PathBuf {
    let mut hidden = OsString::from(".");
    hidden.push(name.file_name().unwrap_or_default());
    hidden.push(format!(".{}.tmp", std::process::id()));
    name.with_file_name(hidden)
}
