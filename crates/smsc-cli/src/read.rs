//! Reads a reply of any size, item by item: a batch piece by piece, so that the memory it takes does not grow with its size.

use std::ops::Range;
use std::sync::Arc;

use smsc_proto::{ApiError, ChunkReader, Error, Event, Match, MatchedChunkReader, Query, Reply};

use crate::failure::Failure;
use crate::input::Input;
use crate::pipeline::{Turn, pipeline};
use crate::progress::Progress;

/// What a reply holds.
#[expect(clippy::large_enum_variant, reason = "nearly every item is a record")]
pub(crate) enum Item<'a> {
    Match(Match<'a>),
    Malformed(Error),
    Refused(ApiError<'a>),
    Deleted,
}

/// Gives the items of a reply to `make`, and the part that it makes of them to `take`. In a batch both are called for piece after piece: `make` with what it made
/// of an earlier piece, and perhaps while the other thread does the same; `take` in the order of the pieces. What came is taken without more input:
/// while one thread waits for that, the other one makes and takes what is still to be taken.
///
/// Where something fails, this ends the command: the other thread may be waiting for input that never comes.
pub(crate) fn each<Part: Default>(
    query: &Query<'_>,
    input: &mut Input,
    is_watched: bool,
    make: impl Fn(&[Item<'_>], &mut Part) -> Result<(), Failure> + Sync,
    mut take: impl FnMut(&mut Part) -> Result<(), Failure> + Send,
) {
    if query.is_batch() {
        return batch(query, input, is_watched, &make, &mut take);
    }
    let mut part = Part::default();
    let whole = input.read_all().and_then(|body| make(&single(query, &body), &mut part)).and_then(|()| take(&mut part));
    whole.unwrap_or_else(|failure| failure.end());
}

fn single<'a>(query: &Query<'a>, body: &'a [u8]) -> Vec<Item<'a>> {
    match query.read(body) {
        Err(error) => vec![Item::Malformed(error)],
        Ok(Reply::Error(error)) => vec![Item::Refused(error)],
        Ok(Reply::Deleted) => vec![Item::Deleted],
        Ok(Reply::Records(records)) => records.matched().map(|item| item.map_or_else(Item::Malformed, Item::Match)).collect(),
    }
}

/// How many bytes are read at once.
const CHUNK: usize = 1 << 17;

/// How many items a piece has: few enough for the caches, and enough for going to the other thread not to matter.
const PIECE: usize = 1 << 10;

/// How far a batch has been read.
struct Reading<'q, 'i> {
    input: &'i mut Input,
    reader: MatchedChunkReader<'q>,
    /// What was read last. Both threads may look at it, each at its own items.
    window: Arc<Vec<u8>>,
    /// What of it is in no item yet.
    left: Range<usize>,
    /// Whether no byte comes behind that.
    is_last: bool,
    is_over: bool,
}

/// How far it has been taken.
struct Taking<'t, Take> {
    take: &'t mut Take,
    progress: Progress,
}

/// Two threads do the same, by turns: one reads a piece while the other makes something of the piece before it. The reader and the taker go from one to the
/// other, so that there is one of each, and the pieces keep their order. Where there is one processor, or no thread can be begun, one goes alone.
fn batch<Part: Default, Take: FnMut(&mut Part) -> Result<(), Failure> + Send>(
    query: &Query<'_>,
    input: &mut Input,
    is_watched: bool,
    make: &(impl Fn(&[Item<'_>], &mut Part) -> Result<(), Failure> + Sync),
    take: &mut Take,
) {
    let taking = Taking { take, progress: Progress::new(input.size(), is_watched) };
    let reader = ChunkReader::new(*query).matched();
    let reading = Reading { input, reader, window: Arc::default(), left: 0..0, is_last: false, is_over: false };
    pipeline((reading, taking), |readings, takings| work(&readings, &takings, make));
}

fn work<Part: Default, Take: FnMut(&mut Part) -> Result<(), Failure>>(
    readings: &Turn<Reading<'_, '_>>,
    takings: &Turn<Taking<'_, Take>>,
    make: &impl Fn(&[Item<'_>], &mut Part) -> Result<(), Failure>,
) {
    let mut free = Vec::new();
    let mut part = Part::default();
    while let Some(mut reading) = readings.wait().filter(|reading| !reading.is_over) {
        let mut read = 0;
        let result = loop {
            let window = Arc::clone(&reading.window);
            let items = reading.items(&window);
            if !items.is_empty() || reading.is_over {
                readings.pass(reading);
                let result = make(&items, &mut part);
                drop(items);
                // Unless the other thread needs it, this one can fill it again.
                free = Arc::into_inner(window).unwrap_or(free);
                break result;
            }
            drop(items);
            drop(window);
            match reading.refill(&mut free) {
                Err(failure) => break Err(failure),
                Ok(more) => read += more,
            }
        };
        let Some(mut taking) = takings.wait() else { break };
        if let Err(failure) = result.and_then(|()| (taking.take)(&mut part)) {
            drop(taking);
            failure.end();
        }
        taking.progress.advance(read);
        takings.pass(taking);
    }
}

impl<'q> Reading<'q, '_> {
    /// Reads a chunk behind what is left: in the same window, or where the other thread looks at that, in a free one. Gives how many bytes came.
    fn refill(&mut self, free: &mut Vec<u8>) -> Result<usize, Failure> {
        let len = self.left.len();
        let mut window = match Arc::try_unwrap(std::mem::take(&mut self.window)) {
            Ok(mut window) => {
                window.copy_within(self.left.clone(), 0);
                window
            }
            Err(shared) => {
                let mut window = std::mem::take(free);
                if window.len() < len {
                    window.resize(len, 0);
                }
                window[..len].copy_from_slice(&shared[self.left.clone()]);
                // The other thread may have come to its end meanwhile.
                *free = Arc::into_inner(shared).unwrap_or_default();
                window
            }
        };
        if window.len() < len + CHUNK {
            window.resize(len + CHUNK, 0);
        }
        let result = self.input.read(&mut window[len..len + CHUNK]);
        self.window = Arc::new(window);
        let more = result?;
        self.left = 0..len + more;
        self.is_last = more == 0;
        Ok(more)
    }

    /// The items that the rest of the window begins with.
    fn items<'a>(&mut self, window: &'a [u8]) -> Vec<Item<'a>>
    where
        'q: 'a,
    {
        let mut items = Vec::new();
        while items.len() < PIECE && !self.is_over {
            let (used, event) = match self.reader.read(&window[self.left.clone()], self.is_last) {
                Ok(read) => read,
                Err(error) => {
                    items.push(self.whole(Item::Malformed(error)));
                    break;
                }
            };
            self.left.start += used;
            match event {
                Event::Record(item) => items.push(item.map_or_else(Item::Malformed, Item::Match)),
                Event::NeedMore => break,
                Event::Error(error) => items.push(self.whole(Item::Refused(error))),
                Event::Deleted => items.push(self.whole(Item::Deleted)),
                Event::End => self.is_over = true,
            }
        }
        items
    }

    /// An item that is all of the reply.
    const fn whole<'a>(&mut self, item: Item<'a>) -> Item<'a> {
        self.is_over = true;
        item
    }
}
