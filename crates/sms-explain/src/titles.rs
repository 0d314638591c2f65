//! The titles of codes, in every language, as texts to look up.

use sms_outcome::{Codes, Question, STATUSES, errs};
use smsc_proto::{ErrCode, ErrScope, MessageType, StatusCode};

use crate::similar::folded;

/// What people write for a status that has another name.
const ALIASES: [(&str, StatusCode); 6] = [
    ("не доставлено", StatusCode::UNDELIVERABLE),
    ("недоставлено", StatusCode::UNDELIVERABLE),
    ("не доставлен", StatusCode::UNDELIVERABLE),
    ("not delivered", StatusCode::UNDELIVERABLE),
    ("undelivered", StatusCode::UNDELIVERABLE),
    ("non livré", StatusCode::UNDELIVERABLE),
];

/// Returns the codes that have this title in some language, in any case.
pub(crate) fn codes_of(text: &str) -> Option<Question<'static>> {
    let plain = |text: &str| folded(text.trim_matches(|next: char| !next.is_alphanumeric()));
    let text = plain(text);
    let is_title = |title: sms_outcome::Localized| [title.en, title.ru, title.fr].iter().any(|title| plain(title) == text);
    let alias = ALIASES.iter().find(|(alias, _)| *alias == text).map(|(_, status)| *status);
    let status = || STATUSES.iter().find(|row| is_title(row.outcome.title)).map(|row| StatusCode(row.code));
    if let Some(status) = alias.or_else(status) {
        return Some(Question::Status(status, None, MessageType::SMS));
    }
    [(ErrScope::Phone, MessageType::SMS), (ErrScope::Email, MessageType::EMAIL)].into_iter().find_map(|(scope, kind)| {
        let row = errs(scope).find(|row| is_title(row.outcome.title))?;
        let codes = Codes::of_err(ErrCode(u32::try_from(row.code).ok()?), kind);
        Some(Question::Status(codes.status?, codes.err, codes.kind))
    })
}

/// Returns every title, in every language, and the aliases.
pub(crate) fn all() -> impl Iterator<Item = &'static str> {
    let rows = STATUSES.iter().chain(errs(ErrScope::Phone)).chain(errs(ErrScope::Email));
    let titles = rows.flat_map(|row| [row.outcome.title.en, row.outcome.title.ru, row.outcome.title.fr]);
    titles.chain(ALIASES.iter().map(|(alias, _)| *alias))
}
