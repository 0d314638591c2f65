//! A plan of requests for the statuses of messages: the messages in it, and what it knows.

use sms_tracker::{Plan, PlanConfig, Tracked};

use crate::convert::switch;
use crate::plan_types::{
    Memory, State, smsc_plan, smsc_plan_config, smsc_plan_key, smsc_plan_message, smsc_plan_slot, smsc_plan_state, stored,
};
use crate::raw;
use crate::results::smsc_result;

/// Sets the defaults of a configuration: the limits of the service, with room for other programs
/// of the same login. `has_push` is 1 if push notifications arrive in the same program: then
/// statuses are asked for once an hour, and before each move to the archive; else 0.
///
/// Returns SMSC_RESULT_OK, SMSC_RESULT_VALUE, SMSC_RESULT_NULL or SMSC_RESULT_SIZE_PLAN_CONFIG.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_plan_config_init(config: *mut smsc_plan_config, has_push: i32) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (size, output) = unsafe { raw::sized_output(config)? };
        let from = if switch(has_push)? { PlanConfig::with_push() } else { PlanConfig::default() };
        output.write(smsc_plan_config {
            size,
            at_once: from.at_once.into(),
            batch_size: from.batch_size.into(),
            batch_gap_ms: from.batch_gap_ms,
            first_gap_s: from.first_gap_s,
            last_gap_s: from.last_gap_s,
            has_history: from.has_history.into(),
            history_size: from.history_size.into(),
            history_gap_ms: from.history_gap_ms,
            not_yet_s: from.not_yet_s,
        });
        Ok(smsc_result::Ok)
    })
}

/// Starts a plan without messages: it says which message to ask for, and when, within the limits
/// of the service (docs/polling.md). It makes no request and reads no clock: each function is told
/// the time `now_ms`, in milliseconds since the Unix epoch. A time before that of an earlier call
/// counts as the earlier one. A plan does not tell times after the year 2105 apart.
///
/// `config` may be NULL: the defaults of smsc_plan_config_init. `slots` is the memory for `count`
/// messages, one slot for each; it may be uninitialised. The slots must stay where they are for as
/// long as the plan is used, and nothing else may access them. There is nothing to free.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if `has_history` is neither 0 nor 1 or the
/// slots would be longer than PTRDIFF_MAX; SMSC_RESULT_NULL or SMSC_RESULT_SIZE_PLAN_CONFIG. After
/// any of these but SMSC_RESULT_OK, `plan` is not started, even if it was before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_plan_begin(
    config: *const smsc_plan_config,
    slots: *mut smsc_plan_slot,
    count: usize,
    now_ms: u64,
    plan: *mut smsc_plan,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument. Nothing else
        // accesses the slots while the plan is in use.
        let (output, memory) = unsafe { (raw::cleared::<State>(plan)?, Memory::new(slots, count)?) };
        // SAFETY: as above.
        let config = if config.is_null() { PlanConfig::default() } else { core_config(unsafe { raw::input(config) }?)? };
        let most = config.batch_size.max(config.history_size).max(2).into();
        raw::store(output, State { plan: Plan::new(config, memory, now_ms), most });
        Ok(smsc_result::Ok)
    })
}

/// Continues a plan in a longer array of slots, such as one that `realloc` returned. The array must
/// start with the bytes of the present one.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if `count` is below the greatest number of
/// messages that were in the plan at once, or the slots would be longer than PTRDIFF_MAX;
/// SMSC_RESULT_NULL or SMSC_RESULT_STATE. After any of these but SMSC_RESULT_OK, the plan has its
/// present slots.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_plan_set_slots(plan: *mut smsc_plan, slots: *mut smsc_plan_slot, count: usize) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument; the array starts
        // with the slots in use, and nothing else accesses it while the plan is in use.
        unsafe { stored(plan)?.plan.slots_mut().replace(slots, count) }?;
        Ok(smsc_result::Ok)
    })
}

/// Adds a message to a plan: `*key` becomes its key.
///
/// Keep an array with as many items as there are slots, and put what you know about the message
/// (its id and its phone) at the index of the key: the plan has neither.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_PLAN_FULL if each slot has a message: wait until one
/// is at its end, or call smsc_plan_set_slots. Returns SMSC_RESULT_VALUE if `is_unanswered` is
/// neither 0 nor 1; SMSC_RESULT_NULL, SMSC_RESULT_STATE or SMSC_RESULT_SIZE_PLAN_MESSAGE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_plan_add(
    plan: *mut smsc_plan,
    message: *const smsc_plan_message,
    now_ms: u64,
    key: *mut smsc_plan_key,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (state, given, output) = unsafe { (stored(plan)?, raw::input(message)?, raw::output(key)?) };
        let added = state.plan.add(tracked(given)?, now_ms).map_err(|_| smsc_result::PlanFull)?;
        output.write(added.into());
        Ok(smsc_result::Ok)
    })
}

/// Removes a message from a plan.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_NOT_IN_PLAN if the plan has no message with this
/// key; SMSC_RESULT_NULL or SMSC_RESULT_STATE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_plan_remove(plan: *mut smsc_plan, key: smsc_plan_key) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let state = unsafe { stored(plan)? };
        Ok(if state.plan.remove(key.into()) { smsc_result::Ok } else { smsc_result::NotInPlan })
    })
}

/// Looks for a message in a plan: `*has` becomes 1 if the plan has it, else 0. A message that is at
/// its end, lost or removed is not in the plan.
///
/// Returns SMSC_RESULT_OK, SMSC_RESULT_NULL or SMSC_RESULT_STATE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_plan_has(plan: *mut smsc_plan, key: smsc_plan_key, has: *mut i32) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (state, output) = unsafe { (stored(plan)?, raw::output(has)?) };
        output.write(state.plan.contains(key.into()).into());
        Ok(smsc_result::Ok)
    })
}

/// Returns the state of a plan: the number of its messages, what the service refuses, and the next
/// move to the archive. The times are those of the last call that was told the time.
///
/// Returns SMSC_RESULT_OK, SMSC_RESULT_NULL, SMSC_RESULT_STATE or SMSC_RESULT_SIZE_PLAN_STATE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_plan_get_state(plan: *mut smsc_plan, state: *mut smsc_plan_state) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (State { plan, .. }, (size, output)) = unsafe { (stored(plan)?, raw::sized_output(state)?) };
        output.write(smsc_plan_state {
            size,
            len: plan.len(),
            is_refused: plan.is_refused().into(),
            blocked_until_ms: plan.blocked_until().unwrap_or(0),
            next_move_ms: plan.next_move(),
            last_round_ms: plan.last_round(),
        });
        Ok(smsc_result::Ok)
    })
}

/// Returns the messages that may be moved to the archive before their end is seen: there is no
/// request for them any more before `next_move_ms` of the smsc_plan_state, or more are waiting than
/// can be asked for until then. Call it shortly before that time.
///
/// Writes their keys to `keys`, an array of `keys_len`, and their number to `*count`. An array with
/// as many items as there are slots is always long enough. The function looks at every message.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_BUFFER if there are more than `keys_len`; `*count` is
/// their number then. Returns SMSC_RESULT_NULL, SMSC_RESULT_VALUE or SMSC_RESULT_STATE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_plan_get_at_risk(
    plan: *mut smsc_plan,
    now_ms: u64,
    keys: *mut smsc_plan_key,
    keys_len: usize,
    count: *mut usize,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (state, keys, output) = unsafe { (stored(plan)?, raw::outputs(keys, keys_len)?, raw::output(count)?) };
        let (mut found, mut places) = (0, keys.iter_mut());
        for key in state.plan.at_risk(now_ms) {
            found += 1;
            if let Some(place) = places.next() {
                place.write(key.into());
            }
        }
        output.write(found);
        Ok(if found > keys_len { smsc_result::Buffer } else { smsc_result::Ok })
    })
}

/// Tells a plan the clock of the service: `date` is the header `Date` of a response that has just
/// arrived, in Unix seconds. The move to the archive is at 03:00 by that clock; before the first
/// call the plan allows for an error of five minutes.
///
/// Returns SMSC_RESULT_OK, SMSC_RESULT_NULL or SMSC_RESULT_STATE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_plan_set_server_date(plan: *mut smsc_plan, date: u64, now_ms: u64) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        unsafe { stored(plan)? }.plan.server_date(date, now_ms);
        Ok(smsc_result::Ok)
    })
}

/// Tells a plan after a restart when the last status request and the last batch were made, in
/// milliseconds since the Unix epoch; 0 if there was none. Without this, the next batch may come
/// too soon, and is rejected with error 9.
///
/// Returns SMSC_RESULT_OK, SMSC_RESULT_NULL or SMSC_RESULT_STATE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_plan_set_last_requests(plan: *mut smsc_plan, last_request_ms: u64, last_batch_ms: u64) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let State { plan, .. } = unsafe { stored(plan)? };
        if last_request_ms != 0 {
            plan.requests_were_made(last_request_ms);
        }
        if last_batch_ms != 0 {
            plan.batch_was_asked(last_batch_ms);
        }
        Ok(smsc_result::Ok)
    })
}

/// Continues a plan with new credentials, after the service has refused others: `is_refused` of the
/// smsc_plan_state.
///
/// Returns SMSC_RESULT_OK, SMSC_RESULT_NULL or SMSC_RESULT_STATE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_plan_renew_credentials(plan: *mut smsc_plan) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        unsafe { stored(plan)? }.plan.renew_credentials();
        Ok(smsc_result::Ok)
    })
}

/// Returns the configuration, with numbers that are too great for their type as its greatest ones.
fn core_config(given: smsc_plan_config) -> Result<PlanConfig, smsc_result> {
    let narrow = |number: u32| u16::try_from(number).unwrap_or(u16::MAX);
    let mut config = PlanConfig::default();
    config.at_once = u8::try_from(given.at_once).unwrap_or(u8::MAX);
    config.batch_size = narrow(given.batch_size);
    config.batch_gap_ms = given.batch_gap_ms;
    config.first_gap_s = given.first_gap_s;
    config.last_gap_s = given.last_gap_s;
    config.has_history = switch(given.has_history)?;
    config.history_size = narrow(given.history_size);
    config.history_gap_ms = given.history_gap_ms;
    config.not_yet_s = given.not_yet_s;
    Ok(config)
}

fn tracked(given: smsc_plan_message) -> Result<Tracked, smsc_result> {
    let message = Tracked::sent(given.sent_ms);
    let message = if given.asked_ms == 0 { message } else { message.asked(given.asked_ms) };
    let message = if switch(given.is_unanswered)? { message.unanswered() } else { message };
    Ok(if given.not_found_since_ms == 0 { message } else { message.not_found_since(given.not_found_since_ms) })
}
