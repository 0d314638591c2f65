//! A reader for a batch that arrives in chunks.

use core::fmt;

use crate::error::Error;
use crate::lines::batch::Batch;
use crate::matched::{Match, Matcher};
use crate::model::api_error::ApiError;
use crate::model::fields::MAX_RECORD;
use crate::model::query::Query;
use crate::model::record::Record;
use crate::model::record_start::HEAD_PATTERN;
use crate::model::requested::Requested;
use crate::reply::{Opening, open};
use crate::step::Step;
use crate::trees::list::List;

/// A reader for a batch of which only a part is in memory. It needs no buffer but the caller's.
///
/// The caller keeps a *window*: the bytes that have been received and are not consumed yet. Each
/// [`read`](Self::read) returns how many bytes of its start were consumed, and what they were; on
/// [`Event::NeedMore`] the caller appends the next chunk. Records, errors and offsets are the same
/// as those of [`Query::read`] over the whole body, wherever the chunks are cut.
///
/// A reply of fmt 2 or 3 that is one record instead of a list has to fit into the limit.
///
/// Offsets are `usize`, so a body has to be shorter than [`usize::MAX`]: than 4 GiB where a pointer
/// has 32 bits.
///
/// A window of [`max_window`](Self::max_window) bytes is always enough. Where memory is short,
/// [`with_limit`](Self::with_limit) sets a lower limit for a record's length and so for the window.
///
/// ```
/// use smsc_proto::{ChunkReader, Detail, Event, Format, Query};
///
/// let body = b"1,1760080210,0,101,79990000001\n20,1760080211,1,102,79990000002\n";
/// let mut reader = ChunkReader::new(Query::new(Format::Values, Detail::Status).batch());
/// let (mut window, mut chunks, mut statuses) = (Vec::new(), body.chunks(7), Vec::new());
/// let mut is_last = false;
/// loop {
///     let (consumed, event) = reader.read(&window, is_last)?;
///     match event {
///         Event::Record(record) => statuses.push(record?.status().0),
///         Event::NeedMore => match chunks.next() {
///             Some(chunk) => {
///                 window.drain(..consumed);
///                 window.extend_from_slice(chunk);
///                 continue;
///             }
///             None => is_last = true,
///         },
///         Event::Error(error) => panic!("{error}"),
///         Event::Deleted => {}
///         Event::End => break,
///     }
///     window.drain(..consumed);
/// }
/// assert_eq!(statuses, [1, 20]);
/// # Ok::<(), smsc_proto::Error>(())
/// ```
#[derive(Clone)]
pub struct ChunkReader<'q> {
    query: Query<'q>,
    limit: usize,
    state: State<'q>,
    /// The window's length below which reading it again is not worth the time.
    worth_reading: usize,
}

#[derive(Clone)]
enum State<'q> {
    Start,
    Records(Batch<'q>),
    List(List<'q>),
    Over,
}

/// What the start of a window was: from [`ChunkReader::read`], and with matches in place of records
/// from [`MatchedChunkReader::read`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event<'a, R = Record<'a>> {
    /// A record, or a malformed line or element; the next ones follow.
    Record(Result<R, Error>),
    /// The server rejected the request.
    Error(ApiError<'a>),
    /// The server deleted the messages, as `del=1` asked.
    Deleted,
    /// More bytes are needed.
    NeedMore,
    /// The reply ends here.
    End,
}

/// Up to this length a window is read again whenever it has grown at all.
const SMALL: usize = 4096;

impl<'q> ChunkReader<'q> {
    /// Creates a reader for the reply to a batch request. A query for one message is read as a
    /// batch as well: a single reply has to be in memory as a whole, for [`Query::read`].
    #[must_use]
    pub const fn new(query: Query<'q>) -> Self {
        Self::with_limit(query, MAX_RECORD)
    }

    /// Creates a reader that accepts records up to `limit` bytes, and reports longer ones as
    /// malformed. Everywhere else the limit is 1 MiB (R46d).
    #[must_use]
    pub const fn with_limit(query: Query<'q>, limit: usize) -> Self {
        Self { query: query.batch(), limit, state: State::Start, worth_reading: 0 }
    }

    /// Returns a reader that matches the records to the [requested](Query::requested) pairs.
    #[must_use]
    pub fn matched(self) -> MatchedChunkReader<'q> {
        let matcher = self.query.requested.map(Matcher::of);
        MatchedChunkReader { reader: self, matcher, missing: &[], is_requested: false }
    }

    /// Returns the length of window that is always enough: [`read`](Self::read) never needs more
    /// than a window of this length without consuming a part of it.
    #[must_use]
    pub const fn max_window(&self) -> usize {
        // A record, its line end, the line ends that may be the last, and the start of the head
        // after them.
        self.limit.saturating_mul(2).saturating_add(HEAD_PATTERN).saturating_add(8)
    }

    /// Parses the start of the window, which begins with the first byte that was not consumed.
    /// `is_last` tells that no byte follows the window. Returns the number of bytes consumed, and
    /// what they were; never more bytes than the window has, even if it does not start where the
    /// last one ended.
    ///
    /// # Errors
    ///
    /// If the body as a whole is no reply (R49), or an API error that is malformed. After an error,
    /// everything is consumed and the next call returns [`Event::End`].
    pub fn read<'a>(&mut self, window: &'a [u8], is_last: bool) -> Result<(usize, Event<'a>), Error>
    where
        'q: 'a,
    {
        if !is_last && window.len() < self.worth_reading {
            return Ok((0, Event::NeedMore));
        }
        self.worth_reading = 0;
        let result = self.step(window, is_last);
        if matches!(result, Ok((0, Event::NeedMore))) && !is_last {
            // To wait until the window is half as long again keeps the time linear however small
            // the chunks are.
            let grown =
                if window.len() < SMALL { window.len().saturating_add(1) } else { window.len().saturating_add(window.len() >> 1) };
            self.worth_reading = grown.min(self.max_window());
        }
        result
    }

    fn step<'a>(&mut self, window: &'a [u8], is_last: bool) -> Result<(usize, Event<'a>), Error>
    where
        'q: 'a,
    {
        match self.state {
            State::Over => Ok((window.len(), Event::End)),
            State::Start => {
                let opening = open(&self.query, window, self.limit, is_last);
                self.state = State::Over;
                Ok(match opening? {
                    Opening::Error(error) => (window.len(), Event::Error(error)),
                    Opening::Deleted => (window.len(), Event::Deleted),
                    Opening::More => {
                        self.state = State::Start;
                        (0, Event::NeedMore)
                    }
                    Opening::Record(record) => (window.len(), Event::Record(record)),
                    Opening::List(start, is_empty) => {
                        self.state = State::List(List::new(self.query, self.limit, start, is_empty));
                        return self.step_after(start, window, is_last);
                    }
                    Opening::Records(start) => {
                        self.state = State::Records(Batch::new(self.query, self.limit, start));
                        return self.step_after(start, window, is_last);
                    }
                })
            }
            State::Records(_) | State::List(_) => Ok(self.parse(window, is_last)),
        }
    }

    /// Parses the window from `start` on.
    fn step_after<'a>(&mut self, start: usize, window: &'a [u8], is_last: bool) -> Result<(usize, Event<'a>), Error>
    where
        'q: 'a,
    {
        let (used, event) = self.step(window.get(start..).unwrap_or_default(), is_last)?;
        Ok((used.saturating_add(start), event))
    }

    /// Parses the next record of a batch.
    fn parse<'a>(&mut self, window: &'a [u8], is_last: bool) -> (usize, Event<'a>) {
        // Parsed into the return slot, to avoid copying the record.
        let mut parsed = (0, Event::Record(Ok(Record::new(self.query.charset).escaped(self.query.format.escape()))));
        if let (used, Event::Record(Ok(record))) = &mut parsed {
            let step = match &mut self.state {
                State::Records(batch) => batch.step(window, is_last, record),
                State::List(list) => list.step(window, is_last, record),
                State::Start | State::Over => Step::Over,
            };
            // A caller's window may be shorter than the one that was examined before, although it
            // must not be, and no more than it has can be consumed.
            let within = |consumed: usize| consumed.min(window.len());
            match step {
                Step::Item(consumed, Ok(())) => *used = within(consumed),
                Step::Item(consumed, Err(error)) => parsed = (within(consumed), Event::Record(Err(error))),
                Step::More(consumed) if !is_last => parsed = (within(consumed), Event::NeedMore),
                Step::More(_) | Step::Over => {
                    self.state = State::Over;
                    parsed = (window.len(), Event::End);
                }
            }
        }
        parsed
    }
}

impl fmt::Debug for ChunkReader<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChunkReader").field("query", &self.query).field("limit", &self.limit).finish_non_exhaustive()
    }
}

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
    pub fn read<'a>(&mut self, window: &'a [u8], is_last: bool) -> Result<(usize, Event<'a, Match<'a>>), Error>
    where
        'q: 'a,
    {
        if let Some((pair, rest)) = self.missing.split_first() {
            self.missing = rest;
            return Ok((0, Event::Record(Ok(Match::Missing(*pair)))));
        }
        let before = self.matcher.is_some().then(|| self.reader.clone());
        let (used, event) = self.reader.read(window, is_last).inspect_err(|_| self.matcher = None)?;
        let event = match event {
            Event::Record(Ok(record)) => match self.accept(&record) {
                Some([]) => Event::Record(Ok(Match::Requested(record))),
                Some(missing) => {
                    // The record is parsed once more after the pairs that are missing before it.
                    if let Some(before) = before {
                        self.reader = before;
                    }
                    (self.missing, self.is_requested) = (missing, true);
                    return self.read(window, is_last);
                }
                None => Event::Record(Ok(Match::Unexpected(record))),
            },
            Event::Record(Err(error)) => Event::Record(Err(error)),
            Event::Error(error) => {
                self.matcher = None;
                Event::Error(error)
            }
            Event::Deleted => {
                self.matcher = None;
                Event::Deleted
            }
            Event::NeedMore => Event::NeedMore,
            Event::End => match self.matcher.take() {
                Some(matcher) if !matcher.remaining().is_empty() => {
                    self.missing = matcher.remaining();
                    return self.read(window, is_last);
                }
                _ => Event::End,
            },
        };
        Ok((used, event))
    }

    /// Returns the pairs that are missing before a record; `None` if it was not requested.
    fn accept(&mut self, record: &Record<'_>) -> Option<&'q [Requested<'q>]> {
        if core::mem::take(&mut self.is_requested) {
            return Some(&[]);
        }
        self.matcher.as_mut().map_or(Some(&[]), |matcher| matcher.accept(record))
    }
}
