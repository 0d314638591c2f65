//! Checks of the dependencies, and of the combinations of features.

use crate::run::{Invocation, Step, cargo, cargo_tool, root, target_dir};

const DENY: &str = "0.20.2";
const HACK: &str = "0.6.46";

/// The manifests of the crates with features.
const WITH_FEATURES: [&str; 9] = [
    "crates/smsc-proto/Cargo.toml",
    "crates/sms-outcome/Cargo.toml",
    "crates/smsc-standin/Cargo.toml",
    "crates/smsc-client/Cargo.toml",
    "crates/smsc-watch/Cargo.toml",
    "crates/smsc-columns/Cargo.toml",
    "crates/smsc-report/Cargo.toml",
    "crates/sms-tracker/Cargo.toml",
    crate::c::MANIFEST,
];

/// Checks licences, duplicates and sources of all dependencies, and every combination of features.
pub(crate) fn steps() -> Vec<Step> {
    vec![
        // One list is for all workspaces, and no workspace needs every entry.
        Step::check("licences, bans and sources of dependencies", || {
            let unneeded = ["--allow", "unmatched-skip", "--allow", "license-exception-not-encountered"];
            deny(&["--offline", "check"], &[&unneeded[..], &["bans", "licenses", "sources"]].concat())
        }),
        Step::check("every combination of features", || {
            let hack = cargo_tool("cargo-hack", HACK)?;
            WITH_FEATURES.into_iter().try_for_each(|manifest| {
                let what = ["hack", "check", "--feature-powerset", "--quiet", "--manifest-path", manifest, "--target-dir"];
                Invocation::new(&hack).args(what).args([target_dir().join("features")]).run()
            })
        }),
    ]
}

/// Checks the dependencies for known vulnerabilities. The list has to be fetched, so this is not
/// part of the checks that need no network.
pub(crate) fn advisories() -> Vec<Step> {
    vec![Step::check("advisories about dependencies", || deny(&["check"], &["advisories"]))]
}

/// Runs cargo-deny for each workspace, found by the lock files that are committed.
fn deny(command: &[&str], checks: &[&str]) -> Result<(), String> {
    let program = cargo_tool("cargo-deny", DENY)?;
    let files = Invocation::new("git").args(["ls-files", "Cargo.lock", "*/Cargo.lock"]).output()?;
    if !files.lines().any(|file| file == "Cargo.lock") {
        return Err(format!("git lists no Cargo.lock of the workspace, only: {files}"));
    }
    files.lines().try_for_each(|lock| {
        let manifest = lock.replace("Cargo.lock", "Cargo.toml");
        println!("{manifest}");
        // A machine has fetched what it compiled so far, but cargo-deny reads all packages of the
        // lock file.
        cargo(["fetch", "--locked", "--manifest-path", &manifest]).run()?;
        let config = root().join("deny.toml");
        let deny = Invocation::new(&program).args(["--locked", "--manifest-path", &manifest, "--config"]).args([config]);
        deny.args(command).args(checks).run()
    })
}
