//! The proof that the core needs neither `std` nor an allocator: a binary that has neither, links the core, and reads a batch.

use crate::run::{Invocation, Step, cargo, target_dir};

/// Whatever would show that std, an allocator or a C library came along.
const FORBIDDEN: [&str; 5] = ["std::", "alloc::", "__rust_alloc", "malloc", "__libc_start_main"];

pub(crate) fn steps() -> Vec<Step> {
    vec![Step::check("no_std, no allocator", || {
        if !cfg!(all(target_arch = "x86_64", target_os = "linux")) {
            println!(
                "NOT PROVEN HERE: the binary starts without a C library, and knows how to on x86_64 Linux only; built without std alone"
            );
            return cargo(["check", "--locked", "--package", "smsc-proto", "--no-default-features"]).run();
        }
        let target = target_dir().join("no-std");
        cargo(["build", "--release", "--locked", "--manifest-path", "proof/no-std/Cargo.toml", "--target-dir"])
            .args([&target])
            .run()?;
        let binary = target.join("release/no-std-proof");
        Invocation::new(&binary).run()?;
        let symbols = Invocation::new("nm").args(["--demangle"]).args([&binary]).output()?;
        match symbols.lines().find(|line| FORBIDDEN.iter().any(|name| line.contains(name))) {
            Some(line) => Err(format!("the binary holds {line}")),
            None => Ok(()),
        }
    })]
}
