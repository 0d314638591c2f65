//! Reads a reply of any size and parses it into items: a batch in groups, so that the memory does
//! not grow with its size.

use std::ops::Range;
use std::sync::Arc;

use smsc_proto::{ApiError, ChunkReader, Error, Event, Match, MatchedChunkReader, Query, Reply, Text};

use crate::failure::Failure;
use crate::hint::Charsets;
use crate::input::Input;
use crate::pipeline::{Turn, pipeline};
use crate::progress::Progress;

/// An item of a reply.
#[expect(clippy::large_enum_variant, reason = "nearly every item is a record")]
pub(crate) enum Item<'a> {
    Match(Match<'a>),
    Malformed(Error),
    ApiError(ApiError<'a>),
    Deleted,
}

impl Item<'_> {
    /// Returns whether a text of the item looks like UTF-8 that was read in another charset (R51).
    fn looks_like_utf8(&self) -> bool {
        match self {
            Self::Match(Match::Requested(record) | Match::Unexpected(record)) => record.looks_like_utf8(),
            Self::ApiError(error) => error.text.is_some_and(Text::looks_like_utf8),
            Self::Match(Match::Missing(_)) | Self::Malformed(_) | Self::Deleted => false,
        }
    }
}

/// Parses the reply and passes its items to `render` in groups of up to 1,024, then passes each
/// rendered group to `write`.
///
/// `render` may run on two threads at once, and gets the result of an earlier group to reuse.
/// `write` runs on one thread at a time, in input order. A thread that is blocked on input does not
/// delay groups that are already parsed. A reply to a single request is one group.
///
/// If anything fails, the process exits, because the other thread may be blocked on input that
/// never arrives.
pub(crate) fn each_group<Group: Default>(
    query: &Query<'_>,
    input: &mut Input,
    is_watched: bool,
    render: impl Fn(&[Item<'_>], &mut Group) -> Result<(), Failure> + Sync,
    mut write: impl FnMut(&mut Group) -> Result<(), Failure> + Send,
) -> Finding {
    let charsets = Charsets::new(query.get_charset());
    if query.is_batch() {
        each_group_of_batch(query, input, is_watched, &render, &mut write, &charsets);
        return Finding { charsets, start: input.start().to_vec() };
    }
    let result = input.read_all().and_then(|body| {
        let (items, mut group) = (single(query, &body), Group::default());
        render(&items, &mut group)?;
        charsets.note(|| items.iter().any(Item::looks_like_utf8));
        write(&mut group)?;
        Ok(body)
    });
    let start = result.unwrap_or_else(|failure| failure.exit());
    Finding { charsets, start }
}

/// What a reply shows about its request.
#[must_use = "the hint is to be printed"]
pub(crate) struct Finding {
    charsets: Charsets,
    start: Vec<u8>,
}

impl Finding {
    /// Prints at most one hint, after the output. `option` is the name of the option for the format.
    pub(crate) fn hint(&self, query: &Query<'_>, option: &str) {
        self.charsets.hint(query, &self.start, option);
    }

    /// Returns whether the reply starts with a record.
    pub(crate) fn has_records(&self, query: &Query<'_>) -> bool {
        matches!(query.read(&self.start), Ok(Reply::Records(_)))
    }

    /// Prints a hint if the texts are in another charset, after the output.
    pub(crate) fn hint_at_charset(&self) {
        self.charsets.hint_at_utf8();
    }
}

/// Parses a whole body.
fn single<'a>(query: &Query<'a>, body: &'a [u8]) -> Vec<Item<'a>> {
    let mut items = Vec::new();
    // Adding to a list does not fail.
    let _ = each_item(query, body, |item| {
        items.push(item);
        Ok(())
    });
    items
}

/// Parses a whole body and passes its items to `take`.
pub(crate) fn each_item<'a>(
    query: &Query<'a>,
    body: &'a [u8],
    mut take: impl FnMut(Item<'a>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    match query.read(body) {
        Err(error) => take(Item::Malformed(error)),
        Ok(Reply::Error(error)) => take(Item::ApiError(error)),
        Ok(Reply::Deleted) => take(Item::Deleted),
        Ok(Reply::Records(records)) => records.matched().try_for_each(|item| take(item.map_or_else(Item::Malformed, Item::Match))),
    }
}

/// The number of bytes read at a time.
const CHUNK: usize = 1 << 17;

/// The number of items in a group: small enough for the processor's caches, and large enough that
/// the cost of switching threads does not matter.
const GROUP: usize = 1 << 10;

/// A batch that is being read.
struct Source<'q, 'i> {
    input: &'i mut Input,
    reader: MatchedChunkReader<'q>,
    /// The bytes that were read last. Both threads may use them, each for its own items.
    window: Arc<Vec<u8>>,
    /// The range of the window that is not parsed yet.
    unparsed: Range<usize>,
    /// Whether the input has no bytes after the window.
    is_last: bool,
    is_at_end: bool,
}

/// The destination of the rendered groups.
struct Sink<'w, Write> {
    write: &'w mut Write,
    progress: Progress,
}

/// Parses a batch on two threads: one reads and parses a group while the other renders the group
/// before it. There is one source and one sink, which the threads take turns to own, so that the
/// groups stay in order.
fn each_group_of_batch<Group: Default, Write: FnMut(&mut Group) -> Result<(), Failure> + Send>(
    query: &Query<'_>,
    input: &mut Input,
    is_watched: bool,
    render: &(impl Fn(&[Item<'_>], &mut Group) -> Result<(), Failure> + Sync),
    write: &mut Write,
    charsets: &Charsets,
) {
    let sink = Sink { write, progress: Progress::new(input.size(), is_watched) };
    let chunks = ChunkReader::new(*query).matched();
    let source = Source { input, reader: chunks, window: Arc::default(), unparsed: 0..0, is_last: false, is_at_end: false };
    pipeline((source, sink), |sources, sinks| work(&sources, &sinks, render, charsets));
}

/// Does the work of one thread until the batch ends.
fn work<Group: Default, Write: FnMut(&mut Group) -> Result<(), Failure>>(
    sources: &Turn<Source<'_, '_>>,
    sinks: &Turn<Sink<'_, Write>>,
    render: &impl Fn(&[Item<'_>], &mut Group) -> Result<(), Failure>,
    charsets: &Charsets,
) {
    let mut spare = Vec::new();
    let mut group = Group::default();
    while let Some(mut source) = sources.wait().filter(|source| !source.is_at_end) {
        let mut read = 0;
        let result = loop {
            let window = Arc::clone(&source.window);
            let items = source.parse_group(&window);
            if !items.is_empty() || source.is_at_end {
                sources.pass(source);
                let result = render(&items, &mut group);
                charsets.note(|| items.iter().any(Item::looks_like_utf8));
                drop(items);
                // This thread can reuse the window, unless the other thread uses it.
                spare = Arc::into_inner(window).unwrap_or(spare);
                break result;
            }
            drop(items);
            drop(window);
            match source.refill(&mut spare) {
                Err(failure) => break Err(failure),
                Ok(more) => read += more,
            }
        };
        let Some(mut sink) = sinks.wait() else { break };
        if let Err(failure) = result.and_then(|()| (sink.write)(&mut group)) {
            drop(sink);
            failure.exit();
        }
        sink.progress.advance(read);
        sinks.pass(sink);
    }
}

impl<'q> Source<'q, '_> {
    /// Reads a chunk after the unparsed bytes and returns its length. Uses the same window, or
    /// `spare` if the other thread uses that window.
    fn refill(&mut self, spare: &mut Vec<u8>) -> Result<usize, Failure> {
        let len = self.unparsed.len();
        let mut window = match Arc::try_unwrap(std::mem::take(&mut self.window)) {
            Ok(mut window) => {
                window.copy_within(self.unparsed.clone(), 0);
                window
            }
            Err(shared) => {
                let mut window = std::mem::take(spare);
                if window.len() < len {
                    window.resize(len, 0);
                }
                window[..len].copy_from_slice(&shared[self.unparsed.clone()]);
                // The other thread may have released the window in the meantime.
                *spare = Arc::into_inner(shared).unwrap_or_default();
                window
            }
        };
        if window.len() < len + CHUNK {
            window.resize(len + CHUNK, 0);
        }
        let result = self.input.read(&mut window[len..len + CHUNK]);
        self.window = Arc::new(window);
        let more = result?;
        self.unparsed = 0..len + more;
        self.is_last = more == 0;
        Ok(more)
    }

    /// Parses the next group from the unparsed bytes of the window. The group is empty if these
    /// bytes contain no whole item.
    fn parse_group<'a>(&mut self, window: &'a [u8]) -> Vec<Item<'a>>
    where
        'q: 'a,
    {
        let mut items = Vec::new();
        while items.len() < GROUP && !self.is_at_end {
            let (consumed, event) = match self.reader.read(&window[self.unparsed.clone()], self.is_last) {
                Ok(read) => read,
                Err(error) => {
                    items.push(self.whole(Item::Malformed(error)));
                    break;
                }
            };
            self.unparsed.start += consumed;
            match event {
                Event::Record(item) => items.push(item.map_or_else(Item::Malformed, Item::Match)),
                Event::NeedMore => break,
                Event::Error(error) => items.push(self.whole(Item::ApiError(error))),
                Event::Deleted => items.push(self.whole(Item::Deleted)),
                Event::End => self.is_at_end = true,
            }
        }
        items
    }

    /// Returns an item that is the whole reply, and ends the batch.
    const fn whole<'a>(&mut self, item: Item<'a>) -> Item<'a> {
        self.is_at_end = true;
        item
    }
}
