//! The C library with a sanitizer in its Rust: the compiler's flags for that are not stable.

use std::path::PathBuf;

use crate::c;
use crate::run::{cargo, root, target_dir};

/// What is looked for. (Which machine it is for has to be said: the flags are not for build scripts.)
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sanitizer {
    Address,
    Thread,
}

impl Sanitizer {
    /// Builds the static library, and gives its file.
    pub(crate) fn build(self) -> Result<PathBuf, String> {
        const MACHINE: &str = "x86_64-unknown-linux-gnu";
        if !cfg!(all(target_arch = "x86_64", target_os = "linux")) {
            return Err(format!("the C library is instrumented on {MACHINE} alone so far; run this there"));
        }
        let (name, flags) = match self {
            Self::Address => ("c-address", "-Zsanitizer=address"),
            // Rust's own core library is as it was given out, and shares nothing between threads.
            Self::Thread => ("c-thread", "-Zsanitizer=thread -Cunsafe-allow-abi-mismatch=sanitizer"),
        };
        let target = std::path::absolute(root().join(target_dir()).join(name)).map_err(|error| error.to_string())?;
        cargo(["build", "--release", "--locked", "--manifest-path", c::MANIFEST, "--target", MACHINE, "--target-dir"])
            .args([&target])
            // Takes the flags of a nightly compiler, whichever compiler it is.
            .env("RUSTC_BOOTSTRAP", "1")
            .env("RUSTFLAGS", flags)
            .run()?;
        Ok(target.join(MACHINE).join("release/libsmsc_proto.a"))
    }
}
