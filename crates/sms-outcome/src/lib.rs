//! What became of a message, and what to do about it: whether it is final, whose move it is, whether to send it again and when, and whether to stop
//! writing to this recipient.
//!
//! * From SMSC.ru's codes: [`lookup`] takes a status, its err and the message's type together, [`lookup_record`] a record of `smsc_proto`,
//!   [`lookup_api_error`] the number of a refused request. [`Outcomes`] does the same with rows of your own in front.
//! * From the texts that GetCourse shows instead of codes: [`getcourse::recognise`].
//! * From ClickSend's published statuses: [`clicksend::row`], [`clicksend::find`].
//! * From a symptom to the causes to check: [`diagnose`].
//!
//! Each text is there in English, Russian and French. Nothing is allocated, nothing panics, and `std` is not needed.
//!
//! ```
//! use sms_outcome::{Cause, Retry, State, lookup};
//! use smsc_proto::{ErrCode, Lang, MessageType, StatusCode};
//!
//! let outcome = lookup(StatusCode(20), Some(ErrCode(1)), MessageType::SMS);
//! assert_eq!(outcome.state, State::Failed);
//! assert!(outcome.is_final);
//! assert_eq!(outcome.cause, Cause::Recipient);
//! assert_eq!(outcome.retry, Retry::No);
//! assert!(outcome.suppress);
//! assert_eq!(outcome.advice.get(Lang::En), "Stop writing to it. Ask the person for the right number.");
//! ```
//!
//! # Where it is from
//!
//! Every row names its source: S0 to S3 are in [`SOURCES`], R36 and the like are rules of `docs/protocol.md`. Where a source leaves room the row says
//! `judgement`, and [`Outcome::reason`] says why it was judged so. `docs/outcomes.md` shows all rows.

#![no_std]
#![forbid(unsafe_code)]
#![expect(clippy::doc_markdown, reason = "GetCourse and ClickSend are names")]
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

pub mod clicksend;
mod diagnose;
mod fold;
pub mod getcourse;
mod lookup;
mod outcome;
mod tables;

pub use diagnose::{Step, Symptom, diagnose};
pub use lookup::{Key, Outcomes, Override, get, lookup, lookup_api_error, lookup_record, type_of};
pub use outcome::{Cause, Localized, Outcome, Retry, Row, SOURCES, State};
pub use tables::{API_ERRORS, STATUSES, errs};
