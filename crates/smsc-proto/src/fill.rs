//! From the bytes of the wire into the record: the form and the range of every field (R30 to R39).

use crate::codes::{ErrCode, MessageType, StatusCode};
use crate::cost::Cost;
use crate::fields::Field;
use crate::flag::Flag;
use crate::number::{self, MAX_31_BITS, MAX_TIMESTAMP};
use crate::status::{Details, Hlr, Numbering, Status};

impl<'a> Status<'a> {
    /// Takes in the value of a field as it stands on the wire; `None` if it is not of the field's form or out of its range (R39).
    pub(crate) fn put(&mut self, field: Field, raw: &'a [u8]) -> Option<()> {
        match field {
            Field::Status => self.code = StatusCode(number::signed(raw)?),
            Field::Err => self.err = optional(raw, |raw| up_to_31_bits(raw).map(ErrCode))?.0,
            Field::Id => self.id = optional(raw, message_id)?.0,
            Field::Flag => self.flag = optional(raw, |raw| narrow(raw, u16::MAX.into()).map(Flag))?.0,
            Field::Type => self.r#type = optional(raw, |raw| narrow(raw, u8::MAX.into()).map(MessageType))?.0,
            Field::SmsCnt => self.details().sms_cnt = optional(raw, up_to_31_bits)?.0,
            Field::LastTimestamp => self.last_timestamp = optional(raw, timestamp)?.0.filter(|seconds| *seconds != 0),
            Field::SendTimestamp => self.details().send_timestamp = optional(raw, timestamp)?.0.filter(|seconds| *seconds != 0),
            Field::Cost => self.details().cost = optional(raw, Cost::parse)?.0,
            Field::LastDate => self.last_date = Some(raw),
            Field::Phone => self.phone = Some(raw),
            Field::SendDate => self.details().send_date = Some(raw),
            Field::SenderId => self.details().sender_id = Some(raw),
            Field::StatusName => self.details().status_name = Some(raw),
            Field::Message => self.details().message = Some(raw),
            Field::Comment => self.details().comment = Some(raw),
            Field::Mccmnc => self.numbering().mccmnc = Some(raw),
            Field::Country => self.numbering().country = Some(raw),
            Field::Operator => self.numbering().operator = Some(raw),
            Field::OperatorOrig => self.numbering().operator_orig = Some(raw),
            Field::Region => self.numbering().region = Some(raw),
            Field::Imsi => self.hlr().imsi = Some(raw),
            Field::Msc => self.hlr().msc = Some(raw),
            Field::Mcc => self.hlr().mcc = Some(raw),
            Field::Mnc => self.hlr().mnc = Some(raw),
            Field::Cn => self.hlr().cn = Some(raw),
            Field::Net => self.hlr().net = Some(raw),
            Field::Rcn => self.hlr().rcn = Some(raw),
            Field::Rnet => self.hlr().rnet = Some(raw),
        }
        Some(())
    }

    fn details(&mut self) -> &mut Details<'a> {
        self.details.get_or_insert_default()
    }

    fn numbering(&mut self) -> &mut Numbering<'a> {
        self.numbering.get_or_insert_default()
    }

    fn hlr(&mut self) -> &mut Hlr<'a> {
        self.hlr.get_or_insert_default()
    }
}

/// The id of a message.
pub(crate) fn message_id(raw: &[u8]) -> Option<u32> {
    up_to_31_bits(raw).filter(|id| *id != 0)
}

/// A value that may be left out.
struct Optional<T>(Option<T>);

/// Nothing, or what `read` makes of the bytes; `None` if it can make nothing of them.
fn optional<'a, T>(raw: &'a [u8], read: impl FnOnce(&'a [u8]) -> Option<T>) -> Option<Optional<T>> {
    if raw.is_empty() { Some(Optional(None)) } else { read(raw).map(|value| Optional(Some(value))) }
}

fn narrow<T: TryFrom<u64>>(raw: &[u8], max: u64) -> Option<T> {
    number::unsigned(raw, max)?.try_into().ok()
}

fn up_to_31_bits(raw: &[u8]) -> Option<u32> {
    narrow(raw, MAX_31_BITS)
}

fn timestamp(raw: &[u8]) -> Option<u64> {
    number::unsigned(raw, MAX_TIMESTAMP)
}
