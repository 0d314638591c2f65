//! A reader for a batch that arrives in chunks, with its records matched to the requested pairs.

use crate::chunk_reader::{ChunkReader, Event};
use crate::error::Error;
use crate::matched::{Match, Matcher};
use crate::model::record::Record;
use crate::model::requested::Requested;

/// A [`ChunkReader`] that matches the records to the requested pairs, from
/// [`ChunkReader::matched`].
///
/// A missing pair is an event of its own, in its place, that consumes nothing. Without known pairs
/// every record counts as requested.
///
/// ```
/// use smsc_proto::{ChunkReader, Detail, Event, Format, Match, MessageId, Query, Requested};
///
/// let pair = |id, phone| Requested { id: MessageId::new(id).unwrap(), phone };
/// let pairs = [pair(101, "79990000001"), pair(102, "79990000002")];
/// let query = Query::new(Format::Values, Detail::Status).batch().requested(&pairs);
/// let mut reader = ChunkReader::new(query).matched();
/// let mut window = &b"1,1760080210,0,102,79990000002\n"[..];
/// assert_eq!(reader.read(window, true)?, (0, Event::Record(Ok(Match::Missing(pairs[0])))));
/// let (consumed, event) = reader.read(window, true)?;
/// let Event::Record(Ok(Match::Requested(record))) = event else { unreachable!() };
/// assert_eq!(record.id(), MessageId::new(102));
/// window = &window[consumed..];
/// assert_eq!(reader.read(window, true)?, (0, Event::End));
/// # Ok::<(), smsc_proto::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct MatchedChunkReader<'q> {
    reader: ChunkReader<'q>,
    /// `None` without known pairs, and after the end of the reply.
    matcher: Option<Matcher<'q>>,
    /// The missing pairs that come before the next record, or before the end.
    missing: &'q [Requested<'q>],
    /// Whether the next record is matched already, and only its missing predecessors had to come
    /// first.
    is_requested: bool,
}

impl<'q> ChunkReader<'q> {
    /// Returns a reader that matches the records to the [requested](crate::Query::requested) pairs.
    #[must_use]
    pub fn matched(self) -> MatchedChunkReader<'q> {
        let matcher = Matcher::of_query(&self.query);
        MatchedChunkReader { reader: self, matcher, missing: &[], is_requested: false }
    }
}

impl<'q> MatchedChunkReader<'q> {
    /// Returns the length of window that is always enough, like [`ChunkReader::max_window`].
    #[must_use]
    pub const fn max_window(&self) -> usize {
        self.reader.max_window()
    }

    /// Parses the start of the window and matches its record. Arguments and result are those of
    /// [`ChunkReader::read`].
    ///
    /// # Errors
    ///
    /// As for [`ChunkReader::read`].
    #[inline]
    pub fn read<'a>(&mut self, window: &'a [u8], is_last: bool) -> Result<(usize, Event<'a, Match<'a>>), Error>
    where
        'q: 'a,
    {
        let mut record = Record::new(self.reader.query.charset);
        let (consumed, event) = self.read_into(window, is_last, &mut record)?;
        Ok((consumed, event.map(|found| found.map(|()| record))))
    }

    /// Parses the start of the window like [`read`](Self::read), but its record into one that the
    /// caller keeps, like [`ChunkReader::read_into`].
    ///
    /// The contents of `record` are those of the record after [`Match::Requested`] and
    /// [`Match::Unexpected`], and unspecified after anything else.
    ///
    /// # Errors
    ///
    /// As for [`ChunkReader::read`].
    #[inline]
    pub fn read_into<'a>(
        &mut self,
        window: &'a [u8],
        is_last: bool,
        record: &mut Record<'a>,
    ) -> Result<(usize, Event<'a, Match<'a, ()>>), Error>
    where
        'q: 'a,
    {
        if self.missing.is_empty() {
            if let Some(matcher) = &self.matcher {
                matcher.prepare(self.reader.expected_pair());
            }
            if let Some(consumed) = self.reader.try_fast(window, is_last, record) {
                match self.accept(record) {
                    Some([]) => return Ok((consumed, Event::Record(Ok(Match::Requested(()))))),
                    None => return Ok((consumed, Event::Record(Ok(Match::Unexpected(()))))),
                    Some(missing) => {
                        self.reader.go_back(consumed);
                        (self.missing, self.is_requested) = (missing, true);
                    }
                }
            }
        }
        self.read_slow(window, is_last, record)
    }

    fn read_slow<'a>(
        &mut self,
        window: &'a [u8],
        is_last: bool,
        record: &mut Record<'a>,
    ) -> Result<(usize, Event<'a, Match<'a, ()>>), Error>
    where
        'q: 'a,
    {
        if let Some((pair, rest)) = self.missing.split_first() {
            self.missing = rest;
            return Ok((0, Event::Record(Ok(Match::Missing(*pair)))));
        }
        let before = self.matcher.is_some().then(|| self.reader.clone());
        let (consumed, event) = self.reader.read_slow(window, is_last, record).inspect_err(|_| self.matcher = None)?;
        match &event {
            Event::Record(Ok(())) => match self.accept(record) {
                Some([]) => {}
                Some(missing) => {
                    // The record is parsed once more after the pairs that are missing before it.
                    if let Some(before) = before {
                        self.reader = before;
                    }
                    (self.missing, self.is_requested) = (missing, true);
                    return self.read_slow(window, is_last, record);
                }
                None => return Ok((consumed, Event::Record(Ok(Match::Unexpected(()))))),
            },
            Event::Record(Err(_)) | Event::NeedMore => {}
            Event::Error(_) | Event::Deleted => self.matcher = None,
            Event::End => {
                if let Some(matcher) = self.matcher.take() {
                    self.missing = matcher.remaining();
                    return self.read_slow(window, is_last, record);
                }
            }
        }
        Ok((consumed, event.map(Match::Requested)))
    }

    /// Returns the pairs that are missing before a record; `None` if it was not requested.
    fn accept(&mut self, record: &Record<'_>) -> Option<&'q [Requested<'q>]> {
        if core::mem::take(&mut self.is_requested) {
            return Some(&[]);
        }
        let Some(matcher) = &mut self.matcher else { return Some(&[]) };
        matcher.accept_read(record, self.reader.expected_pair())
    }
}
