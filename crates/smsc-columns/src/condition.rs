//! Conditions on rows.

use std::sync::Arc;

use arrow_array::{
    Array, ArrayRef, BooleanArray, Datum, Decimal128Array, Int32Array, Int64Array, RecordBatch, Scalar, StringArray,
    TimestampMicrosecondArray,
};
use arrow_buffer::{BooleanBuffer, NullBuffer};
use arrow_ord::cmp;
use arrow_schema::ArrowError;
use arrow_select::filter::filter_record_batch;
use smsc_proto::Cost;

use crate::column::{Column, DECIMAL, Kind, ZONE};
use crate::error::Error;

/// A comparison of a column with the operands of a condition. None holds for a null.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Operator {
    /// Equal to one of the operands.
    Eq,
    /// Equal to none of the operands.
    NotEq,
    /// Less than the operand.
    Lt,
    /// Less than the operand or equal to it.
    LtEq,
    /// Greater than the operand.
    Gt,
    /// Greater than the operand or equal to it.
    GtEq,
    /// Null; without an operand.
    IsNull,
    /// Not null; without an operand.
    IsNotNull,
}

/// A value that a column is compared with.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Operand {
    /// A number; for a time, microseconds since the Unix epoch.
    Number(i64),
    /// A text; for `cost`, digits with a point.
    Text(String),
    /// A truth value.
    Bool(bool),
}

impl std::fmt::Debug for Operand {
    /// Writes a number or a truth value. A text may be a phone, and is not shown.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(number) => f.debug_tuple("Number").field(number).finish(),
            Self::Text(text) => write!(f, "Text({} bytes)", text.len()),
            Self::Bool(value) => f.debug_tuple("Bool").field(value).finish(),
        }
    }
}

impl From<i64> for Operand {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Operand {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<bool> for Operand {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

/// A condition whose operands have the type of its column.
pub(crate) struct Condition {
    column: Column,
    operator: Operator,
    operands: Vec<Scalar<ArrayRef>>,
}

impl Condition {
    pub(crate) fn new(column: Column, operator: Operator, operands: &[Operand]) -> Result<Self, Error> {
        let (least, most) = match operator {
            Operator::IsNull | Operator::IsNotNull => (0, 0),
            Operator::Eq | Operator::NotEq => (0, usize::MAX),
            _ => (1, 1),
        };
        if !(least..=most).contains(&operands.len()) {
            return Err(Error::Condition { column, expected: "one value by this operator" });
        }
        let operands = operands.iter().map(|operand| scalar(column, operand)).collect::<Result<_, _>>()?;
        Ok(Self { column, operator, operands })
    }

    /// Returns for each row of the column whether the condition holds.
    fn mask(&self, array: &dyn Array) -> Result<BooleanArray, ArrowError> {
        let any = |operands: &[Scalar<ArrayRef>]| {
            operands.iter().try_fold(BooleanBuffer::new_unset(array.len()), |any, operand| {
                Ok::<_, ArrowError>(&any | &holds(&cmp::eq(&array, operand)?))
            })
        };
        let is_valid = || array.logical_nulls().map_or_else(|| BooleanBuffer::new_set(array.len()), NullBuffer::into_inner);
        let compare = |by: fn(&dyn Datum, &dyn Datum) -> Result<BooleanArray, ArrowError>| match self.operands.first() {
            Some(operand) => Ok(holds(&by(&array, operand)?)),
            None => Ok::<_, ArrowError>(BooleanBuffer::new_unset(array.len())),
        };
        let mask = match self.operator {
            Operator::Eq => any(&self.operands)?,
            Operator::NotEq => &!&any(&self.operands)? & &is_valid(),
            Operator::Lt => compare(cmp::lt)?,
            Operator::LtEq => compare(cmp::lt_eq)?,
            Operator::Gt => compare(cmp::gt)?,
            Operator::GtEq => compare(cmp::gt_eq)?,
            Operator::IsNull => !&is_valid(),
            Operator::IsNotNull => is_valid(),
        };
        Ok(BooleanArray::new(mask, None))
    }
}

/// Returns the rows for which all conditions hold.
pub(crate) fn keep(batch: RecordBatch, conditions: &[Condition]) -> Result<RecordBatch, ArrowError> {
    conditions.iter().try_fold(batch, |batch, condition| {
        let column = batch.column_by_name(condition.column.name()).map(|array| condition.mask(array));
        match column {
            Some(mask) => filter_record_batch(&batch, &mask?),
            None => Ok(batch),
        }
    })
}

/// Returns the rows for which a comparison holds: not those for which it is unknown.
fn holds(compared: &BooleanArray) -> BooleanBuffer {
    match compared.nulls() {
        Some(nulls) => compared.values() & nulls.inner(),
        None => compared.values().clone(),
    }
}

/// Returns an operand in the type of its column.
fn scalar(column: Column, operand: &Operand) -> Result<Scalar<ArrayRef>, Error> {
    let wrong = |expected| Error::Condition { column, expected };
    let array: ArrayRef = match (column.kind(), operand) {
        (Kind::Int32, Operand::Number(number)) => {
            Arc::new(Int32Array::from(vec![i32::try_from(*number).map_err(|_| wrong("an integer of 32 bits"))?]))
        }
        (Kind::Int64, Operand::Number(number)) => Arc::new(Int64Array::from(vec![*number])),
        (Kind::Time, Operand::Number(micros)) => Arc::new(TimestampMicrosecondArray::from(vec![*micros]).with_timezone(ZONE)),
        (Kind::Decimal, Operand::Number(number)) => decimal(i128::from(*number) * 10_i128.pow(DECIMAL.1.unsigned_abs().into()))?,
        (Kind::Decimal, Operand::Text(digits)) => {
            let cost = Cost::parse(digits.as_bytes()).and_then(Cost::ten_thousandths);
            decimal(cost.ok_or_else(|| wrong("a decimal number with at most 4 fraction digits"))?.into())?
        }
        (Kind::Bool, Operand::Bool(value)) => Arc::new(BooleanArray::from(vec![*value])),
        (Kind::Text | Kind::Word, Operand::Text(text)) => Arc::new(StringArray::from(vec![text.as_str()])),
        (Kind::Int32 | Kind::Int64, _) => return Err(wrong("integers")),
        (Kind::Time, _) => return Err(wrong("times")),
        (Kind::Decimal, _) => return Err(wrong("decimal numbers")),
        (Kind::Bool, _) => return Err(wrong("true and false")),
        (Kind::Text | Kind::Word, _) => return Err(wrong("texts")),
    };
    Ok(Scalar::new(array))
}

fn decimal(number: i128) -> Result<ArrayRef, ArrowError> {
    Ok(Arc::new(Decimal128Array::from(vec![number]).with_precision_and_scale(DECIMAL.0, DECIMAL.1)?))
}
