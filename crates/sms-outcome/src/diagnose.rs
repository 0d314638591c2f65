//! The causes of a symptom, in the order of the provider's FAQ (S3): the request never reached the
//! server, it was rejected, or the account's settings stopped the message.

use smsc_proto::ApiErrorCode;

use crate::lookup::api_errors;
use crate::outcome::{Localized, Outcome};

mod steps;

/// A symptom: what a person noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Symptom {
    /// No connection to the provider's server can be opened.
    NoConnection,
    /// No response arrives in time.
    Timeout,
    /// The response has an HTTP status other than 200.
    HttpError,
    /// The response is empty, a web page, or anything else that is not a reply.
    NotAReply,
    /// The reply is an API error.
    ApiError(ApiErrorCode),
    /// The status is -3 right after sending.
    NotFound,
    /// The status is -3 now and was different before.
    NotFoundLater,
    /// The status stays at -1 or 0, or there is no status.
    NoStatus,
    /// The message was submitted over SMTP and is not sent on.
    SmtpNotSent,
}

/// A possible cause, and how a person can check it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Step {
    /// What may have happened.
    pub cause: Localized,
    /// How to check the cause and what to do about it, with the command if there is one.
    pub check: Localized,
    /// Where the facts are from, as in [`Outcome::source`](crate::Outcome::source).
    pub source: &'static str,
    /// Whether the cause is this project's judgement, as in
    /// [`Outcome::is_judgement`](crate::Outcome::is_judgement).
    pub is_judgement: bool,
}

impl Symptom {
    /// All symptoms; the API error has code 1.
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

    /// Returns the name that the command line uses.
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

    /// Returns a title for people.
    #[must_use]
    pub const fn title(self) -> Localized {
        steps::title(self)
    }
}

/// Returns the causes of a symptom, in the order in which to check them.
///
/// For an API error, the first causes are the explanations and the advice of the error itself: one
/// for each meaning that the number has at some endpoint.
///
/// ```
/// use sms_outcome::{Symptom, diagnose};
///
/// let first = diagnose(Symptom::NoConnection).next().unwrap();
/// assert!(first.check.en.contains("ping smsc.ru"));
/// ```
pub fn diagnose(symptom: Symptom) -> impl Iterator<Item = Step> {
    let code = match symptom {
        Symptom::ApiError(code) => Some(code),
        _ => None,
    };
    let meanings = code.into_iter().flat_map(api_errors).map(|row| of_outcome(row.outcome));
    meanings.chain(steps::of(symptom).iter().copied())
}

const fn of_outcome(outcome: Outcome) -> Step {
    let Outcome { explanation, advice, source, is_judgement, .. } = outcome;
    Step { cause: explanation, check: advice, source, is_judgement }
}
