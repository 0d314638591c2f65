//! Where the command writes to, and how it fails.

use std::fmt;
use std::io::{self, IsTerminal as _, Stdout, Write as _};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

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

/// Held while whole lines are being written.
static WRITING: Mutex<()> = Mutex::new(());

/// What shells report of a command that Ctrl-C ended.
const INTERRUPTED: i32 = 130;

/// How many bytes of lines are gathered before they are written.
const ENOUGH: usize = 1 << 16;

/// Standard output, written in whole lines.
pub(crate) struct Out {
    stream: Stdout,
    lines: Vec<u8>,
    /// Whether colours may be used: on a terminal, and not where `NO_COLOR` is set.
    pub(crate) is_coloured: bool,
    /// Whether a person looks at it.
    pub(crate) is_terminal: bool,
    /// How many columns the terminal has, if it is one.
    pub(crate) width: Option<usize>,
}

impl Out {
    pub(crate) fn new() -> Self {
        // Without this a signal could end the command in the middle of a line. Where no handler can be set, it ends as any other does.
        let _ = ctrlc::set_handler(|| {
            let _whole_lines = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
            std::process::exit(INTERRUPTED);
        });
        let stream = io::stdout();
        let is_coloured = anstream::AutoStream::choice(&stream) != anstream::ColorChoice::Never;
        let is_terminal = stream.is_terminal();
        let width = if is_terminal { terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)) } else { None };
        Self { stream, lines: Vec::with_capacity(2 * ENOUGH), is_coloured, is_terminal, width }
    }

    pub(crate) fn line(&mut self, line: impl fmt::Display) -> Result<(), Failure> {
        writeln!(self.lines, "{line}").map_err(Failure::Output)?;
        self.flush_if(ENOUGH)
    }

    pub(crate) fn json(&mut self, line: &impl serde::Serialize) -> Result<(), Failure> {
        serde_json::to_writer(&mut self.lines, line).map_err(|error| Failure::Output(error.into()))?;
        self.lines.push(b'\n');
        self.flush_if(ENOUGH)
    }

    /// Writes the lines that were gathered.
    pub(crate) fn flush(&mut self) -> Result<(), Failure> {
        self.flush_if(1)
    }

    fn flush_if(&mut self, least: usize) -> Result<(), Failure> {
        if self.lines.len() < least {
            return Ok(());
        }
        let _whole_lines = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
        let mut stream = self.stream.lock();
        stream.write_all(&self.lines).and_then(|()| stream.flush()).map_err(Failure::Output)?;
        self.lines.clear();
        Ok(())
    }
}
