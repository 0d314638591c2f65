//! The fields of a form that a framework has decoded already.

use std::ops::Range;

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString, PyTuple};
use smsc_proto::Charset;
use smsc_proto::callback::CallbackField;

use crate::callback::encode::encode;
use crate::callback::{ACCEPTED, not_in_charset};
use crate::interrupt::now_and_then;
use crate::options::{bytes, iterate, wrong_type};

/// The values of the known fields, one after the other, in the charset of the handler.
pub(super) struct Fields {
    values: Vec<u8>,
    places: Places,
}

/// The places of the values in those of [`Fields`].
#[derive(Clone, Default)]
pub(super) struct Places {
    known: Vec<(CallbackField, Range<usize>)>,
    /// A mark that there is a field that is not known: fields that are none of a notification are
    /// another error than no fields.
    has_unknown: bool,
}

impl Fields {
    /// Returns the fields of a mapping, or of an iterable of pairs. A str is encoded in the charset.
    /// Unknown fields are skipped, whatever their values are.
    pub(super) fn new(fields: &Bound<'_, PyAny>, charset: Charset) -> PyResult<Self> {
        let mut found = Self { values: Vec::new(), places: Places::default() };
        let pairs = if is_mapping(fields)? { fields.call_method0("items")? } else { fields.clone() };
        for pair in iterate(&pairs, ACCEPTED)? {
            now_and_then(fields.py())?;
            let pair = pair?;
            let tuple = pair.cast::<PyTuple>().ok().filter(|tuple| tuple.len() == 2);
            let tuple = tuple.ok_or_else(|| wrong_type("body: expected (name, value) tuples", &pair))?;
            match known_field(&tuple.get_item(0)?)? {
                Some(field) => found.add(field, &tuple.get_item(1)?, charset)?,
                None => found.places.has_unknown = true,
            }
        }
        Ok(found)
    }

    fn add(&mut self, field: CallbackField, value: &Bound<'_, PyAny>, charset: Charset) -> PyResult<()> {
        let start = self.values.len();
        if let Ok(text) = value.cast::<PyString>() {
            // A str with an unpaired surrogate is in no charset.
            let encoded = text.to_str().ok().and_then(|text| encode(text, charset, &mut self.values));
            encoded.ok_or_else(|| not_in_charset(value.py(), field))?;
        } else {
            let bytes = bytes(value)?.ok_or_else(|| wrong_type(&format!("{field}: expected str or bytes"), value))?;
            self.values.extend_from_slice(bytes.as_bytes());
        }
        self.places.known.push((field, start..self.values.len()));
        Ok(())
    }

    pub(super) fn values(&self) -> &[u8] {
        &self.values
    }

    pub(super) fn places(self) -> Places {
        self.places
    }
}

impl Places {
    /// Returns the names of the fields with their values, which are in `values`.
    pub(super) fn fields<'a>(&self, values: &'a [u8]) -> impl Iterator<Item = (&'static str, &'a [u8])> {
        let unknown = self.has_unknown.then_some(("", &[][..]));
        let known = self.known.iter().map(|(field, range)| (field.name(), values.get(range.clone()).unwrap_or_default()));
        unknown.into_iter().chain(known)
    }
}

/// Returns whether a value is a mapping. Fails with the exception of the value, which a cast to
/// `PyMapping` would print.
fn is_mapping(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    if value.is_instance_of::<PyDict>() {
        return Ok(true);
    }
    value.is_instance(&value.py().import("collections.abc")?.getattr("Mapping")?)
}

/// Returns the field of this name, a str or bytes; `None` if there is none.
fn known_field(name: &Bound<'_, PyAny>) -> PyResult<Option<CallbackField>> {
    let find = |name: &[u8]| CallbackField::ALL.iter().copied().find(|field| field.name().as_bytes() == name);
    if let Ok(text) = name.cast::<PyString>() {
        return Ok(text.to_str().ok().and_then(|text| find(text.as_bytes())));
    }
    let bytes = bytes(name)?.ok_or_else(|| wrong_type("body: expected names that are str or bytes", name))?;
    Ok(find(bytes.as_bytes()))
}
