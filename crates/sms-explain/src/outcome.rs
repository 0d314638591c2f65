//! The JSON of outcomes.

use serde::Serialize;
use sms_outcome::{Channel, InLang, Localized, Outcome};

/// A value with its outcome as a further key.
#[derive(Debug, Serialize)]
pub struct WithOutcome<'a, T> {
    /// The value.
    #[serde(flatten)]
    pub value: &'a T,
    /// The outcome.
    pub outcome: InLang<'a>,
}

/// A text in every language.
#[derive(Debug, Serialize)]
pub(crate) struct EveryLang {
    en: &'static str,
    ru: &'static str,
    fr: &'static str,
}

impl From<Localized> for EveryLang {
    fn from(Localized { en, ru, fr }: Localized) -> Self {
        Self { en, ru, fr }
    }
}

/// An outcome in every language, with the reason for the decision. Its title is written as keys of
/// the object itself.
#[derive(Debug, Serialize)]
pub struct FullOutcome {
    #[serde(flatten)]
    title: EveryLang,
    state: &'static str,
    is_final: bool,
    cause: &'static str,
    retry: &'static str,
    retry_after_s: Option<u32>,
    suppress: bool,
    /// The channel in which to stop writing; `null` without `suppress`.
    channel: Option<&'static str>,
    explanation: EveryLang,
    advice: EveryLang,
    source: &'static str,
    judgement: bool,
    reason: &'static str,
    safeguard: &'static str,
}

impl From<&Outcome> for FullOutcome {
    fn from(outcome: &Outcome) -> Self {
        Self {
            title: outcome.title.into(),
            state: outcome.state.name(),
            is_final: outcome.is_final,
            cause: outcome.cause.name(),
            retry: outcome.retry.name(),
            retry_after_s: outcome.retry.after_s(),
            suppress: outcome.suppress.is_some(),
            channel: outcome.suppress.map(Channel::name),
            explanation: outcome.explanation.into(),
            advice: outcome.advice.into(),
            source: outcome.source,
            judgement: outcome.is_judgement,
            reason: outcome.reason,
            safeguard: outcome.safeguard,
        }
    }
}
