//! Every conformance case on machines without an operating system, emulated: a Cortex-M, a
//! big-endian machine, another of 32 bits, WebAssembly. And how much room the core takes there.

use std::path::{Path, PathBuf};

use crate::run::{Invocation, Step, cargo, target_dir};
use crate::{built, no_std};

/// A machine, by the name of its target.
struct Machine {
    target: &'static str,
    /// The options of the linker.
    linker: &'static str,
    /// The command that runs its programs.
    runner: &'static [&'static str],
}

/// A machine of 32 bits without an operating system, whose sizes are printed.
const CORTEX_M: Machine = Machine {
    target: "thumbv7em-none-eabihf",
    linker: "ld.lld",
    runner: &[
        "qemu-system-arm",
        "-machine",
        "mps2-an386",
        "-nographic",
        "-semihosting-config",
        "enable=on,target=native",
        "-kernel",
    ],
};

const WASM: Machine =
    Machine { target: "wasm32-unknown-unknown", linker: "wasm-ld", runner: &["node", "proof/bare-metal/run.mjs"] };

const BIG_ENDIAN: Machine = Machine { target: "aarch64_be-unknown-none-softfloat", linker: "ld.lld", runner: &["qemu-aarch64_be"] };

const BIG_ENDIAN_32: Machine = Machine { target: "armebv7r-none-eabihf", linker: "ld.lld", runner: &["qemu-armeb"] };

const RISC_V: Machine = Machine { target: "riscv32imac-unknown-none-elf", linker: "ld.lld", runner: &["qemu-riscv32"] };

/// Returns the checks on every machine.
pub(crate) fn steps() -> Vec<Step> {
    vec![
        Step::run(
            "formatting of the cases on bare metal",
            cargo(["fmt", "--check", "--manifest-path", "proof/bare-metal/Cargo.toml"]),
        ),
        Step::check("cases on a Cortex-M4", || run(&CORTEX_M)),
        Step::check("cases on a big-endian machine", || run(&BIG_ENDIAN)),
        Step::check("cases in WebAssembly", || run(&WASM)),
        Step::check("cases on a big-endian machine of 32 bits", || run(&BIG_ENDIAN_32)),
        Step::check("cases on a 32-bit RISC-V", || run(&RISC_V)),
        Step::check("room on a Cortex-M4", weigh),
    ]
}

/// Builds the program for a machine and runs it. Its exit status is the number of cases that
/// failed.
fn run(machine: &Machine) -> Result<(), String> {
    let Machine { target, runner, .. } = machine;
    build(machine, "bare-metal-proof", "", "s", false)?;
    let program = if *target == WASM.target { "bare-metal-proof.wasm" } else { "bare-metal-proof" };
    Invocation::new(runner[0]).args(&runner[1..]).args([release(target).join(program)]).run()
}

/// The parts of the programs that are measured, and the feature that adds each. A program has all
/// parts up to its own.
const PARTS: [(&str, &str); 4] = [
    ("reading", "reading"),
    ("and writing", "reading,writing"),
    ("and outcomes of codes", "reading,writing,outcomes"),
    ("and outcomes of texts and symptoms", "reading,writing,outcomes,texts"),
];

/// Prints the sizes of programs with more and more parts, and fails if one of them can panic.
fn weigh() -> Result<(), String> {
    for level in ["s", "3"] {
        for (part, features) in PARTS {
            build(&CORTEX_M, "weigh", features, level, true)?;
            let program = release(CORTEX_M.target).join("weigh");
            let size = Invocation::new("size").args([&program]).output()?;
            let size = size.lines().nth(1).and_then(|line| line.split_whitespace().next()).ok_or("size printed no figure")?;
            println!("opt-level {level}, {part}: {size} bytes of code and tables");
            let symbols = Invocation::new("nm").args(["--demangle"]).args([&program]).output()?;
            if let Some(line) = symbols.lines().find(|line| no_std::is_of_panic(line)) {
                return Err(format!("a panic can be reached through {line}"));
            }
        }
    }
    Ok(())
}

/// Builds one of the programs for a machine, together with its `core`.
fn build(machine: &Machine, program: &str, features: &str, level: &str, is_weighed: bool) -> Result<(), String> {
    let folder = target_dir().join("bare-metal");
    let cases = folder.join("cases");
    crate::run::write(&cases, "")?;
    built::example("flat")?.args([&cases]).run()?;
    let variable = |name: &str| format!("CARGO_TARGET_{}_{name}", machine.target.to_uppercase().replace('-', "_"));
    cargo(["build", "--release", "--locked", "-Zbuild-std=core", "--manifest-path", "proof/bare-metal/Cargo.toml"])
        .args(["--target", machine.target, "--bin", program, "--features", features, "--target-dir"])
        .args([&folder])
        .env("RUSTC", &compiler()?)
        .env("RUSTC_BOOTSTRAP", "1")
        // Warnings of core and memchr on rare machines, which this project cannot fix.
        .env("CARGO_FUTURE_INCOMPAT_REPORT_FREQUENCY", "never")
        .env("SMSC_CASES", &cases)
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", level)
        // A program that is only run need not be small, and is built sooner so.
        .env("CARGO_PROFILE_RELEASE_LTO", if is_weighed { "true" } else { "off" })
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", if is_weighed { "1" } else { "16" })
        .env(&variable("LINKER"), &linker()?)
        .env(&variable("RUSTFLAGS"), format!("-Clinker-flavor={}", machine.linker))
        .run()
}

/// Builds a library for the Cortex-M, together with its `core` unless rustup has installed that.
pub(crate) fn build_library(manifest: &str) -> Result<(), String> {
    let build = cargo(["build", "--release", "--locked", "--manifest-path", manifest, "--target", CORTEX_M.target]);
    let build = build.args(["--target-dir"]).args([target_dir().join("bare-metal")]);
    if has_library(CORTEX_M.target)? {
        return build.run();
    }
    build.args(["-Zbuild-std=core"]).env("RUSTC", &compiler()?).env("RUSTC_BOOTSTRAP", "1").run()
}

fn release(target: &str) -> PathBuf {
    target_dir().join("bare-metal").join(target).join("release")
}

/// Returns a compiler that has the sources of `core`: the one in use if rustup installed them
/// (`rustup component add rust-src`), or else Debian's package for building browsers, which is
/// recent.
pub(crate) fn compiler() -> Result<String, String> {
    const SOURCES: &str = "lib/rustlib/src/rust/library/core/Cargo.toml";
    if sysroot()?.join(SOURCES).exists() {
        return Ok("rustc".to_owned());
    }
    if Path::new("/usr").join(SOURCES).exists() {
        return Ok("/usr/bin/rustc".to_owned());
    }
    Err("no compiler with the sources of core was found; install them: rustup component add rust-src, or .ci/setup on Debian"
        .to_owned())
}

/// Returns the linker for all machines, a part of rustup's compilers.
pub(crate) fn linker() -> Result<String, String> {
    let host = Invocation::new("rustc").args(["--print", "host-tuple"]).output()?;
    let linker = sysroot()?.join("lib/rustlib").join(host.trim()).join("bin/rust-lld");
    if linker.exists() {
        Ok(linker.to_string_lossy().into_owned())
    } else {
        Err(format!("{} does not exist; it comes with the compilers of rustup", linker.display()))
    }
}

/// Returns whether the compiler in use has the standard library for a machine.
pub(crate) fn has_library(target: &str) -> Result<bool, String> {
    Ok(sysroot()?.join("lib/rustlib").join(target).join("lib").exists())
}

pub(crate) fn sysroot() -> Result<PathBuf, String> {
    Invocation::new("rustc").args(["--print", "sysroot"]).output().map(|path| PathBuf::from(path.trim()))
}
