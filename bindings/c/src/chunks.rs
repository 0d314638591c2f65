//! Reads a batch that comes in chunks.

use core::ffi::c_char;

use smsc_proto::{ChunkReader, Event};

use crate::codes::smsc_result;
use crate::raw::{self, Keep};
use crate::read::refused;
use crate::types::{smsc_api_error, smsc_chunk_reader, smsc_error, smsc_query, smsc_record};
use crate::{convert, error, record};

// SAFETY: `FITS` fails to compile unless it does and needs no drop.
unsafe impl Keep for ChunkReader<'static> {
    type Opaque = smsc_chunk_reader;
    const MARK: u64 = u64::from_le_bytes(*b"smscchnk");
}

/// Begins to read the answer to a batch request (R20) of which only a part is in memory.
///
/// `limit` is the longest record there may be, in bytes; 0 stands for 1 MiB, the limit of smsc_reader_begin
/// (R46d). `*window` becomes the length of buffer that is always enough; `window` may be NULL if it is
/// not wanted. The pairs of the query must stay for as long as the reader is used.
///
/// Gives SMSC_RESULT_OK, SMSC_RESULT_NULL, SMSC_RESULT_VALUE, or SMSC_RESULT_SIZE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_chunk_reader_begin(
    query: *const smsc_query,
    limit: usize,
    chunks: *mut smsc_chunk_reader,
    window: *mut usize,
) -> i32 {
    let begin = || {
        // SAFETY: as the header's contract says.
        let query = unsafe { convert::query(query) }?;
        if chunks.is_null() {
            return Err(smsc_result::Null);
        }
        let begun = if limit == 0 { ChunkReader::new(query) } else { ChunkReader::with_limit(query, limit) };
        if !window.is_null() {
            // SAFETY: not NULL; the rest is the header's contract.
            unsafe { window.write(begun.max_window()) };
        }
        // SAFETY: not NULL; the rest is the header's contract.
        unsafe { raw::keep(chunks, begun) };
        Ok(smsc_result::Ok)
    };
    raw::code(begin())
}

/// Looks at the window: the bytes that have come and that earlier calls have not used up; `is_last` is
/// 1 if nothing comes behind them, else 0.
///
/// `*used` becomes the number of bytes at the window's start that are done with: drop them before the
/// next call, but not before the record has been looked at, because its texts lie there.
///
/// Gives SMSC_RESULT_OK: `record` is filled. SMSC_RESULT_NEED_MORE: append more bytes. SMSC_RESULT_END: the
/// reply is over. SMSC_RESULT_DELETED; SMSC_RESULT_REFUSED: `refusal` says why. A result from 200 to
/// 299: what stands here cannot be read, and `error` says more. After SMSC_RESULT_NOT_A_REPLY and
/// SMSC_RESULT_API_ERROR nothing comes but SMSC_RESULT_END. Or, with nothing done, SMSC_RESULT_NULL,
/// SMSC_RESULT_VALUE, SMSC_RESULT_STATE, SMSC_RESULT_SIZE. `refusal` and `error` may be NULL if they
/// are not wanted.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_chunk_reader_next(
    chunks: *mut smsc_chunk_reader,
    window: *const c_char,
    len: usize,
    is_last: i32,
    used: *mut usize,
    record: *mut smsc_record,
    refusal: *mut smsc_api_error,
    error: *mut smsc_error,
) -> i32 {
    let next = || {
        // SAFETY: as the header's contract says.
        let chunks: &mut ChunkReader<'static> = unsafe { raw::kept(chunks) }?;
        // SAFETY: as the header's contract says.
        let window = unsafe { raw::bytes(window, len) }?;
        if !(0..=1).contains(&is_last) {
            return Err(smsc_result::Value);
        }
        // SAFETY: as the header's contract says.
        let used = unsafe { raw::place(used) }?;
        // SAFETY: as the header's contract says.
        let (size, record) = unsafe { raw::fill(record) }?;
        // SAFETY: as the header's contract says.
        let refusal = unsafe { raw::fill_if_wanted(refusal) }?;
        // SAFETY: as the header's contract says.
        let error = unsafe { raw::fill_if_wanted(error) }?;
        let (done, event) = match chunks.read(window, is_last == 1) {
            Ok(read) => read,
            Err(found) => {
                used.write(len);
                return Err(error::of_reading(&found, error));
            }
        };
        used.write(done);
        match event {
            Event::Record(Ok(found)) => {
                record::fill(&found, size, record);
                Ok(smsc_result::Ok)
            }
            Event::Record(Err(found)) => Err(error::of_reading(&found, error)),
            Event::Error(found) => Ok(refused(&found, refusal)),
            Event::Deleted => Ok(smsc_result::Deleted),
            Event::NeedMore => Ok(smsc_result::NeedMore),
            Event::End => Ok(smsc_result::End),
        }
    };
    raw::code(next())
}
