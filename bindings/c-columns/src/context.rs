//! The callbacks that a program in C passes, with their context.

use std::ffi::c_void;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use smsc_columns::Source;

/// A callback that reads bytes into a buffer.
pub(crate) type Read = unsafe extern "C" fn(context: *mut c_void, buffer: *mut u8, capacity: usize) -> isize;

/// A callback that releases the context.
pub(crate) type Release = unsafe extern "C" fn(context: *mut c_void);

/// The callbacks. The context is released with the last clone, once it is armed.
#[derive(Clone)]
pub(crate) struct Context(Arc<Callbacks>);

struct Callbacks {
    read: Read,
    context: *mut c_void,
    release: Option<Release>,
    is_armed: AtomicBool,
}

// SAFETY: the header demands that the callbacks can be called on any thread, one at a time. They are
// called by `get_next` and `release` of the stream alone, which a consumer may not call side by side.
unsafe impl Send for Callbacks {}
// SAFETY: as above. `&Callbacks` is shared between a source and its stream, which the one reader owns.
unsafe impl Sync for Callbacks {}

impl Context {
    pub(crate) fn new(read: Read, context: *mut c_void, release: Option<Release>) -> Self {
        Self(Arc::new(Callbacks { read, context, release, is_armed: AtomicBool::new(false) }))
    }

    /// Lets the context be released with the last clone. Before that it belongs to the caller.
    pub(crate) fn arm(&self) {
        self.0.is_armed.store(true, Ordering::Relaxed);
    }

    /// Returns the source of the reply. It is opened once.
    pub(crate) fn source(&self, name: &str) -> Source {
        let context = self.clone();
        Source::stream(name, move || Ok(Box::new(context.clone())))
    }
}

impl Drop for Callbacks {
    fn drop(&mut self) {
        if let Some(release) = self.release.filter(|_| *self.is_armed.get_mut()) {
            // SAFETY: the caller promises that `release` can be called with its context. It is called
            // once: this value is dropped once, with the last clone, and nothing reads after that.
            unsafe { release(self.context) };
        }
    }
}

impl io::Read for Context {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let Callbacks { read, context, .. } = *self.0;
        // SAFETY: the caller promises that `read` can be called with its context until that is released.
        // `buffer` is initialised, and `read` may write all of it.
        let count = unsafe { read(context, buffer.as_mut_ptr(), buffer.len()) };
        match usize::try_from(count) {
            Ok(count) if count <= buffer.len() => Ok(count),
            Ok(_) => Err(io::Error::other("the read callback returned more bytes than fit into the buffer")),
            Err(_) => Err(io::Error::other(format!("the read callback returned {count}"))),
        }
    }
}
