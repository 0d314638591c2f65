//! The C library: what `smsc-proto` reads and writes, in C's terms. docs/c-abi.md states the contract; `include/smsc_proto.h` is made from these sources.
//!
//! It maps and never decides: whatever is said here about a reply comes from the core.

#![no_std]
#![expect(clippy::doc_markdown, reason = "the comments go into the header, where names stand as in C")]

// The header has the functions in this order.
mod version;

mod read;

mod chunks;

mod text;

mod requested;

mod write;

mod outcome;

mod names;

mod codes;
mod convert;
mod encoding;
mod error;
mod layout;
mod raw;
mod record;
mod types;

/// Ends the program: there is nobody to unwind to (docs/c-abi.md, “Panics”).
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    unsafe extern "C" {
        safe fn abort() -> !;
    }
    abort()
}
