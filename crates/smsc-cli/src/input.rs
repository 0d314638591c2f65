//! The input: a file or standard input.

use std::fs::File;
use std::io::{self, IsTerminal as _, Read, Stdin};
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::lang::{fill, tr};
use crate::message;

/// The number of bytes at the start of an input that are kept, for guesses at its request.
const START: usize = 1 << 16;

/// A file or standard input.
pub(crate) struct Input {
    source: Source,
    /// The first bytes that were read.
    start: Vec<u8>,
    /// The number of these that are to be read again.
    ahead: usize,
}

enum Source {
    File(PathBuf, File),
    Stdin(Stdin),
}

impl Input {
    /// Opens a file; without a path, or with the path `-`, the input is standard input. `content`
    /// is what a person is expected to type if standard input is a terminal.
    pub(crate) fn open(path: Option<&Path>, content: &'static str) -> Result<Self, Failure> {
        if let Some(path) = path.filter(|path| !is_stdin(path)) {
            let failed = |error| Failure::Input(Some(path.to_owned()), error);
            return Ok(Self::of(Source::File(path.to_owned(), File::open(path).map_err(failed)?)));
        }
        announce(content);
        Ok(Self::of(Source::Stdin(io::stdin())))
    }

    const fn of(source: Source) -> Self {
        Self { source, start: Vec::new(), ahead: 0 }
    }

    /// Returns the first bytes that were read.
    pub(crate) fn start(&self) -> &[u8] {
        &self.start
    }

    /// Reads the first bytes, which are read again afterwards.
    pub(crate) fn peek(&mut self) -> Result<&[u8], Failure> {
        let mut buffer = vec![0; START];
        while self.start.len() < START {
            let wanted = START - self.start.len();
            if self.read(&mut buffer[..wanted])? == 0 {
                break;
            }
        }
        self.ahead = self.start.len();
        Ok(&self.start)
    }

    /// Returns the path, or `None` for standard input.
    pub(crate) fn into_path(self) -> Option<PathBuf> {
        match self.source {
            Source::File(path, _) => Some(path),
            Source::Stdin(_) => None,
        }
    }

    /// Returns the size of the input in bytes, or `None` if it is not known in advance.
    pub(crate) fn size(&self) -> Option<u64> {
        match &self.source {
            Source::File(_, file) => file.metadata().ok().filter(std::fs::Metadata::is_file).map(|metadata| metadata.len()),
            Source::Stdin(_) => None,
        }
    }

    /// Reads the whole input.
    pub(crate) fn read_all(&mut self) -> Result<Vec<u8>, Failure> {
        let mut body = self.start[..std::mem::take(&mut self.ahead)].to_vec();
        self.read_with(|stream| stream.read_to_end(&mut body))?;
        Ok(body)
    }

    /// Reads available bytes into the buffer and returns their number, which is 0 at the end.
    pub(crate) fn read(&mut self, buffer: &mut [u8]) -> Result<usize, Failure> {
        if self.ahead > 0 {
            let count = self.ahead.min(buffer.len());
            let from = self.start.len() - self.ahead;
            buffer[..count].copy_from_slice(&self.start[from..from + count]);
            self.ahead -= count;
            return Ok(count);
        }
        let count = self.read_with(|stream| {
            loop {
                match stream.read(buffer) {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    result => return result,
                }
            }
        })?;
        let kept = count.min(START - self.start.len());
        self.start.extend_from_slice(&buffer[..kept]);
        Ok(count)
    }

    fn read_with(&mut self, read: impl FnOnce(&mut dyn Read) -> io::Result<usize>) -> Result<usize, Failure> {
        match &mut self.source {
            Source::File(path, file) => read(file).map_err(|error| Failure::Input(Some(path.clone()), error)),
            Source::Stdin(stdin) => read(&mut stdin.lock()).map_err(|error| Failure::Input(None, error)),
        }
    }
}

/// Prints that standard input is read if it is a terminal. `content` is what a person is expected to
/// type.
pub(crate) fn announce(content: &'static str) {
    if io::stdin().is_terminal() {
        message::failure(&fill("reading {0} from the terminal; press Ctrl-D to end", &[&tr(content)]));
    }
}

/// Returns whether a path means standard input.
pub(crate) fn is_stdin(path: &Path) -> bool {
    path == Path::new("-")
}
