//! The parameters of a request: of the query and, before them, of the body.

use std::borrow::Cow;
use std::collections::HashMap;
use std::str::FromStr;

use smsc_proto::{Charset, Format};

use crate::body::{self, Parameter};
use crate::charset::encoding;
use crate::http::Request;

/// The parameters of a request, decoded from percent escapes.
#[derive(Default)]
pub(crate) struct Params {
    values: HashMap<String, Vec<u8>>,
    /// A mark that files came with the request.
    pub(crate) has_files: bool,
    /// A mark that the parameters are of JSON, and so in utf-8.
    is_json: bool,
}

impl Params {
    /// Parses the parameters of a request. Those of the body win over those of the query. A body that
    /// cannot be read has none, and neither has its request.
    pub(crate) fn of(request: &Request<'_>) -> Self {
        let is_json = request.is_rest();
        let parameters = if is_json {
            body::json(request.body)
        } else {
            body::parse(request.content_type, request.body).map(|body| {
                let mut parameters = body::form(request.query);
                parameters.extend(body);
                parameters
            })
        };
        Self { is_json, ..Self::new(parameters.unwrap_or_default()) }
    }

    fn new(parameters: Vec<Parameter>) -> Self {
        let mut params = Self::default();
        for Parameter { name, value, is_file } in parameters {
            params.has_files |= is_file;
            if !is_file {
                params.values.insert(name, value);
            }
        }
        params
    }

    /// Returns whether the parameters are of the endpoint for JSON.
    pub(crate) const fn is_json(&self) -> bool {
        self.is_json
    }

    /// Returns the bytes of a parameter; `None` if it is missing or empty.
    pub(crate) fn bytes(&self, name: &str) -> Option<&[u8]> {
        self.values.get(name).map(Vec::as_slice).filter(|value| !value.is_empty())
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

    /// Returns the charset of the request and its reply; windows-1251 if it is missing or unknown, and
    /// utf-8 for JSON.
    pub(crate) fn charset(&self) -> Charset {
        if self.is_json {
            return Charset::Utf8;
        }
        let name = self.bytes("charset").and_then(|name| core::str::from_utf8(name).ok());
        name.and_then(|name| Charset::from_name(&name.to_ascii_lowercase())).unwrap_or(Charset::Windows1251)
    }

    /// Returns the format of the reply; fmt 0 if it is missing or unknown, and fmt 3 for JSON.
    pub(crate) fn format(&self) -> Format {
        if self.is_json {
            return Format::Json;
        }
        let number = self.number::<u8>("fmt").and_then(Result::ok);
        number.and_then(|number| Format::try_from(number).ok()).unwrap_or(Format::KeyValue)
    }

    /// Returns the names of all parameters.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.values.keys().map(String::as_str)
    }
}

/// A parameter that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Faulty;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_decoded() {
        let request =
            Request { query: b"a=1&b=x&charset=utf-8", ..Request::post("", b"b=%D0%AF+%2B&list=1%2C2;3,&flag=1&=&empty=") };
        let params = Params::of(&request);
        assert_eq!(params.text("b").as_deref(), Some("Я +"));
        assert_eq!(params.list("list"), (vec!["1".into(), "2".into(), "3".into()], true));
        assert_eq!((params.is_set("flag"), params.bytes("empty"), params.number("a")), (true, None, Some(Ok(1_u32))));
        assert_eq!(params.number::<u32>("b"), Some(Err(Faulty)));
    }

    #[test]
    fn without_a_charset_texts_are_in_windows_1251() {
        assert_eq!(Params::of(&Request::post("", b"mes=%DF")).text("mes").as_deref(), Some("Я"));
    }
}
