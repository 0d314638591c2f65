//! An index of requested pairs: tables of numbers in room that the caller lends, because nothing is
//! allocated here.
//!
//! A table starts with its buckets, by a hash of the key: for each bucket the start of its pairs in
//! the list that follows, and a filter, 32 bits of which each pair sets one. The filter answers for
//! most keys that are not in the table, without a look at the pairs. The pairs of a bucket are in
//! the order of the request. Only those of a bucket with many pairs, of one key or of several, are
//! sorted by the key first, so that such a bucket takes logarithmic time as well.

use core::cmp::Ordering;

use crate::model::message_id::MessageId;
use crate::model::phone::{self, Form};
use crate::model::requested::Requested;
use crate::model::text::Text;

/// An index of the requested pairs of a query, in tables that are built when they are first needed.
///
/// Without an index, a record that is not near the next requested pair is compared with every later
/// pair, which takes quadratic time for replies that are not in the order of the request. The
/// feature `std` has an implementation, `LazyIndex`. Without an allocator, build the tables in
/// advance; an array of the three, in the order of [`IndexKey::ALL`], is an index, and a table that
/// is empty is not used:
///
/// ```
/// use smsc_proto::{Detail, Format, IndexKey, MessageId, Query, Reply, Requested};
///
/// let pair = |id, phone| Requested { id: MessageId::new(id).unwrap(), phone };
/// let pairs = [pair(101, "79990000001"), pair(102, "79990000002")];
/// let mut room = [0; IndexKey::room(2)];
/// IndexKey::Pair.build(&pairs, &mut room).unwrap();
/// let tables = [&room[..], &[], &[]];
/// let query = Query::new(Format::Values, Detail::Status).batch().requested(&pairs).indexed(&tables);
/// let Reply::Records(records) = query.read(b"1,1,0,102,79990000002")? else { unreachable!() };
/// assert_eq!(records.matched().count(), 2); // 101 is missing
/// # Ok::<(), smsc_proto::Error>(())
/// ```
pub trait RequestedIndex: Sync {
    /// Returns the table that [`IndexKey::build`] made of the query's pairs, or `None` if there is
    /// no room for it. A table of other pairs makes records appear unexpected.
    fn table(&self, key: IndexKey) -> Option<&[u32]>;
}

impl RequestedIndex for [&[u32]; 3] {
    fn table(&self, key: IndexKey) -> Option<&[u32]> {
        Some(key.choose(*self)).filter(|table| !table.is_empty())
    }
}

/// The key of a table of an index: the part of a pair that a record has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IndexKey {
    /// The id and the phone, which nearly all records have.
    Pair,
    /// The id alone: a message that was not found may have no phone (R13).
    Id,
    /// The phone alone: a record of fmt 2 or 3 without an id.
    Phone,
}

/// The number of pairs of a bucket that are compared one by one.
const FEW: usize = 16;

/// The number of pairs per bucket, or half as many.
const LOAD: usize = 4;

/// The start of a bucket in the list of pairs, and its filter.
type Bucket = [u32; 2];

impl IndexKey {
    /// Every key.
    pub const ALL: [Self; 3] = [Self::Pair, Self::Id, Self::Phone];

    /// Returns the number of `u32` that a table of so many pairs needs.
    #[must_use]
    pub const fn room(pairs: usize) -> usize {
        // The buckets, the pairs in order, and their buckets while the table is built.
        room_of_buckets(pairs).saturating_add(pairs.saturating_mul(2))
    }

    /// Returns the one of three items, in the order of [`ALL`](Self::ALL), that is for this key.
    pub(crate) fn choose<T>(self, [pair, id, phone]: [T; 3]) -> T {
        match self {
            Self::Pair => pair,
            Self::Id => id,
            Self::Phone => phone,
        }
    }

    /// Builds the table of these pairs in `room`, in a time of O(n log n) at most. Returns `None`,
    /// without a table, if the room is shorter than [`room`](Self::room) or there are more than
    /// 2^31 pairs.
    pub fn build(self, pairs: &[Requested<'_>], room: &mut [u32]) -> Option<()> {
        let count = u32::try_from(pairs.len()).ok().filter(|count| count.leading_zeros() > 0)?;
        let (buckets, rest) = split_mut(room, pairs.len())?;
        let (order, rest) = rest.split_at_mut_checked(pairs.len())?;
        let bucket_of = rest.get_mut(..pairs.len())?;
        buckets.fill([0, 0]);
        for (pair, bucket_of) in pairs.iter().zip(&mut *bucket_of) {
            let (bucket, mark) = self.bucket(pairs.len(), Some(pair.id), Some(pair.text()));
            *bucket_of = bucket;
            let [size, filter] = buckets.get_mut(index(bucket))?;
            *size = size.checked_add(1)?;
            *filter |= mark;
        }
        // From sizes to ends; from the last pair to the first one, each end becomes a start.
        let mut end = 0_u32;
        for [size, _] in &mut *buckets {
            end = end.checked_add(*size)?;
            *size = end;
        }
        for (position, bucket) in (0..count).zip(&*bucket_of).rev() {
            let [start, _] = buckets.get_mut(index(*bucket))?;
            *start = start.checked_sub(1)?;
            *order.get_mut(index(*start))? = position;
        }
        for bounds in buckets.windows(2) {
            let [[start, _], [end, _]] = bounds else { continue };
            let bucket = order.get_mut(index(*start)..index(*end))?;
            if bucket.len() > FEW {
                sort(bucket, |left, right| {
                    let (one, other) = (pairs.get(index(left))?, pairs.get(index(right))?);
                    Some(self.compare(one, Some(other.id), Some(other.text()), Form::of(other.text())).then(left.cmp(&right)))
                })?;
            }
        }
        Some(())
    }

    /// Returns the bucket of a key, and the bit that is set in its filter.
    fn bucket(self, pairs: usize, id: Option<MessageId<'_>>, phone: Option<Text<'_>>) -> (u32, u32) {
        let id = id.filter(|_| self != Self::Phone).map_or(0, MessageId::hash);
        let phone = phone.filter(|_| self != Self::Id).map_or(0, phone::hash);
        // The multiplier is 2^64 divided by the golden ratio. The upper bits are mixed best.
        let mixed = (id.rotate_left(32) ^ phone).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let upper = |bits: u32| 64_u32.checked_sub(bits).and_then(|shift| mixed.checked_shr(shift)).unwrap_or(0);
        let bits = buckets(pairs).trailing_zeros();
        let bucket = u32::try_from(upper(bits)).unwrap_or(0);
        (bucket, 1_u32.rotate_left(u32::try_from(upper(bits.saturating_add(5)) & 31).unwrap_or(0)))
    }

    /// Compares the key of a pair, and the form of its phone, with another key.
    fn compare(self, pair: &Requested<'_>, id: Option<MessageId<'_>>, phone: Option<Text<'_>>, form: Form) -> Ordering {
        let by_id = id.filter(|_| self != Self::Phone).map_or(Ordering::Equal, |id| pair.id.cmp(&id));
        let phone = phone.filter(|_| self != Self::Id);
        by_id.then_with(|| {
            phone.map_or(Ordering::Equal, |phone| phone::compare(pair.text(), phone).then_with(|| Form::of(pair.text()).cmp(&form)))
        })
    }

    /// Returns the key of a record that has an id, a phone, or both.
    const fn of(has_id: bool, has_phone: bool) -> Option<Self> {
        match (has_id, has_phone) {
            (true, true) => Some(Self::Pair),
            (true, false) => Some(Self::Id),
            (false, true) => Some(Self::Phone),
            (false, false) => None,
        }
    }
}

/// Returns the number of buckets: a power of two.
const fn buckets(pairs: usize) -> usize {
    match pairs.div_ceil(LOAD).checked_next_power_of_two() {
        Some(buckets) => buckets,
        None => usize::MAX,
    }
}

/// Returns the number of `u32` of the buckets and of the end of the last one.
const fn room_of_buckets(pairs: usize) -> usize {
    buckets(pairs).saturating_add(1).saturating_mul(2)
}

/// Splits the room of a table for so many pairs after its buckets and the end of the last one.
fn split_mut(room: &mut [u32], pairs: usize) -> Option<(&mut [Bucket], &mut [u32])> {
    let (first, rest) = room.split_at_mut_checked(room_of_buckets(pairs))?;
    Some((first.as_chunks_mut().0, rest))
}

/// Splits a table for so many pairs after its buckets and the end of the last one.
fn split(table: &[u32], pairs: usize) -> Option<(&[Bucket], &[u32])> {
    let (first, rest) = table.split_at_checked(room_of_buckets(pairs))?;
    Some((first.as_chunks().0, rest))
}

/// Returns the table for records that have an id, a phone, or both, and its key.
pub(crate) fn table(index: Option<&dyn RequestedIndex>, has_id: bool, has_phone: bool) -> Option<(IndexKey, &[u32])> {
    let key = IndexKey::of(has_id, has_phone)?;
    Some((key, index?.table(key)?))
}

/// Returns the first pair, from index `from` on, that a record with this id and phone matches.
pub(crate) fn find(
    (key, table): (IndexKey, &[u32]),
    pairs: &[Requested<'_>],
    from: usize,
    id: Option<MessageId<'_>>,
    phone: Option<Text<'_>>,
) -> Option<usize> {
    let (bucket, mark) = key.bucket(pairs.len(), id, phone);
    let (buckets, order) = split(table, pairs.len())?;
    let ([start, filter], [end, _]) = (buckets.get(index(bucket))?, buckets.get(index(bucket).checked_add(1)?)?);
    if filter & mark == 0 {
        return None;
    }
    let bucket = order.get(index(*start)..index(*end))?;
    let is_wanted = |position: usize| position >= from && pairs.get(position).is_some_and(|pair| pair.is_answered_by(id, phone));
    if bucket.len() <= FEW {
        return bucket.iter().map(|position| index(*position)).find(|position| is_wanted(*position));
    }
    let own = phone.map(Form::of);
    let forms = Form::ALL.into_iter().filter(|form| own.is_none_or(|own| own.agrees_with(*form)));
    let firsts = forms.filter_map(|form| {
        let is_before = |position: &u32| {
            let order = pairs.get(index(*position)).map(|pair| key.compare(pair, id, phone, form));
            order.is_some_and(|order| order.then(index(*position).cmp(&from)) == Ordering::Less)
        };
        Some(index(*bucket.get(bucket.partition_point(is_before))?)).filter(|position| is_wanted(*position))
    });
    firsts.min()
}

/// Sorts positions, in a time of O(n log n) and without a path to a panic, which the sort of `core`
/// has for comparisons that contradict each other. Positions that are in order take linear time.
fn sort(items: &mut [u32], compare: impl Fn(u32, u32) -> Option<Ordering>) -> Option<()> {
    let is_less =
        |items: &[u32], left: usize, right: usize| Some(compare(*items.get(left)?, *items.get(right)?)? == Ordering::Less);
    if items.is_sorted_by(|left, right| compare(*left, *right) != Some(Ordering::Greater)) {
        return Some(());
    }
    let sift_down = |items: &mut [u32], mut root: usize, len: usize| {
        loop {
            let left = root.checked_mul(2)?.checked_add(1)?;
            let right = left.checked_add(1)?;
            let child = if right < len && is_less(items, left, right)? { right } else { left };
            if left >= len || !is_less(items, root, child)? {
                return Some(());
            }
            swap(items, root, child)?;
            root = child;
        }
    };
    for root in (0..items.len().div_ceil(2)).rev() {
        sift_down(items, root, items.len())?;
    }
    for end in (1..items.len()).rev() {
        swap(items, 0, end)?;
        sift_down(items, 0, end)?;
    }
    Some(())
}

fn swap(items: &mut [u32], one: usize, other: usize) -> Option<()> {
    let [one, other] = items.get_disjoint_mut([one, other]).ok()?;
    core::mem::swap(one, other);
    Some(())
}

/// Returns a number of a table as an index.
fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
