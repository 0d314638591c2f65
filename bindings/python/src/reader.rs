//! The core's reader of chunks, together with the pairs that it borrows.

#![expect(clippy::mem_forget, reason = "self_cell's way to move an owner out of its guard")]

use self_cell::self_cell;
use smsc_proto::{ChunkReader, Error, Event, Matcher, Requested};

use crate::items::{Item, Items};
use crate::options::{Options, Pairs};

type AskedPairs<'q> = Option<Vec<Requested<'q>>>;

self_cell! {
    /// The pairs, and what the core takes them as.
    pub(crate) struct Known {
        owner: Option<Pairs>,
        #[covariant]
        dependent: AskedPairs,
    }
}

/// The core's reader, which borrows the pairs.
pub(crate) struct Reading<'q> {
    chunks: ChunkReader<'q>,
    matcher: Option<Matcher<'q>>,
}

self_cell! {
    /// A reader that owns the pairs it reads with.
    pub(crate) struct Reader {
        owner: Known,
        #[not_covariant]
        dependent: Reading,
    }
}

/// A reader for the answer to a batch request.
pub(crate) fn reader(options: &Options) -> Reader {
    let known = Known::new(options.pairs.clone(), |pairs| pairs.as_ref().map(Pairs::asked));
    Reader::new(known, |known| {
        let asked = known.borrow_dependent().as_deref();
        Reading { chunks: ChunkReader::new(options.query(asked)), matcher: asked.map(Matcher::new) }
    })
}

impl Reading<'_> {
    /// Reads the records of a window; gives how much of it is used up, the items, and why it is no reply at all.
    pub(crate) fn read(
        &mut self,
        window: &[u8],
        is_last: bool,
        options: &Options,
        is_over: &mut bool,
    ) -> (usize, Items, Option<Error>) {
        let mut items = Items::default();
        let mut start = 0;
        loop {
            let (used, event) = self.chunks.read(window.get(start..).unwrap_or_default(), is_last);
            start += used;
            match event {
                Event::Record(Ok(status)) => {
                    let missing = self.matcher.as_mut().map_or(Some(&[][..]), |matcher| matcher.accept(&status));
                    missing.into_iter().flatten().for_each(|pair| items.missing(pair));
                    items.record(&status, window, options.kind, missing.is_none());
                    continue;
                }
                Event::Record(Err(error)) => {
                    items.list.push(Item::Malformed(error));
                    continue;
                }
                Event::NeedMore => return (start, items, None),
                Event::NotAReply(error) => {
                    *is_over = true;
                    return (start, items, Some(error));
                }
                Event::Error(error) => items.refused(&error),
                Event::Deleted => items.list.push(Item::Deleted),
                Event::End => self.matcher.iter().flat_map(Matcher::remaining).for_each(|pair| items.missing(pair)),
            }
            *is_over = true;
            return (start, items, None);
        }
    }
}
