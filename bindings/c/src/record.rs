//! The record as a C struct, and back.

use core::mem::MaybeUninit;

use smsc_proto::{Field, MessageId, Record, RecordBuilder, StatusCode, Text, Value, WriteError, WriteErrorKind};

use crate::encoding;
use crate::raw::SizePrefixed;
use crate::results::smsc_result;
use crate::types::{smsc_record, smsc_view};

// SAFETY: `repr(C)`, the size first, and any bits are a value of its integers and pointers.
unsafe impl SizePrefixed for smsc_record {
    const WRONG_SIZE: smsc_result = smsc_result::SizeRecord;
}

/// Calls a macro with the texts of a record but the cost, by group: the name in C, the method and
/// the field in the core.
macro_rules! for_each_text {
    ($use:ident) => {
        $use! {
            always: last_date last_date LastDate, phone phone Phone;
            details: send_date send_date SendDate, sender_id sender_id SenderId, status_name status_name StatusName,
                message message Message, comment comment Comment;
            numbering: mccmnc mccmnc Mccmnc, country country Country, operator_ operator Operator,
                operator_orig operator_orig OperatorOrig, region region Region;
            hlr: imsi imsi Imsi, msc msc Msc, mcc mcc Mcc, mnc mnc Mnc, cn cn Cn, net net Net, rcn rcn Rcn, rnet rnet Rnet;
            history: format format Format, crc crc Crc;
        }
    };
}

/// Returns a number, or -1 if it is absent. The core has no number above `i32::MAX`.
#[inline]
pub(crate) fn or_minus_one(value: Option<u32>) -> i32 {
    value.and_then(|value| i32::try_from(value).ok()).unwrap_or(-1)
}

/// Fills the C struct of a record. Its views point to the bytes that the texts of `record` point
/// to.
///
/// Each field is written once, and the fields of an absent group without a look at the record: the
/// struct has 448 bytes, which most records leave half empty.
#[expect(clippy::inline_always, reason = "saving and restoring registers takes a tenth of the time of a short record")]
#[inline(always)]
pub(crate) fn fill(record: &Record<'_>, size: u32, output: &mut MaybeUninit<smsc_record>) {
    let output = output.as_mut_ptr();
    let [details, numbering, history] = record.has_groups();
    let has = Groups { always: true, details, numbering, hlr: record.is_hlr(), history };
    macro_rules! set {
        ($($name:ident: $value:expr),* $(,)?) => {{
            // SAFETY: the pointer is that of the memory for a record.
            $(unsafe { (&raw mut (*output).$name).write($value) };)*
        }};
    }
    macro_rules! groups {
        ($($group:ident: $($name:ident $core:ident $Field:ident),*;)*) => {
            $(if has.$group {
                set! { $($name: view(record.$core())),* }
            } else {
                set! { $($name: smsc_view::NONE),* }
            })*
        };
    }
    set! {
        size: size,
        status: record.status().0,
        err: or_minus_one(record.err().map(|err| err.0)),
        flag: or_minus_one(record.flag().map(|flag| flag.0.into())),
        r#type: or_minus_one(record.message_type().map(|known| known.0.into())),
        encoding: encoding::encoding(record.charset(), record.escape()),
        is_ambiguous: record.is_ambiguous().into(),
        is_hlr: record.is_hlr().into(),
        last_timestamp: record.last_timestamp().unwrap_or(0),
    }
    match record.get(Field::Id) {
        Some(Value::Number(id)) => set! { id: u32::try_from(id).unwrap_or(0), text_id: smsc_view::NONE },
        Some(Value::Text(id)) => set! { id: 0, text_id: smsc_view::of(id.as_bytes()) },
        _ => set! { id: 0, text_id: smsc_view::NONE },
    }
    if has.details {
        set! {
            sms_cnt: or_minus_one(record.sms_cnt()),
            send_timestamp: record.send_timestamp().unwrap_or(0),
            cost: record.cost().map_or(smsc_view::NONE, |cost| smsc_view::of(cost.as_bytes())),
        }
    } else {
        set! { sms_cnt: -1, send_timestamp: 0, cost: smsc_view::NONE }
    }
    set! { int_id: if has.history { record.int_id().and_then(|key| i64::try_from(key).ok()).unwrap_or(-1) } else { -1 } }
    for_each_text!(groups);
}

/// The groups of texts that a record has.
#[expect(clippy::struct_excessive_bools, reason = "named as in `for_each_text`")]
struct Groups {
    always: bool,
    details: bool,
    numbering: bool,
    hlr: bool,
    history: bool,
}

/// Returns the view of a text.
#[inline]
pub(crate) fn view(text: Option<Text<'_>>) -> smsc_view {
    text.map_or(smsc_view::NONE, |text| smsc_view::of(text.as_bytes()))
}

/// Returns an id as the two fields that structs have for it: a number, and a text.
pub(crate) fn id_fields(id: Option<MessageId<'_>>) -> (u32, smsc_view) {
    let text = id.and_then(MessageId::text);
    (id.and_then(MessageId::number).unwrap_or(0), smsc_view::of_optional(text.map(str::as_bytes)))
}

/// Why a C record cannot be converted to the core's type.
pub(crate) enum Invalid {
    /// A pointer or a number is wrong.
    Argument(smsc_result),
    /// A field has a value that it cannot have.
    Value(WriteError),
}

impl Invalid {
    /// Returns the result for functions that have no smsc_error to fill.
    pub(crate) fn result(self) -> smsc_result {
        match self {
            Self::Argument(code) => code,
            Self::Value(_) => smsc_result::Value,
        }
    }

    /// Returns the error of a value. Fails if a pointer or a number is wrong instead.
    pub(crate) fn value(self) -> Result<WriteError, smsc_result> {
        match self {
            Self::Argument(code) => Err(code),
            Self::Value(error) => Ok(error),
        }
    }
}

impl From<smsc_result> for Invalid {
    fn from(code: smsc_result) -> Self {
        Self::Argument(code)
    }
}

impl From<WriteError> for Invalid {
    fn from(error: WriteError) -> Self {
        Self::Value(error)
    }
}

/// Returns the id of a struct that has a text id, which may be digits as well. Fails with `Value`
/// if the text is no id, or if the struct has a number besides it.
pub(crate) fn text_id_of(number: u32, text: &[u8]) -> Result<MessageId<'_>, smsc_result> {
    if number == 0 { parse_id(text) } else { Err(smsc_result::Value) }
}

/// Parses an id, a number or a text. Fails with `Value` if the bytes are no id.
pub(crate) fn parse_id(id: &[u8]) -> Result<MessageId<'_>, smsc_result> {
    core::str::from_utf8(id).ok().and_then(MessageId::parse).ok_or(smsc_result::Value)
}

impl smsc_record {
    /// Returns the record as the core's type.
    ///
    /// # Safety
    ///
    /// Every view of the record must stay readable and unchanged for `'a`.
    pub(crate) unsafe fn core_record<'a>(&self) -> Result<Record<'a>, Invalid> {
        // SAFETY: the caller makes the promise that `builder` requires.
        unsafe { self.builder() }.map(RecordBuilder::build)
    }

    /// Returns the record as the core's type, with the mark of an ambiguous one.
    ///
    /// # Safety
    ///
    /// As for [`core_record`](Self::core_record).
    pub(crate) unsafe fn marked_record<'a>(&self) -> Result<Record<'a>, Invalid> {
        // SAFETY: the caller makes the promise that `builder` requires.
        let builder = unsafe { self.builder() }?;
        Ok(if self.is_ambiguous == 0 { builder } else { builder.ambiguous() }.build())
    }

    /// Returns the fields of the record.
    ///
    /// # Safety
    ///
    /// As for [`core_record`](Self::core_record).
    unsafe fn builder<'a>(&self) -> Result<RecordBuilder<'a>, Invalid> {
        let mut record = RecordBuilder::new(StatusCode(self.status));
        let numbers = [(Field::Err, self.err), (Field::Flag, self.flag), (Field::Type, self.r#type), (Field::SmsCnt, self.sms_cnt)];
        for (field, value) in numbers.into_iter().filter(|(_, value)| *value != -1) {
            record = record.number(field, value.into())?;
        }
        let times = [(Field::LastTimestamp, self.last_timestamp), (Field::SendTimestamp, self.send_timestamp)];
        for (field, value) in times.into_iter().filter(|(_, value)| *value != 0) {
            record = record.number(field, i64::try_from(value).map_err(|_| WriteErrorKind::Range.at(field))?)?;
        }
        if self.int_id != -1 {
            record = record.number(Field::IntId, self.int_id)?;
        }
        // SAFETY: the caller promises that every view stays readable and unchanged.
        let text_id = unsafe { self.text_id.get() }?;
        record = match (self.id, text_id) {
            (0, None) => record,
            (number, None) => record.number(Field::Id, number.into())?,
            (number, Some(text)) => record.id(text_id_of(number, text)?),
        };
        macro_rules! views {
            ($($group:ident: $($name:ident $core:ident $Field:ident),*;)*) => {
                [(Field::Cost, self.cost), $($((Field::$Field, self.$name)),*),*]
            };
        }
        // Checks the encoding of a record that has no text, too.
        encoding::text(b"", self.encoding)?;
        for (field, view) in for_each_text!(views) {
            // SAFETY: the caller promises that every view stays readable and unchanged.
            if let Some(bytes) = unsafe { view.get() }? {
                record = record.encoded_text(field, encoding::text(bytes, self.encoding)?)?;
            }
        }
        Ok(record)
    }
}
