//! From a symptom to the causes to check, in the order of the provider's FAQ (S3): it never reached the server, it was refused, the account's settings
//! stopped it.

use smsc_proto::ApiErrorCode;

use crate::lookup_api_error;
use crate::outcome::Localized;

mod steps;

/// What was noticed (S3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Symptom {
    /// No connection to the provider's server comes about.
    NoConnection,
    /// No answer comes in time.
    Timeout,
    /// The answer has an HTTP status other than 200.
    HttpError,
    /// The answer is empty, a web page, or anything else that is no reply.
    NotAReply,
    /// The reply is an API error.
    ApiError(ApiErrorCode),
    /// The status is -3 at once.
    NotFound,
    /// The status is -3, but was another one before.
    NotFoundLater,
    /// The status stays -1 or 0, or none comes.
    NoStatus,
    /// It was sent over SMTP, and does not go out.
    SmtpNotSent,
}

/// A cause, and how a person can check for it (S3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Step {
    /// What may have happened (S3).
    pub cause: Localized,
    /// How to find out, and what to do then (S3); with the command where there is one.
    pub check: Localized,
    /// Where that is from (S1, S3 or a rule), as in [`Outcome::source`](crate::Outcome).
    pub source: &'static str,
}

impl Symptom {
    /// All of them, the API error as number 1 (S3).
    pub const ALL: [Self; 9] = [
        Self::NoConnection,
        Self::Timeout,
        Self::HttpError,
        Self::NotAReply,
        Self::ApiError(ApiErrorCode::PARAMETERS),
        Self::NotFound,
        Self::NotFoundLater,
        Self::NoStatus,
        Self::SmtpNotSent,
    ];

    /// The word for it on the command line (a judgement: this project's own).
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoConnection => "no-connection",
            Self::Timeout => "timeout",
            Self::HttpError => "http-error",
            Self::NotAReply => "not-a-reply",
            Self::ApiError(_) => "api-error",
            Self::NotFound => "not-found",
            Self::NotFoundLater => "not-found-later",
            Self::NoStatus => "no-status",
            Self::SmtpNotSent => "smtp-not-sent",
        }
    }

    /// What was noticed, in words (S3).
    #[must_use]
    pub const fn title(self) -> Localized {
        steps::title(self)
    }
}

/// The causes of a symptom, in the order in which to check them (S3, and R1 to R6, R49 where they tell).
///
/// ```
/// use sms_outcome::{Symptom, diagnose};
///
/// let first = diagnose(Symptom::NoConnection).next().unwrap();
/// assert!(first.check.en.contains("ping smsc.ru"));
/// ```
pub fn diagnose(symptom: Symptom) -> impl Iterator<Item = Step> {
    let refusal = match symptom {
        Symptom::ApiError(code) => Some(lookup_api_error(code)),
        _ => None,
    };
    let refusal = refusal.map(|outcome| Step { cause: outcome.explanation, check: outcome.advice, source: outcome.source });
    refusal.into_iter().chain(steps::of(symptom).iter().copied())
}
