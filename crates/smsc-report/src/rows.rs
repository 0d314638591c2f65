//! The rows of a batch, in the columns that a report needs.

use arrow_array::cast::AsArray as _;
use arrow_array::types::{ArrowPrimitiveType, Decimal128Type, Int32Type, Int64Type, TimestampMicrosecondType};
use arrow_array::{Array, BooleanArray, PrimitiveArray, RecordBatch, StringArray};
use smsc_columns::Column;
use smsc_proto::Field;

use crate::error::Error;

/// The fields that only replies to HLR requests have.
const HLR: [Field; 8] = [Field::Imsi, Field::Msc, Field::Mcc, Field::Mnc, Field::Cn, Field::Net, Field::Rcn, Field::Rnet];

/// The other fields that a report needs.
const FIELDS: [Field; 17] = [
    Field::Status,
    Field::LastDate,
    Field::LastTimestamp,
    Field::Flag,
    Field::Err,
    Field::SendTimestamp,
    Field::Phone,
    Field::Country,
    Field::Operator,
    Field::OperatorOrig,
    Field::Cost,
    Field::SenderId,
    Field::Message,
    Field::Type,
    Field::SmsCnt,
    Field::Id,
    Field::IntId,
];

/// The columns that are no fields.
const OTHERS: [Column; 4] = [Column::TextId, Column::Ambiguous, Column::Malformed, Column::ErrorCode];

/// Returns the columns that a report needs.
pub(crate) fn columns() -> Vec<Column> {
    FIELDS.iter().chain(&HLR).map(|field| Column::Wire(*field)).chain(OTHERS).collect()
}

/// The columns of a batch.
pub(crate) struct Rows<'b> {
    pub(crate) status: &'b PrimitiveArray<Int32Type>,
    pub(crate) last_date: &'b StringArray,
    pub(crate) last: &'b PrimitiveArray<TimestampMicrosecondType>,
    pub(crate) flag: &'b PrimitiveArray<Int32Type>,
    pub(crate) err: &'b PrimitiveArray<Int32Type>,
    pub(crate) sent: &'b PrimitiveArray<TimestampMicrosecondType>,
    pub(crate) phone: &'b StringArray,
    pub(crate) country: &'b StringArray,
    pub(crate) operator: &'b StringArray,
    pub(crate) operator_orig: &'b StringArray,
    pub(crate) cost: &'b PrimitiveArray<Decimal128Type>,
    pub(crate) sender: &'b StringArray,
    pub(crate) message: &'b StringArray,
    pub(crate) message_type: &'b PrimitiveArray<Int32Type>,
    pub(crate) sms_cnt: &'b PrimitiveArray<Int32Type>,
    pub(crate) id: &'b PrimitiveArray<Int64Type>,
    pub(crate) int_id: &'b PrimitiveArray<Int64Type>,
    pub(crate) text_id: &'b StringArray,
    pub(crate) is_ambiguous: &'b BooleanArray,
    pub(crate) malformed: &'b StringArray,
    pub(crate) error_code: &'b PrimitiveArray<Int32Type>,
    /// The columns of HLR that have a value.
    hlr: Vec<&'b StringArray>,
}

impl<'b> Rows<'b> {
    /// Finds the columns of a batch.
    pub(crate) fn of(batch: &'b RecordBatch) -> Result<Self, Error> {
        let hlr = HLR.iter().map(|field| text(batch, Column::Wire(*field))).collect::<Result<Vec<_>, _>>()?;
        Ok(Self {
            status: number(batch, Column::Wire(Field::Status))?,
            last_date: text(batch, Column::Wire(Field::LastDate))?,
            last: number(batch, Column::Wire(Field::LastTimestamp))?,
            flag: number(batch, Column::Wire(Field::Flag))?,
            err: number(batch, Column::Wire(Field::Err))?,
            sent: number(batch, Column::Wire(Field::SendTimestamp))?,
            phone: text(batch, Column::Wire(Field::Phone))?,
            country: text(batch, Column::Wire(Field::Country))?,
            operator: text(batch, Column::Wire(Field::Operator))?,
            operator_orig: text(batch, Column::Wire(Field::OperatorOrig))?,
            cost: number(batch, Column::Wire(Field::Cost))?,
            sender: text(batch, Column::Wire(Field::SenderId))?,
            message: text(batch, Column::Wire(Field::Message))?,
            message_type: number(batch, Column::Wire(Field::Type))?,
            sms_cnt: number(batch, Column::Wire(Field::SmsCnt))?,
            id: number(batch, Column::Wire(Field::Id))?,
            int_id: number(batch, Column::Wire(Field::IntId))?,
            text_id: text(batch, Column::TextId)?,
            is_ambiguous: column(batch, Column::Ambiguous)?.as_boolean_opt().ok_or(Error::Column("ambiguous"))?,
            malformed: text(batch, Column::Malformed)?,
            error_code: number(batch, Column::ErrorCode)?,
            hlr: hlr.into_iter().filter(|column| column.null_count() < column.len()).collect(),
        })
    }

    /// Returns whether a row is of a reply to an HLR request.
    pub(crate) fn is_hlr(&self, row: usize) -> bool {
        self.hlr.iter().any(|column| column.is_valid(row))
    }
}

fn column(batch: &RecordBatch, column: Column) -> Result<&dyn Array, Error> {
    batch.column_by_name(column.name()).map(AsRef::as_ref).ok_or(Error::Column(column.name()))
}

fn number<T: ArrowPrimitiveType>(batch: &RecordBatch, name: Column) -> Result<&PrimitiveArray<T>, Error> {
    column(batch, name)?.as_primitive_opt().ok_or(Error::Column(name.name()))
}

fn text(batch: &RecordBatch, name: Column) -> Result<&StringArray, Error> {
    column(batch, name)?.as_string_opt().ok_or(Error::Column(name.name()))
}

/// Returns the value of a row, or `None` if it is null.
pub(crate) fn value<T: ArrowPrimitiveType>(column: &PrimitiveArray<T>, row: usize) -> Option<T::Native> {
    column.is_valid(row).then(|| column.value(row))
}

/// Returns the text of a row, or `None` if it is null.
pub(crate) fn str_of(column: &StringArray, row: usize) -> Option<&str> {
    column.is_valid(row).then(|| column.value(row))
}

/// Returns the Unix seconds of a row, or 0 if they are null, or after the year 9999.
pub(crate) fn seconds(column: &PrimitiveArray<TimestampMicrosecondType>, row: usize) -> u64 {
    /// 9999-12-30, the last whole day that every zone has.
    const END: u64 = 253_402_128_000;
    let seconds = value(column, row).and_then(|micros| u64::try_from(micros / 1_000_000).ok());
    seconds.filter(|seconds| *seconds < END).unwrap_or(0)
}
