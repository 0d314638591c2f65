//! Where the command writes to, and how it fails.

use std::fmt;
use std::io::{self, BufWriter, IsTerminal as _, StdoutLock, Write as _};
use std::path::PathBuf;

/// Why the command stopped.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The file, or standard input, cannot be read.
    Input(Option<PathBuf>, io::Error),
    /// Standard output cannot be written to.
    Output(io::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Input(Some(path), error) => write!(f, "cannot read {}: {error}", path.display()),
            Self::Input(None, error) => write!(f, "cannot read standard input: {error}"),
            Self::Output(error) => write!(f, "cannot write: {error}"),
        }
    }
}

/// Standard output, and whether a person looks at it.
pub(crate) struct Out {
    stream: BufWriter<StdoutLock<'static>>,
    /// Whether colours may be used: on a terminal, and not where `NO_COLOR` is set.
    pub(crate) is_coloured: bool,
    /// How many columns the terminal has, if it is one.
    pub(crate) width: Option<usize>,
}

impl Out {
    pub(crate) fn new() -> Self {
        let stdout = io::stdout();
        let is_coloured = anstream::AutoStream::choice(&stdout) != anstream::ColorChoice::Never;
        let width = if stdout.is_terminal() { terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)) } else { None };
        Self { stream: BufWriter::with_capacity(1 << 16, stdout.lock()), is_coloured, width }
    }

    pub(crate) fn line(&mut self, line: impl fmt::Display) -> Result<(), Failure> {
        writeln!(self.stream, "{line}").map_err(Failure::Output)
    }

    pub(crate) fn json(&mut self, line: &impl serde::Serialize) -> Result<(), Failure> {
        serde_json::to_writer(&mut self.stream, line).map_err(|error| Failure::Output(error.into()))?;
        self.stream.write_all(b"\n").map_err(Failure::Output)
    }

    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        self.stream.flush().map_err(Failure::Output)
    }
}
