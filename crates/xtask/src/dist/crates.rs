//! The packages for crates.io, in the order in which they are published.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::out;
use crate::run::{at, cargo, emptied, read, target_dir};

/// The files that every package has besides its sources. The texts are those of the project.
const TEXTS: [&str; 2] = ["LICENSE-MIT", "LICENSE-APACHE"];

/// Packs every crate that may be published. Cargo builds each from its packed files alone, with the
/// other packed crates in the place of crates.io.
pub(super) fn make() -> Result<(), String> {
    let crates = in_order()?;
    // Of the debug builds of all crates, which the man pages and the check of the sdist need as well.
    let folder = target_dir();
    emptied(&folder.join("package"))?;
    let selected = crates.iter().flat_map(|(name, _)| ["--package", name]);
    // The page is not committed, but made of what is.
    let options = ["--locked", "--allow-dirty", "--quiet", "--target-dir"];
    cargo(["package"]).args(selected).args(options).args([&folder]).run()?;
    for (name, version) in &crates {
        is_complete(&folder.join(format!("package/{name}-{version}")))?;
        let file = format!("{name}-{version}.crate");
        let to = out().join(&file);
        fs::copy(folder.join("package").join(&file), &to).map_err(at(&to))?;
    }
    let names: Vec<_> = crates.iter().map(|(name, _)| name.as_str()).collect();
    println!("to be published in this order: {}", names.join(", "));
    Ok(())
}

/// Returns the name and the version of each crate that may be published, after those that it needs.
pub(crate) fn in_order() -> Result<Vec<(String, String)>, String> {
    let metadata = cargo(["metadata", "--no-deps", "--locked", "--format-version", "1"]).output()?;
    let metadata: Value = serde_json::from_str(&metadata).map_err(|error| error.to_string())?;
    let mut waiting = BTreeMap::new();
    for package in metadata["packages"].as_array().into_iter().flatten().filter(|package| package["publish"].is_null()) {
        let dependencies = package["dependencies"].as_array().into_iter().flatten();
        // Dependencies of tests without a version are left out of the package.
        let needed = dependencies.filter(|dependency| !dependency["path"].is_null() && dependency["req"] != "*");
        let needed: Vec<_> = needed.map(|dependency| text(&dependency["name"])).collect();
        waiting.insert(text(&package["name"]), (text(&package["version"]), needed));
    }
    sorted(waiting)
}

/// Fails if an unpacked package has no README, or not the texts of the licences; or if that of the
/// command has not the page.
pub(crate) fn is_complete(folder: &Path) -> Result<(), String> {
    read(folder.join("README.md"))?;
    if folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("smsc-cli-")) {
        read(folder.join("page/smsc.html"))?;
    }
    TEXTS.into_iter().try_for_each(|name| {
        let is_same = read(folder.join(name))? == read(name)?;
        if is_same { Ok(()) } else { Err(format!("{}: {name} is another text than the project's", folder.display())) }
    })
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Returns names with their versions, each after the names that it needs.
fn sorted(mut waiting: BTreeMap<String, (String, Vec<String>)>) -> Result<Vec<(String, String)>, String> {
    let mut order = Vec::new();
    while !waiting.is_empty() {
        let next = waiting.iter().find(|(_, (_, needed))| needed.iter().all(|name| !waiting.contains_key(name)));
        let name = next.map(|(name, _)| name.clone()).ok_or_else(|| format!("these need each other: {:?}", waiting.keys()))?;
        let (version, _) = waiting.remove(&name).unwrap_or_default();
        order.push((name, version));
    }
    Ok(order)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::root;

    #[test]
    fn every_crate_has_its_texts() {
        for (name, _) in in_order().unwrap() {
            assert_eq!(is_complete(&root().join("crates").join(name)), Ok(()));
        }
    }

    #[test]
    fn a_crate_comes_after_those_that_it_needs() {
        let needs =
            |name: &str, needed: &[&str]| (name.to_owned(), ("1".to_owned(), needed.iter().map(|&name| name.to_owned()).collect()));
        let order = sorted(BTreeMap::from([needs("a", &["b", "c"]), needs("b", &["c"]), needs("c", &[])])).unwrap();
        assert_eq!(order.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["c", "b", "a"]);
        assert!(sorted(BTreeMap::from([needs("a", &["b"]), needs("b", &["a"])])).is_err());
        let names: Vec<_> = in_order().unwrap().into_iter().map(|(name, _)| name).collect();
        let position = |name: &str| names.iter().position(|other| other == name).unwrap();
        assert!(position("smsc-proto") < position("smsc-client") && position("smsc-client") < position("smsc-cli"));
    }
}
