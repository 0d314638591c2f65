//! A file of whole lines, each of which is on the disk once it is appended.

use std::fs::File;
use std::io::{self, Seek as _, SeekFrom, Write as _};
use std::path::Path;

use super::end::End;
use crate::failure::{Failure, cannot_write};
use crate::lang::{fill, tr};
use crate::line_file::{self, invalid, sync_entry};
use crate::message;

/// A file that no other `smsc listen` appends to at the same time.
pub(super) struct LineFile {
    file: File,
    /// The length to which the file has to be cut before a line is appended, after a failure.
    torn_at: Option<u64>,
}

impl LineFile {
    /// Opens a file to append to it, or creates it for its owner alone. An unfinished last line of
    /// an earlier run is removed, or gets its line end if nothing else is missing.
    pub(super) fn open(path: &Path) -> Result<Self, Failure> {
        let failed = |error: io::Error| cannot_write(path, &error);
        let mut file = line_file::open(path)?;
        let end = End::of(&mut file).and_then(|end| end.complete(&mut file).map(|()| end));
        match end.map_err(failed)? {
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

    /// Appends a line, which is on the disk afterwards. If it fails, the file is as it was before,
    /// or is made so before the next line.
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

/// Returns the length of a file. Fails if the file was deleted, since nobody would find its lines.
fn existing_len(file: &File) -> io::Result<u64> {
    let metadata = file.metadata()?;
    #[cfg(unix)]
    if std::os::unix::fs::MetadataExt::nlink(&metadata) == 0 {
        return Err(io::Error::new(io::ErrorKind::NotFound, tr("the file was deleted")));
    }
    Ok(metadata.len())
}
