//! Steps, the commands that they consist of, and files.

use std::ffi::OsStr;
use std::fmt::Display;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::thread;

use crate::secrets;

/// A check or an action, with the name under which it is reported.
pub(crate) struct Step {
    name: String,
    action: Box<dyn FnOnce() -> Result<(), String> + Send>,
}

impl Step {
    /// Makes a step of a command, which has to succeed.
    pub(crate) fn run(name: impl Into<String>, command: Invocation) -> Self {
        Self::check(name, move || command.run())
    }

    /// Makes a step of tests, which have to succeed and to print no secret.
    pub(crate) fn tests(name: impl Into<String>, command: Invocation) -> Self {
        Self::check(name, move || command.run_searched())
    }

    /// Makes a step of anything that has to succeed.
    pub(crate) fn check(name: impl Into<String>, action: impl FnOnce() -> Result<(), String> + Send + 'static) -> Self {
        Self { name: name.into(), action: Box::new(action) }
    }

    /// Runs the step, and returns its name and its result.
    pub(crate) fn perform(self) -> (String, Result<(), String>) {
        println!("\n== {}", self.name);
        (self.name, (self.action)())
    }
}

/// A command, run in the project's root.
pub(crate) struct Invocation(Command);

impl Invocation {
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(program);
        command.current_dir(root());
        // `cargo run` has set these for this program. A build script that watches one, such as ring's, would run
        // again after each build without it, and all that depends on it would be compiled again.
        for (name, _) in std::env::vars_os() {
            if name.to_str().is_some_and(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")) {
                command.env_remove(name);
            }
        }
        Self(command)
    }

    pub(crate) fn args<A: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = A>) -> Self {
        self.0.args(args);
        self
    }

    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.0.env(name, value);
        self
    }

    /// Runs the command in another folder.
    pub(crate) fn folder(mut self, folder: impl AsRef<Path>) -> Self {
        self.0.current_dir(folder);
        self
    }

    /// Passes a file to the command as its input.
    pub(crate) fn input(mut self, path: &Path) -> Result<Self, String> {
        self.0.stdin(File::open(path).map_err(at(path))?);
        Ok(self)
    }

    /// Sends the command's errors to a file.
    pub(crate) fn stderr(mut self, file: File) -> Self {
        self.0.stderr(file);
        self
    }

    /// Shows the command's errors while its output is taken.
    pub(crate) fn errors_shown(mut self) -> Self {
        self.0.stderr(Stdio::inherit());
        self
    }

    /// Runs the command, and fails unless it succeeds.
    pub(crate) fn run(mut self) -> Result<(), String> {
        let status = self.0.status().map_err(|error| self.not_started(&error))?;
        if status.success() { Ok(()) } else { Err(format!("{:?} ended with {status}", self.0)) }
    }

    /// Runs the command and shows what it prints. Fails unless it succeeds and prints no secret of
    /// the tests.
    pub(crate) fn run_searched(self) -> Result<(), String> {
        self.searched(io::stdout(), io::stderr()).map(|_| ())
    }

    /// Runs tests and shows what they print. Fails unless they succeed, print no secret, and, by their
    /// own account, at least one of them ran.
    pub(crate) fn run_counted(self, passed: fn(&str) -> Option<usize>) -> Result<(), String> {
        let printed = self.searched(io::stdout(), io::stderr())?;
        if passed(&printed).is_some_and(|count| count > 0) { Ok(()) } else { Err("no test ran, or some did not".to_owned()) }
    }

    /// Runs the command, copies its streams to these, searches them, and returns the output.
    fn searched(mut self, to_output: impl Write, to_errors: impl Write + Send) -> Result<String, String> {
        self.0.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.0.spawn().map_err(|error| self.not_started(&error))?;
        let (output, errors) = (child.stdout.take(), child.stderr.take());
        let printed = thread::scope(|scope| {
            let errors = scope.spawn(|| copied(errors, to_errors));
            [copied(output, to_output), errors.join().unwrap_or_default()]
        });
        let status = child.wait().map_err(|error| format!("{:?}: {error}", self.0))?;
        if !status.success() {
            return Err(format!("{:?} ended with {status}", self.0));
        }
        let [output, errors] = printed.map(|printed| String::from_utf8_lossy(&printed).into_owned());
        [&output, &errors].into_iter().try_for_each(|printed| secrets::search(printed))?;
        Ok(output)
    }

    /// Runs the command, and returns what it printed.
    pub(crate) fn output(self) -> Result<String, String> {
        self.streams().map(|[printed, _]| printed)
    }

    /// Runs the command, and returns what it printed to its standard error.
    pub(crate) fn errors(self) -> Result<String, String> {
        self.streams().map(|[_, errors]| errors)
    }

    fn streams(mut self) -> Result<[String; 2], String> {
        let output = self.0.output().map_err(|error| self.not_started(&error))?;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let [printed, errors] = [text(&output.stdout), text(&output.stderr)];
        if !output.status.success() {
            return Err(format!("{:?} ended with {}\n{printed}{errors}", self.0, output.status));
        }
        Ok([printed, errors])
    }

    fn not_started(&self, error: &io::Error) -> String {
        format!("{} could not be started: {error}; .ci/setup installs what the checks need", self.0.get_program().display())
    }
}

/// Copies a stream of a command to one of this program, and returns its bytes.
fn copied(from: Option<impl Read>, mut to: impl Write) -> Vec<u8> {
    let Some(mut from) = from else { return Vec::new() };
    let (mut bytes, mut buffer) = (Vec::new(), [0; 4096]);
    while let Ok(length @ 1..) = from.read(&mut buffer) {
        let new = buffer.get(..length).unwrap_or_default();
        bytes.extend_from_slice(new);
        // What cannot be shown is searched all the same.
        let _ = to.write_all(new).and_then(|()| to.flush());
    }
    bytes
}

/// Returns the cargo that runs this.
pub(crate) fn cargo<const N: usize>(args: [&str; N]) -> Invocation {
    Invocation::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())).args(args)
}

/// Installs a program of crates.io below `target`, unless this version is there, and returns its
/// path.
pub(crate) fn cargo_tool(name: &str, version: &str) -> Result<PathBuf, String> {
    cargo_program(name, version, &[])
}

/// Installs a program of crates.io with options of `cargo install`, as [`cargo_tool`] does.
pub(crate) fn cargo_program(name: &str, version: &str, options: &[&str]) -> Result<PathBuf, String> {
    let folder = target_dir().join("tools").join(format!("{name}-{version}"));
    let program = folder.join("bin").join(name);
    if !program.exists() {
        // Without tables for debuggers: making them takes long, and the tool is only run.
        let install = cargo(["install", "--quiet", "--locked", "--version", version, "--root"]).env("CARGO_PROFILE_DEV_DEBUG", "0");
        install.args([&folder]).args(options).args([name]).run()?;
    }
    Ok(program)
}

/// Installs a program from its Python package below `target`, in an environment of its own, unless
/// this version is there, and returns its path.
pub(crate) fn python_tool(name: &str, version: &str) -> Result<PathBuf, String> {
    python_program(name, version, name)
}

/// Installs a program from a Python package of another name, as [`python_tool`] does.
pub(crate) fn python_program(package: &str, version: &str, name: &str) -> Result<PathBuf, String> {
    python_packages(&[(package, version)], name)
}

/// Installs a program from the first of some Python packages, as [`python_tool`] does.
pub(crate) fn python_packages(packages: &[(&str, &str)], name: &str) -> Result<PathBuf, String> {
    // Two parts of the tests use nox, perhaps at the same time.
    static INSTALLING: Mutex<()> = Mutex::new(());
    let _alone = INSTALLING.lock().unwrap_or_else(PoisonError::into_inner);
    let of_first = packages.first().map(|(package, version)| format!("{package}-{version}")).unwrap_or_default();
    let folder = target_dir().join("tools").join(of_first);
    let program = folder.join("bin").join(name);
    if !program.exists() {
        Invocation::new("python3").args(["-m", "venv", "--clear"]).args([&folder]).run()?;
        let pip = Invocation::new(folder.join("bin/python")).args(["-m", "pip", "--quiet", "--disable-pip-version-check"]);
        let wanted = packages.iter().map(|(package, version)| format!("{package}=={version}"));
        pip.args(["install"]).args(wanted).run()?;
    }
    Ok(program)
}

/// Installs an npm package below `target`, unless this version is there, and returns the folder of its
/// modules.
pub(crate) fn npm_package(name: &str, version: &str) -> Result<PathBuf, String> {
    let folder = target_dir().join("tools").join(format!("{}-{version}", name.replace(['@', '/'], "")));
    let modules = folder.join("node_modules");
    if !modules.join(name).join("package.json").exists() {
        emptied(&folder)?;
        let npm = Invocation::new("npm").args(["install", "--silent", "--no-save", "--no-package-lock", "--no-audit", "--no-fund"]);
        npm.args(["--ignore-scripts", "--prefix"]).args([&folder]).args([format!("{name}@{version}")]).run()?;
    }
    Ok(modules)
}

/// The variable with the folder of the sources, if they are not those that this program is of.
pub(crate) const ROOT: &str = "SMSC_XTASK_ROOT";

/// Returns the project's root folder.
pub(crate) fn root() -> &'static Path {
    static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
        let package = Path::new(env!("CARGO_MANIFEST_DIR"));
        let own = || package.ancestors().nth(2).unwrap_or(package).to_owned();
        std::env::var_os(ROOT).map_or_else(own, PathBuf::from)
    });
    &FOLDER
}

/// Returns the folder where cargo puts what it builds for the workspace.
pub(crate) fn target_dir() -> PathBuf {
    root().join(std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

/// Returns a function that adds a path to an error.
pub(crate) fn at<E: Display>(path: &Path) -> impl Fn(E) -> String {
    move |error| format!("{}: {error}", path.display())
}

/// Reads a file of the project, or any other by its absolute path.
pub(crate) fn read(path: impl AsRef<Path>) -> Result<String, String> {
    let path = root().join(path);
    fs::read_to_string(&path).map_err(at(&path))
}

/// Writes a file of the project, or any other by its absolute path, and the folders that lead to
/// it.
pub(crate) fn write(path: impl AsRef<Path>, text: &str) -> Result<(), String> {
    let path = root().join(path);
    let folder = path.parent().unwrap_or(&path);
    fs::create_dir_all(folder).and_then(|()| fs::write(&path, text)).map_err(at(&path))
}

/// Creates an empty folder, and removes an older one.
pub(crate) fn emptied(folder: &Path) -> Result<(), String> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(at(folder))?;
    }
    fs::create_dir_all(folder).map_err(at(folder))
}

/// Returns the paths in a folder, sorted.
pub(crate) fn list(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(at(folder))?;
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort_unstable();
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use std::io::sink;

    use super::Invocation;

    #[test]
    fn a_secret_in_any_stream_is_found() {
        // Shown, these would be found in what this test prints.
        let run = |script: &str| Invocation::new("sh").args(["-c", script]).searched(sink(), sink());
        assert_eq!(run("echo passed; echo warning >&2").as_deref(), Ok("passed\n"));
        assert!(run("echo apikey=K3Y; echo passed").is_err());
        assert!(run("echo passed; printf 's3cr' >&2; printf 'et' >&2").is_err());
        assert!(run("exit 1").is_err());
    }

    #[test]
    fn tests_of_which_none_ran_fail() {
        let run = |printed: &str| Invocation::new("echo").args([printed]).run_counted(|printed| printed.trim().parse().ok());
        assert_eq!(run("1"), Ok(()));
        assert!(run("0").is_err() && run("nothing").is_err());
    }
}
