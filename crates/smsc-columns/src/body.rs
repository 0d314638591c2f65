//! One reply: parsed into rows, a window at a time.

use std::io::{self, Read};
use std::sync::Arc;

use arrow_schema::ArrowError;
use smsc_proto::{ChunkReader, ErrorKind, Event, Format, Query, Record, Reply};

use crate::batch::Batch;
use crate::error::Error;
use crate::options::Options;
use crate::rows::{Origin, Other};
use crate::series::GROUP;
use crate::source::{Source, read};
use crate::spare::Spare;
use crate::split::{SEARCHED, is_batch_of_lines};

/// The number of bytes that are read at a time.
const CHUNK: usize = 1 << 17;

/// The longest reply to a request for one message. A longer one is a batch, or something else.
const MAX_SINGLE: usize = 1 << 26;

/// The number of bytes at the start of a reply that tell its format, after some white space.
const FORMAT: usize = 256;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A reply that is being read.
pub(crate) struct Body {
    /// The name of the source.
    source: Arc<str>,
    stream: Box<dyn Read + Send>,
    query: Query<'static>,
    /// The reader of a batch; `None` for a reply to one message.
    reader: Option<ChunkReader<'static>>,
    window: Vec<u8>,
    /// The source of the window's memory, to which it is returned.
    spare: Option<Spare>,
    /// The range of the window that is not parsed yet.
    start: usize,
    end: usize,
    is_last: bool,
    /// The failure to read what comes after the window.
    failure: Option<io::Error>,
    /// The offset of `start` in the reply.
    offset: u64,
    /// Whether the bytes at `start` may be the rest of a line that is too long.
    is_in_long_line: bool,
}

/// A reply, or a part of one between borders, in memory.
pub(crate) struct Piece {
    /// The name of the source.
    source: Arc<str>,
    query: Query<'static>,
    /// The piece, and initialised bytes after it.
    bytes: Vec<u8>,
    len: usize,
    offset: u64,
    /// True for the last piece of the reply.
    pub(crate) is_last: bool,
}

impl Piece {
    pub(crate) const fn byte_len(&self) -> usize {
        self.len
    }
}

/// The state of a reply after a step.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    More,
    End,
}

impl Body {
    pub(crate) fn open(source: &Source, options: &Options, spare: Option<&Spare>) -> Result<Self, Error> {
        Self::try_open(source, options, spare).map_err(|error| Error::read(source.name(), error))
    }

    fn try_open(source: &Source, options: &Options, spare: Option<&Spare>) -> io::Result<Self> {
        let offset = source.range().map_or(0, |range| range.start);
        let mut body = Self {
            stream: source.open()?,
            source: Arc::clone(source.shared_name()),
            query: options.query,
            reader: None,
            window: spare.map(Spare::take).unwrap_or_default(),
            spare: spare.cloned(),
            start: 0,
            end: 0,
            is_last: false,
            failure: None,
            offset,
            is_in_long_line: false,
        };
        body.read_ahead(FORMAT);
        body.query = options.query_of(&body.window[..body.end]);
        body.reader = reader(body.query, offset);
        Ok(body)
    }

    /// Returns the body of a piece.
    pub(crate) fn of_piece(piece: Piece, spare: &Spare) -> Self {
        Self {
            source: piece.source,
            stream: Box::new(io::empty()),
            query: piece.query,
            reader: reader(piece.query, piece.offset),
            start: 0,
            end: piece.len,
            window: piece.bytes,
            spare: Some(spare.clone()),
            is_last: true,
            failure: None,
            offset: piece.offset,
            is_in_long_line: false,
        }
    }

    /// Removes a piece of at least `len` bytes from the start, up to a border or to the end of the reply. No
    /// row may have been read. Returns `None` if there is no such piece: if the reply is longer, and in
    /// fmt 2 or 3, a reply to one message, or without a border for a few MiB; or if it cannot be read, which
    /// [`Body::step`] says after the rows before that.
    pub(crate) fn cut(&mut self, len: usize) -> Option<Piece> {
        for searched in SEARCHED {
            let wanted = len + usize::try_from(searched).unwrap_or(usize::MAX);
            self.read_ahead(wanted);
            if self.is_last && self.end < wanted {
                return Some(self.take(self.end));
            }
            if self.failure.is_some() {
                return None;
            }
            let window = &self.window[..self.end];
            if !is_batch_of_lines(&self.query, window) {
                break;
            }
            if let Some(border) = self.query.find_border(&window[len..]) {
                return Some(self.take(len + border));
            }
        }
        None
    }

    /// Reads until the window has `wanted` bytes, as far as possible.
    fn read_ahead(&mut self, wanted: usize) {
        while !self.is_last && self.failure.is_none() && self.end < wanted {
            self.failure = self.refill().err();
        }
    }

    /// Removes this number of bytes from the start.
    fn take(&mut self, len: usize) -> Piece {
        let bytes = if len < self.window.len() / 4 {
            // A short reply leaves a long window where it is.
            let bytes = self.window[..len].to_vec();
            self.window.copy_within(len..self.end, 0);
            bytes
        } else {
            let mut window = self.spare.as_ref().map(Spare::take).unwrap_or_default();
            let rest = &self.window[len..self.end];
            if window.len() < rest.len() {
                window.resize(rest.len(), 0);
            }
            window[..rest.len()].copy_from_slice(rest);
            std::mem::replace(&mut self.window, window)
        };
        self.end -= len;
        let (source, offset, is_last) = (Arc::clone(&self.source), self.offset, self.is_last && self.end == 0);
        self.offset += to_u64(len);
        self.reader = reader(self.query, self.offset);
        Piece { source, query: self.query, bytes, len, offset, is_last }
    }

    /// Adds rows to a batch: those of the window, until the batch has `wanted` rows.
    pub(crate) fn step(&mut self, batch: &mut Batch, wanted: usize) -> Result<Step, Error> {
        let step = if self.reader.is_some() { self.parse(batch, wanted)? } else { self.parse_single(batch)? };
        if step == Step::More && batch.rows() < wanted {
            self.refill().map_err(|error| Error::read(&self.source, error))?;
        }
        Ok(step)
    }

    /// Reads a chunk after the bytes that are not parsed yet.
    fn refill(&mut self) -> io::Result<()> {
        if let Some(failure) = self.failure.take() {
            return Err(failure);
        }
        self.window.copy_within(self.start..self.end, 0);
        (self.start, self.end) = (0, self.end - self.start);
        if self.window.len() < self.end + CHUNK {
            self.window.resize(self.end + CHUNK, 0);
        }
        let count = read(&mut self.stream, &mut self.window[self.end..self.end + CHUNK])?;
        self.end += count;
        self.is_last = count == 0;
        Ok(())
    }

    /// Parses records of a batch.
    fn parse(&mut self, batch: &mut Batch, wanted: usize) -> Result<Step, Error> {
        let origin = origin(&self.source, &self.query);
        let Some(reader) = &mut self.reader else { return Ok(Step::End) };
        let mut records: Vec<Record<'_>> = Vec::with_capacity(GROUP);
        let mut offsets = Vec::with_capacity(GROUP);
        loop {
            let window = &self.window[self.start..self.end];
            if offsets.len() == GROUP || batch.rows() + offsets.len() >= wanted {
                batch.push_records(&records[..offsets.len()], &offsets, origin)?;
                offsets.clear();
                if batch.rows() >= wanted {
                    return Ok(Step::More);
                }
            }
            if records.len() == offsets.len() {
                records.push(Record::empty());
            }
            let record = &mut records[offsets.len()];
            let (consumed, event) = match reader.read_into(window, self.is_last, record) {
                Ok((consumed, event)) => (consumed, event),
                // The whole body is no reply.
                Err(error) => (window.len(), Event::Record(Err(error))),
            };
            if let Event::Record(Ok(())) = event {
                let skipped = skipped(&window[..consumed], origin.format, self.offset, self.is_in_long_line);
                offsets.push(self.offset + to_u64(skipped));
                self.is_in_long_line = false;
            } else {
                batch.push_records(&records[..offsets.len()], &offsets, origin)?;
                offsets.clear();
            }
            self.start += consumed;
            self.offset += to_u64(consumed);
            match event {
                Event::Record(Ok(())) => {}
                Event::Record(Err(error)) => {
                    self.is_in_long_line = matches!(error.kind(), ErrorKind::TooLong { .. });
                    push_malformed(batch, &error, origin)?;
                }
                Event::Error(error) => batch.push_other(Other::ApiError(&error), origin)?,
                Event::Deleted => batch.push_other(Other::Deleted, origin)?,
                Event::NeedMore => return Ok(Step::More),
                Event::End => return Ok(Step::End),
            }
        }
    }

    /// Parses the reply to a request for one message, once all of it is in the window.
    fn parse_single(&self, batch: &mut Batch) -> Result<Step, Error> {
        let origin = origin(&self.source, &self.query);
        let body = &self.window[self.start..self.end];
        if body.len() > MAX_SINGLE {
            let reason = format!("byte {MAX_SINGLE}: longer than any reply to a request for one message: read it as a batch");
            batch.push_other(Other::Malformed(&reason, 0), origin)?;
            return Ok(Step::End);
        }
        if !self.is_last {
            return Ok(Step::More);
        }
        match self.query.read(body) {
            Err(error) => push_malformed(batch, &error, origin)?,
            Ok(Reply::Error(error)) => batch.push_other(Other::ApiError(&error), origin)?,
            Ok(Reply::Deleted) => batch.push_other(Other::Deleted, origin)?,
            Ok(Reply::Records(records)) => {
                for record in records {
                    match record {
                        Ok(record) => {
                            let skipped = skipped(body, origin.format, 0, false);
                            batch.push_records(&[record], &[to_u64(skipped)], origin)?;
                        }
                        Err(error) => push_malformed(batch, &error, origin)?,
                    }
                }
            }
        }
        Ok(Step::End)
    }
}

impl Drop for Body {
    fn drop(&mut self) {
        if let Some(spare) = &self.spare {
            spare.put(std::mem::take(&mut self.window));
        }
    }
}

/// Returns the reader of a batch from an offset on, which is a border, or the start.
fn reader(query: Query<'static>, offset: u64) -> Option<ChunkReader<'static>> {
    query.is_batch().then(|| match usize::try_from(offset) {
        Ok(offset @ 1..) => ChunkReader::at_border(query, offset),
        _ => ChunkReader::new(query),
    })
}

fn origin<'a>(source: &'a str, query: &Query<'_>) -> Origin<'a> {
    Origin { source, format: query.get_format(), kind: query.get_kind() }
}

/// Adds the row of a malformed line, or of a body that is no reply.
fn push_malformed(batch: &mut Batch, error: &smsc_proto::Error, origin: Origin<'_>) -> Result<(), ArrowError> {
    batch.push_other(Other::Malformed(&error.to_string(), to_u64(error.span().start)), origin)
}

/// Returns the number of the consumed bytes before a record: a byte order mark, the rest of a line that is
/// too long, or what separates the elements of a list.
fn skipped(consumed: &[u8], format: Format, offset: u64, is_in_long_line: bool) -> usize {
    let mark = if offset == 0 && consumed.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
    let rest = &consumed[mark..];
    let more = match format {
        Format::Json | Format::Xml => rest.iter().position(|byte| !matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b',')),
        _ if is_in_long_line => rest.iter().position(|byte| *byte == b'\n').map(|line_end| line_end + 1),
        _ => None,
    };
    mark + more.unwrap_or(0)
}

fn to_u64(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}
