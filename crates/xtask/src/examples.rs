//! The examples for Rust, which are workspaces of their own: a client, a web service, and an embedded
//! program.

use crate::bare_metal;
use crate::run::{Step, cargo, target_dir};

const EMBEDDED: &str = "examples/embedded/Cargo.toml";
const EXAMPLES: [&str; 3] = ["examples/ask/Cargo.toml", "examples/service/Cargo.toml", EMBEDDED];

/// Returns the checks of the examples.
pub(crate) fn steps() -> Vec<Step> {
    let mut steps: Vec<_> = EXAMPLES.into_iter().flat_map(of).collect();
    steps.push(Step::check("the embedded example for a Cortex-M", || bare_metal::build_library(EMBEDDED)));
    steps
}

fn of(manifest: &'static str) -> [Step; 3] {
    let on = |what: &[&str]| {
        let folder = target_dir().join("examples");
        let cargo = cargo([]).args(what).args(["--locked", "--manifest-path", manifest, "--target-dir"]).args([folder]);
        // Most of the time goes into their dependencies, which nobody will look into with a debugger.
        cargo.env("CARGO_PROFILE_DEV_DEBUG", "0")
    };
    [
        Step::run("formatting of an example", cargo(["fmt", "--check", "--manifest-path", manifest])),
        Step::run("lints of an example", on(&["clippy", "--all-targets"]).env("RUSTFLAGS", "--deny warnings")),
        Step::run("tests of an example", on(&["test"])),
    ]
}
