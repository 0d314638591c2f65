//! The file of the database, and the lock of its watcher.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use crate::error::ErrorKind;

/// The time to wait for another program that writes.
const BUSY: Duration = Duration::from_secs(10);

/// Opens the file. Creates it, for its owner alone, if it does not exist.
pub(super) fn open(path: &Path) -> Result<Connection, ErrorKind> {
    if path.is_dir() {
        return Err(ErrorKind::File(io::ErrorKind::IsADirectory));
    }
    // A file that exists is not opened here: closing it would release the locks that other
    // connections of this process have on it.
    match for_owner().create_new(true).open(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        result => drop(result?),
    }
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(BUSY)?;
    // SQLite opens a file that it may not write for reading.
    if connection.is_readonly("main")? { Err(ErrorKind::Permission) } else { Ok(connection) }
}

/// Takes the lock of the watcher, which ends with the process at the latest. It is on a file of its
/// own, which stays: on some systems a lock on the database itself would be taken for one of SQLite's.
pub(super) fn lock(database: &Path) -> Result<File, ErrorKind> {
    let path = beside(database, "-watcher");
    let mut file = for_owner().read(true).create(true).truncate(false).open(path)?;
    match lock_soon(&file) {
        Ok(()) => {
            // The number is for the message alone: the lock is what counts.
            let _ = file.set_len(0).and_then(|()| write!(file, "{}", std::process::id()));
            Ok(file)
        }
        Err(TryLockError::WouldBlock) => Err(ErrorKind::Watched { process: process(&mut file) }),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

/// Takes the lock, with a short wait: a process that was being started when the last watcher was killed
/// can hold its lock for a moment longer.
fn lock_soon(file: &File) -> Result<(), TryLockError> {
    for _ in 0..20 {
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => sleep(Duration::from_millis(50)),
            result => return result,
        }
    }
    file.try_lock()
}

fn process(file: &mut File) -> Option<u32> {
    let mut number = String::new();
    file.take(20).read_to_string(&mut number).ok()?;
    number.trim().parse().ok()
}

fn beside(database: &Path, suffix: &str) -> PathBuf {
    let mut path = database.as_os_str().to_owned();
    path.push(suffix);
    path.into()
}

fn for_owner() -> OpenOptions {
    let mut options = File::options();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}
