//! The command: built for Debian's packages, and as static programs that need nothing but the kernel.

use std::path::{Path, PathBuf};

use super::targets::{Machine, OTHERS};
use super::{archive, out, stage, targets, version};
use crate::release::{self, put};
use crate::run::{Invocation, at, emptied, read, root, target_dir, write};

/// The shells with completions, and where those that `smsc completions` prints are read from.
const SHELLS: [(&str, &str); 4] = [
    ("bash", "share/bash-completion/completions/smsc"),
    ("zsh", "share/zsh/site-functions/_smsc"),
    ("fish", "share/fish/vendor_completions.d/smsc.fish"),
    ("powershell", "share/smsc/smsc.ps1"),
];

/// Builds the command with its man pages and completions, as it is below a prefix.
pub(super) fn make() -> Result<(), String> {
    let folder = folder();
    emptied(&folder)?;
    let program = release::smsc(&folder)?;
    release::names_no_folder(&program)?;
    for (shell, file) in SHELLS {
        let printed = Invocation::new(&program).args(["completions", shell]).env("LC_ALL", "C").output()?;
        write(folder.join(file), &printed)?;
    }
    Ok(())
}

/// Returns the folder with the command, its man pages, completions and licences.
pub(super) fn folder() -> PathBuf {
    stage("smsc")
}

/// Makes an archive of the static command for each machine.
pub(super) fn make_static() -> Result<(), String> {
    for machine in OTHERS.iter().filter(|machine| machine.is_static()) {
        if machine.can_be_built("the static command")? {
            pack(machine)?;
        }
    }
    Ok(())
}

fn pack(machine: &Machine) -> Result<(), String> {
    let name = name(machine)?;
    let folder = stage("static").join(&name);
    emptied(&folder)?;
    let target = target_dir().join("static");
    targets::build(machine, &target)?.args(["--package", "smsc-cli"]).run()?;
    let program = folder.join("bin/smsc");
    put(&target.join(machine.target).join("release/smsc"), &program)?;
    is_static(&program)?;
    release::names_no_folder(&program)?;
    archive::copy(&self::folder(), &["share"], &folder)?;
    write(folder.join("README.md"), &of_package(&read("crates/smsc-cli/README.md")?))?;
    archive::pack(&stage("static"), &[&name], &out().join(format!("{name}.tar.gz")))
}

/// Returns the name of the archive, and of the folder in it.
pub(super) fn name(machine: &Machine) -> Result<String, String> {
    Ok(format!("smsc-{}-{}", version()?, machine.name))
}

/// Returns a page whose links lead to the project.
fn of_package(page: &str) -> String {
    page.replace("](../../", &format!("]({}/blob/main/", env!("CARGO_PKG_REPOSITORY")))
}

/// Fails if a program asks for a loader of libraries.
fn is_static(program: &Path) -> Result<(), String> {
    if !root().join(program).exists() {
        return Err(at(program)("expected a program"));
    }
    let headers = Invocation::new("readelf").args(["--program-headers", "--dynamic"]).args([program]).output()?;
    if headers.contains("INTERP") || headers.contains("(NEEDED)") {
        return Err(format!("{} is not static:\n{headers}", program.display()));
    }
    Ok(())
}
