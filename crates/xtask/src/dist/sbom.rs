//! A list of all that is linked into each artefact, as `CycloneDX`.
//!
//! Made of what cargo knows, as THIRD-PARTY.txt is. cargo-cyclonedx writes the folders of the project's
//! own crates into its lists.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{out, source, version};
use crate::notices::{ARTEFACTS, Artefact, linked};
use crate::release;
use crate::run::{Invocation, read, write};

/// Writes the list of each artefact.
pub(super) fn make() -> Result<(), String> {
    let time = source::time()?;
    let time = Invocation::new("date").args(["--utc", &format!("--date=@{time}"), "+%FT%TZ"]).output()?;
    for artefact in &ARTEFACTS {
        let sums = sums(&read(artefact.manifest.replace(".toml", ".lock"))?);
        let text = serde_json::to_string_pretty(&list(artefact, &linked(artefact)?, &sums, time.trim())?);
        let file = out().join(format!("{}-{}.cdx.json", artefact.package, version()?));
        write(&file, &(text.map_err(|error| error.to_string())? + "\n"))?;
        release::names_no_folder(&file)?;
    }
    Ok(())
}

fn list(artefact: &Artefact, packages: &[Value], sums: &BTreeMap<String, String>, time: &str) -> Result<Value, String> {
    let is_artefact = |package: &&Value| package["name"] == artefact.package;
    let own = packages.iter().find(is_artefact).ok_or_else(|| format!("{} is not in its own list", artefact.package))?;
    let components: Vec<_> =
        packages.iter().filter(|package| !is_artefact(package)).map(|package| component(package, sums)).collect();
    Ok(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "timestamp": time, "component": component(own, sums) },
        "components": components,
    }))
}

/// Returns a package as a component. What was not fetched from crates.io has no sum.
fn component(package: &Value, sums: &BTreeMap<String, String>) -> Value {
    let text = |key: &str| package[key].as_str().unwrap_or_default();
    let url = format!("pkg:cargo/{}@{}", text("name"), text("version"));
    let mut component = json!({
        "type": "library",
        "bom-ref": url,
        "name": text("name"),
        "version": text("version"),
        "licenses": [{ "expression": text("license").replace('/', " OR ") }],
        "purl": url,
    });
    if let Some(sum) = sums.get(&format!("{} {}", text("name"), text("version"))) {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": sum }]);
    }
    if let Some(project) = package["repository"].as_str() {
        component["externalReferences"] = json!([{ "type": "vcs", "url": project }]);
    }
    component
}

/// Returns the sums in a lock file, by name and version.
fn sums(lock: &str) -> BTreeMap<String, String> {
    let entry = |package: &str| {
        let value = |key: &str| package.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"'));
        Some((format!("{} {}", value("name")?, value("version")?), value("checksum")?.to_owned()))
    };
    lock.split("[[package]]\n").filter_map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_the_library_has_its_crates() {
        let artefact = &ARTEFACTS[0];
        let sums = sums(&read("bindings/c/Cargo.lock").unwrap());
        let list = list(artefact, &linked(artefact).unwrap(), &sums, "2026-11-28T12:00:00Z").unwrap();
        assert_eq!(list["metadata"]["component"]["name"], "smsc-proto-capi");
        let components = list["components"].as_array().unwrap();
        let of = |name: &str| components.iter().find(|component| component["name"] == name).unwrap();
        assert_eq!(of("smsc-proto")["purl"], format!("pkg:cargo/smsc-proto@{}", version().unwrap()));
        assert!(of("smsc-proto")["hashes"].is_null());
        assert_eq!(of("nom")["hashes"][0]["content"].as_str().unwrap().len(), 64);
        assert_eq!(of("wide")["licenses"][0]["expression"], "Zlib OR Apache-2.0 OR MIT");
    }

    #[test]
    fn sums_are_those_of_the_lock() {
        let lock = "version = 4\n\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nchecksum = \"f00\"\n\n[[package]]\nname = \"b\"\nversion = \"2.0.0\"\n";
        assert_eq!(sums(lock), BTreeMap::from([("a 1.0.0".to_owned(), "f00".to_owned())]));
    }
}
