//! Trying the artefacts: each is installed without the project into a place that has nothing else, and
//! runs the examples of docs/start.md for its language.

mod crates;
mod debian;
mod examples;
mod python;
mod root;
mod source_package;
mod standin;
mod static_command;

use std::path::{Path, PathBuf};

use super::sums;
use crate::run::{Step, target_dir};

/// Returns the steps that try the artefacts in a folder.
pub(super) fn steps(dist: &Path) -> Vec<Step> {
    type Check = fn(&Path) -> Result<(), String>;
    let checks: [(&str, Check); 8] = [
        ("checksums", sums::check),
        ("static command in an empty root", static_command::check),
        ("wheel on each Python", python::wheel),
        ("sdist", python::sdist),
        ("packages in a fresh Debian", debian::packages),
        ("C library as an archive, and the extension with it, in a fresh Debian", debian::archives),
        ("PHP extension built by cargo, in a fresh Debian", source_package::check),
        ("crates in a fresh home of cargo", crates::check),
    ];
    let step = |(name, check): (&str, Check)| {
        let dist = dist.to_owned();
        Step::check(name, move || check(&dist))
    };
    checks.map(step).into()
}

/// Returns a folder for what is tried.
fn place(name: &str) -> PathBuf {
    target_dir().join("dist-root").join(name)
}

/// Prints what was run and what it printed. Fails if that is not what was expected.
fn compare(what: &str, printed: &str, expected: &str) -> Result<(), String> {
    println!("-- {}\n{}", what.trim_end(), printed.trim_end());
    if printed.trim_end() == expected.trim_end() { Ok(()) } else { Err(format!("expected from {what}:\n{expected}")) }
}
