//! Texts as raw bytes of the three charsets, next to escapes (R7, R50).

use proptest::prelude::*;
use serde_json::json;
use testkit::{CaseQuery, adapter, generate};

use crate::query;

/// Words with their bytes in each charset, looked up by hand.
const WORDS: [(&str, &str, &[u8]); 5] = [
    ("windows-1251", "Привет", b"\xcf\xf0\xe8\xe2\xe5\xf2"),
    ("windows-1251", "ё№«»", b"\xb8\xb9\xab\xbb"),
    ("koi8-r", "Привет", b"\xf0\xd2\xc9\xd7\xc5\xd4"),
    ("koi8-r", "ё═", b"\xa3\xa0"),
    ("utf-8", "Привет", b"\xd0\x9f\xd1\x80\xd0\xb8\xd0\xb2\xd0\xb5\xd1\x82"),
];

#[test]
fn raw_bytes_next_to_escapes() {
    for (charset, word, bytes) in WORDS {
        let expected = json!({"status": 1, "message": format!("{word}\"\u{442}{word}\u{1f600}\n{word}"), "comment": word});
        let json = [
            &b"{\"status\":1,\"message\":\""[..],
            bytes,
            b"\\\"\\u0442",
            bytes,
            b"\\ud83d\\uDE00\\n",
            bytes,
            b"\",\"comment\":\"",
            bytes,
            b"\",\"",
            bytes,
            b"\":\"",
            bytes,
            b"\"}",
        ];
        let xml = [
            &b"<?xml version=\"1.0\" encoding=\"windows-1251\"?><sms><status>1</status><message>"[..],
            bytes,
            b"&quot;&#x442;<![CDATA[",
            bytes,
            b"]]>&#128512;<!-- ",
            bytes,
            b" -->\n",
            bytes,
            b"</message><comment>",
            bytes,
            b"</comment><",
            bytes,
            b">",
            bytes,
            b"</",
            bytes,
            b"></sms>",
        ];
        for (fmt, body) in [(3, json.concat()), (2, xml.concat())] {
            let query = CaseQuery { charset: charset.to_owned(), ..query(fmt) };
            assert_eq!(adapter::read(&query, &body), std::slice::from_ref(&expected), "fmt {fmt}, {charset}");
            assert_eq!(
                adapter::read_chunks(&query, &body, &[1]),
                std::slice::from_ref(&expected),
                "fmt {fmt}, {charset}, in chunks"
            );
        }
    }
}

/// Checks that every byte that is not syntax is a character of its charset: the one that
/// `encoding_rs` decodes.
#[test]
fn every_byte() {
    for charset in ["windows-1251", "koi8-r", "utf-8"] {
        for byte in (0..=u8::MAX).filter(|byte| !b"\"\\<&".contains(byte)) {
            for fmt in [2, 3] {
                let query = CaseQuery { charset: charset.to_owned(), ..query(fmt) };
                let text = query.encoding().decode_without_bom_handling(&[b'a', byte, b'z']).0.into_owned();
                let (before, after) = if fmt == 3 {
                    (&b"{\"status\":1,\"message\":\"a"[..], &b"z\"}"[..])
                } else {
                    (&b"<sms><status>1</status><message>a"[..], &b"z</message></sms>"[..])
                };
                let body = [before, &[byte], after].concat();
                assert_eq!(
                    adapter::read(&query, &body),
                    [json!({"status": 1, "message": text})],
                    "{byte:#x} in {charset}, fmt {fmt}"
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(generate::cases(1000))]

    /// Checks that a text yields equal lines in every charset that has all of its characters.
    #[test]
    fn the_charset_changes_no_line(tree in generate::tree()) {
        let strip = |lines: Vec<serde_json::Value>| -> Vec<_> {
            // Offsets count bytes, whose number depends on the charset.
            lines.into_iter().map(|line| line.get("malformed").map_or_else(|| line.clone(), |kind| json!({"malformed": kind}))).collect()
        };
        let utf8 = CaseQuery { charset: "utf-8".to_owned(), ..tree.query.clone() };
        let expected = strip(adapter::read(&utf8, tree.text.as_bytes()));
        prop_assert_eq!(strip(adapter::read(&tree.query, &tree.body())), expected, "{}", tree.text);
    }
}
