//! Encoding of texts in the charset of a handler. The codec of Python would show a text that cannot
//! be encoded in its exception, and lacks a byte of windows-1251.

use std::collections::HashMap;
use std::sync::OnceLock;

use smsc_proto::{Charset, Text};

/// The byte of each character beyond ASCII.
type Bytes = HashMap<char, u8>;

/// Adds the bytes of a text to `out`. Returns `None` if a character is not in the charset.
pub(super) fn encode(text: &str, charset: Charset, out: &mut Vec<u8>) -> Option<()> {
    static WINDOWS_1251: OnceLock<Bytes> = OnceLock::new();
    static KOI8_R: OnceLock<Bytes> = OnceLock::new();
    let table = match charset {
        Charset::Utf8 => {
            out.extend_from_slice(text.as_bytes());
            return Some(());
        }
        Charset::Windows1251 => &WINDOWS_1251,
        Charset::Koi8R => &KOI8_R,
        // A charset that the core may get.
        _ => return None,
    };
    let table = table.get_or_init(|| inverted(charset));
    for next in text.chars() {
        out.push(if next.is_ascii() { u8::try_from(next).ok() } else { table.get(&next).copied() }?);
    }
    Some(())
}

/// Returns the inverse of the core's decoder.
fn inverted(charset: Charset) -> Bytes {
    let decoded = |byte: u8| Text::new(&[byte], charset).chars().next();
    (0x80..=u8::MAX).filter_map(|byte| Some((decoded(byte)?, byte))).collect()
}
