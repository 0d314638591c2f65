//! A batch that comes in chunks.

use core::fmt;

use crate::error::Error;
use crate::lines::batch::Batch;
use crate::lines::head::HEAD_PATTERN;
use crate::model::api_error::ApiError;
use crate::model::fields::MAX_RECORD;
use crate::model::query::Query;
use crate::model::record::Status;
use crate::reply::{Opening, open};
use crate::step::Step;
use crate::trees::list::List;

/// Reads a batch of which only a part is in memory, record by record, into no buffer but the caller's (R20).
///
/// The caller keeps a *window*: the bytes that have come and are not used up yet. Each [`read`](Self::read) looks at it and says how many bytes of its
/// start are done with and what they were; on [`Event::More`] the caller appends what comes next. Records, errors and offsets are the same
/// as those of [`Query::read`] over the whole body, wherever the chunks are cut.
///
/// A reply of fmt 2 or 3 that is one record instead of a list has to fit into the limit.
///
/// Places are counted in `usize`, so that a body has to be shorter than [`usize::MAX`]: than 4 GiB where a pointer has 32 bits.
///
/// A window of [`window`](Self::window) bytes is always enough. Where memory is short, [`with_limit`](Self::with_limit) sets a lower limit for a
/// record's length and so for the window.
///
/// ```
/// use smsc_proto::{All, Chunks, Event, Format, Query};
///
/// let body = b"1,1760080210,0,101,79990000001\n20,1760080211,1,102,79990000002\n";
/// let mut chunks = Chunks::new(Query::new(Format::Values, All::Status).batch());
/// let (mut window, mut came, mut statuses) = (Vec::new(), body.chunks(7), Vec::new());
/// let mut is_last = false;
/// loop {
///     let (used, event) = chunks.read(&window, is_last);
///     match event {
///         Event::Record(record) => statuses.push(record?.status().0),
///         Event::More => match came.next() {
///             Some(chunk) => {
///                 window.drain(..used);
///                 window.extend_from_slice(chunk);
///                 continue;
///             }
///             None => is_last = true,
///         },
///         Event::Error(error) => panic!("refused: {error}"),
///         Event::NotAReply(error) => return Err(error),
///         Event::Deleted => {}
///         Event::Over => break,
///     }
///     window.drain(..used);
/// }
/// assert_eq!(statuses, [1, 20]);
/// # Ok::<(), smsc_proto::Error>(())
/// ```
#[derive(Clone)]
pub struct Chunks<'q> {
    query: Query<'q>,
    limit: usize,
    state: State<'q>,
    /// Before the window has grown to this, looking at it again would tell nothing new for the time that it takes.
    worth_looking: usize,
}

#[derive(Clone)]
enum State<'q> {
    Start,
    Records(Batch<'q>),
    List(List<'q>),
    Over,
}

/// What the start of a window was (R48, R49).
#[expect(clippy::large_enum_variant, reason = "nothing may be allocated, and nearly every event is a record")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event<'a> {
    /// A record, or a line that cannot be read (R48).
    Record(Result<Status<'a>, Error>),
    /// The body as a whole is no reply (R49), or an error that cannot be read. Nothing else comes.
    NotAReply(Error),
    /// The request was refused (R11, R15).
    Error(ApiError<'a>),
    /// The messages were deleted (R12).
    Deleted,
    /// More bytes are needed to go on.
    More,
    /// The reply is over.
    Over,
}

/// Up to this length a window is looked at whenever it has grown at all.
const SMALL: usize = 4096;

impl<'q> Chunks<'q> {
    /// A reader for the answer to a batch request (R20). A query for one message is read as a batch as well: a single reply has to be at hand as a
    /// whole, for [`Query::read`].
    #[must_use]
    pub const fn new(query: Query<'q>) -> Self {
        Self::with_limit(query, MAX_RECORD)
    }

    /// A reader that takes records up to a length in bytes, and longer ones for malformed. Everywhere else the limit is 1 MiB (R46d).
    #[must_use]
    pub const fn with_limit(query: Query<'q>, limit: usize) -> Self {
        Self { query: query.batch(), limit, state: State::Start, worth_looking: 0 }
    }

    /// The length of window that is always enough (R46d): when it is full, [`read`](Self::read) never asks for more without using up a part.
    #[must_use]
    pub const fn window(&self) -> usize {
        // A record, its line end, the line ends that may be the last, and the start of a head behind them.
        self.limit.saturating_mul(2).saturating_add(HEAD_PATTERN).saturating_add(8)
    }

    /// Looks at the window, of which the start is what the calls before have not used up (R20). `is_last` says that nothing comes behind it.
    ///
    /// Gives how many bytes of the window's start are done with, and what came of them.
    pub fn read<'a>(&mut self, window: &'a [u8], is_last: bool) -> (usize, Event<'a>)
    where
        'q: 'a,
    {
        if !is_last && window.len() < self.worth_looking {
            return (0, Event::More);
        }
        self.worth_looking = 0;
        let (used, event) = self.look(window, is_last);
        if matches!(event, Event::More) && used == 0 && !is_last {
            // Looking again only when the window is half as long again keeps the time linear however small the chunks are.
            let grown =
                if window.len() < SMALL { window.len().saturating_add(1) } else { window.len().saturating_add(window.len() >> 1) };
            self.worth_looking = grown.min(self.window());
        }
        (used, event)
    }

    fn look<'a>(&mut self, window: &'a [u8], is_last: bool) -> (usize, Event<'a>)
    where
        'q: 'a,
    {
        match &mut self.state {
            State::Over => (window.len(), Event::Over),
            State::Start => {
                let opening = open(&self.query, window, self.limit, is_last);
                self.state = State::Over;
                match opening {
                    Err(error) => (window.len(), Event::NotAReply(error)),
                    Ok(Opening::Error(error)) => (window.len(), Event::Error(error)),
                    Ok(Opening::Deleted) => (window.len(), Event::Deleted),
                    Ok(Opening::More) => {
                        self.state = State::Start;
                        (0, Event::More)
                    }
                    Ok(Opening::Record(record)) => (window.len(), Event::Record(record)),
                    Ok(Opening::List(start, is_empty)) => {
                        self.state = State::List(List::new(self.query, self.limit, start, is_empty));
                        self.look_behind(start, window, is_last)
                    }
                    Ok(Opening::Records(start)) => {
                        self.state = State::Records(Batch::new(self.query, self.limit, start));
                        self.look_behind(start, window, is_last)
                    }
                }
            }
            State::Records(batch) => {
                let mut status = Status::empty(self.query.charset);
                let step = batch.step(window, is_last, &mut status);
                self.event(step, &status, window, is_last)
            }
            State::List(list) => {
                let mut status = Status::empty(self.query.charset).escaped(self.query.format.escape());
                let step = list.step(window, is_last, &mut status);
                self.event(step, &status, window, is_last)
            }
        }
    }

    /// Looks at what stands behind the first bytes of the window.
    fn look_behind<'a>(&mut self, start: usize, window: &'a [u8], is_last: bool) -> (usize, Event<'a>)
    where
        'q: 'a,
    {
        let (used, event) = self.look(window.get(start..).unwrap_or_default(), is_last);
        (used.saturating_add(start), event)
    }

    /// What a step comes to for the caller.
    fn event<'a>(&mut self, step: Step, status: &Status<'a>, window: &[u8], is_last: bool) -> (usize, Event<'a>) {
        match step {
            Step::Item(used, result) => (used, Event::Record(result.map(|()| *status))),
            Step::More(used) if !is_last => (used, Event::More),
            Step::More(_) | Step::Over => {
                self.state = State::Over;
                (window.len(), Event::Over)
            }
        }
    }
}

impl fmt::Debug for Chunks<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Chunks").field("query", &self.query).field("limit", &self.limit).finish_non_exhaustive()
    }
}
