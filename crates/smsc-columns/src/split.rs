//! Splits a long file into parts that are read side by side.

use std::fs::File;
use std::io::{self, Read, Seek as _, SeekFrom};
use std::path::Path;

use smsc_proto::{ChunkReader, Event, Format, Query, Record};

use crate::options::Options;
use crate::source::{Source, read};

/// The number of bytes at the start of a reply in which the reader decides what it is, and before
/// which no part ends.
pub(crate) const START: usize = (1 << 20) + 4;

/// The numbers of bytes in which a border is searched for: usually a few records, and at most a few of
/// the longest ones.
pub(crate) const SEARCHED: [u64; 3] = [1 << 14, 1 << 18, 1 << 22];

/// Returns the parts of a file, each at least `part_bytes` long but for the last one. Together they have the
/// rows of the whole file, in its order: see [`Query::find_border`](smsc_proto::Query::find_border).
///
/// A file is one part if it is compressed, a reply in fmt 2 or 3, a reply to one message, or no
/// regular file.
///
/// # Errors
///
/// If the file cannot be opened or read.
pub fn split(path: &Path, options: &Options, part_bytes: u64) -> io::Result<Vec<Source>> {
    let mut file = File::open(path)?;
    let metadata = file.metadata()?;
    let part_bytes = part_bytes.max(START as u64);
    if !metadata.is_file() || metadata.len() < part_bytes.saturating_mul(2) {
        return Ok(vec![Source::file(path)]);
    }
    let mut borders = vec![0];
    if let Some(query) = query_of_lines(&mut file, options)? {
        let mut at = part_bytes;
        while at.saturating_add(part_bytes) <= metadata.len() {
            let border = border_after(&mut file, &query, at)?;
            borders.extend(border);
            at = border.map_or(at.saturating_add(SEARCHED[2] / 2), |border| border.saturating_add(part_bytes));
        }
    }
    if borders.len() == 1 {
        return Ok(vec![Source::file(path)]);
    }
    borders.push(metadata.len());
    Ok(borders.windows(2).map(|ends| Source::part(path, ends[0]..ends[1])).collect())
}

/// Returns the first border of a file after an offset, or `None` if there is none in the bytes that are
/// searched.
fn border_after(file: &mut File, query: &Query<'static>, offset: u64) -> io::Result<Option<u64>> {
    let mut window = Vec::new();
    for searched in SEARCHED {
        file.seek(SeekFrom::Start(offset))?;
        window.clear();
        file.by_ref().take(searched).read_to_end(&mut window)?;
        if let Some(found) = query.find_border(&window) {
            return Ok(Some(offset + found as u64));
        }
    }
    Ok(None)
}

/// Returns the query of a file whose parts can be read on their own.
fn query_of_lines(file: &mut File, options: &Options) -> io::Result<Option<Query<'static>>> {
    let mut start = vec![0; 2 * START];
    let mut len = 0;
    while len < start.len() {
        match read(file, &mut start[len..])? {
            0 => break,
            count => len += count,
        }
    }
    let query = options.query_of(&start[..len]);
    Ok(is_batch_of_lines(&query, &start[..len]).then_some(query))
}

/// Returns whether a body starts with a record of a batch in fmt 0 or 1. `start` has the first record.
pub(crate) fn is_batch_of_lines(query: &Query<'static>, start: &[u8]) -> bool {
    let mut record = Record::empty();
    query.is_batch()
        && matches!(query.get_format(), Format::KeyValue | Format::Values)
        && matches!(ChunkReader::new(*query).read_into(start, false, &mut record), Ok((_, Event::Record(_))))
}
