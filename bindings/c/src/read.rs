//! Reads a body that is all at hand.

use core::ffi::c_char;

use smsc_proto::{ApiError, RecordBuilder, Records, Reply, StatusCode};

use crate::codes::smsc_result;
use crate::raw::{self, Fill, Keep, SizePrefixed};
use crate::types::{smsc_api_error, smsc_error, smsc_query, smsc_reader, smsc_record, smsc_view};
use crate::{convert, encoding, error, record};

// SAFETY: `repr(C)`, the size first, and any bits are a value of its integers and pointers.
unsafe impl SizePrefixed for smsc_api_error {}

/// What a reader is made of.
struct Reader(Records<'static>);

// SAFETY: `FITS` fails to compile unless it does and needs no drop.
unsafe impl Keep for Reader {
    type Opaque = smsc_reader;
    const MARK: u64 = u64::from_le_bytes(*b"smscread");
}

/// Begins to read the body of a reply to `query`, which is `len` bytes long. Nothing is copied: the
/// body, and the pairs of the query, must stay where they are and as they are for as long as the reader
/// or its records are used.
///
/// Gives SMSC_RESULT_OK: `reader` has records, to be taken by smsc_reader_next. SMSC_RESULT_DELETED.
/// SMSC_RESULT_REFUSED: `refusal` says why. SMSC_RESULT_NOT_A_REPLY or SMSC_RESULT_API_ERROR: `error`
/// says more; in these cases `reader` is one that has not been begun. Or SMSC_RESULT_NULL,
/// SMSC_RESULT_VALUE, SMSC_RESULT_SIZE. `refusal` and `error` may be NULL if they are not wanted.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_reader_begin(
    query: *const smsc_query,
    body: *const c_char,
    len: usize,
    reader: *mut smsc_reader,
    refusal: *mut smsc_api_error,
    error: *mut smsc_error,
) -> i32 {
    let read = || {
        // SAFETY: as the header's contract says.
        let query = unsafe { convert::query(query) }?;
        // SAFETY: as the header's contract says.
        let body = unsafe { raw::bytes(body, len) }?;
        if reader.is_null() {
            return Err(smsc_result::Null);
        }
        // SAFETY: as the header's contract says.
        let refusal = unsafe { raw::fill_if_wanted(refusal) }?;
        // SAFETY: as the header's contract says.
        let error = unsafe { raw::fill_if_wanted(error) }?;
        // What an earlier reply left there must not be taken for this one.
        // SAFETY: not NULL; the rest is the header's contract.
        unsafe { raw::forget::<Reader>(reader) };
        match query.read(body) {
            Ok(Reply::Records(records)) => {
                // SAFETY: not NULL; the rest is the header's contract.
                unsafe { raw::keep(reader, Reader(records)) };
                Ok(smsc_result::Ok)
            }
            Ok(Reply::Error(found)) => Ok(refused(&found, refusal)),
            Ok(Reply::Deleted) => Ok(smsc_result::Deleted),
            Err(found) => Err(error::of_reading(&found, error)),
        }
    };
    raw::code(read())
}

/// Reads the next record.
///
/// Gives SMSC_RESULT_OK: `record` is filled. SMSC_RESULT_END: there are no more, and `record` is as it
/// was. A result from 200 to 299: the record in this place cannot be read, `error` says more, and the
/// next call goes on behind it (R48). Or, without going on, SMSC_RESULT_NULL, SMSC_RESULT_STATE,
/// SMSC_RESULT_SIZE. `error` may be NULL if it is not wanted.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_reader_next(reader: *mut smsc_reader, record: *mut smsc_record, error: *mut smsc_error) -> i32 {
    let next = || {
        // SAFETY: as the header's contract says.
        let Reader(records) = unsafe { raw::kept(reader) }?;
        // SAFETY: as the header's contract says.
        let (size, record) = unsafe { raw::fill(record) }?;
        // SAFETY: as the header's contract says.
        let error = unsafe { raw::fill_if_wanted(error) }?;
        let mut found = RecordBuilder::new(StatusCode(0)).build();
        match records.next_into(&mut found) {
            None => Ok(smsc_result::End),
            Some(Ok(())) => {
                record::fill(&found, size, record);
                Ok(smsc_result::Ok)
            }
            Some(Err(found)) => Err(error::of_reading(&found, error)),
        }
    };
    raw::code(next())
}

/// Tells the caller why a request was refused, and gives the result for it.
pub(crate) fn refused(found: &ApiError<'_>, place: Option<Fill<'_, smsc_api_error>>) -> smsc_result {
    if let Some((size, place)) = place {
        place.write(smsc_api_error {
            size,
            code: found.code.0.cast_signed(),
            id: found.id.unwrap_or(0),
            encoding: found.text.map_or(0, |text| encoding::encoding(text.charset(), text.escape())),
            text: found.text.map_or(smsc_view::NONE, |text| smsc_view::of(text.as_bytes())),
        });
    }
    smsc_result::Refused
}
