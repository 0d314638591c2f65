//! The core's chunk reader, together with the requested pairs that it borrows.

#![expect(clippy::mem_forget, reason = "self_cell's way to move an owner out of its guard")]

use self_cell::self_cell;
use smsc_proto::{ChunkReader, Error, Event, MatchedChunkReader};

use crate::items::{Item, Items};
use crate::options::Options;
use crate::pairs::RequestedPairs;

/// The number of items after which a part of the batch is complete, even if the window has more. A
/// single record can have millions of missing pairs before it.
const PART: usize = 1 << 14;

self_cell! {
    /// A chunk reader that owns the requested pairs.
    pub(crate) struct Reader {
        owner: Options,
        #[not_covariant]
        dependent: MatchedChunkReader,
    }
}

/// The result of parsing a window.
pub(crate) struct Parsed {
    /// The number of bytes of the window that are consumed.
    pub(crate) consumed: usize,
    pub(crate) items: Items,
    /// Whether the reply is at its end.
    pub(crate) is_end: bool,
}

/// Creates a reader for the reply to a batch request.
pub(crate) fn reader(options: Options) -> Reader {
    Reader::new(options, |options| {
        let query = options.query_without_pairs();
        let query = options.requested.as_ref().map_or(query, |pairs| pairs.add_deferred_to(query));
        ChunkReader::new(query).matched()
    })
}

impl Reader {
    /// Parses the items of a window up to a limit, from the one after the first `settled` requested
    /// pairs on. Stops early if the index of the pairs lacks a table. Fails if the body as a whole
    /// is not a reply; the reply is then at its end.
    pub(crate) fn read(&mut self, window: &[u8], is_last: bool, settled: usize) -> Result<Parsed, Error> {
        self.with_dependent_mut(|options, reader| {
            let mut items = Items::after_pairs(settled);
            let mut consumed = 0;
            let is_wanting = || options.requested.as_ref().is_some_and(RequestedPairs::is_wanting);
            let is_end = loop {
                if items.list.len() >= PART || is_wanting() {
                    break false;
                }
                let (used, event) = reader.read(window.get(consumed..).unwrap_or_default(), is_last)?;
                consumed += used;
                match event {
                    Event::Record(result) => items.matched(&result, window, options.kind),
                    Event::NeedMore => break false,
                    Event::Error(error) => {
                        items.api_error(&error);
                        break true;
                    }
                    Event::Deleted => {
                        items.list.push(Item::Deleted);
                        break true;
                    }
                    Event::End => break true,
                }
            };
            Ok(Parsed { consumed, items, is_end })
        })
    }
}
