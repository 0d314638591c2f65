//! The cases of outcomes.

use sms_outcome::clicksend::{self, Row};
use sms_outcome::getcourse::{self, Codes};
use sms_outcome::{Outcome, Step, Symptom, lookup_api_error, diagnose, lookup};
use smsc_proto::{ApiErrorCode, ErrCode, MessageType, StatusCode};

use crate::flat::{Case, Lines, Pairs, shows};

/// An answer, and what it is the answer to.
enum SingleReply {
    Message(Codes, Outcome),
    Text(Codes, Outcome, bool),
    Row(&'static Row),
    Step(Step),
}

pub(crate) fn is_right(case: &Case<'_>) -> bool {
    are_answered(case.query, case.lines).is_some_and(|is_right| is_right)
}

fn are_answered(query: Pairs<'_>, lines: Lines<'_>) -> Option<bool> {
    let number = |key: &str| query.get(key).map(|value| value.parse::<u32>().ok());
    if let Some(status) = query.get("status") {
        let status = StatusCode(status.parse().ok()?);
        let kind = MessageType(u8::try_from(number("type").unwrap_or(Some(0))?).ok()?);
        let err = match number("err") {
            Some(err) => Some(ErrCode(err?)),
            None => None,
        };
        let codes = Codes { status: Some(status), err, kind, api: None };
        return Some(are([SingleReply::Message(codes, outcome(status, err, kind))], lines));
    }
    if let Some(code) = number("api_error") {
        let code = ApiErrorCode(code?);
        let codes = Codes { status: None, err: None, kind: MessageType::SMS, api: Some(code) };
        return Some(are([SingleReply::Message(codes, api_error(code))], lines));
    }
    if let Some(text) = query.get("getcourse") {
        let found = getcourse::recognise(text);
        return Some(are(found.map(|found| SingleReply::Text(found.codes, found.outcome, found.unsubscribes)), lines));
    }
    if let Some(text) = query.get("clicksend") {
        return Some(match text.parse().ok().and_then(clicksend::row) {
            Some(row) => are([SingleReply::Row(row)], lines),
            None => are(clicksend::find(&[text]).map(SingleReply::Row), lines),
        });
    }
    let name = query.get("diagnose")?;
    let symptom = Symptom::ALL.into_iter().find(|symptom| symptom.name() == name)?;
    let symptom = match number("number") {
        Some(number) => Symptom::ApiError(ApiErrorCode(number?)),
        None => symptom,
    };
    Some(are(diagnose(symptom).map(SingleReply::Step), lines))
}

fn are(answers: impl IntoIterator<Item = SingleReply>, mut lines: Lines<'_>) -> bool {
    answers.into_iter().all(|answer| lines.next().is_some_and(|mut wanted| wanted.all(|(key, value)| has(&answer, key, value))))
        && lines.next().is_none()
}

/// Whether an answer has this value under this key.
fn has(answer: &SingleReply, key: &str, wanted: &str) -> bool {
    let or_null = |value: Option<u32>| value.map_or(wanted == "null", |value| shows(value, wanted));
    let (codes, outcome) = match answer {
        SingleReply::Message(codes, outcome) | SingleReply::Text(codes, outcome, _) => (Some(codes), outcome),
        SingleReply::Row(row) => (None, &row.outcome),
        SingleReply::Step(step) => {
            return match key {
                "cause" => step.cause.en == wanted,
                "check" => step.check.en == wanted,
                "source" => step.source == wanted,
                _ => false,
            };
        }
    };
    match (key, codes, answer) {
        ("row", _, SingleReply::Row(row)) => shows(row.number, wanted),
        ("unsubscribes", _, SingleReply::Text(_, _, unsubscribes)) => shows(unsubscribes, wanted),
        ("status", Some(codes), _) => codes.status.is_some_and(|status| shows(status, wanted)),
        ("err", Some(codes), _) => or_null(codes.err.map(|err| err.0)),
        ("type", Some(codes), _) => shows(codes.kind.0, wanted),
        ("error_code", Some(codes), _) => codes.api.is_some_and(|code| shows(code, wanted)),
        ("state", ..) => outcome.state.name() == wanted,
        ("is_final", ..) => shows(outcome.is_final, wanted),
        ("cause", ..) => outcome.cause.name() == wanted,
        ("retry", ..) => outcome.retry.name() == wanted,
        ("retry_after_s", ..) => or_null(outcome.retry.after_s()),
        ("suppress", ..) => shows(outcome.suppress, wanted),
        ("title", ..) => outcome.title.en == wanted,
        ("advice", ..) => outcome.advice.en == wanted,
        ("source", ..) => outcome.source == wanted,
        _ => false,
    }
}
