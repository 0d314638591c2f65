//! A module of WebAssembly, whose host calls `run` and shows what it is told.

use core::fmt;

#[link(wasm_import_module = "host")]
unsafe extern "C" {
    /// Shows so many bytes of text.
    safe fn show(text: *const u8, len: usize);
}

/// Runs the cases, and gives how many failed.
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

/// The machine's own stack cannot be seen from inside.
pub(crate) fn stack_of(work: impl FnOnce()) -> usize {
    work();
    0
}
