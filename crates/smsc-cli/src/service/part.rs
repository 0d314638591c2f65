//! A file that is written page by page, and gets its name when it is complete.

use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use crate::failure::{Failure, cannot_write};
use crate::lang::{fill, tr};
use crate::line_file::{self, sync_entry};
use crate::output::uninterrupted;

/// A file that is not complete yet, with whole lines alone.
pub(super) struct Part {
    file: File,
    path: PathBuf,
    target: PathBuf,
    /// The key of the last line with one, if a run before this one was interrupted.
    pub(super) last: Option<u64>,
    /// The number of lines.
    pub(super) lines: u64,
    /// The number of lines without a key.
    pub(super) keyless: u64,
}

/// The kind of a line.
pub(super) enum Line {
    Keyed(u64),
    Keyless,
    /// No line of such a file.
    Other,
}

impl Part {
    /// Opens the part of a file, which other options (`label`) would have another one for. A last line
    /// that is not whole is cut off. Fails if the file itself is there, if another process writes the
    /// part, or if it has a line that is none of its own.
    pub(super) fn open(target: &Path, label: &str, line: fn(&[u8]) -> Line) -> Result<Self, Failure> {
        if fs::symlink_metadata(target).is_ok() {
            return Err(Failure::Usage(fill("{0} exists: move it away, or name another file", &[&target.display()])));
        }
        let mut name = target.as_os_str().to_owned();
        name.push(format!(".{label}.part"));
        let path = PathBuf::from(name);
        // A link would lead the lines to a file that is not this command's.
        if fs::symlink_metadata(&path).is_ok_and(|metadata| !metadata.is_file()) {
            return Err(line_file::invalid(&path, tr("it is no regular file, so that no line would be on the disk")));
        }
        let file = line_file::open(&path)?;
        let mut part = Self { file, path, target: target.to_owned(), last: None, lines: 0, keyless: 0 };
        let whole = part.read(line)?;
        let cut = part.file.set_len(whole).and_then(|()| part.file.seek(SeekFrom::End(0)));
        cut.map_err(|error| cannot_write(&part.path, &error))?;
        sync_entry(&part.path);
        Ok(part)
    }

    /// Reads the lines, and returns their length without a last one that is not whole.
    fn read(&mut self, kind: fn(&[u8]) -> Line) -> Result<u64, Failure> {
        let mut reader = BufReader::new(&self.file);
        let (mut whole, mut line) = (0, Vec::new());
        loop {
            line.clear();
            let len = reader.read_until(b'\n', &mut line).map_err(|error| Failure::Input(Some(self.path.clone()), error))?;
            if line.last() != Some(&b'\n') {
                // The start of a line of this command, or nothing.
                return if line.first().is_none_or(|first| *first == b'{') { Ok(whole) } else { Err(self.invalid()) };
            }
            match kind(&line) {
                Line::Keyed(key) => self.last = Some(key),
                Line::Keyless => self.keyless += 1,
                Line::Other => return Err(self.invalid()),
            }
            whole += u64::try_from(len).unwrap_or(0);
            self.lines += 1;
        }
    }

    /// Adds whole lines. A signal ends the command before or after them.
    pub(super) fn add(&mut self, lines: &[u8], count: u64) -> Result<(), Failure> {
        let written = uninterrupted(|| self.file.write_all(lines).and_then(|()| self.file.sync_data()));
        written.map_err(|error| cannot_write(&self.path, &error))?;
        self.lines += count;
        Ok(())
    }

    /// Renames the part to the file, unless another file has it by now.
    pub(super) fn finish(self) -> Result<(), Failure> {
        let named = match fs::hard_link(&self.path, &self.target) {
            Ok(()) => fs::remove_file(&self.path),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
            // A file system without hard links.
            Err(_) if fs::symlink_metadata(&self.target).is_ok() => Err(io::ErrorKind::AlreadyExists.into()),
            Err(_) => fs::rename(&self.path, &self.target),
        };
        named.map_err(|error| cannot_write(&self.target, &error))?;
        sync_entry(&self.target);
        Ok(())
    }

    /// Returns the path of the part.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    fn invalid(&self) -> Failure {
        line_file::invalid(&self.path, tr("it has a line that is no record: delete the file to start anew"))
    }
}
