//! Where the command writes to, and how it fails.

use std::fmt;
use std::io::{self, IsTerminal as _, Stdout, Write as _};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use unicode_width::UnicodeWidthStr as _;

use crate::failure::Failure;
use crate::json;

/// Held while whole lines are being written.
static WRITING: Mutex<()> = Mutex::new(());

/// What shells report of a command that Ctrl-C ended.
const INTERRUPTED: i32 = 130;

/// How many bytes of lines are gathered before they are written.
const ENOUGH: usize = 1 << 16;

/// How many bytes a pipe takes all at once or not at all.
const AT_ONCE: usize = 4096;

/// Standard output, written in whole lines.
pub(crate) struct Out {
    stream: Stdout,
    lines: Vec<u8>,
    /// How many bytes are written at once: a file takes more than a pipe.
    at_once: usize,
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
            // Not for ever: who reads may have stopped reading, and then the lines that wait to be written are whole.
            for _ in 0..100 {
                // Kept to the end, so that no other write begins.
                if let Ok(_nothing_is_written) = WRITING.try_lock() {
                    std::process::exit(INTERRUPTED);
                }
                std::thread::sleep(Duration::from_millis(10));
            }
            std::process::exit(INTERRUPTED);
        });
        let stream = io::stdout();
        let is_coloured = anstream::AutoStream::choice(&stream) != anstream::ColorChoice::Never;
        let is_terminal = stream.is_terminal();
        let width = if is_terminal { terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)) } else { None };
        let at_once = if is_file(&stream) { ENOUGH } else { AT_ONCE };
        Self { stream, lines: Vec::with_capacity(2 * ENOUGH), at_once, is_coloured, is_terminal, width }
    }

    pub(crate) fn line(&mut self, line: impl fmt::Display) -> Result<(), Failure> {
        writeln!(self.lines, "{line}").map_err(Failure::Output)?;
        self.flush_if(ENOUGH)
    }

    /// A line that stands out on a terminal.
    pub(crate) fn heading(&mut self, line: &str) -> Result<(), Failure> {
        let bold = anstyle::Style::new().bold();
        if self.is_coloured { self.line(format_args!("{bold}{line}{bold:#}")) } else { self.line(line) }
    }

    pub(crate) fn json(&mut self, line: &impl serde::Serialize) -> Result<(), Failure> {
        json::line(line, &mut self.lines)?;
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
        self.write(&self.lines)?;
        self.lines.clear();
        Ok(())
    }

    /// Writes lines in any charset, past those that were gathered.
    pub(crate) fn write(&self, lines: &[u8]) -> Result<(), Failure> {
        let _whole_lines = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
        let mut stream = self.stream.lock();
        let mut rest = lines;
        while !rest.is_empty() {
            let (lines, behind) = rest.split_at(whole_lines(rest, self.at_once));
            stream.write_all(lines).and_then(|()| stream.flush()).map_err(Failure::Output)?;
            rest = behind;
        }
        Ok(())
    }
}

/// Whether a stream is a plain file; where that cannot be told, it is none.
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

/// The widest that texts are wrapped to: longer lines are hard to read.
const WIDEST: usize = 96;

/// A text in lines that fit the terminal, or of a width that reads well.
pub(crate) fn wrapped(text: &str, width: Option<usize>) -> Vec<String> {
    // Room for an indent.
    let width = width.unwrap_or(WIDEST).min(WIDEST).saturating_sub(4);
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        // French has a space in front of these, and no line may begin with one.
        let stays = [":", ";", "!", "?"].contains(&word);
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if stays || line.width() + 1 + word.width() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// How many bytes of whole lines a pipe takes at once; a longer line goes alone.
fn whole_lines(lines: &[u8], at_once: usize) -> usize {
    let within = lines.get(..at_once).unwrap_or(lines);
    let end = within.iter().rposition(|byte| *byte == b'\n').or_else(|| lines.iter().position(|byte| *byte == b'\n'));
    end.map_or(lines.len(), |end| end + 1)
}
