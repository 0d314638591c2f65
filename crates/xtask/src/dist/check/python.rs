//! The wheel and the sdist, each in a fresh environment.

use std::path::{Path, PathBuf};

use super::{compare, examples, place, standin};
use crate::run::{Invocation, list, read, target_dir, write};

/// Runs the examples in a file, and prints how many there were.
const EXAMPLES: &str = "import doctest, sys
ran = doctest.testfile(sys.argv[1], module_relative=False, encoding='utf-8')
print(f'{ran.attempted} examples, {ran.failed} failed')
";

/// Installs the wheel on every Python that is found from 3.11 on.
pub(super) fn wheel(dist: &Path) -> Result<(), String> {
    let wheel = only(dist, |name| name.contains("manylinux") && name.contains(std::env::consts::ARCH))?;
    let pythons = pythons()?;
    if pythons.is_empty() {
        return Err("no CPython 3.11 or later was found".to_owned());
    }
    for (version, python) in pythons {
        run(dist, &python, &format!("python-{version}"), &wheel)?;
    }
    Ok(())
}

/// Builds the sdist as pip does, but quickly, and installs it on one Python.
pub(super) fn sdist(dist: &Path) -> Result<(), String> {
    let sdist = only(dist, |name| name.starts_with("smsc_proto-") && name.ends_with(".tar.gz"))?;
    let (_, python) = pythons()?.into_iter().next_back().ok_or("no CPython 3.11 or later was found")?;
    run(dist, &python, "python-sdist", &sdist)
}

fn run(dist: &Path, python: &Path, name: &str, package: &Path) -> Result<(), String> {
    let folder = place(name);
    Invocation::new(python).args(["-m", "venv", "--clear"]).args([&folder]).run()?;
    let python = folder.join("bin/python");
    let pip = Invocation::new(&python).args(["-m", "pip", "--quiet", "--disable-pip-version-check", "install", "--no-deps"]);
    // For the sdist: its build is that of the tests, and is kept.
    let pip = pip.env("MATURIN_PEP517_ARGS", "--profile=dev").env("CARGO_TARGET_DIR", target_dir().join("dist-build"));
    pip.args([package]).folder(&folder).run()?;
    let page = folder.join("start.txt");
    write(&page, &examples::programs("## Python", "python")?.join("\n"))?;
    let printed = standin::beside(dist)?.args([&python]).args(["-c", EXAMPLES]).args([&page]).folder(&folder).output()?;
    let count = page_examples(&read(&page)?);
    let what = format!("{name}: {}, the examples of docs/start.md", package.file_name().unwrap_or_default().display());
    compare(&what, &printed, &format!("{count} examples, 0 failed"))
}

/// Returns the number of examples in a page.
fn page_examples(page: &str) -> usize {
    page.lines().filter(|line| line.starts_with(">>> ")).count()
}

/// Returns the one file of a folder whose name fits.
fn only(folder: &Path, fits: impl Fn(&str) -> bool) -> Result<PathBuf, String> {
    let mut found = list(folder)?;
    found.retain(|file| file.file_name().and_then(|name| name.to_str()).is_some_and(&fits));
    match <[PathBuf; 1]>::try_from(found) {
        Ok([file]) => Ok(file),
        Err(found) => Err(format!("{}: expected one such file, found {found:?}", folder.display())),
    }
}

/// Returns each Python from 3.11 on, with its version, in order.
fn pythons() -> Result<Vec<(String, PathBuf)>, String> {
    const ASK: &str = "import sys, sysconfig
if sys.implementation.name == 'cpython' and sys.version_info >= (3, 11) and not sysconfig.get_config_var('Py_GIL_DISABLED'):
    print('%d.%d' % sys.version_info[:2])";
    let home = std::env::home_dir().ok_or("the home folder is unknown")?;
    let versions = list(&home.join(".pyenv/versions")).unwrap_or_default();
    let candidates = versions.into_iter().map(|folder| folder.join("bin/python3"));
    let named = (11..21).map(|minor| PathBuf::from(format!("python3.{minor}")));
    let mut found: Vec<(String, PathBuf)> = Vec::new();
    for python in candidates.chain(named).chain([PathBuf::from("python3")]) {
        // One that cannot be started is not there.
        let version = Invocation::new(&python).args(["-c", ASK]).output().unwrap_or_default().trim().to_owned();
        if !version.is_empty() && found.iter().all(|(other, _)| *other != version) {
            found.push((version, python));
        }
    }
    found.sort_unstable();
    Ok(found)
}
