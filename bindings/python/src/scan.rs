//! Replies as tables: the native half of `smsc_proto.scan`. A scanner hands its table to other
//! libraries as a stream of Arrow's C data interface, so that no Python object is made for a
//! record.

mod batches;
mod conditions;
mod interface;
mod names;
mod origin;
mod signals;

use std::num::NonZero;
use std::path::PathBuf;
use std::thread::available_parallelism;

use arrow_array::RecordBatchReader as _;
use arrow_schema::{DataType, TimeUnit};
use pyo3::exceptions::PyValueError;
use pyo3::gc::{PyTraverseError, PyVisit};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyCapsule, PyDict};
use smsc_columns::{Column, Reader, split};
use smsc_proto::{Charset, MessageKind, Query};
use smsc_report::Collector;

use crate::options::{AllOption, BatchOption, CharsetOption, DictionaryOption, FormatOption, KindOption, invalid, wrong_type};

use crate::report::{Report, Wanted};

pub(crate) use self::batches::{Batch, Batches, raised};
use self::conditions::conditions;
use self::interface::{Detached, capsule_of_schema, capsule_of_stream};
use self::names::columns;
use self::origin::Origin;
use self::signals::Watch;

/// The replies to read, and how. Every call reads them anew.
#[pyclass(frozen, module = "smsc_proto._native")]
pub(crate) struct Scanner {
    options: smsc_columns::Options,
    columns: Vec<Column>,
    dictionary: bool,
    kind: MessageKind,
    charset: Charset,
    origins: Vec<Origin>,
}

impl Scanner {
    /// Returns a reader of all replies, from their start.
    fn reader(&self, watch: Watch) -> PyResult<Reader> {
        self.reader_of(&self.options, watch)
    }

    fn reader_of(&self, options: &smsc_columns::Options, watch: Watch) -> PyResult<Reader> {
        let sources = self.origins.iter().map(|origin| origin.source(watch));
        Reader::new(options, sources).map_err(|error| PyValueError::new_err(format!("where: {error}")))
    }

    /// Returns a reader of the columns that a report needs.
    fn reader_for_report(&self) -> PyResult<Reader> {
        self.reader_of(&self.options.clone().columns(&Collector::columns()).dictionary(false), Watch::here())
    }
}

#[pymethods]
impl Scanner {
    #[new]
    #[pyo3(signature = (origins, fmt, all, multi, charset, kind, columns, r#where, dictionary, batch_rows, n_rows, threads))]
    #[expect(clippy::too_many_arguments, reason = "they are the options of `smsc_proto.scan`")]
    fn new(
        origins: Vec<Origin>,
        fmt: Option<FormatOption>,
        all: AllOption,
        multi: BatchOption,
        charset: CharsetOption,
        kind: Option<KindOption>,
        columns: Option<&Bound<'_, PyAny>>,
        r#where: Option<&Bound<'_, PyAny>>,
        dictionary: DictionaryOption,
        batch_rows: &Bound<'_, PyAny>,
        n_rows: Option<&Bound<'_, PyAny>>,
        threads: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let columns = columns.map_or_else(|| Ok(Column::all().collect()), self::columns)?;
        let kind_and_charset = (kind.as_ref().map_or_else(Default::default, |kind| kind.0), charset.0);
        let options = options_of(fmt, all, multi, charset, kind);
        let mut options = options.columns(&columns).dictionary(dictionary.0).batch_rows(count(batch_rows, 1, BATCH_ROWS)?);
        options = options.threads(threads.map_or_else(|| Ok(processors()), |threads| count(threads, 1, THREADS))?);
        if let Some(n_rows) = n_rows {
            options = options.limit(count(n_rows, 0, N_ROWS)?);
        }
        for condition in r#where.map_or_else(|| Ok(Vec::new()), conditions)? {
            options = options.only(condition);
        }
        let (kind, charset) = kind_and_charset;
        let scanner = Self { options, columns, dictionary: dictionary.0, kind, charset, origins };
        // Fails if a condition does not fit its column.
        scanner.reader(Watch::here())?;
        Ok(scanner)
    }

    /// Returns the columns, as their names and types.
    #[getter]
    fn schema<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let schema = PyDict::new(py);
        for column in &self.columns {
            schema.set_item(column.name(), type_name(&column.data_type(self.dictionary)))?;
        }
        Ok(schema)
    }

    /// Returns a capsule of the schema.
    fn c_schema<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        capsule_of_schema(py, &self.reader(Watch::here())?.schema())
    }

    /// Returns a capsule of a stream of the rows.
    fn c_stream<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let watch = Watch::here();
        capsule_of_stream(py, Detached::new(self.reader(watch)?, watch))
    }

    /// Returns an iterator over the rows in batches.
    fn batches(&self) -> PyResult<Batches> {
        Ok(Batches::new(self.reader(Watch::here())?))
    }

    /// Returns the report of all replies, and of those of the period before.
    #[expect(clippy::needless_pass_by_value, reason = "Python passes values")]
    fn report(&self, py: Python<'_>, previous: Option<&Bound<'_, Self>>, wanted: Wanted) -> PyResult<Report> {
        let previous = previous.map(|previous| previous.get().reader_for_report()).transpose()?;
        Report::of(py, self.reader_for_report()?, previous, &wanted, self.kind, self.charset)
    }

    /// Visits the openers of files, which may refer to what holds the scanner.
    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
        self.origins.iter().filter_map(Origin::opener).try_for_each(|opener| visit.call(opener))
    }
}

/// Returns the parts of a file of at least this length that can be read side by side, as the start
/// and the end of each; `None` as the only part if the file cannot be split.
#[pyfunction]
#[expect(clippy::too_many_arguments, reason = "they are the options of `smsc_proto.scan`")]
#[expect(clippy::needless_pass_by_value, reason = "Python passes values")]
pub(crate) fn split_file(
    py: Python<'_>,
    path: PathBuf,
    fmt: Option<FormatOption>,
    all: AllOption,
    multi: BatchOption,
    charset: CharsetOption,
    kind: Option<KindOption>,
    part_bytes: u64,
) -> PyResult<Vec<Option<(u64, u64)>>> {
    let options = options_of(fmt, all, multi, charset, kind);
    let parts = py.detach(|| split(&path, &options, part_bytes))?;
    Ok(parts.iter().map(|part| part.range().map(|range| (range.start, range.end))).collect())
}

fn options_of(
    fmt: Option<FormatOption>,
    all: AllOption,
    multi: BatchOption,
    charset: CharsetOption,
    kind: Option<KindOption>,
) -> smsc_columns::Options {
    let format = fmt.map_or(smsc_proto::Format::Values, |fmt| fmt.0);
    let query = Query::new(format, all.0).charset(charset.0).kind(kind.map_or_else(Default::default, |kind| kind.0));
    let options = smsc_columns::Options::new(if multi.0 { query.batch() } else { query });
    if fmt.is_none() { options.any_format() } else { options }
}

const BATCH_ROWS: &str = "batch_rows: expected an int of at least 1";
const N_ROWS: &str = "n_rows: expected an int of at least 0, or None";
const THREADS: &str = "threads: expected an int of at least 1, or None";

/// The most threads that are used unless another number is wanted: each takes memory for batches.
const MOST_THREADS: usize = 8;

/// Returns the number of threads for this machine.
fn processors() -> usize {
    available_parallelism().map_or(1, NonZero::get).min(MOST_THREADS)
}

/// Returns a number of rows.
fn count(value: &Bound<'_, PyAny>, least: usize, accepted: &str) -> PyResult<usize> {
    if value.is_instance_of::<PyBool>() {
        return Err(wrong_type(accepted, value));
    }
    // A number that is too large for the machine is as good as no limit.
    let Some(number) = crate::options::integer(value, accepted)? else {
        return if value.lt(0)? { Err(invalid(accepted, value)) } else { Ok(usize::MAX) };
    };
    usize::try_from(number).ok().filter(|number| *number >= least).ok_or_else(|| invalid(accepted, value))
}

/// Returns the name of a type, as pyarrow writes it.
fn type_name(data_type: &DataType) -> String {
    match data_type {
        DataType::Int32 => "int32".to_owned(),
        DataType::Int64 => "int64".to_owned(),
        DataType::Boolean => "bool".to_owned(),
        DataType::Utf8 => "string".to_owned(),
        DataType::Timestamp(TimeUnit::Microsecond, Some(zone)) => format!("timestamp[us, tz={zone}]"),
        DataType::Decimal128(digits, scale) => format!("decimal128({digits}, {scale})"),
        DataType::Dictionary(indices, values) => {
            format!("dictionary<values={}, indices={}, ordered=0>", type_name(values), type_name(indices))
        }
        other => other.to_string(),
    }
}
