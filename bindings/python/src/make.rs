//! Records as the core has them: from Python's values, and from what is kept of a body.

use std::ops::Range;

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyString};
use smsc_proto::{Charset, Detail, Field, Format, MessageKind, RecordBuilder, Split, StatusCode, Text, ValueKind, WriteError};

use crate::classes::Classes;
use crate::column;
use crate::items::{Item, Items, Record};
use crate::options::{Options, integer, wrong_type};
use crate::reply::Reply;
use crate::status::Status;

/// Gives a record to `take` as the core has it.
pub(crate) fn with_core<T>(
    py: Python<'_>,
    reply: &Reply,
    record: &Record,
    take: impl FnOnce(&smsc_proto::Record<'_>) -> PyResult<T>,
) -> PyResult<T> {
    let numbers = record.numbers().into_iter().filter_map(|(field, number)| Some((field, number?)));
    let texts = Field::ALL.iter().filter_map(|field| Some((*field, reply.text(py, record, *field)?)));
    take(&build(numbers, texts).map_err(|error| refuse(&error))?)
}

/// A record of these values.
fn build<'a>(
    numbers: impl IntoIterator<Item = (Field, i64)>,
    texts: impl IntoIterator<Item = (Field, Text<'a>)>,
) -> Result<smsc_proto::Record<'a>, WriteError> {
    let builder = RecordBuilder::new(StatusCode(0));
    let builder = numbers.into_iter().try_fold(builder, |builder, (field, number)| builder.number(field, number))?;
    let builder = texts.into_iter().try_fold(builder, |builder, (field, text)| builder.encoded_text(field, text))?;
    Ok(builder.build())
}

/// Values that came from Python. The texts stand one behind the other, as in a body.
#[derive(Default)]
struct Values {
    numbers: Vec<(Field, i64)>,
    body: String,
    texts: Vec<(Field, Range<usize>)>,
}

impl Values {
    /// Takes one value.
    fn put(&mut self, field: Field, value: &Bound<'_, PyAny>) -> PyResult<()> {
        match field.kind() {
            ValueKind::Number { .. } => {
                let number = integer(value, &format!("{field}: int"))?;
                self.numbers.push((field, number.ok_or_else(|| refuse(&WriteError::Range(field.into())))?));
                Ok(())
            }
            // Python may write a Decimal with an exponent, which no cost has.
            ValueKind::Cost if value.is_instance(Classes::get(value.py())?.decimal.bind(value.py()))? => {
                self.text(field, &value.call_method1("__format__", ("f",))?)
            }
            _ => self.text(field, value),
        }
    }

    fn text(&mut self, field: Field, value: &Bound<'_, PyAny>) -> PyResult<()> {
        let accepted = if field.kind() == ValueKind::Cost { "Decimal or str" } else { "str" };
        let text = value.cast::<PyString>().map_err(|_| wrong_type(&format!("{field}: {accepted}"), value))?;
        let text = text.to_str().map_err(|_| PyValueError::new_err(format!("{field}: a str with half a surrogate pair")))?;
        let start = self.body.len();
        self.body.push_str(text);
        self.texts.push((field, start..self.body.len()));
        Ok(())
    }

    fn build(&self) -> Result<smsc_proto::Record<'_>, WriteError> {
        let text = |place: &Range<usize>| Text::new(&self.body.as_bytes()[place.clone()], Charset::Utf8);
        build(self.numbers.iter().copied(), self.texts.iter().map(|(field, place)| (*field, text(place))))
    }
}

/// A record of Python's values, by the names of the wire.
pub(crate) fn status(py: Python<'_>, fields: Option<&Bound<'_, PyDict>>, kind: MessageKind) -> PyResult<Record> {
    let mut values = Values::default();
    let (mut split, mut is_unexpected) = (Split::Certain, false);
    for (name, value) in fields.into_iter().flatten().filter(|(_, value)| !value.is_none()) {
        let key = name.cast_into::<PyString>()?;
        match key.to_str()? {
            "split" => match value.cast::<PyString>().ok().and_then(|word| word.to_str().ok()) {
                Some("ambiguous") => split = Split::Ambiguous,
                _ => return Err(PyValueError::new_err("split: 'ambiguous' or None")),
            },
            "unexpected" => is_unexpected = value.extract().map_err(|_| wrong_type("unasked: True or False", &value))?,
            name => {
                let Some(field) = column::named(name) else {
                    let name = key.repr()?;
                    let unknown =
                        format!("Status: {name} is none of its arguments, which are the fields of the wire, split and unasked");
                    return Err(PyTypeError::new_err(unknown));
                };
                values.put(field, &value)?;
            }
        }
    }
    if !values.numbers.iter().any(|(field, _)| *field == Field::Status) {
        return Err(PyTypeError::new_err("Status: status is missing, which every record has"));
    }
    let mut items = Items::default();
    let status = values.build().map_err(|error| refuse(&error))?;
    items.record(&status, values.body.as_bytes(), kind, is_unexpected);
    if let Some(Item::Record(record)) = items.list.last_mut() {
        record.split = split;
    }
    let options = Options { format: Format::Json, all: Detail::Full, is_batch: false, charset: Charset::Utf8, kind, pairs: None };
    let reply = Reply::new(PyBytes::new(py, values.body.as_bytes()).unbind(), options, items);
    let reply = Bound::new(py, reply)?;
    match reply.get().items() {
        [Item::Record(record)] => Record::new(py, reply.clone().unbind(), 0, record),
        _ => unreachable!("one record was made"),
    }
}

/// The exception for a value that its field cannot have.
fn refuse(error: &WriteError) -> PyErr {
    PyValueError::new_err(error.to_string())
}
