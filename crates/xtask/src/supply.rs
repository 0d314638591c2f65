//! What the project depends on, and with which features it can be had.

use crate::run::{Invocation, Step, cargo_tool, root, target_dir};

const DENY: &str = "0.20.2";
const HACK: &str = "0.6.46";

/// Whose features can be had in any combination, by the manifest.
const WITH_FEATURES: [&str; 3] = ["crates/smsc-proto/Cargo.toml", "crates/sms-outcome/Cargo.toml", crate::c::MANIFEST];

/// Checks licences, duplicates and sources of all dependencies, and every combination of features.
pub(crate) fn steps() -> Vec<Step> {
    vec![
        // One list is for all of the workspaces, and none of them needs all of it.
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

/// Looks for what is known against the dependencies. The list of that has to be fetched, so this is apart from what needs no network.
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
        let config = root().join("deny.toml");
        let deny = Invocation::new(&program).args(["--locked", "--manifest-path", &manifest, "--config"]).args([config]);
        deny.args(command).args(checks).run()
    })
}
