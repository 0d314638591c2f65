//! The values of one column of a batch.

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::{BooleanBuilder, PrimitiveBuilder, StringDictionaryBuilder};
use arrow_array::types::{ArrowPrimitiveType, Decimal128Type, Int32Type, Int64Type, TimestampMicrosecondType};
use arrow_schema::ArrowError;
use smsc_proto::Text;

use crate::column::{Column, DECIMAL, Kind, ZONE};
use crate::text::Texts;

/// The largest number of rows that are added to a column together: enough that the choice of a
/// column's loop does not count, and few enough that their records stay in the processor's first cache.
pub(crate) const GROUP: usize = 32;

/// A builder of a column.
pub(crate) enum Series {
    Int32(PrimitiveBuilder<Int32Type>),
    Int64(PrimitiveBuilder<Int64Type>),
    Time(PrimitiveBuilder<TimestampMicrosecondType>),
    Decimal(PrimitiveBuilder<Decimal128Type>),
    Bool(BooleanBuilder),
    Texts(Texts),
    /// A dictionary, and a buffer to decode a text.
    Words(Box<StringDictionaryBuilder<Int32Type>>, Vec<u8>),
}

/// A value of a row that is no record.
#[derive(Clone, Copy)]
pub(crate) enum Cell<'a> {
    Null,
    Number(i64),
    Bool(bool),
    Str(&'a str),
    Text(Text<'a>),
}

impl Series {
    /// Creates a builder for a column.
    pub(crate) fn new(column: Column, dictionary: bool) -> Self {
        match column.kind() {
            Kind::Int32 => Self::Int32(PrimitiveBuilder::new()),
            Kind::Int64 => Self::Int64(PrimitiveBuilder::new()),
            Kind::Time => Self::Time(PrimitiveBuilder::new().with_timezone(ZONE)),
            Kind::Decimal => Self::Decimal(PrimitiveBuilder::new().with_data_type(column.data_type(false))),
            Kind::Bool => Self::Bool(BooleanBuilder::new()),
            Kind::Word if dictionary => Self::Words(Box::default(), Vec::new()),
            Kind::Text | Kind::Word => Self::Texts(Texts::new()),
        }
    }

    /// Returns the number of bytes of the texts.
    pub(crate) const fn byte_len(&self) -> usize {
        match self {
            Self::Texts(texts) => texts.byte_len(),
            _ => 0,
        }
    }

    pub(crate) fn push_nulls(&mut self, count: usize) {
        match self {
            Self::Int32(builder) => builder.append_nulls(count),
            Self::Int64(builder) => builder.append_nulls(count),
            Self::Time(builder) => builder.append_nulls(count),
            Self::Decimal(builder) => builder.append_nulls(count),
            Self::Bool(builder) => builder.append_nulls(count),
            Self::Texts(texts) => texts.push_nulls(count),
            Self::Words(builder, _) => builder.append_nulls(count),
        }
    }

    /// Adds the numbers of a group. One that is too large for the column is null.
    #[inline]
    pub(crate) fn push_numbers(&mut self, numbers: impl Iterator<Item = Option<i64>>) {
        match self {
            Self::Int32(builder) => push_all(builder, numbers.map(|number| i32::try_from(number?).ok())),
            Self::Int64(builder) => push_all(builder, numbers),
            Self::Time(builder) => push_all(builder, numbers.map(|seconds| seconds?.checked_mul(1_000_000))),
            Self::Decimal(builder) => {
                push_all(builder, numbers.map(|number| number.map(i128::from).filter(|number| *number < MAX_DECIMAL)));
            }
            Self::Bool(_) | Self::Texts(_) | Self::Words(..) => self.push_nulls(numbers.count()),
        }
    }

    /// Adds the truth values of a group.
    #[inline]
    pub(crate) fn push_bools(&mut self, bools: impl Iterator<Item = Option<bool>>) {
        let Self::Bool(builder) = self else { return self.push_nulls(bools.count()) };
        let group = Group::new(bools);
        match group.present() {
            Present::All(values) => builder.append_slice(values),
            Present::None(count) => builder.append_nulls(count),
            Present::Some(values, is_valid) => {
                values.iter().zip(is_valid).for_each(|(value, is_valid)| builder.append_option(is_valid.then_some(*value)));
            }
        }
    }

    /// Adds the texts of a group, decoded.
    #[inline]
    #[expect(single_use_lifetimes, reason = "an iterator over texts needs a name for their lifetime")]
    pub(crate) fn push_texts<'a>(&mut self, mut texts: impl Iterator<Item = Option<Text<'a>>> + Clone) -> Result<(), ArrowError> {
        match self {
            Self::Texts(builder) => builder.push_texts(texts),
            Self::Words(builder, buffer) => texts.try_for_each(|text| {
                let Some(text) = text else {
                    builder.append_null();
                    return Ok(());
                };
                builder.append(decoded(text, buffer)?).map(drop)
            }),
            _ => {
                self.push_nulls(texts.count());
                Ok(())
            }
        }
    }

    /// Adds texts of a group that are in UTF-8.
    #[inline]
    #[expect(single_use_lifetimes, reason = "an iterator over texts needs a name for their lifetime")]
    pub(crate) fn push_strs<'a>(&mut self, texts: impl Iterator<Item = Option<&'a str>> + Clone) -> Result<(), ArrowError> {
        match self {
            Self::Texts(builder) => return builder.push_strs(texts),
            Self::Words(builder, _) => texts.for_each(|text| builder.append_option(text)),
            _ => self.push_nulls(texts.count()),
        }
        Ok(())
    }

    /// Adds the same text several times.
    pub(crate) fn push_repeated(&mut self, text: &str, count: usize) -> Result<(), ArrowError> {
        match self {
            Self::Texts(builder) => builder.push_repeated(text, count),
            _ => self.push_strs(std::iter::repeat_n(Some(text), count)),
        }
    }

    /// Adds the value of one row.
    pub(crate) fn push_cell(&mut self, cell: Cell<'_>) -> Result<(), ArrowError> {
        match cell {
            Cell::Null => self.push_nulls(1),
            Cell::Number(number) => self.push_numbers(std::iter::once(Some(number))),
            Cell::Bool(value) => self.push_bools(std::iter::once(Some(value))),
            Cell::Str(text) => self.push_strs(std::iter::once(Some(text)))?,
            Cell::Text(text) => self.push_texts(std::iter::once(Some(text)))?,
        }
        Ok(())
    }

    /// Returns the column, and starts another one.
    pub(crate) fn finish(&mut self) -> ArrayRef {
        match self {
            Self::Int32(builder) => Arc::new(builder.finish()),
            Self::Int64(builder) => Arc::new(builder.finish()),
            Self::Time(builder) => Arc::new(builder.finish()),
            Self::Decimal(builder) => Arc::new(builder.finish()),
            Self::Bool(builder) => Arc::new(builder.finish()),
            Self::Texts(texts) => texts.finish(),
            Self::Words(builder, _) => Arc::new(builder.finish()),
        }
    }
}

/// The first number that has more digits than a cost may have.
const MAX_DECIMAL: i128 = 10_i128.pow(DECIMAL.0 as u32);

#[inline]
fn push_all<T: ArrowPrimitiveType>(builder: &mut PrimitiveBuilder<T>, values: impl Iterator<Item = Option<T::Native>>) {
    let group = Group::new(values);
    match group.present() {
        Present::All(values) => builder.append_slice(values),
        Present::None(count) => builder.append_nulls(count),
        Present::Some(values, is_valid) => {
            values.iter().zip(is_valid).for_each(|(value, is_valid)| builder.append_option(is_valid.then_some(*value)));
        }
    }
}

/// The values of a group: added to a column together if all or none of them are null, which is many times
/// faster than one by one.
struct Group<T> {
    values: [T; GROUP],
    is_valid: [bool; GROUP],
    count: usize,
    present: usize,
}

enum Present<'a, T> {
    All(&'a [T]),
    None(usize),
    Some(&'a [T], &'a [bool]),
}

impl<T: Copy + Default> Group<T> {
    #[inline]
    fn new(values: impl Iterator<Item = Option<T>>) -> Self {
        let mut group = Self { values: [T::default(); GROUP], is_valid: [false; GROUP], count: 0, present: 0 };
        for ((slot, is_valid), value) in group.values.iter_mut().zip(&mut group.is_valid).zip(values) {
            if let Some(value) = value {
                (*slot, *is_valid) = (value, true);
                group.present += 1;
            }
            group.count += 1;
        }
        group
    }

    fn present(&self) -> Present<'_, T> {
        let values = &self.values[..self.count];
        match self.present {
            0 => Present::None(self.count),
            present if present == self.count => Present::All(values),
            _ => Present::Some(values, &self.is_valid[..self.count]),
        }
    }
}

/// Decodes a text into a buffer.
fn decoded<'b>(text: Text<'_>, buffer: &'b mut Vec<u8>) -> Result<&'b str, ArrowError> {
    let len = match text.decode_into(buffer) {
        Ok(len) => len,
        Err(len) => {
            buffer.resize(len, 0);
            text.decode_into(buffer).unwrap_or_default()
        }
    };
    std::str::from_utf8(&buffer[..len]).map_err(|error| ArrowError::ExternalError(Box::new(error)))
}
