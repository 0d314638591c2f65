//! Errors of calls: four kinds, which decide what may be done next.

mod text;

use std::fmt;
use std::time::Duration;

use smsc_proto::request::RequestError;
use smsc_proto::retry::{Advice, Call, Failure};
use smsc_proto::{ApiErrorCode, Endpoint};

use crate::transport::{TransportError, TransportFailure};

/// An error of a call.
///
/// `Display` writes one sentence: what happened, on which host, and what to do. Neither it nor
/// `Debug` shows anything secret, a phone or a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// Nothing was sent.
    NotSent(NotSent),
    /// The request was sent, at least in part, and there is no whole answer: it may have been
    /// carried out.
    Unanswered(Unanswered),
    /// The answer is no reply: HTML, an empty body, `OK`, or another HTTP status than 200. The
    /// request may have been carried out.
    NotAReply(NotAReply),
    /// The service refused the request with an API error.
    Refused(Refused),
}

/// The host that was asked, and the proxy on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Place {
    /// The host, such as `smsc.ru`.
    pub host: String,
    /// The proxy, such as `http://proxy.example:3128`, without its credentials.
    pub proxy: Option<String>,
}

/// A request that was not sent.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NotSent {
    /// The host that it was for.
    pub place: Place,
    /// The reason.
    pub reason: NotSentReason,
}

/// The reason for which a request was not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NotSentReason {
    /// The transport failed: [unsent](TransportFailure::is_unsent).
    Transport(TransportFailure),
    /// The server is asked over plain HTTP, and is not this machine itself.
    PlainHttp,
    /// The request is invalid.
    Invalid(RequestError),
    /// A limit of the service or a block of this address would have to be waited for longer than the
    /// client may wait.
    Limit {
        /// The time to wait, if it is known.
        wait: Option<Duration>,
    },
    /// The service refused the credentials before, and they have not been changed since.
    Credentials,
}

/// A request without a whole answer.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unanswered {
    /// The host that it was sent to.
    pub place: Place,
    /// The failure of the answer: not [unsent](TransportFailure::is_unsent).
    pub failure: TransportFailure,
}

/// An answer that is no reply.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NotAReply {
    /// The host that answered.
    pub place: Place,
    /// The form of the answer.
    pub answer: Answer,
}

/// The form of an answer that is no reply.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Answer {
    /// Another HTTP status than 200. A redirect is not followed.
    Status(u16),
    /// A body that cannot be read.
    Body(smsc_proto::Error),
    /// A reply that belongs to another request.
    Other,
}

/// A request that the service refused.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Refused {
    /// The host that refused it.
    pub place: Place,
    /// The call.
    pub call: Call,
    /// The number of the error, whose meaning depends on the call.
    pub code: ApiErrorCode,
    /// The service's own text. `Debug` does not show it.
    pub text: Option<String>,
    /// The advice that ended the tries.
    pub advice: Option<Advice>,
}

impl Place {
    pub(crate) fn new(host: &str) -> Self {
        Self { host: host.to_owned(), proxy: None }
    }
}

impl Error {
    /// Returns the error of a failed transport.
    pub(crate) fn of_transport(mut place: Place, error: TransportError) -> Self {
        place.proxy = error.proxy;
        if error.failure.is_unsent() {
            Self::NotSent(NotSent { place, reason: NotSentReason::Transport(error.failure) })
        } else {
            Self::Unanswered(Unanswered { place, failure: error.failure })
        }
    }

    pub(crate) const fn not_sent(place: Place, reason: NotSentReason) -> Self {
        Self::NotSent(NotSent { place, reason })
    }

    pub(crate) const fn not_a_reply(place: Place, answer: Answer) -> Self {
        Self::NotAReply(NotAReply { place, answer })
    }

    /// Returns the host that was asked, and the proxy on the way.
    #[must_use]
    pub const fn place(&self) -> &Place {
        match self {
            Self::NotSent(NotSent { place, .. })
            | Self::Unanswered(Unanswered { place, .. })
            | Self::NotAReply(NotAReply { place, .. })
            | Self::Refused(Refused { place, .. }) => place,
        }
    }

    /// Returns the class of the failure, on which the advice of the core depends.
    #[must_use]
    pub const fn failure(&self) -> Failure {
        match self {
            Self::NotSent(NotSent { reason, .. }) => match reason {
                NotSentReason::Transport(TransportFailure::Dns | TransportFailure::Connect | TransportFailure::Proxy) => {
                    Failure::Unreachable
                }
                NotSentReason::Transport(TransportFailure::Tls(_)) => Failure::Tls,
                _ => Failure::Invalid,
            },
            Self::Unanswered(_) => Failure::Unanswered,
            Self::NotAReply(NotAReply { answer: Answer::Status(status), .. }) => Failure::HttpStatus(*status),
            Self::NotAReply(_) => Failure::NotAReply,
            Self::Refused(refused) => Failure::Rejected(refused.code),
        }
    }

    /// Returns the number of the API error, if the service refused the request.
    #[must_use]
    pub const fn code(&self) -> Option<ApiErrorCode> {
        match self {
            Self::Refused(refused) => Some(refused.code),
            _ => None,
        }
    }

    /// Returns whether it is certain that nothing was sent.
    #[must_use]
    pub const fn is_unsent(&self) -> bool {
        matches!(self, Self::NotSent(_))
    }

    pub(crate) const fn set_advice(&mut self, given: Advice) {
        if let Self::Refused(refused) = self {
            refused.advice = Some(given);
        }
    }

    /// Returns whether the service has nothing to list: error 3 of get.php (R61).
    pub(crate) fn is_nothing_found(&self) -> bool {
        matches!(self, Self::Refused(refused) if refused.code == ApiErrorCode(3) && refused.call.endpoint() == Endpoint::History)
    }
}

impl fmt::Debug for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Refused");
        debug.field("place", &self.place).field("call", &self.call).field("code", &self.code);
        debug.field("advice", &self.advice).finish_non_exhaustive()
    }
}

impl std::error::Error for Error {}
