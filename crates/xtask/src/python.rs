//! The Python package: its sessions are in bindings/python/noxfile.py, which this runs in an
//! environment of its own.

use crate::run::{Invocation, Step, root, target_dir};

const NOX: &str = "nox==2026.10.20";

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

fn session(title: &'static str, name: &'static str) -> Step {
    Step::check(title, move || {
        let environment = target_dir().join("python/environment");
        let nox = environment.join("bin/nox");
        if !nox.exists() {
            Invocation::new("python3").args(["-m", "venv", "--clear"]).args([&environment]).run()?;
            let pip = Invocation::new(environment.join("bin/python")).args(["-m", "pip", "--quiet", "--disable-pip-version-check"]);
            pip.args(["install", NOX]).run()?;
        }
        let folder = root().join("bindings/python");
        let command = Invocation::new(nox).args(["--session", name]).env("PYTHONDONTWRITEBYTECODE", "1");
        command.env("CARGO_TARGET_DIR", target_dir()).folder(folder).run()
    })
}
