//! Follows messages to their end: what is known of each from reports in any order, and when to ask
//! for more.
//!
//! * *Merge*: [`Merged`] keeps of the reports of one message those that its state consists of. The
//!   order, the repetition and the grouping of reports make no difference.

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]
#![deny(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unreachable,
    clippy::unwrap_used
)]

#[cfg(any(feature = "alloc", test))]
extern crate alloc;

mod merge;

pub use merge::{Change, Class, Merged, compare};
