//! Guesses at the request that a body answers.

use core::ffi::c_char;

use smsc_proto::Escape;

use crate::results::smsc_result;
use crate::types::smsc_query;
use crate::{convert, encoding, raw};

/// Guesses which request the body, which is `len` bytes long, answers instead of `query`. Call it
/// after a body read badly, and tell a person which of the settings to correct: it is advice.
///
/// `guess` becomes the guess with this index, 0 for the most likely one: a copy of `query` with
/// another `format`, `all`, `batch` or `charset`. Of a batch, the first 64 KiB suffice.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_END if there is no such guess, so that with index 0
/// the body reads well with `query` or with no other; `guess` is unchanged then. Returns
/// SMSC_RESULT_NULL, SMSC_RESULT_VALUE or SMSC_RESULT_SIZE_… if an argument is wrong.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_query_guess(
    query: *const smsc_query,
    body: *const c_char,
    len: usize,
    index: usize,
    guess: *mut smsc_query,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (given, body, (size, output)) = unsafe { (convert::query(query)?, raw::bytes(body, len)?, raw::sized_output(guess)?) };
        // SAFETY: as above; `convert::query` has checked the size.
        let own = unsafe { raw::input(query)? };
        let Some(found) = given.guess(body).nth(index).map(|guess| guess.query()) else { return Ok(smsc_result::End) };
        output.write(smsc_query {
            size,
            format: found.get_format() as i32,
            all: found.get_detail() as i32,
            batch: i32::from(found.is_batch()),
            charset: encoding::encoding(found.get_charset(), Escape::None).cast_signed(),
            ..own
        });
        Ok(smsc_result::Ok)
    })
}
