//! The command, the Python module and the examples, as the tests of the workspace build them, for the tests
//! of other programs.

use std::path::PathBuf;

use crate::run::{Invocation, Step, cargo, target_dir};

/// The options of every build for tests. With other features, dependencies would be compiled once more.
pub(crate) const WORKSPACE: [&str; 3] = ["--workspace", "--all-features", "--locked"];

/// Builds an example of a crate as the tests of the workspace build it, and returns a command that runs it.
pub(crate) fn example(name: &str) -> Result<Invocation, String> {
    cargo(["build", "--quiet", "--example", name]).args(WORKSPACE).run()?;
    Ok(Invocation::new(target_dir().join("debug/examples").join(name)))
}

/// Builds the command and the Python module, of what the tests of the workspace have built already.
pub(crate) fn step() -> Step {
    // With an example the dependencies have the features that the tests give them; without one, all would be
    // compiled once more.
    let kinds = ["--lib", "--bin", "smsc", "--example", "man"];
    let build = cargo(["build", "--quiet"]).args(WORKSPACE).args(kinds);
    Step::run("the command and the module, for tests of other programs", build)
}

/// Returns the path of the command, as a build for tests puts it.
pub(crate) fn smsc() -> PathBuf {
    target_dir().join("debug/smsc")
}
