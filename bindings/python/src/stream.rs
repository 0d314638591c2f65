//! `iter_parse`: batches that do not fit in memory, or come piece by piece.

use std::sync::{Mutex, TryLockError};

use pyo3::exceptions::PyValueError;
use pyo3::gc::{PyTraverseError, PyVisit};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyIterator, PyString};
use smsc_proto::{Charset, Detail, Format};

use crate::items::Item;
use crate::options::{self, AllOption, CharsetOption, FormatOption, KindOption, Options, Pairs, RaisesOption};
use crate::reader::{Reader, reader};
use crate::reply::{Reply, malformed, refused};

/// How many bytes of a file are read at once.
const CHUNK: usize = 1 << 18;

/// Where the chunks come from.
enum Source {
    File(Py<PyAny>),
    Chunks(Py<PyIterator>),
    /// The garbage collector took it.
    Gone,
}

/// An iterator over the items of a batch that comes piece by piece.
#[pyclass(frozen, module = "smsc_proto")]
pub(crate) struct Stream(Mutex<State>);

struct State {
    reader: Reader,
    options: Options,
    raises: bool,
    source: Source,
    /// What has come and is not used up.
    window: Vec<u8>,
    /// What of a chunk has not been taken yet: the chunk, and where.
    chunk: Option<(Py<PyBytes>, usize)>,
    is_last: bool,
    is_over: bool,
    /// Items that wait to be given: the part of the batch that they are in, and their places.
    ready: Option<(Py<Reply>, std::ops::Range<usize>)>,
}

impl State {
    fn next(&mut self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        loop {
            if let Some((reply, places)) = &mut self.ready {
                if let Some(place) = places.next() {
                    if let (Some(Item::Refused(refusal)), true) = (reply.get().items().get(place), self.raises) {
                        return Err(refused(py, refusal)?);
                    }
                    return Reply::item(reply.bind(py), place);
                }
                self.ready = None;
            }
            if self.is_over {
                return Ok(None);
            }
            self.fill(py)?;
        }
    }

    /// Reads what can be read, and then asks for more.
    fn fill(&mut self, py: Python<'_>) -> PyResult<()> {
        let Self { reader, options, window, is_last, is_over, .. } = self;
        let (used, items, fault) =
            py.detach(|| reader.with_dependent_mut(|_, reading| reading.read(window, *is_last, options, is_over)));
        if let Some(error) = fault {
            return Err(malformed(py, &error)?);
        }
        if !items.list.is_empty() {
            let places = 0..items.list.len();
            let body = PyBytes::new(py, window.get(..used).unwrap_or_default());
            let reply = Reply::new(body.unbind(), options.clone(), items);
            self.ready = Some((Py::new(py, reply)?, places));
        }
        self.window.drain(..used);
        if self.ready.is_none() && !self.is_over {
            self.pull(py)?;
        }
        Ok(())
    }

    /// Takes more bytes: a long chunk comes piece by piece, so that the window stays small.
    fn pull(&mut self, py: Python<'_>) -> PyResult<()> {
        let Some((chunk, at)) = self.chunk.take() else {
            let next = self.source.next(py);
            // A file can be read again. An iterator that raised is usually over, and without its rest a record that was cut would pass for whole.
            self.is_over = next.is_err() && matches!(self.source, Source::Chunks(_));
            // What is no chunk is lost, and what comes behind it does not go on where the chunk before it ended.
            let chunk = next?.map(|chunk| piece(&chunk)).transpose().inspect_err(|_| self.is_over = true)?;
            // A file has nothing more to give when it gives nothing.
            let chunk = chunk.filter(|chunk| !matches!(self.source, Source::File(_)) || !chunk.as_bytes().is_empty());
            self.chunk = chunk.map(|chunk| (chunk.unbind(), 0));
            self.is_last = self.chunk.is_none();
            return Ok(());
        };
        let rest = chunk.as_bytes(py).get(at..).unwrap_or_default();
        let piece = rest.get(..CHUNK).unwrap_or(rest);
        self.window.extend_from_slice(piece);
        if piece.len() < rest.len() {
            self.chunk = Some((chunk.clone_ref(py), at + piece.len()));
        }
        Ok(())
    }
}

impl Source {
    /// What the source gives next; none at the end of an iterable.
    fn next<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        match self {
            Self::File(file) => file.bind(py).call_method1("read", (CHUNK,)).map(Some),
            Self::Chunks(chunks) => chunks.bind(py).clone().next().transpose(),
            Self::Gone => Ok(None),
        }
    }
}

/// A chunk's bytes.
fn piece<'py>(chunk: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    let accepted = if chunk.is_instance_of::<PyString>() {
        "source: chunks of bytes, as a file has that was opened in binary mode"
    } else {
        "source: chunks that are bytes, bytearray or memoryview"
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
            Err(TryLockError::WouldBlock) => Err(PyValueError::new_err("iter_parse: it is being read already")),
            Err(TryLockError::Poisoned(_)) => Ok(None),
        }
    }

    /// Generators like to hold what reads them. While it is being read somebody holds the stream too, and it need not be looked into; nor can
    /// the lock be taken or given back while the collector looks, because both need the interpreter.
    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
        match self.0.try_lock().as_deref() {
            Ok(State { source: Source::File(file), .. }) => visit.call(file),
            Ok(State { source: Source::Chunks(chunks), .. }) => visit.call(chunks),
            _ => Ok(()),
        }
    }

    fn __clear__(&self) {
        let source = self.0.try_lock().ok().map(|mut state| {
            state.is_over = true;
            std::mem::replace(&mut state.source, Source::Gone)
        });
        // Not under the lock: this may run a finalizer that asks the stream for more.
        drop(source);
    }
}

/// Reads a batch of any length in constant memory.
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
    ids: Option<Pairs>,
    api_error: RaisesOption,
) -> PyResult<Stream> {
    const ACCEPTED: &str = "source: a binary file or an iterable of bytes";
    let kind = kind.map_or_else(Default::default, |kind| kind.0);
    // Who iterates over a body gets numbers, not chunks.
    if options::body(source, "source").is_ok() {
        return Err(options::wrong_type(&format!("{ACCEPTED} (parse takes a body)"), source));
    }
    let source = if source.hasattr("read")? {
        Source::File(source.clone().unbind())
    } else {
        Source::Chunks(source.try_iter().map_err(|_| options::wrong_type(ACCEPTED, source))?.unbind())
    };
    let options = Options { format: fmt.0, all: all.0, is_batch: true, charset: charset.0, kind, pairs: ids };
    let reader = reader(&options);
    // A part of the batch needs no pairs: they are matched already.
    let options = Options { pairs: None, ..options };
    let raises = api_error.0;
    let state =
        State { reader, options, raises, source, window: Vec::new(), chunk: None, is_last: false, is_over: false, ready: None };
    Ok(Stream(Mutex::new(state)))
}
