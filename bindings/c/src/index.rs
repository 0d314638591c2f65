//! An index of requested messages, in room that the C program lends.

use core::sync::atomic::{AtomicU8, Ordering};

use smsc_proto::{IndexKey, Requested, RequestedIndex};

use crate::pairs;
use crate::raw::{self, Stored};
use crate::results::smsc_result;
use crate::types::{smsc_requested, smsc_requested_index};

/// The index in a smsc_requested_index.
pub(crate) struct Index {
    pairs: &'static [Requested<'static>],
    /// Room for the three tables, in the order of [`IndexKey::ALL`].
    room: *mut u32,
    /// The state of each table.
    states: [AtomicU8; 3],
}

/// A table that was not needed so far: its room may be uninitialised.
const EMPTY: u8 = 0;
/// A table that a thread is building. The other threads continue without the table.
const BUILDING: u8 = 1;
/// A table that is not written to any more.
const BUILT: u8 = 2;

// SAFETY: only the thread that changes the state of a table from `EMPTY` to `BUILDING` writes to
// its room, and no thread reads the room before that thread has changed the state to `BUILT`.
unsafe impl Sync for Index {}

// SAFETY: no other state has this tag, and `FITS` is not replaced.
unsafe impl Stored for Index {
    type Opaque = smsc_requested_index;
    const TAG: u64 = u64::from_le_bytes(*b"smscindx");
}

/// Sets `*len` to the number of uint32_t that smsc_requested_index_begin needs for `count` pairs:
/// at most 9 for each pair, and 12 more.
///
/// Returns SMSC_RESULT_OK, SMSC_RESULT_NULL, or SMSC_RESULT_VALUE if an array of so many pairs
/// would be longer than PTRDIFF_MAX.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_requested_index_get_room(count: usize, len: *mut usize) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for the argument.
        let output = unsafe { raw::output(len)? };
        output.write(length(count)?);
        Ok(smsc_result::Ok)
    })
}

/// Starts an index of the pairs of a query, in `room_len` uint32_t of the caller. Set `index` of
/// the query to it.
///
/// The library writes to the room only when a record is not near the next requested pair. `index`,
/// the room and the pairs must stay where they are for as long as a reader or a query with the
/// index is used; the pairs must stay unchanged. Several threads may use the index at the same
/// time. It must not be copied.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_BUFFER if `room_len` is below the length that
/// smsc_requested_index_get_room returns; SMSC_RESULT_NULL or SMSC_RESULT_VALUE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_requested_index_begin(
    pairs: *const smsc_requested,
    count: usize,
    room: *mut u32,
    room_len: usize,
    index: *mut smsc_requested_index,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument, and has set all
        // pairs. They stay unchanged while the index is in use, so that they may be `'static` here.
        let (output, pairs) = unsafe { (raw::cleared::<Index>(index)?, pairs::slice(pairs, count)?) };
        match room_len {
            _ if room_len > isize::MAX.unsigned_abs() / size_of::<u32>() => Err(smsc_result::Value),
            0 => Err(smsc_result::Buffer),
            _ if room.is_null() => Err(smsc_result::Null),
            _ if room_len < length(count)? => Err(smsc_result::Buffer),
            _ => {
                raw::store(output, Index { pairs, room, states: [const { AtomicU8::new(EMPTY) }; 3] });
                Ok(smsc_result::Ok)
            }
        }
    })
}

/// Returns the length of the room for so many pairs. Fails with `Value` if memory cannot hold them.
fn length(count: usize) -> Result<usize, smsc_result> {
    let bytes = count.checked_mul(size_of::<smsc_requested>()).ok_or(smsc_result::Value)?;
    isize::try_from(bytes).map_err(|_| smsc_result::Value)?;
    Ok(IndexKey::room(count).saturating_mul(IndexKey::ALL.len()))
}

impl Index {
    /// Returns whether this is the index of an array of pairs.
    pub(crate) fn is_of(&self, pairs: &[Requested<'_>]) -> bool {
        core::ptr::eq(self.pairs.as_ptr(), pairs.as_ptr().cast()) && self.pairs.len() == pairs.len()
    }
}

impl RequestedIndex for Index {
    fn table(&self, key: IndexKey) -> Option<&[u32]> {
        let state = self.states.get(key as usize)?;
        let len = IndexKey::room(self.pairs.len());
        // SAFETY: the room has `len` numbers for each of three keys, as was checked when the index
        // was started.
        let start = unsafe { self.room.add(key as usize * len) };
        if state.load(Ordering::Acquire) != BUILT {
            state.compare_exchange(EMPTY, BUILDING, Ordering::Relaxed, Ordering::Relaxed).ok()?;
            // SAFETY: as above; and this thread has set `BUILDING`, so no other one has a reference
            // to this part of the room, which the C program does not access. It is initialised
            // before it becomes a slice.
            let room = unsafe {
                start.write_bytes(0, len);
                core::slice::from_raw_parts_mut(start, len)
            };
            // Without a table the state stays `BUILDING`, and nobody tries again.
            key.build(self.pairs, room)?;
            state.store(BUILT, Ordering::Release);
        }
        // SAFETY: as above; and nobody writes to a table that is built.
        Some(unsafe { core::slice::from_raw_parts(start, len) })
    }
}
