//! The advice after a failure.

use crate::model::codes::ApiErrorCode;

/// Advice after a failed request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[must_use]
pub enum Advice {
    /// Send the same request again.
    Retry {
        /// The milliseconds to wait first.
        after_ms: u32,
        /// The host to use.
        host: Host,
    },
    /// The message may have been accepted: do not send it again. Ask for the status of its id and
    /// phone (of each phone, if it has several), and pass the answer to
    /// [`after_status`](super::after_status).
    AskStatus {
        /// The milliseconds to wait first.
        after_ms: u32,
    },
    /// Do not repeat this call. Other calls are not concerned.
    Stop(StopReason),
    /// Send no request at all, of no call, under this login and from this address: more requests
    /// would block the address, or block it for longer.
    StopEveryCall(Halt),
}

/// The host of the next try.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Host {
    /// The host of the failed try.
    Same,
    /// The next configured host. Never a host that a reply names.
    Next,
}

/// Why one call is not repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StopReason {
    /// The program itself found the request invalid: nothing was sent.
    Invalid,
    /// TLS failed: nothing was sent. Tell the user the certificate, the host and the proxy.
    Tls,
    /// The HTTP status is a redirect, which is not followed, or an error that a repetition does not
    /// change.
    HttpStatus(u16),
    /// The server rejected the request for good.
    Rejected(ApiErrorCode),
    /// The call was tried as often as it may be.
    TriesUsedUp,
    /// The request may have been carried out, nothing tells whether it was, and a second one could
    /// do harm.
    MayHaveArrived,
}

/// Why, and for how long, no request at all is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Halt {
    /// Error 4, the address is blocked. Tell the user its causes: five refused logins, many faulty
    /// requests to send, or many like requests.
    Blocked {
        /// The milliseconds for which no request is sent.
        for_ms: u32,
    },
    /// Error 2: send nothing until the login, the password or the list of allowed addresses has been
    /// changed, also after a restart of the program. Five refused logins block the address.
    Credentials,
}

impl Advice {
    /// Returns the name, such as `ask_status`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Retry { .. } => "retry",
            Self::AskStatus { .. } => "ask_status",
            Self::Stop(_) => "stop",
            Self::StopEveryCall(_) => "stop_every_call",
        }
    }
}

impl Host {
    /// Returns the name: `same` or `next`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Next => "next",
        }
    }
}

impl StopReason {
    /// Returns the name, such as `tries_used_up`, without the number that some reasons have.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Invalid => "invalid",
            Self::Tls => "tls",
            Self::HttpStatus(_) => "http_status",
            Self::Rejected(_) => "rejected",
            Self::TriesUsedUp => "tries_used_up",
            Self::MayHaveArrived => "may_have_arrived",
        }
    }
}

impl Halt {
    /// Returns the name: `blocked` or `credentials`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Blocked { .. } => "blocked",
            Self::Credentials => "credentials",
        }
    }
}
