//! `guess`: the requests that a badly read body may answer.

use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::PyTuple;
use smsc_proto::{Charset, Detail, Format, Query};

use crate::classes::Classes;
use crate::interrupt::within_steps;
use crate::options::{self, AllOption, BatchOption, CharsetOption, FormatOption, KindOption, Options};

/// The length from which on Ctrl-C ends the search, at the cost of a thread. A shorter body takes
/// less than 0.1 s.
const LONG: usize = 1 << 16;

/// A guess, without references to the query.
struct Found {
    query: Query<'static>,
    records: usize,
    malformed: usize,
    advice: String,
}

/// Returns the requests that the body may answer instead of the one that the options describe, the
/// most likely first.
#[pyfunction]
#[pyo3(
    signature = (
        body, *, fmt = FormatOption(Format::Values), all = AllOption(Detail::Status), multi = BatchOption(false),
        charset = CharsetOption(Charset::Windows1251), kind = None
    ),
    text_signature = "(body, *, fmt=1, all=0, multi=False, charset='windows-1251', kind=None)"
)]
pub(crate) fn guess<'py>(
    body: &Bound<'py, PyAny>,
    fmt: FormatOption,
    all: AllOption,
    multi: BatchOption,
    charset: CharsetOption,
    kind: Option<KindOption>,
) -> PyResult<Bound<'py, PyTuple>> {
    let py = body.py();
    let (body, known_charset) = options::body(body, "body")?;
    let charset = known_charset.unwrap_or(charset.0);
    let kind = kind.map_or_else(Default::default, |kind| kind.0);
    let options = Options { format: fmt.0, all: all.0, is_batch: multi.0, charset, kind, requested: None, endpoint: None };
    let query = options.query_without_pairs();
    let found = if body.as_bytes().len() < LONG {
        search(query, body.as_bytes())
    } else {
        let body = PyBackedBytes::from(body);
        within_steps(py, move |_| search(query, &body))?
    };
    let class = &Classes::get(py)?.guess;
    let object = |Found { query, records, malformed, advice }: Found| {
        let (fmt, all) = (query.get_format() as u8, query.get_detail() as u8);
        class.call1(py, (fmt, all, query.is_batch(), query.get_charset().name(), records, malformed, advice))
    };
    PyTuple::new(py, found.into_iter().map(object).collect::<PyResult<Vec<_>>>()?)
}

fn search(query: Query<'static>, body: &[u8]) -> Vec<Found> {
    let found = query.guess(body).map(|guess| Found {
        query: guess.query(),
        records: guess.records(),
        malformed: guess.malformed(),
        advice: guess.to_string(),
    });
    found.collect()
}
