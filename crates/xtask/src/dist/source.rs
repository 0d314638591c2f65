//! The committed sources, and what of them is in every build: the commit and its time.

use std::path::Path;

use crate::run::{Invocation, ROOT, root, target_dir};

/// The variable with the time of everything in an artefact, in seconds. Tools know it by this name.
const TIME: &str = "SOURCE_DATE_EPOCH";

/// Checks the last commit out, and runs this program there with these arguments.
pub(super) fn run_committed(args: impl IntoIterator<Item = String>) -> Result<(), String> {
    let folder = target_dir().join("dist-source");
    let commit = git(["rev-parse", "HEAD"])?;
    let time = git(["show", "--no-patch", "--format=%ct", "HEAD"])?;
    let changed = git(["status", "--short"])?;
    if !changed.is_empty() {
        println!("not committed, and therefore left out:\n{changed}");
    }
    check_out(&folder)?;
    println!("commit {commit} in {}", folder.display());
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    Invocation::new(program)
        .args(args)
        .env(ROOT, &folder)
        .env("CARGO_TARGET_DIR", target_dir().join("dist-build"))
        .env("SMSC_COMMIT", commit)
        .env(TIME, time)
        // Part of bytes that tools make: texts in order, times in words, a zip's local times.
        .env("LC_ALL", "C.UTF-8")
        .env("TZ", "UTC")
        .run()
}

/// Makes a folder hold the files of the last commit. Unchanged files keep their times, so that cargo
/// keeps what it has built.
fn check_out(folder: &Path) -> Result<(), String> {
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let git = |args: &[&str]| {
        let git = Invocation::new("git").args(["--work-tree".as_ref(), folder.as_os_str()]).args(args);
        git.env("GIT_INDEX_FILE", folder.with_extension("index")).run()
    };
    git(&["read-tree", "--reset", "-u", "HEAD"])?;
    // The page is made again, and is part of the command: an unchanged one is kept.
    git(&["clean", "-ffdxq", "--exclude=/crates/smsc-cli/page/smsc.html"])
}

/// Returns what git prints of the checkout.
fn git<const N: usize>(args: [&str; N]) -> Result<String, String> {
    Ok(Invocation::new("git").args(args).folder(root()).output()?.trim_end().to_owned())
}

/// Returns the time of everything in an artefact, in seconds since 1970.
pub(super) fn time() -> Result<u64, String> {
    let time = std::env::var(TIME).map_err(|error| format!("{TIME}: {error}"))?;
    time.parse().map_err(|_| format!("{TIME}: expected seconds since 1970"))
}
