//! The fate of a message whose sending was not answered.

use crate::model::codes::StatusCode;
use crate::retry::wait;

/// The answer to a request for the status of a message whose sending was not answered, or was
/// answered by error 9.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StatusAnswer {
    /// The server knows the message.
    Found,
    /// The server does not know the message: the status is -3.
    NotFound,
    /// The request for the status failed, and is not to be repeated.
    Failed,
}

/// A sending that may have arrived, and what the caller knows of it. Time and randomness are passed
/// in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Sending {
    /// The milliseconds since the message was last sent. 0, the cautious value, if unknown.
    pub since_ms: u64,
    /// Whether the account is known to keep its history for a day or more. If it keeps none, a message
    /// with a final status is not found, as if it had never been accepted.
    pub is_history_kept: bool,
    /// Whether the message was already sent again on the advice
    /// [`SendAgain`](SendAdvice::SendAgain).
    pub was_sent_again: bool,
    /// A uniformly random number, which spreads the waiting times of several clients.
    pub random: u32,
}

/// The advice about a message whose sending was not answered, after its status was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[must_use]
pub enum SendAdvice {
    /// The message was accepted: do not send it again.
    Accepted,
    /// The message is not found, but it was sent less than a minute ago and may still be accepted:
    /// ask for its status again.
    AskAgain {
        /// The milliseconds to wait first.
        after_ms: u32,
    },
    /// The message was not accepted: send it once more now, with the same id.
    SendAgain,
    /// It is not known whether the message was accepted. Tell the caller its id and its phone, and
    /// do not send it again.
    Unknown,
}

impl StatusAnswer {
    /// Returns what this status says: [`NotFound`](Self::NotFound) for -3, and
    /// [`Found`](Self::Found) for every other one, also for one without a name.
    #[must_use]
    pub fn of(status: StatusCode) -> Self {
        if status == StatusCode::NOT_FOUND { Self::NotFound } else { Self::Found }
    }

    /// Returns the name, such as `not_found`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Found => "found",
            Self::NotFound => "not_found",
            Self::Failed => "failed",
        }
    }
}

impl Sending {
    /// Creates a sending that was not repeated, under an account of which it is not known whether it
    /// keeps a history.
    #[must_use]
    pub const fn new(since_ms: u64, random: u32) -> Self {
        Self { since_ms, is_history_kept: false, was_sent_again: false, random }
    }

    /// Returns the sending with this [`is_history_kept`](Self::is_history_kept).
    #[must_use]
    pub const fn with_history_kept(self, is_history_kept: bool) -> Self {
        Self { is_history_kept, ..self }
    }

    /// Returns the sending with this [`was_sent_again`](Self::was_sent_again).
    #[must_use]
    pub const fn with_sent_again(self, was_sent_again: bool) -> Self {
        Self { was_sent_again, ..self }
    }
}

impl SendAdvice {
    /// Returns the name, such as `send_again`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::AskAgain { .. } => "ask_again",
            Self::SendAgain => "send_again",
            Self::Unknown => "unknown",
        }
    }
}

/// Returns what to do about a message whose sending was not answered, or was answered by error 9,
/// after its status was asked for.
///
/// A message with several phones is [`Found`](StatusAnswer::Found) if one phone is found, and
/// [`NotFound`](StatusAnswer::NotFound) if none of them is. The status is asked for by the id, so the
/// id must belong to this message alone.
///
/// ```
/// use smsc_proto::retry::{SendAdvice, Sending, StatusAnswer, after_status};
///
/// let sending = Sending::new(2_000, 0).with_history_kept(true);
/// assert_eq!(after_status(StatusAnswer::Found, sending), SendAdvice::Accepted);
/// // The minute of the limit on like requests is not over.
/// assert_eq!(after_status(StatusAnswer::NotFound, sending), SendAdvice::AskAgain { after_ms: 59_000 });
/// let later = Sending::new(61_000, 0).with_history_kept(true);
/// assert_eq!(after_status(StatusAnswer::NotFound, later), SendAdvice::SendAgain);
/// // A second copy is sent once at most.
/// let again = later.with_sent_again(true);
/// assert_eq!(after_status(StatusAnswer::NotFound, again), SendAdvice::Unknown);
/// ```
pub fn after_status(answer: StatusAnswer, sending: Sending) -> SendAdvice {
    match answer {
        StatusAnswer::Found => SendAdvice::Accepted,
        // Late acceptance can still be noticed, also where the message may not be sent again.
        StatusAnswer::NotFound if sending.since_ms < u64::from(wait::MINUTE) => {
            SendAdvice::AskAgain { after_ms: wait::rest_of(wait::MINUTE, sending.since_ms, sending.random) }
        }
        StatusAnswer::NotFound if sending.is_history_kept && !sending.was_sent_again => SendAdvice::SendAgain,
        StatusAnswer::NotFound | StatusAnswer::Failed => SendAdvice::Unknown,
    }
}
