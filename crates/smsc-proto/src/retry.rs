//! Advice about failed requests: wait and send again, use the next host, ask for the status first, or
//! stop.
//!
//! [`advise`] is a pure function of the call, the failure and the attempt: time and randomness are
//! passed in, and nothing is waited for or sent. Its table, with the reason for each row, is in
//! `docs/asking.md` of the project.
//!
//! **A message that may have been accepted is never advised to be sent again.** A request to send is
//! repeated only if nothing of it left the machine. Otherwise the status of the message is asked for,
//! and [`after_status`] decides.
//!
//! ```
//! use smsc_proto::ApiErrorCode;
//! use smsc_proto::retry::{Advice, Attempt, Call, Failure, Halt, Host, advise};
//!
//! // The first try, 400 ms after it was sent. A program passes a random number instead of 0.
//! let first = Attempt::new(1, 400, 0);
//! assert_eq!(advise(Call::Send, Failure::Unreachable, first), Advice::Retry { after_ms: 0, host: Host::Next });
//! assert_eq!(advise(Call::Send, Failure::Unanswered, first), Advice::AskStatus { after_ms: 1_000 });
//! assert_eq!(advise(Call::Balance, Failure::Unanswered, first), Advice::Retry { after_ms: 1_000, host: Host::Next });
//!
//! let too_many = Failure::Rejected(ApiErrorCode::TOO_MANY_REQUESTS);
//! assert_eq!(advise(Call::Status, too_many, first), Advice::Retry { after_ms: 60_600, host: Host::Same });
//!
//! let login = Failure::Rejected(ApiErrorCode::AUTHORISATION);
//! assert_eq!(advise(Call::Status, login, first), Advice::StopEveryCall(Halt::Credentials));
//! ```

mod advice;
mod attempt;
mod call;
mod failure;
mod send;
mod wait;

pub use advice::{Advice, Halt, Host, StopReason};
pub use attempt::Attempt;
pub use call::Call;
pub use failure::Failure;
pub use send::{SendAdvice, Sending, StatusAnswer, after_status};

use crate::model::codes::ApiErrorCode;
use call::Repetition;

/// The greatest number of tries of one call, the first one included.
pub const MAX_TRIES: u32 = 3;

/// Returns what to do after a request failed.
///
/// The tries of one call are at most [`MAX_TRIES`], whatever its failures are. A limit on the retries
/// of all calls together, for when the provider is out of order, is the caller's.
pub fn advise(call: Call, failure: Failure, attempt: Attempt) -> Advice {
    match failure {
        Failure::Invalid => Advice::Stop(StopReason::Invalid),
        Failure::Tls => Advice::Stop(StopReason::Tls),
        Failure::Unreachable => unreachable_host(attempt),
        Failure::Rejected(ApiErrorCode::AUTHORISATION) => Advice::StopEveryCall(Halt::Credentials),
        Failure::Rejected(ApiErrorCode::IP_BLOCKED) => {
            let for_ms = if attempt.was_blocked { wait::HALF_AN_HOUR } else { wait::TEN_MINUTES };
            Advice::StopEveryCall(Halt::Blocked { for_ms })
        }
        Failure::HttpStatus(429) | Failure::Rejected(ApiErrorCode::TOO_MANY_REQUESTS) => throttled(call, attempt),
        Failure::HttpStatus(status @ 300..=499) if !matches!(status, 408 | 425) => Advice::Stop(StopReason::HttpStatus(status)),
        // Also 1xx, 2xx and what is no status: a failure with them is a reply that was not received.
        Failure::Unanswered | Failure::NotAReply | Failure::HttpStatus(_) => unanswered(call, attempt),
        Failure::Rejected(code) => Advice::Stop(StopReason::Rejected(code)),
    }
}

/// Nothing was sent, so every call can be repeated: on the next host at once, later with a growing
/// wait.
fn unreachable_host(attempt: Attempt) -> Advice {
    let number = attempt.number.max(1);
    if number >= MAX_TRIES {
        return Advice::Stop(StopReason::TriesUsedUp);
    }
    // A switch to the next host is not waited for, a second try of the only host is.
    let waits = if attempt.has_next_host { number.saturating_sub(1) } else { number };
    let after_ms = if waits == 0 { 0 } else { wait::doubling(waits, attempt.random) };
    Advice::Retry { after_ms, host: next_host(attempt) }
}

/// The request may have been carried out.
fn unanswered(call: Call, attempt: Attempt) -> Advice {
    match call.repetition() {
        Repetition::AskFirst => return Advice::AskStatus { after_ms: wait::short(attempt.random) },
        Repetition::Harmful => return Advice::Stop(StopReason::MayHaveArrived),
        Repetition::Harmless => {}
    }
    if attempt.number > 1 {
        return Advice::Stop(StopReason::TriesUsedUp);
    }
    let after_ms = match call {
        // The lost request counts towards the one that is allowed within a minute.
        Call::StatusBatch => wait::rest_of(wait::MINUTE, attempt.since_ms, attempt.random),
        _ => wait::short(attempt.random),
    };
    Advice::Retry { after_ms, host: next_host(attempt) }
}

/// The server refused the request because there were too many.
fn throttled(call: Call, attempt: Attempt) -> Advice {
    match call {
        // The refusal of a like request may mean that the one before it was accepted.
        Call::Send => return Advice::AskStatus { after_ms: wait::short(attempt.random) },
        Call::WaitCall => return Advice::Stop(StopReason::MayHaveArrived),
        _ => {}
    }
    if attempt.number >= MAX_TRIES {
        return Advice::Stop(StopReason::TriesUsedUp);
    }
    let window = if attempt.was_throttled { wait::FIVE_MINUTES } else { wait::MINUTE };
    Advice::Retry { after_ms: wait::rest_of(window, attempt.since_ms, attempt.random), host: Host::Same }
}

fn next_host(attempt: Attempt) -> Host {
    if attempt.has_next_host { Host::Next } else { Host::Same }
}
