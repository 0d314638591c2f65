//! Runs every case of testdata/outcomes through the command and through the library.

mod common;

use std::path::Path;

use serde_json::{Map, Value, json};
use sms_outcome::getcourse::{self, Codes};
use sms_outcome::{Channel, Outcome, Symptom, clicksend, diagnose, lookup, lookup_api_error};
use smsc_proto::{ApiErrorCode, ErrCode, MessageType, StatusCode};

use common::smsc;

struct Case {
    name: String,
    query: Map<String, Value>,
    expect: Vec<Value>,
}

fn load() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata/outcomes");
    let mut cases = Vec::new();
    for file in ["codes", "getcourse", "clicksend", "symptoms"] {
        let text = std::fs::read_to_string(folder.join(file).with_extension("json")).unwrap();
        for case in serde_json::from_str::<Vec<Value>>(&text).unwrap() {
            assert!(case.as_object().unwrap().keys().eq(["name", "why", "query", "expect"]), "{case}");
            let name = format!("{file}: {}", case["name"].as_str().unwrap());
            let query = case["query"].as_object().unwrap().clone();
            cases.push(Case { name, query, expect: case["expect"].as_array().unwrap().clone() });
        }
    }
    cases
}

/// Returns the command's arguments for a case.
fn args(query: &Map<String, Value>) -> Vec<String> {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let is_symptom = query.contains_key("diagnose");
    let mut args = vec![if is_symptom { "diagnose" } else { "explain" }.to_owned()];
    for (key, value) in query {
        match key.as_str() {
            "status" | "err" | "diagnose" | "number" => args.push(text(value)),
            // One argument, because a text may start with a hyphen.
            _ => args.push(format!("--{}={}", key.replace('_', "-"), text(value))),
        }
    }
    args.push("--json".to_owned());
    args
}

/// Returns whether each line has at least the expected fields.
fn matches(expect: &[Value], got: &[Value]) -> bool {
    let has = |expect: &Value, got: &Value| expect.as_object().unwrap().iter().all(|(key, value)| got.get(key) == Some(value));
    expect.len() == got.len() && expect.iter().zip(got).all(|(expect, got)| has(expect, got))
}

#[test]
fn the_command_passes_the_cases() {
    let mut failures = Vec::new();
    for Case { name, query, expect } in load() {
        let args = args(&query);
        let output = smsc(&args.iter().map(String::as_str).collect::<Vec<_>>(), b"");
        let text = String::from_utf8(output.stdout).unwrap();
        let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let exit_status = i32::from(expect.is_empty());
        if !matches(&expect, &lines) || output.status.code() != Some(exit_status) {
            failures.push(format!("{name}: {args:?}\n  expected {}\n  got      {text}", json!(expect)));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn the_library_passes_the_cases() {
    let cases = load();
    for Case { name, query, expect } in &cases {
        let lines = look_up(query);
        assert!(matches(expect, &lines), "{name}\n  expected {}\n  got      {}", json!(expect), json!(lines));
    }
    assert!(cases.len() >= 420, "cases are missing: {}", cases.len());
}

/// Returns the lines of a case from the library.
fn look_up(query: &Map<String, Value>) -> Vec<Value> {
    let number = |key: &str| query.get(key).map(|value| u32::try_from(value.as_u64().unwrap()).unwrap());
    let text = |key: &str| query.get(key).and_then(Value::as_str);
    if let Some(status) = query.get("status") {
        let status = StatusCode(i32::try_from(status.as_i64().unwrap()).unwrap());
        let kind = MessageType(u8::try_from(number("type").unwrap_or(0)).unwrap());
        let codes = Codes { status: Some(status), err: number("err").map(ErrCode), kind, api: None };
        return vec![line(codes, &lookup(status, codes.err, kind))];
    }
    if let Some(code) = number("api_error").map(ApiErrorCode) {
        let codes = Codes { status: None, err: None, kind: MessageType::SMS, api: Some(code) };
        return vec![line(codes, &lookup_api_error(code))];
    }
    if let Some(text) = text("getcourse") {
        let found = getcourse::recognise(text).map(|found| {
            let mut line = line(found.codes, &found.outcome);
            line["unsubscribes"] = found.unsubscribes.into();
            line
        });
        return found.into_iter().collect();
    }
    if let Some(text) = text("clicksend") {
        let numbered = text.parse().ok().and_then(clicksend::row);
        let found = numbered.map_or_else(|| clicksend::find(&[text]).collect(), |row| vec![row]);
        let line = |row: &clicksend::Row| {
            let mut line = fields(&row.outcome);
            line["row"] = row.number.into();
            line
        };
        return found.into_iter().map(line).collect();
    }
    let symptom = Symptom::ALL.into_iter().find(|symptom| Some(symptom.name()) == text("diagnose")).unwrap();
    let symptom = number("number").map_or(symptom, |number| Symptom::ApiError(ApiErrorCode(number)));
    diagnose(symptom).map(|step| json!({ "cause": step.cause.en, "check": step.check.en, "source": step.source })).collect()
}

fn line(codes: Codes, outcome: &Outcome) -> Value {
    let mut line = fields(outcome);
    if let Some(status) = codes.status {
        line["status"] = status.0.into();
        line["err"] = codes.err.map(|err| err.0).into();
        line["type"] = codes.kind.0.into();
    }
    if let Some(code) = codes.api {
        line["error_code"] = code.0.into();
    }
    line
}

fn fields(outcome: &Outcome) -> Value {
    json!({
        "state": outcome.state.name(),
        "is_final": outcome.is_final,
        "cause": outcome.cause.name(),
        "retry": outcome.retry.name(),
        "retry_after_s": outcome.retry.after_s(),
        "suppress": outcome.suppress.is_some(),
        "channel": outcome.suppress.map(Channel::name),
        "title": outcome.title.en,
        "advice": outcome.advice.en,
        "source": outcome.source,
    })
}
