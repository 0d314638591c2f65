//! The messages that a request is about.

use pyo3::prelude::*;
use pyo3::types::{PyInt, PyString, PyTuple};

use crate::interrupt::now_and_then;
use crate::options::{iterate, wrong_type};
use crate::pairs::{Parts, RequestedPairs};
use crate::request::error::invalid;
use crate::request::values::id_of;

const ACCEPTED: &str = "messages: expected an (id, phone) pair, int or str and str, or an iterable of pairs";

/// One message, or a batch: the pairs of a request.
pub(crate) struct Messages {
    pub(crate) pairs: RequestedPairs,
    pub(crate) is_batch: bool,
}

impl<'py> FromPyObject<'_, 'py> for Messages {
    type Error = PyErr;

    /// Returns one message for a pair, and a batch for an iterable of pairs. The core checks the
    /// phones.
    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let mut parts = Parts::default();
        let is_batch = !is_pair(&value);
        if is_batch {
            for (item, pair) in iterate(&value, ACCEPTED)?.enumerate() {
                now_and_then(value.py())?;
                add(&mut parts, &pair?, item)?;
            }
        } else {
            add(&mut parts, &value, 0)?;
        }
        Ok(Self { pairs: parts.finish(), is_batch })
    }
}

/// Returns whether a value is a pair, and not a tuple of pairs.
fn is_pair(value: &Bound<'_, PyAny>) -> bool {
    let first = value.cast::<PyTuple>().ok().and_then(|tuple| tuple.get_item(0).ok());
    first.is_some_and(|first| first.is_instance_of::<PyInt>() || first.is_instance_of::<PyString>())
}

/// Adds a pair. Fails if the value is not a pair.
fn add(parts: &mut Parts, pair: &Bound<'_, PyAny>, item: usize) -> PyResult<()> {
    let tuple = pair.cast::<PyTuple>().ok().filter(|tuple| tuple.len() == 2);
    let tuple = tuple.ok_or_else(|| wrong_type(ACCEPTED, pair))?;
    let (id, phone) = (tuple.get_borrowed_item(0)?, tuple.get_borrowed_item(1)?);
    let id = id_of(&id, "id", Some(item))?;
    let phone = phone.cast::<PyString>().map_err(|_| wrong_type("phone: expected str", &phone))?;
    let phone = phone.to_str().map_err(|_| invalid(pair.py(), "phone", Some(item), "a phone without an unpaired surrogate"))?;
    parts.push(&id, phone);
    Ok(())
}
