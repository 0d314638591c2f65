//! Bytes of any kind: no panic, and forms that parse as their fields do.

use proptest::prelude::*;
use smsc_proto::Charset;
use smsc_proto::callback::{Callback, CallbackField, CallbackFormat, Secret};

use crate::encode::encode;

const FORMATS: [CallbackFormat; 3] = [CallbackFormat::Form, CallbackFormat::Json, CallbackFormat::Xml];

/// Parses, verifies and shows a body in every format and charset. Checks that every offset is in
/// the body.
fn look_at(body: &[u8]) {
    for format in FORMATS {
        for charset in Charset::ALL {
            let shown = match Callback::parse(&mut body.to_vec(), format, *charset) {
                Ok(callback) => {
                    let verified = callback.verify(&Secret::new(b"zxc").unwrap());
                    format!("{callback:?}{verified:?}")
                }
                Err(error) => {
                    assert!(error.offset().is_none_or(|offset| offset <= body.len()), "{error}");
                    format!("{error}{error:?}")
                }
            };
            assert!(!shown.is_empty());
        }
    }
}

/// Pieces that notifications are made of.
fn piece() -> impl Strategy<Value = &'static [u8]> {
    let pieces: [&[u8]; 44] = [
        b"status",
        b"mes",
        b"waitcall",
        b"phone",
        b"id",
        b"to",
        b"ts",
        b"sha1",
        b"=",
        b"&",
        b"%",
        b"%4",
        b"%41",
        b"+",
        b"?",
        b"{",
        b"}",
        b"[",
        b"]",
        b"\"",
        b"\\",
        b"\\u00",
        b"\\u0430",
        b"\\ud83d",
        b"\\ude00",
        b":",
        b",",
        b"null",
        b"true",
        b"1",
        b"-1.5e3",
        b"<",
        b">",
        b"</",
        b"/>",
        b"<mes>",
        b"</mes>",
        b"<![CDATA[",
        b"]]>",
        b"<!--",
        b"-->",
        b"&#1072;",
        b"\xef\xbb\xbf",
        b"\xd0",
    ];
    proptest::sample::select(pieces.to_vec())
}

/// A field's name and a value that is likely to be valid.
fn field() -> impl Strategy<Value = (&'static str, Vec<u8>)> {
    let names: Vec<_> = CallbackField::ALL.iter().map(|field| field.name()).chain(["other", ""]).collect();
    let value = prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..8),
        (0..2000_u32).prop_map(|number| number.to_string().into_bytes()),
        "[ -~]{0,12}".prop_map(String::into_bytes),
    ];
    (proptest::sample::select(names), value)
}

proptest! {
    #[test]
    fn no_bytes_panic(body in proptest::collection::vec(any::<u8>(), 0..200)) {
        look_at(&body);
    }

    #[test]
    fn no_pieces_panic(pieces in proptest::collection::vec(piece(), 0..40)) {
        look_at(&pieces.concat());
    }

    #[test]
    fn no_change_of_a_body_panics(fields in proptest::collection::vec(field(), 0..6), at in any::<prop::sample::Index>(), byte: u8) {
        for format in FORMATS {
            let mut body = encode(format, &fields);
            if !body.is_empty() {
                let at = at.index(body.len());
                body[at] = byte;
            }
            look_at(&body);
        }
    }

    /// A form parses as the fields that another decoder finds in it.
    #[test]
    fn a_form_parses_as_its_fields(fields in proptest::collection::vec(field(), 1..8)) {
        let encoded = |value| form_urlencoded::byte_serialize(value).collect::<String>();
        let list: Vec<_> = fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        let mut body = list.join("&").into_bytes();
        let mut other = encode(CallbackFormat::Form, &fields);
        for charset in Charset::ALL {
            let mut body = body.clone();
            let wanted = Callback::from_fields(*charset, fields.iter().map(|(name, value)| (name, &value[..])));
            let found = Callback::parse(&mut body, CallbackFormat::Form, *charset);
            let secret = Secret::new(b"zxc").unwrap();
            match (&wanted, &found) {
                (Ok(wanted), Ok(found)) => {
                    prop_assert_eq!(wanted.unverified(), found.unverified());
                    let algorithm = |callback: &Callback<'_>| callback.verify(&secret).map(|verified| verified.algorithm());
                    prop_assert_eq!(algorithm(wanted), algorithm(found));
                }
                (Err(wanted), Err(found)) => prop_assert_eq!(wanted.kind(), found.kind()),
                _ => prop_assert!(false, "{:?} {:?}", wanted, found),
            }
        }
        let kind = |body: &mut [u8]| {
            Callback::parse(body, CallbackFormat::Form, Charset::Utf8).map(|_| ()).map_err(|error| error.kind())
        };
        prop_assert_eq!(kind(&mut other), kind(&mut body));
    }

    /// An undecoded form parses as the fields that the standard decoder finds.
    #[test]
    fn any_form_parses_as_the_standard_decoder_does(pieces in proptest::collection::vec(piece(), 0..40)) {
        let body = pieces.concat();
        let fields: Vec<_> = form_urlencoded::parse(&body).collect();
        let wanted = Callback::from_fields(Charset::Utf8, fields.iter().map(|(name, value)| (name.as_bytes(), value.as_bytes())));
        let mut body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&body).to_vec();
        // The standard decoder replaces invalid UTF-8, and knows no byte order mark.
        prop_assume!(fields.iter().all(|(name, value)| !name.contains('\u{fffd}') && !value.contains('\u{fffd}')));
        prop_assume!(fields.iter().all(|(name, value)| !name.contains('\u{feff}') && !value.contains('\u{feff}')));
        match (wanted, Callback::parse(&mut body, CallbackFormat::Form, Charset::Utf8)) {
            (Ok(wanted), Ok(found)) => prop_assert_eq!(wanted.unverified(), found.unverified()),
            (Err(wanted), Err(found)) if !fields.is_empty() => prop_assert_eq!(wanted.kind(), found.kind()),
            (Err(_), Err(_)) => {}
            (wanted, found) => prop_assert!(false, "{:?} {:?}", wanted, found),
        }
    }
}
