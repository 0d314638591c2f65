//! How a request failed.

use crate::model::codes::ApiErrorCode;

/// The class of a failed request. A program that cannot tell whether a byte of the request left the
/// machine uses [`Unanswered`](Self::Unanswered), which is never wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Failure {
    /// Not sent: the name of the host was not found, or no connection was made. No byte of the request
    /// left the machine.
    Unreachable,
    /// Not sent: the TLS handshake failed, usually because of the certificate. A failure of TLS after
    /// the handshake is [`Unanswered`](Self::Unanswered).
    Tls,
    /// Not sent: the program itself found the request invalid.
    Invalid,
    /// Sent, at least in part, and no reply was received, or only a part of one.
    Unanswered,
    /// Something was received that is no reply: an empty body, HTML or other text, or `OK` to a
    /// request with fmt 3 that was no deletion.
    NotAReply,
    /// The HTTP status was not 200. The provider's own errors arrive with 200 (R6).
    HttpStatus(u16),
    /// The server rejected the request with an API error.
    Rejected(ApiErrorCode),
}

impl Failure {
    /// Returns the name, such as `not_a_reply`, without the number that some failures have.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::Tls => "tls",
            Self::Invalid => "invalid",
            Self::Unanswered => "unanswered",
            Self::NotAReply => "not_a_reply",
            Self::HttpStatus(_) => "http_status",
            Self::Rejected(_) => "rejected",
        }
    }

    /// Returns the failure with this [`name`](Self::name). `number` is the HTTP status or the API
    /// error, and `None` for every other failure. Returns `None` if the name is unknown, the number
    /// is missing or unexpected, or the HTTP status is greater than 65535.
    #[must_use]
    pub fn from_name(name: &str, number: Option<u32>) -> Option<Self> {
        match (name, number) {
            ("unreachable", None) => Some(Self::Unreachable),
            ("tls", None) => Some(Self::Tls),
            ("invalid", None) => Some(Self::Invalid),
            ("unanswered", None) => Some(Self::Unanswered),
            ("not_a_reply", None) => Some(Self::NotAReply),
            ("http_status", Some(status)) => u16::try_from(status).ok().map(Self::HttpStatus),
            ("rejected", Some(code)) => Some(Self::Rejected(ApiErrorCode(code))),
            _ => None,
        }
    }

    /// Returns whether it is certain that nothing was sent.
    #[must_use]
    pub const fn is_unsent(self) -> bool {
        matches!(self, Self::Unreachable | Self::Tls | Self::Invalid)
    }
}
