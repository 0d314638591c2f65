//! Charsets: texts to bytes and back.

use encoding_rs::{Encoding, KOI8_R, UTF_8, WINDOWS_1251};
use smsc_proto::Charset;

/// Returns the encoding of a charset.
pub(crate) fn encoding(charset: Charset) -> &'static Encoding {
    match charset {
        Charset::Koi8R => KOI8_R,
        Charset::Utf8 => UTF_8,
        _ => WINDOWS_1251,
    }
}

/// Encodes a text. Characters that the charset lacks become `?`.
pub(crate) fn encode(charset: Charset, text: &str) -> Vec<u8> {
    encode_with(charset, text, |_| "?".to_owned())
}

/// Encodes a document of JSON. Characters that the charset lacks become escapes.
pub(crate) fn encode_json(charset: Charset, json: &str) -> Vec<u8> {
    let escape = |next: char| {
        let mut units = [0; 2];
        let units = next.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}"));
        units.collect::<Vec<_>>().concat()
    };
    encode_with(charset, json, escape)
}

fn encode_with(charset: Charset, text: &str, replacement: impl Fn(char) -> String) -> Vec<u8> {
    let encode = |text: &str| match encoding(charset).encode(text) {
        (bytes, _, false) => Some(bytes.into_owned()),
        _ => None,
    };
    let mut buffer = [0; 4];
    let mut of_char = |next: char| encode(next.encode_utf8(&mut buffer)).unwrap_or_else(|| replacement(next).into_bytes());
    encode(text).unwrap_or_else(|| text.chars().flat_map(&mut of_char).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_that_the_charset_lacks_is_replaced() {
        assert_eq!(encode(Charset::Windows1251, "Я👋é"), b"\xdf??");
        assert_eq!(encode(Charset::Utf8, "Я👋"), "Я👋".as_bytes());
        assert_eq!(encode_json(Charset::Koi8R, "\"Я👋\""), b"\"\xf1\\ud83d\\udc4b\"");
    }
}
