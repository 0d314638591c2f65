//! Texts as Python's strings.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PyString};
use smsc_proto::{Charset, Escape, Text};

/// For each byte of a charset its character, as Python's UTF-16 has it.
type Table = [[u8; 2]; 256];

/// A text, decoded (R7, R50).
pub(crate) fn string<'py>(py: Python<'py>, text: Text<'_>) -> PyResult<Bound<'py, PyString>> {
    match (text.as_str(), table(py, text)) {
        (Some(text), _) => Ok(PyString::new(py, text)),
        (None, Some(table)) => {
            // What Python turns into its own form fastest: nothing of the stable ABI takes characters of one width but this.
            let units = PyBytes::new_with(py, text.as_bytes().len() * 2, |units| {
                for (unit, byte) in units.chunks_exact_mut(2).zip(text.as_bytes()) {
                    unit.copy_from_slice(&table[usize::from(*byte)]);
                }
                Ok(())
            })?;
            PyString::from_encoded_object(&units, Some(c"utf-16"), None)
        }
        (None, None) => Ok(PyString::new(py, &text.chars().collect::<String>())),
    }
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
    let mut table = [[0; 2]; 256];
    for (unit, byte) in table.iter_mut().zip(0..=u8::MAX) {
        let character = Text::new(&[byte], charset).chars().next()?;
        *unit = u16::try_from(u32::from(character)).ok()?.to_ne_bytes();
    }
    Some(table)
}
