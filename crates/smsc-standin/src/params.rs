//! The parameters of a request: of the query and, before them, of the body.

use std::borrow::Cow;
use std::collections::HashMap;
use std::str::FromStr;

use percent_encoding::percent_decode;
use smsc_proto::{Charset, Format};

use crate::charset::encoding;

/// The number of parameters that are looked at. PHP, in which the service is written, ignores those
/// after the first 1,000 too.
const MAX_PARAMETERS: usize = 1_000;

/// The parameters of a request, decoded from percent escapes.
#[derive(Default)]
pub(crate) struct Params(HashMap<String, Vec<u8>>);

impl Params {
    /// Parses form-encoded parameters. Those of the body win over those of the query.
    pub(crate) fn parse(query: &[u8], body: &[u8]) -> Self {
        let mut params = HashMap::new();
        for part in [query, body] {
            for pair in part.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()).take(MAX_PARAMETERS) {
                let at = pair.iter().position(|byte| *byte == b'=').unwrap_or(pair.len());
                let (name, value) = (&pair[..at], pair.get(at + 1..).unwrap_or_default());
                params.insert(String::from_utf8_lossy(&decode(name)).into_owned(), decode(value));
            }
        }
        Self(params)
    }

    /// Returns the bytes of a parameter; `None` if it is missing or empty.
    pub(crate) fn bytes(&self, name: &str) -> Option<&[u8]> {
        self.0.get(name).map(Vec::as_slice).filter(|value| !value.is_empty())
    }

    /// Returns a parameter decoded from the charset of the request.
    pub(crate) fn text(&self, name: &str) -> Option<Cow<'_, str>> {
        self.bytes(name).map(|bytes| encoding(self.charset()).decode_without_bom_handling(bytes).0)
    }

    /// Returns a parameter that is a number. `None` if it is missing, `Some(Err)` if it is no number.
    pub(crate) fn number<N: FromStr>(&self, name: &str) -> Option<Result<N, Faulty>> {
        self.text(name).map(|text| text.trim().parse().map_err(|_| Faulty))
    }

    /// Returns whether a parameter is `1`.
    pub(crate) fn is_set(&self, name: &str) -> bool {
        self.bytes(name) == Some(b"1")
    }

    /// Returns a list separated by commas (and semicolons, as in `phones`), and whether it ends in a
    /// comma.
    pub(crate) fn list(&self, name: &str) -> (Vec<String>, bool) {
        let Some(text) = self.text(name) else { return (Vec::new(), false) };
        let items = text.split([',', ';']).map(|item| item.trim().to_owned()).filter(|item| !item.is_empty());
        (items.collect(), text.trim_end().ends_with(','))
    }

    /// Returns the number of items that a list has at the most.
    pub(crate) fn max_items(&self, name: &str) -> usize {
        let separators = |value: &[u8]| value.iter().filter(|byte| matches!(byte, b',' | b';')).count();
        self.bytes(name).map_or(0, |value| separators(value) + 1)
    }

    /// Returns the charset of the request and its reply; windows-1251 if it is missing or unknown.
    pub(crate) fn charset(&self) -> Charset {
        let name = self.bytes("charset").and_then(|name| core::str::from_utf8(name).ok());
        name.and_then(|name| Charset::from_name(&name.to_ascii_lowercase())).unwrap_or(Charset::Windows1251)
    }

    /// Returns the format of the reply; fmt 0 if it is missing or unknown.
    pub(crate) fn format(&self) -> Format {
        let number = self.number::<u8>("fmt").and_then(Result::ok);
        number.and_then(|number| Format::try_from(number).ok()).unwrap_or(Format::KeyValue)
    }

    /// Returns the names of all parameters.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// A parameter that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Faulty;

fn decode(encoded: &[u8]) -> Vec<u8> {
    let spaced: Vec<u8> = encoded.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
    percent_decode(&spaced).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_decoded() {
        let params = Params::parse(b"a=1&b=x&charset=utf-8", b"b=%D0%AF+%2B&list=1%2C2;3,&flag=1&=&empty=");
        assert_eq!(params.text("b").as_deref(), Some("Я +"));
        assert_eq!(params.list("list"), (vec!["1".into(), "2".into(), "3".into()], true));
        assert_eq!((params.is_set("flag"), params.bytes("empty"), params.number("a")), (true, None, Some(Ok(1_u32))));
        assert_eq!(params.number::<u32>("b"), Some(Err(Faulty)));
    }

    #[test]
    fn without_a_charset_texts_are_in_windows_1251() {
        assert_eq!(Params::parse(b"mes=%DF", b"").text("mes").as_deref(), Some("Я"));
    }
}
