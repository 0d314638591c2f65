//! The pairs that were asked for (R47), and which of them came back.

use core::ffi::c_char;

use smsc_proto::{Asked, Matcher};

use crate::codes::smsc_result;
use crate::raw;
use crate::status::{self, Known};
use crate::types::{smsc_asked, smsc_status};

const _: () = assert!(size_of::<Asked<'_>>() == size_of::<smsc_asked>() && align_of::<Asked<'_>>() == align_of::<smsc_asked>());

/// Sets one (id, phone) pair of a request (R3), in the caller's array.
///
/// `phone` is in UTF-8, `phone_len` bytes long; a `+` in front does not count. Its bytes must stay
/// where they are for as long as the pair is used.
///
/// Gives SMSC_RESULT_OK, or SMSC_RESULT_NULL, SMSC_RESULT_VALUE (id 0, or over 2147483647),
/// SMSC_RESULT_UTF8.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_asked_set(pair: *mut smsc_asked, id: u32, phone: *const c_char, phone_len: usize) -> i32 {
    let set = || {
        // SAFETY: as the header's contract says.
        let place = unsafe { raw::place(pair.cast::<Asked<'static>>()) }?;
        // SAFETY: as the header's contract says.
        let phone = unsafe { raw::bytes(phone, phone_len) }?;
        let phone = core::str::from_utf8(phone).map_err(|_| smsc_result::Utf8)?;
        if id == 0 || i32::try_from(id).is_err() {
            return Err(smsc_result::Value);
        }
        place.write(Asked { id, phone });
        Ok(smsc_result::Ok)
    };
    raw::code(set())
}

/// Says which pair a record answers (R47), and which in front of it are missing. Records are expected
/// in the order of the request.
///
/// `next` is where the search has come to: 0 before the first record. With SMSC_RESULT_OK the record
/// answers the pair `*next - 1`, and the `*missing` pairs in front of that one are missing. With
/// SMSC_RESULT_UNASKED nobody asked for the record, and nothing is changed. Behind the last record, the
/// pairs from `*next` to `count` are missing.
///
/// Otherwise gives SMSC_RESULT_NULL, SMSC_RESULT_SIZE, or SMSC_RESULT_VALUE (`*next` over `count`, or a
/// record that cannot be).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_match(
    pairs: *const smsc_asked,
    count: usize,
    next: *mut usize,
    record: *const smsc_status,
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
        let record = unsafe { status::core_of(&given) }.map_err(Known::caller)?;
        let mut matcher = Matcher::new(pairs.get(*next..).ok_or(smsc_result::Value)?);
        let Some(skipped) = matcher.accept(&record) else { return Ok(smsc_result::Unasked) };
        *next = count - matcher.left().len();
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
pub(crate) unsafe fn slice<'q>(ptr: *const smsc_asked, len: usize) -> Result<&'q [Asked<'q>], smsc_result> {
    match (ptr.is_null(), len) {
        (true, 0) => Ok(&[]),
        (true, _) => Err(smsc_result::Null),
        (false, _) if isize::try_from(len.saturating_mul(size_of::<smsc_asked>())).is_err() => Err(smsc_result::Value),
        // SAFETY: not NULL, not too long, and each was written as an `Asked`, which is as long.
        (false, _) => Ok(unsafe { core::slice::from_raw_parts(ptr.cast(), len) }),
    }
}
