//! Texts are decoded as by the WHATWG decoders (R7, R50), and compared by their characters.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use proptest::prelude::*;
use smsc_proto::{Charset, Escape, Text};
use testkit::differential;

fn encoding(charset: Charset) -> &'static encoding_rs::Encoding {
    encoding_rs::Encoding::for_label(charset.name().as_bytes()).expect("a name of the standard")
}

fn decoded(bytes: &[u8], charset: Charset) -> String {
    encoding(charset).decode_without_bom_handling(bytes).0.into_owned()
}

#[test]
fn every_byte_of_every_charset() {
    for charset in Charset::ALL {
        for byte in 0..=u8::MAX {
            let bytes = [b'a', byte, b'z'];
            assert_eq!(Text::new(&bytes, *charset).to_string(), decoded(&bytes, *charset), "{byte:#x} in {}", charset.name());
        }
    }
}

#[test]
fn every_pair_of_bytes_in_utf_8() {
    for pair in 0..=u16::MAX {
        let [first, second] = pair.to_be_bytes();
        let bytes = [first, second, b'z'];
        assert_eq!(Text::new(&bytes, Charset::Utf8).to_string(), decoded(&bytes, Charset::Utf8), "{pair:#x}");
    }
}

#[test]
fn escaped_texts_into_a_buffer() {
    let texts: [(&[u8], Escape, &str); 3] = [
        (b"a\\u0416\xc6\\n", Escape::Json, "a\u{416}\u{416}\n"),
        (b"&lt;\xc6&#1046;", Escape::Xml, "<\u{416}\u{416}"),
        (b"&lt;\xc6\\n", Escape::None, "&lt;\u{416}\\n"),
    ];
    for (bytes, escape, expected) in texts {
        differential::decoded(Text::new(bytes, Charset::Windows1251).escaped(escape), expected).unwrap();
    }
}

proptest! {
    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        for charset in Charset::ALL {
            let text = Text::new(&bytes, *charset);
            let expected = decoded(&bytes, *charset);
            differential::decoded(text, &expected).map_err(TestCaseError::fail)?;
        }
    }

    #[test]
    fn broken_utf_8(parts in prop::collection::vec(prop_oneof![
        Just(&b"\xe2\x82"[..]), Just(&b"\xe2\x82\xac"[..]), Just(&b"\xf0\x9f"[..]), Just(&b"\xf0\x9f\x91\x8d"[..]), Just(&b"\xed\xa0\x80"[..]),
        Just(&b"\xc0\x80"[..]), Just(&b"\xff"[..]), Just(&b"a"[..]), Just(&b"\x80"[..]), Just(&b"\xf4\x90\x80\x80"[..]),
    ], 0..12)) {
        let bytes = parts.concat();
        prop_assert_eq!(Text::new(&bytes, Charset::Utf8).to_string(), decoded(&bytes, Charset::Utf8));
    }
}

#[test]
fn texts_of_different_charsets_are_equal() {
    let cp1251 = Text::new(b"\xcc\xd2\xd1", Charset::Windows1251);
    let koi8 = Text::new(b"\xed\xf4\xf3", Charset::Koi8R);
    let utf8 = Text::new("МТС".as_bytes(), Charset::Utf8);
    assert_eq!(cp1251, koi8);
    assert_eq!(koi8, utf8);
    assert_ne!(cp1251, Text::new(b"\xcc\xd2", Charset::Windows1251));
}

#[test]
fn long_texts_of_one_byte_charsets() {
    // A fast path takes eight bytes of ASCII at once; none of these bytes is ASCII. The second one
    // is three bytes in UTF-8.
    for (byte, character) in [(0x80, '\u{402}'), (0xb9, '\u{2116}'), (0xff, '\u{44f}')] {
        for count in 1..40 {
            let bytes = vec![byte; count];
            let expected: String = [character].repeat(count).into_iter().collect();
            let mut buffer = [0; 200];
            let length = Text::new(&bytes, Charset::Windows1251).decode_into(&mut buffer).unwrap();
            assert_eq!(std::str::from_utf8(&buffer[..length]).unwrap(), expected);
        }
    }
}

fn hash(text: Text<'_>) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// Checks that texts are compared by their characters, in any charset and with any escapes.
#[test]
fn texts_compare_by_characters() {
    let windows = Text::new(b"\xcf\xf0\xe8", Charset::Windows1251);
    let utf8 = Text::new("При".as_bytes(), Charset::Utf8);
    let escaped = Text::new(b"\\u041f\\u0440\\u0438", Charset::Utf8).escaped(Escape::Json);
    assert!(windows == utf8 && utf8 == escaped);
    assert!(hash(windows) == hash(utf8) && hash(utf8) == hash(escaped));
    // The same bytes in another charset are other characters.
    assert!(windows != Text::new(b"\xcf\xf0\xe8", Charset::Koi8R));
    assert!(Text::new(b"\\n", Charset::Utf8) != Text::new(b"\\n", Charset::Utf8).escaped(Escape::Json));
    assert!(hash(windows) != hash(Text::new(b"\xcf\xf0\xe9", Charset::Windows1251)));
    // The hash separates a text from the next one.
    let pair = |first: &[u8], second: &[u8]| {
        let mut hasher = DefaultHasher::new();
        for bytes in [first, second] {
            Text::new(bytes, Charset::Utf8).hash(&mut hasher);
        }
        hasher.finish()
    };
    assert!(pair(b"ab", b"c") != pair(b"a", b"bc"));
}
