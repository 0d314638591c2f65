//! Runs every case of testdata/outcomes through the command and through the library.

mod common;

use std::path::Path;

use serde_json::{Map, Value, json};
use sms_outcome::clicksend::Receipt;
use sms_outcome::{Channel, Chapter, Codes, Explanation, Outcome, Question, Symptom, diagnose, explain, story};
use smsc_proto::{ApiErrorCode, Endpoint, ErrCode, MessageType, StatusCode};

use common::smsc;

struct Case {
    name: String,
    query: Map<String, Value>,
    expect: Vec<Value>,
}

fn load() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata/outcomes");
    let mut cases = Vec::new();
    for file in ["codes", "texts", "getcourse", "clicksend", "symptoms"] {
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

/// Returns the command's arguments for a case, and its standard input.
fn args(query: &Map<String, Value>) -> (Vec<String>, String) {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let is_symptom = query.contains_key("diagnose");
    let mut args = vec![if is_symptom { "diagnose" } else { "explain" }.to_owned()];
    let mut input = String::new();
    for (key, value) in query {
        match key.as_str() {
            // The labels are needed for negative numbers, which are API errors without them.
            "status" | "err" => args.extend([key.clone(), text(value)]),
            "diagnose" | "number" => args.push(text(value)),
            "story" => {
                let of = |given: &Value| match &given[1] {
                    Value::Null => given[0].to_string(),
                    err => format!("{}/{err}", given[0]),
                };
                args.push(format!("--story={}", value.as_array().unwrap().iter().map(of).collect::<Vec<_>>().join(",")));
            }
            "clicksend_receipt" => {
                args.push("--clicksend-receipt=-".to_owned());
                input = value.to_string();
            }
            // One argument, because a text may start with a hyphen.
            _ => args.push(format!("--{}={}", key.replace('_', "-"), text(value))),
        }
    }
    args.push("--json".to_owned());
    (args, input)
}

/// Returns whether each line has at least the expected fields.
fn matches(expect: &[Value], got: &[Value]) -> bool {
    let has = |expect: &Value, got: &Value| expect.as_object().unwrap().iter().all(|(key, value)| got.get(key) == Some(value));
    expect.len() == got.len() && expect.iter().zip(got).all(|(expect, got)| has(expect, got))
}

#[test]
fn the_command_passes_the_cases() {
    let (mut failures, mut similar) = (Vec::new(), Vec::new());
    for Case { name, query, expect } in load() {
        let (args, input) = args(&query);
        let output = smsc(&args.iter().map(String::as_str).collect::<Vec<_>>(), input.as_bytes());
        let text = String::from_utf8(output.stdout).unwrap();
        let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        // The command answers what contains a known text or is similar to one, and says so.
        if expect.is_empty() && !lines.is_empty() && lines.iter().all(|line| line.get("match").is_some()) {
            similar.push(name);
            continue;
        }
        let is_number =
            query.get("clicksend").and_then(Value::as_str).is_some_and(|text| text.len() < 3 && text.parse::<u8>().is_ok());
        let is_blank = ["text", "getcourse", "clicksend"]
            .iter()
            .filter_map(|key| query.get(*key)?.as_str())
            .any(|text| text.trim().is_empty());
        let exit_status = if is_blank { 2 } else { i32::from(expect.is_empty() || (is_number && expect.len() > 1)) };
        if !matches(&expect, &lines) || output.status.code() != Some(exit_status) {
            failures.push(format!("{name}: {args:?}\n  expected {}\n  got      {text}", json!(expect)));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(similar.len() < 20, "{similar:?}");
}

#[test]
fn the_library_passes_the_cases() {
    let cases = load();
    for Case { name, query, expect } in &cases {
        let lines = look_up(query);
        assert!(matches(expect, &lines), "{name}\n  expected {}\n  got      {}", json!(expect), json!(lines));
    }
    assert!(cases.len() >= 700, "cases are missing: {}", cases.len());
}

/// Returns the lines of a case from the library.
fn look_up(query: &Map<String, Value>) -> Vec<Value> {
    let number = |key: &str| query.get(key).map(|value| u32::try_from(value.as_u64().unwrap()).unwrap());
    let text = |key: &str| query.get(key).and_then(Value::as_str);
    let kind = MessageType(u8::try_from(number("type").unwrap_or(0)).unwrap());
    if let Some(statuses) = query.get("story") {
        let status = |given: &Value| {
            let err = given[1].as_u64().map(|err| ErrCode(u32::try_from(err).unwrap()));
            (status(&given[0]), err)
        };
        return story(statuses.as_array().unwrap().iter().map(status), kind).map(|chapter| chapter_line(&chapter)).collect();
    }
    if let Some(name) = text("diagnose") {
        let symptom = Symptom::ALL.into_iter().find(|symptom| symptom.name() == name).unwrap();
        let symptom = number("number").map_or(symptom, |number| Symptom::ApiError(ApiErrorCode(number)));
        return diagnose(symptom)
            .map(|step| json!({ "cause": step.cause.en, "check": step.check.en, "source": step.source, "judgement": step.is_judgement }))
            .collect();
    }
    let endpoint = text("endpoint").map(|name| Endpoint::from_name(name).unwrap());
    let receipt = query.get("clicksend_receipt").map(|fields| {
        let number = |key: &str| match &fields[key] {
            Value::String(digits) => digits.parse().ok(),
            value => value.as_u64().map(|number| u32::try_from(number).unwrap()),
        };
        Receipt::new(fields["status"].as_str(), number("status_code"), number("error_code"), fields["error_text"].as_str())
    });
    let questions = [
        query.get("status").map(|value| Question::Status(status(value), number("err").map(ErrCode), kind)),
        number("api_error").map(|code| Question::ApiError(ApiErrorCode(code), endpoint)),
        text("text").map(Question::Text),
        text("getcourse").map(Question::GetCourse),
        text("clicksend").map(Question::ClickSend),
        number("clicksend_row").map(Question::ClickSendRow),
        number("clicksend_error").map(Question::ClickSendError),
        receipt.map(Question::ClickSendReceipt),
    ];
    let question = questions.into_iter().flatten().next().unwrap();
    explain(question).map(|found| line(&found)).collect()
}

fn status(value: &Value) -> StatusCode {
    StatusCode(i32::try_from(value.as_i64().unwrap()).unwrap())
}

fn chapter_line(chapter: &Chapter) -> Value {
    let mut line = fields(&chapter.outcome);
    line["status"] = chapter.status.0.into();
    line["err"] = chapter.err.map(|err| err.0).into();
    line["decides"] = chapter.decides.into();
    line["remark"] = chapter.remark.en.into();
    line["provider"] = "smsc".into();
    line
}

fn line(found: &Explanation) -> Value {
    let mut line = fields(&found.outcome);
    line["provider"] = found.provider.name().into();
    if let Some(Codes { status: Some(status), err, kind, .. }) = found.codes {
        line["status"] = status.0.into();
        line["err"] = err.map(|err| err.0).into();
        line["type"] = kind.0.into();
    }
    if let Some(Codes { api: Some(code), endpoint, .. }) = found.codes {
        line["error_code"] = code.0.into();
        line["endpoint"] = endpoint.map(Endpoint::name).into();
    }
    if let Some(row) = found.row {
        line["row"] = row.number.into();
        line["receipt_error"] = row.error.into();
    }
    if let Some(text) = found.text {
        line["text"] = text.into();
    }
    if let Some(unsubscribes) = found.unsubscribes {
        line["unsubscribes"] = unsubscribes.into();
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
        "judgement": outcome.is_judgement,
    })
}
