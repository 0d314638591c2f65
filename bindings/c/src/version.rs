//! Which library this is.

use core::ffi::{CStr, c_char};

/// The version as text, such as `0.1.0`, ended by a NUL; never NULL. It is that of the library at hand;
/// SMSC_VERSION is that of the header.
#[unsafe(no_mangle)]
pub extern "C" fn smsc_version_get() -> *const c_char {
    const VERSION: &CStr = match CStr::from_bytes_with_nul(concat!(env!("CARGO_PKG_VERSION"), "\0").as_bytes()) {
        Ok(text) => text,
        Err(_) => panic!("a version without a NUL inside"),
    };
    VERSION.as_ptr()
}

/// The version as a number: major times 1,000,000, plus minor times 1,000, plus patch. Compare it with
/// SMSC_VERSION_NUMBER.
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

/// Which header the library agrees with, whatever the versions: a program works with it if this is
/// SMSC_ABI.
#[unsafe(no_mangle)]
pub extern "C" fn smsc_abi_get() -> u32 {
    SMSC_ABI
}

/// Grows with each change that would break programs built before it (docs/c-abi.md, “Versions”).
pub const SMSC_ABI: u32 = 1;
