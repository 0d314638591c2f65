//! Runs every conformance case with `core`, the core and the outcomes alone, on the machine that it
//! is built for, and prints how much stack that took. The cases are built in, from the file that
//! `SMSC_CASES` names. Exits with the number of failed cases, or with 101 after a panic.

#![no_std]
#![no_main]

mod callbacks;
mod calls;
mod flat;
mod outcomes;
#[cfg_attr(all(target_arch = "arm", target_endian = "little"), path = "platform/cortex_m.rs")]
#[cfg_attr(target_arch = "wasm32", path = "platform/wasm.rs")]
#[cfg_attr(not(any(all(target_arch = "arm", target_endian = "little"), target_arch = "wasm32")), path = "platform/linux.rs")]
mod platform;
mod replies;
mod requests;
mod retry;
#[cfg(not(target_arch = "wasm32"))]
mod stack;

use core::fmt::Write as _;

use flat::Flat;
use platform::{Console, stack_of};
use replies::Stack;

static CASES: &[u8] = include_bytes!(env!("SMSC_CASES"));

/// Runs the cases, and returns how many failed.
fn cases() -> i32 {
    let mut counts = [0_u32; 6];
    let [replies, outcomes, requests, calls, callbacks, advice] = &mut counts;
    let mut failed = 0;
    let (mut stack, mut of_outcomes) = (Stack::default(), 0);
    for case in Flat(CASES) {
        let Some(case) = case else {
            let _ = writeln!(Console, "the cases cannot be read");
            return 100;
        };
        let (count, is_right) = match case.name.split_once(['/']).map(|(folder, _)| folder) {
            Some("requests") => (&mut *requests, requests::is_right(&case)),
            Some("calls") => (&mut *calls, calls::is_right(&case)),
            Some("callbacks") => (&mut *callbacks, callbacks::is_right(&case)),
            Some("retry") => (&mut *advice, retry::is_right(&case)),
            Some("outcomes") => {
                let mut is_right = false;
                of_outcomes = of_outcomes.max(stack_of(|| is_right = outcomes::is_right(&case)));
                (&mut *outcomes, is_right)
            }
            _ => (&mut *replies, replies::is_right(&case, &mut stack)),
        };
        *count += 1;
        if !is_right {
            failed = 99.min(failed + 1);
            let _ = writeln!(Console, "failed: {}", case.name);
        }
    }
    if !replies::is_deepest_read(&mut stack) {
        failed += 1;
        let _ = writeln!(Console, "failed: the deepest record");
    }
    let Stack { reading, chunks, writing } = stack;
    let [replies, outcomes, requests, calls, callbacks, advice] = counts;
    let _ =
        writeln!(Console, "cases: {replies} of replies, {outcomes} of outcomes, {requests} of requests, {calls} of other calls");
    let _ = writeln!(Console, "cases: {callbacks} of push notifications, {advice} of advice; failed: {failed}");
    // A kind of cases that is empty would prove nothing.
    failed += i32::from(counts.contains(&0));
    if reading != 0 {
        let _ = writeln!(Console, "stack: reading {reading}, in chunks {chunks}, writing {writing}, outcomes {of_outcomes}");
    }
    failed
}

#[panic_handler]
fn panic(info: &core::panic::PanicInfo<'_>) -> ! {
    let _ = writeln!(Console, "{info}");
    platform::exit(101)
}
