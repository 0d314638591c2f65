//! The cases of the advice about failed requests.

use smsc_proto::StatusCode;
use smsc_proto::retry::{
    Advice, Attempt, Call, Failure, Halt, SendAdvice, Sending, StatusAnswer, StopReason, advise, after_status,
};

use crate::flat::{Case, Pairs, Values};

pub(crate) fn is_right(case: &Case<'_>) -> bool {
    is_advised(case).is_some_and(|is_right| is_right)
}

/// Returns whether the advice is as expected, or `None` if the case cannot be.
fn is_advised(case: &Case<'_>) -> Option<bool> {
    let query = case.query;
    let mut lines = case.lines;
    let mut values = Values::new(lines.next()?);
    if query.get("sending.since_ms").is_some() {
        let status = query.get("status").and_then(|status| status.parse().ok());
        let answer = status.map_or(StatusAnswer::Failed, |status| StatusAnswer::of(StatusCode(status)));
        add_send_advice(after_status(answer, sending(query)?), &mut values);
    } else {
        let code = query.get("code").and_then(|code| code.parse().ok());
        let (call, failure) = (Call::from_name(query.get("call")?)?, Failure::from_name(query.get("failure")?, code)?);
        add_advice(advise(call, failure, attempt(query)?), &mut values);
    }
    Some(values.are_all())
}

fn attempt(query: Pairs<'_>) -> Option<Attempt> {
    let number = |key: &str| query.get(key)?.parse::<u32>().ok();
    let since_ms = query.get("attempt.since_ms")?.parse().ok()?;
    Some(
        Attempt::new(number("attempt.number")?, since_ms, number("attempt.random")?)
            .with_next_host(query.get("attempt.has_next_host") != Some("false"))
            .with_throttled(query.get("attempt.was_throttled") == Some("true"))
            .with_blocked(query.get("attempt.was_blocked") == Some("true")),
    )
}

fn sending(query: Pairs<'_>) -> Option<Sending> {
    let (since_ms, random) = (query.get("sending.since_ms")?.parse().ok()?, query.get("sending.random")?.parse().ok()?);
    Some(
        Sending::new(since_ms, random)
            .with_history_kept(query.get("sending.is_history_kept") == Some("true"))
            .with_sent_again(query.get("sending.was_sent_again") == Some("true")),
    )
}

fn add_advice(advice: Advice, values: &mut Values<'_>) {
    values.add("advice", Some(advice.name()));
    match advice {
        Advice::Retry { after_ms, host } => {
            values.add("after_ms", Some(after_ms));
            values.add("host", Some(host.name()));
        }
        Advice::AskStatus { after_ms } => values.add("after_ms", Some(after_ms)),
        Advice::Stop(reason) => {
            values.add("reason", Some(reason.name()));
            match reason {
                StopReason::HttpStatus(status) => values.add("code", Some(status)),
                StopReason::Rejected(code) => values.add("code", Some(code.0)),
                _ => {}
            }
        }
        Advice::StopEveryCall(halt) => {
            values.add("reason", Some(halt.name()));
            if let Halt::Blocked { for_ms } = halt {
                values.add("for_ms", Some(for_ms));
            }
        }
    }
}

fn add_send_advice(advice: SendAdvice, values: &mut Values<'_>) {
    values.add("advice", Some(advice.name()));
    if let SendAdvice::AskAgain { after_ms } = advice {
        values.add("after_ms", Some(after_ms));
    }
}
