//! Construction of the core's records, from Python values and from the parsed contents of a body.

use std::ops::Range;

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};
use smsc_proto::{
    Charset, Detail, Field, Format, MessageKind, RecordBuilder, StatusCode, Text, Value, ValueKind, WriteError, WriteErrorKind,
};

use crate::classes::Classes;
use crate::column;
use crate::id::Id;
use crate::items::{Item, Items, RecordData};
use crate::options::{Options, copied, integer, wrong_type};
use crate::record::Record;
use crate::reply::Reply;

/// Calls `take` with the core's form of a record, and returns its result.
pub(crate) fn with_core<T>(
    py: Python<'_>,
    reply: &Reply,
    record: &RecordData,
    take: impl FnOnce(&smsc_proto::Record<'_>) -> PyResult<T>,
) -> PyResult<T> {
    take(&core(py, reply, record)?)
}

/// Returns the core's form of a record.
pub(crate) fn core<'py>(py: Python<'py>, reply: &'py Reply, record: &RecordData) -> PyResult<smsc_proto::Record<'py>> {
    let numbers = record.numbers().into_iter().filter_map(|(field, number)| Some((field, number?)));
    let texts = Field::ALL.iter().filter_map(|field| Some((*field, reply.text(py, record, *field)?)));
    let builder = build(numbers, texts).map_err(|error| value_error(&error))?;
    Ok(if record.is_ambiguous { builder.ambiguous() } else { builder }.build())
}

/// Sets the fields of a record. Fails if a field cannot have its value.
fn build<'a>(
    numbers: impl IntoIterator<Item = (Field, i64)>,
    texts: impl IntoIterator<Item = (Field, Text<'a>)>,
) -> Result<RecordBuilder<'a>, WriteError> {
    let builder = RecordBuilder::new(StatusCode(0));
    let builder = numbers.into_iter().try_fold(builder, |builder, (field, number)| builder.number(field, number))?;
    texts.into_iter().try_fold(builder, |builder, (field, text)| builder.encoded_text(field, text))
}

/// The values of a record, which borrow nothing. The texts are concatenated in `body`, and are ranges
/// of it.
#[derive(Default)]
pub(crate) struct Values {
    numbers: Vec<(Field, i64)>,
    body: String,
    texts: Vec<(Field, Range<usize>)>,
    /// A mark that a text looked like UTF-8 in another charset, before it was decoded (R51).
    is_like_utf8: bool,
}

impl Values {
    /// Adds the value of a field. Fails if the value has a wrong type.
    fn add(&mut self, field: Field, value: &Bound<'_, PyAny>) -> PyResult<()> {
        match field.kind() {
            ValueKind::Number { .. } => {
                let number = integer(value, &format!("{field}: expected int"))?;
                self.numbers.push((field, number.ok_or_else(|| value_error(&WriteErrorKind::Range.at(field)))?));
                Ok(())
            }
            ValueKind::Id => self.add_id(field, value),
            // str() of a Decimal may have an exponent, which a cost cannot have.
            ValueKind::Cost if value.is_instance(Classes::get(value.py())?.decimal.bind(value.py()))? => {
                self.add_text(field, &value.call_method1("__format__", ("f",))?)
            }
            _ => self.add_text(field, value),
        }
    }

    /// Adds an id: a number, or a text.
    fn add_id(&mut self, field: Field, value: &Bound<'_, PyAny>) -> PyResult<()> {
        match Id::from_value(value, &format!("{field}: an id"), &format!("{field}: expected int or str"))? {
            Id::Number(number) => self.numbers.push((field, number.into())),
            Id::Text(_) => self.add_text(field, value)?,
        }
        Ok(())
    }

    fn add_text(&mut self, field: Field, value: &Bound<'_, PyAny>) -> PyResult<()> {
        let accepted = if field.kind() == ValueKind::Cost { "Decimal or str" } else { "str" };
        let text = value.cast::<PyString>().map_err(|_| wrong_type(&format!("{field}: expected {accepted}"), value))?;
        let text = text.to_str().map_err(|_| PyValueError::new_err(format!("{field}: the str has an unpaired surrogate")))?;
        self.add_chars(field, text.chars());
        Ok(())
    }

    fn add_chars(&mut self, field: Field, chars: impl Iterator<Item = char>) {
        let start = self.body.len();
        self.body.extend(chars);
        self.texts.push((field, start..self.body.len()));
    }

    /// Returns the values of a record of the core.
    pub(crate) fn of_core(record: &smsc_proto::Record<'_>) -> Self {
        Self::of_fields(record.fields())
    }

    /// Returns the values of fields, whose texts may have several charsets.
    pub(crate) fn of_fields<'a, F: Iterator<Item = (Field, Value<'a>)>>(fields: F) -> Self {
        let mut values = Self::default();
        for (field, value) in fields {
            match value {
                Value::Number(number) => values.numbers.push((field, number)),
                Value::Text(text) => {
                    values.is_like_utf8 |= text.charset() != Charset::Utf8 && text.looks_like_utf8();
                    values.add_chars(field, text.chars());
                }
                Value::Cost(cost) => values.add_chars(field, cost.as_str().chars()),
            }
        }
        values
    }

    fn build(&self) -> Result<smsc_proto::Record<'_>, WriteError> {
        let text = |range: &Range<usize>| Text::new(&self.body.as_bytes()[range.clone()], Charset::Utf8);
        build(self.numbers.iter().copied(), self.texts.iter().map(|(field, range)| (*field, text(range)))).map(RecordBuilder::build)
    }

    /// Creates a record. Fails if a field cannot have its value.
    pub(crate) fn to_record(&self, py: Python<'_>, kind: MessageKind, marks: Marks) -> PyResult<Record> {
        let mut items = Items::default();
        let core = self.build().map_err(|error| value_error(&error))?;
        items.is_copy_like_utf8 = self.is_like_utf8;
        items.record(&core, self.body.as_bytes(), kind, marks.is_unexpected);
        if let Some(Item::Record(record)) = items.list.last_mut() {
            record.is_ambiguous = marks.is_ambiguous;
        }
        let options = Options {
            format: Format::Json,
            all: Detail::Full,
            is_batch: false,
            charset: Charset::Utf8,
            kind,
            requested: None,
            endpoint: None,
        };
        let reply = Reply::new(copied(py, self.body.as_bytes())?.unbind(), options, items);
        let reply = Bound::new(py, reply)?;
        match reply.get().items() {
            [Item::Record(record)] => Record::new(py, reply.clone().unbind(), 0, record),
            _ => unreachable!("exactly one record was added"),
        }
    }
}

/// The marks of a record, which are no fields.
#[derive(Clone, Copy, Default)]
pub(crate) struct Marks {
    is_ambiguous: bool,
    is_unexpected: bool,
}

impl Marks {
    /// Returns the marks of a record that was requested.
    pub(crate) const fn ambiguous(is_ambiguous: bool) -> Self {
        Self { is_ambiguous, is_unexpected: false }
    }
}

/// Creates a record from Python values, by the names that `to_dict` uses. Fails if a name is
/// unknown, if a value is not valid for its field, or if the status is missing.
///
/// A value that is asked for its text may run any code: nothing else may refer to `fields`.
///
/// `is_copy_like_utf8` says whether the record is the copy of one that looks like UTF-8 (R51).
pub(crate) fn record(
    py: Python<'_>,
    fields: Option<&Bound<'_, PyDict>>,
    kind: MessageKind,
    is_copy_like_utf8: bool,
) -> PyResult<Record> {
    let mut values = Values { is_like_utf8: is_copy_like_utf8, ..Values::default() };
    let mut marks = Marks::default();
    for (name, value) in fields.into_iter().flatten().filter(|(_, value)| !value.is_none()) {
        let key = name.cast_into::<PyString>()?;
        match key.to_str()? {
            "split" => match value.cast::<PyString>().ok().and_then(|word| word.to_str().ok()) {
                Some("ambiguous") => marks.is_ambiguous = true,
                _ => return Err(PyValueError::new_err("split: expected 'ambiguous' or None")),
            },
            "unexpected" => {
                marks.is_unexpected = value.extract().map_err(|_| wrong_type("unexpected: expected True or False", &value))?;
            }
            name => {
                let Some(field) = column::field_from_name(name) else {
                    let name = key.repr()?;
                    let unknown =
                        format!("Record: unknown argument {name}: expected a field of fmt 3, or one of 'split' and 'unexpected'");
                    return Err(PyTypeError::new_err(unknown));
                };
                values.add(field, &value)?;
            }
        }
    }
    if !values.numbers.iter().any(|(field, _)| *field == Field::Status) {
        return Err(PyTypeError::new_err("Record: missing argument 'status', which every record requires"));
    }
    values.to_record(py, kind, marks)
}

/// Returns the exception for a value that its field cannot have.
pub(crate) fn value_error(error: &WriteError) -> PyErr {
    PyValueError::new_err(error.to_string())
}
