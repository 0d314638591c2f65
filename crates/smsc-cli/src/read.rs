//! Reads a reply of any size, item by item.

use smsc_proto::{ApiError, Chunks, Error, Event, Match, Matcher, Query, Reply};

use crate::input::Input;
use crate::output::Failure;
use crate::progress::Progress;

/// What a reply holds.
#[expect(clippy::large_enum_variant, reason = "nearly every item is a record, and there is one at a time")]
pub(crate) enum Item<'a> {
    Match(Match<'a>),
    Malformed(Error),
    Refused(ApiError<'a>),
    Deleted,
}

/// Something that takes the items of a reply.
pub(crate) trait Taker {
    fn take(&mut self, item: &Item<'_>) -> Result<(), Failure>;

    /// Takes items that came together.
    fn take_all(&mut self, items: &[Item<'_>]) -> Result<(), Failure> {
        items.iter().try_for_each(|item| self.take(item))
    }

    /// The next bytes may take their time: who waits for what has been taken gets it now.
    fn wait(&mut self) -> Result<(), Failure>;

    /// Whether a person watches what is written.
    fn is_watched(&self) -> bool;
}

/// Gives every item of a reply to `taker`. A batch is read piece by piece, so that the memory it takes does not grow with its size.
pub(crate) fn each(query: &Query<'_>, input: &mut Input, taker: &mut impl Taker) -> Result<(), Failure> {
    if query.batch { batch(query, input, taker) } else { single(query, &input.read_all()?, taker) }
}

fn single(query: &Query<'_>, body: &[u8], taker: &mut impl Taker) -> Result<(), Failure> {
    match query.read(body) {
        Err(error) => taker.take(&Item::Malformed(error)),
        Ok(Reply::Error(error)) => taker.take(&Item::Refused(error)),
        Ok(Reply::Deleted) => taker.take(&Item::Deleted),
        Ok(Reply::Records(records)) => {
            records.matched().try_for_each(|item| taker.take(&item.map_or_else(Item::Malformed, Item::Match)))
        }
    }
}

/// How many bytes are read at once.
const CHUNK: usize = 1 << 18;

/// How many items are taken together at most: enough for two processors to share, and little beside the buffer.
const TOGETHER: usize = 1 << 11;

fn batch(query: &Query<'_>, input: &mut Input, taker: &mut impl Taker) -> Result<(), Failure> {
    let mut chunks = Chunks::new(*query);
    let mut matcher = query.asked.map(Matcher::new);
    let mut progress = Progress::new(input.size(), taker.is_watched());
    let mut buffer = vec![0; chunks.window() + CHUNK];
    let (mut start, mut end, mut is_last) = (0, 0, false);
    loop {
        let mut items = Vec::new();
        let is_over = loop {
            let (used, event) = chunks.read(&buffer[start..end], is_last);
            start += used;
            match event {
                Event::Record(Ok(status)) => match matcher.as_mut().map_or(Some(&[][..]), |matcher| matcher.accept(&status)) {
                    None => items.push(Item::Match(Match::Unasked(status))),
                    Some(missing) => {
                        items.extend(missing.iter().map(|pair| Item::Match(Match::Missing(*pair))));
                        items.push(Item::Match(Match::Asked(status)));
                    }
                },
                Event::Record(Err(error)) => items.push(Item::Malformed(error)),
                Event::More => break false,
                Event::NotAReply(error) => {
                    items.push(Item::Malformed(error));
                    return taker.take_all(&items);
                }
                Event::Error(error) => {
                    items.push(Item::Refused(error));
                    return taker.take_all(&items);
                }
                Event::Deleted => {
                    items.push(Item::Deleted);
                    return taker.take_all(&items);
                }
                Event::Over => break true,
            }
            if items.len() >= TOGETHER {
                taker.take_all(&items)?;
                items.clear();
            }
        };
        taker.take_all(&items)?;
        if is_over {
            break;
        }
        drop(items);
        buffer.copy_within(start..end, 0);
        (start, end) = (0, end - start);
        taker.wait()?;
        let read = input.read(&mut buffer[end..])?;
        is_last = read == 0;
        end += read;
        progress.advance(read);
    }
    let left = matcher.as_ref().map_or(&[][..], Matcher::left);
    left.iter().try_for_each(|pair| taker.take(&Item::Match(Match::Missing(*pair))))
}
