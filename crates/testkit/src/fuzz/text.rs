//! The target for texts: three charsets, three kinds of escapes.

use std::hash::{BuildHasher, RandomState};

use arbitrary::{Arbitrary, Unstructured};
use smsc_proto::{Charset, Detail, Escape, Field, Format, Query, RecordBuilder, StatusCode, Text};

use super::assert_holds;
use crate::differential;

/// Returns the first byte of an input for this charset and escape; the rest is the text.
pub(super) fn header(charset: Charset, escape: Escape) -> u8 {
    let charset = Charset::ALL.iter().position(|known| *known == charset).unwrap_or(0);
    let escape = ESCAPES.iter().position(|known| *known == escape).unwrap_or(0);
    u8::try_from(charset + escape * 3).unwrap_or(0)
}

const ESCAPES: [Escape; 3] = [Escape::None, Escape::Xml, Escape::Json];

pub(super) fn check(data: &[u8]) {
    let mut bytes = Unstructured::new(data);
    let header = usize::from(u8::arbitrary(&mut bytes).unwrap_or(0));
    let (charset, escape) = (Charset::ALL[header % 3], ESCAPES[header / 3 % 3]);
    let raw = bytes.take_rest();
    let text = Text::new(raw, charset).escaped(escape);
    let plain = encoding(charset).decode_without_bom_handling(raw).0;
    let decoded: String = text.chars().collect();
    assert_holds(differential::decoded(text, &decoded));
    if let Some(expected) = unescaped(&plain, escape) {
        assert!(decoded == expected, "{decoded:?} is not {expected:?}: {} in {charset:?}, {escape:?}", raw.escape_ascii());
    }
    let again = Text::new(decoded.as_bytes(), Charset::Utf8);
    let hasher = RandomState::new();
    assert!(text == again && hasher.hash_one(text) == hasher.hash_one(again), "not equal to itself in UTF-8: {decoded:?}");
    // JSON can represent every text.
    let record = RecordBuilder::new(StatusCode::READ).encoded_text(Field::Message, text).expect("the first text").build();
    assert_holds(differential::record_back(Query::new(Format::Json, Detail::Message).charset(charset), &record));
}

fn encoding(charset: Charset) -> &'static encoding_rs::Encoding {
    encoding_rs::Encoding::for_label(charset.name().as_bytes()).expect("a name of the standard")
}

/// Decodes the escapes of a text with a general-purpose parser. Returns `None` if the parser
/// rejects the text, or cannot be compared.
fn unescaped(text: &str, escape: Escape) -> Option<String> {
    match escape {
        Escape::None => Some(text.to_owned()),
        Escape::Json => serde_json::from_str(&format!("\"{text}\"")).ok(),
        Escape::Xml => {
            // In a reply the syntax was parsed before. Here a `<` may be anything, and references
            // have a limited length.
            let references = text.split('&').skip(1);
            let is_plain = !text.contains('<') && references.into_iter().all(|next| next.find(';').is_some_and(|end| end < 12));
            is_plain.then(|| quick_xml::escape::unescape(text).ok().map(std::borrow::Cow::into_owned)).flatten()
        }
    }
}
