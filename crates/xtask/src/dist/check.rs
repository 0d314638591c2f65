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

use super::{Part, sums};
use crate::run::{Step, target_dir};

/// Returns the steps that try these parts of the artefacts in a folder, or all.
pub(super) fn steps(dist: &Path, parts: &[Part]) -> Vec<Step> {
    type Check = fn(&Path) -> Result<(), String>;
    let checks: [(Part, &str, Check); 7] = [
        (Part::Static, "static command in an empty root", static_command::check),
        (Part::Python, "wheel on each Python", python::wheel),
        (Part::Python, "sdist", python::sdist),
        (Part::Deb, "packages in a fresh Debian", debian::packages),
        (Part::C, "C library as an archive, and the extension with it, in a fresh Debian", debian::archives),
        (Part::Php, "PHP extension built by cargo, in a fresh Debian", source_package::check),
        (Part::Crates, "crates in a fresh home of cargo", crates::check),
    ];
    let step = |name: &str, check: Check| {
        let dist = dist.to_owned();
        Step::check(name, move || check(&dist))
    };
    let wanted = checks.into_iter().filter(|(part, ..)| parts.is_empty() || parts.contains(part));
    [step("checksums", sums::check)].into_iter().chain(wanted.map(|(_, name, check)| step(name, check))).collect()
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
