//! The durable state of a program that follows SMS messages to their end: which messages it follows,
//! when it asked for them, what was reported, and which changes were passed on.
//!
//! * [`Watcher`]: follows the messages of a store by a plan of requests, which the caller makes.
//! * [`Store`]: the state. [`SqliteStore`] keeps it in a file, for one watcher at a time;
//!   `PostgresStore` (feature `postgres`) in a database, for several.
//! * [`NewReport`], [`Changed`]: reports are merged by [`sms_tracker::Merged`], and each change of a
//!   message is kept, with a number, until nobody needs it.
//! * Sinks: [`Store::changes_after`] and [`Store::acknowledge`] pass each change on at least once, with
//!   a [key](Changed::key) that is the same each time.
//!
//! The work of a method that returned `Ok` is on the disk: neither a crash nor a power failure undoes it. After
//! an error nothing of the call is stored, and the store can be used again when the cause is gone.

#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]

mod changed;
mod error;
mod json;
mod merge;
mod message;
mod phone;
mod place;
#[cfg(feature = "postgres")]
mod postgres;
mod report;
mod sqlite;
mod store;
mod values;
mod watcher;

pub use changed::{Changed, Which};
pub use error::{Error, ErrorKind};
pub use message::{Added, Counts, Lanes, NewMessage, Open};
pub use place::open;
#[cfg(feature = "postgres")]
pub use postgres::PostgresStore;
pub use report::{NewReport, Of, Source};
pub use sqlite::SqliteStore;
pub use store::Store;
pub use watcher::{Followed, Job, Watcher};

/// The configuration of a watcher's plan.
pub use sms_tracker::{AskKind, PlanConfig};
/// Ids and records, which own their data.
pub use smsc_client::{Id, MessageRecord};

/// Holds the example of the README, which is tested as documentation.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
