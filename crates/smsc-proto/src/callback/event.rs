//! The event of a notification: a record, an incoming message or a confirmed call (R70b).

use crate::callback::error::{CallbackError, CallbackErrorKind};
use crate::callback::field::CallbackField;
use crate::callback::values::Values;
use crate::model::charset::Charset;
use crate::model::fields::Field;
use crate::model::record::Record;
use crate::model::text::Text;

/// The event that a notification reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
#[expect(clippy::large_enum_variant, reason = "nearly every notification is the large one, and there is no allocator")]
pub enum CallbackEvent<'a> {
    /// The status of a message has changed.
    Status(Record<'a>),
    /// A message was received.
    Incoming(IncomingMessage<'a>),
    /// A call was received that confirms a phone number.
    Call(ConfirmedCall<'a>),
}

/// A message that was received, from its sender to a number of the account.
///
/// `Debug` shows no phone and no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IncomingMessage<'a> {
    phone: Option<Text<'a>>,
    mes: Text<'a>,
    to: Option<Text<'a>>,
    sms_id: Option<Text<'a>>,
}

impl<'a> IncomingMessage<'a> {
    /// Returns the sender of the message.
    #[must_use]
    pub const fn phone(&self) -> Option<Text<'a>> {
        self.phone
    }

    /// Returns the text of the message.
    #[must_use]
    pub const fn mes(&self) -> Text<'a> {
        self.mes
    }

    /// Returns the number that received the message.
    #[must_use]
    pub const fn to(&self) -> Option<Text<'a>> {
        self.to
    }

    /// Returns the id of the message, as written. No signature covers it.
    #[must_use]
    pub const fn sms_id(&self) -> Option<Text<'a>> {
        self.sms_id
    }
}

/// A call by which a person confirmed a phone number.
///
/// `Debug` shows no phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConfirmedCall<'a> {
    phone: Option<Text<'a>>,
    waitcall: Text<'a>,
    ts: Option<u64>,
}

impl<'a> ConfirmedCall<'a> {
    /// Returns the caller.
    #[must_use]
    pub const fn phone(&self) -> Option<Text<'a>> {
        self.phone
    }

    /// Returns the value of `waitcall`, as written. No signature covers it.
    #[must_use]
    pub const fn waitcall(&self) -> Text<'a> {
        self.waitcall
    }

    /// Returns the time of the call, in Unix seconds. Returns `None` for 0 and for nothing.
    #[must_use]
    pub const fn ts(&self) -> Option<u64> {
        self.ts
    }
}

impl<'a> CallbackEvent<'a> {
    /// Returns the event of these values, which are in this charset.
    pub(super) fn new(charset: Charset, values: &Values<'a>) -> Result<Self, CallbackError> {
        let text = |field| values.bytes(field).map(|bytes| Text::new(bytes, charset));
        let has = |field| values.has(field);
        match (has(CallbackField::Status), has(CallbackField::Mes), has(CallbackField::Waitcall)) {
            (true, false, false) => record(charset, values).map(Self::Status),
            (false, false, true) => Ok(Self::Call(ConfirmedCall {
                phone: text(CallbackField::Phone),
                waitcall: text(CallbackField::Waitcall).unwrap_or(Text::new(b"", charset)),
                ts: seconds(values)?,
            })),
            (false, is_text, false) => match text(CallbackField::Mes) {
                Some(mes) if is_text || values.get(CallbackField::Status).is_none() => Ok(Self::Incoming(IncomingMessage {
                    phone: text(CallbackField::Phone),
                    mes,
                    to: text(CallbackField::To),
                    sms_id: text(CallbackField::SmsId),
                })),
                _ => Err(CallbackError::new(CallbackErrorKind::NotANotification)),
            },
            _ => Err(CallbackError::new(CallbackErrorKind::SeveralKinds)),
        }
    }

    /// Returns the name of the kind of notification: `status`, `incoming` or `call`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Status(_) => "status",
            Self::Incoming(_) => "incoming",
            Self::Call(_) => "call",
        }
    }

    /// Returns the fields that a signature of this kind of notification covers, in the order of the
    /// signed text.
    #[must_use]
    pub const fn signed_fields(&self) -> &'static [CallbackField] {
        match self {
            Self::Status(_) => &[CallbackField::Id, CallbackField::Phone, CallbackField::Status],
            Self::Incoming(_) => &[CallbackField::Phone, CallbackField::Mes, CallbackField::To],
            Self::Call(_) => &[CallbackField::Phone, CallbackField::Ts],
        }
    }
}

/// Returns the record of a status.
fn record<'a>(charset: Charset, values: &Values<'a>) -> Result<Record<'a>, CallbackError> {
    let mut record = Record::new(charset);
    for (field, value) in values.iter() {
        let Some(target) = field.record_field() else { continue };
        let invalid = CallbackError::maybe_at(CallbackErrorKind::Field(field), value.offset);
        record.set(target, value.bytes).ok_or(invalid)?;
    }
    Ok(record)
}

/// Returns the time of a call.
fn seconds(values: &Values<'_>) -> Result<Option<u64>, CallbackError> {
    let Some(value) = values.get(CallbackField::Ts) else { return Ok(None) };
    let invalid = CallbackError::maybe_at(CallbackErrorKind::Field(CallbackField::Ts), value.offset);
    let mut record = Record::new(Charset::Windows1251);
    record.set(Field::LastTimestamp, value.bytes).ok_or(invalid)?;
    Ok(record.last_timestamp())
}
