//! The version of the library.

use core::ffi::{CStr, c_char};

/// Returns the version of the library as text, such as `0.1.0`, with a NUL at the end; never NULL.
/// SMSC_VERSION is the version of the header.
#[unsafe(no_mangle)]
pub extern "C" fn smsc_version_get() -> *const c_char {
    const VERSION: &CStr = match CStr::from_bytes_with_nul(concat!(env!("CARGO_PKG_VERSION"), "\0").as_bytes()) {
        Ok(text) => text,
        Err(_) => panic!("a version without a NUL inside"),
    };
    VERSION.as_ptr()
}

/// Returns the version of the library as a number: major times 1,000,000, plus minor times 1,000,
/// plus patch. SMSC_VERSION_NUMBER is the number of the header.
#[unsafe(no_mangle)]
pub extern "C" fn smsc_version_get_number() -> u32 {
    const fn number(text: &str) -> u32 {
        match u32::from_str_radix(text, 10) {
            Ok(number) => number,
            Err(_) => panic!("a version of numbers"),
        }
    }
    const {
        number(env!("CARGO_PKG_VERSION_MAJOR")) * 1_000_000
            + number(env!("CARGO_PKG_VERSION_MINOR")) * 1_000
            + number(env!("CARGO_PKG_VERSION_PATCH"))
    }
}

/// Returns the ABI number of the library. A program works with the library if this is the SMSC_ABI
/// of the header that the program was compiled with; the versions do not matter.
#[unsafe(no_mangle)]
pub extern "C" fn smsc_abi_get() -> u32 {
    SMSC_ABI
}

/// The ABI number of this header. It grows with each change that would break programs that were
/// compiled before (docs/c-abi.md, “Versions”).
pub const SMSC_ABI: u32 = 1;
