//! Advice about failed requests.

use smsc_proto::ApiErrorCode;
use smsc_proto::retry::{
    Advice, Attempt, Call, Failure, Halt, Host, SendAdvice, Sending, StatusAnswer, StopReason, advise, after_status,
};

use crate::convert::switch;
use crate::raw;
use crate::results::smsc_result;
use crate::retry_types::{
    smsc_advice, smsc_advice_kind, smsc_advice_reason, smsc_attempt, smsc_failure, smsc_send_advice, smsc_send_advice_kind,
    smsc_sending, smsc_status_answer,
};

/// Returns what to do after a request failed, by the table in docs/asking.md.
///
/// **A message that may have been accepted is never advised to be sent again**: its status is
/// requested instead, and smsc_retry_after_status decides. The tries of one call are at most 3. A
/// limit on the retries of all calls together, for when the service is out of order, is yours.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if a number of the attempt is none of its
/// enum, the HTTP status is not from 0 to 65535 or the API error is negative; SMSC_RESULT_NULL or
/// SMSC_RESULT_SIZE_….
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_retry_advise(attempt: *const smsc_attempt, advice: *mut smsc_advice) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (given, (size, output)) = unsafe { (raw::input(attempt)?, raw::sized_output(advice)?) };
        let call = nth(&Call::ALL, given.call)?;
        let tried = Attempt::new(given.number, given.since_ms, given.random)
            .with_next_host(switch(given.has_next_host)?)
            .with_throttled(switch(given.was_throttled)?)
            .with_blocked(switch(given.was_blocked)?);
        output.write(c_advice(advise(call, failure(given.failure, given.code)?, tried), size));
        Ok(smsc_result::Ok)
    })
}

/// Returns what to do about a message whose sending was not answered, or was answered by error 9,
/// after its status was requested.
///
/// A message with several phones is found if one phone is found. The status is requested by the id,
/// so the id must belong to this message alone.
///
/// Returns SMSC_RESULT_OK, SMSC_RESULT_VALUE, SMSC_RESULT_NULL or SMSC_RESULT_SIZE_….
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_retry_after_status(sending: *const smsc_sending, advice: *mut smsc_send_advice) -> i32 {
    const ANSWERS: [(smsc_status_answer, StatusAnswer); 3] = [
        (smsc_status_answer::Found, StatusAnswer::Found),
        (smsc_status_answer::NotFound, StatusAnswer::NotFound),
        (smsc_status_answer::Failed, StatusAnswer::Failed),
    ];
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (given, (size, output)) = unsafe { (raw::input(sending)?, raw::sized_output(advice)?) };
        let answer = ANSWERS.into_iter().find(|(known, _)| *known as i32 == given.answer).ok_or(smsc_result::Value)?.1;
        let sent = Sending::new(given.since_ms, given.random)
            .with_history_kept(switch(given.is_history_kept)?)
            .with_sent_again(switch(given.was_sent_again)?);
        let advice = after_status(answer, sent);
        let wait_ms = if let SendAdvice::AskAgain { after_ms } = advice { after_ms } else { 0 };
        output.write(smsc_send_advice { size, kind: send_advice_number(advice), wait_ms });
        Ok(smsc_result::Ok)
    })
}

/// Returns the item with this number.
fn nth<T: Copy>(all: &[T], number: i32) -> Result<T, smsc_result> {
    usize::try_from(number).ok().and_then(|at| all.get(at)).copied().ok_or(smsc_result::Value)
}

/// Returns a failure by its smsc_failure, and the code of those that have one.
pub(crate) fn failure(number: i32, code: i32) -> Result<Failure, smsc_result> {
    match number {
        _ if number == smsc_failure::HttpStatus as i32 => {
            u16::try_from(code).map(Failure::HttpStatus).map_err(|_| smsc_result::Value)
        }
        _ if number == smsc_failure::Rejected as i32 => {
            u32::try_from(code).map(|code| Failure::Rejected(ApiErrorCode(code))).map_err(|_| smsc_result::Value)
        }
        _ => named_failure(number).ok_or(smsc_result::Value),
    }
}

/// Returns a failure, with a code of 0 if it has one.
fn named_failure(number: i32) -> Option<Failure> {
    let failures = [
        (smsc_failure::Unreachable, Failure::Unreachable),
        (smsc_failure::Tls, Failure::Tls),
        (smsc_failure::Invalid, Failure::Invalid),
        (smsc_failure::Unanswered, Failure::Unanswered),
        (smsc_failure::NotAReply, Failure::NotAReply),
        (smsc_failure::HttpStatus, Failure::HttpStatus(0)),
        (smsc_failure::Rejected, Failure::Rejected(ApiErrorCode(0))),
    ];
    failures.into_iter().find(|(known, _)| *known as i32 == number).map(|(_, failure)| failure)
}

fn c_advice(advice: Advice, size: u32) -> smsc_advice {
    let kind = advice_number(advice);
    let none = smsc_advice { size, kind, wait_ms: 0, next_host: 0, reason: smsc_advice_reason::None as i32, code: -1 };
    match advice {
        Advice::Retry { after_ms, host } => smsc_advice { wait_ms: after_ms, next_host: (host == Host::Next).into(), ..none },
        Advice::AskStatus { after_ms } => smsc_advice { wait_ms: after_ms, ..none },
        Advice::Stop(reason) => {
            let code = match reason {
                StopReason::HttpStatus(status) => status.into(),
                StopReason::Rejected(code) => i32::try_from(code.0).unwrap_or(-1),
                _ => -1,
            };
            smsc_advice { reason: stop_number(reason), code, ..none }
        }
        Advice::StopEveryCall(halt) => {
            let wait_ms = if let Halt::Blocked { for_ms } = halt { for_ms } else { 0 };
            smsc_advice { reason: halt_number(halt), wait_ms, ..none }
        }
    }
}

const fn advice_number(advice: Advice) -> i32 {
    let number = match advice {
        Advice::Retry { .. } => smsc_advice_kind::Retry,
        Advice::AskStatus { .. } => smsc_advice_kind::AskStatus,
        Advice::Stop(_) => smsc_advice_kind::Stop,
        Advice::StopEveryCall(_) => smsc_advice_kind::StopEveryCall,
    };
    number as i32
}

const fn stop_number(reason: StopReason) -> i32 {
    let number = match reason {
        StopReason::Invalid => smsc_advice_reason::Invalid,
        StopReason::Tls => smsc_advice_reason::Tls,
        StopReason::HttpStatus(_) => smsc_advice_reason::HttpStatus,
        StopReason::Rejected(_) => smsc_advice_reason::Rejected,
        StopReason::TriesUsedUp => smsc_advice_reason::TriesUsedUp,
        StopReason::MayHaveArrived => smsc_advice_reason::MayHaveArrived,
        // The core has no others.
        _ => smsc_advice_reason::None,
    };
    number as i32
}

const fn halt_number(halt: Halt) -> i32 {
    let number = match halt {
        Halt::Blocked { .. } => smsc_advice_reason::Blocked,
        Halt::Credentials => smsc_advice_reason::Credentials,
    };
    number as i32
}

const fn send_advice_number(advice: SendAdvice) -> i32 {
    let number = match advice {
        SendAdvice::Accepted => smsc_send_advice_kind::Accepted,
        SendAdvice::AskAgain { .. } => smsc_send_advice_kind::AskAgain,
        SendAdvice::SendAgain => smsc_send_advice_kind::SendAgain,
        SendAdvice::Unknown => smsc_send_advice_kind::Unknown,
    };
    number as i32
}

/// Returns the name of a smsc_retry_call.
pub(crate) fn call_name(number: i32) -> Option<&'static str> {
    nth(&Call::ALL, number).ok().map(Call::name)
}

/// Returns the name of a smsc_failure.
pub(crate) fn failure_name(number: i32) -> Option<&'static str> {
    named_failure(number).map(Failure::name)
}

/// Returns the name of a smsc_advice_kind.
pub(crate) fn advice_name(number: i32) -> Option<&'static str> {
    let kinds = [
        Advice::Retry { after_ms: 0, host: Host::Same },
        Advice::AskStatus { after_ms: 0 },
        Advice::Stop(StopReason::Invalid),
        Advice::StopEveryCall(Halt::Credentials),
    ];
    kinds.into_iter().find(|kind| advice_number(*kind) == number).map(Advice::name)
}

/// Returns the name of a smsc_advice_reason.
pub(crate) fn reason_name(number: i32) -> Option<&'static str> {
    let reasons = [
        StopReason::Invalid,
        StopReason::Tls,
        StopReason::HttpStatus(0),
        StopReason::Rejected(ApiErrorCode(0)),
        StopReason::TriesUsedUp,
        StopReason::MayHaveArrived,
    ];
    let halts = [Halt::Blocked { for_ms: 0 }, Halt::Credentials];
    let reason = reasons.into_iter().find(|reason| stop_number(*reason) == number).map(StopReason::name);
    reason.or_else(|| halts.into_iter().find(|halt| halt_number(*halt) == number).map(Halt::name))
}

/// Returns the name of a smsc_send_advice_kind.
pub(crate) fn send_advice_name(number: i32) -> Option<&'static str> {
    let kinds = [SendAdvice::Accepted, SendAdvice::AskAgain { after_ms: 0 }, SendAdvice::SendAgain, SendAdvice::Unknown];
    kinds.into_iter().find(|kind| send_advice_number(*kind) == number).map(SendAdvice::name)
}
