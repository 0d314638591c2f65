//! Requests to the service: what is sent, without sending it.
//!
//! A request writes its URL and its form-encoded body into any [`core::fmt::Write`], and gives the
//! query that reads the reply to it. The caller brings the HTTP client: POST the body to the URL,
//! with the content type [`CONTENT_TYPE`], and read the body of the response with the query.
//!
//! | request | script | the reply is read by |
//! |---|---|---|
//! | [`StatusRequest`], [`DeleteRequest`] | status.php | [`Query`](crate::Query) |
//! | [`HistoryRequest`] | get.php | [`Query`](crate::Query) |
//! | [`SendRequest`] | send.php | [`SendQuery`](crate::calls::SendQuery) |
//! | [`BalanceRequest`] | balance.php | [`BalanceQuery`](crate::calls::BalanceQuery) |
//! | [`IncomingRequest`] | get.php | [`IncomingQuery`](crate::calls::IncomingQuery) |
//! | [`StatisticsRequest`] | get.php | [`StatisticsQuery`](crate::calls::StatisticsQuery) |
//! | [`OperatorRequest`] | info.php | [`OperatorQuery`](crate::calls::OperatorQuery) |
//!
//! POST keeps credentials and phones out of logs and has no limit of length. For a GET there is
//! [`Request::write_get_url`].
//!
//! Wrong input is a [`RequestError`] before anything is sent. What is known of the service and what
//! is not is in `docs/asking.md` of the project.

mod account;
mod credentials;
mod date;
mod error;
mod form;
mod history;
mod messages;
mod phones;
mod post;
mod repeats;
mod send;
mod server;
mod status;

pub use account::{BalanceRequest, OperatorRequest, StatisticsRequest};
pub use credentials::Credentials;
pub use date::Date;
pub use error::{RequestError, RequestErrorKind};
pub use history::{HistoryRequest, IncomingRequest};
pub use post::{CONTENT_TYPE, Request};
pub use send::{SendKind, SendRequest, SendTime, Translit, Validity};
pub use server::Server;
pub use status::{DeleteRequest, StatusRequest};
