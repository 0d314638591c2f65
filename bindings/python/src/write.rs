//! `write`: replies from records.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use smsc_proto::{ApiError, ApiErrorCode, Charset, Detail, Format, MessageKind, Output, Text, WriteError, Writer};

use crate::classes::Classes;
use crate::construct;
use crate::id::{self, Id};
use crate::interrupt::now_and_then;
use crate::options::{
    AllOption, BatchOption, CharsetOption, FormatOption, Options, ReplaceOption, copied, integer, iterate, wrong_type,
};
use crate::record::Record;

struct Bytes(Vec<u8>);

impl Output for Bytes {
    fn write(&mut self, bytes: &[u8]) -> Result<(), WriteError> {
        self.0.extend_from_slice(bytes);
        Ok(())
    }
}

/// Writes a reply with these records, and returns its body.
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
    let options = Options {
        format: fmt.0,
        all: all.0,
        is_batch: multi.0,
        charset: charset.0,
        kind: MessageKind::Auto,
        requested: None,
        endpoint: None,
    };
    let writer = Writer::new(options.query_without_pairs());
    let writer = if replace.0 { writer.replacing() } else { writer };
    let mut out = Bytes(Vec::new());
    if !write_other(&writer, records, &mut out)? {
        let mut items = Vec::new();
        for item in iterate(records, ACCEPTED)? {
            now_and_then(py)?;
            items.push(item?);
        }
        match items.as_slice() {
            [one] if write_other(&writer, one, &mut out)? => {}
            items => out = write_records(&writer, &options, items, out)?,
        }
    }
    copied(py, &out.0)
}

const ACCEPTED: &str = "records: expected an iterable of Record, or one ApiError or Deleted";

/// Writes an `ApiError` or a `Deleted`. Returns `false`, and writes nothing, if the item is
/// neither.
fn write_other(writer: &Writer<'_>, item: &Bound<'_, PyAny>, out: &mut Bytes) -> PyResult<bool> {
    let py = item.py();
    let classes = Classes::get(py)?;
    let written = if item.is_instance(classes.deleted.bind(py))? {
        writer.deleted(out)
    } else if item.is_instance(classes.api_error.bind(py))? {
        let code = integer(&item.getattr("code")?, "error_code: expected int")?.and_then(|code| u32::try_from(code).ok());
        let code = code.ok_or_else(|| PyValueError::new_err("error_code: out of range"))?;
        let text: Option<String> = item.getattr("text")?.extract()?;
        let id = item.getattr("id")?;
        let invalid = |_| PyValueError::new_err(format!("id: expected None, or {}", id::VALID));
        let id = (!id.is_none()).then(|| Id::from_value(&id, "id", "id").map_err(invalid)).transpose()?;
        let mut error = ApiError::new(ApiErrorCode(code));
        error.text = text.as_ref().map(|text| Text::new(text.as_bytes(), Charset::Utf8));
        error.id = id.as_ref().map(Id::to_core);
        writer.error(&error, out)
    } else {
        return Ok(false);
    };
    written.map_err(|error| write_error(py, None, &error)).map(|()| true)
}

/// Writes records after `out`, and returns it.
fn write_records(writer: &Writer<'static>, options: &Options, items: &[Bound<'_, PyAny>], mut out: Bytes) -> PyResult<Bytes> {
    let record = |item| Bound::cast::<Record>(item).map_err(|_| wrong_type(ACCEPTED, item));
    let records = items.iter().map(record).collect::<PyResult<Vec<_>>>()?;
    if options.is_batch {
        let mut batch = writer.batch(out).map_err(|error| batch_error(&error))?;
        for (index, record) in records.iter().enumerate() {
            write_record(record, index, |core| batch.record(core))?;
        }
        return batch.end().map_err(|error| batch_error(&error));
    }
    let [one] = records.as_slice() else {
        let found = records.len();
        return Err(PyValueError::new_err(format!("records: expected exactly one record without multi=True, found {found}")));
    };
    write_record(one, 0, |core| writer.record(core, &mut out))?;
    Ok(out)
}

/// Calls `write` with the core's form of a record.
fn write_record(
    record: &Bound<'_, Record>,
    index: usize,
    write: impl FnOnce(&smsc_proto::Record<'_>) -> Result<(), WriteError>,
) -> PyResult<()> {
    let (py, record) = (record.py(), record.get());
    py.check_signals()?;
    construct::with_core(py, record.reply(), record.data(), |core| {
        write(core).map_err(|error| write_error(py, Some(index), &error))
    })
}

/// Returns the exception for an error that is about the batch as a whole.
fn batch_error(error: &WriteError) -> PyErr {
    PyValueError::new_err(error.to_string())
}

/// Returns the exception for a record that cannot be written.
fn write_error(py: Python<'_>, index: Option<usize>, error: &WriteError) -> PyErr {
    let created = Classes::get(py).and_then(|classes| classes.write_error.bind(py).call1((error.to_string(), index)));
    created.map_or_else(|error| error, PyErr::from_value)
}
