//! THIRD-PARTY.txt of each artefact: the crates that are linked into it, and their licences.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;

use crate::run::{self, Step, cargo, list, read};

/// A library or program that is given out, with everything that is linked into it.
pub(crate) struct Artefact {
    name: &'static str,
    pub(crate) manifest: &'static str,
    pub(crate) package: &'static str,
    /// The folder of its THIRD-PARTY.txt.
    folder: &'static str,
}

pub(crate) const ARTEFACTS: [Artefact; 5] = [
    Artefact { name: "libsmsc_proto", manifest: crate::c::MANIFEST, package: "smsc-proto-capi", folder: "bindings/c" },
    Artefact {
        name: "libsmsc_columns",
        manifest: crate::c_columns::MANIFEST,
        package: "smsc-columns-capi",
        folder: "bindings/c-columns",
    },
    Artefact { name: "smsc", manifest: "Cargo.toml", package: "smsc-cli", folder: "crates/smsc-cli" },
    Artefact { name: "the Python module", manifest: "Cargo.toml", package: "smsc-proto-python", folder: "bindings/python" },
    Artefact { name: "the page", manifest: "Cargo.toml", package: "smsc-web", folder: "web" },
];

/// The machine whose dependencies count. They are the same on every Linux.
const MACHINE: &str = "x86_64-unknown-linux-gnu";

/// The licence that is chosen where a crate offers several: the first of these. The second text is
/// part of the name of its file, in crates that have a file for each.
const PREFERRED: [(&str, &str); 3] = [("MIT", "MIT"), ("Apache-2.0", "APACHE"), ("Zlib", "ZLIB")];

/// Writes the file of each artefact.
pub(crate) fn write() -> Vec<Step> {
    let write = |artefact: &Artefact| run::write(file(artefact), &text(artefact)?);
    vec![Step::check("notices of third parties", move || ARTEFACTS.iter().try_for_each(write))]
}

/// Returns the file of the page, to be put into it.
pub(crate) fn of_page() -> Result<String, String> {
    read("web/THIRD-PARTY.txt")
}

fn file(artefact: &Artefact) -> String {
    format!("{}/THIRD-PARTY.txt", artefact.folder)
}

/// The words of the standard library about itself, from its COPYRIGHT-library.html.
const RUST: &str = "Rust's standard library: Apache-2.0 OR MIT (used under MIT). Its copyrights are retained by its
contributors (https://thanks.rust-lang.org). The compiler comes with all notices of the library and of
the crates in it: share/doc/rust/COPYRIGHT-library.html";

/// Returns the file of an artefact: a list of the crates, then each text once.
fn text(artefact: &Artefact) -> Result<String, String> {
    let mut list = format!("Third-party software in {}\n\nMade by: cargo xtask notices\n\n", artefact.name);
    // The texts, without their line breaks, and the crates that each is of.
    let mut texts = Vec::<(String, String, Vec<String>)>::new();
    // The project's own crates have no source.
    for package in linked(artefact)?.into_iter().filter(|package| package["source"].is_string()) {
        let licence = package["license"].as_str().ok_or_else(|| format!("{} names no licence", name(&package)))?;
        let (remark, found) = texts_of(&package, licence)?;
        let _ = writeln!(list, "{}: {licence}{remark}", name(&package));
        for text in found {
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            match texts.iter_mut().find(|(key, ..)| *key == words) {
                Some((.., names)) => names.push(name(&package)),
                None => texts.push((words, text, vec![name(&package)])),
            }
        }
    }
    let _ = writeln!(list, "\n{RUST}");
    texts.push((String::new(), standard("MIT")?, vec!["Rust's standard library".to_owned()]));
    for (_, text, names) in texts {
        let _ = write!(list, "\n{}\n{}\n\n{}\n", "-".repeat(80), names.join(", "), text.trim_matches('\n'));
    }
    Ok(list)
}

/// Returns the packages that are linked into an artefact, the project's own among them. Those that run at
/// build time, or that only other features need, are left out.
pub(crate) fn linked(artefact: &Artefact) -> Result<Vec<Value>, String> {
    let manifest = ["--locked", "--manifest-path", artefact.manifest];
    let tree = cargo(["tree", "--package", artefact.package, "--edges", "normal,no-proc-macro", "--target", MACHINE])
        .args(["--prefix", "none", "--format", "{p}"])
        .args(manifest)
        .output()?;
    let metadata = cargo(["metadata", "--format-version", "1", "--filter-platform", MACHINE]).args(manifest).output()?;
    let mut metadata: Value = serde_json::from_str(&metadata).map_err(|error| error.to_string())?;
    let Value::Array(packages) = metadata["packages"].take() else { return Err("cargo metadata lists no packages".to_owned()) };
    let is_linked = |package: &Value| {
        let line = name(package).replace(' ', " v");
        // In brackets: the folder of one of the project's own, and a mark that it was listed before.
        tree.lines().any(|linked| linked.split(" (").next() == Some(&line))
    };
    let mut linked: Vec<_> = packages.into_iter().filter(is_linked).collect();
    linked.sort_by_key(name);
    if linked.iter().any(|package| package["name"] == "nom") { Ok(linked) } else { Err(format!("nom is not in {tree}")) }
}

/// Returns the name and the version of a package.
fn name(package: &Value) -> String {
    let text = |key: &str| package[key].as_str().unwrap_or_default();
    format!("{} {}", text("name"), text("version"))
}

/// Returns a remark on the choice of the licence, and the texts in the sources of a package.
fn texts_of(package: &Value, licence: &str) -> Result<(String, Vec<String>), String> {
    let alternatives: Vec<_> = licence.split(" OR ").flat_map(|some| some.split('/')).map(str::trim).collect();
    let chosen = PREFERRED.iter().find(|(id, _)| alternatives.contains(id));
    let remark = match chosen {
        Some((id, _)) if alternatives.len() > 1 => format!(" (used under {id})"),
        _ => String::new(),
    };
    let folder = Path::new(package["manifest_path"].as_str().unwrap_or_default()).parent().unwrap_or(Path::new(""));
    let (mut licences, mut notices) = (Vec::new(), Vec::new());
    for path in list(folder)?.into_iter().filter(|path| path.is_file()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        let starts_with = |starts: &[&str]| starts.iter().any(|start| name.starts_with(start));
        if starts_with(&["LICENSE", "LICENCE", "COPYING", "UNLICENSE"]) {
            licences.push((name, read(&path)?.replace("\r\n", "\n")));
        } else if starts_with(&["NOTICE", "COPYRIGHT"]) {
            notices.push(read(&path)?.replace("\r\n", "\n"));
        }
    }
    if let Some((id, word)) = chosen {
        if licences.iter().any(|(name, _)| name.contains(word)) {
            licences.retain(|(name, _)| name.contains(word));
        } else if licences.is_empty() {
            return Ok((format!("{remark}; the crate has no text of it, below is the standard one"), vec![standard(id)?]));
        }
    }
    if licences.is_empty() {
        return Err(format!("{}: no text of {licence} was found", name(package)));
    }
    Ok((remark, licences.into_iter().map(|(_, text)| text).chain(notices).collect()))
}

/// Returns the standard text of a licence, without a holder of the copyright. Fails if the project
/// does not have it.
fn standard(id: &str) -> Result<String, String> {
    match id {
        "MIT" => {
            let text = read("LICENSE-MIT")?;
            let (title, rest) = text.split_once("\n\n").ok_or("LICENSE-MIT has no title")?;
            let (_, terms) = rest.split_once("\n\n").ok_or("LICENSE-MIT has no line about the copyright")?;
            Ok(format!("{title}\n\n{terms}"))
        }
        "Apache-2.0" => read("LICENSE-APACHE"),
        _ => Err(format!("the project has no text of {id}: add it to notices.rs")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_notices_are_those_of_the_dependencies() {
        for artefact in &ARTEFACTS {
            let (old, new) = (read(file(artefact)).unwrap(), text(artefact).unwrap());
            let differs = new.lines().find(|line| !old.lines().any(|other| other == *line));
            assert!(old == new, "{}: {differs:?} is new; make it again: cargo xtask notices", file(artefact));
        }
    }
}
