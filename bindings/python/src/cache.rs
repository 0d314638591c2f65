//! A cache for the Python values of texts that repeat in a batch, such as a cost or a country.

use std::sync::OnceLock;

use pyo3::prelude::*;
use smsc_proto::{Field, Text};

/// The number of cached values of a field in a long reply. A power of two.
const SLOTS: usize = 128;

/// A value, with the text that it was made from.
struct Slot {
    bytes: Box<[u8]>,
    value: Py<PyAny>,
}

/// The cached values of one field, by the hash of their texts.
type Slots = Box<[OnceLock<Slot>]>;

/// The cached values of one reply. All texts of a reply have the same charset and escapes, so their
/// bytes identify them.
///
/// A slot is written once, so that reading needs no lock. A field whose texts do not repeat fills
/// its own slots alone.
#[derive(Default)]
pub(crate) struct Cache(OnceLock<Box<[OnceLock<Slots>]>>);

impl Cache {
    /// Returns the value of a field's text: the cached one, or else the result of `make`, which is
    /// then cached if one of its two slots is free. `items` is the number of items of the reply.
    pub(crate) fn get(
        &self,
        py: Python<'_>,
        items: usize,
        field: Field,
        text: Text<'_>,
        make: impl FnOnce() -> PyResult<Py<PyAny>>,
    ) -> PyResult<Py<PyAny>> {
        let bytes = text.as_bytes();
        let fields = self.0.get_or_init(|| empty(Field::ALL.len()));
        let slots = fields[field as usize].get_or_init(|| empty(items.next_power_of_two().clamp(2, SLOTS)));
        let first = hash(bytes) & (slots.len() - 1);
        let slots = [&slots[first], &slots[first ^ 1]];
        for slot in slots {
            match slot.get() {
                Some(slot) if *slot.bytes == *bytes => return Ok(slot.value.clone_ref(py)),
                Some(_) => {}
                None => break,
            }
        }
        // Not while a slot is initialized: `make` may run any code.
        let value = make()?;
        if let Some(slot) = slots.into_iter().find(|slot| slot.get().is_none()) {
            // Another thread may have been faster.
            let _ = slot.set(Slot { bytes: bytes.into(), value: value.clone_ref(py) });
        }
        Ok(value)
    }
}

fn empty<T>(len: usize) -> Box<[OnceLock<T>]> {
    (0..len).map(|_| OnceLock::new()).collect()
}

/// Returns a hash of the first and last 8 bytes of a text and of its length, with at least as many
/// bits as the index of a slot.
fn hash(bytes: &[u8]) -> usize {
    let ends = match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(first), Some(last)) => u64::from_le_bytes(*first) ^ u64::from_le_bytes(*last).rotate_left(29),
        _ => bytes.iter().fold(0, |word, byte| (word << 8) | u64::from(*byte)),
    };
    // Fibonacci hashing: multiplying by 2^64 divided by the golden ratio spreads inputs that differ
    // in few bits.
    let spread = (ends ^ (bytes.len() as u64)).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - SLOTS.trailing_zeros());
    usize::try_from(spread).unwrap_or_default()
}
