//! A reply as a sequence, and `parse`.

use pyo3::basic::CompareOp;
use pyo3::exceptions::{PyIndexError, PyOverflowError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PySlice, PyTuple};
use smsc_proto::{Charset, Detail, Error, Field, Format, MessageKind, Text};

use crate::classes::Classes;
use crate::column::Column;
use crate::cursor::{Cursor, What};
use crate::items::{Item, Items, MOST_BYTES, Record, Refusal};
use crate::kept::Kept;
use crate::options::{self, AllOption, BatchOption, CharsetOption, FormatOption, KindOption, Options, Pairs, RaisesOption};
use crate::status::Status;

/// What the server answered: a sequence of what stands in the reply, in its order.
#[pyclass(frozen, module = "smsc_proto")]
pub(crate) struct Reply {
    body: Py<PyBytes>,
    options: Options,
    items: Items,
    kept: Kept,
}

/// Bodies from this length on are read without holding the interpreter, which other threads can use meanwhile.
const LONG: usize = 1 << 14;

impl Reply {
    pub(crate) fn new(body: Py<PyBytes>, options: Options, items: Items) -> Self {
        Self { body, options, items, kept: Kept::default() }
    }

    /// Reads a body; only one that is no reply at all (R49) is an error.
    fn read<'py>(body: &Bound<'py, PyAny>, mut options: Options) -> PyResult<Bound<'py, Self>> {
        let py = body.py();
        let (body, charset) = options::body(body, "body")?;
        options.charset = charset.unwrap_or(options.charset);
        let bytes = body.as_bytes();
        if bytes.len() > MOST_BYTES {
            return Err(PyValueError::new_err("body: over 4 GiB, which iter_parse can read"));
        }
        let read = || {
            let mut items = Items::default();
            let asked = options.pairs.as_ref().map(Pairs::asked);
            items.read(&options.query(asked.as_deref()), bytes).map(|()| items)
        };
        let items = if bytes.len() < LONG { read() } else { py.detach(read) };
        let items = items.or_else(|error| Err(malformed(py, &error)?))?;
        Bound::new(py, Self::new(body.unbind(), options, items))
    }

    /// The items, each in its place.
    pub(crate) fn items(&self) -> &[Item] {
        &self.items.list
    }

    /// What the caller knows of the messages.
    pub(crate) const fn kind(&self) -> MessageKind {
        self.options.kind
    }

    pub(crate) fn text<'py>(&'py self, py: Python<'py>, record: &Record, field: Field) -> Option<Text<'py>> {
        self.items.text(record, field, self.body.as_bytes(py))
    }

    /// The value of a text that may come again in this reply.
    pub(crate) fn kept(
        &self,
        py: Python<'_>,
        field: Field,
        text: Text<'_>,
        make: impl FnOnce() -> PyResult<Py<PyAny>>,
    ) -> PyResult<Py<PyAny>> {
        // One record has nothing that could come again.
        if self.items.list.len() < 2 { make() } else { self.kept.get(py, field, text, make) }
    }

    /// An item as Python has it.
    pub(crate) fn item(slf: &Bound<'_, Self>, index: usize) -> PyResult<Option<Py<PyAny>>> {
        let py = slf.py();
        let Some(item) = slf.get().items.list.get(index) else { return Ok(None) };
        Ok(Some(match item {
            Item::Record(record) => Py::new(py, Record::new(py, slf.clone().unbind(), index, record)?)?.into_any(),
            Item::Malformed(error) => malformed(py, error)?.into_value(py).into_any(),
            Item::Missing(id, phone) => Classes::get(py)?.missing.call1(py, (*id, &**phone))?,
            Item::Refused(refusal) => refused(py, refusal)?.into_value(py).into_any(),
            Item::Deleted => Classes::get(py)?.deleted.call0(py)?,
        }))
    }

    /// All items, for what Python's tuples can do.
    fn tuple<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        Self::pick(slf, |_| true)
    }

    /// The items that are of one kind.
    fn pick<'py>(slf: &Bound<'py, Self>, is_wanted: fn(&Item) -> bool) -> PyResult<Bound<'py, PyTuple>> {
        let places = slf.get().items().iter().enumerate().filter(|(_, item)| is_wanted(item));
        let items = places.filter_map(|(index, _)| Self::item(slf, index).transpose()).collect::<PyResult<Vec<_>>>()?;
        PyTuple::new(slf.py(), items)
    }
}

/// The exception for a body or a record that cannot be read (R48).
pub(crate) fn malformed(py: Python<'_>, error: &Error) -> PyResult<PyErr> {
    let span = error.span();
    let args = (error.kind().to_string(), error.offset(), error.expected(), (span.start, span.end));
    Ok(PyErr::from_value(Classes::get(py)?.malformed.bind(py).call1(args)?))
}

/// The exception for a refused request (R11).
pub(crate) fn refused(py: Python<'_>, refusal: &Refusal) -> PyResult<PyErr> {
    let classes = Classes::get(py)?;
    let code = classes.api_error_code.bind(py).call1((refusal.code,))?;
    Ok(PyErr::from_value(classes.api_error.bind(py).call1((code, refusal.text.as_deref(), refusal.id))?))
}

#[pymethods]
impl Reply {
    fn __len__(&self) -> usize {
        self.items.list.len()
    }

    fn __getitem__<'py>(slf: &Bound<'py, Self>, index: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let py = slf.py();
        let len = slf.get().items.list.len();
        if let Ok(slice) = index.cast::<PySlice>() {
            // Python's own range does the arithmetic of negative steps.
            let places = py.get_type::<pyo3::types::PyRange>().call1((len,))?.get_item(slice)?;
            let items = places.try_iter()?.map(|place| slf.get_item(place?)).collect::<PyResult<Vec<_>>>()?;
            return Ok(PyTuple::new(py, items)?.into_any());
        }
        let index: Option<isize> = match index.extract() {
            Ok(index) => Some(index),
            // No reply has so many items either.
            Err(error) if error.is_instance_of::<PyOverflowError>(py) => None,
            Err(error) => return Err(error),
        };
        let place = index.and_then(|index| if index < 0 { len.checked_add_signed(index) } else { usize::try_from(index).ok() });
        let item = place.map(|place| Self::item(slf, place)).transpose()?.flatten();
        Ok(item.ok_or_else(|| PyIndexError::new_err("there are not so many items in the reply"))?.into_bound(py))
    }

    fn __iter__(slf: Bound<'_, Self>) -> Cursor {
        Cursor::new(slf.unbind(), What::Items)
    }

    /// The records that could be read, without whatever else stands in the reply.
    fn statuses(slf: Bound<'_, Self>) -> Cursor {
        Cursor::new(slf.unbind(), What::Statuses)
    }

    /// The named fields of each item as a tuple; what an item lacks is None.
    #[pyo3(signature = (*fields))]
    fn rows(slf: Bound<'_, Self>, fields: &Bound<'_, PyTuple>) -> PyResult<Cursor> {
        let column = |name: Bound<'_, PyAny>| {
            let name =
                name.cast::<pyo3::types::PyString>().map_err(|_| options::wrong_type("rows: names of fields, str", &name))?;
            let Some(column) = name.to_str().ok().and_then(Column::named) else {
                return Err(PyValueError::new_err(format!("rows: {} is no attribute of a Status", name.repr()?)));
            };
            Ok(column)
        };
        let columns = fields.iter().map(column).collect::<PyResult<_>>()?;
        Ok(Cursor::new(slf.unbind(), What::Rows(columns)))
    }

    /// The records that could not be read, in their order.
    #[getter]
    fn malformed<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        Self::pick(slf, |item| matches!(item, Item::Malformed(_)))
    }

    /// The pairs that were asked for and did not come.
    #[getter]
    fn missing<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        Self::pick(slf, |item| matches!(item, Item::Missing(..)))
    }

    fn __reversed__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("builtins")?.getattr("reversed")?.call1((Self::tuple(slf)?,))
    }

    /// The place of an item.
    #[pyo3(signature = (value, start = 0, stop = isize::MAX), text_signature = "($self, value, start=0, stop=sys.maxsize)")]
    fn index<'py>(slf: &Bound<'py, Self>, value: &Bound<'py, PyAny>, start: isize, stop: isize) -> PyResult<Bound<'py, PyAny>> {
        Self::tuple(slf)?.call_method1("index", (value, start, stop))
    }

    /// How many items are equal to this one.
    fn count<'py>(slf: &Bound<'py, Self>, value: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        Self::tuple(slf)?.call_method1("count", (value,))
    }

    fn __richcmp__<'py>(slf: &Bound<'py, Self>, other: &Bound<'py, PyAny>, op: CompareOp) -> PyResult<Bound<'py, PyAny>> {
        match (other.cast::<Self>(), op) {
            (Ok(other), CompareOp::Eq | CompareOp::Ne) => Self::tuple(slf)?.rich_compare(Self::tuple(other)?, op),
            _ => Ok(slf.py().NotImplemented().into_bound(slf.py())),
        }
    }

    fn __hash__(slf: &Bound<'_, Self>) -> PyResult<isize> {
        Self::tuple(slf)?.hash()
    }

    fn __repr__(&self) -> String {
        let count = |is_wanted: fn(&Item) -> bool| self.items().iter().filter(|item| is_wanted(item)).count();
        let (malformed, missing) =
            (count(|item| matches!(item, Item::Malformed(_))), count(|item| matches!(item, Item::Missing(..))));
        format!("<Reply: {} items, {malformed} malformed, {missing} missing>", self.__len__())
    }

    /// A reply is pickled as its body and what was asked, and read again.
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let Options { format, all, is_batch, charset, kind, pairs } = &self.options;
        let pairs = pairs.as_ref().map(|pairs| pairs.0.clone());
        let args = (&self.body, *format as u8, *all as u8, *is_batch, charset.name(), KindOption::word(*kind), pairs);
        Ok((py.import("smsc_proto._native")?.getattr("_read")?, args.into_pyobject(py)?))
    }
}

/// Reads the body of a reply.
#[pyfunction]
#[pyo3(
    signature = (
        body, *, fmt = FormatOption(Format::Values), all = AllOption(Detail::Status), multi = BatchOption(false),
        charset = CharsetOption(Charset::Windows1251), kind = None, ids = None, api_error = RaisesOption(true)
    ),
    text_signature = "(body, *, fmt=1, all=0, multi=False, charset='windows-1251', kind=None, ids=None, api_error='raise')"
)]
#[expect(clippy::too_many_arguments, reason = "the options of a request")]
pub(crate) fn parse<'py>(
    body: &Bound<'py, PyAny>,
    fmt: FormatOption,
    all: AllOption,
    multi: BatchOption,
    charset: CharsetOption,
    kind: Option<KindOption>,
    ids: Option<Pairs>,
    api_error: RaisesOption,
) -> PyResult<Bound<'py, Reply>> {
    let reply = read(body, fmt, all, multi, charset, kind, ids)?;
    match reply.get().items() {
        [Item::Refused(refusal)] if api_error.0 => Err(refused(body.py(), refusal)?),
        // The one record of a single reply has no neighbours that could be lost.
        [Item::Malformed(error), rest @ ..]
            if !reply.get().options.is_batch && rest.iter().all(|item| matches!(item, Item::Missing(..))) =>
        {
            Err(malformed(body.py(), error)?)
        }
        _ => Ok(reply),
    }
}

/// Reads the body of a reply, and raises nothing that can be an item.
#[pyfunction(name = "_read")]
pub(crate) fn read<'py>(
    body: &Bound<'py, PyAny>,
    fmt: FormatOption,
    all: AllOption,
    multi: BatchOption,
    charset: CharsetOption,
    kind: Option<KindOption>,
    ids: Option<Pairs>,
) -> PyResult<Bound<'py, Reply>> {
    let kind = kind.map_or_else(Default::default, |kind| kind.0);
    Reply::read(body, Options { format: fmt.0, all: all.0, is_batch: multi.0, charset: charset.0, kind, pairs: ids })
}
