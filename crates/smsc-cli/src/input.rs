//! Where the command reads from.

use std::fs::File;
use std::io::{self, IsTerminal as _, Read, Stdin};
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// A file, or standard input.
pub(crate) enum Input {
    File(PathBuf, File),
    Stdin(Stdin),
}

impl Input {
    /// Opens a file; `-`, or no name, is standard input.
    pub(crate) fn open(path: Option<&Path>) -> Result<Self, Failure> {
        if let Some(path) = path.filter(|path| *path != Path::new("-")) {
            let failed = |error| Failure::Input(Some(path.to_owned()), error);
            return Ok(Self::File(path.to_owned(), File::open(path).map_err(failed)?));
        }
        let stdin = io::stdin();
        if stdin.is_terminal() {
            anstream::eprintln!("smsc: reading a reply from the terminal; end it with Ctrl-D");
        }
        Ok(Self::Stdin(stdin))
    }

    /// How many bytes there are, where that is known beforehand.
    pub(crate) fn size(&self) -> Option<u64> {
        match self {
            Self::File(_, file) => file.metadata().ok().filter(std::fs::Metadata::is_file).map(|metadata| metadata.len()),
            Self::Stdin(_) => None,
        }
    }

    /// All of it.
    pub(crate) fn read_all(&mut self) -> Result<Vec<u8>, Failure> {
        let mut body = Vec::new();
        self.read_with(|stream| stream.read_to_end(&mut body))?;
        Ok(body)
    }

    /// As many bytes as come at once; none at the end.
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
