//! The input: a file or standard input.

use std::fs::File;
use std::io::{self, IsTerminal as _, Read, Stdin};
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::message;

/// A file or standard input.
pub(crate) enum Input {
    File(PathBuf, File),
    Stdin(Stdin),
}

impl Input {
    /// Opens a file; without a path, or with the path `-`, the input is standard input. `content`
    /// is what a person is expected to type if standard input is a terminal.
    pub(crate) fn open(path: Option<&Path>, content: &str) -> Result<Self, Failure> {
        if let Some(path) = path.filter(|path| !is_stdin(path)) {
            let failed = |error| Failure::Input(Some(path.to_owned()), error);
            return Ok(Self::File(path.to_owned(), File::open(path).map_err(failed)?));
        }
        let stdin = io::stdin();
        if stdin.is_terminal() {
            message::print(format_args!("smsc: reading {content} from the terminal; press Ctrl-D to end"));
        }
        Ok(Self::Stdin(stdin))
    }

    /// Returns the path, or `None` for standard input.
    pub(crate) fn into_path(self) -> Option<PathBuf> {
        match self {
            Self::File(path, _) => Some(path),
            Self::Stdin(_) => None,
        }
    }

    /// Returns the size of the input in bytes, or `None` if it is not known in advance.
    pub(crate) fn size(&self) -> Option<u64> {
        match self {
            Self::File(_, file) => file.metadata().ok().filter(std::fs::Metadata::is_file).map(|metadata| metadata.len()),
            Self::Stdin(_) => None,
        }
    }

    /// Reads the whole input.
    pub(crate) fn read_all(&mut self) -> Result<Vec<u8>, Failure> {
        let mut body = Vec::new();
        self.read_with(|stream| stream.read_to_end(&mut body))?;
        Ok(body)
    }

    /// Reads available bytes into the buffer and returns their number, which is 0 at the end.
    pub(crate) fn read(&mut self, buffer: &mut [u8]) -> Result<usize, Failure> {
        self.read_with(|stream| {
            loop {
                match stream.read(buffer) {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    result => return result,
                }
            }
        })
    }

    fn read_with(&mut self, read: impl FnOnce(&mut dyn Read) -> io::Result<usize>) -> Result<usize, Failure> {
        match self {
            Self::File(path, file) => read(file).map_err(|error| Failure::Input(Some(path.clone()), error)),
            Self::Stdin(stdin) => read(&mut stdin.lock()).map_err(|error| Failure::Input(None, error)),
        }
    }
}

/// Returns whether a path means standard input.
pub(crate) fn is_stdin(path: &Path) -> bool {
    path == Path::new("-")
}
