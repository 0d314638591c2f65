//! The tables, and how their rows are written.

mod api;
mod email;
mod phone;
mod service;
mod status;
mod unknown;

use smsc_proto::{CodeName, ErrScope};

pub(crate) use unknown::{UNKNOWN_API, UNKNOWN_ERR, UNKNOWN_HLR_ERR, UNKNOWN_STATUS};

use crate::outcome::{Cause, Localized, Outcome, Retry, Row, State};

/// What each status means by itself (S1, R36), in ascending order.
pub const STATUSES: &[Row] = status::ROWS;

/// What each API error means (S1, R14, R61), in ascending order.
pub const API_ERRORS: &[Row] = api::ROWS;

/// What each err means (S1, R37), in ascending order.
pub fn errs(scope: ErrScope) -> impl Iterator<Item = &'static Row> {
    let (first, second) = match scope {
        ErrScope::Phone => (phone::ROWS, service::ROWS),
        ErrScope::Email => (email::ROWS, &[][..]),
    };
    first.iter().chain(second)
}

const NOTHING: Localized = Localized { en: "", ru: "", fr: "" };

const fn verdict(state: State, is_final: bool, cause: Cause, retry: Retry) -> Outcome {
    Outcome {
        state,
        is_final,
        cause,
        retry,
        suppress: false,
        title: NOTHING,
        explanation: NOTHING,
        advice: NOTHING,
        source: "",
        reason: "",
    }
}

/// Nothing arrived, and nothing more will happen.
pub(crate) const fn failed(cause: Cause, retry: Retry) -> Outcome {
    verdict(State::Failed, true, cause, retry)
}

/// Nobody can say, and nobody will.
pub(crate) const fn untold(cause: Cause) -> Outcome {
    verdict(State::Unknown, true, cause, Retry::No)
}

/// Nothing can be said as yet.
pub(crate) const fn open(cause: Cause, retry: Retry) -> Outcome {
    verdict(State::Unknown, false, cause, retry)
}

/// It is on its way, or waits.
pub(crate) const fn pending(cause: Cause) -> Outcome {
    verdict(State::Pending, false, cause, Retry::No)
}

/// It arrived.
pub(crate) const fn delivered() -> Outcome {
    verdict(State::Delivered, true, Cause::None, Retry::No)
}

/// The same, and nothing more should be written to this recipient.
pub(crate) const fn suppressing(outcome: Outcome) -> Outcome {
    Outcome { suppress: true, ..outcome }
}

/// It may succeed after so many seconds.
pub(crate) const fn later(after_s: u32) -> Retry {
    Retry::Later { after_s }
}

/// Half a day, for the hours in which a client allows sending: where they are twelve or more, twelve hours after a time outside of them is inside.
pub(crate) const HALF_A_DAY: u32 = 43_200;
/// A whole day later it is the next day in every time zone, and every daily limit counts anew.
pub(crate) const A_DAY: u32 = 86_400;
/// A first delay where nothing states one: whoever is out of reach or busy seldom is back within minutes, and often within the hour.
pub(crate) const AN_HOUR: u32 = 3600;
/// For how long faulty requests block an IP address (S0); and the length of most telephone calls.
pub(crate) const TEN_MINUTES: u32 = 600;
/// The span in which status requests are counted (R4).
pub(crate) const A_MINUTE: u32 = 60;

/// The title of a code: its names are those of the core, and only French is added.
const fn title(mut names: &'static [CodeName], code: i32, fr: &'static str) -> Localized {
    while let Some((name, rest)) = names.split_first() {
        if name.code == code {
            return Localized { en: name.en, ru: name.ru, fr };
        }
        names = rest;
    }
    NOTHING
}

/// A table: the names of its codes in the core, then row by row the code, its French name, what it comes to, its source, why it was judged so, and
/// in each language the explanation and the advice.
macro_rules! rows {
    (
        $names:expr;
        $(
            $code:literal $fr:literal, $outcome:expr, $source:literal, $reason:literal,
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
                ..$outcome
            },
        }),*];
    };
}

use rows;
