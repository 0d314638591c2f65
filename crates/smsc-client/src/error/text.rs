//! The sentences of errors: what happened, where, and what to do.

use std::fmt;

use smsc_proto::retry::{Advice, Halt};
use smsc_proto::{ApiErrorCode, Endpoint, Lang};

use super::{Answer, Error, NotAReply, NotSent, NotSentReason, Place, Refused};

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.host)?;
        match &self.proxy {
            Some(proxy) => write!(f, " (through the proxy {proxy})"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotSent(error) => error.fmt(f),
            Self::Unanswered(error) => {
                write!(f, "no answer from {}: {}; the request may have been carried out", error.place, error.failure)
            }
            Self::NotAReply(error) => error.fmt(f),
            Self::Refused(error) => error.fmt(f),
        }
    }
}

impl fmt::Display for NotSent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "nothing was sent to {}: ", self.place)?;
        match self.reason {
            NotSentReason::Transport(failure) => failure.fmt(f),
            NotSentReason::PlainHttp => f.write_str("plain HTTP would show the credentials to everybody on the way: use HTTPS"),
            NotSentReason::Invalid(error) => error.fmt(f),
            NotSentReason::Limit { wait: Some(wait) } => {
                write!(f, "a limit of the service is reached: try again in {} s", wait.as_millis().div_ceil(1_000))
            }
            NotSentReason::Limit { wait: None } => {
                f.write_str("as many requests as the service allows are in work: try again when one has ended")
            }
            NotSentReason::Credentials => f.write_str(
                "the service refused the credentials before: correct them, because five refused logins block the address",
            ),
        }
    }
}

impl fmt::Display for NotAReply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} sent no reply of the service: ", self.place)?;
        match &self.answer {
            Answer::Status(status @ 300..=399) => {
                write!(f, "HTTP status {status}, a redirect, which is not followed: check the name of the host")
            }
            Answer::Status(status) => write!(f, "HTTP status {status}: check the name of the host, or try later"),
            Answer::Body(error) => write!(f, "{error}; check the name of the host and any proxy"),
            Answer::Other => f.write_str("a reply to another request: check any proxy"),
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let endpoint = self.call.endpoint();
        write!(f, "{} refused the request to {}: error {}", self.place, endpoint.script(), self.code)?;
        if let Some(meaning) = meaning(self.code, endpoint) {
            write!(f, ", {meaning}")?;
        }
        match self.advice {
            Some(Advice::StopEveryCall(Halt::Credentials)) => {
                f.write_str(": correct the credentials or the list of allowed addresses before the next request")
            }
            Some(Advice::StopEveryCall(Halt::Blocked { for_ms })) => {
                write!(f, ": send nothing for {} minutes", for_ms.div_ceil(60_000))
            }
            _ if self.code == ApiErrorCode::TOO_MANY_REQUESTS => f.write_str(": wait a minute, and ask less often"),
            _ => f.write_str(": change the request, because the same one would be refused again"),
        }
    }
}

/// Returns what an error means (R61).
fn meaning(code: ApiErrorCode, endpoint: Endpoint) -> Option<&'static str> {
    let is_common = matches!(code.0, 1 | 2 | 4 | 9);
    match (code.0, endpoint) {
        (3, Endpoint::History) => Some("no messages found"),
        (3, Endpoint::Info) => Some("operator not found"),
        (5, Endpoint::Status) | (3 | 6..=8, Endpoint::Send) => code.name(Lang::En),
        _ if is_common => code.name(Lang::En),
        _ => None,
    }
}
