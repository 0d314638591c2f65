//! An index of requested pairs for programs with an allocator.

extern crate std;

use core::fmt;
use std::sync::OnceLock;
use std::vec::Vec;

use crate::model::requested::Requested;
use crate::model::requested_index::{IndexKey, RequestedIndex};

/// An index of requested pairs whose tables are allocated and built when they are first needed: not
/// at all for a reply in the order of the request.
///
/// A table takes 10 to 12 bytes for each pair, and nearly all replies need one at most. Several
/// threads may use the index at once.
///
/// ```
/// use smsc_proto::{Detail, Format, LazyIndex, Match, MessageId, Query, Reply, Requested};
///
/// let phones: Vec<_> = (0..100).map(|at| format!("799900000{at:02}")).collect();
/// let pair = |(at, phone)| Requested { id: MessageId::new(at).unwrap(), phone };
/// let pairs: Vec<_> = (1..).zip(phones.iter().map(String::as_str)).map(pair).collect();
/// let index = LazyIndex::new(&pairs);
/// let query = Query::new(Format::Values, Detail::Status).batch().requested(&pairs).indexed(&index);
/// let body = b"1,1,0,90,79990000089\n1,1,0,40,79990000039";
/// let Reply::Records(records) = query.read(body)? else { unreachable!() };
/// let items: Vec<_> = records.matched().collect::<Result<_, _>>()?;
/// assert_eq!(items.iter().filter(|item| matches!(item, Match::Missing(_))).count(), 99);
/// assert!(matches!(items[90], Match::Unexpected(_))); // 40 comes after 90
/// # Ok::<(), smsc_proto::Error>(())
/// ```
pub struct LazyIndex<'q> {
    pairs: &'q [Requested<'q>],
    tables: [OnceLock<Vec<u32>>; 3],
}

impl<'q> LazyIndex<'q> {
    /// Creates an index of these pairs, which must be those of the query.
    #[must_use]
    pub const fn new(pairs: &'q [Requested<'q>]) -> Self {
        Self { pairs, tables: [const { OnceLock::new() }; 3] }
    }
}

impl RequestedIndex for LazyIndex<'_> {
    fn table(&self, key: IndexKey) -> Option<&[u32]> {
        let built = key.choose(self.tables.each_ref()).get_or_init(|| {
            let mut room = std::vec![0; IndexKey::room(self.pairs.len())];
            key.build(self.pairs, &mut room).map(|()| room).unwrap_or_default()
        });
        Some(built.as_slice()).filter(|table| !table.is_empty())
    }
}

impl fmt::Debug for LazyIndex<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LazyIndex").field("pairs", &self.pairs.len()).finish_non_exhaustive()
    }
}
