//! A record in the form of the output, and the valid forms of its values (R30 to R39).

use serde_json::{Map, Value};

use super::id::Id;
use super::number::{is_digits, number};
use crate::cases::CaseQuery;

/// 2²⁰ bytes: the limit of R20a, R46d and R49a.
pub(super) const MEBI: usize = 1 << 20;

/// All keys before the id, in the order of the output.
const KEYS: [&str; 28] = [
    "status",
    "last_date",
    "last_timestamp",
    "flag",
    "err",
    "imsi",
    "msc",
    "mcc",
    "mnc",
    "cn",
    "net",
    "rcn",
    "rnet",
    "send_date",
    "send_timestamp",
    "phone",
    "cost",
    "sender_id",
    "status_name",
    "message",
    "comment",
    "mccmnc",
    "country",
    "operator",
    "operator_orig",
    "region",
    "type",
    "sms_cnt",
];

/// The keys of the history (R30a), which are after the id.
const HISTORY_KEYS: [&str; 3] = ["int_id", "format", "crc"];

/// A well-formed record.
#[derive(Clone, Debug, Default)]
pub(super) struct Record {
    /// The values of the fields that are present (R10).
    values: Vec<(&'static str, Value)>,
    /// The message's id.
    pub(super) id: Option<Id>,
    /// Whether there was a choice by R43, R44 or R45.
    pub(super) ambiguous: bool,
    /// Whether there was a choice by R46.
    pub(super) ambiguous_end: bool,
    /// R46i: whether the end may be a line of the text.
    pub(super) uncertain_end: bool,
}

impl Record {
    /// Parses one value and sets its field. Returns `None` if the value makes the record malformed.
    pub(super) fn set(&mut self, query: &CaseQuery, key: &'static str, raw: &[u8]) -> Option<()> {
        let largest = u64::from(i32::MAX.unsigned_abs());
        let value: Value = match key {
            // R10: every record has a status, so an empty one is malformed.
            "status" => status(raw)?.into(),
            // An empty number or cost is absent.
            _ if raw.is_empty() && is_number_or_cost(key) => return Some(()),
            "last_timestamp" | "send_timestamp" => match number(raw, 0, 1 << 40)? {
                // R30: 0 means no time.
                0 => return Some(()),
                seconds => seconds.into(),
            },
            "err" | "sms_cnt" => number(raw, 0, largest)?.into(),
            "type" => number(raw, 0, 255)?.into(),
            "int_id" => number(raw, 0, 999_999_999_999_999)?.into(),
            "id" => {
                self.id = Some(Id::parse(raw)?);
                return Some(());
            }
            "cost" => {
                if !is_cost(raw) {
                    return None;
                }
                decode(query, raw).into()
            }
            // R31, R33: everything else is text, and an empty text is a text.
            _ => decode(query, raw).into(),
        };
        // R44c: of several comments after the type the last one stays.
        self.values.retain(|(name, _)| *name != key);
        self.values.push((key, value));
        Some(())
    }

    /// Returns the value of a field; `None` if the field is absent.
    fn get(&self, key: &str) -> Option<&Value> {
        self.values.iter().find(|(name, _)| *name == key).map(|(_, value)| value)
    }

    /// Returns whether the record has a field of HLR replies (R42).
    pub(super) fn is_hlr(&self) -> bool {
        ["imsi", "msc", "mcc", "mnc", "cn", "net", "rcn", "rnet"].iter().any(|name| self.get(name).is_some())
    }

    /// Returns whether the record has a type.
    pub(super) fn has_type(&self) -> bool {
        self.get("type").is_some()
    }

    /// Returns the status.
    pub(super) fn status(&self) -> Option<i64> {
        self.get("status")?.as_i64()
    }

    /// Returns the phone, or the address of an e-mail.
    pub(super) fn phone(&self) -> Option<&str> {
        self.get("phone")?.as_str()
    }

    /// Returns the mcc of an HLR reply.
    pub(super) fn mcc(&self) -> Option<&str> {
        self.get("mcc")?.as_str()
    }

    /// Returns whether the record has the time of a full record start (R46j): a timestamp of 9 to
    /// 11 digits, or a date.
    pub(super) fn has_full_time(&self) -> bool {
        let is_full = |value: &Value| match value {
            // Leading zeros do not count.
            Value::Number(seconds) => seconds.as_u64().is_some_and(|seconds| (100_000_000..100_000_000_000).contains(&seconds)),
            Value::String(date) => is_date(date),
            _ => false,
        };
        let times = ["last_timestamp", "send_timestamp", "last_date", "send_date"];
        times.iter().filter_map(|name| self.get(name)).any(is_full)
    }

    /// Returns the record as a line of `smsc decode --json`.
    pub(super) fn line(&self) -> Map<String, Value> {
        let mut line = Map::new();
        for key in KEYS {
            if let Some(value) = self.get(key) {
                line.insert(key.to_owned(), value.clone());
            }
        }
        if let Some(id) = &self.id {
            line.insert("id".to_owned(), id.value());
        }
        for key in HISTORY_KEYS {
            if let Some(value) = self.get(key) {
                line.insert(key.to_owned(), value.clone());
            }
        }
        if self.ambiguous || self.ambiguous_end || self.uncertain_end {
            line.insert("split".to_owned(), "ambiguous".into());
        }
        line
    }
}

/// Returns whether an empty value of this field means that the field is absent.
fn is_number_or_cost(key: &str) -> bool {
    ["last_timestamp", "send_timestamp", "err", "sms_cnt", "type", "id", "int_id", "cost"].contains(&key)
}

/// Decodes bytes in the charset of the request, as the WHATWG decoders do (R50).
pub(super) fn decode(query: &CaseQuery, raw: &[u8]) -> String {
    query.encoding().decode_without_bom_handling(raw).0.into_owned()
}

/// Returns whether a text is of the form `DD.MM.YYYY hh:mm:ss` (R31).
fn is_date(text: &str) -> bool {
    let form = "00.00.0000 00:00:00";
    let fits = |(have, want): (u8, u8)| if want == b'0' { have.is_ascii_digit() } else { have == want };
    text.len() == form.len() && text.bytes().zip(form.bytes()).all(fits)
}

/// Parses a status, which is −2³¹ to 2³¹−1 and may have a minus (R39).
pub(super) fn status(raw: &[u8]) -> Option<i64> {
    let (sign, digits) = raw.strip_prefix(b"-").map_or((1, raw), |digits| (-1, digits));
    let value = sign * i64::try_from(number(digits, 0, 1 << 31)?).ok()?;
    (i64::from(i32::MIN)..=i64::from(i32::MAX)).contains(&value).then_some(value)
}

/// Returns whether the bytes are a cost: digits, with an optional dot and 1 to 4 digits (R32).
pub(super) fn is_cost(raw: &[u8]) -> bool {
    match raw.iter().position(|&b| b == b'.') {
        None => is_digits(raw),
        Some(dot) => is_digits(&raw[..dot]) && is_digits(&raw[dot + 1..]) && raw.len() - dot - 1 <= 4,
    }
}

/// Returns the digits of a type at the end of an fmt 1 line: 1 or 2 digits and at most 15 (R39,
/// R43). One space may precede them (R24).
pub(super) fn type_slot(raw: &[u8]) -> Option<&[u8]> {
    let digits = raw.strip_prefix(b" ").unwrap_or(raw);
    (digits.len() <= 2 && number(digits, 0, 15).is_some()).then_some(digits)
}
