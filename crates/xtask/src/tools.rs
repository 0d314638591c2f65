//! Tools that cargo does not bring: looked for, installed where that is allowed, and named otherwise.

use std::env;
use std::path::{Path, PathBuf};

use crate::run::{Invocation, cargo, root, target_dir};

/// A program, and the package of Debian's that it is in.
pub(crate) struct Tool {
    program: &'static str,
    package: &'static str,
}

pub(crate) const fn tool(program: &'static str, package: &'static str) -> Tool {
    Tool { program, package }
}

/// Makes sure that all of them are there.
///
/// # Errors
///
/// The command that would install what is missing, if it cannot be run here.
pub(crate) fn need(tools: &[Tool]) -> Result<(), String> {
    install(&|| tools.iter().filter(|tool| !is_there(tool.program)).map(|tool| tool.package.to_owned()).collect())
}

/// Installs what `missing` names, until it names nothing.
///
/// # Errors
///
/// As for [`need`].
pub(crate) fn install(missing: &dyn Fn() -> Vec<String>) -> Result<(), String> {
    let packages = || {
        let mut packages = missing();
        packages.sort_unstable();
        packages.dedup();
        packages
    };
    let wanted = packages();
    if wanted.is_empty() {
        return Ok(());
    }
    let by_hand = format!("needed and not here; install with: apt-get install -y --no-install-recommends {}", wanted.join(" "));
    if !is_there("apt-get") || !is_root() {
        return Err(by_hand);
    }
    let failed = |error: String| format!("{error}\n{by_hand}");
    Invocation::new("apt-get").args(["update", "-qq"]).run().map_err(failed)?;
    Invocation::new("apt-get")
        .args(["install", "-y", "-qq", "--no-install-recommends"])
        .args(&wanted)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .run()
        .map_err(failed)?;
    let left = packages();
    if left.is_empty() { Ok(()) } else { Err(format!("installed, but still not found: {}", left.join(" "))) }
}

/// A program of crates.io's, built among what the project builds if that has not been done yet: always of this version, whatever else is installed.
///
/// # Errors
///
/// What cargo says.
pub(crate) fn cargo_tool(name: &str, version: &str) -> Result<PathBuf, String> {
    let folder = target_dir().join("tools").join(format!("{name}-{version}"));
    let folder = std::path::absolute(root().join(folder)).map_err(|error| error.to_string())?;
    let program = folder.join("bin").join(name);
    if !program.exists() {
        cargo(["install", "--quiet", "--locked", "--version", version, "--root"]).args([&folder]).args([name]).run()?;
    }
    Ok(program)
}

fn is_there(program: &str) -> bool {
    // A path names a file that no PATH leads to.
    if program.contains('/') {
        return Path::new(program).exists();
    }
    env::split_paths(&env::var_os("PATH").unwrap_or_default()).any(|folder| folder.join(program).is_file())
}

fn is_root() -> bool {
    Invocation::new("id").args(["-u"]).output().is_ok_and(|id| id.trim() == "0")
}
