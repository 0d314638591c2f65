//! The end of a file of lines, after an earlier run that may have been killed.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};

use serde::de::IgnoredAny;

/// The start of every line that the command writes.
const START: &[u8] = b"{\"kind\":\"";

/// The length up to which the end of a file can be an unfinished line of the command: the longest
/// body of which every byte is escaped.
const MAX_LINE: u64 = 6 * (1 << 24);

/// The number of bytes that are read at once, from the end of a file on.
const BLOCK: usize = 1 << 14;

/// The end of a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum End {
    /// A whole line, or nothing.
    Line,
    /// A line of JSON that lacks its line end alone.
    Json,
    /// A part of a line of the command, of this length.
    Part(u64),
    /// Something that the command has not written.
    Other,
}

impl End {
    /// Returns what a file ends with.
    pub(super) fn of(file: &mut File) -> io::Result<Self> {
        let Some(start) = start_of_part(file)? else { return Ok(Self::Other) };
        file.seek(SeekFrom::Start(start))?;
        let mut part = Vec::new();
        file.read_to_end(&mut part)?;
        Ok(kind_of(&part))
    }

    /// Lets a file with this end have whole lines alone, without a loss of anything that can be
    /// read.
    pub(super) fn complete(&self, file: &mut File) -> io::Result<()> {
        match self {
            Self::Line | Self::Other => return Ok(()),
            Self::Json => {
                file.seek(SeekFrom::End(0))?;
                file.write_all(b"\n")?;
            }
            Self::Part(len) => file.set_len(file.metadata()?.len() - len)?,
        }
        file.sync_data()
    }
}

/// Returns the offset after the last line end, or `None` if it is farther from the end than a line
/// is long.
fn start_of_part(file: &mut File) -> io::Result<Option<u64>> {
    let len = file.metadata()?.len();
    let mut block = [0; BLOCK];
    let mut end = len;
    while end > 0 && len - end <= MAX_LINE {
        let start = end.saturating_sub(BLOCK as u64);
        file.seek(SeekFrom::Start(start))?;
        let size = usize::try_from(end - start).unwrap_or(BLOCK);
        let block = &mut block[..size];
        file.read_exact(block)?;
        if let Some(at) = block.iter().rposition(|byte| *byte == b'\n') {
            return Ok(Some(start + at as u64 + 1));
        }
        end = start;
    }
    Ok((end == 0).then_some(0))
}

/// Returns what the bytes after the last line end are.
fn kind_of(part: &[u8]) -> End {
    // After a power cut, zeros can be in the place of what was written last.
    let zeros = part.iter().rev().take_while(|byte| **byte == 0).count();
    let text = &part[..part.len() - zeros];
    if part.is_empty() {
        End::Line
    } else if zeros == 0 && serde_json::from_slice::<IgnoredAny>(part).is_ok() {
        End::Json
    } else if text.starts_with(START) || START.starts_with(text) {
        End::Part(part.len() as u64)
    } else {
        End::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_file_is_recognised() {
        let line = "{\"kind\":\"status\",\"event\":{}}";
        assert_eq!(kind_of(b""), End::Line);
        for len in 1..line.len() {
            assert_eq!(kind_of(&line.as_bytes()[..len]), End::Part(len as u64));
        }
        assert_eq!(kind_of(line.as_bytes()), End::Json);
        // Zeros alone, and after a part or a whole object.
        assert_eq!(kind_of(b"\0\0"), End::Part(2));
        assert_eq!(kind_of(b"{\"ki\0"), End::Part(5));
        assert_eq!(kind_of([line, "\0"].concat().as_bytes()), End::Part(line.len() as u64 + 1));
        for other in ["id,phone", "{\"a\":1", "[", "\0{", " {\"kind\":\""] {
            assert_eq!(kind_of(other.as_bytes()), End::Other, "{other}");
        }
    }
}
