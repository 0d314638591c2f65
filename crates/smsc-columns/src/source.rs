//! The sources of replies.

use std::fmt;
use std::fs::File;
use std::io::{self, Cursor, Read, Seek as _, SeekFrom};
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

/// A reply that can be opened, perhaps more than once: a file, bytes in memory, or another stream.
///
/// `Debug` shows the name alone.
#[derive(Clone)]
pub struct Source {
    name: Arc<str>,
    /// The range of the bytes, if only a part of the reply is read.
    part: Option<Range<u64>>,
    origin: Origin,
}

#[derive(Clone)]
enum Origin {
    File(PathBuf),
    Bytes(Arc<[u8]>),
    Stream(Arc<Open>),
}

type Open = dyn Fn() -> io::Result<Box<dyn Read + Send>> + Send + Sync;

impl Source {
    /// Creates the source of a file. Its name is the path.
    #[must_use]
    pub fn file(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        Self { name: path.to_string_lossy().into(), part: None, origin: Origin::File(path) }
    }

    /// Creates a source of bytes in memory.
    #[must_use]
    pub fn bytes(name: &str, bytes: impl Into<Arc<[u8]>>) -> Self {
        Self { name: name.into(), part: None, origin: Origin::Bytes(bytes.into()) }
    }

    /// Creates a source of a stream, which is opened when it is read.
    #[must_use]
    pub fn stream(name: &str, open: impl Fn() -> io::Result<Box<dyn Read + Send>> + Send + Sync + 'static) -> Self {
        Self { name: name.into(), part: None, origin: Origin::Stream(Arc::new(open)) }
    }

    /// Creates the source of a part of a file: bytes from a border up to another, as
    /// [`split`](crate::split) finds them. Any other range cuts records.
    #[must_use]
    pub fn part(path: impl Into<PathBuf>, part: Range<u64>) -> Self {
        Self { part: Some(part), ..Self::file(path) }
    }

    /// Returns the name, which is the value of the column `source`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    pub(crate) const fn shared_name(&self) -> &Arc<str> {
        &self.name
    }

    /// Returns the range of the bytes of the file that are read, or `None` if it is read as a whole.
    #[must_use]
    pub const fn range(&self) -> Option<&Range<u64>> {
        self.part.as_ref()
    }

    /// Opens the reply, and decompresses it if it is compressed.
    pub(crate) fn open(&self) -> io::Result<Box<dyn Read + Send>> {
        let stream: Box<dyn Read + Send> = match &self.origin {
            Origin::File(path) => {
                let mut file = File::open(path)?;
                if let Some(part) = &self.part {
                    file.seek(SeekFrom::Start(part.start))?;
                    return Ok(Box::new(file.take(part.end.saturating_sub(part.start))));
                }
                Box::new(file)
            }
            Origin::Bytes(bytes) => Box::new(Cursor::new(Arc::clone(bytes))),
            Origin::Stream(open) => open()?,
        };
        decompressed(stream)
    }
}

/// Reads bytes, and goes on after an interruption by a signal.
pub(crate) fn read(stream: &mut dyn Read, buffer: &mut [u8]) -> io::Result<usize> {
    loop {
        match stream.read(buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            result => return result,
        }
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Source").field("name", &self.name).field("part", &self.part).finish_non_exhaustive()
    }
}

#[cfg(not(feature = "compressed"))]
fn decompressed(stream: Box<dyn Read + Send>) -> io::Result<Box<dyn Read + Send>> {
    Ok(stream)
}

#[cfg(feature = "compressed")]
use crate::compressed::decompressed;
