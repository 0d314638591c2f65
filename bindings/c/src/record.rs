//! The record as a C struct, and back.

use core::mem::MaybeUninit;

use smsc_proto::{Field, Record, RecordBuilder, StatusCode, WriteError, WriteErrorKind};

use crate::codes::smsc_result;
use crate::encoding;
use crate::raw::SizePrefixed;
use crate::types::{smsc_record, smsc_view};

// SAFETY: `repr(C)`, the size first, and any bits are a value of its integers and pointers.
unsafe impl SizePrefixed for smsc_record {}

/// Calls a macro with the texts of a record: the name in C, the method and the field in the core.
macro_rules! for_each_text {
    ($use:ident) => {
        $use! {
            last_date last_date LastDate, phone phone Phone, send_date send_date SendDate, sender_id sender_id SenderId,
            status_name status_name StatusName, message message Message, comment comment Comment, mccmnc mccmnc Mccmnc,
            country country Country, operator_ operator Operator, operator_orig operator_orig OperatorOrig, region region Region,
            imsi imsi Imsi, msc msc Msc, mcc mcc Mcc, mnc mnc Mnc, cn cn Cn, net net Net, rcn rcn Rcn, rnet rnet Rnet
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
#[inline]
pub(crate) fn fill(record: &Record<'_>, size: u32, output: &mut MaybeUninit<smsc_record>) {
    macro_rules! fields {
        ($($name:ident $core:ident $Field:ident),*) => {{
            let filled = output.write(smsc_record {
                size,
                status: record.status().0,
                err: or_minus_one(record.err().map(|err| err.0)),
                flag: or_minus_one(record.flag().map(|flag| flag.0.into())),
                r#type: or_minus_one(record.message_type().map(|known| known.0.into())),
                sms_cnt: or_minus_one(record.sms_cnt()),
                id: record.id().unwrap_or(0),
                encoding: encoding::encoding(record.charset(), record.escape()),
                is_ambiguous: record.is_ambiguous().into(),
                is_hlr: record.is_hlr().into(),
                last_timestamp: record.last_timestamp().unwrap_or(0),
                send_timestamp: record.send_timestamp().unwrap_or(0),
                cost: smsc_view::NONE,
                $($name: smsc_view::NONE,)*
            });
            // Most records lack most texts: setting those that are there is faster than selecting
            // each.
            if let Some(cost) = record.cost() {
                filled.cost = smsc_view::of(cost.as_bytes());
            }
            $(if let Some(text) = record.$core() {
                filled.$name = smsc_view::of(text.as_bytes());
            })*
        }};
    }
    for_each_text!(fields);
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

impl smsc_record {
    /// Returns the record as the core's type.
    ///
    /// # Safety
    ///
    /// Every view of the record must stay readable and unchanged for `'a`.
    pub(crate) unsafe fn core_record<'a>(&self) -> Result<Record<'a>, Invalid> {
        let mut record = RecordBuilder::new(StatusCode(self.status));
        let numbers = [(Field::Err, self.err), (Field::Flag, self.flag), (Field::Type, self.r#type), (Field::SmsCnt, self.sms_cnt)];
        for (field, value) in numbers.into_iter().filter(|(_, value)| *value != -1) {
            record = record.number(field, value.into())?;
        }
        let from_one =
            [(Field::Id, self.id.into()), (Field::LastTimestamp, self.last_timestamp), (Field::SendTimestamp, self.send_timestamp)];
        for (field, value) in from_one.into_iter().filter(|(_, value)| *value != 0) {
            record = record.number(field, i64::try_from(value).map_err(|_| WriteErrorKind::Range.at(field))?)?;
        }
        macro_rules! views {
            ($($name:ident $core:ident $Field:ident),*) => {
                [(Field::Cost, self.cost), $((Field::$Field, self.$name)),*]
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
        Ok(record.build())
    }
}
