//! The scripts of the provider's HTTP API (R61).

/// A script of the provider's HTTP API. The number of an API error has a meaning of its own in each
/// (R61).
///
/// ```
/// use smsc_proto::Endpoint;
///
/// assert_eq!(Endpoint::History.name(), "history");
/// assert_eq!(Endpoint::History.script(), "get.php");
/// assert_eq!(Endpoint::from_name("wait_call"), Some(Endpoint::WaitCall));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Endpoint {
    /// `status.php`: the statuses of messages, and their deletion.
    Status,
    /// `send.php`: sending messages, and asking for their cost.
    Send,
    /// `balance.php`: the balance of the account.
    Balance,
    /// `get.php`: the history of messages, incoming messages and statistics.
    History,
    /// `info.php`: the operator of a phone number.
    Info,
    /// `wait_call.php`: waiting for a call from a phone number.
    WaitCall,
}

impl Endpoint {
    /// The endpoints, in the order of their errors in R61.
    pub const ALL: [Self; 6] = [Self::Status, Self::Send, Self::Balance, Self::History, Self::Info, Self::WaitCall];

    /// Returns the name that the command line and the bindings use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Send => "send",
            Self::Balance => "balance",
            Self::History => "history",
            Self::Info => "info",
            Self::WaitCall => "wait_call",
        }
    }

    /// Returns the name of the script on the server.
    #[must_use]
    pub const fn script(self) -> &'static str {
        match self {
            Self::Status => "status.php",
            Self::Send => "send.php",
            Self::Balance => "balance.php",
            Self::History => "get.php",
            Self::Info => "info.php",
            Self::WaitCall => "wait_call.php",
        }
    }

    /// Returns the endpoint with this [`name`](Self::name), or `None` if there is none.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|endpoint| endpoint.name() == name)
    }
}
