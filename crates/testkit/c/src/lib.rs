//! The C functions, for tests in Rust and for the fuzz targets. The modules are the source files of
//! `bindings/c`.
//!
//! `bindings/c` itself cannot be linked here: a library with its own panic handler cannot be part
//! of a program with `std`, and an `rlib` would cost it the optimisation across crates.

#![no_std]
#![expect(clippy::doc_markdown, reason = "the comments go into the header, where names are written as in C")]
#![expect(clippy::missing_safety_doc, reason = "the contract is the header's, in docs/c-abi.md")]

#[path = "../../../../bindings/c/src/callback.rs"]
pub mod callback;
#[path = "../../../../bindings/c/src/callback_error.rs"]
pub mod callback_error;
#[path = "../../../../bindings/c/src/callback_types.rs"]
pub mod callback_types;
#[path = "../../../../bindings/c/src/calls.rs"]
pub mod calls;
#[path = "../../../../bindings/c/src/calls_types.rs"]
pub mod calls_types;
#[path = "../../../../bindings/c/src/chunks.rs"]
pub mod chunks;
#[path = "../../../../bindings/c/src/codes.rs"]
pub mod codes;
#[path = "../../../../bindings/c/src/convert.rs"]
mod convert;
#[path = "../../../../bindings/c/src/encoding.rs"]
mod encoding;
#[path = "../../../../bindings/c/src/error.rs"]
mod error;
#[path = "../../../../bindings/c/src/explain.rs"]
pub mod explain;
#[path = "../../../../bindings/c/src/guess.rs"]
pub mod guess;
#[path = "../../../../bindings/c/src/index.rs"]
pub mod index;
#[path = "../../../../bindings/c/src/list.rs"]
pub mod list;
#[path = "../../../../bindings/c/src/merge.rs"]
pub mod merge;
#[path = "../../../../bindings/c/src/merge_types.rs"]
pub mod merge_types;
#[path = "../../../../bindings/c/src/names.rs"]
pub mod names;
#[path = "../../../../bindings/c/src/outcome.rs"]
pub mod outcome;
#[path = "../../../../bindings/c/src/pairs.rs"]
mod pairs;
#[path = "../../../../bindings/c/src/phone.rs"]
pub mod phone;
#[path = "../../../../bindings/c/src/plan.rs"]
pub mod plan;
#[path = "../../../../bindings/c/src/plan_ask.rs"]
pub mod plan_ask;
#[path = "../../../../bindings/c/src/plan_types.rs"]
pub mod plan_types;
#[path = "../../../../bindings/c/src/raw.rs"]
mod raw;
#[path = "../../../../bindings/c/src/read.rs"]
pub mod read;
#[path = "../../../../bindings/c/src/record.rs"]
mod record;
#[path = "../../../../bindings/c/src/request.rs"]
pub mod request;
#[path = "../../../../bindings/c/src/request_build.rs"]
mod request_build;
#[path = "../../../../bindings/c/src/request_error.rs"]
pub mod request_error;
#[path = "../../../../bindings/c/src/request_send.rs"]
mod request_send;
#[path = "../../../../bindings/c/src/request_types.rs"]
pub mod request_types;
#[path = "../../../../bindings/c/src/request_values.rs"]
mod request_values;
#[path = "../../../../bindings/c/src/requested.rs"]
pub mod requested;
#[path = "../../../../bindings/c/src/results.rs"]
pub mod results;
#[path = "../../../../bindings/c/src/retry.rs"]
pub mod retry;
#[path = "../../../../bindings/c/src/retry_types.rs"]
pub mod retry_types;
#[path = "../../../../bindings/c/src/text.rs"]
pub mod text;
#[path = "../../../../bindings/c/src/types.rs"]
pub mod types;
#[path = "../../../../bindings/c/src/write.rs"]
pub mod write;
