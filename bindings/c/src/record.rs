//! The record, in C's terms and back.

use core::mem::MaybeUninit;

use smsc_proto::{Field, Record, RecordBuilder, StatusCode, WriteError, WriteErrorKind};

use crate::codes::smsc_result;
use crate::encoding;
use crate::raw::SizePrefixed;
use crate::types::{smsc_record, smsc_view};

// SAFETY: `repr(C)`, the size first, and any bits are a value of its integers and pointers.
unsafe impl SizePrefixed for smsc_record {}

/// The texts of a record: what C calls them, and the core.
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

/// A number where absent ones are -1. The core has none that is greater than an `i32`.
#[inline]
pub(crate) fn or_minus_one(value: Option<u32>) -> i32 {
    value.and_then(|value| i32::try_from(value).ok()).unwrap_or(-1)
}

/// Fills C's record, which refers to the same bytes as `status` does.
#[inline]
pub(crate) fn fill(status: &Record<'_>, size: u32, place: &mut MaybeUninit<smsc_record>) {
    macro_rules! record {
        ($($name:ident $core:ident $Field:ident),*) => {{
            let record = place.write(smsc_record {
                size,
                status: status.status().0,
                err: or_minus_one(status.err().map(|err| err.0)),
                flag: or_minus_one(status.flag().map(|flag| flag.0.into())),
                r#type: or_minus_one(status.message_type().map(|known| known.0.into())),
                sms_cnt: or_minus_one(status.sms_cnt()),
                id: status.id().unwrap_or(0),
                encoding: encoding::encoding(status.charset(), status.escape()),
                is_ambiguous: status.is_ambiguous().into(),
                is_hlr: status.is_hlr().into(),
                last_timestamp: status.last_timestamp().unwrap_or(0),
                send_timestamp: status.send_timestamp().unwrap_or(0),
                cost: smsc_view::NONE,
                $($name: smsc_view::NONE,)*
            });
            // Most records lack most texts, so that this is less work than choosing each of them.
            if let Some(cost) = status.cost() {
                record.cost = smsc_view::of(cost.as_bytes());
            }
            $(if let Some(text) = status.$core() {
                record.$name = smsc_view::of(text.as_bytes());
            })*
        }};
    }
    for_each_text!(record);
}

/// Why a record of C's is none of the core's.
pub(crate) enum Known {
    /// A pointer or a number is wrong.
    Caller(smsc_result),
    /// A value is none that the field can have.
    Value(WriteError),
}

impl Known {
    /// The result, where there is no place to say more.
    pub(crate) fn caller(self) -> smsc_result {
        match self {
            Self::Caller(code) => code,
            Self::Value(_) => smsc_result::Value,
        }
    }
}

impl From<smsc_result> for Known {
    fn from(code: smsc_result) -> Self {
        Self::Caller(code)
    }
}

impl From<WriteError> for Known {
    fn from(error: WriteError) -> Self {
        Self::Value(error)
    }
}

/// The record for the core.
///
/// # Safety
///
/// Every view of `given` must stay readable and unchanged for `'a`.
pub(crate) unsafe fn core_of<'a>(given: &smsc_record) -> Result<Record<'a>, Known> {
    let mut record = RecordBuilder::new(StatusCode(given.status));
    let numbers = [(Field::Err, given.err), (Field::Flag, given.flag), (Field::Type, given.r#type), (Field::SmsCnt, given.sms_cnt)];
    for (field, value) in numbers.into_iter().filter(|(_, value)| *value != -1) {
        record = record.number(field, value.into())?;
    }
    let from_one =
        [(Field::Id, given.id.into()), (Field::LastTimestamp, given.last_timestamp), (Field::SendTimestamp, given.send_timestamp)];
    for (field, value) in from_one.into_iter().filter(|(_, value)| *value != 0) {
        record = record.number(field, i64::try_from(value).map_err(|_| WriteErrorKind::Range.at(field))?)?;
    }
    macro_rules! views {
        ($($name:ident $core:ident $Field:ident),*) => {
            [(Field::Cost, given.cost), $((Field::$Field, given.$name)),*]
        };
    }
    // Also where the record has no text.
    encoding::text(b"", given.encoding)?;
    for (field, view) in for_each_text!(views) {
        // SAFETY: the caller's promise.
        if let Some(bytes) = unsafe { view.get() }? {
            record = record.encoded_text(field, encoding::text(bytes, given.encoding)?)?;
        }
    }
    Ok(record.build())
}
