//! The PHP packages as sources: the extension for PECL and for PIE, the package in plain PHP, and the
//! client.

use std::path::{Path, PathBuf};

use super::{archive, out, pecl, stage, version};
use crate::run::{at, emptied, list, read, root, write};

const EXTENSION: &str = "bindings/php";

/// The sources from which cargo builds the C library.
const LIBRARY: [&str; 14] = [
    "Cargo.toml",
    "bindings/c/Cargo.lock",
    "bindings/c/Cargo.toml",
    "bindings/c/build.rs",
    "bindings/c/layout.txt",
    "bindings/c/src",
    "crates/sms-outcome/Cargo.toml",
    "crates/sms-outcome/src",
    "crates/sms-tracker/Cargo.toml",
    "crates/sms-tracker/src",
    "crates/smsc-proto/Cargo.toml",
    "crates/smsc-proto/src",
    "include/smsc_proto.h",
    "include/smsc_proto.hpp",
];

const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// Makes all source packages.
pub(super) fn make() -> Result<(), String> {
    let folder = extension()?;
    let name = pecl::name(&version()?);
    let parent = folder.parent().unwrap_or(&folder);
    write(parent.join("package.xml"), &pecl::description(&version()?, &files(&folder)?)?)?;
    archive::pack(parent, &["package.xml", &name], &out().join(format!("{name}.tgz")))?;
    // PIE unpacks its archive where it builds.
    let entries: Vec<_> = list(&folder)?.iter().map(|path| below(&folder, path)).collect();
    let entries: Vec<_> = entries.iter().map(String::as_str).collect();
    archive::pack(&folder, &entries, &out().join(format!("php_{name}-src.tgz")))?;
    plain("polyfill", &["README.md", "bootstrap.php", "composer.json", "functions.php", "src"])?;
    plain("client", &["README.md", "composer.json", "src"])
}

/// Makes the folder of the extension: its sources, and below `rust` those of the C library.
fn extension() -> Result<PathBuf, String> {
    let folder = stage("php").join(pecl::name(&version()?));
    emptied(&folder)?;
    let sources = list(&root().join(EXTENSION))?;
    let sources: Vec<_> = sources.iter().filter(|path| path.is_file()).map(|path| below(&root().join(EXTENSION), path)).collect();
    let sources: Vec<_> = sources.iter().map(String::as_str).chain(["stubs"]).collect();
    archive::copy(&root().join(EXTENSION), &sources, &folder)?;
    archive::copy(root(), &LICENCES, &folder)?;
    archive::copy(&root().join("bindings/c"), &["THIRD-PARTY.txt"], &folder)?;
    let library = folder.join("rust");
    archive::copy(root(), &LIBRARY, &library)?;
    write(library.join("Cargo.toml"), &reduced(&read("Cargo.toml")?)?)?;
    for manifest in LIBRARY.iter().filter(|path| path.starts_with("crates/") && path.ends_with("/Cargo.toml")) {
        write(library.join(manifest), &without_tests(&read(manifest)?))?;
    }
    Ok(folder)
}

/// Returns the manifest of the workspace without the members that are not in the package.
fn reduced(manifest: &str) -> Result<String, String> {
    const MEMBERS: &str = "members = [\"crates/smsc-proto\", \"crates/sms-outcome\", \"crates/sms-tracker\"]";
    let mut has_members = false;
    let mut reduced = String::new();
    for line in manifest.lines().filter(|line| !line.starts_with("default-members = ")) {
        has_members |= line.starts_with("members = ");
        reduced.push_str(if line.starts_with("members = ") { MEMBERS } else { line });
        reduced.push('\n');
    }
    if has_members { Ok(reduced) } else { Err("Cargo.toml: expected a line that starts with members".to_owned()) }
}

/// Returns the manifest of a crate without the tests and examples, which are not in the package.
fn without_tests(manifest: &str) -> String {
    const LEFT_OUT: [&str; 4] = ["[[test]]", "[[example]]", "[[bench]]", "[dev-dependencies"];
    let mut is_left_out = false;
    let mut kept = String::new();
    for line in manifest.split_inclusive('\n') {
        if line.starts_with('[') {
            is_left_out = LEFT_OUT.iter().any(|start| line.starts_with(start));
        }
        if !is_left_out {
            kept.push_str(line);
        }
    }
    kept
}

/// Makes a Composer package of one of the folders of the extension.
fn plain(folder: &str, entries: &[&str]) -> Result<(), String> {
    let version = version()?;
    let name = format!("smsc-proto-{folder}-{version}");
    let stage = stage("php").join(&name);
    emptied(&stage)?;
    archive::copy(&root().join(EXTENSION).join(folder), entries, &stage)?;
    archive::copy(root(), &LICENCES, &stage)?;
    let manifest = stage.join("composer.json");
    write(&manifest, &with_version(&read(&manifest)?, &version))?;
    archive::pack(stage.parent().unwrap_or(&stage), &[&name], &out().join(format!("{name}.tar.gz")))
}

/// Returns a composer.json with the version, which a repository of type `artifact` needs.
fn with_version(manifest: &str, version: &str) -> String {
    manifest.replacen(",\n", &format!(",\n    \"version\": \"{version}\",\n"), 1)
}

/// Returns the paths of all files below a folder, sorted, relative to it.
fn files(folder: &Path) -> Result<Vec<String>, String> {
    let (mut found, mut waiting) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(next) = waiting.pop() {
        for path in list(&next)? {
            let is_folder = path.metadata().map_err(at(&path))?.is_dir();
            if is_folder { waiting.push(path) } else { found.push(below(folder, &path)) }
        }
    }
    found.sort_unstable();
    Ok(found)
}

fn below(folder: &Path, path: &Path) -> String {
    path.strip_prefix(folder).unwrap_or(path).to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reduced_workspace_has_the_crates_of_the_library() {
        let manifest: String = read("Cargo.toml").unwrap();
        let reduced = reduced(&manifest).unwrap();
        assert!(reduced.contains("members = [\"crates/smsc-proto\"") && !reduced.contains("crates/xtask"));
        assert_eq!(super::super::version_in(&reduced).unwrap(), version().unwrap());
        assert!(super::reduced("[workspace]\n").is_err());
    }

    #[test]
    fn a_manifest_names_no_tests() {
        let manifest =
            "[package]\nname = \"a\"\n\n[dev-dependencies]\nb = 1\n\n[[test]]\nname = \"c\"\n\n[lints]\nworkspace = true\n";
        assert_eq!(without_tests(manifest), "[package]\nname = \"a\"\n\n[lints]\nworkspace = true\n");
    }

    #[test]
    fn the_library_has_all_of_its_crates() {
        let manifest = read("bindings/c/Cargo.toml").unwrap();
        for path in manifest.split("path = \"../../").skip(1) {
            let path = format!("{}/src", path.split('"').next().unwrap());
            assert!(LIBRARY.contains(&path.as_str()), "{path}");
        }
        assert!(LIBRARY.iter().all(|path| root().join(path).exists()));
    }

    #[test]
    fn a_composer_package_has_a_version() {
        let manifest = with_version(&read("bindings/php/client/composer.json").unwrap(), "1.2.3");
        let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
        assert_eq!((&manifest["name"], &manifest["version"]), (&"smsc-proto/client".into(), &"1.2.3".into()));
    }
}
