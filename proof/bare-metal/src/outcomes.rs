//! The cases of outcomes.

use sms_outcome::clicksend::{self, Row};
use sms_outcome::getcourse::{self, Codes};
use sms_outcome::{Channel, Outcome, Step, Symptom, diagnose, lookup, lookup_api_error};
use smsc_proto::{ApiErrorCode, ErrCode, MessageType, StatusCode};

use crate::flat::{Case, Lines, Pairs, shows};

/// What a lookup returned.
enum Found {
    Message(Codes, Outcome),
    Text(Codes, Outcome, bool),
    Row(&'static Row),
    Step(Step),
}

pub(crate) fn is_right(case: &Case<'_>) -> bool {
    is_found(case.query, case.lines).is_some_and(|is_right| is_right)
}

fn is_found(query: Pairs<'_>, lines: Lines<'_>) -> Option<bool> {
    let number = |key: &str| query.get(key).map(|value| value.parse::<u32>().ok());
    if let Some(status) = query.get("status") {
        let status = StatusCode(status.parse().ok()?);
        let kind = MessageType(u8::try_from(number("type").unwrap_or(Some(0))?).ok()?);
        let err = match number("err") {
            Some(err) => Some(ErrCode(err?)),
            None => None,
        };
        let codes = Codes { status: Some(status), err, kind, api: None };
        return Some(are([Found::Message(codes, lookup(status, err, kind))], lines));
    }
    if let Some(code) = number("api_error") {
        let code = ApiErrorCode(code?);
        let codes = Codes { status: None, err: None, kind: MessageType::SMS, api: Some(code) };
        return Some(are([Found::Message(codes, lookup_api_error(code))], lines));
    }
    if let Some(text) = query.get("getcourse") {
        let found = getcourse::recognise(text);
        return Some(are(found.map(|found| Found::Text(found.codes, found.outcome, found.unsubscribes)), lines));
    }
    if let Some(text) = query.get("clicksend") {
        return Some(match text.parse().ok().and_then(clicksend::row) {
            Some(row) => are([Found::Row(row)], lines),
            None => are(clicksend::find(&[text]).map(Found::Row), lines),
        });
    }
    let name = query.get("diagnose")?;
    let symptom = Symptom::ALL.into_iter().find(|symptom| symptom.name() == name)?;
    let symptom = match number("number") {
        Some(number) => Symptom::ApiError(ApiErrorCode(number?)),
        None => symptom,
    };
    Some(are(diagnose(symptom).map(Found::Step), lines))
}

fn are(found: impl IntoIterator<Item = Found>, mut lines: Lines<'_>) -> bool {
    found.into_iter().all(|one| lines.next().is_some_and(|mut wanted| wanted.all(|(key, value)| has(&one, key, value))))
        && lines.next().is_none()
}

/// Returns whether an entry has this value under this key.
fn has(one: &Found, key: &str, wanted: &str) -> bool {
    let or_null = |value: Option<u32>| value.map_or(wanted == "null", |value| shows(value, wanted));
    let (codes, outcome) = match one {
        Found::Message(codes, outcome) | Found::Text(codes, outcome, _) => (Some(codes), outcome),
        Found::Row(row) => (None, &row.outcome),
        Found::Step(step) => {
            return match key {
                "cause" => step.cause.en == wanted,
                "check" => step.check.en == wanted,
                "source" => step.source == wanted,
                _ => false,
            };
        }
    };
    match (key, codes, one) {
        ("row", _, Found::Row(row)) => shows(row.number, wanted),
        ("unsubscribes", _, Found::Text(_, _, unsubscribes)) => shows(unsubscribes, wanted),
        ("status", Some(codes), _) => codes.status.is_some_and(|status| shows(status, wanted)),
        ("err", Some(codes), _) => or_null(codes.err.map(|err| err.0)),
        ("type", Some(codes), _) => shows(codes.kind.0, wanted),
        ("error_code", Some(codes), _) => codes.api.is_some_and(|code| shows(code, wanted)),
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
