//! A reply as a Python sequence, and `parse`.

use pyo3::basic::CompareOp;
use pyo3::exceptions::{PyIndexError, PyOverflowError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PySlice, PyTuple};
use smsc_proto::{Charset, Detail, Endpoint, Error, Field, Format, MessageKind, Requested, Text};

use crate::cache::Cache;
use crate::classes::Classes;
use crate::column::Column;
use crate::cursor::{Cursor, Mode};
use crate::id::Id;
use crate::interrupt::{GoOn, now_and_then, over_body};
use crate::items::{ApiErrorData, Item, Items, MAX_BODY, PairIndex, RecordData};
use crate::options::{self, AllOption, BatchOption, CharsetOption, FormatOption, KindOption, Options, RaisesOption};
use crate::pairs::RequestedPairs;
use crate::question::EndpointOption;
use crate::record::Record;

/// The items of a reply, in their order: a sequence.
#[pyclass(frozen, module = "smsc_proto")]
pub(crate) struct Reply {
    body: Py<PyBytes>,
    options: Options,
    items: Items,
    cache: Cache,
}

/// The number of bytes of a body that take as long as a requested pair, at most: with pairs of one
/// key in several forms, which are sorted.
const PAIR: usize = 1 << 10;

impl Reply {
    pub(crate) fn new(body: Py<PyBytes>, options: Options, items: Items) -> Self {
        Self { body, options, items, cache: Cache::default() }
    }

    /// Parses a body. Fails only if the body as a whole is not a reply (R49).
    fn read<'py>(body: &Bound<'py, PyAny>, mut options: Options) -> PyResult<Bound<'py, Self>> {
        let py = body.py();
        let (body, charset) = options::body(body, "body")?;
        options.charset = charset.unwrap_or(options.charset);
        let bytes = body.as_bytes();
        if bytes.len() > MAX_BODY {
            return Err(PyValueError::new_err("body: longer than 4 GiB; use iter_parse"));
        }
        let pairs = options.requested.as_ref().map_or(0, |pairs| pairs.list().len());
        let items = over_body(&options, &body, pairs.saturating_mul(PAIR), parsed)?;
        let items = items.or_else(|error| Err(malformed_with_hint(py, &error, &options, bytes)?))?;
        Bound::new(py, Self::new(body.unbind(), options, items))
    }

    /// Returns the requested pair of a missing item.
    pub(crate) fn pair(&self, index: PairIndex) -> Requested<'_> {
        let pairs = self.options.requested.as_ref();
        *pairs.and_then(|pairs| pairs.list().get(index)).expect("a pair is only missing if it was requested")
    }

    /// Returns the parsed items, in their order.
    pub(crate) fn items(&self) -> &[Item] {
        &self.items.list
    }

    /// Returns the kind of the messages, as far as the caller knows it.
    pub(crate) const fn kind(&self) -> MessageKind {
        self.options.kind
    }

    pub(crate) fn text<'py>(&'py self, py: Python<'py>, record: &RecordData, field: Field) -> Option<Text<'py>> {
        self.items.text(record, field, self.body.as_bytes(py))
    }

    /// Returns whether a text of a record looks like UTF-8 that was read in another charset (R51).
    pub(crate) fn looks_like_utf8(&self, py: Python<'_>, record: &RecordData) -> bool {
        self.items.looks_like_utf8(record, self.body.as_bytes(py))
    }

    /// Returns the value of a text that may repeat in this reply: the cached one, or else the
    /// result of `make`.
    pub(crate) fn cached(
        &self,
        py: Python<'_>,
        field: Field,
        text: Text<'_>,
        make: impl FnOnce() -> PyResult<Py<PyAny>>,
    ) -> PyResult<Py<PyAny>> {
        // Nothing repeats in a single item.
        let items = self.items.list.len();
        if items < 2 { make() } else { self.cache.get(py, items, field, text, make) }
    }

    /// Fails with the first malformed item if there are no others, or missing ones alone: nothing was
    /// read, and an iterator without items would hide that the options are wrong.
    fn has_records(&self, py: Python<'_>) -> PyResult<()> {
        if self.items().iter().any(|item| !matches!(item, Item::Malformed(_) | Item::Missing(_))) {
            return Ok(());
        }
        let first = self.items().iter().find_map(|item| if let Item::Malformed(error) = item { Some(error) } else { None });
        first.map_or(Ok(()), |error| Err(malformed_with_hint(py, error, &self.options, self.body.as_bytes(py))?))
    }

    /// Returns an item as a Python object; `None` if the index is out of range.
    pub(crate) fn item(slf: &Bound<'_, Self>, index: usize) -> PyResult<Option<Py<PyAny>>> {
        let py = slf.py();
        let Some(item) = slf.get().items.list.get(index) else { return Ok(None) };
        Ok(Some(match item {
            Item::Record(record) => Py::new(py, Record::new(py, slf.clone().unbind(), index, record)?)?.into_any(),
            Item::Malformed(error) => malformed(py, error)?.into_value(py).into_any(),
            Item::Missing(pair) => {
                let Requested { id, phone } = slf.get().pair(*pair);
                Classes::get(py)?.missing.create(py, &Id::from(id), phone)?
            }
            Item::ApiError(error) => api_error(py, error)?.into_value(py).into_any(),
            Item::Deleted => Classes::get(py)?.deleted.call0(py)?,
        }))
    }

    /// Returns all items as a tuple, which implements the other operations of a sequence.
    fn tuple<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        Self::select(slf, |_| true)
    }

    /// Returns the items that meet a condition.
    fn select<'py>(slf: &Bound<'py, Self>, is_wanted: fn(&Item) -> bool) -> PyResult<Bound<'py, PyTuple>> {
        let wanted = slf.get().items().iter().enumerate().filter(|(_, item)| is_wanted(item));
        let item = |(index, _)| now_and_then(slf.py()).and_then(|()| Self::item(slf, index)).transpose();
        let items = wanted.filter_map(item).collect::<PyResult<Vec<_>>>()?;
        PyTuple::new(slf.py(), items)
    }
}

/// Returns the items of a body. Fails if the body as a whole is not a reply.
fn parsed(options: &Options, body: &[u8], go_on: GoOn<'_>) -> Result<Items, Error> {
    let mut items = Items::default();
    items.read(&options.query(), body, go_on)?;
    if let [Item::ApiError(error)] = items.list.as_mut_slice() {
        error.endpoint = options.endpoint;
    }
    Ok(items)
}

/// Returns the exception for a body or a record that cannot be parsed (R48).
pub(crate) fn malformed(py: Python<'_>, error: &Error) -> PyResult<PyErr> {
    let span = error.span();
    let args = (error.kind().to_string(), error.offset(), error.expected(), (span.start, span.end), error.to_string());
    Ok(PyErr::from_value(Classes::get(py)?.malformed.bind(py).call1(args)?))
}

/// Returns the exception for a body that cannot be parsed, with the options that it needs more likely
/// (R21b).
fn malformed_with_hint(py: Python<'_>, error: &Error, options: &Options, body: &[u8]) -> PyResult<PyErr> {
    let malformed = malformed(py, error)?;
    if let Some(guess) = options.query().guess(body).next() {
        malformed.value(py).setattr("hint", guess.to_string())?;
    }
    Ok(malformed)
}

/// Returns the exception for an API error (R11).
pub(crate) fn api_error(py: Python<'_>, error: &ApiErrorData) -> PyResult<PyErr> {
    let classes = Classes::get(py)?;
    let code = classes.api_error_code.bind(py).call1((error.code,))?;
    let created = classes.api_error.bind(py).call1((code, error.text.as_deref(), error.id.as_ref()))?;
    if error.looks_like_utf8 {
        created.setattr("looks_like_utf8", true)?;
    }
    if let Some(endpoint) = error.endpoint {
        created.setattr("endpoint", endpoint.name())?;
    }
    Ok(PyErr::from_value(created))
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
            // Python's range implements slices with negative bounds and steps.
            let indices = py.get_type::<pyo3::types::PyRange>().call1((len,))?.get_item(slice)?;
            let mut items = Vec::new();
            for index in indices.try_iter()? {
                now_and_then(py)?;
                items.push(slf.get_item(index?)?);
            }
            return Ok(PyTuple::new(py, items)?.into_any());
        }
        let index: Option<isize> = match index.extract() {
            Ok(index) => Some(index),
            // An index that exceeds an isize is out of range.
            Err(error) if error.is_instance_of::<PyOverflowError>(py) => None,
            Err(error) => return Err(error),
        };
        let index = index.and_then(|index| if index < 0 { len.checked_add_signed(index) } else { usize::try_from(index).ok() });
        let item = index.map(|index| Self::item(slf, index)).transpose()?.flatten();
        Ok(item.ok_or_else(|| PyIndexError::new_err("reply index out of range"))?.into_bound(py))
    }

    fn __iter__(slf: Bound<'_, Self>) -> Cursor {
        Cursor::new(slf.unbind(), Mode::Items)
    }

    /// Returns an iterator over the records, without the other items of the reply. Raises
    /// `MalformedReply` if every line is malformed.
    fn records(slf: Bound<'_, Self>) -> PyResult<Cursor> {
        slf.get().has_records(slf.py())?;
        Ok(Cursor::new(slf.unbind(), Mode::Records))
    }

    /// Returns an iterator over tuples with the named attributes of each item. An attribute that an
    /// item lacks is None.
    #[pyo3(signature = (*fields))]
    fn rows(slf: Bound<'_, Self>, fields: &Bound<'_, PyTuple>) -> PyResult<Cursor> {
        let column = |name: Bound<'_, PyAny>| {
            let name = name
                .cast::<pyo3::types::PyString>()
                .map_err(|_| options::wrong_type("rows: expected the names of attributes, str", &name))?;
            let Some(column) = name.to_str().ok().and_then(Column::from_name) else {
                return Err(PyValueError::new_err(format!(
                    "rows: {} is not an attribute of Record or a part of its outcome",
                    name.repr()?
                )));
            };
            Ok(column)
        };
        let columns = fields.iter().map(column).collect::<PyResult<_>>()?;
        Ok(Cursor::new(slf.unbind(), Mode::Rows(columns)))
    }

    /// Returns the records that could not be parsed, in their order.
    #[getter]
    fn malformed<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        Self::select(slf, |item| matches!(item, Item::Malformed(_)))
    }

    /// Returns the requested pairs whose records are not in the reply.
    #[getter]
    fn missing<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        Self::select(slf, |item| matches!(item, Item::Missing(_)))
    }

    /// Returns whether a text of a record, or that of an API error, looks like UTF-8 that was read
    /// in another charset.
    #[getter]
    #[pyo3(name = "looks_like_utf8")]
    fn any_looks_like_utf8(&self, py: Python<'_>) -> PyResult<bool> {
        for item in self.items() {
            now_and_then(py)?;
            let is_found = match item {
                Item::Record(record) => self.looks_like_utf8(py, record),
                Item::ApiError(error) => error.looks_like_utf8,
                Item::Malformed(_) | Item::Missing(_) | Item::Deleted => false,
            };
            if is_found {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn __reversed__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("builtins")?.getattr("reversed")?.call1((Self::tuple(slf)?,))
    }

    /// Returns the index of the first item that is equal to a value.
    #[pyo3(signature = (value, start = 0, stop = isize::MAX), text_signature = "($self, value, start=0, stop=sys.maxsize)")]
    fn index<'py>(slf: &Bound<'py, Self>, value: &Bound<'py, PyAny>, start: isize, stop: isize) -> PyResult<Bound<'py, PyAny>> {
        Self::tuple(slf)?.call_method1("index", (value, start, stop))
    }

    /// Returns the number of items that are equal to a value.
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
            (count(|item| matches!(item, Item::Malformed(_))), count(|item| matches!(item, Item::Missing(_))));
        format!("<Reply: {} items, {malformed} malformed, {missing} missing>", self.__len__())
    }

    /// Returns a table for notebooks, without phones and texts.
    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("smsc_proto._html")?.getattr("table")?.call1((slf,))
    }

    /// Returns what is pickled: the body and the options, from which the reply is parsed again.
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let Options { format, all, is_batch, charset, kind, requested, endpoint } = &self.options;
        let endpoint = endpoint.map(Endpoint::name);
        let ids =
            requested.as_ref().map(|pairs| pairs.list().iter().map(|pair| (Id::from(pair.id), pair.phone)).collect::<Vec<_>>());
        let args = (&self.body, *format as u8, *all as u8, *is_batch, charset.name(), KindOption::word(*kind), ids, endpoint);
        Ok((py.import("smsc_proto._native")?.getattr("_read")?, args.into_pyobject(py)?))
    }
}

/// Parses the body of a reply.
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
    ids: Option<RequestedPairs>,
    api_error: RaisesOption,
) -> PyResult<Bound<'py, Reply>> {
    let kind = kind.map_or_else(Default::default, |kind| kind.0);
    let options =
        Options { format: fmt.0, all: all.0, is_batch: multi.0, charset: charset.0, kind, requested: ids, endpoint: None };
    parse_with(body, options, api_error)
}

/// Parses the body of a reply with these options.
pub(crate) fn parse_with<'py>(body: &Bound<'py, PyAny>, options: Options, api_error: RaisesOption) -> PyResult<Bound<'py, Reply>> {
    let reply = Reply::read(body, options)?;
    match reply.get().items() {
        [Item::ApiError(error)] if api_error.0 => Err(self::api_error(body.py(), error)?),
        // A single reply has no other records that an exception would lose.
        [Item::Malformed(error), rest @ ..]
            if !reply.get().options.is_batch && rest.iter().all(|item| matches!(item, Item::Missing(_))) =>
        {
            Err(malformed_with_hint(body.py(), error, &reply.get().options, reply.get().body.as_bytes(body.py()))?)
        }
        _ => Ok(reply),
    }
}

/// Parses the body of a reply. Unlike `parse`, returns an API error or a malformed record as an
/// item.
#[pyfunction(name = "_read", signature = (body, fmt, all, multi, charset, kind, ids, endpoint = None))]
#[expect(clippy::too_many_arguments, reason = "the options of a request")]
pub(crate) fn read<'py>(
    body: &Bound<'py, PyAny>,
    fmt: FormatOption,
    all: AllOption,
    multi: BatchOption,
    charset: CharsetOption,
    kind: Option<KindOption>,
    ids: Option<RequestedPairs>,
    endpoint: Option<EndpointOption>,
) -> PyResult<Bound<'py, Reply>> {
    let kind = kind.map_or_else(Default::default, |kind| kind.0);
    let endpoint = endpoint.map(|endpoint| endpoint.0);
    let (format, all, is_batch, charset) = (fmt.0, all.0, multi.0, charset.0);
    Reply::read(body, Options { format, all, is_batch, charset, kind, requested: ids, endpoint })
}
