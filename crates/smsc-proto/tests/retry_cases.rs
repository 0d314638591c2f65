//! Every case of testdata/retry: the advice after a failure, and after the status of a message that
//! may have been accepted.

use serde_json::{Value, json};
use smsc_proto::StatusCode;
use smsc_proto::retry::{
    Advice, Attempt, Call, Failure, Halt, SendAdvice, Sending, StatusAnswer, StopReason, advise, after_status,
};

const CASES: &str = include_str!("../../../testdata/retry/retry.json");

/// Returns a number of a case that must be there.
fn number<N: TryFrom<u64>>(value: &Value) -> N {
    value.as_u64().and_then(|number| number.try_into().ok()).unwrap_or_else(|| panic!("{value} is no number"))
}

fn attempt_of(given: &Value) -> Attempt {
    let flag = |name: &str, default: bool| given.get(name).map_or(default, |value| value.as_bool().unwrap());
    Attempt::new(number(&given["number"]), number(&given["since_ms"]), number(&given["random"]))
        .with_next_host(flag("has_next_host", true))
        .with_throttled(flag("was_throttled", false))
        .with_blocked(flag("was_blocked", false))
}

fn sending_of(given: &Value) -> Sending {
    let flag = |name: &str| given.get(name).is_some_and(|value| value.as_bool().unwrap());
    Sending::new(number(&given["since_ms"]), number(&given["random"]))
        .with_history_kept(flag("is_history_kept"))
        .with_sent_again(flag("was_sent_again"))
}

fn advice_of(advice: Advice) -> Value {
    let mut found = json!({"advice": advice.name()});
    match advice {
        Advice::Retry { after_ms, host } => {
            found["after_ms"] = json!(after_ms);
            found["host"] = json!(host.name());
        }
        Advice::AskStatus { after_ms } => found["after_ms"] = json!(after_ms),
        Advice::Stop(reason) => {
            found["reason"] = json!(reason.name());
            match reason {
                StopReason::HttpStatus(status) => found["code"] = json!(status),
                StopReason::Rejected(code) => found["code"] = json!(code.0),
                _ => {}
            }
        }
        Advice::StopEveryCall(halt) => {
            found["reason"] = json!(halt.name());
            if let Halt::Blocked { for_ms } = halt {
                found["for_ms"] = json!(for_ms);
            }
        }
    }
    found
}

fn send_advice_of(advice: SendAdvice) -> Value {
    let mut found = json!({"advice": advice.name()});
    if let SendAdvice::AskAgain { after_ms } = advice {
        found["after_ms"] = json!(after_ms);
    }
    found
}

fn run(case: &Value) -> Value {
    if let Some(sending) = case.get("sending") {
        let answer =
            case["status"].as_i64().map_or(StatusAnswer::Failed, |status| StatusAnswer::of(StatusCode(status.try_into().unwrap())));
        return send_advice_of(after_status(answer, sending_of(sending)));
    }
    let call = Call::from_name(case["call"].as_str().unwrap()).unwrap();
    let failure = Failure::from_name(case["failure"].as_str().unwrap(), case.get("code").map(number)).unwrap();
    advice_of(advise(call, failure, attempt_of(&case["attempt"])))
}

#[test]
fn every_case_is_advised_as_expected() {
    let cases: Vec<Value> = serde_json::from_str(CASES).unwrap();
    assert!(cases.len() >= 250, "{} cases", cases.len());
    for case in &cases {
        assert_eq!(run(case), case["expect"], "{}", case["name"]);
    }
}
