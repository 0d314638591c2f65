//! Iterators over a reply.

use std::sync::atomic::{AtomicUsize, Ordering};

use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};
use smsc_proto::Field;

use crate::column::Column;
use crate::id::Id;
use crate::interrupt::now_and_then;
use crate::items::Item;
use crate::reply::Reply;
use crate::value::value;

/// The kind of values that an iterator returns.
pub(crate) enum Mode {
    Items,
    Records,
    Rows(Vec<Column>),
}

/// An iterator over the items of a reply, over its records, or over rows of their attributes.
#[pyclass(frozen, module = "smsc_proto")]
pub(crate) struct Cursor {
    reply: Py<Reply>,
    mode: Mode,
    next: AtomicUsize,
}

impl Cursor {
    pub(crate) const fn new(reply: Py<Reply>, mode: Mode) -> Self {
        Self { reply, mode, next: AtomicUsize::new(0) }
    }

    /// Returns the index of the next item, and advances past it. Fails if the handler of a signal
    /// does: `list` handles none.
    fn advance(&self, py: Python<'_>) -> PyResult<usize> {
        now_and_then(py)?;
        Ok(self.next.fetch_add(1, Ordering::Relaxed))
    }

    /// Returns the value for the item at an index; `None` at the end.
    fn value(&self, py: Python<'_>, index: usize) -> PyResult<Option<Py<PyAny>>> {
        let Mode::Rows(columns) = &self.mode else { return Reply::item(self.reply.bind(py), index) };
        let reply = self.reply.get();
        let Some(item) = reply.items().get(index) else { return Ok(None) };
        let cells = columns.iter().map(|column| Cell { reply, item, column: *column });
        Ok(Some(PyTuple::new(py, cells)?.into_any().unbind()))
    }
}

/// A value of a row, converted to a Python object when the tuple is built.
struct Cell<'a> {
    reply: &'a Reply,
    item: &'a Item,
    column: Column,
}

impl<'py> IntoPyObject<'py> for Cell<'_> {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match (self.item, self.column) {
            (Item::Record(record), column) => Ok(value(py, self.reply, record, column)?.into_bound(py)),
            (Item::Missing(pair), Column::Field(Field::Id)) => Id::from(self.reply.pair(*pair).id).into_pyobject(py),
            (Item::Missing(pair), Column::Field(Field::Phone)) => Ok(PyString::new(py, self.reply.pair(*pair).phone).into_any()),
            _ => Ok(py.None().into_bound(py)),
        }
    }
}

#[pymethods]
impl Cursor {
    fn __iter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __next__(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        let items = self.reply.get().items();
        let is_skipped = |item: &Item| matches!(self.mode, Mode::Records) && !matches!(item, Item::Record(_));
        let mut index = self.advance(py)?;
        while items.get(index).is_some_and(is_skipped) {
            index = self.advance(py)?;
        }
        self.value(py, index).inspect_err(|_| {
            // An item that a signal interrupts is not lost, unless a thread has the next one
            // already.
            let _ = self.next.compare_exchange(index + 1, index, Ordering::Relaxed, Ordering::Relaxed);
        })
    }

    fn __length_hint__(&self) -> usize {
        self.reply.get().items().len().saturating_sub(self.next.load(Ordering::Relaxed))
    }
}
