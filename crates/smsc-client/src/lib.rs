//! A blocking client of the SMS gateway SMSC.ru, which never sends a message twice.
//!
//! The core, `smsc-proto`, writes the requests, reads the replies and advises after a failure. This
//! crate does what is advised: it goes to the next host, waits, asks for the status of a message
//! whose sending was not answered, and stops when the service refuses the credentials. A [`Gate`]
//! keeps the limits of the login for all threads.
//!
//! * [`Client`]: [`status`](Client::status), [`send`](Client::send), [`delete`](Client::delete),
//!   [`price`](Client::price), [`balance`](Client::balance), [`history`](Client::history),
//!   [`incoming`](Client::incoming), [`operator`](Client::operator).
//! * [`Error`]: four kinds, which decide what may be done next.
//! * [`Transport`]: sends one request. `HttpTransport` (feature `http`, on by default) is on ureq and
//!   rustls; bring another one, or a double for tests.
//! * [`Clock`]: time and random numbers, so that tests wait in virtual time.
//!
//! Every request is a POST, so that neither credentials nor phones are in a URL. No `Display` and no
//! `Debug` shows a secret, a phone or a text.

#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]

mod account;
mod answers;
mod ask;
mod client;
mod clock;
mod error;
mod gate;
mod history;
mod hosts;
#[cfg(feature = "http")]
mod http;
mod likeness;
mod login;
mod message;
mod record;
mod send;
mod status;
mod transport;

pub use answers::{Balance, Incoming, Operator, Price, SentMessage, SentTo};
pub use client::{Client, ServerDate};
pub use clock::{Clock, SystemClock};
pub use error::{Answer, Error, NotAReply, NotSent, NotSentReason, Place, Refused, Unanswered};
pub use gate::{Closed, Gate, GateLimits, Rule, Ticket};
pub use history::History;
#[cfg(feature = "http")]
pub use http::{Handshake, HttpOptions, HttpTransport, is_loopback_url};
pub use login::Login;
pub use message::Message;
pub use record::{FieldValue, Id, MessageRecord};
pub use send::Fate;
pub use status::{Status, Statuses};
pub use transport::{HttpRequest, HttpResponse, TlsFailure, Transport, TransportError, TransportFailure};

/// Holds the example of the README, which is tested as documentation.
#[cfg(all(doctest, feature = "http"))]
#[doc = include_str!("../README.md")]
struct Readme;
