//! The Python package: its sessions are in bindings/python/noxfile.py, which this runs in an
//! environment of its own.

use std::path::PathBuf;

use crate::built;
use crate::run::{Invocation, Step, python_tool, root, target_dir};

const NOX: &str = "2026.10.20";

/// Tests the package on every Python that is installed, on the newest one in development mode.
pub(crate) fn steps() -> Vec<Step> {
    vec![built::step(), session("Python package, on every Python", "tests")]
}

/// Tests the package on the newest Python that is installed, without development mode.
pub(crate) fn short() -> Vec<Step> {
    let tests = Step::check("Python package", || nox("tests")?.env("SMSC_PYTHONS", "newest").run_searched());
    vec![built::step(), tests]
}

/// Builds the wheel and the sdist for release.
pub(crate) fn wheel() -> Vec<Step> {
    vec![session("wheel and sdist", "wheel")]
}

/// Builds the wheel and the sdist for release, and wheels for other machines, and returns their folder.
pub(crate) fn dist(machines: &[String]) -> Result<PathBuf, String> {
    nox("dist")?.args(["--"]).args(machines).run()?;
    Ok(target_dir().join("python/dist"))
}

/// Compares the speed with that of plain Python.
pub(crate) fn bench() -> Step {
    session("bench of the Python package", "bench")
}

/// Returns a session of the noxfile as a step.
pub(crate) fn session(title: &'static str, name: &'static str) -> Step {
    Step::check(title, move || nox(name)?.run_searched())
}

fn nox(session: &str) -> Result<Invocation, String> {
    let command = Invocation::new(python_tool("nox", NOX)?).args(["--session", session]).env("PYTHONDONTWRITEBYTECODE", "1");
    Ok(command.env("CARGO_TARGET_DIR", target_dir()).folder(root().join("bindings/python")))
}
