//! The tables of outcomes, and the macro and functions that their rows are written with.

mod api;
mod email;
mod email_status;
mod other_status;
mod phone;
mod service;
mod status;
mod unknown;

use smsc_proto::{CodeName, ErrScope, MessageType};

pub(crate) use unknown::{HLR_WITHOUT_ERR, UNKNOWN_API, UNKNOWN_ERR, UNKNOWN_HLR_ERR, UNKNOWN_STATUS};

use crate::outcome::{ApiRow, Cause, Channel, Localized, Outcome, Retry, Row, State};

/// The outcome of each status by itself, in ascending order of the codes. Some types of messages have
/// rows of their own: [`statuses_of`].
pub const STATUSES: &[Row] = status::ROWS;

/// The outcome of each API error at each endpoint, in ascending order of the codes.
pub const API_ERRORS: &[ApiRow] = api::ROWS;

/// Returns the outcomes of statuses by themselves for messages of this type, as far as they differ from
/// [`STATUSES`], in ascending order of the codes.
///
/// E-mails have such rows, and calls, Viber and social networks share some. For every other type,
/// which includes an unknown one, the slice is empty.
///
/// ```
/// use sms_outcome::statuses_of;
/// use smsc_proto::MessageType;
///
/// assert!(statuses_of(MessageType::EMAIL).iter().any(|row| row.code == 3));
/// assert!(statuses_of(MessageType::SMS).is_empty());
/// ```
#[must_use]
pub const fn statuses_of(kind: MessageType) -> &'static [Row] {
    match kind {
        MessageType::EMAIL => email_status::ROWS,
        MessageType::CALL | MessageType::VIBER | MessageType::SOCIAL => other_status::ROWS,
        _ => &[],
    }
}

/// Returns the outcome of each err of messages to phones or of e-mail, in ascending order of the
/// codes.
pub fn errs(scope: ErrScope) -> impl Iterator<Item = &'static Row> {
    let (first, second) = match scope {
        ErrScope::Phone => (phone::ROWS, service::ROWS),
        ErrScope::Email => (email::ROWS, &[][..]),
    };
    first.iter().chain(second)
}

const EMPTY: Localized = Localized { en: "", ru: "", fr: "" };

const fn verdict(state: State, is_final: bool, cause: Cause, retry: Retry) -> Outcome {
    Outcome {
        state,
        is_final,
        cause,
        retry,
        suppress: None,
        title: EMPTY,
        explanation: EMPTY,
        advice: EMPTY,
        source: "",
        is_judgement: false,
        reason: "",
        safeguard: "",
    }
}

/// Returns an outcome for a message that did not arrive and will not.
pub(crate) const fn failed(cause: Cause, retry: Retry) -> Outcome {
    verdict(State::Failed, true, cause, retry)
}

/// Returns an outcome for a message whose state is unknown and will stay so.
pub(crate) const fn unknown_final(cause: Cause) -> Outcome {
    verdict(State::Unknown, true, cause, Retry::No)
}

/// Returns an outcome for a message whose state is not known yet.
pub(crate) const fn not_known_yet(cause: Cause, retry: Retry) -> Outcome {
    verdict(State::Unknown, false, cause, retry)
}

/// Returns an outcome for a message that is on its way or waits to be sent.
pub(crate) const fn pending(cause: Cause) -> Outcome {
    verdict(State::Pending, false, cause, Retry::No)
}

/// Returns an outcome for a message that arrived.
pub(crate) const fn delivered() -> Outcome {
    verdict(State::Delivered, true, Cause::None, Retry::No)
}

/// Adds to an outcome that nothing more should be sent to this recipient in this channel.
pub(crate) const fn suppressing(channel: Channel, outcome: Outcome) -> Outcome {
    Outcome { suppress: Some(channel), ..outcome }
}

/// Returns the advice to send again after a delay in seconds.
pub(crate) const fn later(after_s: u32) -> Retry {
    Retry::Later { after_s }
}

/// A day, in seconds: after it the date has changed in every time zone, and every daily limit is
/// reset.
pub(crate) const A_DAY: u32 = 86_400;
/// An hour, in seconds: the first delay if no source states one. A subscriber who is out of reach
/// or busy is seldom back within minutes, and often within the hour.
pub(crate) const AN_HOUR: u32 = 3600;
/// Half an hour, in seconds: the longer of the two blocks of an IP address (S3).
pub(crate) const HALF_AN_HOUR: u32 = 1800;
/// Ten minutes, in seconds: longer than most telephone calls, and than most troubles of a network.
pub(crate) const TEN_MINUTES: u32 = 600;
/// A minute, in seconds: the time that the limits of requests are counted in (S1).
pub(crate) const A_MINUTE: u32 = 60;

/// Returns the title of a code: its English and Russian names are those of the core, and `fr` is
/// added.
const fn title(mut names: &'static [CodeName], code: i32, fr: &'static str) -> Localized {
    while let Some((name, rest)) = names.split_first() {
        if name.code == code {
            return Localized { en: name.en, ru: name.ru, fr };
        }
        names = rest;
    }
    EMPTY
}

/// Defines a table: the core's names of its codes, and then for each row the code, its French name,
/// its outcome, its source, `judgement` if the source leaves room for interpretation, the reason for
/// the decision, the safeguard if it needs one, and the explanation and the advice in each language.
macro_rules! rows {
    (
        $names:expr;
        $(
            $code:literal $fr:literal, $outcome:expr, $source:literal $($judgement:ident)?, $reason:literal,
            $(safeguard $safeguard:literal,)?
            en $en:literal $en_advice:literal
            ru $ru:literal $ru_advice:literal
            fr $fr_text:literal $fr_advice:literal;
        )*
    ) => {
        pub(super) const ROWS: &[crate::outcome::Row] = &[$(crate::outcome::Row {
            code: $code,
            outcome: crate::outcome::Outcome {
                title: super::title($names, $code, $fr),
                explanation: crate::outcome::Localized { en: $en, ru: $ru, fr: $fr_text },
                advice: crate::outcome::Localized { en: $en_advice, ru: $ru_advice, fr: $fr_advice },
                source: $source,
                is_judgement: crate::tables::is_judgement!($($judgement)?),
                reason: $reason,
                $(safeguard: $safeguard,)?
                ..$outcome
            },
        }),*];
    };
}

/// Returns whether the word `judgement` was given.
macro_rules! is_judgement {
    () => {
        false
    };
    (judgement) => {
        true
    };
}

pub(crate) use is_judgement;
use rows;
