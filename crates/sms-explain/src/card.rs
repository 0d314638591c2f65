//! Outcomes as texts for people, in one language.

use serde::Serialize;
use sms_outcome::{Codes, Explanation, Key, Localized, Outcome, Provider, clicksend, get};
use smsc_proto::{ErrScope, Lang, MessageType};

use crate::labels::{self, API_ERROR, FINAL, NO, NOT_FINAL, STATUS};

/// An outcome for people: each part of it in words.
#[derive(Debug, Serialize)]
pub struct Card {
    /// The name of the outcome.
    pub title: &'static str,
    /// The state of the message, and whether it may change.
    pub state: String,
    /// The party that has to act.
    pub cause: &'static str,
    /// The advice on sending again, and the delay.
    pub retry: String,
    /// The advice to stop writing, and the channel.
    pub suppress: &'static str,
    /// The sources of the facts.
    pub source: String,
    /// The explanation of the outcome.
    pub explanation: &'static str,
    /// The advice.
    pub advice: &'static str,
}

impl Card {
    /// Returns an outcome in a language.
    #[must_use]
    pub fn new(outcome: &Outcome, lang: Lang) -> Self {
        let finality = if outcome.is_final { FINAL } else { NOT_FINAL };
        Self {
            title: outcome.title.get(lang),
            state: format!("{}, {}", labels::state(outcome.state).get(lang), finality.get(lang)),
            cause: labels::cause(outcome.cause).get(lang),
            retry: labels::retry(outcome.retry, lang),
            suppress: outcome.suppress.map_or(NO, labels::channel).get(lang),
            source: labels::source(outcome.source, outcome.is_judgement, lang),
            explanation: outcome.explanation.get(lang),
            advice: outcome.advice.get(lang),
        }
    }
}

/// Returns what was explained: the provider of a text, and the codes.
#[must_use]
pub fn heading(explanation: &Explanation, lang: Lang) -> String {
    let provider = match explanation.provider {
        Provider::Smsc => "SMSC.ru",
        Provider::GetCourse => "GetCourse",
        Provider::ClickSend => "ClickSend",
    };
    let text = explanation.text.map(|text| format!("{provider} “{text}”"));
    let row = explanation.row.map(|row| of_row(&row));
    let codes = explanation.codes.map(|codes| of_codes(codes, lang));
    let parts: Vec<_> = text.into_iter().chain(row).chain(codes).collect();
    if parts.is_empty() { provider.to_owned() } else { parts.join(" · ") }
}

/// Returns the codes, each with its own name.
#[must_use]
pub fn of_codes(codes: Codes, lang: Lang) -> String {
    let named = |what: &str, number: String, key: Key| match get(key) {
        Some(own) => format!("{what} {number} {}", own.title.get(lang)),
        None => format!("{what} {number}"),
    };
    let scope = if codes.kind == MessageType::EMAIL { ErrScope::Email } else { ErrScope::Phone };
    let api_error = codes.api.map(|code| match codes.endpoint {
        Some(endpoint) => {
            let what = format!("{} {}", endpoint.script(), API_ERROR.get(lang));
            named(&what, code.to_string(), Key::Api(code, endpoint))
        }
        None => format!("{} {code}", API_ERROR.get(lang)),
    });
    let parts = [
        codes.status.map(|status| named(STATUS.get(lang), status.to_string(), Key::Status(status))),
        codes.err.map(|err| named("err", err.to_string(), Key::Err(scope, err))),
        api_error,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Returns the number, status and code of a row.
fn of_row(row: &clicksend::Row) -> String {
    let code = row.code.map_or_else(String::new, |code| format!(" {code}"));
    format!("ClickSend {} · {}{code}", row.number, row.status[0])
}

/// Returns a heading with the title of the outcome, unless the heading has it already.
#[must_use]
pub fn titled(heading: &str, title: &Localized, lang: Lang) -> String {
    let title = title.get(lang);
    if heading.contains(title) { heading.to_owned() } else { format!("{heading}: {title}") }
}
