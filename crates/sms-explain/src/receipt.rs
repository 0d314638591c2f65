//! A file of ClickSend receipts: JSON or a form.

use std::fmt;

use serde_json::{Map, Value};
use sms_outcome::clicksend::Receipt;

/// The fields of a receipt, as owned texts.
#[derive(Default)]
pub struct Fields {
    status: Option<String>,
    status_code: Option<u32>,
    error_code: Option<u32>,
    error_text: Option<String>,
}

/// Why a file has no receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReceiptError {
    /// The text starts like JSON and is not JSON.
    Json {
        /// The line where it is wrong, from 1.
        line: usize,
        /// The column where it is wrong.
        column: usize,
        /// Whether the JSON ends too early.
        is_cut: bool,
    },
    /// Neither JSON nor a form has one of the fields.
    NoField,
}

/// Writes the numbers, but not the texts, which may contain a phone.
impl fmt::Debug for Fields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.receipt().fmt(f)
    }
}

impl Fields {
    /// Returns the receipt with these fields.
    #[must_use]
    pub fn receipt(&self) -> Receipt<'_> {
        Receipt::new(self.status.as_deref(), self.status_code, self.error_code, self.error_text.as_deref())
    }

    /// Returns whether no field says anything: a text of white space does not.
    fn is_empty(&self) -> bool {
        self.receipt() == Receipt::default()
    }
}

/// Parses a file: a JSON object, an array of them, a whole response of the API (whose receipts are
/// under `data`, history entries under `data.data`, sent messages under `data.messages`), or a
/// form.
///
/// Numbers may be strings, as in the API's own examples.
///
/// # Errors
///
/// If the bytes start like JSON and are not JSON, or no field of a receipt is in them.
pub fn parse(bytes: &[u8]) -> Result<Vec<Fields>, ReceiptError> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes).trim_ascii();
    let mut receipts = Vec::new();
    if bytes.first().is_some_and(|first| b"{[\"".contains(first)) {
        collect(&serde_json::from_slice(bytes).map_err(|error| of_json(&error))?, &mut receipts);
    } else {
        receipts.push(of_form(bytes));
    }
    receipts.retain(|fields| !fields.is_empty());
    if receipts.is_empty() { Err(ReceiptError::NoField) } else { Ok(receipts) }
}

fn of_json(error: &serde_json::Error) -> ReceiptError {
    ReceiptError::Json { line: error.line(), column: error.column(), is_cut: error.is_eof() }
}

/// Adds the receipts of a JSON value.
fn collect(value: &Value, receipts: &mut Vec<Fields>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, receipts)),
        Value::Object(object) => {
            receipts.push(of_object(object));
            ["data", "messages"].iter().filter_map(|key| object.get(*key)).for_each(|value| collect(value, receipts));
        }
        _ => {}
    }
}

fn of_object(object: &Map<String, Value>) -> Fields {
    let text = |key: &str| object.get(key).and_then(Value::as_str).map(str::to_owned);
    let number = |key: &str| match object.get(key)? {
        Value::Number(number) => number.as_u64().and_then(|number| u32::try_from(number).ok()),
        Value::String(digits) => digits.trim().parse().ok(),
        _ => None,
    };
    Fields {
        status: text("status"),
        status_code: number("status_code"),
        error_code: number("error_code"),
        error_text: text("error_text"),
    }
}

fn of_form(bytes: &[u8]) -> Fields {
    let mut fields = Fields::default();
    for (key, value) in form_urlencoded::parse(bytes) {
        match key.as_ref() {
            "status" => fields.status = Some(value.into_owned()),
            "status_code" => fields.status_code = value.trim().parse().ok(),
            "error_code" => fields.error_code = value.trim().parse().ok(),
            "error_text" => fields.error_text = Some(value.into_owned()),
            _ => {}
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The status, status code, error code and error text of a receipt.
    type Parts = (Option<String>, Option<u32>, Option<u32>, Option<String>);

    fn receipts(text: &str) -> Vec<Parts> {
        let fields = parse(text.as_bytes()).unwrap();
        fields.into_iter().map(|of| (of.status, of.status_code, of.error_code, of.error_text)).collect()
    }

    #[test]
    fn json_and_forms_have_the_same_fields() {
        let expected = [(Some("Failed".to_owned()), Some(301), Some(12), Some("Absent subscriber".to_owned()))];
        for text in [
            r#"{"status":"Failed","status_code":301,"error_code":12,"error_text":"Absent subscriber"}"#,
            r#"{"status":"Failed","status_code":"301","error_code":"12","error_text":"Absent subscriber","to":null}"#,
            r#"{"http_code":200,"data":{"data":[{"status":"Failed","status_code":"301","error_code":12,"error_text":"Absent subscriber"}]}}"#,
            "status=Failed&status_code=301&error_code=12&error_text=Absent+subscriber&to=%2B61",
        ] {
            assert_eq!(receipts(text), expected, "{text}");
        }
        assert_eq!(receipts(r#"{"status_code":"201","error_code":null,"error_text":null}"#), [(None, Some(201), None, None)]);
    }

    #[test]
    fn anything_else_is_an_error() {
        for text in ["", "{", "[]", "\"x\"", "{\"a\":1}", "x", "status=", "{\"status_code\":\"x\"}"] {
            assert!(parse(text.as_bytes()).is_err(), "{text}");
        }
        let error = ReceiptError::Json { line: 1, column: 21, is_cut: true };
        assert_eq!(parse(b"{\"to\":\"+61411111111\",").err(), Some(error));
    }
}
