//! Clients of the service that others have made, and the examples of the stand-in, run against
//! `smsc serve`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::built;
use crate::run::{Invocation, Step, at, emptied, read, root, target_dir, write};

/// The tests of the clients, by the package registry that the clients are from.
const PYTHON: &str = "proof/clients/python";
const NODE: &str = "proof/clients/node";
/// The suites of [`PYTHON`]: each has to run.
const PYTHON_SUITES: [&str; 3] = ["test_smsc.py", "test_smsc_client.py", "test_scenario.py"];

/// The examples for the tests of a project that uses the service.
const EXAMPLES: &str = "examples/standin";
/// A program that prints the balance, and the balance of a new stand-in.
const PRINT_BALANCE: &str = r#"
import os, urllib.request
print(urllib.request.urlopen(os.environ["SMSC_URL"] + "/sys/balance.php?login=demo&psw=demo").read().decode())
"#;
const BALANCE: &str = "1000.00\n";

/// Returns the checks of the clients and the examples.
pub(crate) fn steps() -> Vec<Step> {
    let mut steps = vec![built::step()];
    let pytest = |name: &str, path: String| Step::check(format!("{name}: {path}"), move || pytest(&path));
    steps.extend(PYTHON_SUITES.map(|suite| pytest("clients of PyPI", format!("{PYTHON}/{suite}"))));
    steps.push(Step::check("client of npm", npm));
    steps.push(pytest("example of the stand-in", format!("{EXAMPLES}/pytest")));
    steps.push(Step::check("example of the stand-in: PHPUnit", || {
        let phpunit = Invocation::new("phpunit").args(["--configuration", &format!("{EXAMPLES}/phpunit")]);
        phpunit.env("SMSC", built::smsc()).run_counted(passed_in_phpunit)
    }));
    steps.push(Step::check("example of the stand-in: shell", shell));
    steps
}

/// Runs tests with pytest and the clients of `PyPI`. The output of those that pass is shown, to be searched.
fn pytest(path: &str) -> Result<(), String> {
    let requirements = read(format!("{PYTHON}/requirements.txt"))?;
    let folder = installed("python", &requirements, |folder| {
        Invocation::new("python3").args(["-m", "venv"]).args([folder]).run()?;
        let pip = Invocation::new(folder.join("bin/python")).args(["-m", "pip", "--quiet", "--disable-pip-version-check"]);
        pip.args(["install", "--require-hashes", "--requirement", &format!("{PYTHON}/requirements.txt")]).run()
    })?;
    let python = Invocation::new(folder.join("bin/python")).env("PYTHONDONTWRITEBYTECODE", "1").env("SMSC", built::smsc());
    python.args(["-m", "pytest", "--quiet", "-rP", "-p", "no:cacheprovider", path]).run_counted(passed_in_pytest)
}

/// Runs the tests of the client of npm.
fn npm() -> Result<(), String> {
    let lock = read(format!("{NODE}/package-lock.json"))?;
    let folder = installed("node", &lock, |folder| {
        for name in ["package.json", "package-lock.json"] {
            let to = folder.join(name);
            fs::copy(root().join(NODE).join(name), &to).map_err(at(&to))?;
        }
        Invocation::new("npm").args(["ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"]).folder(folder).run()
    })?;
    // The client uses what Node warns of.
    let node = Invocation::new("node").args(["--no-deprecation", "--test", "--test-reporter=tap", &format!("{NODE}/test.mjs")]);
    node.env("MODULES", folder).env("SMSC", built::smsc()).run_counted(passed_in_node)
}

/// Runs a command beside a stand-in, and compares what it prints.
fn shell() -> Result<(), String> {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(std::iter::once(target_dir().join("debug")).chain(std::env::split_paths(&folders)))
        .map_err(|error| error.to_string())?;
    let run = |command: &[&str]| {
        let script = format!("{EXAMPLES}/ci.sh");
        Invocation::new("sh").args([&*script]).args(command).env("PATH", &path).output()
    };
    let printed = run(&["python3", "-c", PRINT_BALANCE])?;
    if printed != BALANCE {
        return Err(format!("expected the balance, and not: {printed}"));
    }
    // The status is that of the command.
    if run(&["false"]).is_ok() { Err("the script succeeds where its command fails".to_owned()) } else { Ok(()) }
}

/// Installs packages below `target`, unless those of this list are there, and returns their folder.
fn installed(name: &str, list: &str, install: impl FnOnce(&Path) -> Result<(), String>) -> Result<PathBuf, String> {
    let folder = target_dir().join("clients").join(name);
    let stamp = folder.join("installed");
    if read(&stamp).is_ok_and(|installed| installed == list) {
        return Ok(folder);
    }
    emptied(&folder)?;
    install(&folder)?;
    write(&stamp, list)?;
    Ok(folder)
}

/// Returns the number in `23 passed in 2.66s`. `None` if there are others than passed ones.
fn passed_in_pytest(printed: &str) -> Option<usize> {
    let line = printed.lines().rev().find(|line| line.contains(" passed"))?;
    let (count, rest) = line.trim_matches(['=', ' ']).split_once(" passed")?;
    if rest.starts_with(" in ") { count.parse().ok() } else { None }
}

/// Returns the number in `# pass 16`. `None` if some did not run.
fn passed_in_node(printed: &str) -> Option<usize> {
    let count = |name: &str| {
        let counted = printed.lines().rev().find_map(|line| line.strip_prefix("# ")?.strip_prefix(name)?.strip_prefix(' '))?;
        counted.parse::<usize>().ok()
    };
    count("pass").filter(|passed| count("tests") == Some(*passed))
}

/// Returns the number in `OK (3 tests, 7 assertions)`, which comes only if all of them ran.
pub(crate) fn passed_in_phpunit(printed: &str) -> Option<usize> {
    let line = printed.lines().find_map(|line| line.strip_prefix("OK ("))?;
    line.split_once(" test")?.0.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_counted_if_all_of_them_ran() {
        assert_eq!(passed_in_pytest("..\n23 passed in 2.66s\n"), Some(23));
        assert_eq!(passed_in_pytest("==== 23 passed in 2.66s ====\n"), Some(23));
        assert_eq!([passed_in_pytest("1 passed, 1 skipped in 2.66s"), passed_in_pytest("no tests ran in 0.01s")], [None; 2]);
        assert_eq!(passed_in_node("ok 1 - a\n# tests 16\n# pass 16\n# fail 0\n# skipped 0\n"), Some(16));
        assert_eq!([passed_in_node("# tests 2\n# pass 1\n# skipped 1\n"), passed_in_node("")], [None; 2]);
        assert_eq!(passed_in_phpunit("...\n\nOK (3 tests, 7 assertions)\n"), Some(3));
        assert_eq!(
            [passed_in_phpunit("OK, but incomplete, skipped, or risky tests!"), passed_in_phpunit("No tests executed!")],
            [None; 2]
        );
    }
}
