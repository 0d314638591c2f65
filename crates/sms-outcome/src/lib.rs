//! Explains what happened to a message and what to do about it: whether the result is final, who
//! has to act, whether and when to send again, and whether to stop writing to this recipient.
//!
//! * From SMSC.ru's codes: [`lookup`] takes a status, its err and the message's type together,
//!   [`lookup_record`] takes a record of `smsc_proto`, and [`lookup_api_error`] takes the code of
//!   an API error and its endpoint. [`Outcomes`] has the same three lookups with rows of your own,
//!   which take precedence.
//! * From anything that a log or a page shows: [`explain`] takes codes, texts of SMSC.ru, GetCourse
//!   and ClickSend, and ClickSend's receipts, and returns every meaning that fits.
//! * From all statuses of one message: [`story`].
//! * From a symptom to the causes to check: [`diagnose`].
//!
//! Each text exists in English, Russian and French. The crate allocates nothing, never panics and
//! does not need `std`.
//!
//! ```
//! use sms_outcome::{Cause, Channel, Retry, State, lookup};
//! use smsc_proto::{ErrCode, Lang, MessageType, StatusCode};
//!
//! let outcome = lookup(StatusCode(20), Some(ErrCode(1)), MessageType::SMS);
//! assert_eq!(outcome.state, State::Failed);
//! assert!(outcome.is_final);
//! assert_eq!(outcome.cause, Cause::Recipient);
//! assert_eq!(outcome.retry, Retry::No);
//! assert_eq!(outcome.suppress, Some(Channel::Phone));
//! assert_eq!(
//!     outcome.advice.get(Lang::En),
//!     "Send nothing more to this number. Ask the recipient for the right number."
//! );
//! ```
//!
//! # Features
//!
//! * `serde`, off by default: the enums serialise as their names, and [`Outcome`] as an object in one
//!   language (`Outcome::in_lang`).
//!
//! # Sources
//!
//! Every row names its source: S0 to S7 are listed in [`SOURCES`], and an id such as R36 is a rule
//! of `docs/protocol.md`. If the source leaves room for interpretation, [`Outcome::is_judgement`] is
//! true, and [`Outcome::reason`] explains the decision. `docs/outcomes.md` shows all rows.

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]
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

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

pub mod clicksend;
mod codes;
mod diagnose;
mod explain;
mod fold;
pub mod getcourse;
mod lookup;
mod outcome;
#[cfg(feature = "serde")]
mod ser;
mod server;
mod story;
mod tables;
mod texts;

pub use codes::Codes;
pub use diagnose::{Step, Symptom, diagnose};
pub use explain::{Explanation, Provider, Question, explain, known_texts};
pub use lookup::{Key, Outcomes, Override, get, lookup, lookup_api_error, lookup_record, type_of};
pub use outcome::{ApiRow, Cause, Channel, Localized, Outcome, Retry, Row, SOURCES, State};
#[cfg(feature = "serde")]
pub use ser::InLang;
pub use story::{Chapter, story};
pub use tables::{API_ERRORS, STATUSES, errs, statuses_of};
