//! The JSON of what a notification says.

use serde::Serialize;
use smsc_proto::callback::{CallbackEvent, CallbackField};
use smsc_proto::{Record, Text};

/// The event of a notification, with the keys of fmt 3 for a status, and otherwise the names of the
/// wire. What is absent is left out.
#[derive(Serialize)]
#[serde(untagged)]
#[expect(clippy::large_enum_variant, reason = "there is one value")]
pub(super) enum EventJson<'a> {
    Status(Record<'a>),
    Incoming {
        #[serde(skip_serializing_if = "Option::is_none")]
        phone: Option<Text<'a>>,
        mes: Text<'a>,
        #[serde(skip_serializing_if = "Option::is_none")]
        to: Option<Text<'a>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        sms_id: Option<Text<'a>>,
    },
    Call {
        #[serde(skip_serializing_if = "Option::is_none")]
        phone: Option<Text<'a>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        ts: Option<u64>,
        waitcall: Text<'a>,
    },
    /// A kind of a later version of the core.
    Unknown {},
}

impl<'a> From<&CallbackEvent<'a>> for EventJson<'a> {
    fn from(event: &CallbackEvent<'a>) -> Self {
        match event {
            CallbackEvent::Status(record) => Self::Status(*record),
            CallbackEvent::Incoming(message) => {
                Self::Incoming { phone: message.phone(), mes: message.mes(), to: message.to(), sms_id: message.sms_id() }
            }
            CallbackEvent::Call(call) => Self::Call { phone: call.phone(), ts: call.ts(), waitcall: call.waitcall() },
            _ => Self::Unknown {},
        }
    }
}

/// Returns the name of a kind of notification.
pub(super) const fn kind(event: &CallbackEvent<'_>) -> &'static str {
    match event {
        CallbackEvent::Status(_) => "status",
        CallbackEvent::Incoming(_) => "incoming",
        CallbackEvent::Call(_) => "call",
        _ => "unknown",
    }
}

/// Returns the fields that the notification has and that its signature does not cover, by their names
/// on the wire.
pub(super) fn not_covered(event: &CallbackEvent<'_>) -> Vec<&'static str> {
    let is_present = |field: &CallbackField| match (event, field) {
        (CallbackEvent::Status(record), field) => field.record_field().is_some_and(|field| record.get(field).is_some()),
        (CallbackEvent::Incoming(message), CallbackField::SmsId) => message.sms_id().is_some(),
        (CallbackEvent::Call(_), CallbackField::Waitcall) => true,
        _ => false,
    };
    let covered = event.signed_fields();
    let fields = CallbackField::ALL.iter().filter(|field| is_present(field) && !covered.contains(field));
    fields.map(|field| field.name()).collect()
}

/// Returns whether a text looks like UTF-8 that was read in another charset (R51).
pub(super) fn looks_like_utf8(event: &CallbackEvent<'_>) -> bool {
    match event {
        CallbackEvent::Status(record) => record.looks_like_utf8(),
        CallbackEvent::Incoming(message) => message.mes().looks_like_utf8(),
        _ => false,
    }
}
