//! The promises of docs/stability.md: the oldest compiler, and no break between two versions.

use crate::c;
use crate::run::{Invocation, Step, cargo_tool, read, target_dir};

const SEMVER_CHECKS: &str = "0.51.0";

/// The crates whose public items may not break.
const STABLE: [&str; 7] = ["smsc-proto", "sms-outcome", "smsc-client", "sms-tracker", "smsc-watch", "smsc-columns", "visible-text"];

/// The crates whose tests the oldest compiler runs: those of the others need dependencies which need a
/// newer one, or take long.
const TESTED: [&str; 3] = ["smsc-proto", "sms-outcome", "sms-tracker"];

/// Checks that the oldest promised compiler, which rustup has, builds everything, and runs tests with it.
pub(crate) fn oldest() -> Vec<Step> {
    let mut steps = vec![Step::check("the workspace with the oldest compiler", || oldest_cargo(["check", "--workspace"])?.run())];
    steps.extend([c::MANIFEST, "bindings/c-columns/Cargo.toml"].map(|manifest| {
        Step::check(format!("{manifest} with the oldest compiler"), move || {
            oldest_cargo(["check"])?.args(["--manifest-path", manifest]).run()
        })
    }));
    steps.push(Step::check("tests with the oldest compiler", || {
        let packages = TESTED.iter().flat_map(|name| ["--package", name]);
        oldest_cargo(["test", "--all-features"])?.args(packages).run_searched()
    }));
    steps
}

/// Returns a call of the oldest cargo, with a folder of its own for what it builds.
fn oldest_cargo<const N: usize>(what: [&str; N]) -> Result<Invocation, String> {
    let version = oldest_version()?;
    let rustup = Invocation::new("rustup").args(["run", &version, "cargo"]).args(what);
    Ok(rustup.args(["--locked", "--target-dir"]).args([target_dir().join("oldest")]))
}

/// Returns the oldest compiler: `rust-version` in Cargo.toml.
pub(crate) fn oldest_version() -> Result<String, String> {
    let manifest = read("Cargo.toml")?;
    let version = manifest.lines().find_map(|line| line.strip_prefix("rust-version = "));
    version.map(|version| format!("{}.0", version.trim_matches('"'))).ok_or_else(|| "Cargo.toml has no rust-version".to_owned())
}

/// Compares the public items with those of the last version that has a tag.
pub(crate) fn semver() -> Vec<Step> {
    vec![Step::check("public items since the last version", || {
        let tags = Invocation::new("git").args(["tag", "--list", "v*", "--sort=-version:refname"]).output()?;
        let Some(tag) = tags.lines().next() else {
            println!("NOT CHECKED: no version has a tag yet, so that there is nothing to compare with");
            return Ok(());
        };
        let program = cargo_tool("cargo-semver-checks", SEMVER_CHECKS)?;
        let check = Invocation::new(program).args(["semver-checks", "--all-features", "--baseline-rev", tag]);
        check.args(STABLE.iter().flat_map(|name| ["--package", name])).run()
    })]
}
