//! A file of whole lines, each of which is on the disk once it is appended.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

use serde::de::IgnoredAny;

use crate::failure::{Failure, cannot_write};
use crate::lang::{fill, tr};
use crate::message;

/// The start of every line that the command writes.
const START: &[u8] = b"{\"kind\":\"";

/// The length up to which the end of a file can be an unfinished line of the command: the longest body
/// of which every byte is escaped.
const MAX_LINE: u64 = 6 * (1 << 24);

/// The number of bytes that are read at once, from the end of a file on.
const BLOCK: usize = 1 << 14;

/// A file that no other `smsc listen` appends to at the same time.
pub(super) struct LineFile {
    file: File,
    /// The length to which the file has to be cut before a line is appended, after a failure.
    torn_at: Option<u64>,
}

/// What a file ends with.
#[derive(Debug, PartialEq, Eq)]
enum End {
    /// A whole line, or nothing.
    Line,
    /// A line of JSON that lacks its line end alone.
    Json,
    /// A part of a line of the command, of this length.
    Part(u64),
    /// Something that the command has not written.
    Other,
}

impl LineFile {
    /// Opens a file to append to it, or creates it for its owner alone. An unfinished last line of an
    /// earlier run is removed, or gets its line end if nothing else is missing.
    pub(super) fn open(path: &Path) -> Result<Self, Failure> {
        let failed = |error: io::Error| cannot_write(path, &error);
        let mut file = open_private(path).map_err(failed)?;
        if !file.metadata().map_err(failed)?.is_file() {
            return Err(invalid(path, tr("it is no regular file, so that no line would be on the disk")));
        }
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => return Err(invalid(path, tr("another process has it open for its lines"))),
            // A file system without locks.
            Err(TryLockError::Error(_)) | Ok(()) => {}
        }
        let mended = end_of(&mut file).and_then(|end| mend(&mut file, &end).map(|()| end));
        match mended.map_err(failed)? {
            End::Line => {}
            End::Json => message::failure(&fill("{0}: added the line end that its last line lacked", &[&path.display()])),
            End::Part(len) => message::failure(&fill(
                "{0}: removed the unfinished last line, {1} bytes; its notification was not answered with 200",
                &[&path.display(), &len],
            )),
            End::Other => {
                return Err(invalid(path, tr("its last line has no line end, and is no part of a notification")));
            }
        }
        sync_entry(path);
        Ok(Self { file, torn_at: None })
    }

    /// Appends a line, which is on the disk afterwards. If it fails, the file is as it was before, or is
    /// made so before the next line.
    pub(super) fn append(&mut self, line: &[u8]) -> io::Result<()> {
        self.cut()?;
        // Others may have cut the file since the last line.
        let len = existing_len(&self.file)?;
        self.file.seek(SeekFrom::Start(len))?;
        let written = self.file.write_all(line).and_then(|()| self.file.sync_data());
        if written.is_err() {
            self.torn_at = Some(len);
            // If it fails, the next line tries again.
            let _ = self.cut();
        }
        written
    }

    /// Removes the part of a line that was written before a failure.
    fn cut(&mut self) -> io::Result<()> {
        if let Some(len) = self.torn_at {
            if self.file.metadata()?.len() > len {
                self.file.set_len(len)?;
                self.file.sync_data()?;
            }
            self.torn_at = None;
        }
        Ok(())
    }
}

fn invalid(path: &Path, reason: &str) -> Failure {
    Failure::Usage(format!("{}: {reason}", path.display()))
}

/// Opens a file to read and to write it. A new one can be read by its owner alone, since the
/// lines have phones and texts.
fn open_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Returns the length of a file. Fails if the file was deleted, since nobody would find its lines.
fn existing_len(file: &File) -> io::Result<u64> {
    let metadata = file.metadata()?;
    #[cfg(unix)]
    if std::os::unix::fs::MetadataExt::nlink(&metadata) == 0 {
        return Err(io::Error::new(io::ErrorKind::NotFound, tr("the file was deleted")));
    }
    Ok(metadata.len())
}

/// Waits until the name of a new file is on the disk as well. Not every file system can.
fn sync_entry(path: &Path) {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}

/// Returns what a file ends with.
fn end_of(file: &mut File) -> io::Result<End> {
    let Some(start) = start_of_part(file)? else { return Ok(End::Other) };
    file.seek(SeekFrom::Start(start))?;
    let mut part = Vec::new();
    file.read_to_end(&mut part)?;
    Ok(kind_of(&part))
}

/// Returns the offset after the last line end, or `None` if it is farther from the end than a line is
/// long.
fn start_of_part(file: &mut File) -> io::Result<Option<u64>> {
    let len = file.metadata()?.len();
    let mut block = [0; BLOCK];
    let mut end = len;
    while end > 0 && len - end <= MAX_LINE {
        let start = end.saturating_sub(BLOCK as u64);
        file.seek(SeekFrom::Start(start))?;
        let size = usize::try_from(end - start).unwrap_or(BLOCK);
        let block = &mut block[..size];
        file.read_exact(block)?;
        if let Some(at) = block.iter().rposition(|byte| *byte == b'\n') {
            return Ok(Some(start + at as u64 + 1));
        }
        end = start;
    }
    Ok((end == 0).then_some(0))
}

/// Returns what the bytes after the last line end are.
fn kind_of(part: &[u8]) -> End {
    // After a power cut, zeros can be in the place of what was written last.
    let zeros = part.iter().rev().take_while(|byte| **byte == 0).count();
    let text = &part[..part.len() - zeros];
    if part.is_empty() {
        End::Line
    } else if zeros == 0 && serde_json::from_slice::<IgnoredAny>(part).is_ok() {
        End::Json
    } else if text.starts_with(START) || START.starts_with(text) {
        End::Part(part.len() as u64)
    } else {
        End::Other
    }
}

/// Lets a file end with a whole line, without a loss of anything that can be read.
fn mend(file: &mut File, end: &End) -> io::Result<()> {
    match end {
        End::Line | End::Other => return Ok(()),
        End::Json => {
            file.seek(SeekFrom::End(0))?;
            file.write_all(b"\n")?;
        }
        End::Part(len) => file.set_len(file.metadata()?.len() - len)?,
    }
    file.sync_data()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_file_is_recognised() {
        let line = "{\"kind\":\"status\",\"event\":{}}";
        assert_eq!(kind_of(b""), End::Line);
        for len in 1..line.len() {
            assert_eq!(kind_of(&line.as_bytes()[..len]), End::Part(len as u64));
        }
        assert_eq!(kind_of(line.as_bytes()), End::Json);
        // Zeros alone, and after a part or a whole object.
        assert_eq!(kind_of(b"\0\0"), End::Part(2));
        assert_eq!(kind_of(b"{\"ki\0"), End::Part(5));
        assert_eq!(kind_of([line, "\0"].concat().as_bytes()), End::Part(line.len() as u64 + 1));
        for other in ["id,phone", "{\"a\":1", "[", "\0{", " {\"kind\":\""] {
            assert_eq!(kind_of(other.as_bytes()), End::Other, "{other}");
        }
    }
}
