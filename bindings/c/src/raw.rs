//! Turns pointers from C into references. docs/c-abi.md, “Pointers”, says what the C program
//! promises of a pointer that is not NULL. Everything else (NULL, lengths, sizes, tags) is checked
//! here.

use core::ffi::c_char;
use core::mem::MaybeUninit;

use crate::results::smsc_result;
use crate::types::smsc_view;

/// A C struct that starts with its size.
///
/// # Safety
///
/// The type must be `repr(C)` with a `u32` as its first field, and every bit pattern must be a
/// valid value of it.
pub(crate) unsafe trait SizePrefixed: Copy {
    /// The result for a struct that is too short.
    const WRONG_SIZE: smsc_result;
}

/// Returns the bytes of an input. NULL with a length of 0 is an empty input.
///
/// Fails with `Null` if `ptr` is NULL and `len` is not 0, and with `Value` if `len` is over
/// `isize::MAX`.
///
/// # Safety
///
/// If `ptr` is not NULL, the `len` bytes that start there must stay readable and unchanged for
/// `'a`.
pub(crate) unsafe fn bytes<'a>(ptr: *const c_char, len: usize) -> Result<&'a [u8], smsc_result> {
    match (ptr.is_null(), len) {
        (true, 0) => Ok(&[]),
        (true, _) => Err(smsc_result::Null),
        // No object is longer, and a slice must not be.
        (false, _) if isize::try_from(len).is_err() => Err(smsc_result::Value),
        // SAFETY: `ptr` is not NULL and `len` is not too long; the caller promises the rest.
        (false, _) => Ok(unsafe { core::slice::from_raw_parts(ptr.cast(), len) }),
    }
}

/// Returns the numbers of an input. NULL with a length of 0 is an empty input.
///
/// Fails like [`items`].
///
/// # Safety
///
/// As for [`items`].
pub(crate) unsafe fn numbers<'a>(ptr: *const i32, len: usize) -> Result<&'a [i32], smsc_result> {
    // SAFETY: the caller makes the promise that `items` requires.
    unsafe { items(ptr, len) }
}

/// Returns the items of an array. NULL with a length of 0 is an empty array.
///
/// Fails with `Null` if `ptr` is NULL and `len` is not 0, and with `Value` if the array would be
/// longer than `isize::MAX` bytes.
///
/// # Safety
///
/// If `ptr` is not NULL, it must be aligned, and point to `len` valid items, which must stay
/// readable and unchanged for `'a`.
pub(crate) unsafe fn items<'a, T>(ptr: *const T, len: usize) -> Result<&'a [T], smsc_result> {
    match (ptr.is_null(), len) {
        (true, 0) => Ok(&[]),
        (true, _) => Err(smsc_result::Null),
        // No object is longer, and a slice must not be.
        (false, _) if len.checked_mul(size_of::<T>()).is_none_or(|bytes| isize::try_from(bytes).is_err()) => {
            Err(smsc_result::Value)
        }
        // SAFETY: `ptr` is not NULL and `len` is not too long; the caller promises the rest.
        (false, _) => Ok(unsafe { core::slice::from_raw_parts(ptr, len) }),
    }
}

/// Returns the items of an array that the library changes. NULL with a length of 0 is an empty array.
///
/// Fails like [`items`].
///
/// # Safety
///
/// If `ptr` is not NULL, it must be aligned, and point to `len` valid items, which must be writable
/// for `'a`, and nothing else may access them.
pub(crate) unsafe fn items_mut<'a, T>(ptr: *mut T, len: usize) -> Result<&'a mut [T], smsc_result> {
    // SAFETY: the caller makes the promise that `items` requires.
    if unsafe { items(ptr, len) }?.is_empty() {
        return Ok(&mut []);
    }
    // SAFETY: `ptr` is not NULL and `len` is not too long, as was checked; the caller promises the rest.
    Ok(unsafe { core::slice::from_raw_parts_mut(ptr, len) })
}

/// Returns the items of an array that the library fills, which may be uninitialised. NULL with a length
/// of 0 is an empty array.
///
/// Fails like [`items`].
///
/// # Safety
///
/// As for [`items_mut`], but for memory that may be uninitialised.
pub(crate) unsafe fn outputs<'a, T>(ptr: *mut T, len: usize) -> Result<&'a mut [MaybeUninit<T>], smsc_result> {
    // SAFETY: the caller makes the promise that `items_mut` requires; a `MaybeUninit` may be
    // uninitialised.
    unsafe { items_mut(ptr.cast::<MaybeUninit<T>>(), len) }
}

/// Returns the bytes of an output buffer. NULL with a length of 0 is an empty buffer.
///
/// Fails with `Null` if `ptr` is NULL and `len` is not 0, and with `Value` if `len` is over
/// `isize::MAX`.
///
/// # Safety
///
/// If `ptr` is not NULL, the `len` bytes that start there must be writable for `'a`, and nothing
/// else may access them.
pub(crate) unsafe fn buffer<'a>(ptr: *mut c_char, len: usize) -> Result<&'a mut [u8], smsc_result> {
    match (ptr.is_null(), len) {
        (true, 0) => Ok(&mut []),
        (true, _) => Err(smsc_result::Null),
        (false, _) if isize::try_from(len).is_err() => Err(smsc_result::Value),
        // SAFETY: `ptr` is not NULL and `len` is not too long; the caller promises the rest.
        (false, _) => Ok(unsafe { core::slice::from_raw_parts_mut(ptr.cast(), len) }),
    }
}

/// Returns a copy of a struct that the C program filled.
///
/// Fails with `Null` if `ptr` is NULL, and with its `WRONG_SIZE` if the struct is too short.
///
/// # Safety
///
/// If `ptr` is not NULL, it must point to an aligned struct that is as long as its first field
/// says.
pub(crate) unsafe fn input<T: SizePrefixed>(ptr: *const T) -> Result<T, smsc_result> {
    // SAFETY: the caller makes the promise that `check_size` requires.
    unsafe { check_size(ptr) }?;
    // SAFETY: `ptr` is not NULL, the struct is long enough, and any bits are a valid `T`.
    Ok(unsafe { ptr.read() })
}

/// A struct that the library fills: the size that the C program set, which stays as it is, and the
/// memory.
pub(crate) type SizedOutput<'a, T> = (u32, &'a mut MaybeUninit<T>);

/// Returns a struct for the library to fill.
///
/// Fails with `Null` if `ptr` is NULL, and with its `WRONG_SIZE` if the struct is too short.
///
/// # Safety
///
/// If `ptr` is not NULL, it must point to an aligned struct that is as long as its first field
/// says. Nothing else may access that struct for `'a`.
pub(crate) unsafe fn sized_output<'a, T: SizePrefixed>(ptr: *mut T) -> Result<SizedOutput<'a, T>, smsc_result> {
    // SAFETY: the caller makes the promise that `check_size` requires.
    let size = unsafe { check_size(ptr) }?;
    // SAFETY: the struct is at least as long as a `T`, and nothing else accesses it. All but its
    // size may be uninitialised, which `output` allows.
    unsafe { output(ptr) }.map(|output| (size, output))
}

/// Returns a struct for the library to fill, or `None` if `ptr` is NULL because the C program does
/// not want it.
///
/// Fails with its `WRONG_SIZE` if the struct is too short.
///
/// # Safety
///
/// As for [`sized_output`].
pub(crate) unsafe fn optional_sized_output<'a, T: SizePrefixed>(ptr: *mut T) -> Result<Option<SizedOutput<'a, T>>, smsc_result> {
    if ptr.is_null() {
        return Ok(None);
    }
    // SAFETY: the caller makes the promise that `sized_output` requires.
    unsafe { sized_output(ptr) }.map(Some)
}

/// Returns the size that a struct states.
///
/// Fails with `Null` if `ptr` is NULL, and with its `WRONG_SIZE` if the size is below that of `T`.
///
/// # Safety
///
/// If `ptr` is not NULL, it must point to an aligned `u32`.
unsafe fn check_size<T: SizePrefixed>(ptr: *const T) -> Result<u32, smsc_result> {
    if ptr.is_null() {
        return Err(smsc_result::Null);
    }
    // SAFETY: `ptr` is not NULL, and a `SizePrefixed` starts with a `u32`.
    let size = unsafe { ptr.cast::<u32>().read() };
    // The struct of a later header is longer and starts with the same fields.
    if usize::try_from(size).is_ok_and(|size| size >= size_of::<T>()) { Ok(size) } else { Err(T::WRONG_SIZE) }
}

/// Returns the memory of an output, which may be uninitialised.
///
/// Fails with `Null` if `ptr` is NULL.
///
/// # Safety
///
/// If `ptr` is not NULL, it must be aligned and point to memory for a `T`. Nothing else may access
/// that memory for `'a`.
pub(crate) unsafe fn output<'a, T>(ptr: *mut T) -> Result<&'a mut MaybeUninit<T>, smsc_result> {
    // SAFETY: the caller makes the promise that `optional_output` requires.
    unsafe { optional_output(ptr) }.ok_or(smsc_result::Null)
}

/// Returns the memory of an output, or `None` if `ptr` is NULL because the C program does not want
/// it.
///
/// # Safety
///
/// As for [`output`].
pub(crate) unsafe fn optional_output<'a, T>(ptr: *mut T) -> Option<&'a mut MaybeUninit<T>> {
    // SAFETY: the caller promises memory for a `T`; a `MaybeUninit` may be uninitialised.
    unsafe { ptr.cast::<MaybeUninit<T>>().as_mut() }
}

/// State of the library in memory of the C program: a tag that says what state it is, and the
/// state.
#[repr(C)]
pub(crate) struct Tagged<T> {
    tag: u64,
    pub(crate) state: T,
}

impl<T> Tagged<T> {
    /// Makes the state unusable: a call that needs it returns `SMSC_RESULT_STATE` from now on.
    pub(crate) const fn clear(&mut self) {
        self.tag = 0;
    }
}

/// State that is stored in an opaque C struct between calls.
///
/// # Safety
///
/// `TAG` must be the tag of no other type and not 0, and an implementation must not replace `FITS`.
pub(crate) unsafe trait Stored: Sized {
    /// The C struct.
    type Opaque;
    /// The first eight bytes of the struct while it holds this state.
    const TAG: u64;
    /// Fails to compile if the state does not fit into the struct, or would have to be dropped.
    const FITS: () = assert!(
        size_of::<Tagged<Self>>() <= size_of::<Self::Opaque>()
            && align_of::<Tagged<Self>>() <= align_of::<Self::Opaque>()
            && !core::mem::needs_drop::<Self>()
    );
}

/// Stores a state in an opaque struct.
pub(crate) fn store<T: Stored>(opaque: &mut MaybeUninit<T::Opaque>, state: T) {
    const { T::FITS };
    // SAFETY: `FITS` says that the struct is long enough and aligned for a `Tagged<T>`.
    unsafe { opaque.as_mut_ptr().cast::<Tagged<T>>().write(Tagged { tag: T::TAG, state }) };
}

/// Returns the memory of an opaque struct in which a state is to be started. A state from before
/// is unusable from now on, whatever else fails: it may refer to memory that the C program has
/// freed.
///
/// Fails with `Null` if `ptr` is NULL.
///
/// # Safety
///
/// As for [`output`].
pub(crate) unsafe fn cleared<'a, T: Stored>(ptr: *mut T::Opaque) -> Result<&'a mut MaybeUninit<T::Opaque>, smsc_result> {
    // SAFETY: the caller makes the promise that `output` requires.
    let opaque = unsafe { output(ptr) }?;
    clear::<T>(opaque);
    Ok(opaque)
}

/// Makes a state in an opaque struct unusable.
pub(crate) fn clear<T: Stored>(opaque: &mut MaybeUninit<T::Opaque>) {
    const { T::FITS };
    // SAFETY: `FITS` says that the struct is long enough and aligned for a tag.
    unsafe { opaque.as_mut_ptr().cast::<u64>().write(0) };
}

/// Returns the state in an opaque struct.
///
/// Fails with `Null` if `ptr` is NULL, and with `State` if [`store`] did not fill the struct or the
/// state was cleared.
///
/// # Safety
///
/// If `ptr` is not NULL, it must point to an aligned opaque struct whose first eight bytes are
/// initialised. If these are the tag, [`store`] must have filled the struct (or one that it is a
/// copy of). Nothing else may access the struct for `'a`.
pub(crate) unsafe fn stored<'a, T: Stored>(ptr: *mut T::Opaque) -> Result<&'a mut Tagged<T>, smsc_result> {
    // SAFETY: the caller makes the promise that `check_tag` requires.
    unsafe { check_tag::<T>(ptr) }?;
    // SAFETY: the tag is there, so `store` filled the struct with a `Tagged<T>`; nothing else
    // accesses it.
    Ok(unsafe { &mut *ptr.cast::<Tagged<T>>() })
}

/// Returns the state in an opaque struct that several threads may use.
///
/// Fails like [`stored`].
///
/// # Safety
///
/// As for [`stored`], but others may read the struct for `'a`.
pub(crate) unsafe fn shared<'a, T: Stored + Sync + 'a>(ptr: *const T::Opaque) -> Result<&'a T, smsc_result> {
    // SAFETY: the caller makes the promise that `check_tag` requires.
    unsafe { check_tag::<T>(ptr) }?;
    // SAFETY: the tag is there, so `store` filled the struct with a `Tagged<T>`; nobody has a
    // reference that is not shared.
    Ok(unsafe { &(*ptr.cast::<Tagged<T>>()).state })
}

/// Fails with `Null` if `ptr` is NULL, and with `State` if it does not point to the tag of a state.
///
/// # Safety
///
/// If `ptr` is not NULL, it must be aligned, and point to eight initialised bytes.
unsafe fn check_tag<T: Stored>(ptr: *const T::Opaque) -> Result<(), smsc_result> {
    const { T::FITS };
    if ptr.is_null() {
        return Err(smsc_result::Null);
    }
    // SAFETY: `ptr` is not NULL, and `FITS` says that the struct is long enough and aligned for a
    // tag.
    let tag = unsafe { ptr.cast::<u64>().read() };
    if tag == T::TAG { Ok(()) } else { Err(smsc_result::State) }
}

impl smsc_view {
    /// The absent view.
    pub(crate) const NONE: Self = Self { ptr: core::ptr::null(), len: 0 };

    /// Returns a view of bytes. Its pointer is not NULL, even if there are no bytes.
    pub(crate) const fn of(bytes: &[u8]) -> Self {
        Self { ptr: bytes.as_ptr().cast(), len: bytes.len() }
    }

    /// Returns a view of bytes, or the absent view if there are none to point to.
    pub(crate) fn of_optional(bytes: Option<&[u8]>) -> Self {
        bytes.map_or(Self::NONE, Self::of)
    }

    /// Returns the bytes of the view, or `None` if it is absent.
    ///
    /// Fails like [`bytes`].
    ///
    /// # Safety
    ///
    /// As for [`bytes`].
    pub(crate) unsafe fn get<'a>(self) -> Result<Option<&'a [u8]>, smsc_result> {
        if self.ptr.is_null() && self.len == 0 {
            return Ok(None);
        }
        // SAFETY: the caller makes the promise that `bytes` requires.
        unsafe { bytes(self.ptr, self.len) }.map(Some)
    }
}

/// Runs the body of a C function and returns its result as a number.
#[inline]
pub(crate) fn run(body: impl FnOnce() -> Result<smsc_result, smsc_result>) -> i32 {
    match body() {
        Ok(code) | Err(code) => code as i32,
    }
}

/// Writes a NUL after the `count` bytes of a text in a buffer, and their number to `len`.
///
/// Fails with `Buffer` if the text and the NUL do not fit; `len` is written in that case as well.
pub(crate) fn end_text(buffer: &mut [u8], count: usize, len: &mut MaybeUninit<usize>) -> Result<smsc_result, smsc_result> {
    len.write(count);
    *buffer.get_mut(count).ok_or(smsc_result::Buffer)? = 0;
    Ok(smsc_result::Ok)
}
