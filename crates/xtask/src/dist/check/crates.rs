//! The crates, in a fresh home of cargo, with a folder in the place of crates.io.

use std::fs;
use std::path::{Path, PathBuf};

use super::super::{archive, crates as packed, sums, version};
use super::{compare, examples, place, standin};
use crate::run::{Invocation, at, cargo, emptied, target_dir, write};

/// Builds the program of docs/start.md with the crates, and installs the command.
pub(super) fn check(dist: &Path) -> Result<(), String> {
    let registry = place("registry");
    let home = place("cargo");
    emptied(&home)?;
    emptied(&registry)?;
    Invocation::new("cp").args(["-R"]).args([vendored()?.join("."), registry.clone()]).run()?;
    for (name, version) in packed::in_order()? {
        add(&dist.join(format!("{name}-{version}.crate")), &registry, &format!("{name}-{version}"))?;
    }
    write(home.join("config.toml"), &settings(&registry.display().to_string()))?;
    let program = place("program");
    emptied(&program)?;
    write(program.join("src/main.rs"), &examples::programs("## Rust", "rust")?.concat())?;
    let version = version()?;
    let dependencies = ["smsc-client", "smsc-proto", "sms-outcome"].map(|name| format!("{name} = \"{version}\"\n"));
    let manifest = "[package]\nname = \"start\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n".to_owned();
    write(program.join("Cargo.toml"), &(manifest + &dependencies.concat()))?;
    // Kept from run to run: what is compiled does not depend on the home of cargo.
    let target = target_dir().join("dist-build/program");
    let fresh = |command: Invocation| command.folder(&program).env("CARGO_HOME", &home).env("CARGO_TARGET_DIR", &target);
    fresh(cargo(["build", "--quiet", "--offline"])).run()?;
    let commands = examples::commands("## Rust")?;
    let (_, expected) = commands.first().ok_or("docs/start.md: expected what the program in Rust prints")?;
    let printed = standin::beside(dist)?.args([target.join("debug/start")]).output()?;
    compare("cargo add smsc-client smsc-proto sms-outcome; cargo run", &printed, expected)?;
    let installed = place("installed");
    emptied(&installed)?;
    // `dist` has built all of it from the packages. Without tables this is a matter of minutes.
    let install = cargo(["install", "--quiet", "--offline", "--debug", "--no-default-features", "smsc-cli", "--root"]);
    fresh(install.args([&installed])).run()?;
    let of_command = examples::commands("## The command line")?;
    let (_, expected) =
        of_command.iter().find(|(command, _)| command.starts_with("smsc explain")).ok_or("expected smsc explain")?;
    let printed = Invocation::new(installed.join("bin/smsc")).args(["explain", "20/6"]).env("LC_ALL", "C").output()?;
    compare("cargo install --no-default-features smsc-cli; smsc explain 20/6", &printed, expected)
}

/// Copies the sources of all dependencies, without the project's crates, into a folder, and returns its
/// path.
pub(super) fn vendored() -> Result<PathBuf, String> {
    let folder = place("vendor");
    let vendor = cargo(["vendor", "--quiet", "--locked", "--versioned-dirs", "--sync", "bindings/c/Cargo.toml"]);
    vendor.args([&folder]).output()?;
    Ok(folder)
}

/// Returns settings of cargo with a folder in the place of crates.io.
pub(super) fn settings(folder: &str) -> String {
    format!("[source.crates-io]\nreplace-with = \"folder\"\n\n[source.folder]\ndirectory = \"{folder}\"\n")
}

/// Unpacks a package as one of a folder that is in the place of crates.io.
fn add(package: &Path, registry: &Path, name: &str) -> Result<(), String> {
    archive::unpack(package, registry)?;
    let bytes = fs::read(package).map_err(at(package))?;
    let sum = sums::sum(&bytes);
    write(registry.join(name).join(".cargo-checksum.json"), &format!("{{\"files\":{{}},\"package\":\"{sum}\"}}"))
}
