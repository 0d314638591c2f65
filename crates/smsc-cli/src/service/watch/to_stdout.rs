//! A sink that writes each change to standard output.

use std::io::{self, Write as _};

use smsc_watch::{Changed, Which};

use super::line::line;
use super::sink::{Sink, Undelivered};
use crate::failure::Failure;

/// Standard output.
pub(super) struct StandardOutput;

impl Sink for StandardOutput {
    fn name(&self) -> &'static str {
        "stdout"
    }

    fn which(&self) -> Which {
        Which::All
    }

    fn deliver(&mut self, changed: &Changed) -> Result<(), Undelivered> {
        let line = line(changed).map_err(Undelivered::Closed)?;
        write(&line).map_err(|error| Undelivered::Closed(Failure::Output(error)))
    }
}

/// Writes a whole line. In a file, nothing is left of a line for which the disk has no room: the next
/// run would go on in the middle of it.
fn write(line: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    #[cfg(unix)]
    if let Some(file) = regular_file(&out)? {
        return write_or_remove(file, line);
    }
    out.write_all(line).and_then(|()| out.flush())
}

#[cfg(unix)]
fn regular_file(out: &impl std::os::fd::AsFd) -> io::Result<Option<std::fs::File>> {
    let file = std::fs::File::from(out.as_fd().try_clone_to_owned()?);
    Ok(file.metadata()?.is_file().then_some(file))
}

#[cfg(unix)]
fn write_or_remove(mut file: std::fs::File, line: &[u8]) -> io::Result<()> {
    let before = file.metadata()?.len();
    let mut rest = line;
    while !rest.is_empty() {
        match file.write(rest) {
            Ok(count) if count > 0 => rest = rest.get(count..).unwrap_or_default(),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            result => {
                let written = (line.len() - rest.len()) as u64;
                // Another program may have written to the file meanwhile.
                if written > 0 && file.metadata()?.len() == before + written {
                    file.set_len(before)?;
                }
                return Err(result.err().unwrap_or_else(|| io::ErrorKind::WriteZero.into()));
            }
        }
    }
    Ok(())
}
