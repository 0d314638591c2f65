//! A folder in which other programs put files of messages.

use std::fs::{self, DirEntry};
use std::io;
use std::path::Path;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use super::adding::{messages, store};
use super::event::Event;
use crate::failure::{Failure, reason};
use crate::ids::Pairs;
use crate::lang::fill;
use crate::message;

/// The time between two looks at the folder.
const LOOK: Duration = Duration::from_millis(500);

/// Starts the thread that adds the messages of the files.
pub(super) fn start(folder: &Path, sent: Option<u64>, events: &Sender<Event>) -> Result<(), Failure> {
    // A folder that cannot be read now will not be either later.
    fs::read_dir(folder).map_err(|error| Failure::Input(Some(folder.to_owned()), error))?;
    let (folder, events) = (folder.to_owned(), events.clone());
    thread::spawn(move || {
        let mut last_reason = String::new();
        loop {
            match look(&folder, sent, &events) {
                Ok(true) => last_reason.clear(),
                Ok(false) => return,
                Err(error) => {
                    let text = reason(&error);
                    if text != last_reason {
                        message::failure(&fill("cannot read {0}: {1}", &[&folder.display(), &text]));
                        last_reason = text;
                    }
                }
            }
            thread::sleep(LOOK);
        }
    });
    Ok(())
}

/// Adds the messages of the files that are there. Returns whether the command goes on.
fn look(folder: &Path, sent: Option<u64>, events: &Sender<Event>) -> io::Result<bool> {
    let mut files: Vec<_> = fs::read_dir(folder)?.filter_map(Result::ok).filter(is_ready).map(|entry| entry.path()).collect();
    files.sort();
    for path in files {
        let content = match fs::read(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            content => content?,
        };
        match Pairs::of_file(&content) {
            Ok(pairs) => {
                if !store(&messages(&pairs, sent), events) {
                    return Ok(false);
                }
                // Only now: a file that is read twice adds nothing the second time.
                unless_gone(fs::remove_file(&path))?;
            }
            Err(reason) => {
                message::failure(&format!("{}: {reason}", path.display()));
                let mut bad = path.clone().into_os_string();
                bad.push(".bad");
                unless_gone(fs::rename(&path, bad))?;
            }
        }
    }
    Ok(true)
}

/// Lets another watcher of the folder be earlier.
fn unless_gone(result: io::Result<()>) -> io::Result<()> {
    result.or_else(|error| if error.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(error) })
}

/// Returns whether a file is complete.
fn is_ready(entry: &DirEntry) -> bool {
    let name = entry.file_name();
    let name = name.to_string_lossy();
    let is_left_alone = name.starts_with('.') || name.ends_with(".tmp") || name.ends_with(".bad");
    !is_left_alone && entry.file_type().is_ok_and(|kind| kind.is_file())
}
