//! Parses a batch that is received in chunks.

use core::ffi::c_char;

use smsc_proto::{ChunkReader, Event, Record};

use crate::raw::{self, Stored};
use crate::read::fill_api_error;
use crate::results::smsc_result;
use crate::types::{smsc_api_error, smsc_chunk_reader, smsc_error, smsc_query, smsc_record};
use crate::{convert, error, record};

// SAFETY: no other state has this tag, and `FITS` is not replaced.
unsafe impl Stored for ChunkReader<'static> {
    type Opaque = smsc_chunk_reader;
    const TAG: u64 = u64::from_le_bytes(*b"smscchnk");
}

/// Starts parsing the reply to a batch request of which only a part is in memory.
///
/// `limit` is the maximum length of a record in bytes; 0 means 1 MiB, the limit of
/// smsc_reader_begin. `*max_window` becomes the length of a buffer that is always long enough;
/// `max_window` may be NULL if it is not wanted. The pairs of the query must stay unchanged for as
/// long as the reader is used.
///
/// Returns SMSC_RESULT_OK, or SMSC_RESULT_NULL, SMSC_RESULT_VALUE or SMSC_RESULT_SIZE_… if an
/// argument is wrong.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_chunk_reader_begin(
    query: *const smsc_query,
    limit: usize,
    reader: *mut smsc_chunk_reader,
    max_window: *mut usize,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument. The pairs stay
        // unchanged while the reader is in use, so that they may be `'static` here.
        let (output, query, max_window) =
            unsafe { (raw::cleared::<ChunkReader<'static>>(reader)?, convert::query(query)?, raw::optional_output(max_window)) };
        let reader = if limit == 0 { ChunkReader::new(query) } else { ChunkReader::with_limit(query, limit) };
        if let Some(max_window) = max_window {
            max_window.write(reader.max_window());
        }
        raw::store(output, reader);
        Ok(smsc_result::Ok)
    })
}

/// Parses the next item in the window: the bytes that were received and that earlier calls did not
/// consume. `is_last` is 1 if the window ends where the reply ends, else 0.
///
/// `*consumed` becomes the number of bytes at the start of the window that are no longer needed.
/// Drop them before the next call, but not before you have used the record, because its texts are
/// in the window. `api_error` and `error` may be NULL if they are not wanted.
///
/// Returns SMSC_RESULT_OK if `record` was filled. Returns SMSC_RESULT_NEED_MORE if the window must
/// grow first, and SMSC_RESULT_END after the end of the reply. Returns SMSC_RESULT_DELETED if the
/// server deleted the messages, or SMSC_RESULT_REFUSED if it rejected the request, with the reason
/// in `api_error`. Returns a result from 200 to 299 if the next item cannot be parsed, with the
/// details in `error`; the next call continues after it. After SMSC_RESULT_NOT_A_REPLY and
/// SMSC_RESULT_API_ERROR, all further calls return SMSC_RESULT_END. Returns SMSC_RESULT_NULL,
/// SMSC_RESULT_VALUE, SMSC_RESULT_STATE or SMSC_RESULT_SIZE_…, without consuming bytes, if an
/// argument is wrong.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_chunk_reader_next(
    reader: *mut smsc_chunk_reader,
    window: *const c_char,
    len: usize,
    is_last: i32,
    consumed: *mut usize,
    record: *mut smsc_record,
    api_error: *mut smsc_api_error,
    error: *mut smsc_error,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (reader, window, is_last, consumed, (size, record), api_error, error) = unsafe {
            (
                raw::stored::<ChunkReader<'static>>(reader)?,
                raw::bytes(window, len)?,
                convert::switch(is_last)?,
                raw::output(consumed)?,
                raw::sized_output(record)?,
                raw::optional_sized_output(api_error)?,
                raw::optional_sized_output(error)?,
            )
        };
        let mut found = Record::empty();
        let (count, event) = match reader.state.read_into(window, is_last, &mut found) {
            Ok(read) => read,
            Err(found) => {
                consumed.write(len);
                return Err(error::fill_reading(&found, error));
            }
        };
        consumed.write(count);
        match event {
            Event::Record(Ok(())) => {
                record::fill(&found, size, record);
                Ok(smsc_result::Ok)
            }
            Event::Record(Err(found)) => Err(error::fill_reading(&found, error)),
            Event::Error(found) => Ok(fill_api_error(&found, api_error)),
            Event::Deleted => Ok(smsc_result::Deleted),
            Event::NeedMore => Ok(smsc_result::NeedMore),
            Event::End => Ok(smsc_result::End),
        }
    })
}
