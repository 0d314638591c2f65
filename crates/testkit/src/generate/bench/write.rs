//! The writer of steady records, in the orders of section 2.2 of docs/protocol.md. The core's own
//! writer is not used, because the core's reader is measured.

use std::borrow::Cow;
use std::fmt::{self, Write as _};

use super::Truth;

/// The value of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number, which JSON writes without quotes.
    Number(i64),
    /// A text. No text contains a character that a format would escape.
    Text(Cow<'static, str>),
}

impl Value {
    pub(super) fn text(text: &'static str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }

    /// Creates a text of digits (R33).
    pub(super) fn digits(number: u64) -> Self {
        Self::Text(number.to_string().into())
    }

    pub(super) fn number(number: u64) -> Self {
        Self::Number(number.cast_signed())
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Text(text) => f.write_str(text),
        }
    }
}

impl Truth {
    /// Returns the fields as `smsc decode --json` prints them.
    #[must_use]
    pub fn json(&self) -> serde_json::Map<String, serde_json::Value> {
        let value = |value: &Value| match value {
            Value::Number(number) => (*number).into(),
            Value::Text(text) => text.as_ref().into(),
        };
        self.fields.iter().map(|(name, found)| ((*name).to_owned(), value(found))).collect()
    }
}

/// Returns the names of a batch's fields, in the order of its format.
pub(super) fn order(fmt: u8, all: u8, is_hlr: bool) -> Vec<&'static str> {
    let (is_tree, is_long_sms) = (fmt >= 2, all >= 1 && !is_hlr);
    let last: &[_] = match fmt {
        0 => &["last_date"],
        1 => &["last_timestamp"],
        _ => &["last_date", "last_timestamp", "flag"],
    };
    let sent: &[_] = match fmt {
        0 => &["send_date", "phone"],
        1 => &["send_timestamp", "phone"],
        _ => &["send_date", "send_timestamp", "phone"],
    };
    let place: &[_] = match (all, is_hlr || fmt == 1) {
        (2, true) => &["country", "operator", "region"],
        (2, false) => &["mccmnc", "country", "operator", "operator_orig", "region"],
        _ => &[],
    };
    let only = |is_there, names| if is_there { names } else { &[][..] };
    let parts = [
        &["status"],
        last,
        &["err"],
        only(is_hlr, &["imsi", "msc", "mcc", "mnc", "cn", "net", "rcn", "rnet"]),
        only(all >= 1, sent),
        only(!is_tree, place),
        only(all >= 1, &["cost", "sender_id", "status_name", "message"]),
        only(is_long_sms, &["comment"]),
        only(is_tree, place),
        only(all >= 1, &["type"]),
        only(is_tree && is_long_sms, &["sms_cnt"]),
        &["id"],
        only(all == 0, &["phone"]),
    ];
    parts.concat()
}

/// Returns the bytes before the first record and after the last.
pub(super) fn frame(fmt: u8) -> (&'static str, &'static str) {
    match fmt {
        2 => ("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<list>\n", "</list>\n"),
        3 => ("[", "]"),
        _ => ("", ""),
    }
}

/// Writes one record, with the line end of fmt 0 and 1, or with the comma of JSON before it.
pub(super) fn record(fmt: u8, is_first: bool, record: &Truth, text: &mut String) {
    let fields = record.fields.iter();
    let between = |at, separator| if at == 0 { "" } else { separator };
    // Writing to a String cannot fail.
    let mut put = |parts: fmt::Arguments<'_>| _ = text.write_fmt(parts);
    match fmt {
        0 => {
            for (at, (name, value)) in fields.enumerate() {
                put(format_args!("{}{} = {value}", between(at, ", "), key(name)));
            }
        }
        1 => {
            for (at, (_, value)) in fields.enumerate() {
                put(format_args!("{}{value}", between(at, ",")));
            }
        }
        2 => {
            put(format_args!("<sms>\n"));
            for (name, value) in fields {
                put(format_args!("<{name}>{value}</{name}>\n"));
            }
            put(format_args!("</sms>"));
        }
        _ => {
            put(format_args!("{}{{", if is_first { "" } else { "," }));
            for (at, (name, value)) in fields.enumerate() {
                let quote = if matches!(value, Value::Text(_)) { "\"" } else { "" };
                put(format_args!("{}\n\"{name}\": {quote}{value}{quote}", between(at, ",")));
            }
            put(format_args!("}}"));
        }
    }
    text.push_str(if fmt == 3 { "" } else { "\n" });
}

/// Returns the key of a field in fmt 0.
fn key(name: &'static str) -> &'static str {
    match name {
        "status" => "Status",
        "last_date" => "check_time",
        other => other,
    }
}
