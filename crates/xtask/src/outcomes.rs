//! `docs/outcomes.md`, generated from the tables of sms-outcome.

use std::fmt::Write as _;

use sms_outcome::{API_ERRORS, Outcome, Retry, Row, SOURCES, STATUSES, Symptom, clicksend, diagnose, errs, getcourse, statuses_of};
use smsc_proto::{ApiErrorCode, Endpoint, ErrCode, ErrScope, MessageType, StatusCode};

use crate::run::{self, Step};

/// The path of the page in the project.
const PAGE: &str = "docs/outcomes.md";

/// How a status and its err are looked up together, from the library's own documentation.
const RULES: &str = include_str!("../../sms-outcome/src/rules.md");

const INTRODUCTION: &str = "\
# What a status means, and what to do

`cargo xtask outcomes` generates this page from the tables of `crates/sms-outcome`; a test keeps the
page up to date. `smsc explain` prints the outcome of one code, and `smsc codes --json` prints every
row with its English, Russian and French texts. [texts.md](texts.md) says how the texts are written.

- **state**: `pending`, `delivered`, `failed`, or `unknown` (the state cannot be determined, or
  nothing was sent). *final*: the state will not change by itself.
- **cause**: who has to act. `none` (nothing went wrong, or the cause is not known), `recipient`
  (the number, or its owner), `handset`, `network` (the operators), `content` (the text), `sender`
  (the sender name), `account` (balance, contract, IP list, limits, settings, or a paused mailing),
  `request` (the request was wrong), `service` (the gateway).
- **retry**: `no`; `later`, with the least delay in seconds; `after_fix`, after something was
  changed.
- **suppress**: stop writing to this recipient in this channel: `phone`, `email`, `viber` or
  `social`. The tables have the channel of SMS or of e-mail; in a lookup the type of the message
  decides. It is set if the number or address can never receive a message: GetCourse unsubscribes
  for wrong formats (err 249, status 22) and for numbers that do not exist (err 1), and this project
  does the same for e-mail and for ClickSend's unknown subscriber. It is also set if a recipient
  reports spam. It is not set if the recipient's phone, contract, mailbox or whereabouts may change
  (6, 11, 12, 13, 21, e-mail 2 to 4), if the client's or the provider's own rules decide (250, 252),
  or if no reason is known (20 alone, 255).
- **safeguard**: for rows that a program acts on by itself. With `later`: what ends the attempts, and
  whether a second copy of the message can arrive. With *suppress*: which source says that the
  recipient does not exist there, or refused.
- **source**: where the facts are from. A rule such as R5 is one of [protocol.md](protocol.md).
- **judgement**: the source leaves room for interpretation, and the column *why* explains the
  decision. Callers who decide otherwise can override the row.

";

/// Writes the page.
pub(crate) fn write() -> Vec<Step> {
    vec![Step::check("the page of outcomes", || run::write(PAGE, &text()))]
}

fn text() -> String {
    let mut page = INTRODUCTION.to_owned();
    let _ = writeln!(page, "| source | what it is |\n|---|---|");
    for (id, words) in SOURCES {
        let _ = writeln!(page, "| {id} | {} |", words.en);
    }
    let _ = write!(page, "\n## How status, err and type are combined\n\n{RULES}");
    section(&mut page, "Statuses", STATUSES);
    section(&mut page, "Statuses of e-mail, where they differ", statuses_of(MessageType::EMAIL));
    section(&mut page, "Statuses of calls, Viber and social networks, where they differ", statuses_of(MessageType::CALL));
    section(&mut page, "err of SMS, calls and HLR", errs(ErrScope::Phone));
    section(&mut page, "err of e-mail", errs(ErrScope::Email));
    api_errors(&mut page);
    unknown(&mut page);
    texts_of_getcourse(&mut page);
    statuses_of_clicksend(&mut page);
    symptoms(&mut page);
    page
}

fn heading(page: &mut String, title: &str, first: &str) {
    let _ = write!(page, "\n## {title}\n");
    columns(page, first);
}

fn columns(page: &mut String, first: &str) {
    let _ = write!(
        page,
        "\n| {first} | name | state | cause | retry | suppress | what happened, and what to do | source | judgement | why | safeguard |\n|---|---|---|---|---|---|---|---|---|---|---|\n"
    );
}

fn section(page: &mut String, title: &str, rows: impl IntoIterator<Item = &'static Row>) {
    heading(page, title, "code");
    for row in rows {
        line(page, &row.code.to_string(), &row.outcome);
    }
}

fn line(page: &mut String, code: &str, outcome: &Outcome) {
    let finality = if outcome.is_final { ", final" } else { "" };
    let retry = match outcome.retry {
        Retry::Later { after_s } => format!("later, {after_s}"),
        other => other.name().to_owned(),
    };
    let suppress = outcome.suppress.map_or_else(String::new, |channel| format!("**{}**", channel.name()));
    let judgement = if outcome.is_judgement { "yes" } else { "" };
    let Outcome { state, cause, title, explanation, advice, source, reason, safeguard, .. } = outcome;
    let _ = writeln!(
        page,
        "| {code} | {}<br>{}<br>{} | {}{finality} | {} | {retry} | {suppress} | {}<br>*{}* | {source} | {judgement} | {reason} | {safeguard} |",
        title.en,
        title.ru,
        title.fr,
        state.name(),
        cause.name(),
        explanation.en,
        advice.en,
    );
}

fn api_errors(page: &mut String) {
    heading(page, "API errors", "code: endpoint");
    for row in API_ERRORS {
        let endpoint = row.endpoint.map_or("every endpoint", Endpoint::script);
        line(page, &format!("{}: {endpoint}", row.code), &row.outcome);
    }
}

/// Adds the outcomes of codes that are in no table, each from a code that cannot be in one.
fn unknown(page: &mut String) {
    heading(page, "Codes that are in no table", "which");
    let (status, err, sms) = (StatusCode(i32::MAX), ErrCode(u32::MAX), MessageType::SMS);
    line(page, "status", &sms_outcome::lookup(status, None, sms));
    line(page, "err under 20", &sms_outcome::lookup(StatusCode::UNDELIVERABLE, Some(err), sms));
    line(page, "HLR without err", &sms_outcome::lookup(StatusCode::DELIVERED, None, MessageType::HLR));
    line(page, "err of HLR", &sms_outcome::lookup(StatusCode::DELIVERED, Some(err), MessageType::HLR));
    line(page, "API error", &sms_outcome::lookup_api_error(ApiErrorCode(u32::MAX), Endpoint::Status));
}

fn texts_of_getcourse(page: &mut String) {
    page.push_str(
        "\n## GetCourse's texts\n\n\
         Case, ё, spaces, quotation marks and full stops do not matter, a label such as “Ошибка:” may come\n\
         first, and a punctuation mark may be followed by anything. The provider's own names of codes are\n\
         recognised as well: the name of an err alone means status 20, which means “see err” (249 means status\n\
         22, 248 status 25, and 0 status 1 of an HLR request). A text that belongs to both a status and an API\n\
         error has the same outcome for both.\n\n\
         | text | status | err | API error | unsubscribes | what to check |\n|---|---|---|---|---|---|\n",
    );
    for row in getcourse::ROWS {
        let number = |number: Option<String>| number.unwrap_or_default();
        let _ = writeln!(
            page,
            "| {} | {} | {} | {} | {} | {} |",
            row.text,
            number(row.codes.status.map(|code| code.to_string())),
            number(row.codes.err.map(|code| code.to_string())),
            number(row.codes.api.map(|code| code.to_string())),
            if row.unsubscribes { "**yes**" } else { "" },
            row.advice.en,
        );
    }
}

fn statuses_of_clicksend(page: &mut String) {
    page.push_str(
        "\n## ClickSend's statuses\n\n\
         The row is the one of the help page (S2); the error is the number of the same status in the older list\n\
         (S4), which receipts have as `error_code`. No number names the same status in both.\n",
    );
    columns(page, "row / error: status, code");
    for row in clicksend::ROWS {
        let code = row.code.map_or_else(String::new, |code| format!(", {code}"));
        let error = row.error.map_or_else(|| "–".to_owned(), |error| error.to_string());
        line(page, &format!("{} / {error}: {}{code}", row.number, row.status[0]), &row.outcome);
    }
    heading(page, "ClickSend's codes and words", "words");
    for word in clicksend::WORDS {
        line(page, &word.texts.join(", "), &word.outcome);
    }
}

fn symptoms(page: &mut String) {
    page.push_str(
        "\n## Symptoms\n\nThe causes are in the order in which to check them. For an API error, its own rows above\ncome first.\n",
    );
    for symptom in Symptom::ALL {
        let _ = writeln!(page, "\n**`{}`**: {}\n", symptom.name(), symptom.title().en);
        let own_rows = API_ERRORS.iter().filter(|row| symptom == Symptom::ApiError(row.code)).count();
        for (at, step) in diagnose(symptom).skip(own_rows).enumerate() {
            let source = if step.is_judgement { format!("{} judgement", step.source) } else { step.source.to_owned() };
            let _ = writeln!(page, "{}. {} *{}* ({})", at + 1, step.cause.en, step.check.en, source.trim());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_matches_the_tables() {
        let written = run::read(PAGE).unwrap();
        assert!(written == text(), "{PAGE} differs from the tables; generate it again: cargo xtask outcomes");
    }
}
