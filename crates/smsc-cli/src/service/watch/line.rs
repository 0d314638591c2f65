//! The JSON of a change.

use serde::Serialize;
use sms_explain::WithOutcome;
use sms_outcome::lookup_record;
use smsc_client::Id;
use smsc_proto::{ErrCode, Field, MessageKind, RecordBuilder, WriteError};
use smsc_watch::Changed;

use crate::failure::Failure;
use crate::json;
use crate::lang::current;

#[derive(Serialize)]
struct Line<'c> {
    /// The same each time that this change is passed on, and different for every other one.
    key: &'c str,
    id: IdJson<'c>,
    phone: &'c str,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    err: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_timestamp: Option<u64>,
    /// `under way`, `final` or `lost`.
    state: &'static str,
    /// The service does not find the message at present.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    not_found: bool,
    /// `asked`, `history`, `pushed` or `file`.
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'static str>,
    /// The time at which the change was noticed, in Unix milliseconds.
    at_ms: u64,
}

#[derive(Serialize)]
#[serde(untagged)]
enum IdJson<'c> {
    Number(u32),
    Text(&'c str),
}

/// Returns the line of a change, with the outcome if a status is known.
pub(super) fn line(changed: &Changed) -> Result<Vec<u8>, Failure> {
    let state = match changed {
        Changed { is_final: true, .. } => "final",
        Changed { is_lost: true, .. } => "lost",
        _ => "under way",
    };
    let value = Line {
        key: &changed.key,
        id: match &changed.id {
            Id::Number(number) => IdJson::Number(*number),
            Id::Text(text) => IdJson::Text(text),
        },
        phone: &changed.phone,
        status: changed.status.map(|status| status.0),
        err: changed.err.map(|err| err.0),
        last_timestamp: changed.last_timestamp,
        state,
        not_found: changed.change.not_found,
        source: changed.source.map(smsc_watch::Source::name),
        at_ms: changed.at,
    };
    let mut lines = Vec::new();
    match outcome(changed) {
        Some(outcome) => json::line(&WithOutcome { value: &value, outcome: outcome.in_lang(current()) }, &mut lines)?,
        None => json::line(&value, &mut lines)?,
    }
    Ok(lines)
}

fn outcome(changed: &Changed) -> Option<sms_outcome::Outcome> {
    let builder = RecordBuilder::new(changed.status?);
    let with_err = |builder: RecordBuilder<'static>, ErrCode(err): ErrCode| -> Result<_, WriteError> {
        builder.number(Field::Err, err.into())
    };
    let record = changed.err.map_or(Ok(builder), |err| with_err(builder, err)).ok()?.build();
    // An address tells that the message is an e-mail, for which an err means something else.
    let kind = if changed.phone.contains('@') { MessageKind::Email } else { MessageKind::Auto };
    Some(lookup_record(&record, kind))
}
