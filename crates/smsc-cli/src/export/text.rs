//! CSV and lines of JSON.

use std::io::{self, Write as _};

use arrow_array::TimestampMicrosecondArray;
use arrow_array::cast::AsArray as _;
use arrow_array::types::{Decimal128Type, Int32Type, Int64Type, TimestampMicrosecondType};
use arrow_array::{Array, BooleanArray, Decimal128Array, Int32Array, Int64Array, RecordBatch, StringArray};
use arrow_schema::{ArrowError, DataType};
use csv::{Terminator, WriterBuilder};

use super::days::date_of;
use super::view::failed;
use crate::failure::Failure;

/// The values of a column.
enum Values<'a> {
    Int32(&'a Int32Array),
    Int64(&'a Int64Array),
    Time(&'a TimestampMicrosecondArray),
    Decimal(&'a Decimal128Array),
    Bool(&'a BooleanArray),
    Text(&'a StringArray),
}

/// The mark between the date and the time, and what follows the time.
type Marks = (&'static str, &'static str);

impl<'a> Values<'a> {
    fn new(array: &'a dyn Array) -> Result<Self, Failure> {
        Ok(match array.data_type() {
            DataType::Int32 => Self::Int32(array.as_primitive::<Int32Type>()),
            DataType::Int64 => Self::Int64(array.as_primitive::<Int64Type>()),
            DataType::Timestamp(..) => Self::Time(array.as_primitive::<TimestampMicrosecondType>()),
            DataType::Decimal128(..) => Self::Decimal(array.as_primitive::<Decimal128Type>()),
            DataType::Boolean => Self::Bool(array.as_boolean()),
            DataType::Utf8 => Self::Text(array.as_string()),
            other => return Err(failed(&ArrowError::NotYetImplemented(format!("a text of the type {other}")))),
        })
    }

    /// Writes the value of a row that is not a text, and returns `None`; or returns the text.
    fn write(&self, row: usize, (before_time, after_time): Marks, out: &mut Vec<u8>) -> io::Result<Option<&'a str>> {
        match self {
            Self::Int32(values) => out.extend(itoa::Buffer::new().format(values.value(row)).as_bytes()),
            Self::Int64(values) => out.extend(itoa::Buffer::new().format(values.value(row)).as_bytes()),
            Self::Decimal(values) => write_cost(values.value(row), out)?,
            Self::Bool(values) => write!(out, "{}", values.value(row))?,
            Self::Text(values) => return Ok(Some(values.value(row))),
            Self::Time(values) => {
                let seconds = values.value(row).div_euclid(1_000_000);
                let (day, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
                let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
                match date_of(day) {
                    Some(date) => write!(out, "{date}{before_time}{hour:02}:{minute:02}:{second:02}{after_time}")?,
                    // A year of five digits, which no reader of dates expects: the number on the wire.
                    None => write!(out, "{seconds}")?,
                }
            }
        }
        Ok(None)
    }
}

/// Writes a number of ten thousandths without zeros at its end.
fn write_cost(units: i128, out: &mut Vec<u8>) -> io::Result<()> {
    write!(out, "{}.{:04}", units / 10_000, units % 10_000)?;
    while out.last() == Some(&b'0') {
        out.pop();
    }
    if out.last() == Some(&b'.') {
        out.pop();
    }
    Ok(())
}

fn values(batch: &RecordBatch) -> Result<Vec<Values<'_>>, Failure> {
    batch.columns().iter().map(|array| Values::new(array)).collect()
}

/// Returns the rows as CSV. A value that is null is an empty field, and so is an empty text.
pub(super) fn csv(batch: &RecordBatch) -> Result<Vec<u8>, Failure> {
    const MARKS: Marks = (" ", "");
    let columns = values(batch)?;
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    let mut buffer = Vec::new();
    for row in 0..batch.num_rows() {
        for (column, array) in columns.iter().zip(batch.columns()) {
            buffer.clear();
            let text = if array.is_null(row) { None } else { column.write(row, MARKS, &mut buffer).map_err(Failure::Output)? };
            writer.write_field(text.map_or(&buffer[..], str::as_bytes)).map_err(|error| failed(&error))?;
        }
        writer.write_record(None::<&[u8]>).map_err(|error| failed(&error))?;
    }
    writer.into_inner().map_err(|error| failed(&error))
}

/// Returns each row as a line with a JSON object, which lacks the keys of values that are null.
pub(super) fn ndjson(batch: &RecordBatch) -> Result<Vec<u8>, Failure> {
    let columns = values(batch)?;
    // The names have nothing to escape.
    let keys: Vec<_> = batch.schema_ref().fields().iter().map(|field| format!("\"{}\":", field.name())).collect();
    let mut out = Vec::new();
    for row in 0..batch.num_rows() {
        out.push(b'{');
        let start = out.len();
        for ((column, array), key) in columns.iter().zip(batch.columns()).zip(&keys) {
            if array.is_valid(row) {
                if out.len() > start {
                    out.push(b',');
                }
                out.extend(key.as_bytes());
                write_json(column, row, &mut out).map_err(Failure::Output)?;
            }
        }
        out.extend(b"}\n");
    }
    Ok(out)
}

fn write_json(column: &Values<'_>, row: usize, out: &mut Vec<u8>) -> io::Result<()> {
    const MARKS: Marks = ("T", "Z\"");
    let is_date = matches!(column, Values::Time(values) if date_of(values.value(row).div_euclid(86_400_000_000)).is_some());
    if is_date {
        out.push(b'"');
    }
    if let Some(text) = column.write(row, MARKS, out)? {
        serde_json::to_writer(out, text)?;
    }
    Ok(())
}
