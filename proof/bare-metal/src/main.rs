//! Runs every conformance case with `core`, the core and the outcomes alone, on the machine that it
//! is built for, and prints how much stack that took. The cases are built in, from the file that
//! `SMSC_CASES` names. Exits with the number of failed cases, or with 101 after a panic.

#![no_std]
#![no_main]

mod flat;
mod outcomes;
#[cfg_attr(all(target_arch = "arm", target_endian = "little"), path = "platform/cortex_m.rs")]
#[cfg_attr(target_arch = "wasm32", path = "platform/wasm.rs")]
#[cfg_attr(not(any(all(target_arch = "arm", target_endian = "little"), target_arch = "wasm32")), path = "platform/linux.rs")]
mod platform;
mod replies;
#[cfg(not(target_arch = "wasm32"))]
mod stack;

use core::fmt::Write as _;

use flat::Flat;
use platform::{Console, stack_of};
use replies::Stack;

static CASES: &[u8] = include_bytes!(env!("SMSC_CASES"));

/// Runs the cases, and returns how many failed.
fn cases() -> i32 {
    let (mut replies, mut outcomes, mut failed) = (0, 0, 0);
    let (mut stack, mut of_outcomes) = (Stack::default(), 0);
    for case in Flat(CASES) {
        let Some(case) = case else {
            let _ = writeln!(Console, "the cases cannot be read");
            return 100;
        };
        let is_right = if case.query.get("fmt").is_some() {
            replies += 1;
            replies::is_right(&case, &mut stack)
        } else {
            outcomes += 1;
            let mut is_right = false;
            of_outcomes = of_outcomes.max(stack_of(|| is_right = outcomes::is_right(&case)));
            is_right
        };
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
    let _ = writeln!(Console, "cases: {replies} of replies, {outcomes} of outcomes; failed: {failed}");
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
