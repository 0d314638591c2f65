//! The core's chunk reader, together with the requested pairs that it borrows.

#![expect(clippy::mem_forget, reason = "self_cell's way to move an owner out of its guard")]

use self_cell::self_cell;
use smsc_proto::{ChunkReader, Error, Event, MatchedChunkReader, MessageKind, Requested};

use crate::items::{Item, Items};
use crate::options::{Options, RequestedPairs};

type CorePairs<'q> = Option<Vec<Requested<'q>>>;

self_cell! {
    /// The requested pairs, with the core's form of them, which borrows the phones.
    pub(crate) struct OwnedPairs {
        owner: Option<RequestedPairs>,
        #[covariant]
        dependent: CorePairs,
    }
}

self_cell! {
    /// A chunk reader that owns the requested pairs.
    pub(crate) struct Reader {
        owner: OwnedPairs,
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
pub(crate) fn reader(options: &Options) -> Reader {
    let pairs = OwnedPairs::new(options.requested.clone(), |pairs| pairs.as_ref().map(RequestedPairs::to_core));
    Reader::new(pairs, |pairs| ChunkReader::new(options.query(pairs.borrow_dependent().as_deref())).matched())
}

impl Reader {
    /// Parses as many items of a window as it contains. Fails if the body as a whole is not a
    /// reply; the reply is then at its end.
    pub(crate) fn read(&mut self, window: &[u8], is_last: bool, kind: MessageKind) -> Result<Parsed, Error> {
        self.with_dependent_mut(|_, reader| {
            let mut items = Items::default();
            let mut consumed = 0;
            let is_end = loop {
                let (used, event) = reader.read(window.get(consumed..).unwrap_or_default(), is_last)?;
                consumed += used;
                match event {
                    Event::Record(result) => items.matched(&result, window, kind),
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
