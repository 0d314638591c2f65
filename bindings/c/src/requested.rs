//! The requested messages, and which of them a reply has.

use core::ffi::c_char;

use smsc_proto::{Charset, Matcher, MessageId, Requested, Text, same_phone};

use crate::record::{Invalid, parse_id};
use crate::results::smsc_result;
use crate::types::{smsc_query, smsc_record, smsc_requested};
use crate::{convert, raw};

const _: () = assert!(
    size_of::<Requested<'_>>() == size_of::<smsc_requested>() && align_of::<Requested<'_>>() == align_of::<smsc_requested>()
);

/// Sets one (id, phone) pair of a request whose id is a number, in an array of the caller.
///
/// `phone` is in UTF-8, `phone_len` bytes long, as it was typed: see smsc_phone_is_same. Its bytes
/// must stay where they are, unchanged, for as long as the pair is used.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if the id is 0 or over 2147483647 or the phone
/// is empty or white space, SMSC_RESULT_UTF8 if the phone is not UTF-8, or SMSC_RESULT_NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_requested_set(pair: *mut smsc_requested, id: u32, phone: *const c_char, phone_len: usize) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument. The phone stays
        // unchanged while the pair is in use, so that it may be `'static` here. A pair is as long
        // and as aligned as a `Requested`, as is checked above.
        let (output, phone) = unsafe { (raw::output(pair.cast::<Requested<'static>>())?, raw::bytes(phone, phone_len)?) };
        let phone = typed_phone(phone)?;
        output.write(Requested { id: MessageId::new(id).ok_or(smsc_result::Value)?, phone });
        Ok(smsc_result::Ok)
    })
}

/// Sets one (id, phone) pair of a request from an id as text, in an array of the caller.
///
/// `id` is `id_len` bytes long: a text that the client chose, such as `order-77`, or the digits of
/// a number. `phone` is in UTF-8, `phone_len` bytes long, as it was typed: see smsc_phone_is_same.
/// The bytes of both must stay where they are, unchanged, for as long as the pair is used.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if the id is neither a number from 1 to
/// 2147483647 nor a text of 1 to 40 Latin letters, digits, dots, hyphens and underscores, or the
/// phone is empty or white space; SMSC_RESULT_UTF8 if the phone is not UTF-8, or SMSC_RESULT_NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_requested_set_text(
    pair: *mut smsc_requested,
    id: *const c_char,
    id_len: usize,
    phone: *const c_char,
    phone_len: usize,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument. The texts stay
        // unchanged while the pair is in use, so that they may be `'static` here. A pair is as long
        // and as aligned as a `Requested`, as is checked above.
        let (output, id, phone) =
            unsafe { (raw::output(pair.cast::<Requested<'static>>())?, raw::bytes(id, id_len)?, raw::bytes(phone, phone_len)?) };
        let phone = typed_phone(phone)?;
        output.write(Requested { id: parse_id(id)?, phone });
        Ok(smsc_result::Ok)
    })
}

/// Compares two phones as they were typed, in UTF-8: `*is_same` becomes 1 if they are the same
/// phone, else 0.
///
/// Only the digits are compared. A Russian number may start with 8 instead of 7, or lack both,
/// unless one of the two phones has a `+`. E-mail addresses, and names without any digit, are
/// compared without regard to case.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_UTF8 if a phone is not UTF-8, SMSC_RESULT_NULL or
/// SMSC_RESULT_VALUE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_phone_is_same(
    left: *const c_char,
    left_len: usize,
    right: *const c_char,
    right_len: usize,
    is_same: *mut i32,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (left, right, output) = unsafe { (raw::bytes(left, left_len)?, raw::bytes(right, right_len)?, raw::output(is_same)?) };
        let text = |phone| utf8(phone).map(|phone| Text::new(phone.as_bytes(), Charset::Utf8));
        output.write(same_phone(text(left)?, text(right)?).into());
        Ok(smsc_result::Ok)
    })
}

/// Finds the pair of a query that a record belongs to, and the number of pairs before it whose
/// records are missing. Records are expected in the order of the request; in another order, set
/// `index` of the query (see smsc_requested_index_begin).
///
/// `*next` is the index of the first pair that is not matched yet: 0 before the first record. If
/// the record belongs to a pair, the index of the pair is `*next - 1` after the call, and
/// `*missing` is the number of pairs that were skipped before it: their records are missing. After
/// the last record, the records of the pairs from `*next` to `requested_len` are missing.
///
/// Returns SMSC_RESULT_OK if the record belongs to a pair. Returns SMSC_RESULT_UNEXPECTED if the
/// record was not requested; `*next` and `*missing` are unchanged then. Returns SMSC_RESULT_VALUE
/// if `*next` is over `requested_len`, or the query or the record has an impossible value;
/// SMSC_RESULT_NULL, SMSC_RESULT_SIZE_…, or SMSC_RESULT_STATE if the index was not started.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_requested_match(
    query: *const smsc_query,
    next: *mut usize,
    record: *const smsc_record,
    missing: *mut usize,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument, has set all
        // pairs, and `*next` is initialised.
        let (query, next, missing, given) = unsafe {
            (convert::query(query)?, next.as_mut().ok_or(smsc_result::Null)?, raw::output(missing)?, raw::input(record)?)
        };
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for the views of the record.
        let record = unsafe { given.core_record() }.map_err(Invalid::result)?;
        let count = query.get_requested().map_or(0, <[_]>::len);
        if *next > count {
            return Err(smsc_result::Value);
        }
        let Some(matcher) = Matcher::of_query(&query) else { return Ok(smsc_result::Unexpected) };
        let mut matcher = matcher.starting_at(*next);
        let Some(skipped) = matcher.accept(&record) else { return Ok(smsc_result::Unexpected) };
        *next = count - matcher.remaining().len();
        missing.write(skipped.len());
        Ok(smsc_result::Ok)
    })
}

/// Returns a phone of a request, which has at least one character.
fn typed_phone(phone: &[u8]) -> Result<&str, smsc_result> {
    let phone = utf8(phone)?;
    if phone.trim().is_empty() { Err(smsc_result::Value) } else { Ok(phone) }
}

fn utf8(phone: &[u8]) -> Result<&str, smsc_result> {
    core::str::from_utf8(phone).map_err(|_| smsc_result::Utf8)
}
