//! Decoding of texts into Python strings.

use std::ops::RangeInclusive;

use pyo3::exceptions::PyMemoryError;
use pyo3::ffi;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyString;
use smsc_proto::{Charset, Escape, Text};

/// The UTF-16 code unit for each byte of a charset.
struct Table {
    units: [u16; 256],
    /// The offset from each byte of [`LETTERS`] to its code unit, if it is the same for all.
    shift: Option<u16>,
}

/// The bytes of the letters in windows-1251, which are in the order of Unicode, but for two.
const LETTERS: RangeInclusive<u8> = 0xc0..=0xff;

/// The longest texts, in bytes, that are decoded on the stack: most texts, and nearly all. A buffer
/// is zeroed first, so that a large one costs time.
const MOST: usize = 96;
const NEARLY_ALL: usize = 768;

/// The number of characters that are decoded from one handling of signals to the next.
const PART: usize = 1 << 20;

/// Returns a text as a Python string, decoded from its charset and escapes (R7, R50). Fails if
/// there is not enough memory.
pub(crate) fn string<'py>(py: Python<'py>, text: Text<'_>) -> PyResult<Bound<'py, PyString>> {
    let bytes = text.as_bytes();
    match table(py, text) {
        // ASCII is the same in every charset.
        Some(_) if bytes.is_ascii() => return PyString::from_bytes(py, bytes),
        Some(table) if bytes.len() <= MOST => return from_units(py, table.decode(bytes, &mut [0; MOST])),
        Some(table) if bytes.len() <= NEARLY_ALL => return from_units(py, table.decode(bytes, &mut [0; NEARLY_ALL])),
        _ => {}
    }
    if let Some(text) = text.as_str() {
        return PyString::from_bytes(py, text.as_bytes());
    }
    // A byte becomes at most one character of three bytes.
    let part = 4 * text.as_bytes().len().min(PART);
    let (mut decoded, mut rest) = (String::new(), text.chars().peekable());
    while rest.peek().is_some() {
        decoded.try_reserve(part).map_err(|_| PyMemoryError::new_err(()))?;
        decoded.extend(rest.by_ref().take(PART));
        py.check_signals()?;
    }
    PyString::from_bytes(py, decoded.as_bytes())
}

/// Returns the string of some UTF-16 code units.
///
/// Decoding UTF-16 is the fastest way that the stable ABI has to make a string of characters of one
/// width.
fn from_units<'py>(py: Python<'py>, units: &[u16]) -> PyResult<Bound<'py, PyString>> {
    let bytes = isize::try_from(size_of_val(units)).map_err(|_| PyMemoryError::new_err(()))?;
    let mut order = if cfg!(target_endian = "little") { -1 } else { 1 };
    #[expect(
        unsafe_code,
        reason = "every safe call copies the units into a Python object first, which takes as long as the decoding"
    )]
    // SAFETY: `units` is readable for `bytes` bytes. The error handler may be NULL, which selects
    // the strict one. The result is a new reference to a str, or NULL with an exception set.
    let string = unsafe {
        let decoded = ffi::PyUnicode_DecodeUTF16(units.as_ptr().cast(), bytes, std::ptr::null(), &raw mut order);
        Bound::from_owned_ptr_or_err(py, decoded)
    }?;
    Ok(string.cast_into::<PyString>()?)
}

/// Returns the table for a text in which each byte is one character; `None` for any other text.
fn table<'py>(py: Python<'py>, text: Text<'_>) -> Option<&'py Table> {
    static WINDOWS_1251: PyOnceLock<Option<Table>> = PyOnceLock::new();
    static KOI8_R: PyOnceLock<Option<Table>> = PyOnceLock::new();
    let cell = match (text.charset(), text.escape()) {
        (Charset::Windows1251, Escape::None) => &WINDOWS_1251,
        (Charset::Koi8R, Escape::None) => &KOI8_R,
        _ => return None,
    };
    cell.get_or_init(py, || build_table(text.charset())).as_ref()
}

/// Builds the table of a charset from the core's decoder; `None` if a byte is not a single UTF-16
/// unit.
fn build_table(charset: Charset) -> Option<Table> {
    let mut units = [0; 256];
    for (unit, byte) in units.iter_mut().zip(0..=u8::MAX) {
        let character = Text::new(&[byte], charset).chars().next()?;
        *unit = u16::try_from(u32::from(character)).ok()?;
    }
    let shift_of = |byte: u8| units[usize::from(byte)].checked_sub(byte.into());
    let shift = shift_of(*LETTERS.start()).filter(|shift| LETTERS.into_iter().all(|byte| shift_of(byte) == Some(*shift)));
    Some(Table { units, shift })
}

impl Table {
    /// Decodes a text into a buffer that is at least as long, and returns the units.
    fn decode<'b>(&self, bytes: &[u8], buffer: &'b mut [u16]) -> &'b [u16] {
        let units = &mut buffer[..bytes.len()];
        let (units_of_parts, units_of_rest) = units.as_chunks_mut::<16>();
        let (parts, rest) = bytes.as_chunks::<16>();
        for (units, part) in units_of_parts.iter_mut().zip(parts) {
            match self.shift {
                // The compiler makes SIMD instructions of this: four times as fast as the table.
                Some(shift) if part.iter().fold(true, |is_plain, byte| is_plain & !(0x80..0xc0).contains(byte)) => {
                    for (unit, byte) in units.iter_mut().zip(part) {
                        *unit = u16::from(*byte) + if LETTERS.contains(byte) { shift } else { 0 };
                    }
                }
                _ => self.look_up(part, units),
            }
        }
        self.look_up(rest, units_of_rest);
        units
    }

    fn look_up(&self, bytes: &[u8], units: &mut [u16]) {
        for (unit, byte) in units.iter_mut().zip(bytes) {
            *unit = self.units[usize::from(*byte)];
        }
    }
}
