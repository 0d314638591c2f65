//! `iter_parse`: batches that do not fit in memory, or arrive in chunks.

use std::sync::{Mutex, TryLockError};

use pyo3::exceptions::PyValueError;
use pyo3::gc::{PyTraverseError, PyVisit};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyIterator, PyString};
use smsc_proto::{Charset, Detail, Format};

use crate::items::Item;
use crate::options::{self, AllOption, CharsetOption, FormatOption, KindOption, Options, RaisesOption};
use crate::pairs::RequestedPairs;
use crate::reader::{Parsed, Reader, reader};
use crate::reply::{Reply, api_error, malformed};

/// The number of bytes that are read from a file, or appended to the window, at a time.
const CHUNK: usize = 1 << 18;

/// The source of the chunks.
enum Source {
    File(Py<PyAny>),
    Chunks(Py<PyIterator>),
    /// The garbage collector cleared the source.
    Cleared,
}

/// An iterator over the items of a batch that arrives in chunks.
#[pyclass(frozen, module = "smsc_proto")]
pub(crate) struct Stream(Mutex<State>);

struct State {
    reader: Reader,
    options: Options,
    /// The number of requested pairs that are matched or missing.
    settled: usize,
    raises: bool,
    source: Source,
    /// The bytes that are received and not consumed.
    window: Vec<u8>,
    /// A chunk of which a part is not in the window yet, and the offset of that part.
    chunk: Option<(Py<PyBytes>, usize)>,
    is_last: bool,
    is_end: bool,
    /// The items that are parsed and not returned yet: a part of the batch, and the range of their
    /// indices.
    pending: Option<(Py<Reply>, std::ops::Range<usize>)>,
}

impl State {
    /// Returns the next item; `None` at the end of the batch.
    fn next(&mut self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        loop {
            if let Some((reply, indices)) = &mut self.pending {
                if indices.start < indices.end {
                    let result = match reply.get().items().get(indices.start) {
                        Some(Item::ApiError(error)) if self.raises => Err(api_error(py, error)?),
                        _ => Ok(Reply::item(reply.bind(py), indices.start)?),
                    };
                    // Only now: an item that a signal interrupts is not lost.
                    indices.start += 1;
                    return result;
                }
                self.pending = None;
            }
            if self.is_end {
                return Ok(None);
            }
            self.fill(py)?;
        }
    }

    /// Parses the window. Receives more bytes if the window has no complete item.
    fn fill(&mut self, py: Python<'_>) -> PyResult<()> {
        // `list` handles no signals.
        py.check_signals()?;
        if let Some(pairs) = &self.options.requested {
            pairs.build_wanted(py)?;
        }
        let Self { reader, options, window, is_last, settled, .. } = self;
        let Parsed { consumed, items, is_end } = match py.detach(|| reader.read(window, *is_last, *settled)) {
            Ok(parsed) => parsed,
            Err(error) => {
                self.is_end = true;
                return Err(malformed(py, &error)?);
            }
        };
        self.is_end |= is_end;
        *settled = items.settled;
        if !items.list.is_empty() {
            let indices = 0..items.list.len();
            let body = options::copied(py, window.get(..consumed).unwrap_or_default())?;
            let reply = Reply::new(body.unbind(), options.clone(), items);
            self.pending = Some((Py::new(py, reply)?, indices));
        }
        self.window.drain(..consumed);
        if self.pending.is_none() && !self.is_end {
            self.receive(py)?;
        }
        Ok(())
    }

    /// Appends more bytes to the window, or gets the next chunk. A long chunk is appended in parts,
    /// so that the window stays small.
    fn receive(&mut self, py: Python<'_>) -> PyResult<()> {
        let Some((chunk, offset)) = self.chunk.take() else {
            let next = self.source.next(py);
            // A file can be read again after an error. An iterator that raised is usually finished,
            // and a record that was cut off must not be parsed as if it were complete.
            self.is_end = next.is_err() && matches!(self.source, Source::Chunks(_));
            // The contents of a chunk of a wrong type are lost, so the next chunk would not
            // continue the previous one.
            let chunk = next?.map(|chunk| chunk_bytes(&chunk)).transpose().inspect_err(|_| self.is_end = true)?;
            // A file is at its end when it returns no bytes.
            let chunk = chunk.filter(|chunk| !matches!(self.source, Source::File(_)) || !chunk.as_bytes().is_empty());
            self.chunk = chunk.map(|chunk| (chunk.unbind(), 0));
            self.is_last = self.chunk.is_none();
            return Ok(());
        };
        let rest = chunk.as_bytes(py).get(offset..).unwrap_or_default();
        let part = rest.get(..CHUNK).unwrap_or(rest);
        self.window.extend_from_slice(part);
        if part.len() < rest.len() {
            self.chunk = Some((chunk.clone_ref(py), offset + part.len()));
        }
        Ok(())
    }
}

impl Source {
    /// Returns the next chunk; `None` at the end of an iterable.
    fn next<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        match self {
            Self::File(file) => file.bind(py).call_method1("read", (CHUNK,)).map(Some),
            Self::Chunks(chunks) => chunks.bind(py).clone().next().transpose(),
            Self::Cleared => Ok(None),
        }
    }
}

/// Returns the bytes of a chunk. Fails if the chunk has a wrong type.
fn chunk_bytes<'py>(chunk: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    let accepted = if chunk.is_instance_of::<PyString>() {
        "source: expected chunks of bytes, such as a file opened in binary mode returns"
    } else {
        "source: expected chunks of bytes, bytearray or memoryview"
    };
    options::bytes(chunk)?.ok_or_else(|| options::wrong_type(accepted, chunk))
}

#[pymethods]
impl Stream {
    fn __iter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __next__(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        match self.0.try_lock() {
            Ok(mut state) => state.next(py),
            Err(TryLockError::WouldBlock) => {
                Err(PyValueError::new_err("iter_parse: the iterator is already in use by another call"))
            }
            Err(TryLockError::Poisoned(_)) => Ok(None),
        }
    }

    /// Visits the source, which may be a generator that holds the stream: a reference cycle.
    ///
    /// While the stream is in use, its user holds a reference to it, so it is not garbage and need
    /// not be visited. The lock is neither acquired nor released by another thread during the
    /// visit, because both need the interpreter, which the collector holds.
    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
        match self.0.try_lock().as_deref() {
            Ok(State { source: Source::File(file), .. }) => visit.call(file),
            Ok(State { source: Source::Chunks(chunks), .. }) => visit.call(chunks),
            _ => Ok(()),
        }
    }

    fn __clear__(&self) {
        let source = self.0.try_lock().ok().map(|mut state| {
            state.is_end = true;
            std::mem::replace(&mut state.source, Source::Cleared)
        });
        // Not under the lock: this may run a finalizer that calls the stream.
        drop(source);
    }
}

/// Returns an iterator over the items of a batch of any length, in constant memory.
#[pyfunction]
#[pyo3(
    signature = (
        source, *, fmt = FormatOption(Format::Values), all = AllOption(Detail::Status),
        charset = CharsetOption(Charset::Windows1251), kind = None, ids = None, api_error = RaisesOption(true)
    ),
    text_signature = "(source, *, fmt=1, all=0, charset='windows-1251', kind=None, ids=None, api_error='raise')"
)]
pub(crate) fn iter_parse(
    source: &Bound<'_, PyAny>,
    fmt: FormatOption,
    all: AllOption,
    charset: CharsetOption,
    kind: Option<KindOption>,
    ids: Option<RequestedPairs>,
    api_error: RaisesOption,
) -> PyResult<Stream> {
    const ACCEPTED: &str = "source: expected a binary file or an iterable of bytes";
    let kind = kind.map_or_else(Default::default, |kind| kind.0);
    // Iterating over a body yields numbers, not chunks.
    if options::body(source, "source").is_ok() {
        return Err(options::wrong_type(&format!("{ACCEPTED} (use parse for a complete body)"), source));
    }
    let source = if source.hasattr("read")? {
        Source::File(source.clone().unbind())
    } else {
        Source::Chunks(options::iterate(source, ACCEPTED)?.unbind())
    };
    let options = Options { format: fmt.0, all: all.0, is_batch: true, charset: charset.0, kind, requested: ids, endpoint: None };
    let reader = reader(options.clone());
    let raises = api_error.0;
    let state = State {
        reader,
        options,
        settled: 0,
        raises,
        source,
        window: Vec::new(),
        chunk: None,
        is_last: false,
        is_end: false,
        pending: None,
    };
    Ok(Stream(Mutex::new(state)))
}
