//! `cargo xtask`: the one place that knows how the layers are built and checked.

mod bench;
mod linear;
mod no_std;
mod run;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::run::{Invocation, Step, cargo};

/// Builds and checks the project.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Run every check there is: formatting, lints, tests, documentation, the README's examples, the proof without std
    Test,
    /// Build and run the binary that proves the core to need neither std nor an allocator
    NoStd,
    /// Count instructions per byte on hostile bodies of doubling sizes (needs valgrind)
    Linear,
    /// Time the reader beside other ways to split the same bodies, and print the ratios
    Bench,
}

fn main() -> ExitCode {
    let steps = match Cli::parse().command {
        Task::Test => test(),
        Task::NoStd => no_std::steps(),
        Task::Linear => linear::steps(),
        Task::Bench => bench::steps(),
    };
    run::all(steps)
}

fn clippy<const N: usize>(what: [&str; N]) -> Invocation {
    cargo(["clippy", "--locked"]).args(what).args(["--", "--deny", "warnings"])
}

fn doc<const N: usize>(what: [&str; N]) -> Invocation {
    cargo(["doc", "--no-deps", "--locked"]).args(what).env("RUSTDOCFLAGS", "--deny warnings")
}

fn test() -> Vec<Step> {
    let mut steps = vec![
        Step::run("formatting", cargo(["fmt", "--all", "--check"])),
        Step::run("lints", clippy(["--workspace", "--all-targets", "--all-features"])),
        // The README's Rust example is a doc test of the core, its command a test of smsc-cli.
        Step::run("tests", cargo(["test", "--workspace", "--all-features", "--locked", "--no-fail-fast"])),
        Step::run("documentation", doc(["--workspace", "--all-features"])),
    ];
    for features in ["", "heapless", "serde"] {
        let core = ["--package", "smsc-proto", "--features", features];
        steps.push(Step::run("lints of the core by feature", clippy(core)));
        steps.push(Step::run("documentation of the core by feature", doc(core)));
    }
    steps.extend(no_std::steps());
    steps
}
