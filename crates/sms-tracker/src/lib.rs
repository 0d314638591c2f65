//! Follows messages to their end: what is known of each from reports in any order, and when to ask
//! for more.
//!
//! * *Merge*: [`Merged`] keeps of the reports of one message those that its state consists of. The
//!   order, the repetition and the grouping of reports make no difference.
//! * *Plan*: a [`Plan`] says which message to ask for, and when, within the limits of the service. It
//!   makes no request and reads no clock.
//!
//! # Features
//!
//! * `alloc`, off by default: [`GrowingPlan`], whose memory grows as messages are added.
//! * `heapless`, off by default: [`FixedPlan`], for a fixed number of messages.

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
#![cfg_attr(
    test,
    expect(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::unwrap_used, reason = "a test that fails panics")
)]

#[cfg(any(feature = "alloc", test))]
extern crate alloc;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

#[cfg(all(doctest, checkout, feature = "alloc"))]
#[doc = include_str!("../../../docs/polling.md")]
struct Polling;

mod merge;
mod plan;

pub use merge::{Change, Class, Merged, compare, join, sort};
pub use plan::{Ask, AskKind, Full, Key, MAX_AT_ONCE, Plan, PlanConfig, Slot, Slots, Tracked};

/// A plan whose memory grows as messages are added: 36 bytes for each.
#[cfg(feature = "alloc")]
pub type GrowingPlan = Plan<alloc::vec::Vec<Slot>>;

/// A plan for at most `N` messages.
#[cfg(feature = "heapless")]
pub type FixedPlan<const N: usize> = Plan<heapless::Vec<Slot, N>>;
