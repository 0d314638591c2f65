//! A file that is written page by page, and gets its name when it is complete.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead as _, BufReader, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use crate::failure::{Failure, cannot_write};
use crate::lang::{fill, tr};
use crate::output::uninterrupted;

/// A file that is not complete yet, with whole lines alone.
pub(super) struct Part {
    file: File,
    path: PathBuf,
    target: PathBuf,
    /// The last line, if a run before this one was interrupted.
    pub(super) last: Option<String>,
    /// The number of lines.
    pub(super) lines: u64,
}

impl Part {
    /// Opens the part of a file, which other options (`label`) would have another one for. A last line
    /// that is not whole is cut off. Fails if the file itself is there.
    pub(super) fn open(target: &Path, label: &str) -> Result<Self, Failure> {
        if target.exists() {
            return Err(Failure::Usage(fill("{0} is there already: move it away, or name another file", &[&target.display()])));
        }
        let mut name = target.as_os_str().to_owned();
        name.push(format!(".{label}.part"));
        let path = PathBuf::from(name);
        Self::resume(&path, target).map_err(|error| cannot_write(&path, &error))
    }

    fn resume(path: &Path, target: &Path) -> io::Result<Self> {
        let mut file = OpenOptions::new().read(true).append(true).create(true).open(path)?;
        let (mut whole, mut lines, mut last) = (0, 0, None);
        let mut reader = BufReader::new(&file);
        loop {
            let mut line = Vec::new();
            let len = reader.read_until(b'\n', &mut line)?;
            if line.last() != Some(&b'\n') {
                break;
            }
            whole += u64::try_from(len).unwrap_or(0);
            lines += 1;
            last = Some(line);
        }
        file.set_len(whole)?;
        file.seek(SeekFrom::End(0))?;
        let last = last.map(|line| String::from_utf8_lossy(&line).into_owned());
        Ok(Self { file, path: path.to_owned(), target: target.to_owned(), last, lines })
    }

    /// Adds whole lines. A signal ends the command before or after them.
    pub(super) fn add(&mut self, lines: &[u8], count: u64) -> Result<(), Failure> {
        let written = uninterrupted(|| self.file.write_all(lines).and_then(|()| self.file.sync_data()));
        written.map_err(|error| cannot_write(&self.path, &error))?;
        self.lines += count;
        Ok(())
    }

    /// Gives the file its name.
    pub(super) fn finish(self) -> Result<(), Failure> {
        let renamed = if self.target.exists() {
            Err(io::Error::new(io::ErrorKind::AlreadyExists, tr("it is there already")))
        } else {
            self.file.sync_all().and_then(|()| fs::rename(&self.path, &self.target))
        };
        renamed.map_err(|error| cannot_write(&self.target, &error))
    }

    /// Returns the path of the part.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the failure of a line that is no record.
    pub(super) fn invalid(&self) -> Failure {
        Failure::Content(Some(self.path.clone()), tr("its last line is no record: delete it to start anew").to_owned())
    }
}
