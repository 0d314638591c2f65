//! Where pointers from C become references: the checks that docs/c-abi.md promises, made once.

use core::ffi::c_char;
use core::mem::MaybeUninit;

use crate::codes::smsc_result;
use crate::types::smsc_view;

/// A struct of C that begins with its size.
///
/// # Safety
///
/// It must be `repr(C)` with a `u32` first, and every bit pattern must be a value of it.
pub(crate) unsafe trait SizePrefixed: Copy {}

/// Bytes from C: NULL with no length is an empty input.
///
/// # Safety
///
/// If `ptr` is not NULL, `len` bytes from there must stay readable and unchanged for `'a`.
pub(crate) unsafe fn bytes<'a>(ptr: *const c_char, len: usize) -> Result<&'a [u8], smsc_result> {
    match (ptr.is_null(), len) {
        (true, 0) => Ok(&[]),
        (true, _) => Err(smsc_result::Null),
        // No object is longer, and a slice must not be.
        (false, _) if isize::try_from(len).is_err() => Err(smsc_result::Value),
        // SAFETY: not NULL and not too long; the rest is the caller's promise.
        (false, _) => Ok(unsafe { core::slice::from_raw_parts(ptr.cast(), len) }),
    }
}

/// A buffer of the caller's: NULL with no length is an empty one.
///
/// # Safety
///
/// If `ptr` is not NULL, `len` bytes from there must be writable for `'a`, and nobody else may look at
/// them.
pub(crate) unsafe fn buffer<'a>(ptr: *mut c_char, len: usize) -> Result<&'a mut [u8], smsc_result> {
    match (ptr.is_null(), len) {
        (true, 0) => Ok(&mut []),
        (true, _) => Err(smsc_result::Null),
        (false, _) if isize::try_from(len).is_err() => Err(smsc_result::Value),
        // SAFETY: not NULL and not too long; the rest is the caller's promise.
        (false, _) => Ok(unsafe { core::slice::from_raw_parts_mut(ptr.cast(), len) }),
    }
}

/// A struct that the caller filled.
///
/// # Safety
///
/// If `ptr` is not NULL, it must point to an aligned struct of the size that stands at its beginning.
pub(crate) unsafe fn read<T: SizePrefixed>(ptr: *const T) -> Result<T, smsc_result> {
    // SAFETY: the caller's promise is that of `check`.
    unsafe { check(ptr) }?;
    // SAFETY: not NULL, long enough, and any bits are a value.
    Ok(unsafe { ptr.read() })
}

/// A struct for the library to fill, and the size that stands in it.
///
/// # Safety
///
/// If `ptr` is not NULL, it must point to an aligned struct of the size that stands at its beginning,
/// to which nobody else refers for `'a`.
pub(crate) unsafe fn fill<'a, T: SizePrefixed>(ptr: *mut T) -> Result<Fill<'a, T>, smsc_result> {
    // SAFETY: the caller's promise is that of `check`.
    let size = unsafe { check(ptr) }?;
    // SAFETY: not NULL and long enough, and nobody else refers to it. The caller need not have filled more than the size.
    unsafe { place(ptr) }.map(|place| (size, place))
}

/// The size that a struct states, and where the struct goes.
pub(crate) type Fill<'a, T> = (u32, &'a mut MaybeUninit<T>);

/// A struct for the library to fill, if the caller wants it: NULL says no.
///
/// # Safety
///
/// As for [`fill`].
pub(crate) unsafe fn fill_if_wanted<'a, T: SizePrefixed>(ptr: *mut T) -> Result<Option<Fill<'a, T>>, smsc_result> {
    if ptr.is_null() {
        return Ok(None);
    }
    // SAFETY: the caller's promise is the same.
    unsafe { fill(ptr) }.map(Some)
}

/// # Safety
///
/// If `ptr` is not NULL, it must point to an aligned `u32`.
unsafe fn check<T: SizePrefixed>(ptr: *const T) -> Result<u32, smsc_result> {
    if ptr.is_null() {
        return Err(smsc_result::Null);
    }
    // SAFETY: not NULL; a `SizePrefixed` begins with a `u32`.
    let size = unsafe { ptr.cast::<u32>().read() };
    // A struct of a later header is longer; its first part is the same.
    if usize::try_from(size).is_ok_and(|size| size >= size_of::<T>()) { Ok(size) } else { Err(smsc_result::Size) }
}

/// A plain value of the caller's that is written once all else is known to be good.
///
/// # Safety
///
/// If `ptr` is not NULL, it must point to an aligned place for a `T`, to which nobody else refers for
/// `'a`.
pub(crate) unsafe fn place<'a, T>(ptr: *mut T) -> Result<&'a mut MaybeUninit<T>, smsc_result> {
    // SAFETY: the caller's promise; what is there may be uninitialised.
    unsafe { ptr.cast::<MaybeUninit<T>>().as_mut() }.ok_or(smsc_result::Null)
}

/// What the library keeps in the caller's memory between calls: a mark that says what it is, and the
/// thing itself.
#[repr(C)]
pub(crate) struct Tagged<T> {
    mark: u64,
    pub(crate) state: T,
}

/// A thing that is kept in an opaque struct of C.
///
/// # Safety
///
/// The opaque struct must be at least as long as `Tagged<Self>` and as strictly aligned, and `Self` must
/// not need to be dropped.
pub(crate) unsafe trait Keep: Sized {
    /// The struct of C.
    type Opaque;
    /// No two kinds of things have the same.
    const MARK: u64;
    /// Fails to compile where the thing does not fit.
    const FITS: () = assert!(
        size_of::<Tagged<Self>>() <= size_of::<Self::Opaque>()
            && align_of::<Tagged<Self>>() <= align_of::<Self::Opaque>()
            && !core::mem::needs_drop::<Self>()
    );
}

/// Puts a thing into the caller's memory.
///
/// # Safety
///
/// `ptr` must not be NULL, and must point to an aligned opaque struct to which nobody else refers.
pub(crate) unsafe fn keep<T: Keep>(ptr: *mut T::Opaque, state: T) {
    const { T::FITS };
    // SAFETY: it fits, as was just checked.
    unsafe { ptr.cast::<Tagged<T>>().write(Tagged { mark: T::MARK, state }) };
}

/// The thing in the caller's memory.
///
/// # Safety
///
/// If `ptr` is not NULL, it must point to an aligned opaque struct to which nobody else refers for
/// `'a`, and which [`keep`] filled or whose first eight bytes are not the mark.
pub(crate) unsafe fn kept<'a, T: Keep>(ptr: *mut T::Opaque) -> Result<&'a mut T, smsc_result> {
    const { T::FITS };
    if ptr.is_null() {
        return Err(smsc_result::Null);
    }
    // SAFETY: not NULL; the opaque struct is longer than a mark, and aligned for one.
    let mark = unsafe { ptr.cast::<u64>().read() };
    if mark != T::MARK {
        return Err(smsc_result::State);
    }
    // SAFETY: the mark says that `keep` filled it with a `T`.
    Ok(unsafe { &mut (*ptr.cast::<Tagged<T>>()).state })
}

/// Makes a thing unusable.
///
/// # Safety
///
/// As for [`keep`].
pub(crate) unsafe fn forget<T: Keep>(ptr: *mut T::Opaque) {
    // SAFETY: the opaque struct begins with the mark.
    unsafe { ptr.cast::<u64>().write(0) };
}

impl smsc_view {
    /// Nothing at all.
    pub(crate) const NONE: Self = Self { ptr: core::ptr::null(), len: 0 };

    /// A view of these bytes, whose pointer is not NULL even if there are none.
    pub(crate) const fn of(bytes: &[u8]) -> Self {
        Self { ptr: bytes.as_ptr().cast(), len: bytes.len() }
    }

    /// The bytes, or `None` where there is nothing at all.
    ///
    /// # Safety
    ///
    /// As for [`bytes`].
    pub(crate) unsafe fn get<'a>(self) -> Result<Option<&'a [u8]>, smsc_result> {
        if self.ptr.is_null() && self.len == 0 {
            return Ok(None);
        }
        // SAFETY: the caller's promise is the same.
        unsafe { bytes(self.ptr, self.len) }.map(Some)
    }
}

/// The number that C gets.
pub(crate) const fn code(result: Result<smsc_result, smsc_result>) -> i32 {
    match result {
        Ok(code) | Err(code) => code as i32,
    }
}

/// Ends a text of `count` bytes in a buffer with a NUL, and tells its length; also where it does not
/// fit.
pub(crate) fn written(buffer: &mut [u8], count: usize, len: &mut MaybeUninit<usize>) -> Result<smsc_result, smsc_result> {
    len.write(count);
    *buffer.get_mut(count).ok_or(smsc_result::Buffer)? = 0;
    Ok(smsc_result::Ok)
}
