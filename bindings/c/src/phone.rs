//! Lists of phones.

use core::ffi::c_char;

use crate::raw;
use crate::request_types::smsc_phone;
use crate::results::smsc_result;

const _: () = assert!(size_of::<&str>() == size_of::<smsc_phone>() && align_of::<&str>() == align_of::<smsc_phone>());

/// Sets a phone, an address or a name to send to, in an array of the caller.
///
/// `text` is in UTF-8, `len` bytes long, as it was typed. Its bytes must stay where they are,
/// unchanged, for as long as the phone is used.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_UTF8 if the text is not UTF-8, SMSC_RESULT_NULL or
/// SMSC_RESULT_VALUE. Whether it can be a phone is checked when the request is written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_phone_set(phone: *mut smsc_phone, text: *const c_char, len: usize) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument. The text stays
        // unchanged while the phone is in use, so that it may be `'static` here. A phone is as long
        // and as aligned as a `&str`, as is checked above.
        let (output, text) = unsafe { (raw::output(phone.cast::<&'static str>())?, raw::bytes(text, len)?) };
        output.write(core::str::from_utf8(text).map_err(|_| smsc_result::Utf8)?);
        Ok(smsc_result::Ok)
    })
}

/// Returns the phones of an array.
///
/// Fails with `Null` if `ptr` is NULL and `len` is not 0, and with `Value` if the array would be
/// longer than `isize::MAX` bytes.
///
/// # Safety
///
/// If `ptr` is not NULL, it must point to `len` phones that were set. They and their texts must stay
/// unchanged for `'p`.
pub(crate) unsafe fn slice<'p>(ptr: *const smsc_phone, len: usize) -> Result<&'p [&'p str], smsc_result> {
    // SAFETY: the caller promises it; each phone was written as a `&str`, which is as long.
    unsafe { raw::items(ptr.cast(), len) }
}
