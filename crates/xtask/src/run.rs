//! Steps that are run one after the other.

use std::ffi::OsStr;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

/// One thing to do, with the name under which it is reported.
pub(crate) struct Step {
    name: &'static str,
    action: Box<dyn FnOnce() -> Result<(), String>>,
}

impl Step {
    /// A command that has to succeed.
    pub(crate) fn run(name: &'static str, command: Invocation) -> Self {
        Self::check(name, move || command.run())
    }

    /// Anything that has to succeed.
    pub(crate) fn check(name: &'static str, action: impl FnOnce() -> Result<(), String> + 'static) -> Self {
        Self { name, action: Box::new(action) }
    }
}

/// A command, run in the project's root.
pub(crate) struct Invocation(Command);

impl Invocation {
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(program);
        command.current_dir(root());
        Self(command)
    }

    pub(crate) fn args<A: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = A>) -> Self {
        self.0.args(args);
        self
    }

    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.0.env(name, value);
        self
    }

    /// What the command reads.
    pub(crate) fn stdin(mut self, file: File) -> Self {
        self.0.stdin(file);
        self
    }

    /// Where what the command says of itself goes.
    pub(crate) fn stderr(mut self, file: File) -> Self {
        self.0.stderr(file);
        self
    }

    /// What it says of itself while its output is taken.
    pub(crate) fn errors_shown(mut self) -> Self {
        self.0.stderr(Stdio::inherit());
        self
    }

    pub(crate) fn run(mut self) -> Result<(), String> {
        let status = self.0.status().map_err(|error| format!("{} does not start: {error}", self.0.get_program().display()))?;
        if status.success() { Ok(()) } else { Err(format!("{:?} ended with {status}", self.0)) }
    }

    /// What the command printed.
    pub(crate) fn output(mut self) -> Result<String, String> {
        let output = self.0.output().map_err(|error| format!("{} does not start: {error}", self.0.get_program().display()))?;
        if !output.status.success() {
            return Err(format!("{:?} ended with {}\n{}", self.0, output.status, String::from_utf8_lossy(&output.stderr)));
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }
}

/// The cargo that runs this.
pub(crate) fn cargo<const N: usize>(args: [&str; N]) -> Invocation {
    Invocation::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())).args(args)
}

/// The project's root folder.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Where cargo puts what it builds for the workspace.
pub(crate) fn target_dir() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// Runs the steps, and stops at the first that fails.
pub(crate) fn all(steps: Vec<Step>) -> ExitCode {
    for Step { name, action } in steps {
        println!("\n== {name}");
        let start = Instant::now();
        if let Err(error) = action() {
            println!("\n== {name}: FAILED\n{error}");
            return ExitCode::FAILURE;
        }
        println!("== {name}: passed in {:.1} s", start.elapsed().as_secs_f64());
    }
    ExitCode::SUCCESS
}
