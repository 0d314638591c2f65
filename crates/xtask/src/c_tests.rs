//! The C library as C programs see it: installed, found, compiled, linked, run.

mod cases;
mod declared;
mod explain;
mod installed;
mod place;
mod programs;
pub(crate) mod sanitizer;
mod tools;

use crate::run::{Invocation, Step, cargo, target_dir};
use crate::{c, header};

const MANIFEST: [&str; 2] = ["--manifest-path", c::MANIFEST];

/// All that is to be checked of bindings/c and the headers.
pub(crate) fn steps() -> Vec<Step> {
    let lints = |features: &[&str]| -> Invocation {
        let target = target_dir().join("c");
        cargo(["clippy", "--locked", "--target-dir"])
            .args([target])
            .args(MANIFEST)
            .args(features)
            .args(["--", "--deny", "warnings"])
    };
    let mut steps = vec![
        header::check(),
        Step::run("formatting of the C library", cargo(["fmt", "--check"]).args(MANIFEST)),
        Step::run("lints of the C library", lints(&[])),
        Step::run("lints of the C library without texts", lints(&["--no-default-features"])),
        Step::check("tools for the C tests", tools::need_all),
        Step::check("C tests: install", || place::Place::install().map(drop)),
    ];
    steps.extend(installed::steps());
    steps.extend(programs::steps());
    steps
}
