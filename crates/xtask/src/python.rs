//! The Python package: its sessions are in bindings/python/noxfile.py, which this runs in an
//! environment of its own.

use crate::run::{Invocation, Step, python_tool, root, target_dir};

const NOX: &str = "2026.10.20";

/// Tests the package on every Python that is installed.
pub(crate) fn steps() -> Vec<Step> {
    vec![session("Python package", "tests")]
}

/// Builds the wheel and the sdist for release.
pub(crate) fn wheel() -> Vec<Step> {
    vec![session("wheel and sdist", "wheel")]
}

/// Compares the speed with that of plain Python.
pub(crate) fn bench() -> Step {
    session("bench of the Python package", "bench")
}

/// Returns a session of the noxfile as a step.
pub(crate) fn session(title: &'static str, name: &'static str) -> Step {
    Step::check(title, move || {
        let nox = python_tool("nox", NOX)?;
        let folder = root().join("bindings/python");
        let command = Invocation::new(nox).args(["--session", name]).env("PYTHONDONTWRITEBYTECODE", "1");
        command.env("CARGO_TARGET_DIR", target_dir()).folder(folder).run_searched()
    })
}
