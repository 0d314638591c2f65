//! The replies of the other calls: what send.php, balance.php, get.php and info.php reply.
//!
//! Like a [`Query`](crate::Query), each query of this module parses the body of a reply that it
//! belongs to. Nothing is copied or allocated, and whatever the bytes are, nothing panics.
//!
//! | query | script | reply |
//! |---|---|---|
//! | [`BalanceQuery`] | balance.php | [`Balance`] |
//!
//! Every query has a constant `ENDPOINT`, with which
//! [`ApiErrorCode::meaning`](crate::ApiErrorCode) names an API error.
//!
//! Some forms of these replies were never seen. Such a reply is an error of the kind
//! [`Unsupported`](crate::ErrorKind::Unsupported), but API errors are parsed in every format. An
//! absent value, an empty one and `null` are `None`. The rules, with ids such as R60, are in
//! `docs/protocol.md` of the project.

mod balance;
mod body;
mod object;

pub use crate::model::amount::Amount;
pub use balance::{Balance, BalanceQuery, BalanceReply};
