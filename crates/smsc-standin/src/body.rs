//! Bodies of requests: forms, `multipart/form-data` and JSON, as names and values.

use percent_encoding::percent_decode;
use serde_json::{Map, Value};

/// A body that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unreadable;

/// The number of parameters that are looked at. PHP, in which the service is written, ignores those
/// after the first 1,000 too.
const MAX_PARAMETERS: usize = 1_000;

/// A parameter. The value of a file is its name; its bytes are not looked at.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) value: Vec<u8>,
    pub(crate) is_file: bool,
}

impl Parameter {
    fn new(name: String, value: Vec<u8>) -> Self {
        Self { name, value, is_file: false }
    }
}

/// Parses a body by its type, as PHP does: a body of any other type than these has no parameters. One
/// without a type is a form.
pub(crate) fn parse(content_type: Option<&str>, body: &[u8]) -> Result<Vec<Parameter>, Unreadable> {
    let content_type = content_type.unwrap_or("application/x-www-form-urlencoded");
    let (kind, options) = content_type.split_once(';').unwrap_or((content_type, ""));
    match &*kind.trim().to_ascii_lowercase() {
        "application/x-www-form-urlencoded" => Ok(form(body)),
        "multipart/form-data" => multipart(boundary(options).ok_or(Unreadable)?, body),
        _ => Ok(Vec::new()),
    }
}

/// Parses a form, or the query of a URL.
pub(crate) fn form(bytes: &[u8]) -> Vec<Parameter> {
    let pair = |pair: &[u8]| {
        let at = pair.iter().position(|byte| *byte == b'=').unwrap_or(pair.len());
        let (name, value) = (&pair[..at], pair.get(at + 1..).unwrap_or_default());
        Parameter::new(String::from_utf8_lossy(&decode(name)).into_owned(), decode(value))
    };
    bytes.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()).take(MAX_PARAMETERS).map(pair).collect()
}

fn decode(encoded: &[u8]) -> Vec<u8> {
    let spaced: Vec<u8> = encoded.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
    percent_decode(&spaced).collect()
}

/// Parses one JSON object, whose values are texts and numbers. Those without a value are left out.
pub(crate) fn json(body: &[u8]) -> Result<Vec<Parameter>, Unreadable> {
    let object: Map<String, Value> = serde_json::from_slice(body).map_err(|_| Unreadable)?;
    let parameter = |(name, value)| match value {
        Value::Null => None,
        Value::String(text) => Some(Ok(Parameter::new(name, text.into_bytes()))),
        Value::Number(number) => Some(Ok(Parameter::new(name, number.to_string().into_bytes()))),
        _ => Some(Err(Unreadable)),
    };
    object.into_iter().take(MAX_PARAMETERS).filter_map(parameter).collect()
}

/// Returns the boundary of the options after `multipart/form-data;`.
fn boundary(options: &str) -> Option<&str> {
    let mut options = options.split(';').filter_map(|option| option.trim().split_once('='));
    let (_, boundary) = options.find(|(name, _)| name.eq_ignore_ascii_case("boundary"))?;
    let boundary = boundary.trim_matches('"');
    (1..=70).contains(&boundary.len()).then_some(boundary)
}

fn multipart(boundary: &str, body: &[u8]) -> Result<Vec<Parameter>, Unreadable> {
    // The first delimiter has no line end before it.
    let delimiter = format!("\r\n--{boundary}");
    let delimiter = delimiter.as_bytes();
    let mut rest = match body.strip_prefix(&delimiter[2..]) {
        Some(rest) => rest,
        None => split(body, delimiter).ok_or(Unreadable)?.1,
    };
    let mut parameters = Vec::new();
    while !rest.starts_with(b"--") && parameters.len() < MAX_PARAMETERS {
        let (part, after) = split(rest, delimiter).ok_or(Unreadable)?;
        parameters.push(part_of(part).ok_or(Unreadable)?);
        rest = after;
    }
    Ok(parameters)
}

/// Parses a part, from the end of its delimiter's line to the next delimiter.
fn part_of(part: &[u8]) -> Option<Parameter> {
    let (spaces, part) = split(part, b"\r\n")?;
    if !spaces.iter().all(|byte| matches!(byte, b' ' | b'\t')) {
        return None;
    }
    let (head, value) = split(part, b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(head);
    let line = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.trim().eq_ignore_ascii_case("content-disposition").then_some(value.trim())
    })?;
    let line = line.get(..9).filter(|kind| kind.eq_ignore_ascii_case("form-data")).and(line.get(9..))?;
    let name = option(line, "name")?;
    Some(match option(line, "filename") {
        Some(file) => Parameter { name, value: file.into_bytes(), is_file: true },
        None => Parameter::new(name, value.to_vec()),
    })
}

/// Returns an option of a `Content-Disposition`, such as `name="phones"`.
fn option(line: &str, wanted: &str) -> Option<String> {
    let mut rest = line;
    loop {
        rest = rest.trim_start().strip_prefix(';')?.trim_start();
        let (name, value) = rest.split_once('=')?;
        let (value, after) = match value.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"')?,
            None => value.split_at(value.find(';').unwrap_or(value.len())),
        };
        if name.trim().eq_ignore_ascii_case(wanted) {
            return Some(value.to_owned());
        }
        rest = after;
    }
}

/// Splits bytes around the first occurrence of a separator.
fn split<'b>(bytes: &'b [u8], separator: &[u8]) -> Option<(&'b [u8], &'b [u8])> {
    let at = bytes.windows(separator.len()).position(|window| window == separator)?;
    Some((bytes.get(..at)?, bytes.get(at + separator.len()..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(parameters: &[Parameter]) -> Vec<(&str, &str)> {
        parameters.iter().map(|parameter| (&*parameter.name, core::str::from_utf8(&parameter.value).unwrap())).collect()
    }

    const TYPE: Option<&str> = Some("Multipart/Form-Data; charset=utf-8; boundary=\"--x\"");

    #[test]
    fn a_multipart_body_has_parts() {
        let body = "before\r\n----x\r\nContent-Disposition: form-data; name=\"mes\"\r\n\r\na\r\n--\r\n=&\r\n----x  \r\nX: y\r\n\
                    content-disposition: form-data;name=id\r\n\r\n7\r\n----x\r\n\
                    Content-Disposition: form-data; name=\"file0\"; filename=\"a=1;b.jpg\"\r\nContent-Type: image/jpeg\r\n\r\nJPEG\r\n----x--\r\nafter";
        let parameters = parse(TYPE, body.as_bytes()).unwrap();
        assert_eq!(texts(&parameters), [("mes", "a\r\n--\r\n=&"), ("id", "7"), ("file0", "a=1;b.jpg")]);
        assert_eq!(parameters.iter().map(|parameter| parameter.is_file).collect::<Vec<_>>(), [false, false, true]);
    }

    #[test]
    fn a_broken_multipart_body_is_an_error() {
        let body = b"----x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n----x--";
        assert_eq!(texts(&parse(TYPE, body).unwrap()), [("a", "1")]);
        for end in 0..body.len() {
            assert!(parse(TYPE, &body[..end]).is_err(), "{end}");
        }
        for wrong in [Some("multipart/form-data"), Some("multipart/form-data; boundary="), Some("multipart/form-data; boundary=y")]
        {
            assert_eq!(parse(wrong, body), Err(Unreadable));
        }
        assert!(parse(TYPE, b"----x\r\nContent-Disposition: attachment\r\n\r\n\r\n----x--").is_err());
        let part = "\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n----x";
        let count = |parts: usize| parse(TYPE, format!("----x{}--", part.repeat(parts)).as_bytes()).unwrap().len();
        assert_eq!([count(999), count(1_000), count(2_000)], [999, 1_000, 1_000]);
    }

    #[test]
    fn other_bodies_have_no_parameters() {
        assert_eq!(texts(&parse(None, b"a=1&b=%2B+").unwrap()), [("a", "1"), ("b", "+ ")]);
        assert_eq!(parse(Some("application/json"), b"{}"), Ok(vec![]));
        assert_eq!(texts(&parse(Some("application/x-www-form-urlencoded;charset=utf-8"), b"a=1").unwrap()), [("a", "1")]);
    }

    #[test]
    fn a_json_object_has_texts_and_numbers() {
        let body = r#"{"a": "Я", "b": 7, "c": null, "d": 1.5}"#.as_bytes();
        assert_eq!(texts(&json(body).unwrap()), [("a", "Я"), ("b", "7"), ("d", "1.5")]);
        for wrong in ["", "[]", "{\"a\": [1]}", "{\"a\": {}}", "{\"a\": true}", "{\"a\": 1} x"] {
            assert_eq!(json(wrong.as_bytes()), Err(Unreadable), "{wrong}");
        }
        assert_eq!(json("[".repeat(1_000_000).as_bytes()), Err(Unreadable));
    }
}
