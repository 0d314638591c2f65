//! What the project depends on, and with which features it can be had.

use crate::run::{Invocation, Step, root, target_dir};
use crate::tools::cargo_tool;

const DENY: &str = "0.20.2";
const HACK: &str = "0.6.46";

/// Whose features can be had in any combination, by the manifest.
const WITH_FEATURES: [&str; 3] = ["crates/smsc-proto/Cargo.toml", "crates/sms-outcome/Cargo.toml", crate::c::MANIFEST];

/// Licences, duplicates and sources of all dependencies, and every combination of features.
pub(crate) fn steps() -> Vec<Step> {
    vec![
        Step::check("licences, bans and sources of dependencies", || {
            for manifest in manifests()? {
                // One list is for all of the workspaces, and none of them needs all of it.
                let unneeded = ["--allow", "unmatched-skip", "--allow", "license-exception-not-encountered"];
                deny(&manifest)?.args(["--offline", "check"]).args(unneeded).args(["bans", "licenses", "sources"]).run()?;
            }
            Ok(())
        }),
        Step::check("every combination of features", || {
            let hack = cargo_tool("cargo-hack", HACK)?;
            let target = std::path::absolute(root().join(target_dir()).join("features")).map_err(|error| error.to_string())?;
            for manifest in WITH_FEATURES {
                let what = ["hack", "check", "--feature-powerset", "--quiet", "--manifest-path", manifest, "--target-dir"];
                Invocation::new(&hack).args(what).args([&target]).run()?;
            }
            Ok(())
        }),
    ]
}

/// What is known against the dependencies. The list of that has to be fetched, so this is apart from what needs no network.
pub(crate) fn advisories() -> Vec<Step> {
    vec![Step::check("advisories about dependencies", || {
        for manifest in manifests()? {
            deny(&manifest)?.args(["check", "advisories"]).run()?;
        }
        Ok(())
    })]
}

fn deny(manifest: &str) -> Result<Invocation, String> {
    println!("{manifest}");
    let program = cargo_tool("cargo-deny", DENY)?;
    let config = root().join("deny.toml");
    Ok(Invocation::new(program).args(["--locked", "--manifest-path", manifest, "--config"]).args([config]))
}

/// Of each workspace that there is, by the lock files that are committed.
fn manifests() -> Result<Vec<String>, String> {
    let files = Invocation::new("git").args(["ls-files", "Cargo.lock", "*/Cargo.lock"]).output()?;
    let manifests: Vec<_> = files.lines().map(|lock| lock.replace("Cargo.lock", "Cargo.toml")).collect();
    if manifests.iter().any(|manifest| manifest == "Cargo.toml") {
        Ok(manifests)
    } else {
        Err(format!("lock files are missing: {files}"))
    }
}
