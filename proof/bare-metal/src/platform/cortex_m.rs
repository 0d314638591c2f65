//! A Cortex-M with a floating-point unit, under a debugger or an emulator: output and exit use
//! Arm's semihosting.

use core::arch::{asm, global_asm};
use core::fmt;

pub(crate) use crate::stack::stack_of;

// The compiler uses the registers of the floating-point unit, which is off after a reset (CPACR,
// Armv7-M's manual, B3.2.20).
global_asm!(
    ".globl reset",
    ".thumb_func",
    "reset:",
    "ldr r0, =0xe000ed88",
    "ldr r1, [r0]",
    "orr r1, #0xf00000",
    "str r1, [r0]",
    "dsb",
    "isb",
    "bl {main}",
    "udf #1",
    main = sym main
);

extern "C" fn main() -> ! {
    exit(crate::cases())
}

/// Calls the debugger.
///
/// # Safety
///
/// The argument must be valid for the operation.
unsafe fn call(operation: usize, argument: usize) {
    // SAFETY: the caller guarantees the argument; the result is in r0, and other registers are
    // preserved.
    unsafe { asm!("bkpt 0xab", inout("r0") operation => _, in("r1") argument, options(nostack)) };
}

/// `SYS_EXIT_EXTENDED`, and the reason for the end of an application.
const EXIT: usize = 0x20;
const ENDED: usize = 0x2_0026;

pub(crate) fn exit(code: i32) -> ! {
    let ended = [ENDED, usize::try_from(code).unwrap_or(1)];
    loop {
        // SAFETY: the operation takes the address of two words, and does not return.
        unsafe { call(EXIT, ended.as_ptr().addr()) };
    }
}

/// `SYS_WRITEC`.
const WRITE: usize = 0x3;

/// The output of the debugger.
pub(crate) struct Console;

impl fmt::Write for Console {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.as_bytes() {
            // SAFETY: the operation takes the address of a byte.
            unsafe { call(WRITE, core::ptr::from_ref(byte).addr()) };
        }
        Ok(())
    }
}
