//! `cargo xtask`: the one place that knows how the layers are built and checked.

mod linear;
mod no_std;
mod run;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::run::{Step, cargo};

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
}

fn main() -> ExitCode {
    let steps = match Cli::parse().command {
        Task::Test => test(),
        Task::NoStd => no_std::steps(),
        Task::Linear => linear::steps(),
    };
    run::all(steps)
}

fn test() -> Vec<Step> {
    let mut steps = vec![
        Step::run("formatting", cargo(["fmt", "--all", "--check"])),
        Step::run(
            "lints",
            cargo(["clippy", "--workspace", "--all-targets", "--all-features", "--locked", "--", "--deny", "warnings"]),
        ),
        // The README's Rust example is a doc test of the core, its command a test of smsc-cli.
        Step::run("tests", cargo(["test", "--workspace", "--all-features", "--locked", "--no-fail-fast"])),
        Step::run(
            "documentation",
            cargo(["doc", "--workspace", "--all-features", "--no-deps", "--locked"]).env("RUSTDOCFLAGS", "--deny warnings"),
        ),
    ];
    steps.extend(no_std::steps());
    steps
}
