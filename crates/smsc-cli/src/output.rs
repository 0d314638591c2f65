//! Standard output.

use std::fmt;
use std::io::{self, IsTerminal as _, Stdout, Write as _};
use std::sync::{Mutex, PoisonError};

use unicode_width::UnicodeWidthStr as _;

use crate::failure::Failure;
use crate::json;

/// Locked while whole lines are written.
static WRITING: Mutex<()> = Mutex::new(());

/// The number of bytes of buffered lines from which on they are written.
const FLUSH_MIN: usize = 1 << 16;

/// The number of bytes that a pipe accepts either completely or not at all.
const PIPE_ATOMIC: usize = 4096;

/// Runs a function that writes whole lines into a file: a signal ends the command before or after it.
pub(crate) fn uninterrupted<T>(write: impl FnOnce() -> T) -> T {
    let _write_lock = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    write()
}

/// Standard output, written in whole lines.
pub(crate) struct Out {
    stream: Stdout,
    lines: Vec<u8>,
    /// The number of bytes per write; a file accepts more than a pipe.
    max_write: usize,
    /// Whether to use colours: on a terminal, unless `NO_COLOR` is set.
    pub(crate) is_coloured: bool,
    /// Whether standard output is a terminal.
    pub(crate) is_terminal: bool,
    /// The number of columns of the terminal, if it is one.
    pub(crate) width: Option<usize>,
}

impl Out {
    /// Creates the writer, and lets signals end the command after a whole line.
    pub(crate) fn new() -> Self {
        #[cfg(unix)]
        crate::signals::end_after_a_line(&WRITING);
        let stream = io::stdout();
        let is_coloured = anstream::AutoStream::choice(&stream) != anstream::ColorChoice::Never;
        let is_terminal = stream.is_terminal();
        let width = if is_terminal { terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)) } else { None };
        let max_write = if is_file(&stream) { FLUSH_MIN } else { PIPE_ATOMIC };
        Self { stream, lines: Vec::with_capacity(2 * FLUSH_MIN), max_write, is_coloured, is_terminal, width }
    }

    /// Adds a line to the buffer.
    pub(crate) fn line(&mut self, line: impl fmt::Display) -> Result<(), Failure> {
        writeln!(self.lines, "{line}").map_err(Failure::Output)?;
        self.flush_if(FLUSH_MIN)
    }

    /// Adds a line that is bold on a terminal.
    pub(crate) fn heading(&mut self, line: &str) -> Result<(), Failure> {
        let bold = anstyle::Style::new().bold();
        if self.is_coloured { self.line(format_args!("{bold}{line}{bold:#}")) } else { self.line(line) }
    }

    /// Adds a line of JSON.
    pub(crate) fn json(&mut self, line: &impl serde::Serialize) -> Result<(), Failure> {
        json::line(line, &mut self.lines)?;
        self.flush_if(FLUSH_MIN)
    }

    /// Adds whole lines in any charset to the buffer.
    pub(crate) fn add(&mut self, lines: &[u8]) -> Result<(), Failure> {
        self.lines.extend_from_slice(lines);
        self.flush_if(FLUSH_MIN)
    }

    /// Writes the buffered lines.
    pub(crate) fn flush(&mut self) -> Result<(), Failure> {
        self.flush_if(1)
    }

    fn flush_if(&mut self, least: usize) -> Result<(), Failure> {
        if self.lines.len() < least {
            return Ok(());
        }
        self.write(&self.lines)?;
        self.lines.clear();
        Ok(())
    }

    /// Writes lines in any charset, without the buffer.
    pub(crate) fn write(&self, lines: &[u8]) -> Result<(), Failure> {
        let _write_lock = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
        let mut stream = self.stream.lock();
        let mut rest = lines;
        while !rest.is_empty() {
            let (lines, after) = rest.split_at(whole_lines(rest, self.max_write));
            stream.write_all(lines).and_then(|()| stream.flush()).map_err(Failure::Output)?;
            rest = after;
        }
        Ok(())
    }
}

/// Returns whether a stream is a regular file, and `false` if this cannot be determined.
#[cfg(unix)]
fn is_file(stream: &Stdout) -> bool {
    use std::os::fd::AsFd as _;
    let copy = stream.as_fd().try_clone_to_owned().map(std::fs::File::from);
    copy.and_then(|file| file.metadata()).is_ok_and(|metadata| metadata.is_file())
}

#[cfg(not(unix))]
const fn is_file(_: &Stdout) -> bool {
    false
}

/// The greatest width that texts are wrapped to; longer lines are hard to read.
const MAX_WIDTH: usize = 96;

/// Wraps a text to lines that fit the terminal and are at most [`MAX_WIDTH`] wide.
pub(crate) fn wrapped(text: &str, width: Option<usize>) -> Vec<String> {
    // Four columns are left for an indent.
    wrapped_to(text, width, 4)
}

/// Wraps a text like [`wrapped`], with `indent` columns left before it.
pub(crate) fn wrapped_to(text: &str, width: Option<usize>, indent: usize) -> Vec<String> {
    let width = width.unwrap_or(MAX_WIDTH).min(MAX_WIDTH).saturating_sub(indent);
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        // French has a space before these, and no line may start with one.
        let is_attached = [":", ";", "!", "?"].contains(&word);
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if is_attached || line.width() + 1 + word.width() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Returns the length of the whole lines within the first `max_write` bytes, or of the first line
/// if that is longer.
fn whole_lines(lines: &[u8], max_write: usize) -> usize {
    let within = lines.get(..max_write).unwrap_or(lines);
    let end = within.iter().rposition(|byte| *byte == b'\n').or_else(|| lines.iter().position(|byte| *byte == b'\n'));
    end.map_or(lines.len(), |end| end + 1)
}
