//! The tables of outcomes, and the macro and functions that their rows are written with.

mod api;
mod email;
mod phone;
mod service;
mod status;
mod unknown;

use smsc_proto::{CodeName, ErrScope};

pub(crate) use unknown::{HLR_WITHOUT_ERR, UNKNOWN_API, UNKNOWN_ERR, UNKNOWN_HLR_ERR, UNKNOWN_STATUS};

use crate::outcome::{Cause, Channel, Localized, Outcome, Retry, Row, State};

/// The outcome of each status by itself, in ascending order of the codes.
pub const STATUSES: &[Row] = status::ROWS;

/// The outcome of each API error, in ascending order of the codes.
pub const API_ERRORS: &[Row] = api::ROWS;

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
/// Ten minutes, in seconds: for how long faulty requests block an IP address (S0), and longer than
/// most telephone calls.
pub(crate) const TEN_MINUTES: u32 = 600;

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
/// its outcome, its source, the reason for the decision, the safeguard if it needs one, and the
/// explanation and the advice in each language.
macro_rules! rows {
    (
        $names:expr;
        $(
            $code:literal $fr:literal, $outcome:expr, $source:literal, $reason:literal,
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
                reason: $reason,
                $(safeguard: $safeguard,)?
                ..$outcome
            },
        }),*];
    };
}

use rows;
