//! The pairs that were asked for (R47), and which of them came back.

use core::ffi::c_char;

use smsc_proto::{Matcher, Requested};

use crate::codes::smsc_result;
use crate::raw;
use crate::record::{self, Known};
use crate::types::{smsc_record, smsc_requested};

const _: () = assert!(
    size_of::<Requested<'_>>() == size_of::<smsc_requested>() && align_of::<Requested<'_>>() == align_of::<smsc_requested>()
);

/// Sets one (id, phone) pair of a request (R3), in the caller's array.
///
/// `phone` is in UTF-8, `phone_len` bytes long; a `+` in front does not count. Its bytes must stay
/// where they are for as long as the pair is used.
///
/// Gives SMSC_RESULT_OK, or SMSC_RESULT_NULL, SMSC_RESULT_VALUE (id 0, or over 2147483647),
/// SMSC_RESULT_UTF8.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_requested_set(pair: *mut smsc_requested, id: u32, phone: *const c_char, phone_len: usize) -> i32 {
    let set = || {
        // SAFETY: as the header's contract says.
        let place = unsafe { raw::place(pair.cast::<Requested<'static>>()) }?;
        // SAFETY: as the header's contract says.
        let phone = unsafe { raw::bytes(phone, phone_len) }?;
        let phone = core::str::from_utf8(phone).map_err(|_| smsc_result::Utf8)?;
        if id == 0 || i32::try_from(id).is_err() {
            return Err(smsc_result::Value);
        }
        place.write(Requested { id, phone });
        Ok(smsc_result::Ok)
    };
    raw::code(set())
}

/// Says which pair a record answers (R47), and which in front of it are missing. Records are expected
/// in the order of the request.
///
/// `next` is where the search has come to: 0 before the first record. With SMSC_RESULT_OK the record
/// answers the pair `*next - 1`, and the `*missing` pairs in front of that one are missing. With
/// SMSC_RESULT_UNEXPECTED nobody asked for the record, and nothing is changed. Behind the last record, the
/// pairs from `*next` to `count` are missing.
///
/// Otherwise gives SMSC_RESULT_NULL, SMSC_RESULT_SIZE, or SMSC_RESULT_VALUE (`*next` over `count`, or a
/// record that cannot be).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_requested_match(
    pairs: *const smsc_requested,
    count: usize,
    next: *mut usize,
    record: *const smsc_record,
    missing: *mut usize,
) -> i32 {
    let find = || {
        // SAFETY: as the header's contract says.
        let pairs = unsafe { slice(pairs, count) }?;
        // SAFETY: as the header's contract says.
        let next = unsafe { next.as_mut() }.ok_or(smsc_result::Null)?;
        // SAFETY: as the header's contract says.
        let missing = unsafe { raw::place(missing) }?;
        // SAFETY: as the header's contract says.
        let given = unsafe { raw::read(record) }?;
        // SAFETY: as the header's contract says.
        let record = unsafe { record::core_of(&given) }.map_err(Known::caller)?;
        let mut matcher = Matcher::new(pairs.get(*next..).ok_or(smsc_result::Value)?);
        let Some(skipped) = matcher.accept(&record) else { return Ok(smsc_result::Unexpected) };
        *next = count - matcher.remaining().len();
        missing.write(skipped.len());
        Ok(smsc_result::Ok)
    };
    raw::code(find())
}

/// The pairs of an array.
///
/// # Safety
///
/// If `ptr` is not NULL, it must point to `len` pairs, each of them set, that stay unchanged for `'q`,
/// and so must their phones.
pub(crate) unsafe fn slice<'q>(ptr: *const smsc_requested, len: usize) -> Result<&'q [Requested<'q>], smsc_result> {
    match (ptr.is_null(), len) {
        (true, 0) => Ok(&[]),
        (true, _) => Err(smsc_result::Null),
        (false, _) if isize::try_from(len.saturating_mul(size_of::<smsc_requested>())).is_err() => Err(smsc_result::Value),
        // SAFETY: not NULL, not too long, and each was written as an `Requested`, which is as long.
        (false, _) => Ok(unsafe { core::slice::from_raw_parts(ptr.cast(), len) }),
    }
}
