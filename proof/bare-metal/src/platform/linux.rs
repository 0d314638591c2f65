//! Two system calls of a Linux kernel or an emulator, without a C library: for machines without a
//! board to test on.

use core::arch::{asm, global_asm};
use core::fmt;

pub(crate) use crate::stack::stack_of;

#[cfg(target_arch = "aarch64")]
global_asm!(".globl _start", "_start:", "bl {main}", "brk 1", main = sym main);
#[cfg(target_arch = "arm")]
global_asm!(".globl _start", "_start:", "bl {main}", "udf 1", main = sym main);
#[cfg(target_arch = "riscv32")]
global_asm!(".globl _start", "_start:", "call {main}", "ebreak", main = sym main);

extern "C" fn main() -> ! {
    exit(crate::cases())
}

/// Makes a system call.
///
/// # Safety
///
/// The call must be harmless: an address must be of memory that is readable for the length given.
unsafe fn call(number: usize, one: usize, two: usize, three: usize) -> usize {
    let mut result = one;
    // SAFETY: the caller guarantees the arguments; the kernel preserves all other registers.
    #[cfg(target_arch = "aarch64")]
    unsafe {
        asm!("svc 0", in("x8") number, inout("x0") result, in("x1") two, in("x2") three, options(nostack));
    }
    // SAFETY: as above.
    #[cfg(target_arch = "arm")]
    unsafe {
        asm!("svc 0", in("r7") number, inout("r0") result, in("r1") two, in("r2") three, options(nostack));
    }
    // SAFETY: as above.
    #[cfg(target_arch = "riscv32")]
    unsafe {
        asm!("ecall", in("a7") number, inout("a0") result, in("a1") two, in("a2") three, options(nostack));
    }
    result
}

/// The numbers of `write` and `exit`: Arm has its own, the other machines share theirs.
const CALLS: [usize; 2] = if cfg!(target_arch = "arm") { [4, 1] } else { [64, 93] };

pub(crate) fn exit(code: i32) -> ! {
    loop {
        // SAFETY: `exit` takes one number, and does not return.
        unsafe { call(CALLS[1], usize::try_from(code).unwrap_or(1), 0, 0) };
    }
}

/// The standard output.
pub(crate) struct Console;

impl fmt::Write for Console {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        // SAFETY: the kernel reads the bytes of the text, which are valid.
        let written = unsafe { call(CALLS[0], 1, text.as_ptr().addr(), text.len()) };
        if written == text.len() { Ok(()) } else { Err(fmt::Error) }
    }
}
