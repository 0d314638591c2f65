//! The requests of a plan, and their ends.

use sms_tracker::{Ask, AskKind};
use smsc_proto::StatusCode;

use crate::plan_types::{State, smsc_plan, smsc_plan_answer, smsc_plan_ask, smsc_plan_key, smsc_plan_kind, stored};
use crate::raw;
use crate::results::smsc_result;
use crate::retry;

/// Returns the next request to make. Call it again until it returns SMSC_RESULT_END: several
/// requests may be in work at once. Then wait until smsc_plan_next_wake.
///
/// `ask` becomes the request. The keys of its messages are written to `keys`, an array of
/// `keys_len`. An array with as many items as there are slots is always long enough, and so is one
/// with as many as the greatest of `batch_size`, `history_size` and 2.
///
/// Note in durable memory that the messages were asked for before you make the request, so that a
/// restart does not ask too soon.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_END if there is no request to make at this time, and
/// SMSC_RESULT_BUFFER, for no request, if the array is shorter than above. Returns
/// SMSC_RESULT_NULL, SMSC_RESULT_VALUE, SMSC_RESULT_STATE or SMSC_RESULT_SIZE_PLAN_ASK.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_plan_poll(
    plan: *mut smsc_plan,
    now_ms: u64,
    keys: *mut smsc_plan_key,
    keys_len: usize,
    ask: *mut smsc_plan_ask,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (state, keys, (size, output)) = unsafe { (stored(plan)?, raw::outputs(keys, keys_len)?, raw::sized_output(ask)?) };
        let State { plan, most } = state;
        if keys.len() < plan.slots_mut().count().min(*most) {
            return Err(smsc_result::Buffer);
        }
        let Some(next) = plan.poll(now_ms) else { return Ok(smsc_result::End) };
        for (place, key) in keys.iter_mut().zip(plan.keys(&next)) {
            place.write(key.into());
        }
        output.write(c_ask(next, size));
        Ok(smsc_result::Ok)
    })
}

/// Returns the time, in milliseconds since the Unix epoch, at which smsc_plan_poll is to be called
/// next. It may be earlier than the next request.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_END if there is no such time before a request ends, a
/// message is added or the credentials are renewed. Returns SMSC_RESULT_NULL or SMSC_RESULT_STATE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_plan_next_wake(plan: *mut smsc_plan, wake_ms: *mut u64) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (state, output) = unsafe { (stored(plan)?, raw::output(wake_ms)?) };
        let Some(wake) = state.plan.next_wake() else { return Ok(smsc_result::End) };
        output.write(wake);
        Ok(smsc_result::Ok)
    })
}

/// Ends a request that was answered.
///
/// `answers` are the statuses of its messages, in any order; of a history, those that were found. A
/// message that is at its end leaves the plan. A message without an answer is asked for again, and
/// so is one whose answer is SMSC_STATUS_NOT_FOUND, or it is looked for in the history, or lost: see
/// docs/polling.md. An answer for a message that is not of this request is ignored.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_NOT_IN_PLAN if the request has ended before; nothing
/// is done then. Returns SMSC_RESULT_NULL, SMSC_RESULT_VALUE, SMSC_RESULT_STATE or
/// SMSC_RESULT_SIZE_PLAN_ASK.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_plan_on_reply(
    plan: *mut smsc_plan,
    ask: *const smsc_plan_ask,
    answers: *const smsc_plan_answer,
    count: usize,
    now_ms: u64,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (state, given, answers) = unsafe { (stored(plan)?, raw::input(ask)?, raw::items(answers, count)?) };
        let Some(ask) = state.plan.in_work(given.number) else { return Ok(smsc_result::NotInPlan) };
        let statuses = answers.iter().map(|answer| (answer.key.into(), StatusCode(answer.status)));
        state.plan.on_reply(ask, statuses, now_ms);
        Ok(smsc_result::Ok)
    })
}

/// Notes a status that was learnt in another way, such as from a push notification. A message that
/// is at its end leaves the plan.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_NOT_IN_PLAN if the message is not in the plan, such
/// as after a second notification of its end; SMSC_RESULT_NULL or SMSC_RESULT_STATE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_plan_on_status(plan: *mut smsc_plan, key: smsc_plan_key, status: i32, now_ms: u64) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let State { plan, .. } = unsafe { stored(plan)? };
        if !plan.contains(key.into()) {
            return Ok(smsc_result::NotInPlan);
        }
        plan.on_status(key.into(), StatusCode(status), now_ms);
        Ok(smsc_result::Ok)
    })
}

/// Ends a request that failed. Its messages are asked for again after the time that
/// smsc_retry_advise advises, or a longer one if requests fail again and again.
///
/// `failure` is a smsc_failure, and `code` the HTTP status of SMSC_FAILURE_HTTP_STATUS or the API
/// error of SMSC_FAILURE_REJECTED, else ignored. `random` is a uniformly random number, so that
/// programs do not continue all at once.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_NOT_IN_PLAN if the request has ended before; nothing
/// is done then. Returns SMSC_RESULT_VALUE if the failure is none of its enum, the HTTP status is
/// not from 0 to 65535 or the API error is negative; SMSC_RESULT_NULL, SMSC_RESULT_STATE or
/// SMSC_RESULT_SIZE_PLAN_ASK.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_plan_on_failure(
    plan: *mut smsc_plan,
    ask: *const smsc_plan_ask,
    failure: i32,
    code: i32,
    random: u32,
    now_ms: u64,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (State { plan, .. }, given) = unsafe { (stored(plan)?, raw::input(ask)?) };
        let failure = retry::failure(failure, code)?;
        let Some(ask) = plan.in_work(given.number) else { return Ok(smsc_result::NotInPlan) };
        plan.on_failure(ask, failure, now_ms, random);
        Ok(smsc_result::Ok)
    })
}

/// Ends a request that was not made, which counts towards no limit. No request of its kind is made
/// for `wait_ms`.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_NOT_IN_PLAN if the request has ended before; nothing
/// is done then. Returns SMSC_RESULT_NULL, SMSC_RESULT_STATE or SMSC_RESULT_SIZE_PLAN_ASK.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_plan_on_unsent(plan: *mut smsc_plan, ask: *const smsc_plan_ask, wait_ms: u64, now_ms: u64) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (State { plan, .. }, given) = unsafe { (stored(plan)?, raw::input(ask)?) };
        let Some(ask) = plan.in_work(given.number) else { return Ok(smsc_result::NotInPlan) };
        plan.on_unsent(ask, wait_ms, now_ms);
        Ok(smsc_result::Ok)
    })
}

/// Removes a message that is lost, and returns its key: the service does not find it any more, and
/// the history does not have it, so that its end will not be known. Call it after each
/// smsc_plan_on_reply until it returns SMSC_RESULT_END.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_END if no message is lost; SMSC_RESULT_NULL or
/// SMSC_RESULT_STATE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_plan_next_lost(plan: *mut smsc_plan, key: *mut smsc_plan_key) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (state, output) = unsafe { (stored(plan)?, raw::output(key)?) };
        let Some(lost) = state.plan.next_lost() else { return Ok(smsc_result::End) };
        output.write(lost.into());
        Ok(smsc_result::Ok)
    })
}

fn c_ask(ask: Ask, size: u32) -> smsc_plan_ask {
    let (kind, first_sent, last_sent) = match ask.kind() {
        AskKind::Single => (smsc_plan_kind::Single, 0, 0),
        AskKind::Batch => (smsc_plan_kind::Batch, 0, 0),
        AskKind::History { first_sent, last_sent } => (smsc_plan_kind::History, first_sent, last_sent),
    };
    smsc_plan_ask {
        size,
        kind: kind as i32,
        number: ask.number(),
        len: ask.len(),
        first_sent: first_sent.into(),
        last_sent: last_sent.into(),
    }
}
