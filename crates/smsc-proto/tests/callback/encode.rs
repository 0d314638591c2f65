//! Notifications in every format, as a sender would encode them.

use smsc_proto::Charset;
use smsc_proto::callback::{Algorithm, Callback, CallbackError, CallbackErrorKind, CallbackFormat, Secret};

/// A name and the bytes of a value.
pub(crate) type Pair = (&'static str, Vec<u8>);

/// How the fields reach the parser.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Way {
    Fields,
    Body(CallbackFormat),
}

pub(crate) const WAYS: [Way; 4] =
    [Way::Fields, Way::Body(CallbackFormat::Form), Way::Body(CallbackFormat::Json), Way::Body(CallbackFormat::Xml)];

/// Returns pairs of names and values.
pub(crate) fn pairs(list: &[(&'static str, &str)]) -> Vec<Pair> {
    list.iter().map(|(name, value)| (*name, value.as_bytes().to_vec())).collect()
}

/// Returns the body of these fields.
pub(crate) fn encode(format: CallbackFormat, fields: &[Pair]) -> Vec<u8> {
    let mut body = Vec::new();
    match format {
        CallbackFormat::Form => {
            for (name, value) in fields {
                body.extend(name.bytes().chain(*b"="));
                body.extend(value.iter().flat_map(|byte| format!("%{byte:02X}").into_bytes()));
                body.push(b'&');
            }
        }
        CallbackFormat::Json => {
            for (name, value) in fields {
                body.extend(if body.is_empty() { *b"{\"" } else { *b",\"" });
                body.extend(name.bytes().chain(*b"\":\""));
                for byte in value {
                    match byte {
                        b'"' | b'\\' => body.extend([b'\\', *byte]),
                        0..b' ' => body.extend(format!("\\u{byte:04x}").bytes()),
                        _ => body.push(*byte),
                    }
                }
                body.push(b'"');
            }
            body.push(b'}');
        }
        CallbackFormat::Xml => {
            body.extend(b"<callback>");
            for (name, value) in fields {
                body.extend(format!("<{name}>").bytes());
                for byte in value {
                    match byte {
                        b'&' => body.extend(b"&amp;"),
                        b'<' => body.extend(b"&lt;"),
                        _ => body.push(*byte),
                    }
                }
                body.extend(format!("</{name}>").bytes());
            }
            body.extend(b"</callback>");
        }
        _ => unreachable!(),
    }
    body
}

/// Parses fields in one way, and lets `look` see the notification.
pub(crate) fn parse<T>(
    way: Way,
    charset: Charset,
    fields: &[Pair],
    look: impl FnOnce(&Callback<'_>) -> Result<T, CallbackError>,
) -> Result<T, CallbackError> {
    match way {
        Way::Fields => look(&Callback::from_fields(charset, fields.iter().map(|(name, value)| (name, &value[..])))?),
        Way::Body(format) => look(&Callback::parse(&mut encode(format, fields), format, charset)?),
    }
}

/// Parses and verifies fields in one way.
pub(crate) fn verify(way: Way, fields: &[Pair], secret: &[u8]) -> Result<Algorithm, CallbackErrorKind> {
    let secret = Secret::new(secret).map_err(|error| error.kind())?;
    parse(way, Charset::Windows1251, fields, |callback| Ok(callback.verify(&secret)?.algorithm())).map_err(|error| error.kind())
}

/// Verifies fields with the secret `zxc` in every way, and returns the result, which must be the
/// same in all of them.
pub(crate) fn verified(list: &[(&'static str, &str)]) -> Result<Algorithm, CallbackErrorKind> {
    let fields = pairs(list);
    let result = verify(Way::Fields, &fields, b"zxc");
    for way in WAYS {
        assert_eq!(verify(way, &fields, b"zxc"), result, "{way:?} {list:?}");
    }
    result
}
