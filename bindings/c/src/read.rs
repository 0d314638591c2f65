//! Parses a body that is complete in memory.

use core::ffi::c_char;

use smsc_proto::{ApiError, Record, Records, Reply};

use crate::raw::{self, SizePrefixed, SizedOutput, Stored};
use crate::results::smsc_result;
use crate::types::{smsc_api_error, smsc_error, smsc_query, smsc_reader, smsc_record};
use crate::{convert, encoding, error, record};

// SAFETY: `repr(C)`, the size first, and any bits are a value of its integers and pointers.
unsafe impl SizePrefixed for smsc_api_error {
    const WRONG_SIZE: smsc_result = smsc_result::SizeApiError;
}

/// The state in a smsc_reader.
struct Reader {
    records: Records<'static>,
    /// The record that was parsed last. It is kept because a new one would have to be initialised.
    record: Record<'static>,
}

// SAFETY: no other state has this tag, and `FITS` is not replaced.
unsafe impl Stored for Reader {
    type Opaque = smsc_reader;
    const TAG: u64 = u64::from_le_bytes(*b"smscread");
}

/// Starts parsing the body of a reply to `query`, which is `len` bytes long.
///
/// The body is not copied. The body and the pairs of the query must stay where they are, unchanged,
/// for as long as the reader or its records are used. `api_error` and `error` may be NULL if they
/// are not wanted.
///
/// Returns SMSC_RESULT_OK if the reply has records, which smsc_reader_next returns. Returns
/// SMSC_RESULT_DELETED if the server deleted the messages, or SMSC_RESULT_REFUSED if it rejected
/// the request, with the reason in `api_error`. Returns SMSC_RESULT_NOT_A_REPLY or
/// SMSC_RESULT_API_ERROR if the body cannot be parsed, with the details in `error`. Returns
/// SMSC_RESULT_NULL, SMSC_RESULT_VALUE or SMSC_RESULT_SIZE_… if an argument is wrong. After any of
/// these but SMSC_RESULT_OK, `reader` is not started, even if it was before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_reader_begin(
    query: *const smsc_query,
    body: *const c_char,
    len: usize,
    reader: *mut smsc_reader,
    api_error: *mut smsc_api_error,
    error: *mut smsc_error,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument. The body and
        // the pairs stay unchanged while the reader is in use, so that they may be `'static` here.
        let (reader, query, body, api_error, error) = unsafe {
            (
                raw::cleared::<Reader>(reader)?,
                convert::query(query)?,
                raw::bytes(body, len)?,
                raw::optional_sized_output(api_error)?,
                raw::optional_sized_output(error)?,
            )
        };
        match query.read(body) {
            Ok(Reply::Records(records)) => {
                raw::store(reader, Reader { records, record: Record::empty() });
                Ok(smsc_result::Ok)
            }
            Ok(Reply::Error(found)) => Ok(fill_api_error(&found, api_error)),
            Ok(Reply::Deleted) => Ok(smsc_result::Deleted),
            Err(found) => Err(error::fill_reading(&found, error)),
        }
    })
}

/// Parses the next record. `error` may be NULL if it is not wanted.
///
/// Returns SMSC_RESULT_OK if `record` was filled. Returns SMSC_RESULT_END if there are no more
/// records; `record` is unchanged then. Returns a result from 200 to 299 if the next record cannot
/// be parsed, with the details in `error`; the next call continues after it. Returns
/// SMSC_RESULT_NULL, SMSC_RESULT_STATE or SMSC_RESULT_SIZE_…, without moving on, if an argument is
/// wrong.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_reader_next(reader: *mut smsc_reader, record: *mut smsc_record, error: *mut smsc_error) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (reader, (size, record), error) =
            unsafe { (raw::stored::<Reader>(reader)?, raw::sized_output(record)?, raw::optional_sized_output(error)?) };
        let Reader { records, record: found } = &mut reader.state;
        match records.next_into(found) {
            None => Ok(smsc_result::End),
            Some(Ok(())) => {
                record::fill(found, size, record);
                Ok(smsc_result::Ok)
            }
            Some(Err(found)) => Err(error::fill_reading(&found, error)),
        }
    })
}

/// Fills the struct of an API error, if it is wanted, and returns the result for it.
pub(crate) fn fill_api_error(found: &ApiError<'_>, output: Option<SizedOutput<'_, smsc_api_error>>) -> smsc_result {
    if let Some((size, output)) = output {
        let (id, text_id) = record::id_fields(found.id);
        output.write(smsc_api_error {
            size,
            code: found.code.0.cast_signed(),
            id,
            encoding: encoding::of_texts([found.text]),
            text: record::view(found.text),
            text_id,
        });
    }
    smsc_result::Refused
}
