//! The requested pairs of a C program, as the core's.

use smsc_proto::Requested;

use crate::raw;
use crate::results::smsc_result;
use crate::types::smsc_requested;

/// Returns the pairs of an array.
///
/// Fails with `Null` if `ptr` is NULL and `len` is not 0, and with `Value` if the array would be
/// longer than `isize::MAX` bytes.
///
/// # Safety
///
/// If `ptr` is not NULL, it must point to `len` pairs that were set. They, their phones and their
/// text ids must stay unchanged for `'q`.
pub(crate) unsafe fn slice<'q>(ptr: *const smsc_requested, len: usize) -> Result<&'q [Requested<'q>], smsc_result> {
    // SAFETY: the caller promises it; each pair was written as a `Requested`, which is as long.
    unsafe { raw::items(ptr.cast(), len) }
}
