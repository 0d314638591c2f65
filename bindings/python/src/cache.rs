//! A cache for the Python values of texts that repeat in a batch, such as a cost or a country.

use std::sync::{Mutex, OnceLock};

use pyo3::prelude::*;
use smsc_proto::{Field, Text};

/// The number of slots, and so of cached values.
const SLOTS: usize = 256;

/// A value, with the field and the text that it was made from.
struct Slot {
    field: Field,
    bytes: Box<[u8]>,
    value: Py<PyAny>,
}

/// The cached values of one reply. All texts of a reply have the same charset and escapes, so their
/// bytes identify them.
#[derive(Default)]
pub(crate) struct Cache(OnceLock<Box<[Mutex<Option<Slot>>]>>);

impl Cache {
    /// Returns the value of a field's text: the cached one, or else the result of `make`, which is
    /// then cached.
    pub(crate) fn get(
        &self,
        py: Python<'_>,
        field: Field,
        text: Text<'_>,
        make: impl FnOnce() -> PyResult<Py<PyAny>>,
    ) -> PyResult<Py<PyAny>> {
        let bytes = text.as_bytes();
        let slots = self.0.get_or_init(|| (0..SLOTS).map(|_| Mutex::new(None)).collect());
        let slot = &slots[slot_index(field, bytes)];
        // If another thread holds the slot, a new value is cheaper than waiting.
        if let Ok(slot) = slot.try_lock()
            && let Some(slot) = &*slot
            && slot.field == field
            && *slot.bytes == *bytes
        {
            return Ok(slot.value.clone_ref(py));
        }
        let value = make()?;
        let replaced =
            slot.try_lock().ok().and_then(|mut slot| slot.replace(Slot { field, bytes: bytes.into(), value: value.clone_ref(py) }));
        // Not under the lock: dropping a Python object may run code.
        drop(replaced);
        Ok(value)
    }
}

/// Returns the index of the slot for a text: a hash of its field, its first and last 8 bytes and
/// its length.
fn slot_index(field: Field, bytes: &[u8]) -> usize {
    let ends = match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(first), Some(last)) => u64::from_le_bytes(*first) ^ u64::from_le_bytes(*last).rotate_left(29),
        _ => bytes.iter().fold(0, |word, byte| (word << 8) | u64::from(*byte)),
    };
    let all = ends ^ (bytes.len() as u64) ^ (field as u64) << 7;
    // Fibonacci hashing: multiplying by 2^64 divided by the golden ratio spreads inputs that differ
    // in few bits.
    let spread = all.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - SLOTS.trailing_zeros());
    usize::try_from(spread).unwrap_or_default()
}
