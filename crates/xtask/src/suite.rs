//! The checks that every change has to pass, `cargo xtask test`, and those that take long and fail rarely,
//! `cargo xtask heavy`.

use std::process::ExitCode;

use crate::lanes::{self, Part};
use crate::run::{Invocation, Step, cargo, root};
use crate::{
    bare_metal, built, c, c_columns, ci, clients, columns, completions, counts, examples, fuzz, linear, no_std, php, postgres,
    python, secrets, site, web,
};

pub(crate) fn test() -> ExitCode {
    lanes::all_in_lanes(first(), parts())
}

/// Returns the steps before all others. Most of them use both processors.
fn first() -> Vec<Step> {
    let mut steps = vec![
        Step::run("system packages", Invocation::new(root().join(".ci/setup"))),
        Step::run("formatting", cargo(["fmt", "--all", "--check"])),
        Step::run("lints", clippy(["--workspace", "--all-targets", "--all-features"])),
    ];
    // The command has the page, and would be compiled anew if the page were made later.
    steps.extend(web::steps());
    steps.push(Step::run("tests: build", workspace().args(["--no-run"])));
    steps.push(built::step());
    steps.push(Step::check("nothing is compiled twice", || fresh(&workspace().args(["--no-run"]).errors()?)));
    steps
}

/// Returns the parts that run two at a time, the longest ones first.
fn parts() -> Vec<Part> {
    // The README's Rust example is a doc test of the core, its command a test of smsc-cli.
    let crates = vec![Step::tests("tests", workspace().args(["--no-fail-fast"])), secrets::step()];
    // The tables are read by a C library, which the step before has compiled.
    let tables = [c_columns::steps(), columns::short()].into_iter().flatten().collect();
    let documentation = vec![Step::run("documentation", doc(["--workspace", "--all-features"]))];
    let short = [documentation, ci::lint(), postgres::steps(), clients::steps(), completions::steps()];
    vec![
        python::short(),
        crates,
        tables,
        c::short(),
        php::short(),
        site::steps(),
        web::test(),
        examples::steps(),
        no_std::steps(),
        short.into_iter().flatten().collect(),
    ]
}

/// Runs the checks that [`test()`] leaves out: more compilers, machines and interpreters, valgrind, libFuzzer.
pub(crate) fn heavy() -> ExitCode {
    let setup = Step::run("system packages", Invocation::new(root().join(".ci/setup")));
    let fuzz = fuzz::steps(fuzz::Wanted { seconds: 10, keep: false, targets: Vec::new() });
    let parts = vec![
        python::steps(),
        fuzz,
        php::rest(),
        bare_metal::steps(),
        c::rest(),
        columns::spark(),
        counts::steps(false),
        linear::short(),
        core_by_feature(),
    ];
    lanes::all_in_lanes(vec![setup, built::step()], parts)
}

fn core_by_feature() -> Vec<Step> {
    let mut steps = Vec::new();
    for features in ["", "callback", "heapless", "serde"] {
        let core = ["--package", "smsc-proto", "--features", features];
        steps.push(Step::run("lints of the core by feature", clippy(core)));
        steps.push(Step::run("documentation of the core by feature", doc(core)));
    }
    steps
}

fn workspace() -> Invocation {
    cargo(["test"]).args(built::WORKSPACE)
}

fn clippy<const N: usize>(what: [&str; N]) -> Invocation {
    cargo(["clippy", "--locked"]).args(what).args(["--", "--deny", "warnings"])
}

fn doc<const N: usize>(what: [&str; N]) -> Invocation {
    cargo(["doc", "--no-deps", "--locked"]).args(what).env("RUSTDOCFLAGS", "--deny warnings")
}

/// Fails if cargo has printed that it compiled something. Each step that uses such a crate would compile it.
fn fresh(printed: &str) -> Result<(), String> {
    let compiled: Vec<_> = printed.lines().filter(|line| line.trim_start().starts_with("Compiling ")).collect();
    if compiled.is_empty() { Ok(()) } else { Err(format!("a second build compiled again:\n{}", compiled.join("\n"))) }
}

#[cfg(test)]
mod tests {
    use super::fresh;

    #[test]
    fn a_second_build_compiles_nothing() {
        assert_eq!(fresh("    Finished `dev` profile in 0.3s\n  Executable unittests src/lib.rs\n"), Ok(()));
        let again = "   Compiling smsc-cli v0.1.0\n    Finished `dev` profile in 3m\n";
        assert_eq!(fresh(again).unwrap_err(), "a second build compiled again:\n   Compiling smsc-cli v0.1.0");
    }
}
