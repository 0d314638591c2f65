//! HTTP/1.1 requests over sockets, with bounds on their size, their time and their number.
//!
//! A [`Listener`] accepts connections, each with a thread of its own. [`serve`] receives the requests of
//! one connection and passes each to a function, which answers it, for example with [`send`].
//! Requests that exceed the [`Limits`] are refused and never passed on.

#![forbid(unsafe_code)]

mod connection;
mod head;
mod limits;
mod listener;
mod receive;
mod response;
mod stream;

pub use connection::serve;
pub use head::Request;
pub use limits::Limits;
pub use listener::{FULL, Handle, Listener};
pub use response::{Response, reason, send};
pub use stream::{Socket, TICK, Timed};

/// Holds the example of the README, which is tested as documentation.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
