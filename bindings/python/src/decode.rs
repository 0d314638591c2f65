//! Texts as Python's strings.

use pyo3::exceptions::PyMemoryError;
use pyo3::ffi;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyString;
use smsc_proto::{Charset, Escape, Text};

/// For each byte of a charset its character, as UTF-16 has it.
type Table = [u16; 256];

/// How many characters are put on the stack; longer texts are rare.
const MOST: usize = 512;

/// A text, decoded (R7, R50).
pub(crate) fn string<'py>(py: Python<'py>, text: Text<'_>) -> PyResult<Bound<'py, PyString>> {
    if let Some(text) = text.as_str() {
        return Ok(PyString::new(py, text));
    }
    let mut buffer = [0; MOST];
    match (table(py, text), buffer.get_mut(..text.as_bytes().len())) {
        (Some(table), Some(units)) => {
            for (unit, byte) in units.iter_mut().zip(text.as_bytes()) {
                *unit = table[usize::from(*byte)];
            }
            from_units(py, units)
        }
        _ => Ok(PyString::new(py, &text.chars().collect::<String>())),
    }
}

/// What Python turns into its own form fastest: nothing else of the stable ABI takes characters of one width, and nothing safe takes them from where they are.
fn from_units<'py>(py: Python<'py>, units: &[u16]) -> PyResult<Bound<'py, PyString>> {
    let bytes = isize::try_from(size_of_val(units)).map_err(|_| PyMemoryError::new_err(()))?;
    let mut order = if cfg!(target_endian = "little") { -1 } else { 1 };
    #[expect(
        unsafe_code,
        reason = "there is no safe call that does not copy into an object first, which takes as long as all of this"
    )]
    // SAFETY: `units` can be read for so many bytes; no name of an error handler is allowed, and means the strict one; the result is a new reference
    // to a str, or NULL with an exception set.
    let string = unsafe {
        let made = ffi::PyUnicode_DecodeUTF16(units.as_ptr().cast(), bytes, std::ptr::null(), &raw mut order);
        Bound::from_owned_ptr_or_err(py, made)
    }?;
    Ok(string.cast_into::<PyString>()?)
}

/// The table of a text whose bytes are characters.
fn table<'py>(py: Python<'py>, text: Text<'_>) -> Option<&'py Table> {
    static WINDOWS_1251: PyOnceLock<Option<Table>> = PyOnceLock::new();
    static KOI8_R: PyOnceLock<Option<Table>> = PyOnceLock::new();
    let cell = match (text.charset(), text.escape()) {
        (Charset::Windows1251, Escape::None) => &WINDOWS_1251,
        (Charset::Koi8R, Escape::None) => &KOI8_R,
        _ => return None,
    };
    cell.get_or_init(py, || made(text.charset())).as_ref()
}

/// The characters of every byte, as the core decodes it; `None` if one has no single unit of UTF-16.
fn made(charset: Charset) -> Option<Table> {
    let mut table = [0; 256];
    for (unit, byte) in table.iter_mut().zip(0..=u8::MAX) {
        let character = Text::new(&[byte], charset).chars().next()?;
        *unit = u16::try_from(u32::from(character)).ok()?;
    }
    Some(table)
}
