//! Decoding of texts into Python strings.

use pyo3::exceptions::PyMemoryError;
use pyo3::ffi;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyString;
use smsc_proto::{Charset, Escape, Text};

/// The UTF-16 code unit for each byte of a charset.
type Table = [u16; 256];

/// The longest text, in bytes, that is decoded on the stack. Longer texts are rare.
const STACK_UNITS: usize = 512;

/// The number of characters that are decoded from one handling of signals to the next.
const PART: usize = 1 << 20;

/// Returns a text as a Python string, decoded from its charset and escapes (R7, R50). Fails if
/// there is not enough memory.
pub(crate) fn string<'py>(py: Python<'py>, text: Text<'_>) -> PyResult<Bound<'py, PyString>> {
    if let Some(text) = text.as_str() {
        return PyString::from_bytes(py, text.as_bytes());
    }
    let mut buffer = [0; STACK_UNITS];
    if let (Some(table), Some(units)) = (table(py, text), buffer.get_mut(..text.as_bytes().len())) {
        for (unit, byte) in units.iter_mut().zip(text.as_bytes()) {
            *unit = table[usize::from(*byte)];
        }
        return from_units(py, units);
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
    let mut table = [0; 256];
    for (unit, byte) in table.iter_mut().zip(0..=u8::MAX) {
        let character = Text::new(&[byte], charset).chars().next()?;
        *unit = u16::try_from(u32::from(character)).ok()?;
    }
    Some(table)
}
