//! The place that the lines are written to: standard output or a file.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::sleep;
use std::time::Duration;

use super::answer::Receive;
use super::file::LineFile;
use crate::callback::Notification;
use crate::failure::{Failure, cannot_write};
use crate::json;

/// A writer of whole lines, one at a time.
pub(super) struct Sink(Mutex<Target>);

enum Target {
    Stdout,
    File(PathBuf, LineFile),
    /// No line is written any more: the command ends, perhaps because of a failure.
    Closed(Option<Failure>),
}

impl Sink {
    pub(super) const fn stdout() -> Self {
        Self(Mutex::new(Target::Stdout))
    }

    /// Opens a file, to append to it.
    pub(super) fn file(path: &Path) -> Result<Self, Failure> {
        Ok(Self(Mutex::new(Target::File(path.to_owned(), LineFile::open(path)?))))
    }

    /// Writes a line. In a file, it is on the disk afterwards. If it fails, a file is as it was
    /// before; standard output, which may have a part of the line, is closed.
    fn write(&self, line: &[u8]) -> Result<(), Failure> {
        let mut target = self.lock();
        match &mut *target {
            Target::Stdout => {
                let mut stream = io::stdout().lock();
                stream.write_all(line).and_then(|()| stream.flush()).map_err(|error| {
                    *target = Target::Closed(Some(Failure::Output(error)));
                    closed()
                })
            }
            Target::File(path, file) => file.append(line).map_err(|error| cannot_write(path, &error)),
            Target::Closed(_) => Err(closed()),
        }
    }

    /// Lets no line be written any more. Returns the failure that has closed standard output, if
    /// any.
    ///
    /// The wait for the line that is being written is limited, since its reader may have stopped
    /// reading. The notification of such a line is not answered with 200.
    pub(super) fn close(&self) -> Result<(), Failure> {
        for _ in 0..100 {
            if let Ok(mut target) = self.0.try_lock() {
                return match std::mem::replace(&mut *target, Target::Closed(None)) {
                    Target::Closed(Some(failure)) => Err(failure),
                    _ => Ok(()),
                };
            }
            sleep(Duration::from_millis(10));
        }
        Ok(())
    }

    fn lock(&self) -> MutexGuard<'_, Target> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Receive for Sink {
    fn receive(&self, notification: &Notification<'_>) -> Result<(), Failure> {
        let mut line = Vec::new();
        json::line(&notification.line(), &mut line)?;
        self.write(&line)
    }

    /// Returns whether no line is written any more.
    fn is_closed(&self) -> bool {
        matches!(&*self.lock(), Target::Closed(_))
    }
}

fn closed() -> Failure {
    Failure::Output(io::ErrorKind::BrokenPipe.into())
}
