//! The requested pairs of a C program, as the core's.

use smsc_proto::Requested;

use crate::codes::smsc_result;
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
    match (ptr.is_null(), len) {
        (true, 0) => Ok(&[]),
        (true, _) => Err(smsc_result::Null),
        (false, _) if isize::try_from(len.saturating_mul(size_of::<smsc_requested>())).is_err() => Err(smsc_result::Value),
        // SAFETY: `ptr` is not NULL, the array is not too long, and each pair was written as a
        // `Requested`, which is as long.
        (false, _) => Ok(unsafe { core::slice::from_raw_parts(ptr.cast(), len) }),
    }
}
