//! A WebAssembly module, whose host calls `run` and prints its output.

use core::fmt;

#[link(wasm_import_module = "host")]
unsafe extern "C" {
    /// Prints `len` bytes of text.
    safe fn show(text: *const u8, len: usize);
}

/// Runs the cases, and returns how many failed.
#[unsafe(no_mangle)]
extern "C" fn run() -> i32 {
    crate::cases()
}

/// Stops the module.
pub(crate) fn exit(_: i32) -> ! {
    core::arch::wasm32::unreachable()
}

/// The host.
pub(crate) struct Console;

impl fmt::Write for Console {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        show(text.as_ptr(), text.len());
        Ok(())
    }
}

/// Returns 0: a module cannot read its own stack.
pub(crate) fn stack_of(work: impl FnOnce()) -> usize {
    work();
    0
}
