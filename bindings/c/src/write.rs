//! Writes replies into the caller's buffer, piece by piece.

use core::ffi::c_char;
use core::mem::MaybeUninit;

use smsc_proto::{ApiError, ApiErrorCode, BatchWriter, Buffer, WriteError, WriteErrorKind, WritePart, Writer};

use crate::codes::smsc_result;
use crate::raw::{self, Fill, Keep};
use crate::record::{self, Known};
use crate::types::{smsc_api_error, smsc_error, smsc_query, smsc_record, smsc_writer};
use crate::{convert, encoding, error};

/// A writer of batches. Between calls its buffer is an empty one: nothing of the caller's is kept.
type Writing = BatchWriter<'static, Buffer<'static>>;

// SAFETY: `FITS` fails to compile unless it does and needs no drop.
unsafe impl Keep for Writing {
    type Opaque = smsc_writer;
    const MARK: u64 = u64::from_le_bytes(*b"smscwrit");
}

/// Forgets what a record held: nothing but the status is known of it then (R10). For who makes records;
/// `record->size` has to be set.
///
/// Gives SMSC_RESULT_OK, SMSC_RESULT_NULL, or SMSC_RESULT_SIZE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_record_init(record: *mut smsc_record, status: i32) -> i32 {
    // SAFETY: as the header's contract says.
    let filled = unsafe { raw::fill(record) }.map(|(size, place)| {
        record::fill(&smsc_proto::RecordBuilder::new(smsc_proto::StatusCode(status)).build(), size, place);
        smsc_result::Ok
    });
    raw::code(filled)
}

/// Writes a whole reply of one record: a single one, or for a batch query a batch of one.
///
/// `replacing` says what to do with what the format cannot carry: 0 refuses the record, and `error`
/// names the field; 1 replaces it, as smsc_result says at each reason. The bytes are in the charset of
/// the query, and not ended by a NUL. `*len` becomes their number.
///
/// Gives SMSC_RESULT_OK; SMSC_RESULT_BUFFER if they are more than `size`: `*len` becomes the number,
/// and nothing is written; a result from 300 to 399 for what cannot be written; or SMSC_RESULT_NULL,
/// SMSC_RESULT_VALUE, SMSC_RESULT_SIZE. `error` may be NULL if it is not wanted.
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
    // SAFETY: as the header's contract says, of each pointer.
    let (writer, given, buffer, len, error) = unsafe {
        (writer(query, replacing), raw::read(record), raw::buffer(buf, size), raw::place(len), raw::fill_if_wanted(error))
    };
    let write = || {
        let (writer, given, len, error) = (writer?, given?, len?, error?);
        let mut buffer = Buffer::new(buffer?);
        // SAFETY: the views of the record are as the header's contract says.
        let found = match unsafe { record::core_of(&given) } {
            Ok(record) => writer.record(&record, &mut buffer),
            Err(Known::Caller(code)) => return Err(code),
            Err(Known::Value(error)) => Err(error),
        };
        told(found, buffer.written().len(), len, error)
    };
    raw::code(write())
}

/// Writes the answer that a request was refused (R11). A refused batch is one error (R15). For the
/// arguments and results see smsc_writer_write_single.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_writer_write_error(
    query: *const smsc_query,
    replacing: i32,
    refusal: *const smsc_api_error,
    buf: *mut c_char,
    size: usize,
    len: *mut usize,
    error: *mut smsc_error,
) -> i32 {
    // SAFETY: as the header's contract says, of each pointer.
    let (writer, given, buffer, len, error) = unsafe {
        (writer(query, replacing), raw::read(refusal), raw::buffer(buf, size), raw::place(len), raw::fill_if_wanted(error))
    };
    let write = || {
        let (writer, given, len, error) = (writer?, given?, len?, error?);
        let mut buffer = Buffer::new(buffer?);
        let Ok(number) = u32::try_from(given.code) else {
            return told(Err(WriteErrorKind::Range.at(WritePart::ErrorCode)), 0, len, error);
        };
        let mut refusal = ApiError::new(ApiErrorCode(number));
        if given.id != 0 {
            refusal = refusal.with_id(given.id);
        }
        // SAFETY: the view is as the header's contract says.
        if let Some(bytes) = unsafe { given.text.get() }? {
            refusal = refusal.with_text(encoding::text(bytes, given.encoding)?);
        }
        let found = writer.error(&refusal, &mut buffer);
        told(found, buffer.written().len(), len, error)
    };
    raw::code(write())
}

/// Writes the answer to `del=1`: deleted (R12). For the arguments and results see smsc_writer_write_single.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_writer_write_deleted(
    query: *const smsc_query,
    buf: *mut c_char,
    size: usize,
    len: *mut usize,
) -> i32 {
    // SAFETY: as the header's contract says, of each pointer.
    let (writer, buffer, len) = unsafe { (writer(query, 0), raw::buffer(buf, size), raw::place(len)) };
    let write = || {
        let (writer, len) = (writer?, len?);
        let mut buffer = Buffer::new(buffer?);
        let found = writer.deleted(&mut buffer);
        told(found, buffer.written().len(), len, None)
    };
    raw::code(write())
}

/// Begins a batch (R20) of any length: what it writes to `buf` comes first in the reply, then what each
/// smsc_writer_write_record writes, then what smsc_writer_end writes. Nothing of `buf` is kept: each call may
/// have the same or another one. For the arguments and results see smsc_writer_write_single.
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
    // SAFETY: as the header's contract says, of each pointer.
    let (writer, buffer, len, error) =
        unsafe { (writer(query, replacing), raw::buffer(buf, size), raw::place(len), raw::fill_if_wanted(error)) };
    let write = || {
        let (writer, buffer, len, error) = (writer?, buffer?, len?, error?);
        if batch.is_null() {
            return Err(smsc_result::Null);
        }
        match writer.batch(Buffer::new(buffer)) {
            Err(found) => told(Err(found), 0, len, error),
            Ok(mut begun) => {
                let count = begun.get_mut().written().len();
                *begun.get_mut() = Buffer::new(&mut []);
                // SAFETY: not NULL; the rest is the header's contract.
                unsafe { raw::keep(batch, begun) };
                told(Ok(()), count, len, error)
            }
        }
    };
    raw::code(write())
}

/// Writes the next record of a batch; the order is that of the request (R20). A record that is refused,
/// or does not fit, leaves the batch as it was, so that the call can be made again. For the arguments
/// and results see smsc_writer_write_single; SMSC_RESULT_STATE says that the batch is not begun.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_writer_write_record(
    batch: *mut smsc_writer,
    record: *const smsc_record,
    buf: *mut c_char,
    size: usize,
    len: *mut usize,
    error: *mut smsc_error,
) -> i32 {
    // SAFETY: as the header's contract says, of each pointer.
    let (batch, given, buffer, len, error) = unsafe {
        (raw::kept::<Writing>(batch), raw::read(record), raw::buffer(buf, size), raw::place(len), raw::fill_if_wanted(error))
    };
    let write = || {
        let (batch, given, buffer, len, error) = (batch?, given?, buffer?, len?, error?);
        // SAFETY: the views of the record are as the header's contract says.
        let found = match unsafe { record::core_of(&given) } {
            Ok(record) => {
                *batch.get_mut() = Buffer::new(buffer);
                batch.record(&record)
            }
            Err(Known::Caller(code)) => return Err(code),
            Err(Known::Value(error)) => Err(error),
        };
        let count = batch.get_mut().written().len();
        *batch.get_mut() = Buffer::new(&mut []);
        told(found, count, len, error)
    };
    raw::code(write())
}

/// Ends a batch, which in fmt 0 and 1 must hold a record (R49). Afterwards `batch` is over. For the
/// arguments and results see smsc_writer_write_single; SMSC_RESULT_STATE says that the batch is not begun.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_writer_end(
    batch: *mut smsc_writer,
    buf: *mut c_char,
    size: usize,
    len: *mut usize,
    error: *mut smsc_error,
) -> i32 {
    // SAFETY: as the header's contract says, of each pointer.
    let (begun, buffer, len, error) =
        unsafe { (raw::kept::<Writing>(batch), raw::buffer(buf, size), raw::place(len), raw::fill_if_wanted(error)) };
    let write = || {
        let (begun, buffer, len, error) = (begun?, buffer?, len?, error?);
        // SAFETY: it is a whole `Writing` that needs no drop and whose buffer is empty, so that a copy of its bits is one, too.
        let mut last = unsafe { core::ptr::read(begun) };
        *last.get_mut() = Buffer::new(buffer);
        match last.end() {
            Err(found) => told(Err(found), 0, len, error),
            Ok(buffer) => {
                // SAFETY: not NULL, as `kept` has found.
                unsafe { raw::forget::<Writing>(batch) };
                told(Ok(()), buffer.written().len(), len, error)
            }
        }
    };
    raw::code(write())
}

/// The writer that C describes.
///
/// # Safety
///
/// As for [`convert::query`].
unsafe fn writer(query: *const smsc_query, replacing: i32) -> Result<Writer<'static>, smsc_result> {
    // SAFETY: the caller's promise is the same.
    let writer = Writer::new(unsafe { convert::query(query) }?);
    match replacing {
        0 => Ok(writer),
        1 => Ok(writer.replacing()),
        _ => Err(smsc_result::Value),
    }
}

/// Tells the caller what was written, or is needed, or why nothing was.
fn told(
    found: Result<(), WriteError>,
    count: usize,
    len: &mut MaybeUninit<usize>,
    error: Option<Fill<'_, smsc_error>>,
) -> Result<smsc_result, smsc_result> {
    let found = match found {
        Ok(()) => {
            len.write(count);
            return Ok(smsc_result::Ok);
        }
        Err(found) => found,
    };
    if let WriteErrorKind::Full { needed, .. } = found.kind() {
        len.write(needed);
    }
    Err(error::of_writing(found, error))
}
