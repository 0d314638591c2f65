//! Values that come again and again in a batch, such as a cost or a country, are made once.

use std::sync::{Mutex, OnceLock};

use pyo3::prelude::*;
use smsc_proto::{Field, Text};

/// How many values are kept at most.
const SLOTS: usize = 256;

/// A value, and the field and the text that it is of.
struct Slot {
    field: Field,
    bytes: Box<[u8]>,
    value: Py<PyAny>,
}

/// The values of one reply, of which all texts are written alike.
#[derive(Default)]
pub(crate) struct Kept(OnceLock<Box<[Mutex<Option<Slot>>]>>);

impl Kept {
    /// The value of this text of a field, which `make` makes of it if it is not kept.
    pub(crate) fn get(
        &self,
        py: Python<'_>,
        field: Field,
        text: Text<'_>,
        make: impl FnOnce() -> PyResult<Py<PyAny>>,
    ) -> PyResult<Py<PyAny>> {
        let bytes = text.as_bytes();
        let slots = self.0.get_or_init(|| (0..SLOTS).map(|_| Mutex::new(None)).collect());
        let slot = &slots[place(field, bytes)];
        // Who would have to wait makes a value of his own.
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
        drop(replaced);
        Ok(value)
    }
}

/// The slot of a text, by its ends and its length.
fn place(field: Field, bytes: &[u8]) -> usize {
    let ends = match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(first), Some(last)) => u64::from_le_bytes(*first) ^ u64::from_le_bytes(*last).rotate_left(29),
        _ => bytes.iter().fold(0, |word, byte| (word << 8) | u64::from(*byte)),
    };
    let all = ends ^ (bytes.len() as u64) ^ (field as u64) << 7;
    // A prime near the golden ratio of the word's range spreads what differs in few bits.
    let spread = all.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - SLOTS.trailing_zeros());
    usize::try_from(spread).unwrap_or_default()
}
