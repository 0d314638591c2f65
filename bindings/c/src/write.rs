//! Writes replies into a buffer of the C program, piece by piece.

use core::ffi::c_char;
use core::mem::MaybeUninit;

use smsc_proto::{
    ApiError, ApiErrorCode, BatchWriter, Buffer, Field, MessageId, RecordBuilder, StatusCode, WriteError, WriteErrorKind,
    WritePart, Writer,
};

use crate::raw::{self, SizedOutput, Stored};
use crate::results::smsc_result;
use crate::types::{smsc_api_error, smsc_error, smsc_query, smsc_record, smsc_writer};
use crate::{convert, encoding, error, record};

/// The state in a smsc_writer. Between calls its buffer is empty, so that it does not refer to
/// memory of the C program.
type Batch = BatchWriter<'static, Buffer<'static>>;

// SAFETY: no other state has this tag, and `FITS` is not replaced.
unsafe impl Stored for Batch {
    type Opaque = smsc_writer;
    const TAG: u64 = u64::from_le_bytes(*b"smscwrit");
}

/// Sets a record to a status, with everything else absent. Programs that make records start with
/// it. `record->size` must be set.
///
/// Returns SMSC_RESULT_OK, SMSC_RESULT_NULL or SMSC_RESULT_SIZE_….
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_record_init(record: *mut smsc_record, status: i32) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for the only pointer.
        let (size, output) = unsafe { raw::sized_output(record) }?;
        record::fill(&RecordBuilder::new(StatusCode(status)).build(), size, output);
        Ok(smsc_result::Ok)
    })
}

/// Writes a complete reply with one record: the reply for one message or, if the query is for a
/// batch, a batch of one record.
///
/// If the format cannot represent a value, `replacing` decides: with 0 nothing is written, and
/// `error` says which field it is; with 1 the value is replaced, in the way that smsc_result
/// describes for each reason. The bytes are in the charset of the query, without a NUL at the end.
/// `*len` becomes their number. `error` may be NULL if it is not wanted.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_BUFFER if the reply is longer than `size`: `*len`
/// becomes the length that is needed, and nothing is written. Returns a result from 300 to 399 if
/// the reply cannot be written, with the details in `error`. Returns SMSC_RESULT_NULL,
/// SMSC_RESULT_VALUE or SMSC_RESULT_SIZE_… if an argument is wrong.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_writer_write_single(
    query: *const smsc_query,
    replacing: i32,
    record: *const smsc_record,
    buf: *mut c_char,
    size: usize,
    len: *mut usize,
    error: *mut smsc_error,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (writer, given, len, error, buffer) = unsafe {
            (
                writer(query, replacing)?,
                raw::input(record)?,
                raw::output(len)?,
                raw::optional_sized_output(error)?,
                raw::buffer(buf, size)?,
            )
        };
        let mut buffer = Buffer::new(buffer);
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for the views of the record.
        let written = match unsafe { given.core_record() } {
            Ok(record) => writer.record(&record, &mut buffer),
            Err(invalid) => Err(invalid.value()?),
        };
        finish(written, buffer.written().len(), len, error)
    })
}

/// Writes a complete reply with an API error: the reply to a request that the server rejected. A
/// rejected batch has one error for all messages. For the arguments and results see
/// smsc_writer_write_single.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_writer_write_error(
    query: *const smsc_query,
    replacing: i32,
    api_error: *const smsc_api_error,
    buf: *mut c_char,
    size: usize,
    len: *mut usize,
    error: *mut smsc_error,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (writer, given, len, error, buffer) = unsafe {
            (
                writer(query, replacing)?,
                raw::input(api_error)?,
                raw::output(len)?,
                raw::optional_sized_output(error)?,
                raw::buffer(buf, size)?,
            )
        };
        let mut buffer = Buffer::new(buffer);
        let Ok(number) = u32::try_from(given.code) else {
            return finish(Err(WriteErrorKind::Range.at(WritePart::ErrorCode)), 0, len, error);
        };
        let mut api_error = ApiError::new(ApiErrorCode(number));
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for the views.
        let (text_id, text) = unsafe { (given.text_id.get()?, given.text.get()?) };
        if let Some(text_id) = text_id {
            api_error = api_error.with_id(record::text_id_of(given.id, text_id)?);
        } else if given.id != 0 {
            let Some(id) = MessageId::new(given.id) else {
                return finish(Err(WriteErrorKind::Range.at(Field::Id)), 0, len, error);
            };
            api_error = api_error.with_id(id);
        }
        if let Some(bytes) = text {
            api_error = api_error.with_text(encoding::text(bytes, given.encoding)?);
        }
        let written = writer.error(&api_error, &mut buffer);
        finish(written, buffer.written().len(), len, error)
    })
}

/// Writes a complete reply to a request with `del=1`: the messages were deleted. For the arguments
/// and results see smsc_writer_write_single.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_writer_write_deleted(
    query: *const smsc_query,
    buf: *mut c_char,
    size: usize,
    len: *mut usize,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (writer, len, buffer) = unsafe { (writer(query, 0)?, raw::output(len)?, raw::buffer(buf, size)?) };
        let mut buffer = Buffer::new(buffer);
        let written = writer.deleted(&mut buffer);
        finish(written, buffer.written().len(), len, None)
    })
}

/// Starts a batch of any length. The reply consists of the bytes that this function writes, then
/// those of each call of smsc_writer_write_record, then those of smsc_writer_end. The writer does
/// not keep `buf`: each call may use the same buffer or another one. For the arguments and results
/// see smsc_writer_write_single.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_writer_begin(
    query: *const smsc_query,
    replacing: i32,
    batch: *mut smsc_writer,
    buf: *mut c_char,
    size: usize,
    len: *mut usize,
    error: *mut smsc_error,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument. The pairs of
        // the query stay unchanged while the batch is in use, so that they may be `'static` here.
        let (output, writer, buffer, len, error) = unsafe {
            (
                raw::cleared::<Batch>(batch)?,
                writer(query, replacing)?,
                raw::buffer(buf, size)?,
                raw::output(len)?,
                raw::optional_sized_output(error)?,
            )
        };
        match writer.batch(Buffer::new(buffer)) {
            Err(found) => finish(Err(found), 0, len, error),
            Ok(mut batch) => {
                let count = batch.get_mut().written().len();
                *batch.get_mut() = Buffer::new(&mut []);
                raw::store(output, batch);
                finish(Ok(()), count, len, error)
            }
        }
    })
}

/// Writes the next record of a batch; the records are in the order of the request. If a record is
/// rejected or does not fit, the batch is unchanged, so that the call can be repeated. For the
/// arguments and results see smsc_writer_write_single. Returns SMSC_RESULT_STATE if the batch is
/// not started.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_writer_write_record(
    batch: *mut smsc_writer,
    record: *const smsc_record,
    buf: *mut c_char,
    size: usize,
    len: *mut usize,
    error: *mut smsc_error,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument. `buffer` is
        // `'static` only until the batch gets an empty one again, below.
        let (batch, given, buffer, len, error) = unsafe {
            (
                &mut raw::stored::<Batch>(batch)?.state,
                raw::input(record)?,
                raw::buffer(buf, size)?,
                raw::output(len)?,
                raw::optional_sized_output(error)?,
            )
        };
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for the views of the record.
        let written = match unsafe { given.core_record() } {
            Ok(record) => {
                *batch.get_mut() = Buffer::new(buffer);
                batch.record(&record)
            }
            Err(invalid) => Err(invalid.value()?),
        };
        let count = batch.get_mut().written().len();
        *batch.get_mut() = Buffer::new(&mut []);
        finish(written, count, len, error)
    })
}

/// Ends a batch, which in fmt 0 and 1 must have a record. A batch that was ended is not started any
/// more. For the arguments and results see smsc_writer_write_single. Returns SMSC_RESULT_STATE if
/// the batch is not started.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_writer_end(
    batch: *mut smsc_writer,
    buf: *mut c_char,
    size: usize,
    len: *mut usize,
    error: *mut smsc_error,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (batch, buffer, len, error) = unsafe {
            (raw::stored::<Batch>(batch)?, raw::buffer(buf, size)?, raw::output(len)?, raw::optional_sized_output(error)?)
        };
        // The batch must still be usable if the end does not fit, so that a copy is ended.
        // SAFETY: the state needs no drop, as `FITS` checks, and its buffer is empty, so that two
        // copies of its bits share no memory.
        let mut copy = unsafe { core::ptr::read(&raw const batch.state) };
        *copy.get_mut() = Buffer::new(buffer);
        match copy.end() {
            Err(found) => finish(Err(found), 0, len, error),
            Ok(buffer) => {
                batch.clear();
                finish(Ok(()), buffer.written().len(), len, error)
            }
        }
    })
}

/// Returns the writer that a C program describes.
///
/// # Safety
///
/// As for [`convert::query`].
unsafe fn writer(query: *const smsc_query, replacing: i32) -> Result<Writer<'static>, smsc_result> {
    // SAFETY: the caller makes the promise that `query` requires.
    let writer = Writer::new(unsafe { convert::query(query) }?);
    Ok(if convert::switch(replacing)? { writer.replacing() } else { writer })
}

/// Sets `len` to the number of bytes that were written or are needed, and fills `error` if nothing
/// was written.
fn finish(
    written: Result<(), WriteError>,
    count: usize,
    len: &mut MaybeUninit<usize>,
    error: Option<SizedOutput<'_, smsc_error>>,
) -> Result<smsc_result, smsc_result> {
    let found = match written {
        Ok(()) => {
            len.write(count);
            return Ok(smsc_result::Ok);
        }
        Err(found) => found,
    };
    if let WriteErrorKind::Full { needed, .. } = found.kind() {
        len.write(needed);
    }
    Err(error::fill_writing(found, error))
}
