//! The C library of `smsc-columns`: replies as streams of the Arrow C stream interface.
//!
//! `include/smsc_columns.h` states the contract. The functions convert arguments; everything else is
//! done by `smsc-columns`, and by `arrow-array`, which has the callbacks of the stream.

mod caught;
mod context;
mod query;
mod result;

use std::ffi::{CStr, c_char, c_int};
use std::panic::{AssertUnwindSafe, catch_unwind};

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use smsc_columns::{Reader, Source};

use caught::Caught;
use context::{Context, Read, Release};
pub use query::SmscColumnsQuery;
use query::{Opened, opened};

/// Opens the stream of one reply, whose bytes `read` returns.
///
/// # Safety
///
/// `query` is NULL or points to a query, whose texts are NULL or end with a zero byte. `out` is NULL or
/// can be written. `read` and `release` can be called with `context` on any one thread at a time until
/// `release` is called.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_columns_stream(
    query: *const SmscColumnsQuery,
    read: Option<Read>,
    context: *mut std::ffi::c_void,
    release: Option<Release>,
    out: *mut FFI_ArrowArrayStream,
) -> c_int {
    // SAFETY: the caller promises that `out` can be written.
    let result = unsafe { empty(out) };
    if let Err(result) = result {
        return result;
    }
    let open = || {
        // SAFETY: the caller promises that `query` points to a query whose texts end.
        let Opened { options, source } = unsafe { opened(query) }?;
        let context = Context::new(read.ok_or(result::NULL)?, context, release);
        let stream = context.source(&source);
        let reader = Reader::new(&options, [stream]).map_err(|_| result::VALUE)?;
        Ok((reader, context))
    };
    match caught(open) {
        Ok((reader, context)) => {
            // From here on the stream owns the context.
            context.arm();
            // SAFETY: the caller promises that `out` can be written.
            unsafe { export(reader, Some(context), out) }
        }
        Err(result) => result,
    }
}

/// Opens the stream of several files, one after the other.
///
/// # Safety
///
/// `query` is NULL or points to a query, whose texts are NULL or end with a zero byte. `paths` is NULL or
/// points to `count` paths, which end with a zero byte. `out` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_columns_files(
    query: *const SmscColumnsQuery,
    paths: *const *const c_char,
    count: usize,
    out: *mut FFI_ArrowArrayStream,
) -> c_int {
    // SAFETY: the caller promises that `out` can be written.
    let result = unsafe { empty(out) };
    if let Err(result) = result {
        return result;
    }
    let open = || {
        // SAFETY: the caller promises that `query` points to a query whose texts end.
        let Opened { options, .. } = unsafe { opened(query) }?;
        let mut sources = Vec::new();
        for index in 0..count {
            if paths.is_null() {
                return Err(result::NULL);
            }
            // SAFETY: `paths` is not NULL, and the caller promises that it points to `count` paths.
            let path = unsafe { *paths.add(index) };
            if path.is_null() {
                return Err(result::NULL);
            }
            // SAFETY: the path is not NULL, and the caller promises that it ends with a zero byte.
            sources.push(Source::file(path_of(unsafe { CStr::from_ptr(path) })?));
        }
        Reader::new(&options, sources).map_err(|_| result::VALUE)
    };
    match caught(open) {
        // SAFETY: the caller promises that `out` can be written.
        Ok(reader) => unsafe { export(reader, None, out) },
        Err(result) => result,
    }
}

/// Returns the version of the library.
#[unsafe(no_mangle)]
pub const extern "C" fn smsc_columns_version() -> *const c_char {
    concat!(env!("CARGO_PKG_VERSION"), "\0").as_ptr().cast()
}

/// Writes an empty stream, whose release is NULL.
///
/// # Safety
///
/// `out` is NULL or can be written.
unsafe fn empty(out: *mut FFI_ArrowArrayStream) -> Result<(), c_int> {
    if out.is_null() {
        return Err(result::NULL);
    }
    // SAFETY: `out` is not NULL, and the caller promises that it can be written. What it had before is not
    // dropped: it need not be a stream.
    unsafe { out.write(FFI_ArrowArrayStream::empty()) };
    Ok(())
}

/// Writes the stream of a reader.
///
/// # Safety
///
/// `out` can be written.
unsafe fn export(reader: Reader, context: Option<Context>, out: *mut FFI_ArrowArrayStream) -> c_int {
    let stream = FFI_ArrowArrayStream::new(Box::new(Caught::new(reader, context)));
    // SAFETY: the caller promises that `out` can be written; what is there is an empty stream.
    unsafe { out.write(stream) };
    result::OK
}

/// Calls a function, and returns a result of its own if it panics, since a panic cannot go on into C.
fn caught<T>(open: impl FnOnce() -> Result<T, c_int>) -> Result<T, c_int> {
    catch_unwind(AssertUnwindSafe(open)).unwrap_or(Err(result::PANIC))
}

/// Returns a path of the system.
#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "on other systems it can fail")]
fn path_of(path: &CStr) -> Result<std::path::PathBuf, c_int> {
    use std::os::unix::ffi::OsStrExt as _;
    Ok(std::ffi::OsStr::from_bytes(path.to_bytes()).into())
}

/// Returns a path, which has to be UTF-8 where paths are no bytes.
#[cfg(not(unix))]
fn path_of(path: &CStr) -> Result<std::path::PathBuf, c_int> {
    path.to_str().map(Into::into).map_err(|_| result::UTF8)
}
