//! The interface that the page calls: a few functions over bytes in the module's memory.
//!
//! The page writes its input where [`reserve`] says, calls one of the other functions, and reads as
//! many bytes from [`output`] as that function returns. The module keeps one reply that is being
//! read; a worker has a module of its own, so nothing is shared between threads.

#![expect(clippy::doc_markdown, reason = "GetCourse and ClickSend are names")]

mod assume;
mod codes_in;
mod decode;
mod explain;
mod lines;
mod options;
mod session;

pub use session::Session;

use std::cell::RefCell;

thread_local! {
    static SESSION: RefCell<Session> = RefCell::default();
}

/// Reserves memory for an input of `len` bytes and returns its address.
#[must_use]
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn reserve(len: usize) -> *mut u8 {
    SESSION.with_borrow_mut(|session| session.reserve(len).as_mut_ptr())
}

/// Answers the request in the input, an object of JSON, and returns the length of the answer.
#[must_use]
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn request() -> usize {
    SESSION.with_borrow_mut(Session::request)
}

/// Finds out what the input is: a line of JSON with what is known of it, and the bytes after the
/// line. Returns the length of the answer.
#[must_use]
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn assume() -> usize {
    SESSION.with_borrow_mut(Session::assume)
}

/// Reads the input as the next part of the reply, the last one unless `is_last` is 0. Returns the
/// length of the lines.
#[must_use]
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn feed(is_last: u32) -> usize {
    SESSION.with_borrow_mut(|session| session.feed(is_last != 0))
}

/// Returns the address of the answer, which is valid until the next call.
#[must_use]
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn output() -> *const u8 {
    SESSION.with_borrow(|session| session.output().as_ptr())
}
