//! A stand-in for the SMS gateway SMSC.ru: its rules as a state machine without I/O, in virtual time.
//!
//! A [`Provider`] takes a request and a moment, and returns a response. It keeps accounts, balances
//! and messages, whose statuses change with time; it limits requests as the service does, and moves
//! messages to the archive at 03:00 Moscow time. Nothing is read from a clock or a generator, so that
//! the same requests at the same moments always get the same responses.
//!
//! * [`Scenario`]: accounts, limits, the lives of phones and faults, also from a TOML file.
//! * [`Life`]: the statuses that a message goes through; the last digits of a phone choose one.
//! * [`Handler`] and [`Notification`]: push notifications, which the caller sends when they are due.
//! * [`Incoming`]: messages that an account receives, planned or on demand.
//! * [`Layout`]: older layouts of status replies in fmt 1.
//! * [`Snapshot`]: the state at a moment, for people and assertions.
//! * [`Fault`]: what can go wrong on the way, on demand.
//! * [`Journal`]: the latest requests, without anything secret.
//!
//! Replies are written by the writer of `smsc-proto` where it has one. If nobody has recorded how the
//! service answers a request, the stand-in says so with the HTTP status 501 and guesses nothing.

#![forbid(unsafe_code)]

mod account;
mod body;
mod breaks;
mod charset;
mod duration;
mod events;
mod fault;
mod gate;
mod handler;
mod hex;
mod http;
mod inbox;
mod journal;
mod layout;
mod life;
mod limits;
mod message;
mod money;
mod notices;
mod notification;
mod numbers;
mod params;
mod provider;
mod reply;
mod scenario;
mod scripts;
#[cfg(feature = "server")]
pub mod server;
mod snapshot;
mod spaced;
mod state;
mod subscriber;
mod time;

pub use duration::{DurationError, parse_duration};
pub use fault::{Fault, FaultRule};
pub use gate::Ticket;
pub use handler::{Handler, Method};
pub use http::{Delivery, Request, Response};
pub use inbox::ReceiveError;
pub use journal::{Entry, Journal};
pub use layout::Layout;
pub use life::{Life, MessageState, Step};
pub use limits::Limits;
pub use money::Money;
pub use notification::Notification;
pub use provider::Provider;
pub use scenario::{Account, Incoming, PhoneRule, Scenario, ScenarioError};
pub use snapshot::{AccountView, LimitView, MessageView, Snapshot, Totals};
pub use time::Time;

/// Holds the examples of the README, which are tested as documentation.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
