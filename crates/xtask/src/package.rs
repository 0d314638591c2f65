//! Making and trying what is given out: the packages for crates.io, the C library, the command.

use std::path::Path;

use serde_json::Value;

use crate::run::{Invocation, Step, cargo, emptied, read, target_dir, write};
use crate::{c, release, web};

/// The files that every package has besides its sources. The texts are those of the project.
const TEXTS: [&str; 2] = ["LICENSE-MIT", "LICENSE-APACHE"];

/// Returns all checks of what is given out.
pub(crate) fn steps() -> Vec<Step> {
    let installed = target_dir().join("installed");
    let (of_c, of_smsc) = (installed.join("c"), installed.join("smsc"));
    let mut steps = web::steps();
    steps.extend([
        Step::check("packages for crates.io", packages),
        Step::check("the C library is the same from any folder", move || {
            c::install(c::Variant::Released, &of_c)?;
            c::is_same_from_any_folder(&of_c)
        }),
        Step::check("the command names no folder", move || release::names_no_folder(&release::smsc(&of_smsc)?)),
    ]);
    steps
}

/// Packs every crate that is published, unpacks them, and runs their tests without the rest of the
/// project.
fn packages() -> Result<(), String> {
    let (made, unpacked) = (target_dir().join("packages"), target_dir().join("unpacked"));
    let crates = published()?;
    let selected = crates.iter().flat_map(|(name, _)| ["--package", name]);
    emptied(&made)?;
    // Compiled below, with the tests. Changes need not be committed to be checked.
    let options = ["--locked", "--allow-dirty", "--no-verify", "--quiet", "--target-dir"];
    cargo(["package"]).args(selected).args(options).args([&made]).run()?;
    emptied(&unpacked)?;
    for (name, version) in &crates {
        let file = made.join(format!("package/{name}-{version}.crate"));
        // All files of a package have one old time; cargo would not see that they have changed.
        Invocation::new("tar").args(["-C".as_ref(), unpacked.as_os_str(), "-xmzf".as_ref(), file.as_os_str()]).run()?;
        is_complete(&unpacked.join(format!("{name}-{version}")))?;
    }
    // They need each other, and are not on crates.io yet. All else is of the project's versions.
    let paths: Vec<_> = crates.iter().map(|(name, version)| format!("{name} = {{ path = \"{name}-{version}\" }}\n")).collect();
    let workspace = format!("[workspace]\nresolver = \"3\"\nmembers = [\"*-*\"]\n[patch.crates-io]\n{}", paths.concat());
    write(unpacked.join("Cargo.toml"), &workspace)?;
    write(unpacked.join("Cargo.lock"), &read("Cargo.lock")?)?;
    crates.iter().try_for_each(|(name, _)| {
        let test = cargo(["test", "--quiet", "--all-features", "--package", name, "--target-dir"]);
        test.args([target_dir().join("unpacked-target")]).folder(&unpacked).run()
    })
}

/// Returns the name and the version of every crate of the workspace that may be published.
fn published() -> Result<Vec<(String, String)>, String> {
    let metadata = cargo(["metadata", "--no-deps", "--locked", "--format-version", "1"]).output()?;
    let metadata: Value = serde_json::from_str(&metadata).map_err(|error| error.to_string())?;
    let packages = metadata["packages"].as_array().into_iter().flatten();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let crates: Vec<_> = packages
        .filter(|package| package["publish"].is_null())
        .map(|package| (text(&package["name"]), text(&package["version"])))
        .collect();
    if crates.iter().any(|(name, _)| name == "smsc-proto") { Ok(crates) } else { Err(format!("only these: {crates:?}")) }
}

/// Fails if an unpacked package has no README, or not the texts of the licences; or if that of the
/// command has not the page.
fn is_complete(folder: &Path) -> Result<(), String> {
    read(folder.join("README.md"))?;
    if folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("smsc-cli-")) {
        read(folder.join("page/smsc.html"))?;
    }
    TEXTS.into_iter().try_for_each(|name| {
        let is_same = read(folder.join(name))? == read(name)?;
        if is_same { Ok(()) } else { Err(format!("{}: {name} is another text than the project's", folder.display())) }
    })
}
