//! The Python package: its tests on every Python that there is, and the files that are given out.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::run::{Invocation, Step, cargo, emptied, list, root, target_dir};

const PACKAGE: &str = "bindings/python";
/// The package of the same kind that others have made.
const PEER: &str = "smsc==0.1.1";
/// The oldest that the package is for, by its minor version.
const OLDEST: u32 = 11;
/// What the wheel is named for: the C library of 2014 and later.
const PLATFORM: &str = "manylinux2014";

/// Tests the package on every Python that there is.
pub(crate) fn steps() -> Vec<Step> {
    vec![Step::check("Python package", || {
        cargo(["build", "--locked", "--package", "smsc-cli"]).run()?;
        for_each_python(|own| {
            own.pip(&["install", "--requirement", &format!("{PACKAGE}/requirements.txt")])?;
            own.check()
        })
    })]
}

/// Makes the wheel and the sdist that are given out, and builds a wheel from the sdist.
pub(crate) fn wheel() -> Vec<Step> {
    vec![Step::check("wheel and sdist", || {
        let pythons = pythons()?;
        let (minor, python) = pythons.last_key_value().ok_or("no Python was found")?;
        let tools = Environment::new(python, &format!("cp3{minor}"))?;
        tools.pip(&["install", "--requirement", &format!("{PACKAGE}/requirements.txt")])?;
        let dist = folder().join("dist");
        emptied(&dist)?;
        let manifest = format!("{PACKAGE}/Cargo.toml");
        let maturin = |args: &[&str]| {
            let out = ["--manifest-path", &manifest, "--out", &text(&dist)];
            // It looks for zig in the environment whose Python is the first.
            tools.run("maturin").args(args).args(out).env("PATH", tools.path()).env("CARGO_ENCODED_RUSTFLAGS", no_paths()).run()
        };
        maturin(&["build", "--release", "--locked", "--zig", "--compatibility", PLATFORM])?;
        maturin(&["sdist"])?;
        let from_sdist = tools.wheel(&text(&only(&dist, "tar.gz")?), "from-sdist")?;
        for wheel in [only(&dist, "whl")?, from_sdist] {
            let fresh = Environment::new(python, "fresh")?;
            fresh.pip(&["install", "--force-reinstall", &text(&wheel)])?;
            let example = text(&root().join("examples/batch.txt"));
            fresh.run("python").args(["-m", "smsc_proto", "decode", &example, "--all", "2", "--multi"]).output()?;
        }
        no_path_in(&only(&dist, "whl")?, &tools)?;
        println!("{}", dist.display());
        Ok(())
    })]
}

/// Compares the speed with that of plain Python.
pub(crate) fn bench() -> Step {
    Step::check("bench of the Python package", || {
        // What plain Python takes differs much from version to version.
        for_each_python(|own| {
            if let Err(error) = own.pip(&["install", PEER]) {
                println!("LEFT OUT: {PEER}, which cannot be installed here: {error}");
            }
            own.run("python").args([format!("{PACKAGE}/bench/compare.py")]).run()
        })
    })
}

/// Installs the package for every Python, in an environment for each, and does something with it.
fn for_each_python(action: impl Fn(&Environment) -> Result<(), String>) -> Result<(), String> {
    let mut wheel = None;
    for (minor, python) in pythons()? {
        println!("\nCPython 3.{minor}: {}", python.display());
        let own = Environment::new(&python, &format!("cp3{minor}"))?;
        // The first builds it as everybody would; the wheel is of the stable ABI, and the same for all.
        let wheel = match &wheel {
            Some(wheel) => wheel,
            None => wheel.insert(own.wheel(PACKAGE, "built")?),
        };
        own.pip(&["install", "--force-reinstall", "--no-deps", &text(wheel)])?;
        action(&own)?;
    }
    Ok(())
}

/// Returns flags that keep the folders of this machine out of what is built.
fn no_paths() -> String {
    let sources = cargo_home().join("registry/src");
    let registries = fs::read_dir(sources).into_iter().flatten().flatten().map(|entry| entry.path());
    let flags =
        [cargo_home()].into_iter().chain(registries).map(|folder| format!("--remap-path-prefix={}=crates", folder.display()));
    // The last one that fits counts. The separator is that which cargo has for flags with spaces in them.
    flags.collect::<Vec<_>>().join("\u{1f}")
}

fn cargo_home() -> PathBuf {
    env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo"))).unwrap_or_default()
}

/// Fails if what is given out names a folder of the machine that it was built on.
fn no_path_in(wheel: &Path, tools: &Environment) -> Result<(), String> {
    const FIND: &str = "import sys, zipfile; wheel = zipfile.ZipFile(sys.argv[1]); \
                        print([name for name in wheel.namelist() for path in sys.argv[2:] if path.encode() in wheel.read(name)])";
    let paths = [wheel.to_owned(), root().to_owned(), cargo_home()];
    match tools.run("python").args(["-c", FIND]).args(paths).output()?.trim() {
        "[]" => Ok(()),
        found => Err(format!("no file of the wheel may hold a path of this machine, but these do: {found}")),
    }
}

/// An environment of its own for what is installed.
struct Environment(PathBuf);

impl Environment {
    fn new(python: &Path, name: &str) -> Result<Self, String> {
        let folder = folder().join(name);
        let made = Invocation::new(python).args(["-m", "venv", "--clear"]).args([&folder]).run();
        made.map_err(|error| format!("{error}\nOn Debian .ci/setup installs python3-venv; pyenv's Pythons have it."))?;
        Ok(Self(folder))
    }

    fn path(&self) -> String {
        let others = env::var("PATH").unwrap_or_default();
        format!("{}:{others}", self.0.join("bin").display())
    }

    /// Returns a call of a program of the environment, which leaves nothing in the source tree.
    fn run(&self, program: &str) -> Invocation {
        let command = target_dir().join("debug/smsc");
        Invocation::new(self.0.join("bin").join(program))
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .env("HYPOTHESIS_STORAGE_DIRECTORY", text(&folder().join("hypothesis")))
            .env("SMSC", text(&command))
    }

    fn pip(&self, args: &[&str]) -> Result<(), String> {
        let quiet = ["-m", "pip", "--quiet", "--disable-pip-version-check"];
        self.run("python").args(quiet).args(args).run()
    }

    /// Builds the wheel of a source as `pip install` builds it.
    fn wheel(&self, source: &str, name: &str) -> Result<PathBuf, String> {
        let wheels = folder().join(name);
        emptied(&wheels)?;
        let source = if Path::new(source).is_absolute() { source.to_owned() } else { format!("./{source}") };
        self.pip(&["wheel", "--no-deps", "--wheel-dir", &text(&wheels), &source])?;
        only(&wheels, "whl")
    }

    /// Runs every check of the installed package.
    fn check(&self) -> Result<(), String> {
        let python = |args: &[&str]| self.run("python").args(args);
        let mypy_cache = text(&folder().join("mypy"));
        let cached = ["--cache-dir", &mypy_cache];
        python(&["-m", "mypy", "--strict"]).args(cached).args(["--package", "smsc_proto"]).run()?;
        python(&["-m", "mypy", "--strict"]).args(cached).args([format!("{PACKAGE}/tests"), format!("{PACKAGE}/bench")]).run()?;
        python(&["-m", "mypy.stubtest", "smsc_proto"]).run()?;
        let tests = ["-m", "pytest", "--quiet", "-p", "no:cacheprovider", PACKAGE];
        python(&tests).run()?;
        // Once more with Python's own checks: of memory, of what is left open, of what is deprecated. The commands that the tests of the command start have none.
        let others = format!("--ignore={PACKAGE}/tests/test_command.py");
        python(&["-X", "dev", "-W", "error"]).args(tests).args([others]).run()
    }
}

/// Returns every Python that the package is for, by its minor version: those of pyenv, and those that commands lead to.
fn pythons() -> Result<BTreeMap<u32, PathBuf>, String> {
    const ASK: &str = "import sys, sysconfig; print(sys.implementation.name, sys.version_info[0], sys.version_info[1], \
                       sysconfig.get_config_var('Py_GIL_DISABLED') or 0)";
    let pyenv = env::var_os("PYENV_ROOT").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".pyenv")));
    let versions = pyenv.and_then(|pyenv| fs::read_dir(pyenv.join("versions")).ok());
    let mut candidates: Vec<_> =
        versions.into_iter().flatten().flatten().map(|version| version.path().join("bin/python3")).collect();
    candidates.sort();
    let names = (OLDEST..OLDEST + 10).map(|minor| format!("python3.{minor}")).chain(["python3".to_owned()]);
    candidates.extend(names.map(PathBuf::from));
    let mut found = BTreeMap::new();
    for python in candidates {
        let Ok(told) = Invocation::new(&python).args(["-c", ASK]).output() else { continue };
        match told.split_whitespace().collect::<Vec<_>>()[..] {
            ["cpython", "3", minor, "0"] => {
                let minor =
                    minor.parse().map_err(|_| format!("{}: the version of this Python is not a number", python.display()))?;
                if minor >= OLDEST {
                    found.entry(minor).or_insert(python);
                }
            }
            ["cpython", ..] => println!("NOT TESTED HERE: {} is free-threaded, and the stable ABI is not for it", python.display()),
            _ => {}
        }
    }
    if found.is_empty() {
        return Err(format!("no CPython 3.{OLDEST} or later was found; run .ci/setup on Debian, or: pyenv install 3.{OLDEST}"));
    }
    Ok(found)
}

/// Where everything is built.
fn folder() -> PathBuf {
    target_dir().join("python")
}

/// Returns the one file of a folder that ends so.
fn only(folder: &Path, end: &str) -> Result<PathBuf, String> {
    let mut files = list(folder)?;
    files.retain(|path| text(path).ends_with(end));
    match files.as_slice() {
        [file] => Ok(file.clone()),
        _ => Err(format!("{}: one file has to end in {end}, but these do: {files:?}", folder.display())),
    }
}

fn text(path: &Path) -> String {
    path.display().to_string()
}
