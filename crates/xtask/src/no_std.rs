//! The proof that the core, the outcomes and the tracker need neither `std` nor an allocator, and
//! contain no path to a panic: a binary without any of these that links all, parses and writes
//! replies, and follows messages.

use crate::run::{Invocation, Step, cargo, target_dir};

/// Symbols of std, of an allocator or of a C library.
const COMPANY: [&str; 5] = ["std::", "alloc::", "__rust_alloc", "malloc", "__libc_start_main"];

/// Symbols that every path to a panic contains: `core::panicking`, the handler, and the functions
/// that end in `_fail` or `_failed`.
const PANIC: [&str; 3] = ["panic", "_fail", "begin_unwind"];

/// A function of the tracker, which has the name of one that panics in its own.
const ON_FAILURE: &str = "::on_failure";

/// Returns whether a line of `nm` names a function of a path to a panic.
pub(crate) fn is_of_panic(symbol: &str) -> bool {
    let symbol = symbol.replace(ON_FAILURE, "");
    PANIC.iter().any(|name| symbol.contains(name))
}

/// Built for speed, as programs are, and for size, as those for small machines are.
const LEVELS: [&str; 2] = ["3", "s"];

pub(crate) fn steps() -> Vec<Step> {
    vec![Step::check("no_std, no allocator, no panic", || {
        cargo(["fmt", "--check", "--manifest-path", "proof/no-std/Cargo.toml"]).run()?;
        if !cfg!(all(target_arch = "x86_64", target_os = "linux")) {
            println!(
                "NOT PROVEN HERE: the binary starts without a C library, and knows how to on x86_64 Linux only; built without std alone"
            );
            return cargo(["check", "--locked", "--package", "smsc-proto", "--no-default-features"]).run();
        }
        LEVELS.into_iter().try_for_each(proof)
    })]
}

/// Builds the binary, runs it, and checks its symbols.
fn proof(level: &str) -> Result<(), String> {
    let target = target_dir().join("no-std").join(level);
    cargo(["build", "--release", "--locked", "--manifest-path", "proof/no-std/Cargo.toml", "--target-dir"])
        .args([&target])
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", level)
        .run()?;
    let binary = target.join("release/no-std-proof");
    Invocation::new(&binary).run()?;
    let symbols = Invocation::new("nm").args(["--demangle"]).args([&binary]).output()?;
    let company = symbols.lines().find(|line| COMPANY.iter().any(|name| line.contains(name)));
    if let Some(line) = company {
        return Err(format!("the binary must hold nothing of std, an allocator or a C library, but holds {line}"));
    }
    match symbols.lines().find(|line| is_of_panic(line)) {
        Some(line) => Err(format!(
            "a panic can be reached through {line}\nwho calls it: objdump --disassemble --demangle {}",
            binary.display()
        )),
        None => Ok(()),
    }
}
