//! The replies of the other calls: what send.php, balance.php, get.php and info.php reply.
//!
//! Like a [`Query`](crate::Query), each query of this module parses the body of a reply that it
//! belongs to. Nothing is copied or allocated, and whatever the bytes are, nothing panics.
//!
//! | query | script | reply |
//! |---|---|---|
//! | [`SendQuery`] | send.php | [`Sent`], or a [`Price`] |
//! | [`BalanceQuery`] | balance.php | [`Balance`] |
//! | [`IncomingQuery`] | get.php (`get_answers`) | a list of [`Incoming`] |
//! | [`StatisticsQuery`] | get.php (`get_stat`) | a list of [`Statistics`] |
//! | [`OperatorQuery`] | info.php (`get_operator`) | [`Operator`] |
//!
//! Every query has a constant `ENDPOINT`, which decides what the number of an API error means
//! (R61). The requests of the module [`request`](crate::request) give the query of their reply.
//!
//! Some forms of these replies were never seen. Such a reply is an error of the kind
//! [`Unsupported`](crate::ErrorKind::Unsupported), but API errors are parsed in every format. An
//! absent value, an empty one and `null` are `None`. The rules, with ids such as R60, are in
//! `docs/protocol.md` of the project.

mod balance;
mod body;
mod elements;
mod incoming;
mod object;
mod operator;
mod send;
#[cfg(feature = "serde")]
mod ser;
mod statistics;

pub use crate::model::amount::Amount;
pub use balance::{Balance, BalanceQuery, BalanceReply};
pub use incoming::{Incoming, IncomingMessages, IncomingQuery, IncomingReply};
pub use operator::{Operator, OperatorQuery, OperatorReply};
pub use send::{Price, SendQuery, SendReply, Sent, SentPhone, SentPhones};
pub use statistics::{Statistics, StatisticsQuery, StatisticsReply, StatisticsRows};
