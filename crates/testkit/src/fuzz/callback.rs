//! The target for push notifications: bodies in every format, and fields that were decoded already.

use std::fmt::Write as _;

use serde_json::Value;
use smsc_proto::Charset;
use smsc_proto::callback::{Callback, CallbackError, CallbackErrorKind, CallbackField, CallbackFormat, Secret};

use super::{c, dictionary};

const CASES: &str = include_str!("../../../../testdata/callbacks/callbacks.json");

const FORMATS: [CallbackFormat; 3] = [CallbackFormat::Form, CallbackFormat::Json, CallbackFormat::Xml];

/// A name and a value.
type Pair = (Vec<u8>, Vec<u8>);

/// Parses the first byte as the format and the charset, and the rest as the body; of the fourth
/// format as lines with a name and a value.
pub(super) fn check(data: &[u8]) {
    let Some((header, body)) = data.split_first() else { return };
    let header = usize::from(*header);
    let charset = Charset::ALL[header / 4 % 3];
    let Some(format) = FORMATS.get(header % 4) else { return encoded(&lines(body), charset) };
    let mut bytes = body.to_vec();
    let found = Callback::parse(&mut bytes, *format, charset);
    holds(&found, body.len());
    c::callback::check(body, *format, charset);
    match format {
        CallbackFormat::Form => {
            let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
            if !body.trim_ascii().is_empty() {
                is_like(&found, &decoded(body), charset);
            }
        }
        CallbackFormat::Json if charset == Charset::Utf8 && found.is_ok() => {
            if let Some(fields) = texts(body) {
                is_like(&found, &fields, charset);
            }
        }
        _ => {}
    }
}

/// Checks an error's offset, that everything can be shown, and that only one of two secrets can be
/// right.
fn holds(found: &Result<Callback<'_>, CallbackError>, len: usize) {
    match found {
        Err(error) => {
            assert!(error.offset().is_none_or(|offset| offset <= len), "{error}");
            assert!(!format!("{error}{error:?}").is_empty());
        }
        Ok(callback) => {
            assert!(!format!("{callback:?}").is_empty());
            let [right, other] = [&b"zxc"[..], b"zxd"].map(|secret| callback.verify(&Secret::new(secret).expect("a secret")));
            assert!(right.is_err() || other.is_err());
            if let Ok(verified) = right {
                assert_eq!(verified.event(), callback.unverified());
            }
        }
    }
}

/// Checks that a body parses as its fields, which were found in another way, do.
fn is_like(found: &Result<Callback<'_>, CallbackError>, fields: &[Pair], charset: Charset) {
    let wanted = Callback::from_fields(charset, fields.iter().map(|(name, value)| (name, &value[..])));
    match (found, &wanted) {
        (Ok(found), Ok(wanted)) => {
            assert_eq!(found.unverified(), wanted.unverified());
            let algorithm = |callback: &Callback<'_>| {
                let secret = Secret::new(b"zxc").expect("a secret");
                callback.verify(&secret).map(|verified| verified.algorithm())
            };
            assert_eq!(algorithm(found), algorithm(wanted));
        }
        (Err(found), Err(wanted)) => {
            let is_none = |kind| matches!(kind, CallbackErrorKind::Empty | CallbackErrorKind::NotANotification);
            let (found, wanted) = (found.kind(), wanted.kind());
            assert!(found == wanted || is_none(found) && is_none(wanted), "{found:?}, {wanted:?}");
        }
        _ => panic!("{found:?}, {wanted:?}"),
    }
}

/// Checks that fields parse as their form does in which every byte is encoded.
fn encoded(fields: &[Pair], charset: Charset) {
    let mut form = String::new();
    for (name, value) in fields {
        for (bytes, end) in [(name, '='), (value, '&')] {
            for byte in bytes {
                _ = write!(form, "%{byte:02x}");
            }
            form.push(end);
        }
    }
    let mut form = form.into_bytes();
    let len = form.len();
    let found = Callback::parse(&mut form, CallbackFormat::Form, charset);
    holds(&found, len);
    is_like(&found, fields, charset);
}

/// Returns the fields of lines with a name and a value.
fn lines(body: &[u8]) -> Vec<Pair> {
    let lines = body.split(|byte| *byte == b'\n');
    lines.map(cut).map(|(name, value)| (name.to_vec(), value.to_vec())).collect()
}

/// Cuts bytes at the first `=`.
fn cut(bytes: &[u8]) -> (&[u8], &[u8]) {
    match bytes.iter().position(|byte| *byte == b'=') {
        Some(at) => (&bytes[..at], &bytes[at + 1..]),
        None => (bytes, b""),
    }
}

/// Returns the fields of a form, decoded byte by byte.
pub(super) fn decoded(body: &[u8]) -> Vec<Pair> {
    let pairs = body.split(|byte| *byte == b'&').map(cut);
    pairs.map(|(name, value)| (plain(name), plain(value))).collect()
}

/// Returns bytes of a form without their escapes.
fn plain(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let digits = bytes.get(at + 1..at + 3).filter(|digits| digits.iter().all(u8::is_ascii_hexdigit));
        let digits = digits.and_then(|digits| std::str::from_utf8(digits).ok()).filter(|_| *byte == b'%');
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(escaped) => {
                plain.push(escaped);
                at += 2;
            }
            None => plain.push(if *byte == b'+' { b' ' } else { *byte }),
        }
        at += 1;
    }
    plain
}

/// Returns the fields of a JSON object whose known fields are texts.
fn texts(body: &[u8]) -> Option<Vec<Pair>> {
    let object: serde_json::Map<String, Value> = serde_json::from_slice(body).ok()?;
    let is_known = |name: &str| CallbackField::ALL.iter().any(|field| field.name() == name);
    let known = object.into_iter().filter(|(name, _)| is_known(name));
    known.map(|(name, value)| Some((name.into_bytes(), value.as_str()?.as_bytes().to_vec()))).collect()
}

/// Returns the bodies and the fields of the cases.
pub(super) fn seeds() -> Vec<Vec<u8>> {
    let cases: Vec<Value> = serde_json::from_str(CASES).expect("cases");
    cases.iter().map(seed).collect()
}

fn seed(case: &Value) -> Vec<u8> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let format = ["form", "json", "xml", "fields"].iter().position(|name| case["format"] == **name).unwrap_or(0);
    let charset = Charset::from_name(&text(&case["charset"])).unwrap_or_default();
    let charset = Charset::ALL.iter().position(|known| *known == charset).unwrap_or(0);
    let header = u8::try_from(format + charset * 4).unwrap_or(0);
    let body = match case["fields"].as_array() {
        Some(fields) => fields.iter().map(|pair| format!("{}={}\n", text(&pair[0]), text(&pair[1]))).collect::<Vec<_>>().concat(),
        None => return [vec![header], unhex(&text(&case["body_hex"]))].concat(),
    };
    [&[header], body.as_bytes()].concat()
}

/// Returns the bytes of pairs of hex digits.
fn unhex(digits: &str) -> Vec<u8> {
    let pairs = digits.as_bytes().chunks(2).filter_map(|pair| std::str::from_utf8(pair).ok());
    pairs.filter_map(|pair| u8::from_str_radix(pair, 16).ok()).collect()
}

/// Returns the names of the fields, and escapes.
pub(super) fn words() -> Vec<String> {
    let names = CallbackField::ALL.iter().map(|field| field.name().to_owned());
    names.chain(["%", "%20", "null"].map(str::to_owned)).chain(dictionary::escapes()).collect()
}
