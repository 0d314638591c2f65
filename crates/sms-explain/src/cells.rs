//! The cells of a record in a table for people.

use serde::Serialize;
use sms_outcome::{Key, Outcome, get};
use smsc_proto::{ErrCode, Lang, MessageKind, Record, Text};
use visible_text::Visible;

use crate::labels::{ROAMING, UNKNOWN, short_label};

/// The cells of a record. Invisible characters of its texts are escaped; what is absent is empty.
#[derive(Debug, Serialize)]
pub struct Cells {
    /// The id.
    pub id: String,
    /// The key in the history.
    pub int_id: String,
    /// The format in the history.
    pub format: String,
    /// The checksum in the history.
    pub crc: String,
    /// The phone.
    pub phone: String,
    /// The name of the status.
    pub status: String,
    /// The name of the err.
    pub error: String,
    /// The outcome in a few words.
    pub outcome: String,
    /// The cost.
    pub cost: String,
    /// The message, or the network of an HLR reply.
    pub text: String,
}

impl Cells {
    /// Returns the cells of a record with this outcome.
    #[must_use]
    pub fn new(record: &Record<'_>, outcome: &Outcome, kind: MessageKind, lang: Lang) -> Self {
        let scope = record.err_scope(kind);
        let named = |key: Key, number: String| match get(key) {
            Some(own) => own.title.get(lang).to_owned(),
            None => format!("{} ({number})", UNKNOWN.get(lang)),
        };
        let status = record.status();
        let err = record.err().filter(|err| *err != ErrCode::NONE);
        Self {
            id: record.id().map(|id| id.to_string()).unwrap_or_default(),
            int_id: record.int_id().map(|int_id| int_id.to_string()).unwrap_or_default(),
            format: shown(record.format()),
            crc: shown(record.crc()),
            phone: shown(record.phone()),
            status: named(Key::Status(status), status.to_string()),
            error: err.map(|err| named(Key::Err(scope, err), err.to_string())).unwrap_or_default(),
            outcome: short_label(outcome, lang),
            cost: record.cost().map(|cost| cost.to_string()).unwrap_or_default(),
            text: text(record, lang),
        }
    }
}

/// Returns the message, or the network of an HLR reply.
fn text(record: &Record<'_>, lang: Lang) -> String {
    if !record.is_hlr() {
        return shown(record.message());
    }
    let joined = |texts: [Option<Text<'_>>; 2]| {
        let texts: Vec<_> =
            texts.into_iter().flatten().filter(|text| !text.is_empty()).map(|text| Visible(text).to_string()).collect();
        texts.join(", ")
    };
    let code = format!("{}{}", shown(record.mcc()), shown(record.mnc()));
    let home = joined([record.net(), record.cn()]);
    let roaming = joined([record.rnet(), record.rcn()]);
    let message = shown(record.message());
    let parts = [code, home, if roaming.is_empty() { roaming } else { format!("{} {roaming}", ROAMING.get(lang)) }, message];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Returns a text with escapes for its invisible characters, or an empty string if it is absent.
#[must_use]
pub fn shown(text: Option<Text<'_>>) -> String {
    text.map(|text| Visible(text).to_string()).unwrap_or_default()
}
