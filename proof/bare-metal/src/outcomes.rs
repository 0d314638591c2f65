//! The cases of outcomes.

use sms_outcome::clicksend::Receipt;
use sms_outcome::{Channel, Chapter, Codes, Explanation, Question, Step, Symptom, diagnose, explain, story};
use smsc_proto::{ApiErrorCode, Endpoint, ErrCode, MessageType, StatusCode};

use crate::flat::{Case, Lines, Pairs, shows};

/// What a lookup returned.
enum Found {
    Explanation(Explanation),
    Chapter(Chapter),
    Step(Step),
}

pub(crate) fn is_right(case: &Case<'_>) -> bool {
    is_found(case.query, case.lines).is_some_and(|is_right| is_right)
}

fn is_found(query: Pairs<'_>, lines: Lines<'_>) -> Option<bool> {
    let number = |key: &str| query.get(key).map(|value| value.parse::<u32>().ok());
    let kind = MessageType(u8::try_from(number("type").unwrap_or(Some(0))?).ok()?);
    if let Some(statuses) = query.get("story") {
        let chapters = story(statuses.split(',').filter_map(told), kind);
        return Some(are(chapters.map(Found::Chapter), lines));
    }
    if let Some(name) = query.get("diagnose") {
        let symptom = Symptom::ALL.into_iter().find(|symptom| symptom.name() == name)?;
        let symptom = match number("number") {
            Some(number) => Symptom::ApiError(ApiErrorCode(number?)),
            None => symptom,
        };
        return Some(are(diagnose(symptom).map(Found::Step), lines));
    }
    Some(are(explain(question(query, kind)?).map(Found::Explanation), lines))
}

/// Parses a status and its err, which is `null` if there is none.
fn told(given: &str) -> Option<(StatusCode, Option<ErrCode>)> {
    let (status, err) = given.split_once(' ')?;
    Some((StatusCode(status.parse().ok()?), err.parse().ok().map(ErrCode)))
}

fn question(query: Pairs<'_>, kind: MessageType) -> Option<Question<'_>> {
    let number = |key: &str| query.get(key).and_then(|value| value.parse::<u32>().ok());
    if let Some(status) = query.get("status") {
        return Some(Question::Status(StatusCode(status.parse().ok()?), number("err").map(ErrCode), kind));
    }
    let api_error =
        || Some(Question::ApiError(ApiErrorCode(number("api_error")?), query.get("endpoint").and_then(Endpoint::from_name)));
    let text = || query.get("text").map(Question::Text);
    let getcourse = || query.get("getcourse").map(Question::GetCourse);
    let clicksend = || query.get("clicksend").map(Question::ClickSend);
    let row = || number("clicksend_row").map(Question::ClickSendRow);
    let error = || number("clicksend_error").map(Question::ClickSendError);
    let found = api_error().or_else(text).or_else(getcourse).or_else(clicksend).or_else(row).or_else(error);
    found.or_else(|| {
        let text = |key: &str| query.get(key).filter(|value| *value != "null");
        let (status, error_text) = (text("clicksend_receipt.status"), text("clicksend_receipt.error_text"));
        let (code, error) = (number("clicksend_receipt.status_code"), number("clicksend_receipt.error_code"));
        Some(Question::ClickSendReceipt(Receipt::new(status, code, error, error_text)))
    })
}

fn are(found: impl IntoIterator<Item = Found>, mut lines: Lines<'_>) -> bool {
    found.into_iter().all(|one| lines.next().is_some_and(|mut wanted| wanted.all(|(key, value)| has(&one, key, value))))
        && lines.next().is_none()
}

/// Returns whether an entry has this value under this key.
fn has(one: &Found, key: &str, wanted: &str) -> bool {
    let or_null = |value: Option<u32>| value.map_or(wanted == "null", |value| shows(value, wanted));
    let (codes, outcome) = match one {
        Found::Explanation(found) => (found.codes, found.outcome),
        Found::Chapter(chapter) => (Some(Codes { err: chapter.err, ..Codes::status(chapter.status) }), chapter.outcome),
        Found::Step(step) => {
            return match key {
                "cause" => step.cause.en == wanted,
                "check" => step.check.en == wanted,
                "source" => step.source == wanted,
                "judgement" => shows(step.is_judgement, wanted),
                _ => false,
            };
        }
    };
    match (key, codes, one) {
        ("row", _, Found::Explanation(Explanation { row: Some(row), .. })) => shows(row.number, wanted),
        ("receipt_error", _, Found::Explanation(Explanation { row: Some(row), .. })) => or_null(row.error.map(u32::from)),
        ("unsubscribes", _, Found::Explanation(found)) => found.unsubscribes.is_some_and(|is_so| shows(is_so, wanted)),
        ("provider", _, Found::Explanation(found)) => found.provider.name() == wanted,
        ("provider", _, Found::Chapter(_)) => wanted == "smsc",
        ("text", _, Found::Explanation(found)) => found.text == Some(wanted),
        ("decides", _, Found::Chapter(chapter)) => shows(chapter.decides, wanted),
        ("remark", _, Found::Chapter(chapter)) => chapter.remark.en == wanted,
        ("endpoint", Some(codes), _) => codes.endpoint.map_or("null", Endpoint::name) == wanted,
        ("status", Some(codes), _) => codes.status.is_some_and(|status| shows(status, wanted)),
        ("err", Some(codes), _) => or_null(codes.err.map(|err| err.0)),
        ("type", Some(codes), _) => shows(codes.kind.0, wanted),
        ("error_code", Some(codes), _) => codes.api.is_some_and(|code| shows(code, wanted)),
        ("judgement", ..) => shows(outcome.is_judgement, wanted),
        ("state", ..) => outcome.state.name() == wanted,
        ("is_final", ..) => shows(outcome.is_final, wanted),
        ("cause", ..) => outcome.cause.name() == wanted,
        ("retry", ..) => outcome.retry.name() == wanted,
        ("retry_after_s", ..) => or_null(outcome.retry.after_s()),
        ("suppress", ..) => shows(outcome.suppress.is_some(), wanted),
        ("channel", ..) => outcome.suppress.map_or("null", Channel::name) == wanted,
        ("title", ..) => outcome.title.en == wanted,
        ("advice", ..) => outcome.advice.en == wanted,
        ("source", ..) => outcome.source == wanted,
        _ => false,
    }
}
