//! `write`: replies from records.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use smsc_proto::{ApiError, ApiErrorCode, Charset, Detail, Format, MessageKind, Output, Text, WriteError, Writer};

use crate::classes::Classes;
use crate::make;
use crate::options::{AllOption, BatchOption, CharsetOption, FormatOption, Options, ReplaceOption, wrong_type};
use crate::status::Status;

struct Bytes(Vec<u8>);

impl Output for Bytes {
    fn write(&mut self, bytes: &[u8]) -> Result<(), WriteError> {
        self.0.extend_from_slice(bytes);
        Ok(())
    }
}

/// Writes a reply of these records.
#[pyfunction]
#[pyo3(
    signature = (
        records, *, fmt = FormatOption(Format::Values), all = AllOption(Detail::Status), multi = BatchOption(false),
        charset = CharsetOption(Charset::Windows1251), replace = ReplaceOption(false)
    ),
    text_signature = "(records, *, fmt=1, all=0, multi=False, charset='windows-1251', replace=False)"
)]
pub(crate) fn write<'py>(
    records: &Bound<'py, PyAny>,
    fmt: FormatOption,
    all: AllOption,
    multi: BatchOption,
    charset: CharsetOption,
    replace: ReplaceOption,
) -> PyResult<Bound<'py, PyBytes>> {
    let py = records.py();
    let options =
        Options { format: fmt.0, all: all.0, is_batch: multi.0, charset: charset.0, kind: MessageKind::Auto, pairs: None };
    let writer = Writer::new(options.query(None));
    let writer = if replace.0 { writer.replacing() } else { writer };
    let mut out = Bytes(Vec::new());
    if !short(&writer, records, &mut out)? {
        let not_iterable = |_| wrong_type(ACCEPTED, records);
        let items = records.try_iter().map_err(not_iterable)?.collect::<PyResult<Vec<_>>>()?;
        match items.as_slice() {
            [one] if short(&writer, one, &mut out)? => {}
            items => out = statuses(&writer, &options, items, out)?,
        }
    }
    Ok(PyBytes::new(py, &out.0))
}

const ACCEPTED: &str = "records: an iterable of Status, or one ApiError or Deleted";

/// Writes what is no record; says whether it was that.
fn short(writer: &Writer<'_>, item: &Bound<'_, PyAny>, out: &mut Bytes) -> PyResult<bool> {
    let py = item.py();
    let classes = Classes::get(py)?;
    let written = if item.is_instance(classes.deleted.bind(py))? {
        writer.deleted(out)
    } else if item.is_instance(classes.api_error.bind(py))? {
        let code = item.getattr("code")?.extract().map_err(|_| PyValueError::new_err("error_code: a value that it cannot have"))?;
        let text: Option<String> = item.getattr("text")?.extract()?;
        let id: Option<u32> =
            item.getattr("id")?.extract().map_err(|_| PyValueError::new_err("id: a value that it cannot have"))?;
        let mut error = ApiError::new(ApiErrorCode(code));
        error.text = text.as_ref().map(|text| Text::new(text.as_bytes(), Charset::Utf8));
        error.id = id;
        writer.error(&error, out)
    } else {
        return Ok(false);
    };
    written.map_err(|error| refuse(py, None, &error)).map(|()| true)
}

/// Writes records.
fn statuses(writer: &Writer<'static>, options: &Options, items: &[Bound<'_, PyAny>], mut out: Bytes) -> PyResult<Bytes> {
    let status = |item| Bound::cast::<Record>(item).map_err(|_| wrong_type(ACCEPTED, item));
    let records = items.iter().map(status).collect::<PyResult<Vec<_>>>()?;
    if options.is_batch {
        let mut batch = writer.batch(out).map_err(|error| whole(&error))?;
        for (index, status) in records.iter().enumerate() {
            record(status, index, |status| batch.record(status))?;
        }
        return batch.end().map_err(|error| whole(&error));
    }
    let [one] = records.as_slice() else { return Err(PyValueError::new_err("multi: without it a reply has one record")) };
    record(one, 0, |status| writer.record(status, &mut out))?;
    Ok(out)
}

/// Writes one record.
fn record(
    status: &Bound<'_, Record>,
    index: usize,
    write: impl FnOnce(&smsc_proto::Record<'_>) -> Result<(), WriteError>,
) -> PyResult<()> {
    let (py, status) = (status.py(), status.get());
    make::with_core(py, status.reply(), status.record(), |core| write(core).map_err(|error| refuse(py, Some(index), &error)))
}

/// The exception for a reply that cannot be as a whole.
fn whole(error: &WriteError) -> PyErr {
    PyValueError::new_err(error.to_string())
}

/// The exception for what cannot be written.
fn refuse(py: Python<'_>, index: Option<usize>, error: &WriteError) -> PyErr {
    let made = Classes::get(py).and_then(|classes| classes.write_error.bind(py).call1((error.to_string(), index)));
    made.map_or_else(|error| error, PyErr::from_value)
}
