//! The calls of the service, as far as their repetition differs.

use crate::model::endpoint::Endpoint;

/// A kind of request, as far as the advice after its failure depends on it. One [`Endpoint`] can have
/// several: a status is asked for, and a message deleted, by the same script.
///
/// ```
/// use smsc_proto::{Endpoint, retry::Call};
///
/// assert_eq!(Call::Price.endpoint(), Endpoint::Send);
/// assert_eq!(Call::from_name("status_batch"), Some(Call::StatusBatch));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Call {
    /// The status of one message.
    Status,
    /// The statuses of a batch, or of one message in the batch shape (R2).
    StatusBatch,
    /// The deletion of messages (`del=1`).
    Delete,
    /// The sending of a message, in every mode of the cost but `cost=1`. The message needs an id
    /// that no other message has: without it, nobody can find out whether the message was accepted.
    Send,
    /// The price of a message (`cost=1`), which sends nothing.
    Price,
    /// The balance of the account.
    Balance,
    /// The history of messages, incoming messages and statistics.
    History,
    /// The operator of a phone number.
    Operator,
    /// The wait for a call from a phone number.
    WaitCall,
}

/// The effect of a repeated request.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Repetition {
    /// The request changes nothing, so it can be repeated.
    Harmless,
    /// The request sends a message, and its status tells whether it was accepted.
    AskFirst,
    /// The request changes something, and nothing tells whether it was carried out.
    Harmful,
}

impl Call {
    /// The calls, in the order of their endpoints.
    pub const ALL: [Self; 9] = [
        Self::Status,
        Self::StatusBatch,
        Self::Delete,
        Self::Send,
        Self::Price,
        Self::Balance,
        Self::History,
        Self::Operator,
        Self::WaitCall,
    ];

    /// Returns the name, such as `status_batch`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::StatusBatch => "status_batch",
            Self::Delete => "delete",
            Self::Send => "send",
            Self::Price => "price",
            Self::Balance => "balance",
            Self::History => "history",
            Self::Operator => "operator",
            Self::WaitCall => "wait_call",
        }
    }

    /// Returns the call with this [`name`](Self::name), or `None` if there is none.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|call| call.name() == name)
    }

    /// Returns the endpoint, which decides what the number of an API error means (R61).
    #[must_use]
    pub const fn endpoint(self) -> Endpoint {
        match self {
            Self::Status | Self::StatusBatch | Self::Delete => Endpoint::Status,
            Self::Send | Self::Price => Endpoint::Send,
            Self::Balance => Endpoint::Balance,
            Self::History => Endpoint::History,
            Self::Operator => Endpoint::Info,
            Self::WaitCall => Endpoint::WaitCall,
        }
    }

    pub(super) const fn repetition(self) -> Repetition {
        match self {
            Self::Status | Self::StatusBatch | Self::Price | Self::Balance | Self::History | Self::Operator => Repetition::Harmless,
            Self::Send => Repetition::AskFirst,
            Self::Delete | Self::WaitCall => Repetition::Harmful,
        }
    }
}
