//! What a program without `std` and a C library has to define: its start and end, and the functions
//! that the compiler calls.

use core::arch::{asm, global_asm};
use core::panic::PanicInfo;

global_asm!(".globl _start", "_start:", "xor ebp, ebp", "and rsp, -16", "call {run}", "ud2", run = sym crate::run);

pub(crate) fn exit(code: i32) -> ! {
    // SAFETY: `exit` (60) takes one integer, touches no memory of this program and does not return.
    unsafe { asm!("syscall", in("rax") 60, in("edi") code, options(noreturn, nostack)) }
}

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    exit(2)
}

/// Copies `len` bytes.
///
/// # Safety
///
/// As for C's `memcpy`: both areas hold `len` bytes and do not overlap.
#[unsafe(no_mangle)]
unsafe extern "C" fn memcpy(to: *mut u8, from: *const u8, len: usize) -> *mut u8 {
    // SAFETY: the caller guarantees `len` bytes in both areas; the direction flag is clear by the
    // calling convention.
    unsafe {
        asm!("rep movsb", inout("rcx") len => _, inout("rdi") to => _, inout("rsi") from => _, options(nostack, preserves_flags))
    };
    to
}

/// Copies `len` bytes between areas that may overlap.
///
/// # Safety
///
/// As for C's `memmove`: both areas hold `len` bytes.
#[unsafe(no_mangle)]
unsafe extern "C" fn memmove(to: *mut u8, from: *const u8, len: usize) -> *mut u8 {
    for step in 0..len {
        // Bytes that are still to be read must not be overwritten: copy from the end if the target
        // is after the source.
        let at = if to.cast_const() > from { len - 1 - step } else { step };
        // SAFETY: `at` is below `len`, and the caller guarantees `len` bytes in both areas.
        unsafe { to.add(at).write_volatile(from.add(at).read_volatile()) };
    }
    to
}

/// Sets `len` bytes.
///
/// # Safety
///
/// As for C's `memset`: the area holds `len` bytes.
#[unsafe(no_mangle)]
unsafe extern "C" fn memset(to: *mut u8, byte: i32, len: usize) -> *mut u8 {
    // SAFETY: the caller guarantees `len` bytes; only the lowest byte of `byte` is stored.
    unsafe { asm!("rep stosb", inout("rcx") len => _, inout("rdi") to => _, in("eax") byte, options(nostack, preserves_flags)) };
    to
}

/// Compares `len` bytes.
///
/// # Safety
///
/// As for C's `memcmp`: both areas hold `len` bytes.
#[unsafe(no_mangle)]
unsafe extern "C" fn memcmp(one: *const u8, other: *const u8, len: usize) -> i32 {
    for at in 0..len {
        // SAFETY: `at` is below `len`, and the caller guarantees `len` bytes in both areas.
        let (one, other) = unsafe { (one.add(at).read_volatile(), other.add(at).read_volatile()) };
        if one != other {
            return i32::from(one) - i32::from(other);
        }
    }
    0
}

/// Compares `len` bytes for equality.
///
/// # Safety
///
/// As for `memcmp`.
#[unsafe(no_mangle)]
unsafe extern "C" fn bcmp(one: *const u8, other: *const u8, len: usize) -> i32 {
    // SAFETY: the caller guarantees what `memcmp` needs.
    unsafe { memcmp(one, other, len) }
}
