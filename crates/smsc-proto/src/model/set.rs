//! Setting the fields of a record from the bytes of the wire: the form and the range of every field
//! (R30 to R39).

use core::num::{NonZeroU32, NonZeroU64};

use crate::model::codes::{ErrCode, MessageType, StatusCode};
use crate::model::cost::Cost;
use crate::model::escape::Escape;
use crate::model::fields::{Field, ValueKind};
use crate::model::flag::Flag;
use crate::model::message_id::{MAX_ID, MessageId, is_text_id};
use crate::model::record::{Details, History, Hlr, Numbering, Record};
use crate::model::text::Text;
use crate::scan::number;

impl<'a> Record<'a> {
    /// Sets a field from its bytes on the wire. An empty number or cost clears the field. Returns
    /// `None` if the bytes do not have the field's form or the number is out of the field's range
    /// (R39).
    pub(crate) fn set(&mut self, field: Field, raw: &'a [u8]) -> Option<()> {
        match field.kind() {
            ValueKind::Number { min, max } => match integer(self.raw(raw), min, max) {
                Some(value) => self.set_in_range(field, value),
                None if field != Field::Status => self.set_empty(field, raw),
                None => None,
            },
            ValueKind::Id => match integer(self.raw(raw), 1, MAX_ID) {
                Some(value) => self.set_in_range(field, value),
                None if is_text_id(self.without_cdata(raw)) => {
                    (self.id, self.text_id) = (None, Some(self.without_cdata(raw)));
                    Some(())
                }
                None => self.set_empty(field, raw),
            },
            ValueKind::Cost => match Cost::parse(self.without_cdata(raw)) {
                Some(cost) => {
                    self.details().cost = Some(cost);
                    Some(())
                }
                None => self.set_empty(field, raw),
            },
            ValueKind::Code | ValueKind::Text => {
                self.set_text(field, Some(raw));
                Some(())
            }
        }
    }

    /// Returns the contents of the CDATA section that a value of XML consists of, and any other
    /// value unchanged.
    fn without_cdata(&self, raw: &'a [u8]) -> &'a [u8] {
        let inner = || raw.strip_prefix(b"<![CDATA[")?.strip_suffix(b"]]>");
        if self.escape() == Escape::Xml { inner().unwrap_or(raw) } else { raw }
    }

    /// Sets the id.
    pub(crate) fn set_id(&mut self, id: MessageId<'a>) {
        (self.id, self.text_id) = (id.number().and_then(NonZeroU32::new), id.text().map(str::as_bytes));
    }

    /// Clears a number or a cost if its bytes are empty. Returns `None` if they are not.
    fn set_empty(&mut self, field: Field, raw: &'a [u8]) -> Option<()> {
        self.raw(raw).is_empty().then(|| self.clear(field))
    }

    /// Sets a number. Returns `None` if the field is not a number, or if the value is out of its
    /// range (R39).
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the field is a constant nearly everywhere")]
    pub(crate) fn set_number(&mut self, field: Field, value: i64) -> Option<()> {
        let (min, max) = field.range()?;
        if (min..=max).contains(&value) { self.set_in_range(field, value) } else { None }
    }

    /// Sets a number that is known to be in the field's range. Returns `None` if the field is not a
    /// number.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the field is a constant nearly everywhere")]
    pub(crate) fn set_in_range(&mut self, field: Field, value: i64) -> Option<()> {
        // A timestamp of 0 means that there is none (R30).
        let seconds = || u64::try_from(value).ok().map(NonZeroU64::new);
        let small = || u32::try_from(value).ok();
        match field {
            Field::Status => self.code = StatusCode(i32::try_from(value).ok()?),
            Field::Err => self.err = Some(ErrCode(small()?)),
            Field::Id => (self.id, self.text_id) = (Some(NonZeroU32::new(small()?)?), None),
            Field::Flag => self.flag = Some(Flag(u16::try_from(value).ok()?)),
            Field::Type => self.message_type = Some(MessageType(u8::try_from(value).ok()?)),
            Field::SmsCnt => self.details().sms_cnt = Some(small()?),
            Field::IntId => self.history().int_id = Some(u64::try_from(value).ok()?),
            Field::LastTimestamp => self.last_timestamp = seconds()?,
            Field::SendTimestamp => self.details().send_timestamp = seconds()?,
            _ => return None,
        }
        Some(())
    }

    /// Clears a field. The status itself stays.
    pub(crate) fn clear(&mut self, field: Field) {
        match field {
            Field::Status => {}
            Field::Err => self.err = None,
            Field::Id => (self.id, self.text_id) = (None, None),
            Field::Flag => self.flag = None,
            Field::Type => self.message_type = None,
            Field::LastTimestamp => self.last_timestamp = None,
            Field::SmsCnt => self.details = self.details.map(|details| Details { sms_cnt: None, ..details }),
            Field::SendTimestamp => self.details = self.details.map(|details| Details { send_timestamp: None, ..details }),
            Field::IntId => self.history = self.history.map(|history| History { int_id: None, ..history }),
            Field::Cost => self.details = self.details.map(|details| Details { cost: None, ..details }),
            _ if self.get(field).is_some() => self.set_text(field, None),
            _ => {}
        }
    }

    /// Sets or clears a field that is a text. Other fields stay as they are.
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
            Field::Format => self.history().format = raw,
            Field::Crc => self.history().crc = raw,
            Field::Status
            | Field::Err
            | Field::Id
            | Field::Flag
            | Field::Type
            | Field::SmsCnt
            | Field::IntId
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

    fn history(&mut self) -> &mut History<'a> {
        self.history.get_or_insert_default()
    }
}

/// Parses an integer in a range, whose digits may be escaped. Returns `None` if the text is not
/// such an integer.
pub(crate) fn integer(text: Text<'_>, min: i64, max: i64) -> Option<i64> {
    if let Some(value) = number::integer(text.as_bytes(), min, max) {
        return Some(value);
    }
    if !text.has_escapes() {
        return None;
    }
    // A number on the wire has fewer digits than this, unless it starts with zeros.
    let mut digits = [0; 24];
    let mut free = digits.iter_mut();
    for next in text.chars() {
        *free.next()? = u8::try_from(next).ok()?;
    }
    let unused = free.len();
    number::integer(digits.get(..digits.len().checked_sub(unused)?)?, min, max)
}
