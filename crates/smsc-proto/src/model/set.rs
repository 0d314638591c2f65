//! From the bytes of the wire into the record: the form and the range of every field (R30 to R39).

use core::num::{NonZeroU32, NonZeroU64};

use crate::model::codes::{ErrCode, MessageType, StatusCode};
use crate::model::cost::Cost;
use crate::model::fields::{Field, ValueKind};
use crate::model::flag::Flag;
use crate::model::record::{Details, Hlr, Numbering, Record};
use crate::model::text::Text;
use crate::scan::number;

impl<'a> Record<'a> {
    /// Takes in the value of a field as it stands on the wire; `None` if it is not of the field's form or out of its range (R39). An empty
    /// number or cost is absent.
    pub(crate) fn put(&mut self, field: Field, raw: &'a [u8]) -> Option<()> {
        match field.kind() {
            ValueKind::Number { min, max } => match integer(self.raw(raw), min, max) {
                Some(value) => self.put_in_range(field, value),
                None if field != Field::Status => self.put_empty(field, raw),
                None => None,
            },
            ValueKind::Cost => match Cost::parse(raw) {
                Some(cost) => {
                    self.details().cost = Some(cost);
                    Some(())
                }
                None => self.put_empty(field, raw),
            },
            ValueKind::Code | ValueKind::Text => {
                self.set_text(field, Some(raw));
                Some(())
            }
        }
    }

    /// Takes in a number or a cost that is empty; `None` if it is not.
    fn put_empty(&mut self, field: Field, raw: &'a [u8]) -> Option<()> {
        self.raw(raw).is_empty().then(|| self.clear(field))
    }

    /// Takes in a number; `None` if the field holds none, or it is out of its range (R39).
    #[inline]
    pub(crate) fn put_number(&mut self, field: Field, value: i64) -> Option<()> {
        match field.kind() {
            ValueKind::Number { min, max } if (min..=max).contains(&value) => self.put_in_range(field, value),
            _ => None,
        }
    }

    /// Takes in a number that is in the field's range.
    #[inline]
    pub(crate) fn put_in_range(&mut self, field: Field, value: i64) -> Option<()> {
        // 0 says that there is none (R30).
        let seconds = || u64::try_from(value).ok().map(NonZeroU64::new);
        let small = || u32::try_from(value).ok();
        match field {
            Field::Status => self.code = StatusCode(i32::try_from(value).ok()?),
            Field::Err => self.err = Some(ErrCode(small()?)),
            Field::Id => self.id = Some(NonZeroU32::new(small()?)?),
            Field::Flag => self.flag = Some(Flag(u16::try_from(value).ok()?)),
            Field::Type => self.message_type = Some(MessageType(u8::try_from(value).ok()?)),
            Field::SmsCnt => self.details().sms_cnt = Some(small()?),
            Field::LastTimestamp => self.last_timestamp = seconds()?,
            Field::SendTimestamp => self.details().send_timestamp = seconds()?,
            _ => return None,
        }
        Some(())
    }

    /// Forgets what was put into a field; the status itself stays.
    pub(crate) fn clear(&mut self, field: Field) {
        match field {
            Field::Status => {}
            Field::Err => self.err = None,
            Field::Id => self.id = None,
            Field::Flag => self.flag = None,
            Field::Type => self.message_type = None,
            Field::LastTimestamp => self.last_timestamp = None,
            Field::SmsCnt => self.details = self.details.map(|details| Details { sms_cnt: None, ..details }),
            Field::SendTimestamp => self.details = self.details.map(|details| Details { send_timestamp: None, ..details }),
            Field::Cost => self.details = self.details.map(|details| Details { cost: None, ..details }),
            _ if self.get(field).is_some() => self.set_text(field, None),
            _ => {}
        }
    }

    /// Takes in the value of a field that is a text, or forgets it.
    pub(crate) fn set_text(&mut self, field: Field, raw: Option<&'a [u8]>) {
        match field {
            Field::LastDate => self.last_date = raw,
            Field::Phone => self.phone = raw,
            Field::SendDate => self.details().send_date = raw,
            Field::SenderId => self.details().sender_id = raw,
            Field::StatusName => self.details().status_name = raw,
            Field::Message => self.details().message = raw,
            Field::Comment => self.details().comment = raw,
            Field::Mccmnc => self.numbering().mccmnc = raw,
            Field::Country => self.numbering().country = raw,
            Field::Operator => self.numbering().operator = raw,
            Field::OperatorOrig => self.numbering().operator_orig = raw,
            Field::Region => self.numbering().region = raw,
            Field::Imsi => self.hlr().imsi = raw,
            Field::Msc => self.hlr().msc = raw,
            Field::Mcc => self.hlr().mcc = raw,
            Field::Mnc => self.hlr().mnc = raw,
            Field::Cn => self.hlr().cn = raw,
            Field::Net => self.hlr().net = raw,
            Field::Rcn => self.hlr().rcn = raw,
            Field::Rnet => self.hlr().rnet = raw,
            Field::Status
            | Field::Err
            | Field::Id
            | Field::Flag
            | Field::Type
            | Field::SmsCnt
            | Field::LastTimestamp
            | Field::SendTimestamp
            | Field::Cost => {}
        }
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

/// An integer of a range, whose digits may be escaped.
pub(crate) fn integer(text: Text<'_>, min: i64, max: i64) -> Option<i64> {
    if let Some(value) = number::integer(text.as_bytes(), min, max) {
        return Some(value);
    }
    if !text.has_escapes() {
        return None;
    }
    // No number of the wire has more digits, unless it begins with zeros.
    let mut digits = [0; 24];
    let mut places = digits.iter_mut();
    for next in text.chars() {
        *places.next()? = u8::try_from(next).ok()?;
    }
    let left = places.len();
    number::integer(digits.get(..digits.len().checked_sub(left)?)?, min, max)
}

/// The id of a message.
pub(crate) fn message_id(raw: &[u8]) -> Option<u32> {
    let ValueKind::Number { min, max } = Field::Id.kind() else { return None };
    number::integer(raw, min, max).and_then(|id| u32::try_from(id).ok())
}
