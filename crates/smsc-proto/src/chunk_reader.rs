//! A reader for a batch that arrives in chunks.

use core::fmt;

use crate::error::Error;
use crate::lines::batch::Batch;
use crate::model::api_error::ApiError;
use crate::model::fields::MAX_RECORD;
use crate::model::query::Query;
use crate::model::record::Record;
use crate::model::record_start::HEAD_PATTERN;
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
    pub(crate) query: Query<'q>,
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
/// from [`MatchedChunkReader::read`](crate::MatchedChunkReader::read).
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

    /// Creates a reader for the rest of a batch, from a border at this offset of the body on: see
    /// [`Query::find_border`]. Offsets of errors count from the start of the body.
    #[must_use]
    pub fn at_border(query: Query<'q>, offset: usize) -> Self {
        let reader = Self::new(query);
        Self { state: State::Records(Batch::new(reader.query, reader.limit, offset)), ..reader }
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
    #[inline]
    pub fn read<'a>(&mut self, window: &'a [u8], is_last: bool) -> Result<(usize, Event<'a>), Error>
    where
        'q: 'a,
    {
        let mut record = Record::new(self.query.charset);
        let (consumed, event) = self.read_into(window, is_last, &mut record)?;
        Ok((consumed, event.map(|()| record)))
    }

    /// Parses the start of the window like [`read`](Self::read), but its record into one that the
    /// caller keeps: without a copy of the record, for loops in which the copy would count.
    ///
    /// After any event but [`Event::Record`] with `Ok` the contents of `record` are unspecified.
    ///
    /// ```
    /// use smsc_proto::{ChunkReader, Detail, Event, Format, MessageId, Query, Record};
    ///
    /// let mut window = &b"1,1760080210,0,101,79990000001\n20,1760080211,1,102,79990000002\n"[..];
    /// let mut reader = ChunkReader::new(Query::new(Format::Values, Detail::Status).batch());
    /// let mut record = Record::empty();
    /// let mut ids = Vec::new();
    /// while let (consumed, Event::Record(result)) = reader.read_into(window, true, &mut record)? {
    ///     result?;
    ///     ids.extend(record.id().and_then(MessageId::number));
    ///     window = &window[consumed..];
    /// }
    /// assert_eq!(ids, [101, 102]);
    /// # Ok::<(), smsc_proto::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`read`](Self::read).
    #[inline]
    pub fn read_into<'a>(
        &mut self,
        window: &'a [u8],
        is_last: bool,
        record: &mut Record<'a>,
    ) -> Result<(usize, Event<'a, ()>), Error>
    where
        'q: 'a,
    {
        match self.try_fast(window, is_last, record) {
            Some(consumed) => Ok((consumed, Event::Record(Ok(())))),
            None => self.read_slow(window, is_last, record),
        }
    }

    /// Parses one record by the fast path of the query, and returns the number of bytes consumed.
    /// Returns `None` for anything else; the contents of `record` are unspecified then.
    #[inline]
    pub(crate) fn try_fast<'a>(&mut self, window: &'a [u8], is_last: bool, record: &mut Record<'a>) -> Option<usize>
    where
        'q: 'a,
    {
        let State::Records(batch) = &mut self.state else { return None };
        if !is_last && window.len() < self.worth_reading {
            return None;
        }
        let consumed = batch.try_fast(window, is_last, record)?;
        self.worth_reading = 0;
        Some(consumed)
    }

    /// Goes back to the start of a record that the fast path has parsed.
    pub(crate) const fn go_back(&mut self, consumed: usize) {
        if let State::Records(batch) = &mut self.state {
            batch.go_back(consumed);
        }
    }

    /// Returns the index of the requested pair that the next record is expected to match, if the
    /// choice of a record's end depends on it.
    pub(crate) const fn expected_pair(&mut self) -> Option<&mut usize> {
        match &mut self.state {
            State::Records(batch) => Some(batch.expected_pair()),
            State::Start | State::List(_) | State::Over => None,
        }
    }

    /// Parses what [`try_fast`](Self::try_fast) did not accept.
    pub(crate) fn read_slow<'a>(
        &mut self,
        window: &'a [u8],
        is_last: bool,
        record: &mut Record<'a>,
    ) -> Result<(usize, Event<'a, ()>), Error>
    where
        'q: 'a,
    {
        if !is_last && window.len() < self.worth_reading {
            return Ok((0, Event::NeedMore));
        }
        self.worth_reading = 0;
        let result = self.step(window, is_last, record);
        if matches!(result, Ok((0, Event::NeedMore))) && !is_last {
            // To wait until the window is half as long again keeps the time linear however small
            // the chunks are.
            let grown =
                if window.len() < SMALL { window.len().saturating_add(1) } else { window.len().saturating_add(window.len() >> 1) };
            self.worth_reading = grown.min(self.max_window());
        }
        result
    }

    fn step<'a>(&mut self, window: &'a [u8], is_last: bool, record: &mut Record<'a>) -> Result<(usize, Event<'a, ()>), Error>
    where
        'q: 'a,
    {
        let step = match &mut self.state {
            State::Over => return Ok((window.len(), Event::End)),
            State::Start => return self.start(window, is_last, record),
            State::Records(batch) => batch.step_slow(window, is_last, record),
            State::List(list) => {
                *record = Record::new(self.query.charset).escaped(self.query.format.escape());
                list.step(window, is_last, record)
            }
        };
        // A caller's window may be shorter than the one that was examined before, although it must
        // not be, and no more than it has can be consumed.
        let within = |consumed: usize| consumed.min(window.len());
        Ok(match step {
            Step::Item(consumed, result) => (within(consumed), Event::Record(result)),
            Step::More(consumed) if !is_last => (within(consumed), Event::NeedMore),
            Step::More(_) | Step::Over => {
                self.state = State::Over;
                (window.len(), Event::End)
            }
        })
    }

    /// Parses the start of the body.
    fn start<'a>(&mut self, window: &'a [u8], is_last: bool, record: &mut Record<'a>) -> Result<(usize, Event<'a, ()>), Error>
    where
        'q: 'a,
    {
        let opening = open(&self.query, window, self.limit, is_last);
        self.state = State::Over;
        let start = match opening? {
            Opening::Error(error) => return Ok((window.len(), Event::Error(error))),
            Opening::Deleted => return Ok((window.len(), Event::Deleted)),
            Opening::More => {
                self.state = State::Start;
                return Ok((0, Event::NeedMore));
            }
            Opening::Record(parsed) => {
                return Ok((window.len(), Event::Record(parsed.map(|parsed| *record = parsed))));
            }
            Opening::List(start, is_empty) => {
                self.state = State::List(List::new(self.query, self.limit, start, is_empty));
                start
            }
            Opening::Records(start) => {
                self.state = State::Records(Batch::new(self.query, self.limit, start));
                start
            }
        };
        let (consumed, event) = self.step(window.get(start..).unwrap_or_default(), is_last, record)?;
        Ok((consumed.saturating_add(start), event))
    }
}

impl<'a, R> Event<'a, R> {
    /// Returns the event with another value in place of its record.
    #[inline]
    pub(crate) fn map<T>(self, value: impl FnOnce(R) -> T) -> Event<'a, T> {
        match self {
            Self::Record(result) => Event::Record(result.map(value)),
            Self::Error(error) => Event::Error(error),
            Self::Deleted => Event::Deleted,
            Self::NeedMore => Event::NeedMore,
            Self::End => Event::End,
        }
    }
}

impl fmt::Debug for ChunkReader<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChunkReader").field("query", &self.query).field("limit", &self.limit).finish_non_exhaustive()
    }
}
