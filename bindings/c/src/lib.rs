//! The C library: parses and writes replies with `smsc-proto`, in C's terms. docs/c-abi.md states
//! the contract; `include/smsc_proto.h` is generated from these sources.
//!
//! The functions convert arguments and results. Every decision about a reply is the core's.

#![no_std]
#![expect(clippy::doc_markdown, reason = "the comments go into the header, where names are written as in C")]

// The header lists the functions in this order.
mod version;

mod read;

mod chunks;

mod guess;

mod text;

mod requested;

mod index;

mod write;

mod outcome;

mod explain;

mod phone;

mod request;

mod request_error;

mod calls;

mod list;

mod callback;

mod callback_error;

mod merge;

mod plan;

mod plan_ask;

mod retry;

mod names;

mod callback_types;
mod calls_types;
mod codes;
mod convert;
mod encoding;
mod error;
mod layout;
mod merge_types;
mod pairs;
mod plan_types;
mod raw;
mod record;
mod request_build;
mod request_send;
mod request_types;
mod request_values;
mod results;
mod retry_types;
mod types;

/// Ends the program: a panic cannot unwind into C (docs/c-abi.md, “Panics”).
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    unsafe extern "C" {
        safe fn abort() -> !;
    }
    abort()
}
