//! Access to the fields of a record by name.

use core::num::NonZeroU32;

use crate::model::cost::Cost;
use crate::model::fields::{Field, trees_layout};
use crate::model::query::Detail;
use crate::model::record::Record;
use crate::model::text::Text;

/// The value of a field, as returned by [`Record::get`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Value<'a> {
    /// A number, a code, or an id that is a number.
    Number(i64),
    /// A text, a date, an id that is a text, or digits that are kept as text, such as a phone.
    Text(Text<'a>),
    /// An exact decimal.
    Cost(Cost<'a>),
}

impl<'a> Record<'a> {
    /// Returns the value of a field. Returns `None` if the reply left the field out.
    #[must_use]
    pub fn get(&self, field: Field) -> Option<Value<'a>> {
        let number = |value: Option<u32>| value.map(|value| Value::Number(value.into()));
        let long = |value: Option<u64>| value.and_then(|value| i64::try_from(value).ok()).map(Value::Number);
        match field {
            Field::Status => Some(Value::Number(self.code.0.into())),
            Field::Err => number(self.err.map(|err| err.0)),
            Field::Id => number(self.id.map(NonZeroU32::get)).or_else(|| Some(Value::Text(self.raw(self.text_id?)))),
            Field::Flag => number(self.flag.map(|flag| flag.0.into())),
            Field::Type => number(self.message_type.map(|known| known.0.into())),
            Field::SmsCnt => number(self.sms_cnt()),
            Field::IntId => long(self.int_id()),
            Field::LastTimestamp => long(self.last_timestamp()),
            Field::SendTimestamp => long(self.send_timestamp()),
            Field::Cost => self.cost().map(Value::Cost),
            Field::LastDate => self.last_date().map(Value::Text),
            Field::Phone => self.phone().map(Value::Text),
            Field::SendDate => self.send_date().map(Value::Text),
            Field::SenderId => self.sender_id().map(Value::Text),
            Field::StatusName => self.status_name().map(Value::Text),
            Field::Message => self.message().map(Value::Text),
            Field::Comment => self.comment().map(Value::Text),
            Field::Mccmnc => self.mccmnc().map(Value::Text),
            Field::Country => self.country().map(Value::Text),
            Field::Operator => self.operator().map(Value::Text),
            Field::OperatorOrig => self.operator_orig().map(Value::Text),
            Field::Region => self.region().map(Value::Text),
            Field::Imsi => self.imsi().map(Value::Text),
            Field::Msc => self.msc().map(Value::Text),
            Field::Mcc => self.mcc().map(Value::Text),
            Field::Mnc => self.mnc().map(Value::Text),
            Field::Cn => self.cn().map(Value::Text),
            Field::Net => self.net().map(Value::Text),
            Field::Rcn => self.rcn().map(Value::Text),
            Field::Rnet => self.rnet().map(Value::Text),
            Field::Format => self.format().map(Value::Text),
            Field::Crc => self.crc().map(Value::Text),
        }
    }

    /// Returns an iterator over the fields that are present, with their values, in the order of fmt
    /// 3.
    ///
    /// ```
    /// use smsc_proto::{Detail, Field, Format, Query, SingleReply, Value};
    ///
    /// let query = Query::new(Format::Values, Detail::Status);
    /// let SingleReply::Record(record) = query.read_one(b"20,1760080210,1")? else { unreachable!() };
    /// assert!(record.fields().eq([
    ///     (Field::Status, Value::Number(20)),
    ///     (Field::LastTimestamp, Value::Number(1_760_080_210)),
    ///     (Field::Err, Value::Number(1)),
    /// ]));
    /// # Ok::<(), smsc_proto::Error>(())
    /// ```
    pub fn fields(&self) -> impl Iterator<Item = (Field, Value<'a>)> + use<'a, '_> {
        let is_brief = self.details.is_none() && self.numbering.is_none() && self.message_type.is_none() && self.history.is_none();
        let layout = trees_layout(if is_brief { Detail::Status } else { Detail::Full });
        layout.fields().iter().filter_map(|field| Some((*field, self.get(*field)?)))
    }
}
